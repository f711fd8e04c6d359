//! "Why can't I sign in?", "unlock my account", "I forgot my password": what stands in the way, who can lift it, and the
//! next step taken at once.

use guichet_core::account::Circuit;
use guichet_core::diagnosis::{Diagnosis, Next};
use guichet_core::kernel::line::{Line, Value};
use guichet_core::password::Purpose;
use guichet_core::people::CheckId;
use guichet_core::ticket::Ticket;
use serde::{Deserialize, Serialize};

use super::{Answer as AnyAnswer, Ask as AnyAsk, Heard, Said, Scene, State as AnyState, Turn};
use crate::understand::Intent;

/// Where the talk stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Which of the two is it about?
    Which(Purpose),
    /// A person nobody knows: which number or username?
    Name(Purpose, Circuit),
    /// And which professional address?
    Email(Purpose, Circuit, String),
    /// Locking one's own accounts: sure?
    LockSure,
    /// Ending the link of this conversation: sure?
    UnlinkSure,
    /// A person nobody knows wants to be linked by mail: which number or username?
    LinkName,
    /// And which professional address?
    LinkEmail(String),
}

/// What is asked of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What stands in the way; true: and ask for help if there is exactly one thing to ask for.
    Diagnose(bool),
    /// Ask those who can lift it.
    RequestHelp(Circuit),
    /// Send the known agent a link.
    SendLink(Purpose, Circuit),
    /// Send a link if name and address belong together.
    SendLinkTo {
        /// What for.
        purpose: Purpose,
        /// Which password.
        circuit: Circuit,
        /// Number or username, as typed.
        name: String,
        /// Address, as typed.
        email: String,
    },
    /// "This was not me."
    NotMe,
    /// "I did not call", to this check of a caller.
    DidNotCall(CheckId),
    /// Lock one's own accounts.
    LockSelf,
    /// Link this address by the code that its owner was given.
    UseLinkCode(String),
    /// Send a code to the professional mailbox if name and address belong together.
    MailLinkCode {
        /// Number or username, as typed.
        name: String,
        /// Address, as typed.
        email: String,
    },
    /// End the link of this address.
    Unlink,
}

