//! `guichet leave count`: what a period costs whom.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde_json::{Map, Value, json};

use super::fields::Fields;
use super::{Wrong, answer, decimal};
use crate::leave::count::{WorkCalendar, absence, count};
use crate::leave::holidays::Region;
use crate::leave::pattern::{BadPattern, Pattern};
use crate::leave::period::{BadPeriod, Half, HalfDay, Period};

/// What is read.
const FIELDS: [&str; 10] = [
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

/// What else may stand in a line: a label, and what a table of cases says of itself or expects.
const PASSED_OVER: [&str; 13] = [
    "case_id",
    "category",
    "pattern",
    "note",
    "days",
    "expected_days",
    "error",
    "calendar_days",
    "absence_span_days",
    "exceeds_31",
    "days_outside_may_oct",
    "days_by_year",
    "skipped_days",
];

/// Consecutive days beyond which `exceeds_31` says so.
const SPAN: i64 = 31;

/// The longest period that is counted: its half-days are walked one by one.
const LONGEST_DAYS: i64 = 3660;

/// Counts one case: a JSON object in, a JSON object out.
pub fn count_case(line: &[u8]) -> String {
    answer(line, judge)
}

fn judge(fields: &Fields) -> Result<Value, Wrong> {
    let known: Vec<&str> = FIELDS.iter().chain(&PASSED_OVER).copied().collect();
    fields.only(&known)?;
    let calendar = calendar(fields)?;
    let from = half_day(fields, "start", "start_half", Half::Am)?;
    let to = half_day(fields, "end", "end_half", Half::Pm)?;
    let period = match Period::new(from, to) {
        Ok(period) => period,
        Err(BadPeriod::EndBeforeStart) => return Ok(nothing("end_before_start")),
        Err(BadPeriod::NothingBetween) => return Ok(nothing("empty_half_day_range")),
    };
    if period.calendar_days() > LONGEST_DAYS {
        let remedy = format!("write a day at most {LONGEST_DAYS} days after the start");
        return Err(Wrong::new("end", to.date.to_string(), remedy));
    }
    let count = count(&calendar, &period);
    let away = absence(&calendar, &period).map(|absence| absence.days());
    let by_year: Map<String, Value> = count
        .by_year
        .iter()
        .map(|(year, half_days)| (year.to_string(), decimal(*half_days)))
        .collect();
    let skipped: Vec<String> = count
        .skipped
        .iter()
        .map(|skipped| skipped.date.to_string())
        .collect();
    Ok(json!({
        "days": decimal(count.cost),
        "error": null,
        "calendar_days": period.calendar_days(),
        "absence_span_days": away,
        "exceeds_31": away.map(|days| days > SPAN),
        "days_outside_may_oct": decimal(count.off_season),
        "days_by_year": by_year,
        "skipped_days": skipped,
    }))
}

/// The two ends bound no period: there is nothing to count.
fn nothing(error: &str) -> Value {
    json!({
        "days": null,
        "error": error,
        "calendar_days": null,
        "absence_span_days": null,
        "exceeds_31": null,
        "days_outside_may_oct": null,
        "days_by_year": {},
        "skipped_days": [],
    })
}

fn calendar(fields: &Fields) -> Result<WorkCalendar, Wrong> {
    let week = "write fourteen 0 or 1 a week, Monday morning to Sunday afternoon, weeks parted by |, as 11 11 11 11 11 00 00";
    let monday = "write the Monday on which the first week of the cycle starts, as 2026-03-02";
    let bits = fields
        .text("pattern_bits", week)?
        .ok_or_else(|| Wrong::new("pattern_bits", "", week))?;
    let anchor = fields.day("cycle_anchor")?;
    let pattern = match anchor {
        None => bits.parse(),
        Some(anchor) => Pattern::cycle(bits, anchor),
    };
    let pattern = pattern.map_err(|bad| match bad {
        BadPattern::NotAWeek => Wrong::new("pattern_bits", bits, week),
        BadPattern::NeverWorks => {
            Wrong::new("pattern_bits", bits, "write 1 for the half-days that are worked")
        }
        BadPattern::NoAnchor => {
            let value = anchor.map(|day| day.to_string()).unwrap_or_default();
            Wrong::new("cycle_anchor", value, monday)
        }
    })?;
    Ok(WorkCalendar {
        region: region(fields)?,
        works_holidays: fields.flag("works_holidays")?.unwrap_or(false),
        worked_holidays: fields.days("solidarity_worked")?,
        bridges: fields.days("extra_days_off")?,
        ..WorkCalendar::from(pattern)
    })
}

/// As in the configuration, with either dash.
fn region(fields: &Fields) -> Result<Region, Wrong> {
    let remedy = "write metropole, alsace_moselle, guadeloupe, guyane, martinique, mayotte, reunion, saint_barthelemy or \
                  saint_martin";
    let Some(text) = fields.text("region", remedy)? else {
        return Ok(Region::Metropole);
    };
    let name = text.to_ascii_lowercase().replace(['_', ' '], "-");
    let read: Result<Region, serde::de::value::Error> =
        Region::deserialize(name.as_str().into_deserializer());
    read.map_err(|_| Wrong::new("region", text, remedy))
}

fn half_day(fields: &Fields, day: &str, half: &str, usual: Half) -> Result<HalfDay, Wrong> {
    let date = fields.needed_day(day)?;
    let remedy = "write AM or PM";
    let half = match fields.text(half, remedy)? {
        None => usual,
        Some("AM" | "am") => Half::Am,
        Some("PM" | "pm") => Half::Pm,
        Some(other) => return Err(Wrong::new(half, other, remedy)),
    };
    Ok(HalfDay { date, half })
}
