//! "Why can't I open this from here?", "on which channels does it open?": which application, by which channel, and the
//! one answer of the house. The bot does not see where an agent sits: it reads the channel from the words, or asks.

use guichet_core::channel::{Access, Application, Channel, three};
use guichet_core::diagnosis::Case;
use guichet_core::kernel::line::{Line, Value};
use serde::{Deserialize, Serialize};

use super::{Answer as AnyAnswer, Ask as AnyAsk, Heard, Said, Scene, State as AnyState, Turn, vpn};
use crate::understand::{Facts, Intent};

/// Where the talk stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Which application?
    WhichApplication(Place),
    /// By which channel? The code of the application.
    WhichChannel(String),
}

/// Where the agent says to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// On this channel.
    Channel(Channel),
    /// Not on the city's premises: by the VPN or the mobile portal.
    Away,
    /// Somewhere: it does not open there.
    Here,
    /// Nothing was said, and nothing fails: wherever.
    Anywhere,
}

/// What is asked of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Which applications do these words name?
    Look {
        /// The words.
        text: String,
        /// Where the agent says to be.
        from: Place,
        /// True when an application has to be named.
        names_one: bool,
    },
    /// How does this application open there? `None`: wherever.
    Explain {
        /// Its code.
        code: String,
        /// The channel.
        channel: Option<Channel>,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The applications that were named.
    Named {
        /// Those named.
        named: Vec<Application>,
        /// The whole catalogue.
        catalogue: Vec<Application>,
        /// What the agent may use.
        access: Access,
        /// Where the agent says to be.
        from: Place,
        /// True when an application has to be named.
        names_one: bool,
    },
    /// The explanation.
    Explained(Box<Case>),
}

/// True for the choices and answers of this room.
pub(super) fn concerns(heard: &Heard) -> bool {
    match heard {
        Heard::Picked(id) => id.starts_with("channel."),
        Heard::Answered(answer) => matches!(answer, AnyAnswer::Channel(_)),
        Heard::Said(_) => false,
    }
}

/// A talk that begins with these words; `None`: they are about something else.
pub(super) fn open(said: &Said) -> Option<Turn> {
    let facts = &said.understood.facts;
    let (from, names_one) = match said.understood.intent {
        Intent::AppAccess => (from(facts, true), true),
        Intent::AccessChannels => (from(facts, false), false),
        _ => return None,
    };
    Some(look(&said.text, from, names_one))
}

fn from(facts: &Facts, fails: bool) -> Place {
    match facts.channel {
        Some(channel) => Place::Channel(channel),
        None if facts.away => Place::Away,
        None if fails && facts.fails => Place::Here,
        None => Place::Anywhere,
    }
}

/// One step.
pub(super) fn step(state: Option<State>, heard: Heard, scene: &Scene) -> Turn {
    match (heard, state) {
        (Heard::Answered(AnyAnswer::Channel(answer)), _) => answered(answer),
        (Heard::Picked(id), _) => picked(&id, scene),
        (Heard::Said(said), Some(state)) => reply(state, said, scene),
        (heard, _) => super::menu::step(heard, scene),
    }
}

fn reply(state: State, said: Said, scene: &Scene) -> Turn {
    let facts = &said.understood.facts;
    match (state, said.understood.intent) {
        (_, Intent::Cancel | Intent::Back) => Turn::says(Line::public("talk-cancelled")),
        // Another application is another question.
        (State::WhichChannel(code), intent) if facts.channel.is_some() && intent != Intent::AppAccess => {
            ask(Ask::Explain {
                code,
                channel: facts.channel,
            })
        }
        (State::WhichApplication(from), Intent::Unknown) => look(&said.text, from, true),
        _ => super::menu::step(Heard::Said(said), scene),
    }
}

/// `channel.why:CODE:CHANNEL` and `channel.app:CODE:FROM`.
fn picked(id: &str, scene: &Scene) -> Turn {
    let mut parts = id.splitn(3, ':');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("channel.why"), Some(code), Some(channel)) => ask(Ask::Explain {
            code: code.to_owned(),
            channel: channel.parse().ok(),
        }),
        (Some("channel.app"), Some(code), Some(from)) => ask(Ask::Look {
            text: code.to_owned(),
            from: Place::named(from),
            names_one: true,
        }),
        _ => super::menu::step(Heard::Picked(id.to_owned()), scene),
    }
}

fn answered(answer: Answer) -> Turn {
    match answer {
        Answer::Explained(case) => Turn {
            says: case.lines(),
            ..Turn::default()
        },
        Answer::Named {
            named,
            catalogue,
            access,
            from,
            names_one,
        } => match named.as_slice() {
            [only] => with_channel(only, from),
            // "I can't open it through the VPN", and no application: it is the VPN that fails.
            [] if names_one && from == Place::Channel(Channel::Vpn) => vpn::begin(&access),
            [] if !names_one => Turn::says(three(&access)),
            [] if catalogue.is_empty() => Turn::says(Line::public("channel-no-catalogue")),
            [] => which(&catalogue, from),
            several => which(several, from),
        },
    }
}

fn with_channel(application: &Application, from: Place) -> Turn {
    let code = application.code.clone();
    let channels: &[Channel] = match from {
        Place::Channel(channel) => {
            return ask(Ask::Explain {
                code,
                channel: Some(channel),
            });
        }
        Place::Anywhere => return ask(Ask::Explain { code, channel: None }),
        Place::Away => &[Channel::Vpn, Channel::MobilePortal],
        Place::Here => &Channel::ALL,
    };
    let line = Line::public("channel-which-channel").arg("application", application.name.clone());
    let line = channels.iter().fold(line, |line, channel| {
        let key = match channel {
            Channel::Internal => "channel-choice-internal",
            Channel::Vpn => "channel-choice-vpn-laptop",
            Channel::MobilePortal => "channel-choice-mobile-portal",
        };
        line.choice(format!("channel.why:{code}:{channel}"), key)
    });
    Turn::waits(AnyState::Channel(State::WhichChannel(code)), line)
}

fn which(applications: &[Application], from: Place) -> Turn {
    let line = applications
        .iter()
        .fold(Line::public("channel-which-application"), |line, one| {
            let args = vec![("application".to_owned(), Value::from(one.name.clone()))];
            let id = format!("channel.app:{}:{}", one.code, from.name());
            line.choice_with(id, "channel-application", args)
        });
    Turn::waits(AnyState::Channel(State::WhichApplication(from)), line)
}

impl Place {
    fn name(self) -> &'static str {
        match self {
            Self::Channel(channel) => channel.as_str(),
            Self::Away => "away",
            Self::Here => "here",
            Self::Anywhere => "anywhere",
        }
    }

    fn named(name: &str) -> Self {
        match name {
            "away" => Self::Away,
            "here" => Self::Here,
            name => name.parse().map_or(Self::Anywhere, Self::Channel),
        }
    }
}

fn look(text: &str, from: Place, names_one: bool) -> Turn {
    ask(Ask::Look {
        text: text.to_owned(),
        from,
        names_one,
    })
}

fn ask(ask: Ask) -> Turn {
    Turn::asks(AnyState::Idle, AnyAsk::Channel(ask))
}
