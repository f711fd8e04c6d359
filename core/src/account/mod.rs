//! Accounts: two per agent, how they stand, and everything that changes that.
//!
//! [`change`] is the only writer of a standing. Counters of failed guesses live here as well, since reaching their limit
//! and being locked are one thing; the secrets themselves are checked in `session`, and nowhere else.

mod alert;
pub(crate) mod attempt;
mod change;
mod circuit;
mod deactivate;
mod depart;
mod dormant;
mod in_chat;
mod lapse;
mod lift;
mod lock_self;
mod model;
mod state;
mod store;
#[cfg(test)]
mod tests;
mod warning;

pub(crate) use alert::lock_out;
pub(crate) use change::{change, end_sessions_of, forget_devices, told};
pub use circuit::Circuit;
pub use deactivate::{Deactivate, deactivate};
pub use depart::{Departure, depart};
pub use dormant::tend_dormant;
pub(crate) use in_chat::chat_allows;
pub use in_chat::{Age, Barred, Footing, Matter, may_in_chat};
pub(crate) use lapse::{forgive, lapse};
pub use lift::{Lift, Reactivated};
pub(crate) use lift::{reactivate, unlock};
pub use lock_self::{end_sessions, lock_self};
pub use model::{Closure, Lock, LockCause, Misfit, Side, Stage, Standing, Verb, Why};
pub use state::{Lifter, State};
pub(crate) use warning::{Looming, Warned, keep_warning, warn, warned};

use chrono::{DateTime, Utc};

use crate::kernel::fault::Fault;
use crate::kernel::line::{Args, Value};
use crate::kernel::work::Work;
use crate::outside::authority::{AccountAuthority, Embedded};
use crate::people::{AgentId, Unproven};
use crate::policy::Denied;

/// One account of an agent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Whose.
    pub agent: AgentId,
    /// Which of the two.
    pub circuit: Circuit,
    /// How it stands.
    pub standing: Standing,
    /// Since when it is locked.
    pub locked_at: Option<DateTime<Utc>>,
    /// When the lock ends by itself; never, unless the policy gives it a duration.
    pub locked_until: Option<DateTime<Utc>>,
    /// Locks in a row, by which the next duration is chosen.
    pub(crate) locks: i64,
    /// Who spoke for the side that has agreed to reactivate.
    pub agreed_by: Option<AgentId>,
    /// A device is known only in the epoch in which it became known.
    pub device_epoch: i64,
    /// When the standing last changed; never, for an account without a row.
    pub changed_at: Option<DateTime<Utc>>,
}

/// What accounts can be refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The account does not stand so that this could be done.
    #[error("does not apply: {0:?}")]
    Misfit(Misfit),
    /// Not in chat, as the accounts stand or while the link is new.
    #[error("not in chat: {0:?}")]
    Barred(Barred),
    /// Every intervention needs a reason.
    #[error("no reason given")]
    NoReason,
    /// The other side must be spoken for by somebody else.
    #[error("the same person spoke for the other side")]
    SamePerson,
    /// The number typed again is not the agent's.
    #[error("not the agent's number")]
    OtherNumber,
    /// No such agent.
    #[error("no such agent")]
    NoAgent,
    /// The agent has not shown who they are.
    #[error(transparent)]
    Unproven(Unproven),
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Unproven> for Error {
    fn from(unproven: Unproven) -> Self {
        match unproven {
            Unproven::Fault(fault) => Self::Fault(fault),
            unproven => Self::Unproven(unproven),
        }
    }
}

impl From<Misfit> for Error {
    fn from(misfit: Misfit) -> Self {
        Self::Misfit(misfit)
    }
}

impl Error {
    /// The word key of the refusal; `None` for a fault.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            Self::Denied(_) => "account-denied",
            Self::Misfit(Misfit::NotCreated) => "account-misfit-not-created",
            Self::Misfit(Misfit::Deactivated(_)) => "account-misfit-deactivated",
            Self::Misfit(Misfit::AlreadySo) => "account-misfit-already-so",
            Self::Misfit(Misfit::LiftedBy(_)) => "account-misfit-lifted-by",
            Self::Barred(Barred::Locked) => "account-barred-locked",
            Self::Barred(Barred::Reported) => "account-barred-reported",
            Self::Barred(Barred::Deactivated(_)) => "account-barred-deactivated",
            Self::Barred(Barred::Left) => "account-barred-left",
            Self::Barred(Barred::Fresh(_)) => "account-barred-fresh",
            Self::NoReason => "account-no-reason",
            Self::SamePerson => "account-same-person",
            Self::OtherNumber => "account-other-number",
            Self::NoAgent => "account-no-agent",
            Self::Unproven(unproven) => return unproven.key(),
            Self::Fault(_) => return None,
        })
    }

    /// The values of its words.
    pub fn args(&self) -> Args {
        match self {
            Self::Barred(Barred::Fresh(until)) => vec![("until".into(), (*until).into())],
            Self::Misfit(Misfit::Deactivated(why)) | Self::Barred(Barred::Deactivated(why)) => {
                let state = State::Deactivated(*why);
                vec![
                    ("why".into(), Value::Word(why.key().into())),
                    ("lifter".into(), Value::Word(state.lifted_by().key().into())),
                ]
            }
            Self::Misfit(Misfit::LiftedBy(lifter)) => {
                vec![("lifter".into(), Value::Word(lifter.key().into()))]
            }
            Self::Unproven(unproven) => unproven.args(),
            _ => vec![],
        }
    }
}

/// Both accounts of an agent, in the order in which they are asked. For use cases that already judged the actor.
pub async fn of(work: &mut Work, agent: AgentId) -> Result<[Account; 2], Fault> {
    let [first, second] = Circuit::ALL;
    Ok([one(work, agent, first).await?, one(work, agent, second).await?])
}

/// One account of an agent. For use cases that already judged the actor.
pub async fn one(work: &mut Work, agent: AgentId, circuit: Circuit) -> Result<Account, Fault> {
    let now = work.now();
    Ok(stored(work, agent, circuit).await?.at(now))
}

/// As it is written: a lock whose time is over still stands in it.
async fn stored(work: &mut Work, agent: AgentId, circuit: Circuit) -> Result<Account, Fault> {
    let blank = Account {
        agent,
        circuit,
        standing: Standing::NEW,
        locked_at: None,
        locked_until: None,
        locks: 0,
        agreed_by: None,
        device_epoch: 0,
        changed_at: None,
    };
    Ok(Embedded.find(work.tx(), agent, circuit).await?.unwrap_or(blank))
}

/// Their owner has just used the accounts that exist: signed in, by all steps.
pub(crate) async fn used(work: &mut Work, agent: AgentId) -> Result<(), Fault> {
    let now = work.now();
    store::set_used(work.tx(), agent, None, now).await
}

/// A reason as it is kept: trimmed, not empty, not endless.
pub(crate) fn reason(text: &str) -> Result<String, Error> {
    let text: String = text.trim().chars().take(500).collect();
    if text.is_empty() {
        Err(Error::NoReason)
    } else {
        Ok(text)
    }
}
