//! One's own record: seeing it, declaring a new address, taking a change back, asking for a new card.

mod address;

use guichet_core::kernel::line::{Line, Value};
use guichet_core::profile::{Address, BadAddress, Change, Detail, Kind, Sheet};
use guichet_core::ticket::Ticket;
use serde::{Deserialize, Serialize};

use super::{Answer as AnyAnswer, Ask as AnyAsk, Heard, Said, Scene, State as AnyState, Turn};
use crate::understand::Intent;

/// Where the talk stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Which address? What is known of the street.
    Address(Option<String>),
    /// Is it sent?
    AddressSure(Address),
}

/// What is asked of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What the record says.
    Show,
    /// Which professional number is on record.
    Phone,
    /// Whether this address may be declared.
    Propose(Address),
    /// Declare it.
    Declare(Address),
    /// Take back the open change of a kind.
    Withdraw(Kind),
    /// A new professional card.
    Card,
}

impl Ask {
    /// True when it changes something.
    pub fn changes(&self) -> bool {
        matches!(self, Self::Declare(_) | Self::Withdraw(_) | Self::Card)
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The record, and the address of its page.
    Shown(Box<Sheet>, String),
    /// The professional number on record.
    Phone(Option<String>),
    /// This address may be declared; it stands beside the one of today.
    Proposed(Address, Option<Detail>),
    /// It is declared.
    Declared(Change),
    /// It is taken back.
    Withdrawn(Kind),
    /// A request for a card is open.
    CardRequested(Ticket),
}

/// True for the choices and answers of this room.
pub(super) fn concerns(heard: &Heard) -> bool {
    match heard {
        Heard::Picked(id) => id.starts_with("profile."),
        Heard::Answered(answer) => matches!(answer, AnyAnswer::Profile(_)),
        Heard::Said(_) => false,
    }
}

/// A talk that begins with these words; `None`: they are about something else.
pub(super) fn open(said: &Said) -> Option<Turn> {
    match said.understood.intent {
        Intent::ProfileShow => Some(ask(Ask::Show)),
        Intent::ProfilePhone => Some(ask(Ask::Phone)),
        Intent::ProfileAddress if said.understood.facts.address.is_some() => Some(gather(None, said)),
        Intent::ProfileAddress => Some(which_address()),
        Intent::CardRequest => Some(Turn::says(
            Line::public("profile-card").choice("profile.card", "profile-choice-card"),
        )),
        _ => None,
    }
}

/// One step.
pub(super) fn step(state: Option<State>, heard: Heard, scene: &Scene) -> Turn {
    match (heard, state) {
        (Heard::Answered(AnyAnswer::Profile(answer)), _) => answered(answer),
        (Heard::Answered(AnyAnswer::Refused(line)), _) => Turn::says(line),
        (Heard::Picked(id), state) => picked(&id, state, scene),
        (Heard::Said(said), Some(state)) => match (state, said.understood.intent) {
            (_, Intent::Cancel | Intent::Back) => Turn::says(Line::public("talk-cancelled")),
            (State::AddressSure(address), Intent::Affirm) => ask(Ask::Declare(address)),
            (State::AddressSure(_), Intent::Deny) => Turn::says(Line::public("talk-cancelled")),
            // An address is an address, whatever else its words could mean.
            (State::Address(street), _) if is_address(&said) => gather(street.as_deref(), &said),
            (State::AddressSure(_), _) if is_address(&said) => gather(None, &said),
            (State::Address(street), Intent::Unknown) => gather(street.as_deref(), &said),
            (state @ State::AddressSure(_), Intent::Unknown) => {
                sure(state, Line::public("profile-address-again"))
            }
            _ => super::menu::step(Heard::Said(said), scene),
        },
        (heard, _) => super::menu::step(heard, scene),
    }
}

fn picked(id: &str, state: Option<State>, scene: &Scene) -> Turn {
    match (id, state) {
        ("profile.card", _) => ask(Ask::Card),
        ("yes", Some(State::AddressSure(address))) => ask(Ask::Declare(address)),
        ("no", Some(State::AddressSure(_))) => Turn::says(Line::public("talk-cancelled")),
        (id, _) => match id
            .strip_prefix("profile.withdraw:")
            .and_then(|kind| kind.parse().ok())
        {
            Some(kind) => ask(Ask::Withdraw(kind)),
            None => super::menu::step(Heard::Picked(id.to_owned()), scene),
        },
    }
}

fn answered(answer: Answer) -> Turn {
    match answer {
        Answer::Shown(sheet, page) => Turn::says(shown(&sheet).link("profile-open-page", page)),
        Answer::Phone(mobile) => Turn::says(Line::personal("profile-phone").arg("mobile", known(mobile))),
        Answer::Proposed(address, before) => {
            let before = match before {
                Some(before) => Line::personal("profile-address-before").arg("old", before.value()),
                None => Line::personal("profile-address-first"),
            };
            let line = Line::personal("profile-address-preview")
                .arg("new", address.to_string())
                .item(before);
            sure(State::AddressSure(address), line)
        }
        Answer::Declared(change) => {
            let line = Line::personal("profile-declared")
                .arg("kind", Value::word(change.kind().key()))
                .arg("value", change.after.value());
            let card = Line::personal("profile-card-separate").choice("profile.card", "profile-choice-card");
            Turn {
                says: vec![line, card],
                ..Turn::default()
            }
        }
        Answer::Withdrawn(kind) => {
            Turn::says(Line::personal("profile-withdrawn").arg("kind", Value::word(kind.key())))
        }
        Answer::CardRequested(ticket) => Turn::says(ticket.opened()),
    }
}

/// The record, with what is under way.
fn shown(sheet: &Sheet) -> Line {
    let agent = &sheet.agent;
    let names = [
        ("profile-show-supervisor", &sheet.supervisor),
        ("profile-show-officer", &sheet.hr_officer),
    ];
    let mut line = Line::personal("profile-show")
        .item(Line::personal("profile-show-number").arg("number", agent.number.as_str()))
        .item(Line::personal("profile-show-email").arg("email", agent.email.as_str()))
        .item(Line::personal("profile-show-mobile").arg("mobile", known(agent.mobile.clone())));
    for (key, name) in names {
        line = line.item(Line::personal(key).arg("name", known(name.clone())));
    }
    for kind in Kind::ALL {
        let value = sheet
            .of(kind)
            .map_or_else(|| Value::word("profile-none"), Detail::value);
        let label = Line::personal("profile-show-detail").arg("label", Value::word(kind.key()));
        line = line.item(label.arg("value", value));
    }
    for change in Kind::ALL.into_iter().filter_map(|kind| sheet.open(kind)) {
        let kind = Value::word(change.kind().key());
        let open = Line::personal("profile-show-open")
            .arg("kind", kind.clone())
            .arg("date", Value::Day(change.declared_at))
            .arg("value", change.after.value())
            .arg("stage", Value::word(change.stage.key()));
        let args = vec![("kind".to_owned(), kind)];
        let id = format!("profile.withdraw:{}", change.kind());
        line = line.item(open).choice_with(id, "profile-choice-withdraw", args);
    }
    line
}

fn known(text: Option<String>) -> Value {
    text.map_or_else(|| Value::word("profile-none"), Value::Text)
}

fn is_address(said: &Said) -> bool {
    said.understood.facts.address.is_some() || address::has_postcode(&said.text)
}

/// Adds what was just said, and asks for what is missing.
fn gather(street: Option<&str>, said: &Said) -> Turn {
    match address::read(street, said) {
        Ok(address) => Turn::asks(AnyState::Idle, AnyAsk::Profile(Ask::Propose(address))),
        Err((BadAddress::Street, _)) => which_address(),
        Err((bad, street)) => {
            let line = match &street {
                Some(street) if !address::has_postcode(&said.text) => {
                    Line::personal("profile-address-rest").arg("street", street.as_str())
                }
                _ => Line::public(bad.key()),
            };
            Turn::waits(AnyState::Profile(State::Address(street)), line)
        }
    }
}

fn which_address() -> Turn {
    Turn::waits(
        AnyState::Profile(State::Address(None)),
        Line::public("profile-address-which"),
    )
}

fn sure(state: State, line: Line) -> Turn {
    let line = line
        .choice("yes", "profile-choice-send")
        .choice("no", "profile-choice-drop");
    Turn::waits(AnyState::Profile(state), line)
}

fn ask(ask: Ask) -> Turn {
    Turn::asks(AnyState::Idle, AnyAsk::Profile(ask))
}
