//! Requests that somebody must answer: lift a lock, lift a deactivation, look into something suspicious (BO5).
//!
//! What lifts a lock or a deactivation also closes the requests that asked for it, so doors lift through here.

mod answer;
mod call;
#[cfg(test)]
mod call_tests;
#[cfg(test)]
mod called_tests;
mod card;
mod factor_reset;
#[cfg(test)]
mod factor_tests;
mod lift;
mod model;
mod open;
mod refuse;
mod second_factor;
mod see;
#[cfg(test)]
mod seen_tests;
mod store;
#[cfg(test)]
mod tests;
mod vpn;

pub use answer::answer;
pub use call::{call, did_not_call, second, vouch};
pub use card::request_card;
pub use factor_reset::{change_number, reset_factor};
pub use lift::{reactivate, unlock};
pub use model::{Kind, Status, Ticket, TicketId};
pub(crate) use open::open;
pub use open::{key_changed, not_me};
pub use refuse::refuse;
pub use second_factor::{ask_about_factor, ask_second_factor, grant_second_factor};
pub use see::{mine, of, queue};
pub use vpn::{access, allow_vpn, report_vpn, request_vpn};

use crate::account;
use crate::channel;
use crate::kernel::fault::Fault;
use crate::kernel::line::Args;
use crate::policy::Denied;
use crate::session;

/// What requests can be refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The account does not allow it.
    #[error(transparent)]
    Account(account::Error),
    /// The channels do not allow it.
    #[error(transparent)]
    Channel(channel::Error),
    /// The caller can't be checked so.
    #[error(transparent)]
    Session(session::Error),
    /// It is granted by lifting what it asks for, not by an answer.
    #[error("lift what it asks for")]
    LiftInstead,
    /// The agent has a second factor on every channel already, or must have it anyway.
    #[error("has a second factor")]
    HasSecondFactor,
    /// There is no app to be taken away.
    #[error("no app")]
    NoApp,
    /// No code can ever be sent to that number.
    #[error("not a usable number")]
    BadNumber,
    /// No such open request.
    #[error("no such open request")]
    NotOpen,
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<account::Error> for Error {
    fn from(error: account::Error) -> Self {
        match error {
            account::Error::Fault(fault) => Self::Fault(fault),
            account::Error::Denied(denied) => Self::Denied(denied),
            error => Self::Account(error),
        }
    }
}

impl From<session::Error> for Error {
    fn from(error: session::Error) -> Self {
        match error {
            session::Error::Fault(fault) => Self::Fault(fault),
            session::Error::Denied(denied) => Self::Denied(denied),
            error => Self::Session(error),
        }
    }
}

impl From<channel::Error> for Error {
    fn from(error: channel::Error) -> Self {
        match error {
            channel::Error::Fault(fault) => Self::Fault(fault),
            channel::Error::Denied(denied) => Self::Denied(denied),
            error => Self::Channel(error),
        }
    }
}

impl Error {
    /// The word key of the refusal; `None` for a fault.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::Denied(_) => Some("account-denied"),
            Self::Account(error) => error.key(),
            Self::Channel(error) => error.key(),
            Self::Session(error) => error.key(),
            Self::LiftInstead => Some("ticket-lift-instead"),
            Self::HasSecondFactor => Some("ticket-has-second-factor"),
            Self::NoApp => Some("ticket-no-app"),
            Self::BadNumber => Some("ticket-bad-number"),
            Self::NotOpen => Some("ticket-not-open"),
            Self::Fault(_) => None,
        }
    }

    /// The values of its words.
    pub fn args(&self) -> Args {
        match self {
            Self::Account(error) => error.args(),
            Self::Channel(error) => error.args(),
            Self::Session(error) => error.args(),
            _ => vec![],
        }
    }
}
