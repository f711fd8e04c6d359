//! Scheduled reminders (RM1, RM4): said once, and made up for once when the service was down.

mod job;
mod store;
#[cfg(test)]
mod tests;
mod tick;

pub use tick::{attend, check, tick};

use crate::kernel::fault::Fault;
use crate::{account, leave, password};

/// What reminders can be refused for: only that somebody else than the house wants to run them.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Of the account room.
    #[error(transparent)]
    Account(#[from] account::Error),
    /// Of the leave room.
    #[error(transparent)]
    Leave(#[from] leave::Error),
    /// Of the password room.
    #[error(transparent)]
    Password(#[from] password::Error),
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}
