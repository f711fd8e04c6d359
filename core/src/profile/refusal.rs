//! What changes of the record can be refused for, in words.

use super::model::{BadAddress, Kind};
use super::proof::BadProof;
use crate::account;
use crate::kernel::fault::Fault;
use crate::kernel::line::{Line, Value};
use crate::policy::Denied;
use crate::session;

/// What changes of the record can be refused for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// No such change, or not for this person: the two look the same.
    #[error("no such change")]
    Unknown,
    /// One of this kind is open already.
    #[error("a change of this kind is open")]
    Open(Kind),
    /// The record says so already.
    #[error("the record says so already")]
    Same(Kind),
    /// Too many were declared in a day.
    #[error("too many changes in a day")]
    TooMany(i64),
    /// It has been decided or withdrawn in the meantime.
    #[error("the change is no longer open")]
    NotOpen,
    /// A refusal says why.
    #[error("no reason given")]
    NoReason,
    /// The address can't be one.
    #[error("not an address: {0:?}")]
    Address(BadAddress),
    /// The file is no proof.
    #[error(transparent)]
    Proof(#[from] BadProof),
    /// It has not happened yet.
    #[error("a day to come")]
    Future,
    /// Who it is has to be shown again.
    #[error(transparent)]
    Session(session::Error),
    /// The agent has reported something suspicious that nobody has looked into.
    #[error("the agent has an open security request")]
    Reported(String),
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<account::Error> for Error {
    fn from(error: account::Error) -> Self {
        match error {
            account::Error::Denied(denied) => Self::Denied(denied),
            account::Error::Fault(fault) => Self::Fault(fault),
            _ => Self::NoReason,
        }
    }
}

impl From<session::Error> for Error {
    fn from(error: session::Error) -> Self {
        match error {
            session::Error::Denied(denied) => Self::Denied(denied),
            session::Error::Fault(fault) => Self::Fault(fault),
            error => Self::Session(error),
        }
    }
}

impl From<BadAddress> for Error {
    fn from(bad: BadAddress) -> Self {
        Self::Address(bad)
    }
}

impl BadAddress {
    /// The word key of what is wrong.
    pub fn key(self) -> &'static str {
        match self {
            Self::Street => "profile-bad-street",
            Self::Postcode => "profile-bad-postcode",
            Self::Town => "profile-bad-town",
        }
    }
}

impl Error {
    /// The refusal in words; `None`: the house failed.
    pub fn line(&self) -> Option<Line> {
        let of = |key, kind: &Kind| Line::personal(key).arg("kind", Value::word(kind.key()));
        match self {
            Self::Denied(_) => Some(Line::public("talk-denied")),
            Self::Unknown => Some(Line::personal("profile-unknown")),
            Self::Open(kind) => Some(of("profile-open", kind)),
            Self::Same(kind) => Some(of("profile-same", kind)),
            Self::TooMany(most) => Some(Line::personal("profile-too-many").arg("most", *most)),
            Self::NotOpen => Some(Line::personal("profile-not-open")),
            Self::NoReason => Some(Line::personal("profile-no-reason")),
            Self::Address(bad) => Some(Line::personal(bad.key())),
            Self::Proof(bad) => Some(Line::personal(bad.key())),
            Self::Future => Some(Line::personal("profile-future")),
            Self::Session(error) => Some(Line {
                args: error.args(),
                ..Line::personal(error.key().unwrap_or("talk-denied"))
            }),
            Self::Reported(reference) => {
                Some(Line::personal("profile-reported").arg("reference", reference.as_str()))
            }
            Self::Fault(_) => None,
        }
    }
}
