//! Help with the VPN (CH5): the version, install it again, restart, in this order; what is left goes to IT support with
//! what was tried. And asking for the VPN at all (CH7).

use guichet_core::channel::{Access, Vpn};
use guichet_core::kernel::line::Line;
use guichet_core::ticket::Ticket;
use serde::{Deserialize, Serialize};

use super::{Answer as AnyAnswer, Ask as AnyAsk, Heard, Said, Scene, State as AnyState, Turn};
use crate::understand::Intent;

/// Where the talk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// What version does the client show?
    Version,
    /// It was installed again: does it connect?
    Reinstall(Version),
    /// The workstation was restarted: does it connect?
    Restart(Version),
}

/// What the client showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Version {
    /// What it should.
    Recent,
    /// Something older.
    Old,
    /// Nothing that was found.
    Unseen,
}

/// What is asked of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// May the agent use the VPN at all?
    Begin,
    /// Ask IT for the VPN.
    Request,
    /// Report that it fails, with what was tried.
    Report(Version),
}

impl Ask {
    /// True when it changes something.
    pub fn changes(&self) -> bool {
        !matches!(self, Self::Begin)
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What the agent may use.
    May(Access),
    /// A request is open.
    Requested(Ticket),
    /// The failure is reported.
    Reported(Ticket),
}

/// True for the choices and answers of this room.
pub(super) fn concerns(heard: &Heard) -> bool {
    match heard {
        Heard::Picked(id) => id.starts_with("vpn."),
        Heard::Answered(answer) => matches!(answer, AnyAnswer::Vpn(_)),
        Heard::Said(_) => false,
    }
}

/// A talk that begins with these words; `None`: they are about something else.
pub(super) fn open(said: &Said) -> Option<Turn> {
    match said.understood.intent {
        Intent::VpnHelp => Some(ask(Ask::Begin)),
        Intent::VpnRequest => Some(ask(Ask::Request)),
        _ => None,
    }
}

/// The first step, or what is missing before there can be one.
pub(super) fn begin(access: &Access) -> Turn {
    match &access.vpn {
        Vpn::Granted => Turn::waits(
            AnyState::Vpn(State::Version),
            Line::personal("vpn-version")
                .choice("vpn.recent", "vpn-choice-recent")
                .choice("vpn.old", "vpn-choice-old")
                .choice("vpn.unseen", "vpn-choice-unseen"),
        ),
        Vpn::Requested(reference) => {
            Turn::says(Line::personal("vpn-missing-requested").arg("reference", reference.as_str()))
        }
        Vpn::Missing => Turn::says(Line::personal("vpn-missing").choice("vpn.request", "channel-choice-vpn")),
    }
}

/// One step.
pub(super) fn step(state: Option<State>, heard: Heard, scene: &Scene) -> Turn {
    match (heard, state) {
        (Heard::Answered(AnyAnswer::Vpn(answer)), _) => answered(answer),
        (Heard::Picked(id), state) => picked(&id, state, scene),
        (Heard::Said(said), Some(state)) => match said.understood.intent {
            Intent::Cancel | Intent::Back => Turn::says(Line::public("talk-cancelled")),
            // "Does it connect?", asked at every step but the first.
            Intent::Affirm if state != State::Version => picked("vpn.works", Some(state), scene),
            Intent::Deny | Intent::VpnHelp | Intent::AccountDiagnose if state != State::Version => {
                picked("vpn.fails", Some(state), scene)
            }
            _ => super::menu::step(Heard::Said(said), scene),
        },
        (heard, _) => super::menu::step(heard, scene),
    }
}

fn picked(id: &str, state: Option<State>, scene: &Scene) -> Turn {
    match (id, state) {
        ("vpn.request", _) => ask(Ask::Request),
        ("vpn.recent", Some(State::Version)) => reinstall(Version::Recent),
        ("vpn.old", Some(State::Version)) => reinstall(Version::Old),
        ("vpn.unseen", Some(State::Version)) => reinstall(Version::Unseen),
        ("vpn.works", Some(State::Reinstall(_) | State::Restart(_))) => {
            Turn::says(Line::personal("vpn-works"))
        }
        ("vpn.fails", Some(State::Reinstall(version))) => connects(State::Restart(version), "vpn-restart"),
        ("vpn.fails", Some(State::Restart(version))) => ask(Ask::Report(version)),
        _ => super::menu::step(Heard::Picked(id.to_owned()), scene),
    }
}

fn reinstall(version: Version) -> Turn {
    let key = match version {
        Version::Old => "vpn-reinstall-old",
        Version::Recent | Version::Unseen => "vpn-reinstall",
    };
    connects(State::Reinstall(version), key)
}

fn connects(state: State, key: &str) -> Turn {
    let line = Line::personal(key)
        .choice("vpn.works", "vpn-choice-works")
        .choice("vpn.fails", "vpn-choice-fails");
    Turn::waits(AnyState::Vpn(state), line)
}

fn answered(answer: Answer) -> Turn {
    match answer {
        Answer::May(access) => begin(&access),
        Answer::Requested(ticket) => Turn::says(ticket.opened()),
        Answer::Reported(ticket) => Turn {
            says: vec![Line::personal("vpn-failed"), ticket.opened()],
            ..Turn::default()
        },
    }
}

impl Version {
    /// What was tried by the end, as word keys.
    pub fn tried(self) -> Vec<String> {
        let version = match self {
            Self::Recent => "vpn-tried-recent",
            Self::Old => "vpn-tried-old",
            Self::Unseen => "vpn-tried-unseen",
        };
        [version, "vpn-tried-reinstall", "vpn-tried-restart"]
            .map(str::to_owned)
            .into()
    }
}

fn ask(ask: Ask) -> Turn {
    Turn::asks(AnyState::Idle, AnyAsk::Vpn(ask))
}
