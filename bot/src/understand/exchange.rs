//! The understanding for whoever wants to try or measure it: JSON lines in, JSON lines out, and a score.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::NaiveDate;
use guichet_core::kernel::words::Lang;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Intent, Understood, with_slots};

/// A message to understand; a corpus adds what it means.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: String,
    lang: String,
    text: String,
    ref_date: NaiveDate,
    intent: Option<String>,
    #[serde(default)]
    slots: Map<String, Value>,
}

/// Answers one line `{"lang","text","ref_date"}` with `{"intent","slots","confidence","candidates"}`, or with
/// `{"error"}` that says what is wrong with it.
pub fn answer(line: &[u8]) -> String {
    match read(line) {
        Err(error) => error,
        Ok((line, lang)) => {
            let (understood, slots) = with_slots(&line.text, line.ref_date, lang, true);
            json!({
                "intent": meant(&understood).corpus_name(),
                "slots": slots,
                "confidence": confidence(&understood),
                "candidates": candidates(&understood),
            })
        }
    }
    .to_string()
}

/// What it means, or, where no rule understood it, what sentences like it mean: that is asked, and the confidence says so.
fn meant(understood: &Understood) -> Intent {
    understood.guess.unwrap_or(understood.intent)
}

/// A line, or what is wrong with it: the thing, its value and the remedy.
fn read(line: &[u8]) -> Result<(Line, Lang), Value> {
    let wrong = |thing: &str, value: &str, remedy: &str| json!({ "error": "bad_input", "thing": thing, "value": value, "remedy": remedy });
    let line: Line = serde_json::from_slice(line).map_err(|e| {
        let shown: String = String::from_utf8_lossy(line).chars().take(200).collect();
        let remedy = r#"write {"lang": "fr", "text": "mon solde", "ref_date": "2026-03-11"}"#;
        wrong("line", &shown, &format!("{remedy}: {e}"))
    })?;
    let lang = match line.lang.as_str() {
        "fr" => Lang::Fr,
        "en" => Lang::En,
        other => return Err(wrong("lang", other, r#"write "fr" or "en""#)),
    };
    Ok((line, lang))
}

/// How sure it is, in steps and not measured: certain, something to ask, a rival close by, like others, nothing.
fn confidence(understood: &Understood) -> f64 {
    match understood.intent {
        Intent::Unknown if understood.guess.is_some() => 0.3,
        Intent::Unknown => 0.1,
        _ if !understood.near.is_empty() => 0.6,
        _ if !understood.ambiguous.is_empty() || !understood.missing.is_empty() => 0.8,
        _ => 0.95,
    }
}

/// What it may mean instead, the likeliest first.
fn candidates(understood: &Understood) -> Vec<&'static str> {
    understood
        .near
        .iter()
        .map(|intent| intent.corpus_name())
        .collect()
}

/// Right answers, of how many.
#[derive(Default)]
struct Tally {
    right: usize,
    of: usize,
}

impl Tally {
    fn count(&mut self, right: bool) {
        self.of += 1;
        self.right += usize::from(right);
    }

    fn show(&self) -> String {
        let tenths = self.right * 1000 / self.of.max(1);
        format!("{}/{} ({}.{} %)", self.right, self.of, tenths / 10, tenths % 10)
    }
}

/// How well a corpus was understood.
#[derive(Default)]
pub struct Score {
    intents: Tally,
    exact: Tally,
    /// Right: understood by a rule, not guessed from sentences like it.
    guesses: Tally,
    by_intent: BTreeMap<String, Tally>,
    by_slot: BTreeMap<String, Tally>,
    confusions: BTreeMap<(String, &'static str), usize>,
    misses: Vec<String>,
    wrong_days: Vec<String>,
    faults: Vec<String>,
}

impl Score {
    /// Adds one line of a corpus: `{"lang","text","ref_date","intent","slots"}`.
    pub fn add(&mut self, line: &[u8]) {
        let (line, lang) = match read(line) {
            Ok(read) => read,
            Err(error) => return self.faults.push(error.to_string()),
        };
        let Some(expected) = line.intent else {
            return self
                .faults
                .push(format!("{}: no intent to compare with", line.text));
        };
        let (understood, slots) = with_slots(&line.text, line.ref_date, lang, true);
        let heard = meant(&understood).corpus_name();
        self.guesses.count(understood.guess.is_none());
        let right = heard == expected;
        self.intents.count(right);
        self.exact.count(right && slots == line.slots);
        self.by_intent.entry(expected.clone()).or_default().count(right);
        if !right {
            *self.confusions.entry((expected.clone(), heard)).or_default() += 1;
        }
        let mut wrong = Vec::new();
        let names = line
            .slots
            .keys()
            .chain(slots.keys().filter(|name| !line.slots.contains_key(*name)));
        for name in names {
            let (meant, found) = (line.slots.get(name), slots.get(name));
            self.by_slot
                .entry(name.clone())
                .or_default()
                .count(meant == found);
            if meant != found {
                let show = |value: Option<&Value>| value.map_or("nothing".to_owned(), Value::to_string);
                wrong.push(format!("{name} {} heard, {} meant", show(found), show(meant)));
            }
        }
        if accepts_a_wrong_day(&line.slots, &slots, &understood) {
            self.wrong_days.push(format!("{} {}", line.id, line.text));
        }
        if !right || !wrong.is_empty() {
            let at = format!("{} {:?}: {heard} heard, {expected} meant", line.id, line.text);
            self.misses.push([vec![at], wrong].concat().join("; "));
        }
    }

    /// Per mille of right intents, and of lines of which all facts are right too.
    pub fn per_mille(&self) -> (usize, usize) {
        let of = |tally: &Tally| tally.right * 1000 / tally.of.max(1);
        (of(&self.intents), of(&self.exact))
    }

    /// How many lines no rule understood: what sentences like them mean was counted.
    pub fn guesses(&self) -> usize {
        self.guesses.of - self.guesses.right
    }

    /// The lines in which a day was accepted that is not the one meant, without a question.
    pub fn wrong_days(&self) -> &[String] {
        &self.wrong_days
    }

    /// The whole, in words.
    pub fn report(&self) -> String {
        let mut report = String::new();
        let mut say = |line: String| {
            let _ = writeln!(report, "{line}");
        };
        say(format!("intent: {}", self.intents.show()));
        say(format!("intent and all slots: {}", self.exact.show()));
        say(format!("of these guessed, and asked: {}", self.guesses()));
        say(format!(
            "wrong days accepted without a question: {}",
            self.wrong_days.len()
        ));
        say("\nby intent".to_owned());
        for (name, tally) in &self.by_intent {
            say(format!("  {name}: {}", tally.show()));
        }
        say("\nby slot".to_owned());
        for (name, tally) in &self.by_slot {
            say(format!("  {name}: {}", tally.show()));
        }
        say("\nconfusions".to_owned());
        for ((meant, heard), times) in &self.confusions {
            say(format!("  {meant} heard as {heard}: {times}"));
        }
        say("\nmisses".to_owned());
        for miss in self
            .wrong_days
            .iter()
            .map(|day| format!("wrong day: {day}"))
            .chain(self.misses.clone())
        {
            say(format!("  {miss}"));
        }
        for fault in &self.faults {
            say(format!("  line left out: {fault}"));
        }
        report
    }
}

/// A day other than the one meant, and nothing that makes the bot ask before it acts on it.
fn accepts_a_wrong_day(
    meant: &Map<String, Value>,
    heard: &Map<String, Value>,
    understood: &Understood,
) -> bool {
    let asks =
        understood.guess.is_some() || !understood.ambiguous.is_empty() || !understood.missing.is_empty();
    let days = ["start", "end", "second", "return_date"];
    !asks
        && days
            .iter()
            .any(|day| heard.contains_key(*day) && heard.get(*day) != meant.get(*day))
}
