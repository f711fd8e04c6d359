//! `guichet leave` as an HR officer runs it: the real binary, with no configuration and no database.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

/// One answer a line.
fn run(what: &str, lines: &str) -> Vec<Value> {
    crate::command::run(&["leave", what], lines)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn rows(table: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

fn days(text: &str) -> Value {
    text.parse::<f64>().map_or(Value::Null, |days| json!(days))
}

fn number(text: &str) -> Value {
    text.parse::<i64>().map_or(Value::Null, |number| json!(number))
}

/// A row of the table as an answer.
fn expected(row: &Row) -> Value {
    let listed = |name: &str| {
        row[name]
            .split(';')
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
    };
    let by_year: Map<String, Value> = listed("days_by_year")
        .map(|part| {
            let (year, cost) = part.split_once(':').unwrap();
            (year.to_owned(), days(cost))
        })
        .collect();
    let error = Some(&row["error"]).filter(|error| !error.is_empty());
    json!({
        "days": days(&row["expected_days"]),
        "error": error,
        "calendar_days": number(&row["calendar_days"]),
        "absence_span_days": number(&row["absence_span_days"]),
        "exceeds_31": number(&row["exceeds_31"]).as_i64().map(|flag| flag == 1),
        "days_outside_may_oct": days(&row["days_outside_may_oct"]),
        "days_by_year": by_year,
        "skipped_days": listed("skipped_days").collect::<Vec<_>>(),
    })
}

#[test]
fn leave_count_answers_every_row_of_the_table() {
    let rows = rows(include_str!("../corpus/daycount.csv"));
    // The cells of the table as they stand: all texts, many of them empty.
    let fields = [
        "pattern_bits",
        "cycle_anchor",
        "region",
        "works_holidays",
        "solidarity_worked",
        "extra_days_off",
        "start",
        "start_half",
        "end",
        "end_half",
    ];
    let lines: String = rows
        .iter()
        .map(|row| {
            let given: Map<String, Value> = fields
                .iter()
                .map(|name| ((*name).to_owned(), json!(row[*name])))
                .collect();
            format!("{}\n", Value::from(given))
        })
        .collect();
    let answers = run("count", &lines);
    assert_eq!(answers.len(), rows.len());
    for (row, answer) in rows.iter().zip(&answers) {
        assert_eq!(*answer, expected(row), "{}", row["case_id"]);
    }
}

#[test]
fn leave_entitlement_answers_every_row_of_the_table() {
    let rows = rows(include_str!("../corpus/entitlement.csv"));
    let lines: String = rows
        .iter()
        .map(|row| {
            format!(
                "{{\"rule\": \"{}\", \"inputs\": {}}}\n",
                row["rule"], row["inputs"]
            )
        })
        .collect();
    let answers = run("entitlement", &lines);
    assert_eq!(answers.len(), rows.len());
    for (row, answer) in rows.iter().zip(&answers) {
        let expected: Value = serde_json::from_str(&row["expected"]).unwrap();
        assert_eq!(*answer, expected, "{}", row["case_id"]);
    }
}

#[test]
fn leave_count_takes_json_as_it_is_meant_and_leaves_out_what_is_usual() {
    let lines = "\
        {\"pattern_bits\":\"11 11 11 11 11 00 00\",\"start\":\"2026-05-04\",\"end\":\"2026-05-15\"}\r\n\
        \n\
        {\"pattern_bits\":\"11111111110000\",\"region\":\"guadeloupe\",\"works_holidays\":false,\"extra_days_off\":[\"2026-05-28\"],\
         \"start\":\"2026-05-26\",\"start_half\":\"PM\",\"end\":\"2026-05-29\",\"end_half\":\"AM\"}\n\
        {\"pattern_bits\":\"11 11 11 11 11 00 00\",\"region\":\"guadeloupe\",\"works_holidays\":true,\"start\":\"2026-05-27\",\"end\":\"2026-05-27\"}";
    let answers = run("count", lines);
    assert_eq!(answers.len(), 3, "an empty line is no case");
    assert_eq!(answers[0]["days"], 8.0);
    assert_eq!(answers[0]["skipped_days"], json!(["2026-05-08", "2026-05-14"]));
    assert_eq!(answers[1]["days"], 1.0, "Tuesday afternoon and Friday morning");
    assert_eq!(
        answers[1]["skipped_days"],
        json!(["2026-05-27", "2026-05-28"]),
        "abolition, bridge"
    );
    assert_eq!(answers[2]["days"], 1.0, "open on public holidays");
}

#[test]
fn a_bad_line_is_answered_in_its_place_and_the_next_is_read() {
    let good = "{\"pattern_bits\":\"11 11 11 11 11 00 00\",\"start\":\"2026-03-11\",\"end\":\"2026-03-11\"}";
    for (bad, thing, value) in [
        ("{", "line", "{"),
        (
            &*good.replace("11 11 11 11 11 00 00", "11 11"),
            "pattern_bits",
            "11 11",
        ),
        (
            &*good.replace("11 11 11 11 11 00 00", "00 00 00 00 00 00 00"),
            "pattern_bits",
            "00 00 00 00 00 00 00",
        ),
        (
            &*good.replace("00 00\"", "00 00|11 11 11 11 00 00 00\""),
            "cycle_anchor",
            "",
        ),
        (
            &*good.replace(
                "00 00\"",
                "00 00|11 11 11 11 00 00 00\",\"cycle_anchor\":\"2026-03-03\"",
            ),
            "cycle_anchor",
            "2026-03-03",
        ),
        (
            &*good.replace("\"start\"", "\"region\":\"bretagne\",\"start\""),
            "region",
            "bretagne",
        ),
        (
            &*good.replace("\"start\"", "\"works_holidays\":2,\"start\""),
            "works_holidays",
            "2",
        ),
        (
            &*good.replace("\"start\"", "\"start_half\":\"noon\",\"start\""),
            "start_half",
            "noon",
        ),
        (
            &*good.replace("\"start\"", "\"solidarity_worked\":\"Monday\",\"start\""),
            "solidarity_worked",
            "Monday",
        ),
        (
            &*good.replace("\"start\"", "\"works_holyday\":1,\"start\""),
            "works_holyday",
            "1",
        ),
        (
            &*good.replace("\"end\":\"2026-03-11\"", "\"end\":\"11/03/2026\""),
            "end",
            "11/03/2026",
        ),
        (
            &*good.replace("\"end\":\"2026-03-11\"", "\"end\":\"2199-12-31\""),
            "end",
            "2199-12-31",
        ),
        (
            &*good.replace("\"end\":\"2026-03-11\"", "\"end\":null"),
            "end",
            "",
        ),
    ] {
        let answers = run("count", &format!("{good}\n{bad}\n{good}\n"));
        let days: Vec<Option<f64>> = answers.iter().map(|answer| answer["days"].as_f64()).collect();
        assert_eq!(days, [Some(1.0), None, Some(1.0)], "{bad}");
        assert_eq!(answers[1]["error"], "bad_input", "{bad}");
        assert_eq!(answers[1]["thing"], thing, "{bad}");
        assert_eq!(answers[1]["value"], value, "{bad}");
        assert!(answers[1]["remedy"].as_str().unwrap().starts_with("write") || thing == "works_holyday");
    }
}
