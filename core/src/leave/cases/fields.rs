//! Reading the fields of a case. Whatever cannot be read names the field, what stands there and what to write instead.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value};

use super::Wrong;
use crate::leave::decimal::Decimal;
use crate::leave::model::HalfDays;

/// How much of a wrong value is shown.
const SHOWN: usize = 80;

/// The object of a case.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    /// Reads a line of JSON.
    pub(super) fn read(line: &[u8]) -> Result<Self, Wrong> {
        let remedy = "write one JSON object on the line";
        match serde_json::from_slice(line) {
            Ok(Value::Object(fields)) => Ok(Self(fields)),
            Ok(other) => Err(Wrong::new("line", shown(&other), remedy)),
            Err(e) => {
                let value = cut(&String::from_utf8_lossy(line));
                Err(Wrong::new("line", value, format!("{remedy}: {e}")))
            }
        }
    }

    /// Refuses fields that are not among these: a name with a typing error would be a fact that is silently left out.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), Wrong> {
        match self.0.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            None => Ok(()),
            Some((name, value)) => Err(Wrong::new(
                name,
                shown(value),
                format!("leave it out: the fields are {}", known.join(", ")),
            )),
        }
    }

    /// A field; `None` if it is not there, null or an empty text.
    fn get(&self, name: &str) -> Option<&Value> {
        let value = self.0.get(name)?;
        let empty = value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty());
        (!empty).then_some(value)
    }

    fn need(&self, name: &str, remedy: &str) -> Result<&Value, Wrong> {
        self.get(name).ok_or_else(|| Wrong::new(name, "", remedy))
    }

    /// Fields inside a field.
    pub(super) fn object(&self, name: &str) -> Result<Self, Wrong> {
        let remedy = "write an object, for instance {\"days_per_week\": 5, \"months_of_service\": 12}";
        match self.need(name, remedy)? {
            Value::Object(fields) => Ok(Self(fields.clone())),
            other => Err(Wrong::new(name, shown(other), remedy)),
        }
    }

    /// Text, if there is any.
    pub(super) fn text(&self, name: &str, remedy: &str) -> Result<Option<&str>, Wrong> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.trim())),
            Some(other) => Err(Wrong::new(name, shown(other), remedy)),
        }
    }

    /// One of a few names, and what it stands for.
    pub(super) fn name<T: Copy>(&self, name: &str, known: &[(&str, T)]) -> Result<T, Wrong> {
        let names: Vec<&str> = known.iter().map(|(known, _)| *known).collect();
        let remedy = format!("write one of {}", names.join(", "));
        let value = self.need(name, &remedy)?;
        let found = known.iter().find(|(known, _)| value.as_str() == Some(known));
        found
            .map(|(_, meant)| *meant)
            .ok_or_else(|| Wrong::new(name, shown(value), remedy))
    }

    /// A day, if there is one.
    pub(super) fn day(&self, name: &str) -> Result<Option<NaiveDate>, Wrong> {
        match self.get(name) {
            None => Ok(None),
            Some(value) => day(name, value).map(Some),
        }
    }

    /// A day that has to be there.
    pub(super) fn needed_day(&self, name: &str) -> Result<NaiveDate, Wrong> {
        day(name, self.need(name, DAY)?)
    }

    /// Days: a list of them, or a text with `;` between them.
    pub(super) fn days(&self, name: &str) -> Result<BTreeSet<NaiveDate>, Wrong> {
        match self.get(name) {
            None => Ok(BTreeSet::new()),
            Some(Value::Array(list)) => list.iter().map(|value| day(name, value)).collect(),
            Some(Value::String(list)) => {
                let parts = list.split(';').map(str::trim).filter(|part| !part.is_empty());
                parts.map(|part| day(name, &Value::from(part))).collect()
            }
            Some(other) => Err(Wrong::new(name, shown(other), DAY)),
        }
    }

    /// Yes or no; `None` if nothing is said.
    pub(super) fn flag(&self, name: &str) -> Result<Option<bool>, Wrong> {
        let Some(value) = self.get(name) else {
            return Ok(None);
        };
        match (value.as_bool(), value.as_i64(), value.as_str()) {
            (Some(flag), ..) => Ok(Some(flag)),
            (_, Some(1), _) | (.., Some("1" | "true")) => Ok(Some(true)),
            (_, Some(0), _) | (.., Some("0" | "false")) => Ok(Some(false)),
            _ => Err(Wrong::new(name, shown(value), "write true or false")),
        }
    }

    /// Yes or no, which has to be said.
    pub(super) fn needed_flag(&self, name: &str) -> Result<bool, Wrong> {
        self.flag(name)?
            .ok_or_else(|| Wrong::new(name, "", "write true or false"))
    }

    /// A number between two whole ones, both included; `None` if there is none.
    pub(super) fn decimal(&self, name: &str, least: u32, most: u32) -> Result<Option<Decimal>, Wrong> {
        let Some(value) = self.get(name) else {
            return Ok(None);
        };
        // JSON's numbers as they are written; the text of a table's cell as well.
        let text = match value {
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.trim().to_owned(),
            _ => String::new(),
        };
        let number: Option<Decimal> = text.parse().ok();
        let range = Decimal::whole(least)..=Decimal::whole(most);
        number
            .filter(|number| range.contains(number))
            .map(Some)
            .ok_or_else(|| {
                Wrong::new(
                    name,
                    shown(value),
                    format!("write a number from {least} to {most}"),
                )
            })
    }

    /// A number that has to be there.
    pub(super) fn needed_decimal(&self, name: &str, least: u32, most: u32) -> Result<Decimal, Wrong> {
        let remedy = format!("write a number from {least} to {most}");
        self.decimal(name, least, most)?
            .ok_or_else(|| Wrong::new(name, "", remedy))
    }

    /// Days and half-days; `None` if nothing is said.
    pub(super) fn half_days(&self, name: &str, least: u32, most: u32) -> Result<Option<HalfDays>, Wrong> {
        let Some(number) = self.decimal(name, least, most)? else {
            return Ok(None);
        };
        let remedy = "write days and half-days, for instance 4 or 4.5";
        let half_days = number.to_half_days();
        half_days
            .map(Some)
            .ok_or_else(|| Wrong::new(name, number.to_string(), remedy))
    }

    /// Days and half-days that have to be there.
    pub(super) fn needed_half_days(&self, name: &str, least: u32, most: u32) -> Result<HalfDays, Wrong> {
        let remedy = format!("write days and half-days from {least} to {most}");
        self.half_days(name, least, most)?
            .ok_or_else(|| Wrong::new(name, "", remedy))
    }

    /// A whole number; `None` if nothing is said.
    pub(super) fn whole(&self, name: &str, least: u32, most: u32) -> Result<Option<i64>, Wrong> {
        let Some(number) = self.decimal(name, least, most)? else {
            return Ok(None);
        };
        let remedy = format!("write a whole number from {least} to {most}");
        let whole = number.to_whole();
        whole
            .map(Some)
            .ok_or_else(|| Wrong::new(name, number.to_string(), remedy))
    }

    /// A whole number that has to be there.
    pub(super) fn needed_whole(&self, name: &str, least: u32, most: u32) -> Result<i64, Wrong> {
        let remedy = format!("write a whole number from {least} to {most}");
        self.whole(name, least, most)?
            .ok_or_else(|| Wrong::new(name, "", remedy))
    }
}

const DAY: &str = "write a day from 1900-01-01 to 2199-12-31 as 2026-03-16";

fn day(name: &str, value: &Value) -> Result<NaiveDate, Wrong> {
    let found: Option<NaiveDate> = value.as_str().and_then(|text| text.trim().parse().ok());
    // The reckoning of Easter was checked for these years.
    found
        .filter(|day| (1900..=2199).contains(&day.year()))
        .ok_or_else(|| Wrong::new(name, shown(value), DAY))
}

/// A wrong value as it is shown: texts as they are, the rest as JSON.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => cut(text),
        other => cut(&other.to_string()),
    }
}

fn cut(text: &str) -> String {
    let mut characters = text.chars();
    let kept: String = characters.by_ref().take(SHOWN).collect();
    if characters.next().is_none() {
        kept
    } else {
        kept + "…"
    }
}
