//! Every fact of a message under the name that the corpus gives it (`lexicon/slots.txt`, and what is computed here).
//!
//! The dialogues read the typed `Facts`; the rooms to come find here what their forms will ask for.

mod leave;

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use guichet_core::account::Circuit;
use guichet_core::kernel::words::Lang;
use serde_json::{Map, Value, json};

use super::facts::Fact;
use super::fill::Heard;
use super::lexicon::lines;
use super::particulars as found;
use super::rules::{Condition, conditions_of};
use super::when::Aside;
use super::{Intent, Understood};

/// Facts by name.
pub(super) type Slots = Map<String, Value>;

const TEXT: &str = include_str!("lexicon/slots.txt");

/// One line of the file.
struct Told {
    intent: Intent,
    slot: &'static str,
    value: &'static str,
    conditions: Vec<Condition>,
}

static TOLD: LazyLock<Vec<Told>> = LazyLock::new(|| lines(TEXT).filter_map(told).collect());

fn told(line: &'static str) -> Option<Told> {
    let (head, conditions) = line.split_once(" : ")?;
    let (intent, fact) = head.trim().split_once(' ')?;
    let (slot, value) = fact.trim().split_once('=')?;
    Some(Told {
        intent: Intent::named(intent)?,
        slot,
        value,
        conditions: conditions_of(conditions),
    })
}

/// The facts of a message.
pub(super) fn slots(heard: &Heard<'_>, understood: &Understood) -> Slots {
    let said = heard.said;
    let mut slots = Slots::new();
    for told in TOLD
        .iter()
        .filter(|told| told.intent.name() == understood.intent.corpus_name())
    {
        if told.conditions.iter().all(|condition| condition.holds(said)) && !slots.contains_key(told.slot) {
            let value = match told.value {
                "true" => json!(true),
                "false" => json!(false),
                text => json!(text),
            };
            slots.insert(told.slot.to_owned(), value);
        }
    }
    let mut filled = Filling {
        heard,
        understood,
        said,
        slots,
    };
    filled.fill();
    filled.slots
}

struct Filling<'a> {
    heard: &'a Heard<'a>,
    understood: &'a Understood,
    said: &'a HashSet<&'static str>,
    slots: Slots,
}