impl Ask {
    /// True when it changes something.
    pub fn changes(&self) -> bool {
        // A code is used at once or not at all: repeating it back would keep it.
        !matches!(self, Self::Diagnose(_) | Self::UseLinkCode(_))
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The diagnosis; true: help was wanted.
    Diagnosed(Diagnosis, bool),
    /// A request is open.
    Requested(Ticket),
    /// A link is on its way, if the words belong together.
    LinkSent {
        /// What for.
        purpose: Purpose,
        /// Which password.
        circuit: Circuit,
        /// The sender to look for.
        from: String,
        /// How many leave an hour at most.
        mails: i64,
        /// How long it is good, minutes.
        minutes: i64,
    },
    /// A code is on its way to the mailbox, if the words belong together.
    LinkCodeSent {
        /// The sender to look for.
        from: String,
        /// How long it is good, minutes.
        minutes: i64,
    },
    /// The code links nobody.
    NoLinkCode,
    /// The house has told the agent itself.
    Told,
}

/// True for the choices and answers of this room.
pub(super) fn concerns(heard: &Heard) -> bool {
    match heard {
        Heard::Picked(id) => id.starts_with("access."),
        Heard::Answered(answer) => matches!(answer, AnyAnswer::Access(_)),
        Heard::Said(_) => false,
    }
}

/// A talk that begins with these words; `None`: they are about something else.
pub(super) fn open(said: &Said, scene: &Scene) -> Option<Turn> {
    let facts = &said.understood.facts;
    let known = scene.name.is_some();
    if !known && is_link_code(&said.text) {
        return Some(ask(Ask::UseLinkCode(said.text.clone())));
    }
    Some(match (said.understood.intent, facts.circuit) {
        (Intent::ChatUnlink, _) if known => sure(State::UnlinkSure, "access-unlink-sure"),
        (Intent::ChatLink, _) if known => Turn::says(Line::public("access-link-in-space")),
        (Intent::ChatLink, _) => how_to_link(),
        (Intent::SecurityReport, _) if known => ask(Ask::NotMe),
        (Intent::PasswordReset, Some(circuit)) => link(Purpose::Reset, circuit, known),
        (Intent::PasswordReset, None) => which(Purpose::Reset),
        (Intent::AccountCreate, Some(circuit)) => link(Purpose::Creation, circuit, known),
        (Intent::AccountCreate, None) => which(Purpose::Creation),
        (Intent::AccountDiagnose, _) if known => ask(Ask::Diagnose(false)),
        (Intent::AccountUnlock | Intent::AccountReactivate, Some(circuit)) if known => {
            ask(Ask::RequestHelp(circuit))
        }
        (Intent::AccountUnlock | Intent::AccountReactivate, None) if known => ask(Ask::Diagnose(true)),
        _ => return None,
    })
}

/// One step.
pub(super) fn step(state: Option<State>, heard: Heard, scene: &Scene) -> Turn {
    match heard {
        Heard::Answered(AnyAnswer::Access(answer)) => answered(answer),
        Heard::Picked(id) => picked(&id, state, scene),
        Heard::Said(said) => match state {
            Some(state) => reply(state, &said, scene),
            None => super::menu::step(Heard::Said(said), scene),
        },
        heard => super::menu::step(heard, scene),
    }
}

fn reply(state: State, said: &Said, scene: &Scene) -> Turn {
    let text = said.text.trim();
    match (state, said.understood.intent) {
        (_, Intent::Cancel | Intent::Back) => Turn::says(Line::public("talk-cancelled")),
        (State::LockSure, Intent::Affirm) => ask(Ask::LockSelf),
        (State::UnlinkSure, Intent::Affirm) => ask(Ask::Unlink),
        (State::LockSure | State::UnlinkSure, Intent::Deny) => Turn::says(Line::public("talk-cancelled")),
        (State::Which(purpose), _) if let Some(circuit) = said.understood.facts.circuit => {
            link(purpose, circuit, scene.name.is_some())
        }
        // Names and addresses are one word; anything longer is another wish.
        (State::Name(purpose, circuit), _) if !text.contains(' ') => {
            let state = State::Email(purpose, circuit, text.to_owned());
            Turn::waits(AnyState::Access(state), Line::public("access-which-email"))
        }
        (State::Email(purpose, circuit, name), _) if text.contains('@') && !text.contains(' ') => {
            ask(Ask::SendLinkTo {
                purpose,
                circuit,
                name,
                email: text.to_owned(),
            })
        }
        (State::LinkName, _) if !text.contains(' ') && !is_link_code(text) => {
            let state = State::LinkEmail(text.to_owned());
            Turn::waits(AnyState::Access(state), Line::public("access-which-email"))
        }
        (State::LinkEmail(name), _) if text.contains('@') && !text.contains(' ') => ask(Ask::MailLinkCode {
            name,
            email: text.to_owned(),
        }),
        (State::Email(purpose, circuit, name), Intent::Unknown) => Turn::waits(
            AnyState::Access(State::Email(purpose, circuit, name)),
            Line::public("access-which-email"),
        ),
        _ => super::menu::step(Heard::Said(said.clone()), scene),
    }
}

fn picked(id: &str, state: Option<State>, scene: &Scene) -> Turn {
    if let Some(check) = id
        .strip_prefix("access.did_not_call:")
        .and_then(|id| id.parse().ok())
    {
        return ask(Ask::DidNotCall(check));
    }
    let (verb, circuit) = id
        .split_once(':')
        .map_or((id, None), |(verb, of)| (verb, of.parse::<Circuit>().ok()));
    match (verb, circuit) {
        ("access.request", Some(circuit)) => ask(Ask::RequestHelp(circuit)),
        ("access.reset", Some(circuit)) => link(Purpose::Reset, circuit, scene.name.is_some()),
        ("access.create", Some(circuit)) => link(Purpose::Creation, circuit, scene.name.is_some()),
        ("access.not_me", _) => ask(Ask::NotMe),
        ("access.lock_self", _) => sure(State::LockSure, "access-lock-sure"),
        ("access.link_mail", _) if scene.name.is_none() => Turn::waits(
            AnyState::Access(State::LinkName),
            Line::public("access-link-name"),
        ),
        ("yes", _) if state == Some(State::UnlinkSure) => ask(Ask::Unlink),
        ("yes", _) if state == Some(State::LockSure) => ask(Ask::LockSelf),
        ("no", _) if state.is_some() => Turn::says(Line::public("talk-cancelled")),
        _ => super::menu::step(Heard::Picked(id.to_owned()), scene),
    }
}

fn answered(answer: Answer) -> Turn {
    match answer {
        Answer::Diagnosed(diagnosis, wants_help) => {
            let mut open = diagnosis
                .findings
                .iter()
                .filter(|finding| matches!(finding.next, Next::RequestUnlock | Next::RequestReactivation));
            match (wants_help, open.next(), open.next()) {
                (true, Some(only), None) => ask(Ask::RequestHelp(only.circuit)),
                _ => Turn::says(diagnosis.line()),
            }
        }
        Answer::Requested(ticket) => Turn::says(ticket.opened()),
        Answer::LinkSent {
            purpose,
            circuit,
            from,
            mails,
            minutes,
        } => Turn::says(
            Line::public(match purpose {
                Purpose::Reset => "access-link-sent",
                Purpose::Creation => "access-creation-sent",
            })
            .arg("circuit", Value::word(circuit.key()))
            .arg("from", from)
            .arg("subject", Value::word(&purpose.subject(circuit)))
            .arg("mails", mails)
            .arg("minutes", minutes),
        ),
        Answer::LinkCodeSent { from, minutes } => Turn::says(
            Line::public("access-link-code-sent")
                .arg("from", from)
                .arg("minutes", minutes),
        ),
        Answer::NoLinkCode => Turn::says(Line::public("access-link-code-wrong")),
        Answer::Told => Turn::default(),
    }
}

/// Eight digits and nothing else.
fn is_link_code(text: &str) -> bool {
    let mut plain = text.chars().filter(|c| !c.is_whitespace());
    plain.clone().count() == 8 && plain.all(|c| c.is_ascii_digit())
}

/// The two ways for who is known to nobody.
fn how_to_link() -> Turn {
    Turn::says(Line::public("access-link-how").choice("access.link_mail", "access-link-by-mail"))
}

fn sure(state: State, key: &str) -> Turn {
    let line = Line::personal(key);
    Turn::waits(
        AnyState::Access(state),
        line.choice("yes", "talk-yes").choice("no", "talk-no"),
    )
}

/// Which of the two it is about, and the difference in two lines (AC10, AC14).
fn which(purpose: Purpose) -> Turn {
    let (question, verb) = match purpose {
        Purpose::Reset => ("access-which", "reset"),
        Purpose::Creation => ("access-create-which", "create"),
    };
    let line = Circuit::ALL
        .into_iter()
        .fold(Line::public(question), |line, circuit| {
            line.choice(
                format!("access.{verb}:{circuit}"),
                &format!("access-which-{circuit}"),
            )
        });
    Turn::waits(AnyState::Access(State::Which(purpose)), line)
}

fn link(purpose: Purpose, circuit: Circuit, known: bool) -> Turn {
    if known {
        return ask(Ask::SendLink(purpose, circuit));
    }
    let question = match purpose {
        Purpose::Reset => "access-which-name",
        Purpose::Creation => "access-create-name",
    };
    let line = Line::public(question).arg("circuit", Value::word(circuit.key()));
    Turn::waits(AnyState::Access(State::Name(purpose, circuit)), line)
}

fn ask(ask: Ask) -> Turn {
    Turn::asks(AnyState::Idle, AnyAsk::Access(ask))
}
