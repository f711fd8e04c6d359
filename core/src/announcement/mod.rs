//! What IT announces in chat: to everybody, a department or a profile (BO11). Sending writes one row; the house then tells
//! people in portions, so that nobody else waits for the database meanwhile, and a kill between two portions neither
//! leaves anybody out nor tells anybody twice.

mod model;
mod report;
mod send;
mod spread;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Announcement, AnnouncementId, Audience, BadText, Draft, Report};
pub use report::reports;
pub use send::{Preview, preview, send};
pub use spread::{attend, spread};

use crate::kernel::fault::Fault;
use crate::kernel::line::Args;
use crate::policy::Denied;

/// What an announcement can be refused for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The text can't be sent.
    #[error("the text can't be sent: {0:?}")]
    Text(BadText),
    /// Nobody belongs to the audience, or nobody of it has a chat address.
    #[error("nobody can be reached")]
    Nobody,
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Error {
    /// The word key of a refusal; `None` for whatever has no words of its own.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::Text(BadText::Empty) => Some("announcement-no-text"),
            Self::Text(BadText::TooLong(_)) => Some("announcement-too-long"),
            Self::Nobody => Some("announcement-nobody"),
            Self::Denied(_) | Self::Fault(_) => None,
        }
    }

    /// The values of its words.
    pub fn args(&self) -> Args {
        match self {
            Self::Text(BadText::TooLong(length)) => {
                let limit = i64::try_from(model::LONGEST).unwrap_or(i64::MAX);
                let length = i64::try_from(*length).unwrap_or(i64::MAX);
                vec![
                    ("length".to_owned(), length.into()),
                    ("limit".to_owned(), limit.into()),
                ]
            }
            _ => vec![],
        }
    }
}
