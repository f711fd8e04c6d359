//! One's own record: seeing it, declaring a new address or what happened in the family, the way to new bank details,
//! taking a change back, asking for a new card.

mod address;
mod family;
mod say;

use guichet_core::kernel::line::Line;
use guichet_core::profile::{BadAddress, Change, Detail, Event, Kind, Payday, Sheet};
use guichet_core::ticket::Ticket;
use serde::{Deserialize, Serialize};

use super::{Answer as AnyAnswer, Ask as AnyAsk, Heard, Said, Scene, State as AnyState, Turn};
use crate::understand::Intent;

/// Where the talk stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Which address? What is known of the street.
    Address(Option<String>),
    /// What happened in the family?
    FamilyEvent,
    /// On which day?
    FamilyDay(Event),
    /// Is it sent?
    Sure(Detail),
}

/// What is asked of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What the record says.
    Show,
    /// Which professional number is on record.
    Phone,
    /// Where the pay goes, and from when on it could go elsewhere.
    Bank,
    /// Whether this may be declared.
    Propose(Detail),
    /// Declare it.
    Declare(Detail),
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
    /// The record, what new bank details would depend on, and the address of their page.
    Bank(Box<Sheet>, Payday, String),
    /// This may be declared; beside it stands what holds today, and the most that a proof may weigh, in megabytes.
    Proposed(Detail, Option<Detail>, i64),
    /// It is declared, and has a page.
    Declared(Change, String),
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
        Intent::ProfileBank => Some(ask(Ask::Bank)),
        Intent::ProfileFamily => Some(family::gather(family::event(said), family::day(said))),
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
            (State::Sure(detail), Intent::Affirm) => ask(Ask::Declare(detail)),
            (State::Sure(_), Intent::Deny) => Turn::says(Line::public("talk-cancelled")),
            // An address is an address, whatever else its words could mean.
            (State::Address(street), _) if is_address(&said) => gather(street.as_deref(), &said),
            (State::Sure(Detail::Address(_)), _) if is_address(&said) => gather(None, &said),
            (State::Address(street), Intent::Unknown) => gather(street.as_deref(), &said),
            (State::FamilyDay(event), _) if family::day(&said).is_some() => {
                family::gather(Some(event), family::day(&said))
            }
            (State::FamilyEvent, _) if family::event(&said).is_some() => {
                family::gather(family::event(&said), family::day(&said))
            }
            (State::FamilyDay(event), Intent::Unknown | Intent::Affirm) => family::gather(Some(event), None),
            (State::FamilyEvent, Intent::Unknown) => family::gather(None, None),
            (state @ State::Sure(_), Intent::Unknown) => sure(state, Line::public("profile-again")),
            _ => super::menu::step(Heard::Said(said), scene),
        },
        (heard, _) => super::menu::step(heard, scene),
    }
}

fn picked(id: &str, state: Option<State>, scene: &Scene) -> Turn {
    match (id, state) {
        ("profile.card", _) => ask(Ask::Card),
        ("yes", Some(State::Sure(detail))) => ask(Ask::Declare(detail)),
        ("no", Some(State::Sure(_))) => Turn::says(Line::public("talk-cancelled")),
        (id, _) => match id.split_once(':') {
            Some(("profile.withdraw", kind)) if let Ok(kind) = kind.parse() => ask(Ask::Withdraw(kind)),
            Some(("profile.family", event)) if let Ok(event) = event.parse() => {
                family::gather(Some(event), None)
            }
            _ => super::menu::step(Heard::Picked(id.to_owned()), scene),
        },
    }
}

fn answered(answer: Answer) -> Turn {
    match answer {
        Answer::Shown(sheet, page) => Turn::says(say::sheet(&sheet).link("profile-open-page", page)),
        Answer::Phone(mobile) => {
            Turn::says(Line::personal("profile-phone").arg("mobile", say::known(mobile)))
        }
        Answer::Bank(sheet, payday, page) => Turn::says(say::bank(&sheet, payday, page)),
        Answer::Proposed(detail, before, megabytes) => {
            let line = say::proposed(&detail, before.as_ref(), megabytes);
            sure(State::Sure(detail), line)
        }
        Answer::Declared(change, page) => Turn {
            says: say::declared(&change, page),
            ..Turn::default()
        },
        Answer::Withdrawn(kind) => Turn::says(say::withdrawn(kind)),
        Answer::CardRequested(ticket) => Turn::says(ticket.opened()),
    }
}

fn is_address(said: &Said) -> bool {
    said.understood.facts.address.is_some() || address::has_postcode(&said.text)
}

/// Adds what was just said, and asks for what is missing.
fn gather(street: Option<&str>, said: &Said) -> Turn {
    match address::read(street, said) {
        Ok(address) => propose(Detail::Address(address)),
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

fn propose(detail: Detail) -> Turn {
    ask(Ask::Propose(detail))
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
