//! The corpus of what agents write: accuracy may rise, never fall.

use super::table::{Row, rows};
use crate::understand::exchange::Score;

const UTTERANCES: &str = include_str!("../../../../tests/corpus/utterances.jsonl");

const HEARD: &str = include_str!("../../../../tests/corpus/heard.jsonl");

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
    let mut score = Score::default();
    for line in UTTERANCES.lines() {
        score.add(line.as_bytes());
    }
    println!("{}", score.report());
    let (intents, exact) = score.per_mille();
    assert!(intents >= 995, "intents fell to {intents} per mille");
    assert!(exact >= 990, "intents with all facts fell to {exact} per mille");
    assert_eq!(score.wrong_days(), Vec::<String>::new());
}

/// Sentences of our own with all their facts, of all forty intents: regional, in haste, dictated, administrative, mixed,
/// in several Englishes. Each batch was written before it was first heard. Then, of 1000 sentences, this many had the
/// right intent, and the right intent with every fact:
///
/// | batch | sentences | intent | all facts | wrong days accepted |
/// | --- | --- | --- | --- | --- |
/// | `heard_a` | 193 | 953 | 922 | 0 |
/// | `heard_b` | 199 | 939 | 909 | 0 |
/// | `heard_c` | 161 | 906 | 807 | 3: leave of weeks that names only its beginning, a return moved |
/// | `heard_d` | 128 | 898 | 851 | 1: the first day at work taken for leave |
/// | `heard_e` | 79 | 873 | 873 | 0 |
/// | `heard_f` | 166 | 975 | 915 | 0 |
/// | `heard_g` | 169 | 863 | 822 | 1: a half-day that a request was to become |
/// | `heard_h` | 167 | 874 | 832 | 1: the day of a request whose type was to change |
/// | `heard_i` | 168 | 952 | 916 | 0 |
/// | `heard_j` | 117 | 957 | 905 | 1: a request that was to become a half-day |
///
/// Labels that broke the conventions of the corpus were mended after the hearing (2 in a, 2 in b, 4 in c, 3 in d, 2 in f, 4 in g, 1 in h, 1 in i, 1 in j), the figures
/// are those before. What each batch showed was then corrected for its kind of sentence.
#[test]
fn what_was_heard_once_stays_understood() {
    for set in [
        "heard_a", "heard_b", "heard_c", "heard_d", "heard_e", "heard_f", "heard_g", "heard_h",
    ] {
        let mut score = Score::default();
        for line in HEARD
            .lines()
            .filter(|line| line.contains(&format!("\"set\": \"{set}\"")))
        {
            score.add(line.as_bytes());
        }
        println!("{set}\n{}", score.report());
        let (intents, exact) = score.per_mille();
        assert!(
            intents >= 980 && exact >= 970,
            "{set}: {intents} and {exact} per mille"
        );
        assert_eq!(score.wrong_days(), Vec::<String>::new(), "{set}");
    }
}

/// Sentences of our own, older: dates above all. The lexicon was tuned on the set `tuned`; those of `held_out` were written before they were
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
