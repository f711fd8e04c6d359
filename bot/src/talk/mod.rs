//! The dialogues, pure: what was heard and where the talk stood give what is said, what is asked of the house, and where
//! the talk stands now. No handles, no clock, no SDK.
//!
//! One file per room. `State`, `Ask` and `Answer` list all rooms: the compiler names every place a new one is wired.

pub mod access;
pub mod channel;
pub mod document;
pub mod factor;
pub mod help;
pub mod leave;
mod menu;
pub mod payslip;
pub mod profile;
pub mod vpn;

use chrono::{DateTime, NaiveDate, Utc};
use guichet_core::kernel::line::Line;
use guichet_core::kernel::words::Lang;
use guichet_core::profile::Detail;
use serde::{Deserialize, Serialize};

use crate::understand::Understood;

/// Where a talk stands. It is stored between messages; no `Secret` fits in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Nothing is under way.
    #[default]
    Idle,
    /// Something that counts was said long ago, or by a reaction: it is done only after a yes.
    Repeat {
        /// What was said.
        heard: Repeated,
        /// Where the talk stood.
        then: Box<State>,
    },
    /// A question was asked in the middle of a form: its answer is awaited, then the form goes on.
    Aside {
        /// Where the question stands.
        now: Box<State>,
        /// The form.
        then: Box<State>,
    },
    /// A talk about leave.
    Leave(leave::State),
    /// A talk about access.
    Access(access::State),
    /// A talk about second factors.
    Factor(factor::State),
    /// A talk about applications and channels.
    Channel(channel::State),
    /// Help with the VPN.
    Vpn(vpn::State),
    /// A talk about one's own record.
    Profile(profile::State),
    /// A talk about documents.
    Document(document::State),
}

impl State {
    /// True where the next words may well be an address.
    pub fn awaits_an_address(&self) -> bool {
        let Self::Profile(state) = self else { return false };
        matches!(
            state,
            profile::State::Address(_) | profile::State::Sure(Detail::Address(_))
        )
    }
}

/// Something that was heard and is repeated back before it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Repeated {
    /// Words, and the date on which they were written: "tomorrow" means the day after that one.
    Said(String, NaiveDate),
    /// A choice.
    Picked(String),
}

/// What a dialogue hears.
#[derive(Clone, Debug)]
pub enum Heard {
    /// Words, understood on the day they were written.
    Said(Said),
    /// The id of a choice that was offered.
    Picked(String),
    /// What came of the last ask.
    Answered(Answer),
}

/// Words and what they mean.
#[derive(Clone, Debug)]
pub struct Said {
    /// The words.
    pub text: String,
    /// What they mean.
    pub understood: Understood,
}

/// Plain facts about the moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The date in the city on which the words were written.
    pub today: NaiveDate,
    /// When they were written.
    pub sent_at: DateTime<Utc>,
    /// The agent's given name; `None`: nobody knows who this is.
    pub name: Option<String>,
    /// The language to answer in.
    pub lang: Lang,
}

/// One step of a talk.
#[derive(Debug, Default)]
pub struct Turn {
    /// Where the talk stands now.
    pub next: State,
    /// What is said.
    pub says: Vec<Line>,
    /// A whole use case to carry out; its answer is heard next.
    pub ask: Option<Ask>,
}

/// What a dialogue asks of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Speak this language from now on.
    SetLanguage(Lang),
    /// Something of the leave room.
    Leave(leave::Ask),
    /// About payslips.
    Payslip(payslip::Ask),
    /// About access.
    Access(access::Ask),
    /// About second factors.
    Factor(factor::Ask),
    /// About applications and channels.
    Channel(channel::Ask),
    /// About the VPN.
    Vpn(vpn::Ask),
    /// Help articles.
    Help(help::Ask),
    /// One's own record.
    Profile(profile::Ask),
    /// About documents.
    Document(document::Ask),
}

impl Ask {
    /// True when it changes something: said long ago, it is repeated back first.
    pub fn changes(&self) -> bool {
        match self {
            Self::SetLanguage(_) | Self::Payslip(_) | Self::Channel(_) | Self::Help(_) => false,
            Self::Vpn(ask) => ask.changes(),
            Self::Leave(ask) => ask.changes(),
            Self::Access(ask) => ask.changes(),
            Self::Factor(ask) => ask.changes(),
            Self::Profile(ask) => ask.changes(),
            Self::Document(ask) => ask.changes(),
        }
    }

