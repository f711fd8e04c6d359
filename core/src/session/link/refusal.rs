//! What linking can be refused, besides what a sign-in can.

use crate::kernel::line::Args;
use crate::people::{self, BadAddress};

/// See the module.
#[derive(Debug, thiserror::Error)]
pub enum Unlinked {
    /// Such an address is never linked.
    #[error(transparent)]
    Address(#[from] BadAddress),
    /// The address or the agent does not allow it.
    #[error("{0}")]
    People(people::Error),
    /// Enough codes for this hour.
    #[error("too many codes")]
    TooManyCodes,
    /// No code is awaited: none was asked for, it has lapsed, or all tries are used up.
    #[error("no code is awaited")]
    NoCode,
    /// The code is wrong; another try is left.
    #[error("wrong code")]
    WrongCode,
}

impl Unlinked {
    /// The word key.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Address(BadAddress::Malformed) => "session-link-malformed",
            Self::Address(BadAddress::LookAlike(_)) => "session-link-look-alike",
            Self::Address(BadAddress::OtherServer(_)) => "session-link-other-server",
            Self::People(error) => error.key().unwrap_or("session-denied"),
            Self::TooManyCodes => "session-link-too-many-codes",
            Self::NoCode => "session-link-no-code",
            Self::WrongCode => "session-link-wrong-code",
        }
    }

    /// The values of its words.
    pub fn args(&self) -> Args {
        match self {
            Self::Address(BadAddress::LookAlike(odd)) => vec![("odd".into(), odd.to_string().into())],
            Self::Address(BadAddress::OtherServer(server)) => vec![("server".into(), server.as_str().into())],
            Self::People(error) => error.args(),
            _ => vec![],
        }
    }
}

impl From<people::Error> for super::Error {
    fn from(error: people::Error) -> Self {
        match error {
            people::Error::Fault(fault) => Self::Fault(fault),
            people::Error::Denied(denied) => Self::Denied(denied),
            error => Self::Link(Unlinked::People(error)),
        }
    }
}
