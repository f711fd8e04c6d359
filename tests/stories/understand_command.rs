//! `guichet understand` as somebody runs it who wants to know what the bot makes of a sentence: the real binary, with no
//! configuration and no database.

use serde_json::{Value, json};

fn run(arguments: &[&str], lines: &str) -> String {
    crate::command::run(&[&["understand"], arguments].concat(), lines)
}

fn answers(lines: &str) -> Vec<Value> {
    run(&[], lines)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn a_sentence_is_answered_with_intent_and_slots_under_the_names_of_the_corpus() {
    let said = r#"{"lang":"fr","text":"slt jpeu avoir demain aprem stp","ref_date":"2026-03-11"}"#;
    let answer = &answers(said)[0];
    assert_eq!(answer["intent"], "leave.request");
    assert_eq!(
        answer["slots"],
        json!({ "leave_type": "unspecified", "start": "2026-03-12", "end": "2026-03-12", "start_half": "PM" })
    );
    assert!(answer["confidence"].as_f64().unwrap() > 0.9);
    assert_eq!(answer["candidates"], json!([]));
}

#[test]
fn every_intent_of_the_corpus_is_told_by_the_command() {
    let rows: Vec<Value> = include_str!("../corpus/utterances.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let answers = answers(include_str!("../corpus/utterances.jsonl"));
    assert_eq!(answers.len(), rows.len());
    let named = |rows: &[Value]| {
        let names = rows.iter().map(|row| row["intent"].as_str().unwrap().to_owned());
        names.collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(named(&answers), named(&rows));
}

#[test]
fn a_bad_line_is_answered_in_its_place_and_the_next_is_read() {
    let good = r#"{"lang":"en","text":"hello","ref_date":"2026-03-11"}"#;
    for (bad, thing) in [
        ("{".to_owned(), "line"),
        ("\u{0}".to_owned(), "line"),
        (good.replace("2026-03-11", "11/03/2026"), "line"),
        (good.replace("\"en\"", "\"de\""), "lang"),
    ] {
        let answers = answers(&format!("{good}\n{bad}\n\n{good}\n"));
        assert_eq!(answers.len(), 3, "{bad}");
        assert_eq!(answers[1]["error"], "bad_input", "{bad}");
        assert_eq!(answers[1]["thing"], thing, "{bad}");
        assert_eq!(
            (&answers[0]["intent"], &answers[2]["intent"]),
            (&json!("smalltalk"), &json!("smalltalk"))
        );
    }
}

#[test]
fn a_corpus_is_scored_by_intent_and_slot_with_the_confusions() {
    let corpus = tempfile::NamedTempFile::new().unwrap();
    let right = r#"{"id":"A","lang":"fr","text":"mon solde","ref_date":"2026-03-11","intent":"leave.balance","slots":{}}"#;
    let wrong = r#"{"id":"B","lang":"fr","text":"bonjour","ref_date":"2026-03-11","intent":"help","slots":{"month":"2026-08"}}"#;
    std::fs::write(corpus.path(), format!("{right}\n{wrong}\nnothing\n")).unwrap();
    let report = run(&["--score", corpus.path().to_str().unwrap()], "");
    for line in [
        "intent: 1/2 (50.0 %)",
        "intent and all slots: 1/2 (50.0 %)",
        "leave.balance: 1/1 (100.0 %)",
        "month: 0/1 (0.0 %)",
        "help heard as smalltalk: 1",
        "line left out",
    ] {
        assert!(report.contains(line), "{line:?} is missing in\n{report}");
    }
}
