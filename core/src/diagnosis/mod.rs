//! "Why can't I sign in?" (BO4): one answer across both accounts, the same in chat and in the console.

mod application;
mod ask;
mod facts;
mod model;
#[cfg(test)]
mod tests;

pub use application::{Case, applications, of_application};
pub use ask::{Diagnosis, of, request_help};
pub use facts::{AccountFacts, FactorFacts, Facts, PasswordFacts};
pub use model::{Cause, Finding, Next, diagnose};

use crate::channel;
use crate::kernel::fault::Fault;
use crate::kernel::line::Args;
use crate::policy::Denied;
use crate::ticket;

/// What a diagnosis can be refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// No such agent.
    #[error("no such agent")]
    NoAgent,
    /// Nothing stands in the way that anybody could be asked to lift.
    #[error("nothing to ask for")]
    NothingToAsk,
    /// The request could not be opened.
    #[error(transparent)]
    Ticket(ticket::Error),
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<ticket::Error> for Error {
    fn from(error: ticket::Error) -> Self {
        match error {
            ticket::Error::Fault(fault) => Self::Fault(fault),
            ticket::Error::Denied(denied) => Self::Denied(denied),
            error => Self::Ticket(error),
        }
    }
}

impl From<channel::Error> for Error {
    fn from(error: channel::Error) -> Self {
        ticket::Error::from(error).into()
    }
}

impl Error {
    /// The word key of the refusal; `None` for a fault.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::Denied(_) => Some("account-denied"),
            Self::NoAgent => Some("account-no-agent"),
            Self::NothingToAsk => Some("diagnosis-nothing-to-ask"),
            Self::Ticket(error) => error.key(),
            Self::Fault(_) => None,
        }
    }

    /// The values of its words.
    pub fn args(&self) -> Args {
        match self {
            Self::Ticket(error) => error.args(),
            _ => vec![],
        }
    }
}
