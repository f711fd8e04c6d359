//! People: agents, where they work, staff roles, and who is behind a chat address.

mod absence;
mod assign;
mod consult;
mod identify;
mod import;
mod model;
mod search;
mod store;
#[cfg(test)]
mod tests;

pub use absence::{Absence, AbsenceId, absences, days_later, record_absence};
pub use assign::{Contacts, assign};
pub use consult::{look, look_up};
pub use identify::{identify, link, person, reach, speak};
pub use import::{Department, Newcomer, grant, import_agent, import_department};
pub use model::{Agent, AgentId, ChatIdentityId, DepartmentId, Profile, fold};
pub use search::search;

use crate::kernel::actor::Role;
use crate::kernel::fault::Fault;
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
    /// No such agent.
    #[error("no such agent")]
    NoAgent,
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
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

/// Takes the agent's row: whatever else is judged by several of their rows waits until this unit ends.
pub async fn hold(work: &mut Work, agent: AgentId) -> Result<(), Fault> {
    store::hold(work.tx(), agent).await
}