impl Filling<'_> {
    fn put(&mut self, name: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.slots.insert(name.to_owned(), value);
        }
    }

    fn fill(&mut self) {
        let (facts, pieces) = (&self.understood.facts, self.heard.pieces);
        match self.understood.intent {
            Intent::LeaveRequest => self.request(),
            Intent::LeaveModify => self.change(),
            Intent::LeaveBalance => self.balance(),
            Intent::LeaveStatus | Intent::LeaveCancel | Intent::LeaveUndo => self.own(),
            Intent::LeaveApprove | Intent::LeaveRefuse => self.decision(),
            Intent::TeamCalendar => self.team(),
            Intent::PasswordReset => {
                self.circuit();
                self.put("missing", facts.circuit.is_none().then_some(json!(["circuit"])));
            }
            Intent::AccountCreate => {
                self.circuit();
                self.has();
            }
            // The mobile portal is a way in, not an account.
            Intent::AccountDiagnose if self.said.contains("channel.mobile_portal") => {}
            Intent::AccountDiagnose => self.circuit(),
            Intent::AccountUnlock => {
                self.circuit();
                self.put(
                    "failed_attempts",
                    found::attempts(pieces).map(|count| json!(count)),
                );
            }
            Intent::AccountReactivate => {
                self.circuit();
                self.put("months", found::months(pieces).map(|count| json!(count)));
            }
            Intent::PayslipCheck | Intent::PayslipGet => {
                self.month();
                self.put("year", facts.year.map(|year| json!(year)));
                self.put("last_n", found::last(pieces).map(|count| json!(count)));
            }
            Intent::AccessChannels if !self.said.contains("access.mail") && !self.said.contains("app") => {}
            Intent::AccessChannels | Intent::AppAccess => {
                self.put(
                    "app",
                    found::application(self.heard.text, pieces, self.said).map(|app| json!(app)),
                );
            }
            Intent::LanguageSet => {
                let code = |lang| if lang == Lang::Fr { "fr" } else { "en" };
                self.put("language", facts.language.map(|lang| json!(code(lang))));
            }
            Intent::OutOfScope => self.elsewhere(),
            _ => self.personal(),
        }
    }

    fn personal(&mut self) {
        let (pieces, text) = (self.heard.pieces, self.heard.text);
        match self.understood.intent {
            Intent::DocumentRequest
                if self.slots.get("doc_type") == Some(&json!("unemployment_certificate")) =>
            {
                // The end of a contract is near, past or to come.
                let away = |day: &NaiveDate| (*day - self.heard.today).num_days().abs();
                let near = [self.day(), self.understood.facts.past]
                    .into_iter()
                    .flatten()
                    .min_by_key(away);
                self.put("date", near.map(shown));
            }
            Intent::DocumentStatus => {
                self.put(
                    "request_id",
                    found::reference(text).map(|reference| json!(reference)),
                );
                self.put("requested_on", self.asked_on().map(shown));
            }
            Intent::ProfilePhone => {
                let phone = found::phone(text);
                self.put("missing", phone.is_none().then_some(json!(["phone"])));
                if phone.is_none() {
                    self.slots.remove("kind");
                }
                self.put("phone", phone.map(|phone| json!(phone)));
            }
            Intent::ProfileAddress => {
                let address = found::address(text, pieces);
                let until = address.as_ref().map_or(usize::MAX, |address| address.from);
                let day = self.mention(|mention| mention.from < until).or_else(|| {
                    let after = address.as_ref().map_or(usize::MAX, |address| address.to);
                    self.mention(|mention| mention.from >= after)
                });
                self.put("missing", address.is_none().then_some(json!(["address"])));
                self.put("address", address.map(|address| json!(address.text)));
                self.put("effective", day.map(shown));
            }
            Intent::ProfileBank => {
                let iban = found::iban(text);
                if self.slots.contains_key("question") {
                    self.month();
                    self.slots.remove("has_document");
                }
                self.put("iban", iban.map(|iban| json!(iban)));
            }
            Intent::ProfileFamily => self.put("date", self.understood.facts.past.map(shown)),
            Intent::CardRequest if self.slots.contains_key("reason") => {
                self.put("date", self.understood.facts.past.map(shown));
            }
            Intent::RemindersSettings => {
                self.put(
                    "days_before",
                    found::days_before(text, pieces).map(|days| json!(days)),
                );
            }
            _ => {}
        }
    }

    fn circuit(&mut self) {
        let name = match self.understood.facts.circuit {
            Some(Circuit::IntraParis) => Some("IntraParis"),
            Some(Circuit::MonCompteParisien) => Some("MonCompteParisien"),
            None => {
                let both = self
                    .understood
                    .ambiguous
                    .iter()
                    .any(|doubt| doubt.fact == Fact::Circuit);
                (both && self.understood.intent == Intent::AccountDiagnose).then_some("unknown")
            }
        };
        self.put("circuit", name.map(|name| json!(name)));
    }

    fn has(&mut self) {
        let had = [
            ("has.email", "professional_email"),
            ("has.agent_id", "agent_id"),
            ("has.temporary", "temporary_password"),
        ];
        let had: Vec<_> = had
            .into_iter()
            .filter(|(concept, _)| self.said.contains(concept))
            .collect();
        let had: Vec<_> = had.into_iter().map(|(_, name)| name).collect();
        self.put("has", (!had.is_empty()).then(|| json!(had)));
    }

    fn elsewhere(&mut self) {
        let refused = self
            .understood
            .facts
            .topic
            .is_some_and(|topic| topic.is_refused());
        self.put("refuse", refused.then_some(json!(true)));
        if self.slots.get("topic") == Some(&json!("strike_declaration")) {
            self.put("date", self.day().map(shown));
        }
    }

    fn month(&mut self) {
        let month = self.understood.facts.month;
        self.put(
            "month",
            month.map(|said| json!(format!("{}-{:02}", said.year, said.month))),
        );
    }

    /// The one day that is spoken of.
    fn day(&self) -> Option<NaiveDate> {
        self.mention(|_| true)
    }

    fn mention(&self, wanted: impl Fn(&super::when::Mention) -> bool) -> Option<NaiveDate> {
        let said = self
            .heard
            .times
            .mentioned
            .iter()
            .find(|mention| wanted(mention))?;
        if said.aside == Aside::Since || self.said.contains("address.past") {
            found::past(&said.dates, self.heard.today)
        } else {
            said.dates.first().copied()
        }
    }

    /// "Il y a trois semaines", "le 3 juin".
    fn asked_on(&self) -> Option<NaiveDate> {
        found::ago(self.heard.pieces, self.heard.today).or(self.understood.facts.past)
    }
}

fn shown(day: NaiveDate) -> Value {
    json!(day.to_string())
}

/// Every concept that a line asks for.
#[cfg(test)]
pub(super) fn concepts() -> HashSet<&'static str> {
    let conditions = TOLD.iter().flat_map(|told| &told.conditions);
    conditions
        .flat_map(|condition| condition.concepts().iter().copied())
        .collect()
}

/// The lines that make no sense.
#[cfg(test)]
pub(super) fn faults() -> Vec<&'static str> {
    lines(TEXT).filter(|line| told(line).is_none()).collect()
}
