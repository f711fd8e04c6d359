//! The corpus of what agents write: accuracy may rise, never fall.

use super::table::{Row, rows};
use crate::understand::Intent;

const UTTERANCES: &str = include_str!("../../../../tests/corpus/utterances.jsonl");

const SENTENCES: &str = include_str!("../../../../tests/corpus/sentences.jsonl");

fn percent(part: usize, of: usize) -> usize {
    part * 1000 / of.max(1)
}

/// Prints what went wrong, and returns the per mille of right intents and of rows with all facts right.
fn measure(rows: &[Row], name: &str) -> (usize, usize) {
    let served: Vec<&Row> = rows.iter().filter(|row| row.served()).collect();
    let mut right = 0;
    let mut exact = 0;
    for row in &served {
        let wrong = row.wrong_slots();
        if row.is_right() {
            right += 1;
        } else {
            println!(
                "{} {} heard as {}: {}",
                row.id,
                row.intent,
                row.heard.intent.name(),
                row.text
            );
        }
        if wrong.is_empty() {
            exact += 1;
        } else {
            println!("{} {}: {}", row.id, row.text, wrong.join("; "));
        }
    }
    let (intents, facts) = (percent(right, served.len()), percent(exact, served.len()));
    println!(
        "{name}, {} rows: {intents} per mille of intents, {facts} per mille of facts",
        served.len()
    );
    (intents, facts)
}

#[test]
fn the_corpus_is_understood() {
    let (intents, facts) = measure(&rows(UTTERANCES), "corpus");
    assert!(intents >= 970, "intents fell to {intents} per mille");
    assert!(facts >= 930, "facts fell to {facts} per mille");
}

#[test]
fn no_wrong_day_is_accepted_without_a_question() {
    let accepted: Vec<String> = rows(UTTERANCES)
        .into_iter()
        .filter(|row| row.served() && row.accepts_a_wrong_day())
        .map(|row| format!("{} {}", row.id, row.text))
        .collect();
    assert_eq!(accepted, Vec::<String>::new());
}

#[test]
fn what_is_not_served_yet_is_never_taken_for_an_act() {
    let rows = rows(UTTERANCES);
    let foreign: Vec<&Row> = rows.iter().filter(|row| !row.served()).collect();
    let wrong: Vec<String> = foreign
        .iter()
        .filter(|row| !row.is_right())
        .map(|row| {
            format!(
                "{} {} heard as {}: {}",
                row.id,
                row.intent,
                row.heard.intent.name(),
                row.text
            )
        })
        .collect();
    println!(
        "{} of {} rows of later slices\n{}",
        wrong.len(),
        foreign.len(),
        wrong.join("\n")
    );
    let acts = [
        Intent::LeaveRequest,
        Intent::LeaveCancel,
        Intent::LeaveApprove,
        Intent::LeaveRefuse,
        Intent::AccountUnlock,
    ];
    let acted: Vec<&&Row> = foreign
        .iter()
        .filter(|row| acts.contains(&row.heard.intent))
        .collect();
    assert!(
        acted.is_empty(),
        "{:?}",
        acted.iter().map(|row| &row.text).collect::<Vec<_>>()
    );
}

/// Sentences of our own. The lexicon was tuned on the set `tuned`; those of `held_out` were written before they were
/// first heard: 958 per mille of their intents and 979 per mille of their facts were right then. What they showed has
/// been corrected since, so the next measure needs new sentences.
#[test]
fn our_own_sentences_are_understood() {
    for (set, least_intents, least_facts) in [("tuned", 990, 990), ("held_out", 950, 970)] {
        let rows: Vec<Row> = rows(SENTENCES).into_iter().filter(|row| row.set == set).collect();
        let (intents, facts) = measure(&rows, set);
        assert!(
            intents >= least_intents && facts >= least_facts,
            "{set}: {intents} and {facts} per mille"
        );
        let accepted: Vec<&str> = rows
            .iter()
            .filter(|row| row.accepts_a_wrong_day())
            .map(|row| row.text.as_str())
            .collect();
        assert_eq!(accepted, Vec::<&str>::new(), "{set}");
    }
}
