//! The data files are whole.

use crate::understand::{lexicon, rules};

#[test]
fn every_line_of_the_data_files_says_something() {
    assert_eq!(lexicon::faults(), Vec::<&str>::new());
    assert_eq!(rules::faults(), Vec::<&str>::new());
}

#[test]
fn every_concept_of_a_rule_can_be_said() {
    let known = lexicon::concepts();
    let aliases = ["circuit"];
    let unsaid: Vec<_> = rules::concepts()
        .into_iter()
        .filter(|concept| !concept.starts_with('@') && !known.contains(concept) && !aliases.contains(concept))
        .collect();
    assert_eq!(unsaid, Vec::<&str>::new());
}
