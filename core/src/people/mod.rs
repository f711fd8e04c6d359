//! People: agents, where they work, staff roles, and who is behind a chat address.

mod absence;
mod address;
mod assign;
mod caller;
mod consult;
mod identify;
mod import;
mod link;
mod model;
mod number;
mod search;
mod store;
#[cfg(test)]
mod tests;

pub use absence::{Absence, AbsenceId, absences, days_later, record_absence};
pub use address::{BadAddress, judge};
pub use assign::{Contacts, assign};
pub use caller::{By, Check, CheckId, Unproven, checks, proven};
pub(crate) use caller::{
    Draft, Over, begin_check, check, checks_since, end_check, number_since, prove_check, void_checks,
};
pub use consult::{look, look_up};
pub use identify::{Speaker, identify, person, reach, servers, speak};
pub use import::{Department, Newcomer, grant, import_agent, import_department};
pub use link::{End, Link, Proof, link, link_of, provision_link, unlink};
pub(crate) use link::{addresses_before, depart};
pub use model::{Agent, AgentId, ChatIdentityId, DepartmentId, Profile, fold};
pub(crate) use number::{change_number, number_before};
pub use search::search;

use crate::kernel::actor::Role;
use crate::kernel::fault::Fault;
use crate::kernel::line::Args;
use crate::kernel::work::Work;
use crate::policy::Denied;

/// What people can be refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// A row of an import that can't be taken.
    #[error("{field} = {value}: {problem}")]
    Row {
        /// The column.
        field: &'static str,
        /// What it says.
        value: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// Support must say why.
    #[error("no reason given")]
    NoReason,
    /// No such agent.
    #[error("no such agent")]
    NoAgent,
    /// No chat address is linked to the agent.
    #[error("no chat address is linked")]
    NotLinked,
    /// The address is the agent's already.
    #[error("the address is linked to this agent already")]
    AlreadyLinked,
    /// The address is somebody else's.
    #[error("the address is linked to somebody else")]
    Taken,
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

impl Error {
    /// The word key of a refusal to link or unlink; `None` for whatever has no words of its own.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::NoReason => Some("people-no-reason"),
            Self::NoAgent => Some("people-no-agent"),
            Self::NotLinked => Some("people-not-linked"),
            Self::AlreadyLinked => Some("people-already-linked"),
            Self::Taken => Some("people-address-taken"),
            Self::Unproven(unproven) => unproven.key(),
            Self::Denied(_) | Self::Row { .. } | Self::Fault(_) => None,
        }
    }

    /// The values of its words.
    pub fn args(&self) -> Args {
        match self {
            Self::Unproven(unproven) => unproven.args(),
            _ => vec![],
        }
    }
}

/// The agent with this id. For use cases that already judged the actor.
pub async fn find(work: &mut Work, id: AgentId) -> Result<Option<Agent>, Fault> {
    store::find(work.tx(), id).await
}

/// The agent with this username, whatever its letter case.
pub async fn by_username(work: &mut Work, username: &str) -> Result<Option<Agent>, Fault> {
    store::by_username(work.tx(), &username.trim().to_lowercase()).await
}

/// The agent with this number.
pub async fn by_number(work: &mut Work, number: &str) -> Result<Option<Agent>, Fault> {
    store::by_number(work.tx(), number.trim()).await
}

/// The code of a department, by which the configuration names it.
pub async fn department_code(work: &mut Work, id: DepartmentId) -> Result<String, Fault> {
    let code = store::department_code(work.tx(), id).await?;
    code.ok_or_else(|| Fault::inconsistent("departments", id, "an agent works there"))
}

/// The chat address an agent is linked to, if any, with its last direct room.
pub async fn chat_of(work: &mut Work, agent: AgentId) -> Result<Option<(String, Option<String>)>, Fault> {
    store::chat_of(work.tx(), agent).await
}

/// Remembers the direct room in which an agent was last met.
pub async fn met_in(work: &mut Work, agent: AgentId, room: &str) -> Result<(), Fault> {
    store::met_in(work.tx(), agent, room).await
}

/// Everybody who holds a role, over whatever department.
pub async fn holders(work: &mut Work, role: Role) -> Result<Vec<AgentId>, Fault> {
    store::holders(work.tx(), role).await
}

/// Everybody of a department, a profile, or both: how many have a chat address, and how many have none.
pub async fn reachable(
    work: &mut Work,
    department: Option<DepartmentId>,
    profile: Option<Profile>,
) -> Result<(i64, i64), Fault> {
    store::reachable(work.tx(), department, profile).await
}

/// Those of them with a chat address, by id, after `after`.
pub async fn reached_after(
    work: &mut Work,
    department: Option<DepartmentId>,
    profile: Option<Profile>,
    after: Option<AgentId>,
    limit: i64,
) -> Result<Vec<AgentId>, Fault> {
    store::reached_after(work.tx(), department, profile, after, limit).await
}

/// The departments and their names, in the order of their codes.
pub async fn departments(work: &mut Work) -> Result<Vec<(DepartmentId, String)>, Fault> {
    store::departments(work.tx()).await
}

/// Grants an agent a second factor on every channel. `false`: they have it. For `ticket`, which has judged the actor.
pub(crate) async fn grant_second_factor(work: &mut Work, agent: AgentId) -> Result<bool, Fault> {
    let now = work.now();
    store::set_second_factor(work.tx(), agent, now).await
}

/// Takes the agent's row: whatever else is judged by several of their rows waits until this unit ends.
pub async fn hold(work: &mut Work, agent: AgentId) -> Result<(), Fault> {
    store::hold(work.tx(), agent).await
}