    /// True for a change that a reaction may make: it can be undone (BO12).
    pub fn can_be_undone(&self) -> bool {
        matches!(self, Self::Leave(ask) if ask.can_be_undone())
    }
}

/// What came of an ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The house said no, in words.
    Refused(Line),
    /// The language is set.
    LanguageSet,
    /// Of the leave room.
    Leave(leave::Answer),
    /// About payslips.
    Payslip(payslip::Answer),
    /// About access.
    Access(access::Answer),
    /// About second factors.
    Factor(factor::Answer),
    /// About applications and channels.
    Channel(channel::Answer),
    /// About the VPN.
    Vpn(vpn::Answer),
    /// Help articles.
    Help(help::Answer),
    /// One's own record.
    Profile(profile::Answer),
    /// About documents.
    Document(document::Answer),
}

impl Turn {
    /// Says something, and nothing is under way any more.
    pub fn says(line: Line) -> Self {
        Self {
            says: vec![line],
            ..Self::default()
        }
    }

    /// Says something and waits for the answer.
    pub fn waits(next: State, line: Line) -> Self {
        Self {
            next,
            says: vec![line],
            ask: None,
        }
    }

    /// Asks the house.
    pub fn asks(next: State, ask: Ask) -> Self {
        Self {
            next,
            says: vec![],
            ask: Some(ask),
        }
    }
}

/// One step. Whatever is heard is answered: by the dialogue under way, or else by the menu.
pub fn step(state: State, heard: Heard, scene: &Scene) -> Turn {
    match (state, heard) {
        (State::Aside { now, then }, heard @ Heard::Answered(_)) => aside(*then, step(*now, heard, scene)),
        (State::Aside { then, .. }, heard) => step(*then, heard, scene),
        (_, heard) if access::concerns(&heard) => access::step(None, heard, scene),
        (_, heard) if factor::concerns(&heard) => factor::step(None, heard, scene),
        (_, heard) if channel::concerns(&heard) => channel::step(None, heard, scene),
        (State::Vpn(state), heard) if vpn::concerns(&heard) => vpn::step(Some(state), heard, scene),
        (_, heard) if vpn::concerns(&heard) => vpn::step(None, heard, scene),
        (State::Document(state), heard) if document::concerns(&heard) => {
            document::step(Some(state), heard, scene)
        }
        (_, heard) if document::concerns(&heard) => document::step(None, heard, scene),
        (State::Profile(state), heard) => profile::step(Some(state), heard, scene),
        (_, heard) if profile::concerns(&heard) => profile::step(None, heard, scene),
        (State::Document(state), heard) => document::step(Some(state), heard, scene),
        (State::Leave(state), heard) => leave::step(Some(state), heard, scene),
        (_, Heard::Answered(Answer::Refused(line))) => Turn::says(line),
        (_, heard) if leave::concerns(&heard) => leave::step(None, heard, scene),
        (State::Access(state), heard) => access::step(Some(state), heard, scene),
        (State::Factor(state), heard) => factor::step(Some(state), heard, scene),
        (State::Channel(state), heard) => channel::step(Some(state), heard, scene),
        (State::Vpn(state), heard) => vpn::step(Some(state), heard, scene),
        (State::Repeat { .. }, heard) => menu::step(heard, scene),
        (State::Idle, heard) => menu::step(heard, scene),
    }
}

/// A question in the middle of a form is answered, and the form goes on with its own line repeated. Whatever changes
/// something, or waits for an answer of its own, takes the place of the form.
fn aside(form: State, turn: Turn) -> Turn {
    match turn.ask {
        Some(ask) if ask.changes() => Turn {
            ask: Some(ask),
            ..turn
        },
        Some(ask) => Turn {
            next: State::Aside {
                now: Box::new(turn.next),
                then: Box::new(form),
            },
            says: turn.says,
            ask: Some(ask),
        },
        None if turn.next == State::Idle => {
            let again = match form {
                State::Leave(state) => leave::again(state),
                other => Turn::waits(other, Line::public("talk-confirm")),
            };
            Turn {
                says: turn.says.into_iter().chain(again.says).collect(),
                ..again
            }
        }
        None => turn,
    }
}
