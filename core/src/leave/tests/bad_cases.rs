//! Cases that cannot be judged: what the answer names.

use serde_json::{Value, json};

use super::entitlements::today;
use crate::leave::*;

/// What is wrong with a case: the thing and the value that the answer names.
fn wrong(line: &str) -> (String, String) {
    let answer: Value = serde_json::from_str(&entitlement_case(line.as_bytes(), today())).unwrap();
    assert_eq!(answer["error"], "bad_input", "{line}: {answer}");
    assert!(answer["remedy"].as_str().unwrap().len() > 10, "{answer}");
    let named = |key: &str| answer[key].as_str().unwrap().to_owned();
    (named("thing"), named("value"))
}

#[test]
fn a_rule_does_not_give_anything_before_it_was_in_force() {
    let line = |on: &str| {
        json!({ "rule": "carry_over_2025", "on": on,
            "inputs": { "cause": "sick", "days_per_week": 5, "entitlement": 25, "taken": 12 } })
    };
    let eve = line("2025-06-22").to_string();
    assert_eq!(wrong(&eve), ("on".to_owned(), "2025-06-22".to_owned()));
    let first = entitlement_case(line("2025-06-23").to_string().as_bytes(), today());
    assert_eq!(first, json!({ "carried": 8 }).to_string());
}

#[test]
fn what_is_wrong_with_a_line_names_the_thing_the_value_and_the_remedy() {
    for (line, thing, value) in [
        ("nonsense", "line", "nonsense"),
        ("[1]", "line", "[1]"),
        ("\u{0}", "line", "\u{0}"),
        ("{}", "rule", ""),
        (r#"{"rule":"anual","inputs":{}}"#, "rule", "anual"),
        (r#"{"rule":"maternity"}"#, "inputs", ""),
        (r#"{"rule":"maternity","inputs":5}"#, "inputs", "5"),
        (
            r#"{"rule":"maternity","inputs":{},"On":"2026-01-01"}"#,
            "On",
            "2026-01-01",
        ),
    ] {
        assert_eq!(wrong(line), (thing.to_owned(), value.to_owned()), "{line}");
    }
    let long = format!("\"{}\"", "é".repeat(500));
    assert!(
        wrong(&long).1.chars().count() <= 81,
        "a wrong value is shown in part"
    );
}

/// Rule, inputs without their braces, the thing and the value that are wrong.
type BadInput = (&'static str, &'static str, &'static str, &'static str);

/// What is not understood.
const MISSED: [BadInput; 6] = [
    (
        "annual_entitlement",
        r#""months_of_service":12"#,
        "days_per_week",
        "",
    ),
    (
        "annual_entitlement",
        r#""days_per_week":"five""#,
        "days_per_week",
        "five",
    ),
    (
        "annual_entitlement",
        r#""days_per_week":5,"months":12"#,
        "months",
        "12",
    ),
    (
        "sick_child_days",
        r#""days_per_week_full_time":5,"quota":[1]"#,
        "quota",
        "[1]",
    ),
    (
        "cet_options",
        r#""balance_dec31":20,"deliberation":"maybe""#,
        "deliberation",
        "maybe",
    ),
    (
        "carry_over_deadline",
        r#""kind":"acquired_before_leave","period_start":"2026-02-30""#,
        "period_start",
        "2026-02-30",
    ),
];

/// What is understood and cannot be.
const BEYOND: [BadInput; 11] = [
    ("annual_entitlement", r#""days_per_week":8"#, "days_per_week", "8"),
    (
        "annual_entitlement",
        r#""days_per_week":-5"#,
        "days_per_week",
        "-5",
    ),
    (
        "annual_entitlement",
        r#""days_per_week":5,"months_of_service":13"#,
        "months_of_service",
        "13",
    ),
    (
        "annual_entitlement",
        r#""days_per_week":5,"months_of_service":1e99"#,
        "months_of_service",
        "1e+99",
    ),
    (
        "rtt_by_weekly_hours",
        r#""weekly_hours":39.5"#,
        "weekly_hours",
        "39.5",
    ),
    (
        "rtt_by_weekly_hours",
        r#""weekly_hours":39,"quota":90"#,
        "quota",
        "90",
    ),
    (
        "rtt_by_weekly_hours",
        r#""weekly_hours":39,"quota":0"#,
        "quota",
        "0",
    ),
    (
        "rtt_sickness_reduction",
        r#""rtt_days":0,"sick_days":9"#,
        "rtt_days",
        "0",
    ),
    (
        "sick_child_days",
        r#""days_per_week_full_time":5,"quota":1.5"#,
        "quota",
        "1.5",
    ),
    (
        "maternity",
        r#""children_before":0,"expected":0"#,
        "expected",
        "0",
    ),
    (
        "child_death",
        r#""child_age":24.5,"child_was_parent":false"#,
        "child_age",
        "24.5",
    ),
];

#[test]
fn what_is_wrong_with_an_input_names_the_thing_the_value_and_the_remedy() {
    for (rule, inputs, thing, value) in MISSED.into_iter().chain(BEYOND) {
        let line = format!("{{\"rule\":\"{rule}\",\"inputs\":{{{inputs}}}}}");
        assert_eq!(wrong(&line), (thing.to_owned(), value.to_owned()), "{line}");
    }
    let name = "annual_days_taken_outside_may_oct";
    let quarter = format!("{{\"rule\":\"fractionation_days\",\"inputs\":{{\"{name}\":4.25}}}}");
    assert_eq!(wrong(&quarter), (name.to_owned(), "4.25".to_owned()));
}
