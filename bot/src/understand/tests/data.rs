//! The data files are whole.

use crate::understand::{examples, lexicon, rules, slots, themes};

#[test]
fn every_line_of_the_data_files_says_something() {
    assert_eq!(lexicon::faults(), Vec::<&str>::new());
    assert_eq!(rules::faults(), Vec::<&str>::new());
    assert_eq!(slots::faults(), Vec::<&str>::new());
    assert_eq!(themes::faults(), Vec::<&str>::new());
    assert_eq!(examples::faults(), Vec::<&str>::new());
}

#[test]
fn every_concept_of_a_rule_can_be_said() {
    let known = &(&lexicon::concepts() | &themes::concepts()) | &rules::made_concepts();
    let aliases = ["circuit"];
    let unsaid: Vec<_> = rules::concepts()
        .union(&slots::concepts())
        .copied()
        .filter(|concept| !concept.starts_with('@') && !known.contains(concept) && !aliases.contains(concept))
        .collect();
    assert_eq!(unsaid, Vec::<&str>::new());
}
