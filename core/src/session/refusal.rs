//! What somebody at the door can be refused.

use chrono::{DateTime, Utc};

use super::caller::Uncalled;
use super::link::Unlinked;
use crate::account::{self, Circuit, State};
use crate::factor::Lack;
use crate::kernel::fault::Fault;
use crate::kernel::line::{Args, Value};
use crate::kernel::queue::Busy;
use crate::password::rules::Broken;
use crate::policy::Denied;
use crate::{factor, password};

/// See the module.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Nobody is called so, the password is wrong, or the limit is reached: one answer for all.
    #[error("not recognised")]
    NotRecognised,
    /// Too many ask at once: again in a few seconds.
    #[error("busy")]
    Busy,
    /// The console opens on the city's network and the VPN only.
    #[error("wrong channel")]
    WrongChannel,
    /// The password of the second circuit is wrong.
    #[error("the second password is wrong")]
    WrongSecond,
    /// The password was right, and one of the two accounts stands in the way, until then where that ends by itself.
    #[error("the account {0} stands in the way: {1:?}")]
    Standing(Circuit, State, Option<DateTime<Utc>>),
    /// The temporary password was right, and is too old.
    #[error("the temporary password of {0} has lapsed")]
    TemporaryLapsed(Circuit),
    /// The password was right, and the agent has no part in the console.
    #[error("not staff")]
    NotStaff,
    /// The code of the second factor is wrong or was used before.
    #[error("wrong code")]
    WrongCode,
    /// The password was right, and what else this sign-in must ask for, the agent has not got.
    #[error("lacks a factor: {0:?}")]
    Lacks(Lack),
    /// The code sent by SMS is wrong, too old, or was used or replaced.
    #[error("wrong code of an SMS")]
    WrongSms,
    /// The agent has an authenticator app already.
    #[error("already enrolled")]
    AlreadyEnrolled,
    /// Password and factors must be given again first.
    #[error("to be proved again")]
    NotProved,
    /// An app is enrolled on the internal network or the VPN only.
    #[error("not from this channel")]
    NotFromHere,
    /// An app is for those who must have one, and those to whom it was granted.
    #[error("no second factor was granted")]
    NotGranted,
    /// There is no app whose codes these could replace.
    #[error("no app")]
    NoApp,
    /// No such session, or no longer, or not for this: sign in again.
    #[error("the session is over")]
    Over,
    /// The new password breaks these rules.
    #[error("breaks the rules: {0:?}")]
    Broken(Vec<Broken>),
    /// The reset link is not good.
    #[error("the link is not good")]
    DeadLink,
    /// A chat address can't be linked.
    #[error(transparent)]
    Link(#[from] Unlinked),
    /// A caller can't be checked.
    #[error(transparent)]
    Caller(#[from] Uncalled),
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Error {
    /// How long somebody who found the house busy should wait, in seconds.
    pub const RETRY_AFTER: u64 = 5;

    /// The word key of the refusal; `None` for a fault.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            Self::Denied(_) => "session-denied",
            Self::NotRecognised => "session-not-recognised",
            Self::Busy => "session-busy",
            Self::WrongChannel => "session-wrong-channel",
            Self::WrongSecond => "session-wrong-second",
            Self::Standing(_, State::NotCreated, _) => "session-missing",
            Self::Standing(.., Some(_)) => "session-standing-until",
            Self::Standing(..) => "session-standing",
            Self::TemporaryLapsed(_) => "session-temporary-lapsed",
            Self::NotStaff => "session-not-staff",
            Self::Lacks(lack) => lack.key(),
            Self::WrongCode => "session-wrong-code",
            Self::WrongSms => "session-wrong-sms",
            Self::AlreadyEnrolled => "session-already-enrolled",
            Self::NotProved => "session-not-proved",
            Self::NotFromHere => "session-not-from-here",
            Self::NotGranted => "session-not-granted",
            Self::NoApp => "session-no-app",
            Self::Over => "session-over",
            Self::Broken(_) => "session-password-broken",
            Self::DeadLink => "session-dead-link",
            Self::Link(refusal) => refusal.key(),
            Self::Caller(refusal) => refusal.key(),
            Self::Fault(_) => return None,
        })
    }

    /// The values of its words.
    pub fn args(&self) -> Args {
        match self {
            Self::TemporaryLapsed(circuit) => {
                vec![("circuit".into(), Value::Word(circuit.key().into()))]
            }
            Self::Standing(circuit, state, until) => {
                let mut args: Args = vec![
                    ("circuit".into(), Value::Word(circuit.key().into())),
                    ("state".into(), Value::Word(state.key().into())),
                    ("lifter".into(), Value::Word(state.lifted_by().key().into())),
                ];
                args.extend(until.map(|until| ("until".into(), until.into())));
                args
            }
            Self::Link(refusal) => refusal.args(),
            _ => vec![],
        }
    }
}

impl From<Busy> for Error {
    fn from(Busy: Busy) -> Self {
        Self::Busy
    }
}

impl From<account::Error> for Error {
    fn from(error: account::Error) -> Self {
        match error {
            account::Error::Fault(fault) => Self::Fault(fault),
            account::Error::Denied(denied) => Self::Denied(denied),
            // Whatever else the account refuses here, it refuses because it changed under a session or link.
            _ => Self::Over,
        }
    }
}

impl From<password::Error> for Error {
    fn from(error: password::Error) -> Self {
        match error {
            password::Error::Denied(denied) => Self::Denied(denied),
            password::Error::Broken(broken) => Self::Broken(broken),
            // Support alone is told of too many links, and support does not come through here.
            password::Error::DeadLink | password::Error::TooManyLinks => Self::DeadLink,
            password::Error::Busy => Self::Busy,
            password::Error::Account(error) => error.into(),
            password::Error::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl From<factor::Error> for Error {
    fn from(error: factor::Error) -> Self {
        match error {
            factor::Error::Denied(denied) => Self::Denied(denied),
            factor::Error::AlreadyEnrolled => Self::AlreadyEnrolled,
            factor::Error::WrongCode => Self::WrongCode,
            factor::Error::NoAgent => Self::Over,
            factor::Error::Fault(fault) => Self::Fault(fault),
        }
    }
}
