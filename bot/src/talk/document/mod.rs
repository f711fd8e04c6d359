//! Documents of human resources: asking for one by a short form, what became of it, answering a question about it.

mod form;
mod status;

use guichet_core::document::{Document, DocumentId, Link, Offer, Request, Wish, reference};
use guichet_core::kernel::line::{Line, Value};
use serde::{Deserialize, Serialize};

use super::{Answer as AnyAnswer, Ask as AnyAsk, Heard, Said, Scene, State as AnyState, Turn};
use crate::understand::Intent;

/// Where the talk stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Something of the form was asked.
    Filling(Wish),
    /// The form is shown: send it?
    Confirming(Wish),
    /// Take this request back?
    Withdrawing(i64),
    /// The next message answers the question about this request.
    Replying(i64),
    /// The answer is shown: send it?
    Sending(i64, String),
}

/// What is asked of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What can be asked for, for this form.
    Offers(Wish),
    /// Ask for it.
    Request(Wish),
    /// Where the requests stand: one by its number, those of a kind, or all.
    Status(Option<i64>, Option<String>),
    /// Take a request back.
    Withdraw(i64),
    /// Answer the question about a request.
    Reply(i64, String),
    /// A link to a document.
    Open(DocumentId),
}

impl Ask {
    /// True when it changes something.
    pub fn changes(&self) -> bool {
        matches!(self, Self::Request(_) | Self::Withdraw(_) | Self::Reply(..))
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What can be asked for, and the form so far.
    Offers(Vec<Offer>, Wish),
    /// It is asked for.
    Requested(Request),
    /// Where requests stand, and what was asked about.
    Stands {
        /// All of the agent's, newest first.
        requests: Vec<Request>,
        /// All of the agent's.
        documents: Vec<Document>,
        /// The one asked about.
        number: Option<i64>,
        /// The kind asked about.
        kind: Option<String>,
    },
    /// A request is taken back.
    Withdrawn(Request),
    /// A question is answered.
    Replied(Request),
    /// A link to a document.
    Opened(Document, Link),
}

/// True for the choices and answers of this room.
pub(super) fn concerns(heard: &Heard) -> bool {
    match heard {
        Heard::Picked(id) => id.starts_with("document."),
        Heard::Answered(answer) => matches!(answer, AnyAnswer::Document(_)),
        Heard::Said(_) => false,
    }
}

/// A talk that begins with these words; `None`: they are about something else.
pub(super) fn open(said: &Said) -> Option<Turn> {
    let facts = &said.understood.facts;
    let names_one = said.text.to_ascii_uppercase().contains("DOC-");
    match said.understood.intent {
        Intent::DocumentRequest => Some(ask(Ask::Offers(form::heard(Wish::default(), said)))),
        Intent::LeaveCancel | Intent::Cancel if names_one => Some(sure(facts.request?)),
        Intent::DocumentStatus => {
            let kind = facts.document.map(str::to_owned);
            Some(ask(Ask::Status(facts.request, kind)))
        }
        _ => None,
    }
}

/// One step.
pub(super) fn step(state: Option<State>, heard: Heard, scene: &Scene) -> Turn {
    match (heard, state) {
        (Heard::Answered(AnyAnswer::Document(answer)), _) => answered(answer, scene),
        (Heard::Answered(AnyAnswer::Refused(line)), _) => Turn::says(line),
        (Heard::Picked(id), state) => picked(&id, state, scene),
        (Heard::Said(said), Some(state)) => reply(state, said, scene),
        (heard, None) | (heard @ Heard::Answered(_), _) => super::menu::step(heard, scene),
    }
}

fn reply(state: State, said: Said, scene: &Scene) -> Turn {
    match (state, said.understood.intent) {
        (_, Intent::Cancel | Intent::Back) => Turn::says(Line::public("talk-cancelled")),
        (State::Confirming(wish), Intent::Affirm) => ask(Ask::Request(wish)),
        (State::Withdrawing(number), Intent::Affirm) => ask(Ask::Withdraw(number)),
        (State::Confirming(_), Intent::Deny) => Turn::says(Line::personal("document-not-stored")),
        (State::Withdrawing(_), Intent::Deny) => Turn::says(Line::public("talk-cancelled")),
        (State::Sending(number, text), Intent::Affirm) => ask(Ask::Reply(number, text)),
        (State::Sending(number, _), Intent::Deny) => write(number),
        (State::Replying(number) | State::Sending(number, _), _) => send(number, said.text),
        (State::Filling(wish) | State::Confirming(wish), intent) => {
            let more = form::heard(wish.clone(), &said);
            let lost = matches!(
                intent,
                Intent::Unknown | Intent::Affirm | Intent::Deny | Intent::DocumentRequest
            );
            if more != wish || lost {
                ask(Ask::Offers(more))
            } else {
                super::menu::step(Heard::Said(said), scene)
            }
        }
        (State::Withdrawing(_), _) => super::menu::step(Heard::Said(said), scene),
    }
}

/// `document.kind:CODE`, `document.purpose:CODE`, `document.lang:CODE`; `document.withdraw:NUMBER`,
/// `document.reply:NUMBER`, `document.open:ID`.
fn picked(id: &str, state: Option<State>, scene: &Scene) -> Turn {
    let nothing = || super::menu::step(Heard::Picked(id.to_owned()), scene);
    let Some(rest) = id.strip_prefix("document.") else {
        return match (id, state) {
            ("yes", Some(State::Confirming(wish))) => ask(Ask::Request(wish)),
            ("yes", Some(State::Withdrawing(number))) => ask(Ask::Withdraw(number)),
            ("yes", Some(State::Sending(number, text))) => ask(Ask::Reply(number, text)),
            ("no", Some(State::Sending(number, _))) => write(number),
            ("no", Some(State::Confirming(_))) => Turn::says(Line::personal("document-not-stored")),
            ("no", Some(State::Withdrawing(_))) => Turn::says(Line::public("talk-cancelled")),
            _ => nothing(),
        };
    };
    let (verb, value) = rest.split_once(':').unwrap_or((rest, ""));
    let number = value.parse::<i64>().ok();
    let wish = match state {
        Some(State::Filling(wish) | State::Confirming(wish)) => wish,
        _ => Wish::default(),
    };
    match (verb, number) {
        ("new", _) => ask(Ask::Offers(Wish::default())),
        ("withdraw", Some(number)) => sure(number),
        ("reply", Some(number)) => write(number),
        ("open", _) => value.parse().map_or_else(|_| nothing(), |id| ask(Ask::Open(id))),
        (verb, _) => form::picked(wish, verb, value).map_or_else(nothing, |wish| ask(Ask::Offers(wish))),
    }
}

fn answered(answer: Answer, scene: &Scene) -> Turn {
    match answer {
        Answer::Offers(offers, wish) => form::next(&offers, wish),
        Answer::Requested(request) => {
            Turn::says(named("document-requested", &request).arg("due", request.due_on))
        }
        Answer::Stands {
            requests,
            documents,
            number,
            kind,
        } => status::said(&requests, &documents, (number, kind), scene),
        Answer::Withdrawn(request) => Turn::says(named("document-withdrawn", &request)),
        Answer::Replied(request) => Turn::says(named("document-replied", &request)),
        Answer::Opened(document, link) => {
            let line = Line::personal("document-link").arg("name", Value::Both(document.name));
            let line = line.arg("hour", Value::Hour(link.expires_at));
            Turn::says(line.link("document-open", link.url))
        }
    }
}

fn named(key: &str, request: &Request) -> Line {
    let line = Line::personal(key).arg("reference", request.reference());
    line.arg("name", Value::Both(request.name.clone()))
}

fn sure(number: i64) -> Turn {
    let line = Line::personal("document-withdraw-sure").arg("reference", reference(number));
    let line = line.choice("yes", "talk-yes").choice("no", "talk-no");
    Turn::waits(AnyState::Document(State::Withdrawing(number)), line)
}

fn write(number: i64) -> Turn {
    let line = Line::personal("document-write-reply").arg("reference", reference(number));
    Turn::waits(AnyState::Document(State::Replying(number)), line)
}

/// Whatever was written may have been meant for somebody else: it leaves only once it was seen.
fn send(number: i64, text: String) -> Turn {
    let line = Line::personal("document-send-reply")
        .arg("reference", reference(number))
        .arg("text", text.as_str());
    let line = line.choice("yes", "talk-yes").choice("no", "talk-no");
    Turn::waits(AnyState::Document(State::Sending(number, text)), line)
}

fn ask(ask: Ask) -> Turn {
    Turn::asks(AnyState::Idle, AnyAsk::Document(ask))
}
