//! What staff look up: agents found by a search, one agent in full. Each look is logged before it is answered.

use super::model::{Agent, AgentId};
use super::{Error, find, search};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// Agents compared before those whom the actor may not see are left out.
const CONSIDERED: usize = 500;

/// Searches among the agents for whom the actor may see anything, at most `limit` of them.
pub async fn look_up(work: &mut Work, text: &str, limit: usize) -> Result<Vec<Agent>, Error> {
    allow(work.actor(), Action::SearchAgents)?;
    let mut found = search(work, text, CONSIDERED).await?;
    found.retain(|agent| allow(work.actor(), see(agent)).is_ok());
    found.truncate(limit);
    // What was typed is not kept: it may be a name, a number, or a slip of the clipboard.
    work.audit(Entry::view("people.search").with("found", found.len()))
        .await?;
    Ok(found)
}

/// One agent, for a page about them.
pub async fn look(work: &mut Work, id: AgentId) -> Result<Option<Agent>, Error> {
    allow(work.actor(), Action::SearchAgents)?;
    let Some(agent) = find(work, id).await? else {
        return Ok(None);
    };
    allow(work.actor(), see(&agent))?;
    work.audit(Entry::view("people.look").about(id)).await?;
    Ok(Some(agent))
}

fn see(agent: &Agent) -> Action {
    Action::SeeAccess {
        agent: agent.id,
        department: agent.department,
    }
}
