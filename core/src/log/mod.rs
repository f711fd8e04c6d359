//! The audit log as staff read it (CO7). Writing it is the kernel's; nothing changes it.

#[cfg(test)]
mod tests;

use crate::kernel::audit::{self, Entry, Logged};
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Action, Denied, allow};

/// Rows on a page.
pub const PAGE: usize = 100;

/// What reading the log can be refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The newest rows of everybody, older than `before`. Reading them is a row itself.
pub async fn newest(work: &mut Work, before: Option<i64>) -> Result<Vec<Logged>, Error> {
    allow(work.actor(), Action::ReadLog)?;
    let rows = audit::newest(work.tx(), before.unwrap_or(i64::MAX), rows()).await?;
    work.audit(Entry::view("log.read")).await?;
    Ok(rows)
}

/// What happened to one agent, newest first, as their page shows it. Who looked at it is in the whole log.
pub async fn about(work: &mut Work, agent: AgentId) -> Result<Vec<Logged>, Error> {
    let Some(agent) = people::find(work, agent).await? else {
        return Ok(vec![]);
    };
    allow(
        work.actor(),
        Action::SeeAccess {
            agent: agent.id,
            department: agent.department,
        },
    )?;
    Ok(audit::done_about(work.tx(), agent.id, rows()).await?)
}

fn rows() -> i64 {
    i64::try_from(PAGE).unwrap_or(i64::MAX)
}
