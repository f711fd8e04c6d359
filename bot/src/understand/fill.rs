//! The facts of a message beside its times, and what is missing for its intent.

use std::collections::HashSet;

use chrono::NaiveDate;
use guichet_core::account::Circuit;
use guichet_core::channel::Channel;
use guichet_core::document::Purpose;
use guichet_core::kernel::words::Lang;

use super::facts::{Doubt, Fact, Facts, Topic};
use super::particulars::{address, past, reference};
use super::person::{self, Named};
use super::piece::Piece;
use super::said::request;
use super::when::{Said, Times};
use super::{Intent, Understood, change, reason};

/// A message, taken apart.
pub(super) struct Heard<'a> {
    pub text: &'a str,
    pub pieces: &'a [Piece],
    pub times: Times,
    pub named: Option<Named>,
    pub today: NaiveDate,
    /// Every concept said.
    pub said: &'a HashSet<&'static str>,
}

impl Heard<'_> {
    fn any(&self, concept: &str) -> bool {
        self.pieces.iter().any(|piece| piece.is(concept))
    }

    /// True if the piece before this place expresses the concept.
    pub(super) fn leads(&self, at: usize, concept: &str) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.pieces.get(before));
        before.is_some_and(|piece| piece.is(concept))
    }
}

/// Leave types said by words that are also used of other types: the other wins.
const VAGUE_TYPES: &[&str] = &["annual", "special_absence", "sick"];

/// Leave of weeks: one date is its beginning.
const LONG_TYPES: &[&str] = &[
    "maternity",
    "paternity",
    "parental",
    "adoption",
    "unpaid",
    "carer",
];

/// Fills in the facts, and says what is in doubt and what is missing.
pub(super) fn fill(
    heard: &Heard<'_>,
    intent: Intent,
    near: Vec<Intent>,
    language: Option<Lang>,
) -> Understood {
    let mut ambiguous = heard.times.doubts.clone();
    let mut facts = Facts {
        duration: heard.times.duration,
        returns_on: heard.times.returns_on,
        past: heard
            .times
            .mentioned
            .first()
            .and_then(|said| past(&said.dates, heard.today)),
        whole_day: heard.times.whole_day,
        month: heard.times.month.map(|said| month(said, intent, heard.today)),
        choice: choice(heard.pieces),
        family: family(heard.said),
        address: address(heard.text, heard.pieces).map(|address| address.text),
        circuit: circuit(heard, &mut ambiguous),
        not_received: heard.any("not_seen"),
        explain: heard.said.contains("why.word"),
        channel: channel(heard),
        away: ["remote", "travel", "topic.telework"]
            .iter()
            .any(|word| heard.any(word)),
        fails: ["failing", "why", "not_seen"].iter().any(|word| heard.any(word)),
        topic: (intent == Intent::OutOfScope).then(|| topic(heard)),
        ..Facts::default()
    };
    facts.year = heard.times.year.filter(|_| facts.month.is_none());
    if matches!(intent, Intent::LanguageSet | Intent::DocumentRequest) {
        facts.language = language_asked(heard);
    }
    papers(heard, &mut facts);
    periods(heard, &mut facts, &ambiguous);
    types(heard, intent, &mut facts);
    requests(heard, intent, &mut facts, &mut ambiguous);
    match intent {
        Intent::LeaveModify => change::moved(heard, &mut facts),
        Intent::LeaveRequest if ambiguous.is_empty() => change::whole_month(heard, &mut facts),
        _ => {}
    }
    // A sick note that only says until when holds from today.
    if matches!(facts.leave_type, Some("sick" | "sick_child")) && facts.start.is_none() && facts.end.is_some()
    {
        facts.start = Some(heard.today);
    }
    // A birth is not one day off: the end is asked.
    if facts.leave_type.is_some_and(|kind| LONG_TYPES.contains(&kind))
        && facts.start == facts.end
        && facts.duration.is_none()
    {
        facts.end = None;
    }
    // A number that may be a day, and was not understood as one, must not be passed over.
    if intent == Intent::LeaveRequest && stray_day(heard) {
        ambiguous.push(Doubt {
            fact: Fact::Period,
            candidates: Vec::new(),
        });
    }
    let missing = missing(intent, &facts, &ambiguous, heard.times.half_missing);
    Understood {
        intent,
        near,
        guess: None,
        facts,
        ambiguous,
        missing,
        language,
    }
}

