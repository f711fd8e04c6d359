//! The facts of a message beside its times, and what is missing for its intent.

use chrono::NaiveDate;
use guichet_core::account::Circuit;
use guichet_core::kernel::words::Lang;

use super::facts::{Doubt, Fact, Facts, Topic};
use super::person::Named;
use super::piece::Piece;
use super::said::{request, weighty};
use super::token::Gap;
use super::when::{Said, Times};
use super::{Intent, Understood};

/// A message, taken apart.
pub(super) struct Heard<'a> {
    pub text: &'a str,
    pub pieces: &'a [Piece],
    pub times: Times,
    pub named: Option<Named>,
    pub today: NaiveDate,
}

/// Leave types said by words that are also used of other types: the other wins.
const VAGUE_TYPES: &[&str] = &["annual", "special_absence", "sick"];

/// "ca" is annual leave, or a pronoun: leave when written CA, counted, or followed by a day.
pub(super) fn without_pronouns(mut pieces: Vec<Piece>, text: &str) -> Vec<Piece> {
    let words: Vec<Option<String>> = pieces.iter().map(|piece| Some(piece.word.clone())).collect();
    let before = |at: usize| {
        at.checked_sub(1)
            .and_then(|at| words.get(at)?.as_deref())
            .unwrap_or("")
    };
    let dated: Vec<bool> = pieces
        .iter()
        .map(|piece| {
            piece.number.is_some()
                || piece.is("start_from")
                || ["weekday.", "relative.", "today.", "month."]
                    .iter()
                    .any(|prefix| piece.of(prefix).is_some())
                || ["du", "le", "les", "au"].contains(&piece.word.as_str())
        })
        .collect();
    for (at, piece) in pieces
        .iter_mut()
        .enumerate()
        .filter(|(_, piece)| piece.word == "ca")
    {
        let capital = text.get(piece.from..piece.to) == Some("CA");
        let counted = [
            "de", "d", "en", "un", "mes", "mon", "du", "des", "et", "jour", "solde",
        ]
        .contains(&before(at))
            || at > 0 && dated.get(at - 1).copied().unwrap_or(false);
        if !(capital || counted || dated.get(at + 1).copied().unwrap_or(false)) && piece.to - piece.from == 2
        {
            piece.senses.retain(|sense| sense.concept == "common");
        }
    }
    pieces
}

/// Fills in the facts, and says what is in doubt and what is missing.
pub(super) fn fill(
    heard: Heard<'_>,
    intent: Intent,
    near: Vec<Intent>,
    language: Option<Lang>,
) -> Understood {
    let any = |concept: &str| heard.pieces.iter().any(|piece| piece.is(concept));
    let mut facts = Facts {
        duration: heard.times.duration,
        returns_on: heard.times.returns_on,
        ..Facts::default()
    };
    let mut ambiguous = heard.times.doubts.clone();
    periods(&heard, &mut facts, &ambiguous);
    types(&heard, intent, &mut facts);
    facts.month = heard.times.month.map(|said| month(said, intent, heard.today));
    facts.year = heard.times.year.filter(|_| facts.month.is_none());
    let about_requests = matches!(
        intent,
        Intent::LeaveApprove | Intent::LeaveRefuse | Intent::LeaveCancel | Intent::LeaveStatus
    );
    if about_requests {
        facts.request = request(heard.pieces, &heard.times.used).map(|(_, number)| number);
        facts.all = any("all") || any("cancel_all");
    }
    if matches!(intent, Intent::LeaveApprove | Intent::LeaveRefuse) {
        facts.person = heard.named.as_ref().map(|named| named.name.clone());
    }
    if intent == Intent::LeaveRefuse {
        facts.reason = reason(&heard);
    }
    facts.circuit = match (any("intraparis"), any("moncompteparisien")) {
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
    };
    facts.choice = choice(heard.pieces);
    if intent == Intent::LanguageSet {
        facts.language =
            heard
                .pieces
                .iter()
                .find_map(|piece| match (piece.is("english"), piece.is("french")) {
                    (true, _) => Some(Lang::En),
                    (_, true) => Some(Lang::Fr),
                    _ => None,
                });
    }
    facts.topic = (intent == Intent::OutOfScope).then(|| topic(&heard));
    if facts.all
        && matches!(
            intent,
            Intent::LeaveCancel | Intent::LeaveApprove | Intent::LeaveRefuse
        )
    {
        ambiguous.push(Doubt {
            fact: Fact::Request,
            candidates: Vec::new(),
        });
    }
    // A sick note that only says until when holds from today.
    if facts.leave_type == Some("sick") && facts.start.is_none() && facts.end.is_some() {
        facts.start = Some(heard.today);
    }
    let missing = missing(intent, &facts, &ambiguous, heard.times.half_missing);
    Understood {
        intent,
        near,
        facts,
        ambiguous,
        missing,
        language,
    }
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
}

/// People ask for payslips of the past, and for leave of the future.
fn month(said: Said, intent: Intent, today: NaiveDate) -> super::Month {
    match intent {
        Intent::PayslipCheck if said.next(today) == Said::Shift(1).latest(today) => said.next(today),
        Intent::PayslipCheck | Intent::PayslipGet => said.latest(today),
        _ => said.next(today),
    }
}

/// What stands after "motif", or after the request that is refused.
fn reason(heard: &Heard<'_>) -> Option<String> {
    let pieces = heard.pieces;
    let verb = pieces.iter().position(|piece| piece.is("refuse"))?;
    let number = request(pieces, &heard.times.used).map_or(0, |(at, _)| at + 1);
    let person = heard.named.as_ref().map_or(0, |named| named.to);
    let mut from = number.max(person).max(verb + 1);
    let because =
        (verb + 1..pieces.len()).find(|&at| pieces.get(at).is_some_and(|piece| piece.is("because")));
    if let Some(because) = because {
        from = because;
    } else {
        // The dates of the request belong to the request.
        let part = |at: usize| {
            heard.times.used.get(at).copied().unwrap_or(false)
                || pieces.get(at).is_some_and(|p| {
                    [
                        "du", "de", "au", "le", "la", "from", "to", "of", "the", "demande", "request",
                    ]
                    .contains(&p.word.as_str())
                })
        };
        while part(from) && pieces.get(from).is_some_and(|piece| piece.gap < Gap::Comma) {
            from += 1;
        }
    }
    while pieces.get(from).is_some_and(|piece| piece.is("because")) {
        from += 1;
    }
    if number == 0
        && person == 0
        && because.is_none()
        && pieces.get(from).is_some_and(|piece| piece.gap < Gap::Comma)
    {
        return None;
    }
    let rest = heard.text.get(pieces.get(from)?.from..)?.trim();
    (!rest.is_empty() && weighty(pieces.get(from..)?).next().is_some()).then(|| rest.to_owned())
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

fn topic(heard: &Heard<'_>) -> Topic {
    let any = |concept: &str| heard.pieces.iter().any(|piece| piece.is(concept));
    if any("injection") {
        Topic::Injection
    } else if super::person::others(heard.pieces) {
        Topic::OtherPerson
    } else if any("topic.telework") {
        Topic::Telework
    } else if any("topic.strike") {
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
        Intent::PasswordReset => need(Fact::Circuit, facts.circuit.is_none() && !doubted(Fact::Circuit)),
        _ => {}
    }
    missing
}
