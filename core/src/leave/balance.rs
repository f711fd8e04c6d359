//! "How many days are left?"

use chrono::Datelike;

use super::model::{HalfDays, Kind};
use super::{Error, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people::AgentId;
use crate::policy::{Action, allow};

/// The account of one kind of leave for one civil year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    /// Which leave.
    pub kind: Kind,
    /// Of which year.
    pub year: i32,
    /// What the agent was given.
    pub entitled: HalfDays,
    /// What is granted, taken or to come.
    pub validated: HalfDays,
    /// What waits for a decision.
    pub pending: HalfDays,
}

impl Balance {
    /// What can still be asked for: days that wait for a decision are not asked for twice.
    pub fn left(&self) -> HalfDays {
        self.entitled - self.validated - self.pending
    }
}

/// The balances of an agent for this year and those after it that already have an entitlement.
pub async fn balance(work: &mut Work, agent: AgentId) -> Result<Vec<Balance>, Error> {
    allow(work.actor(), Action::SeeLeaveBalance { agent })?;
    let today = work.today();
    Ok(store::balances(work.tx(), agent, today.year(), today).await?)
}

/// Writes what an agent is entitled to for a year, as HR states it; a second time replaces the first.
pub async fn entitle(
    work: &mut Work,
    agent: AgentId,
    kind: Kind,
    year: i32,
    half_days: HalfDays,
) -> Result<(), Error> {
    allow(work.actor(), Action::ImportLeave)?;
    store::set_entitlement(work.tx(), agent, kind, year, half_days).await?;
    let entry = Entry::change("leave.entitle")
        .about(agent)
        .with("kind", kind.as_str())
        .with("year", year);
    work.audit(entry.with("half_days", half_days.0)).await?;
    Ok(())
}