/// What happened in the family; the rarer word says more.
fn family(said: &HashSet<&'static str>) -> Option<&'static str> {
    let names = [
        "divorce",
        "pacs",
        "separation",
        "death",
        "adoption",
        "marriage",
        "birth",
    ];
    names
        .into_iter()
        .find(|name| said.contains(format!("family.{name}").as_str()))
}

/// Which requests are meant, by number, by person, or all of them.
fn requests(heard: &Heard<'_>, intent: Intent, facts: &mut Facts, ambiguous: &mut Vec<Doubt>) {
    let (decided, asked_for) = match intent {
        Intent::LeaveApprove | Intent::LeaveRefuse => (true, true),
        Intent::LeaveCancel => (false, true),
        Intent::LeaveUndo => (false, false),
        Intent::LeaveStatus | Intent::LeaveModify => (false, false),
        _ => return,
    };
    // "tout sauf 142": what is excepted is not what is meant.
    if !heard.any("except") {
        facts.request = request(heard.pieces, &heard.times.used).map(|(_, number)| number);
        facts.person = heard
            .named
            .as_ref()
            .filter(|_| decided)
            .map(|named| named.name.clone());
    }
    if intent == Intent::LeaveRefuse {
        facts.reason = reason::reason(heard);
    }
    facts.all = heard.any("all") || heard.any("cancel_all");
    if facts.all && asked_for {
        ambiguous.push(Doubt {
            fact: Fact::Request,
            candidates: Vec::new(),
        });
    }
}

fn circuit(heard: &Heard<'_>, ambiguous: &mut Vec<Doubt>) -> Option<Circuit> {
    match (heard.any("intraparis"), heard.any("moncompteparisien")) {
        (true, false) => Some(Circuit::IntraParis),
        (false, true) => Some(Circuit::MonCompteParisien),
        (true, true) => {
            ambiguous.push(Doubt {
                fact: Fact::Circuit,
                candidates: Vec::new(),
            });
            None
        }
        (false, false) => None,
    }
}

fn language_asked(heard: &Heard<'_>) -> Option<Lang> {
    heard
        .pieces
        .iter()
        .find_map(|piece| match (piece.is("english"), piece.is("french")) {
            (true, _) => Some(Lang::En),
            (_, true) => Some(Lang::Fr),
            _ => None,
        })
}

/// Words of documents, and the codes that they have in the shipped configuration.
const PAPERS: &[(&str, &str)] = &[
    ("doc.unemployment_certificate", "unemployment_certificate"),
    ("doc.statement_of_service", "statement_of_service"),
    ("doc.administrative_certificate", "administrative_certificate"),
    ("doc.pay_certificate", "pay_certificate"),
    ("doc.employer_certificate", "employer_certificate"),
    ("doc.employment_contract", "employment_contract"),
    ("doc.appointment_order", "appointment_order"),
];

const PURPOSES: &[(&str, Purpose)] = &[
    ("purpose.housing", Purpose::Housing),
    ("purpose.bank", Purpose::Bank),
    ("purpose.school", Purpose::Childcare),
    ("purpose.visa", Purpose::Visa),
    ("purpose.retirement", Purpose::Retirement),
    ("purpose.social", Purpose::Other),
];

/// Which document, what for, and the number of a request for one.
fn papers(heard: &Heard<'_>, facts: &mut Facts) {
    facts.document = PAPERS
        .iter()
        .find(|(theme, _)| heard.said.contains(theme))
        .map(|(_, code)| *code);
    facts.purpose = PURPOSES
        .iter()
        .find(|(theme, _)| heard.said.contains(theme))
        .map(|(_, purpose)| *purpose);
    let number = reference(heard.text).and_then(|text| text.strip_prefix("DOC-")?.parse().ok());
    facts.request = facts.request.or(number);
}

fn stray_day(heard: &Heard<'_>) -> bool {
    heard.pieces.iter().enumerate().any(|(at, piece)| {
        let counts = heard
            .pieces
            .get(at + 1)
            .is_some_and(|next| next.of("unit.").is_some() || next.is("half_day"));
        let day = matches!(piece.number, Some(1..=31)) && (1..=2).contains(&piece.digits);
        day && !counts && !heard.times.used.get(at).copied().unwrap_or(false)
    })
}

fn periods(heard: &Heard<'_>, facts: &mut Facts, ambiguous: &[Doubt]) {
    if let Some(span) = heard.times.periods.first() {
        (facts.start, facts.end) = (span.start, span.end);
        (facts.start_half, facts.end_half) = (span.start_half, span.end_half);
    }
    let doubted = |fact: Fact| ambiguous.iter().any(|doubt| doubt.fact == fact);
    if let Some(span) = heard.times.periods.get(1) {
        facts.second = span.closed().filter(|_| !doubted(Fact::Period));
    }
}

fn types(heard: &Heard<'_>, intent: Intent, facts: &mut Facts) {
    for code in heard
        .pieces
        .iter()
        .flat_map(|piece| &piece.senses)
        .filter_map(|s| s.concept.strip_prefix("type."))
    {
        if !facts.leave_types.contains(&code) {
            facts.leave_types.push(code);
        }
    }
    let precise = facts.leave_types.iter().find(|code| !VAGUE_TYPES.contains(code));
    facts.leave_type = match (intent, facts.leave_types.as_slice()) {
        (Intent::LeaveBalance, [_, _, ..]) => None,
        (_, [first, ..]) => Some(
            precise
                .or_else(|| facts.leave_types.iter().find(|code| **code != "annual"))
                .unwrap_or(first),
        ),
        (_, []) => None,
    };
    // A sick child says more than sickness.
    let kid_ill =
        heard.said.contains("kid.ill") && matches!(facts.leave_type, None | Some("special_absence" | "sick"));
    if kid_ill || facts.leave_type == Some("sick") && heard.any("kid") {
        facts.leave_type = Some("sick_child");
    }
}

/// People ask for payslips of the past, and for leave of the future.
fn month(said: Said, intent: Intent, today: NaiveDate) -> super::Month {
    match intent {
        Intent::PayslipCheck if said.next(today) == Said::Shift(1).latest(today) => said.next(today),
        Intent::PayslipCheck | Intent::PayslipGet => said.latest(today),
        _ => said.next(today),
    }
}

/// A message that is one number, with or without "n°", "option", "le".
fn choice(pieces: &[Piece]) -> Option<u32> {
    let mut numbers = pieces
        .iter()
        .filter(|piece| !(piece.is("noise") || piece.is("choice") && piece.number.is_none()));
    let number = numbers.next()?.number?;
    numbers
        .next()
        .is_none()
        .then(|| u32::try_from(number).ok().filter(|number| *number < 100))
        .flatten()
}

/// The channel that the words tell, if they tell only one.
fn channel(heard: &Heard<'_>) -> Option<Channel> {
    let mut said = [
        ("office", Channel::Internal),
        ("vpn", Channel::Vpn),
        ("mobile", Channel::MobilePortal),
    ]
    .into_iter()
    .filter(|(word, _)| heard.any(word));
    let (_, channel) = said.next()?;
    said.next().is_none().then_some(channel)
}

fn topic(heard: &Heard<'_>) -> Topic {
    if heard.any("injection") {
        Topic::Injection
    } else if person::others(heard.pieces) || person::others_leave(heard.pieces) {
        Topic::OtherPerson
    } else if heard.any("topic.telework") {
        Topic::Telework
    } else if heard.any("topic.strike") {
        Topic::Strike
    } else {
        Topic::Elsewhere
    }
}

fn missing(intent: Intent, facts: &Facts, ambiguous: &[Doubt], half: bool) -> Vec<Fact> {
    let doubted = |fact: Fact| ambiguous.iter().any(|doubt| doubt.fact == fact);
    let mut missing = Vec::new();
    let mut need = |fact, lacks: bool| {
        if lacks {
            missing.push(fact);
        }
    };
    match intent {
        Intent::LeaveRequest => {
            need(Fact::Start, facts.start.is_none() && !doubted(Fact::Start));
            need(
                Fact::End,
                facts.end.is_none() && !doubted(Fact::Start) && !doubted(Fact::End),
            );
            need(Fact::Half, half && !doubted(Fact::Half));
        }
        Intent::LeaveApprove | Intent::LeaveRefuse => {
            need(
                Fact::Request,
                facts.request.is_none() && facts.person.is_none() && !facts.all,
            );
            need(
                Fact::Reason,
                intent == Intent::LeaveRefuse && facts.reason.is_none(),
            );
        }
        Intent::PasswordReset | Intent::AccountCreate => {
            need(Fact::Circuit, facts.circuit.is_none() && !doubted(Fact::Circuit))
        }
        _ => {}
    }
    missing
}
