//! Second factors: what is asked of the agent and what they have, "the code does not arrive", asking for two-factor
//! sign-in.

use guichet_core::factor::Overview;
use guichet_core::kernel::line::Line;
use guichet_core::session::Resent;
use guichet_core::ticket::Ticket;
use serde::{Deserialize, Serialize};

use super::{Answer as AnyAnswer, Ask as AnyAsk, Heard, Said, Scene, State as AnyState, Turn};
use crate::understand::Intent;

/// Where the talk stands: each is a question with yes and no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Is that number, of which the last digits are shown, the professional phone?
    IsTheirs,
    /// Is it switched on, and do other SMS arrive?
    IsAlive,
    /// Shall another code be sent?
    Resend,
    /// Did it arrive?
    Arrived,
    /// Shall somebody look into it?
    Ticket,
    /// Ask for two-factor sign-in: sure?
    Activate,
}

/// What is asked of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What the agent has; true: because a code does not arrive.
    Overview(bool),
    /// Another code for the sign-in under way.
    Resend,
    /// Somebody looks into it.
    Help,
    /// Two-factor sign-in, granted by the IT contact.
    Activate,
}

impl Ask {
    /// True when it changes something.
    pub fn changes(&self) -> bool {
        !matches!(self, Self::Overview(_))
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What the agent has; true: a code does not arrive.
    Overview(Overview, bool),
    /// What became of another code.
    Resent(Resent),
    /// A request is open.
    Requested(Ticket),
}

/// True for the choices and answers of this room.
pub(super) fn concerns(heard: &Heard) -> bool {
    match heard {
        Heard::Picked(id) => id.starts_with("factor."),
        Heard::Answered(answer) => matches!(answer, AnyAnswer::Factor(_)),
        Heard::Said(_) => false,
    }
}

/// A talk that begins with these words; `None`: they are about something else.
pub(super) fn open(said: &Said) -> Option<Turn> {
    match said.understood.intent {
        Intent::FactorHelp => Some(ask(Ask::Overview(said.understood.facts.not_received))),
        Intent::FactorActivate => Some(sure()),
        _ => None,
    }
}

/// One step.
pub(super) fn step(state: Option<State>, heard: Heard, scene: &Scene) -> Turn {
    match heard {
        Heard::Answered(AnyAnswer::Factor(answer)) => answered(answer),
        Heard::Picked(id) => match (id.as_str(), state) {
            ("factor.lost", _) => ask(Ask::Overview(true)),
            ("factor.activate", _) => sure(),
            ("factor.resend", _) => ask(Ask::Resend),
            ("factor.help", _) => ask(Ask::Help),
            ("yes", Some(state)) => reply(&state, true),
            ("no", Some(state)) => reply(&state, false),
            _ => super::menu::step(Heard::Picked(id), scene),
        },
        Heard::Said(said) => match (state, said.understood.intent) {
            (Some(_), Intent::Cancel | Intent::Back) => Turn::says(Line::public("talk-cancelled")),
            (Some(state), Intent::Affirm) => reply(&state, true),
            (Some(state), Intent::Deny) => reply(&state, false),
            _ => super::menu::step(Heard::Said(said), scene),
        },
        heard => super::menu::step(heard, scene),
    }
}

fn reply(state: &State, yes: bool) -> Turn {
    match (state, yes) {
        (State::IsTheirs, true) => question(State::IsAlive, Line::personal("factor-ask-alive")),
        (State::IsTheirs, false) => question(State::Ticket, Line::personal("factor-not-theirs")),
        (State::IsAlive, true) => question(State::Resend, Line::personal("factor-ask-resend")),
        (State::IsAlive, false) => question(State::Ticket, Line::personal("factor-not-alive")),
        (State::Resend, true) => ask(Ask::Resend),
        (State::Arrived, true) => Turn::says(Line::personal("factor-arrived")),
        (State::Resend | State::Arrived, false) => {
            question(State::Ticket, Line::personal("factor-ask-ticket"))
        }
        (State::Ticket, true) => ask(Ask::Help),
        (State::Activate, true) => ask(Ask::Activate),
        (State::Ticket | State::Activate, false) => Turn::says(Line::public("talk-cancelled")),
    }
}

fn answered(answer: Answer) -> Turn {
    match answer {
        Answer::Overview(overview, false) => Turn::says(shown(&overview)),
        Answer::Overview(overview, true) => match &overview.number {
            Some(number) => question(
                State::IsTheirs,
                Line::personal("factor-ask-theirs").arg("number", number.as_str()),
            ),
            // Said plainly, with the way out (MF5).
            None => question(State::Ticket, Line::personal("factor-no-number")),
        },
        Answer::Resent(Resent::Sent) => question(State::Arrived, Line::personal("factor-resent")),
        Answer::Resent(Resent::TooSoon(at)) => {
            question(State::Resend, Line::personal("factor-too-soon").arg("at", at))
        }
        Answer::Resent(Resent::Exhausted(at)) => {
            question(State::Ticket, Line::personal("factor-exhausted").arg("at", at))
        }
        Answer::Resent(Resent::NoSignIn) => Turn::says(Line::personal("factor-no-sign-in")),
        Answer::Requested(ticket) => Turn::says(ticket.opened()),
    }
}

/// What the agent has, and what may follow.
fn shown(overview: &Overview) -> Line {
    let line = overview.line();
    let line = if overview.number.is_some() {
        line.choice("factor.lost", "factor-choice-lost")
    } else {
        line.choice("factor.help", "factor-choice-help")
    };
    if overview.may_have_app() {
        line
    } else {
        line.choice("factor.activate", "factor-choice-activate")
    }
}

fn sure() -> Turn {
    question(State::Activate, Line::personal("factor-activate-sure"))
}

fn question(state: State, line: Line) -> Turn {
    Turn::waits(
        AnyState::Factor(state),
        line.choice("yes", "talk-yes").choice("no", "talk-no"),
    )
}

fn ask(ask: Ask) -> Turn {
    Turn::asks(AnyState::Idle, AnyAsk::Factor(ask))
}
