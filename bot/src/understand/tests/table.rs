//! Compares what was understood with a row of a table of sentences.

use guichet_core::account::Circuit;
use guichet_core::kernel::words::Lang;
use guichet_core::leave::{Half, HalfDays};
use serde_json::{Map, Value};

use super::day;
use crate::understand::{Doubt, Duration, Fact, Intent, Understood, understand};

/// A sentence and what it means.
pub(super) struct Row {
    pub id: String,
    /// Which part of the table it belongs to, where there are parts.
    pub set: String,
    pub text: String,
    pub intent: String,
    pub slots: Map<String, Value>,
    pub heard: Understood,
}

/// The rows of a file of one JSON object per line, understood.
pub(super) fn rows(file: &str) -> Vec<Row> {
    file.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let row: Value = serde_json::from_str(line).unwrap();
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            let lang = if row["lang"] == "en" { Lang::En } else { Lang::Fr };
            let heard = understand(&text("text"), day(&text("ref_date")), lang);
            let slots = row["slots"].as_object().cloned().unwrap_or_default();
            Row {
                id: text("id"),
                set: text("set"),
                text: text("text"),
                intent: text("intent"),
                slots,
                heard,
            }
        })
        .collect()
}

impl Row {
    /// True if the intent is one that this bot serves today.
    pub fn served(&self) -> bool {
        Intent::named(&self.intent).is_some()
    }

    /// True if it was understood as what it is; what is not served must be admitted.
    pub fn is_right(&self) -> bool {
        match Intent::named(&self.intent) {
            Some(intent) => self.heard.intent == intent,
            None => matches!(
                self.heard.intent,
                Intent::Unknown | Intent::OutOfScope | Intent::Help | Intent::HumanHandover
            ),
        }
    }

    /// The facts that differ: name, expected, heard.
    pub fn wrong_slots(&self) -> Vec<String> {
        let request = self.intent == "leave.request";
        let keys = ["start", "end", "start_half", "end_half", "leave_type", "second"];
        let strict = keys
            .into_iter()
            .filter(|key| request && !self.slots.contains_key(*key));
        self.slots
            .keys()
            .map(String::as_str)
            .chain(strict)
            .filter_map(|key| {
                let expected = self.slots.get(key).map(plain).unwrap_or_default();
                let expected = if expected == "unspecified" {
                    String::new()
                } else {
                    expected
                };
                let heard = self.heard_slot(key)?;
                (heard != expected).then(|| format!("{key}: {expected:?} expected, {heard:?} heard"))
            })
            .collect()
    }

    /// True if a day was accepted that is not the one meant, and no question would be asked.
    pub fn accepts_a_wrong_day(&self) -> bool {
        let asked = |fact: Fact| !self.heard.ambiguous.is_empty() || self.heard.missing.contains(&fact);
        [("start", Fact::Start), ("end", Fact::End)]
            .into_iter()
            .any(|(key, fact)| {
                let expected = self.slots.get(key).map(plain).unwrap_or_default();
                let heard = self.heard_slot(key).unwrap_or_default();
                let bound = self.intent == "leave.request" || !expected.is_empty();
                bound && !heard.is_empty() && heard != expected && !asked(fact)
            })
    }

    fn heard_slot(&self, key: &str) -> Option<String> {
        let facts = &self.heard.facts;
        let show = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let half = |half: Option<Half>| match half {
            Some(Half::Am) => "AM".to_owned(),
            Some(Half::Pm) => "PM".to_owned(),
            None => String::new(),
        };
        Some(match key {
            "start" => show(facts.start),
            "end" => show(facts.end),
            "start_half" => half(facts.start_half),
            "end_half" => half(facts.end_half),
            "return_date" => show(facts.returns_on),
            "second" => facts
                .second
                .map(|p| format!("{} {}", p.from().date, p.to().date))
                .unwrap_or_default(),
            "leave_type" => facts.leave_type.unwrap_or_default().to_owned(),
            "leave_types" => facts.leave_types.join(" "),
            "month" => facts
                .month
                .map(|m| format!("{}-{:02}", m.year, m.month))
                .unwrap_or_default(),
            "year" => facts.year.map(|year| year.to_string()).unwrap_or_default(),
            "request_id" => facts.request.map(|number| number.to_string()).unwrap_or_default(),
            "person" => facts.person.clone().unwrap_or_default(),
            "reason" => facts.reason.clone().unwrap_or_default(),
            "circuit" => match facts.circuit {
                Some(Circuit::IntraParis) => "IntraParis".to_owned(),
                Some(Circuit::MonCompteParisien) => "MonCompteParisien".to_owned(),
                None => "unknown".to_owned(),
            },
            "channel" => facts
                .channel
                .map(|channel| channel.to_string())
                .unwrap_or_default(),
            "language" => match facts.language {
                Some(Lang::Fr) => "fr".to_owned(),
                Some(Lang::En) => "en".to_owned(),
                None => String::new(),
            },
            "refuse" => facts.topic.is_some_and(|topic| topic.is_refused()).to_string(),
            "duration_days" | "duration_weeks" | "duration_calendar_days" => duration(facts.duration),
            "candidates" => {
                let first = self
                    .heard
                    .ambiguous
                    .iter()
                    .find(|doubt| !doubt.candidates.is_empty());
                first
                    .map(|Doubt { candidates, .. }| {
                        candidates
                            .iter()
                            .map(ToString::to_string)
                            .collect::<Vec<_>>()
                            .join(" ")
                    })
                    .unwrap_or_default()
            }
            "needs_confirmation" => {
                (!self.heard.ambiguous.is_empty() || !self.heard.missing.is_empty()).to_string()
            }
            "missing" => self
                .heard
                .missing
                .iter()
                .map(|fact| format!("{fact:?}").to_lowercase())
                .collect::<Vec<_>>()
                .join(" "),
            _ => return None,
        })
    }
}

fn duration(duration: Option<Duration>) -> String {
    match duration {
        Some(Duration::Working(HalfDays(halves))) if halves % 2 == 1 => format!("{}.5", halves / 2),
        Some(Duration::Working(HalfDays(halves))) => (halves / 2).to_string(),
        Some(Duration::Weeks(count) | Duration::Calendar(count)) => count.to_string(),
        None => String::new(),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(" "),
        Value::Object(period) => ["start", "end"]
            .iter()
            .filter_map(|key| period.get(*key))
            .map(plain)
            .collect::<Vec<_>>()
            .join(" "),
        other => other.to_string(),
    }
}
