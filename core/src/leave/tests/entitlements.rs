//! What the rules give, against the table of known answers and at the edges of every rule.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::leave::*;

pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 11).unwrap()
}

fn given(rule: &str, inputs: Value) -> Value {
    let line = json!({ "rule": rule, "inputs": inputs }).to_string();
    serde_json::from_str(&entitlement_case(line.as_bytes(), today())).unwrap()
}

#[test]
fn every_row_of_the_entitlement_table_is_met() {
    let table = include_str!("../../../../tests/corpus/entitlement.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), 52);
    for row in rows {
        let inputs: Value = serde_json::from_str(&row["inputs"]).unwrap();
        let expected: Value = serde_json::from_str(&row["expected"]).unwrap();
        assert_eq!(given(&row["rule"], inputs), expected, "{}", row["case_id"]);
    }
}

#[test]
fn a_part_of_a_year_is_rounded_up_to_the_half_day_and_an_average_week_need_not_be_half_days() {
    for (weekly, months, days) in [
        (json!(5), json!(0), 0.0),
        (json!(5), json!(3), 6.5),    // 6.25
        (json!(5), json!(6), 12.5),   // exact
        (json!(4.5), json!(7), 13.5), // 13.125
        (json!(0.5), json!(1), 0.5),  // 0.208
        (json!(4.2), json!(12), 21.0),
        (json!(7), json!(12), 35.0),
        (json!(5), json!(1.5), 3.5), // 3.125
    ] {
        let inputs = json!({ "days_per_week": weekly, "months_of_service": months });
        assert_eq!(given("annual_entitlement", inputs), json!({ "days": days }));
    }
}

#[test]
fn split_leave_days_come_with_the_fifth_and_the_eighth_day() {
    for (taken, days) in [(0.0, 0), (4.5, 0), (5.0, 1), (7.5, 1), (8.0, 2), (30.0, 2)] {
        let inputs = json!({ "annual_days_taken_outside_may_oct": taken });
        assert_eq!(
            given("fractionation_days", inputs),
            json!({ "days": days }),
            "{taken}"
        );
    }
}

#[test]
fn rtt_days_follow_the_weekly_hours_by_steps() {
    for (hours, days) in [
        (json!(20), 0),
        (json!(35), 0),
        (json!(35.49), 0),
        (json!(35.5), 3),
        (json!(35.99), 3),
        (json!(37), 12),
        (json!(38), 18),
        (json!(38.32), 18),
        (json!(38.33), 20),
        (json!(38.333333333333336), 20),
        (json!(38.5), 20),
        (json!(39), 23),
    ] {
        let inputs = json!({ "weekly_hours": hours, "quota": 1 });
        assert_eq!(
            given("rtt_by_weekly_hours", inputs),
            json!({ "days": days }),
            "{hours}"
        );
    }
    for (hours, quota, days) in [
        (39, 0.9, 20.7),
        (39, 0.5, 11.5),
        (36, 0.5, 3.0),
        (35, 0.8, 0.0),
        (37, 0.8, 9.6),
    ] {
        let inputs = json!({ "weekly_hours": hours, "quota": quota });
        assert_eq!(
            given("rtt_by_weekly_hours", inputs),
            json!({ "days_unrounded": days })
        );
    }
}

#[test]
fn sickness_takes_a_day_each_time_its_quotient_is_reached() {
    for (rtt, sick, quotient, removed) in [
        (json!(20), 10, 11, 0),
        (json!(20), 11, 11, 1),
        (json!(20), 22, 11, 2),
        (json!(23), 10, 10, 1), // 9.91 is 10
        (json!(18), 13, 13, 1), // 12.67 is 13
        (json!(24), 9, 10, 0),  // 9.5 is 10, in favour of the agent
        (json!(3), 75, 76, 0),
        (json!(3), 76, 76, 1),
        (json!(4.5), 51, 51, 1), // 50.67 is 51
        (json!(12), 0, 19, 0),
    ] {
        let inputs = json!({ "rtt_days": rtt, "sick_days": sick });
        let expected = json!({ "quotient": quotient, "days_removed": removed });
        assert_eq!(given("rtt_sickness_reduction", inputs), expected, "{rtt} {sick}");
    }
}

#[test]
fn leave_is_saved_only_once_twenty_days_were_taken_and_never_beyond_the_cap() {
    for (taken, left, saved, most) in [
        (json!(19.5), json!(5.5), 10, json!(0)),
        (json!(20), json!(5), 10, json!(5)),
        (json!(22.5), json!(2.5), 10, json!(2.5)),
        (json!(20), json!(5), 57, json!(3)),
        (json!(20), json!(5), 61, json!(0)),
    ] {
        let inputs = json!({ "annual_taken": taken, "annual_remaining": left, "cet_balance": saved });
        assert_eq!(
            given("cet_deposit_annual", inputs),
            json!({ "max_deposit": most })
        );
    }
    let line = |on: &str| {
        json!({ "rule": "cet_deposit_annual", "on": on,
            "inputs": { "annual_taken": 20, "annual_remaining": 15, "cet_balance": 58 } })
    };
    for (on, most) in [("2019-12-31", 2), ("2020-06-01", 12), ("2021-01-01", 2)] {
        let answer = entitlement_case(line(on).to_string().as_bytes(), today());
        assert_eq!(answer, json!({ "max_deposit": most }).to_string(), "{on}");
    }
}

#[test]
fn what_exceeds_fifteen_saved_days_may_be_paid_where_the_assembly_said_so() {
    let inputs = |balance: f64, deliberation: bool, status: &str| json!({ "balance_dec31": balance, "deliberation": deliberation, "status": status });
    let leave_only = json!({ "options": ["leave"], "optionable_days": 0 });
    assert_eq!(given("cet_options", inputs(15.0, true, "contract")), leave_only);
    assert_eq!(given("cet_options", inputs(40.0, false, "contract")), leave_only);
    assert_eq!(
        given("cet_options", inputs(18.0, true, "tenured")),
        json!({ "options": ["leave", "payout", "rafp"], "optionable_days": 3 })
    );
    assert_eq!(
        given("cet_options", inputs(15.5, true, "contract")),
        json!({ "options": ["leave", "payout"], "optionable_days": 0.5 })
    );
}

#[test]
fn sickness_carries_over_four_weeks_at_most_and_family_leave_everything() {
    for (cause, weekly, entitlement, taken, carried) in [
        ("sick", json!(5), json!(25), json!(0), json!(20)),
        ("sick", json!(5), json!(25), json!(19.5), json!(0.5)),
        ("sick", json!(5), json!(25), json!(25), json!(0)),
        // Half a year of service gives less than four weeks: no more is carried over than there was.
        ("sick", json!(5), json!(12.5), json!(3), json!(9.5)),
        ("parental_family", json!(4.5), json!(22.5), json!(0), json!(22.5)),
        ("parental_family", json!(5), json!(25), json!(26), json!(0)),
    ] {
        let inputs =
            json!({ "cause": cause, "days_per_week": weekly, "entitlement": entitlement, "taken": taken });
        assert_eq!(given("carry_over_2025", inputs), json!({ "carried": carried }));
    }
}

#[test]
fn carried_leave_is_good_for_fifteen_months_whole() {
    for (kind, start, last) in [
        ("acquired_before_leave", "2026-01-01", "2027-03-31"),
        ("acquired_before_leave", "2026-11-30", "2028-02-28"), // 29 February 2028, less a day
        ("acquired_before_leave", "2026-12-01", "2028-02-29"),
        ("acquired_during_leave", "2025-12-31", "2027-03-31"),
        ("acquired_during_leave", "2026-09-15", "2027-12-14"), // back before the end of the year
    ] {
        let inputs = json!({ "kind": kind, "period_start": start });
        assert_eq!(
            given("carry_over_deadline", inputs),
            json!({ "last_day": last }),
            "{start}"
        );
    }
}

#[test]
fn days_for_a_sick_child_are_those_of_a_week_and_one_more_in_proportion() {
    for (weekly, doubled, quota, days) in [
        (json!(5), false, json!(0.8), json!(5)), // 4.8
        (json!(5), false, json!(0.6), json!(4)), // 3.6: the official example
        (json!(5), true, json!(1), json!(12)),
        (json!(5), true, json!(0.9), json!(11)), // 10.8
        (json!(5), true, json!(0.5), json!(6)),
        (json!(4.5), false, json!(1), json!(5.5)),
        (json!(6), false, json!(1), json!(7)),
    ] {
        let inputs = json!({ "days_per_week_full_time": weekly, "doubled": doubled, "quota": quota });
        assert_eq!(given("sick_child_days", inputs), json!({ "days": days }));
    }
}

#[test]
fn births_adoptions_and_a_death_follow_the_number_and_the_age_of_the_children() {
    for (before, expected, weeks) in [
        (1, 1, (6, 10)),
        (2, 1, (8, 18)),
        (5, 1, (8, 18)),
        (4, 2, (12, 22)),
        (0, 3, (24, 22)),
        (2, 4, (24, 22)),
    ] {
        let found = given(
            "maternity",
            json!({ "children_before": before, "expected": expected }),
        );
        assert_eq!(found["prenatal_weeks"], weeks.0, "{before} {expected}");
        assert_eq!(found["postnatal_weeks"], weeks.1);
        assert_eq!(found["total_weeks"], weeks.0 + weeks.1);
    }
    assert_eq!(
        given("paternity", json!({ "multiple": true })),
        json!({ "calendar_days": 32, "mandatory_after_birth_leave": 4, "birth_leave_days": 3 })
    );
    for (after, multiple, weeks) in [(1, false, 16), (2, false, 16), (3, false, 18), (4, true, 22)] {
        let inputs = json!({ "children_after": after, "multiple": multiple });
        assert_eq!(given("adoption", inputs), json!({ "weeks": weeks }));
    }
    for (age, parent, days, more) in [
        (0, false, 14, 8),
        (24, false, 14, 8),
        (25, false, 12, 0),
        (25, true, 14, 8),
    ] {
        let inputs = json!({ "child_age": age, "child_was_parent": parent });
        let expected = json!({ "working_days_ouvrables": days, "extra_days_within_1y": more });
        assert_eq!(given("child_death", inputs), expected, "{age}");
    }
}
