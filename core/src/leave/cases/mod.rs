//! Cases as JSON, one object a line, so that an HR officer can check what the rules give: a count of days, a right.
//!
//! Numbers come in and go out as JSON writes them; in between they are half-days and exact decimals.

mod count;
mod entitlement;
mod fields;

use serde_json::{Value, json};

pub use count::count_case;
pub use entitlement::entitlement_case;

use super::model::HalfDays;
use fields::Fields;

/// What is wrong with a case.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wrong {
    /// Which field.
    thing: String,
    /// What stands there.
    value: String,
    /// What to write instead.
    remedy: String,
}

impl Wrong {
    fn new(thing: impl Into<String>, value: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            thing: thing.into(),
            value: value.into(),
            remedy: remedy.into(),
        }
    }
}

/// Reads one line and answers it in one line: with what `judge` found, or with what is wrong.
fn answer(line: &[u8], judge: impl FnOnce(&Fields) -> Result<Value, Wrong>) -> String {
    let found = Fields::read(line).and_then(|fields| judge(&fields));
    found
        .unwrap_or_else(|wrong| {
            json!({
                "error": "bad_input",
                "thing": wrong.thing,
                "value": wrong.value,
                "remedy": wrong.remedy,
            })
        })
        .to_string()
}

/// Days as a decimal number: `5.0`, `0.5`. Half-days are exact in it.
fn decimal(half_days: HalfDays) -> Value {
    let halves = i32::try_from(half_days.0).unwrap_or(i32::MAX);
    json!(f64::from(halves) / 2.0)
}

/// Days as a number, whole where they are: `6`, `5.5`.
fn days(half_days: HalfDays) -> Value {
    if half_days.0 % 2 == 0 {
        json!(half_days.0 / 2)
    } else {
        decimal(half_days)
    }
}
