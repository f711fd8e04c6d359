//! Passwords: what they must be, how they are kept, how they are set and reset.
//!
//! Whether one is right is asked by `session` alone ([`check`]); everything here that sets one has been let through there.

mod check;
mod expiry;
#[cfg(test)]
#[path = "tests_expiry.rs"]
mod expiry_tests;
mod force;
pub mod hash;
mod import;
mod purpose;
mod remind;
mod reset;
pub mod rules;
mod set;
mod store;
mod temporary;
#[cfg(test)]
#[path = "tests_temporary.rs"]
mod temporary_tests;
#[cfg(test)]
mod tests;

pub(crate) use check::{Checked, check};
pub use expiry::ends_at;
pub use force::force_new;
pub use import::{Hashed, hashed, provision};
pub use purpose::Purpose;
pub use remind::remind_of_expiry;
pub use reset::{StartReset, link_url, send_link, start_reset};
pub(crate) use reset::{end_link, find_link};
pub(crate) use set::{How, prepare, replace};
pub use temporary::{IssueTemporary, Slip, draw_temporary, issue_temporary};

use chrono::{DateTime, Utc};

use crate::account::{self, Circuit};
use crate::kernel::config::Settings;
use crate::kernel::fault::Fault;
use crate::kernel::queue::Busy;
use crate::kernel::work::Work;
use crate::people::AgentId;
use crate::policy::Denied;

/// What passwords can be refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// It breaks these rules.
    #[error("breaks the rules: {0:?}")]
    Broken(Vec<rules::Broken>),
    /// The link was used, replaced, has expired, or never existed: one answer for all.
    #[error("the link is not good")]
    DeadLink,
    /// Enough links have been sent to this agent in the last hour.
    #[error("too many links")]
    TooManyLinks,
    /// Too many are hashing: ask again later.
    #[error("busy")]
    Busy,
    /// The account does not allow it.
    #[error(transparent)]
    Account(account::Error),
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

impl From<Busy> for Error {
    fn from(Busy: Busy) -> Self {
        Self::Busy
    }
}

/// The rules, with the city's numbers.
pub fn rules_of(settings: &Settings) -> rules::Rules {
    let password = &settings.password;
    rules::Rules {
        min_length: password.min_length,
        free_length: password.free_length,
    }
}

/// The proper names that no password may hold.
pub fn city_of(settings: &Settings) -> [&str; 3] {
    let city = &settings.city;
    [&city.name, &city.intranet, &city.verifier]
}

/// A stored password, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its hash.
    pub(crate) hash: String,
    /// Good only to set a personal one.
    pub temporary: bool,
    /// When it was set.
    pub set_at: DateTime<Utc>,
    /// Staff asked that it be replaced at the next sign-in.
    pub forced: bool,
    /// It is temporary, and its owner has never had a personal one.
    pub newcomer: bool,
}

/// The password of an account, if it has one. For use cases that already judged the actor.
pub async fn kept(work: &mut Work, agent: AgentId, circuit: Circuit) -> Result<Option<Kept>, Fault> {
    store::find(work.tx(), agent, circuit).await
}

/// Keeps the same password under a hash of today's cost.
pub(crate) async fn renew(
    work: &mut Work,
    agent: AgentId,
    circuit: Circuit,
    old: &str,
    new: &str,
) -> Result<(), Fault> {
    store::renew(work.tx(), agent, circuit, old, new).await
}
