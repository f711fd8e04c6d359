//! Seeing requests: one's own, those of an agent, and the queues.

use super::model::{Kind, Ticket};
use super::{Error, store};
use crate::account;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Action, allow};

/// How many requests are read at most.
const MOST: i64 = 500;

/// The requests of the agent who acts, newest first.
pub async fn mine(work: &mut Work) -> Result<Vec<Ticket>, Error> {
    allow(work.actor(), Action::ActForOneself)?;
    let agent = work.actor().agent().ok_or(account::Error::NoAgent)?;
    of(work, agent).await
}

/// The requests of an agent, newest first.
pub async fn of(work: &mut Work, agent: AgentId) -> Result<Vec<Ticket>, Error> {
    let agent = people::find(work, agent).await?.ok_or(account::Error::NoAgent)?;
    allow(
        work.actor(),
        Action::SeeAccess {
            agent: agent.id,
            department: agent.department,
        },
    )?;
    Ok(store::of(work.tx(), agent.id, MOST).await?)
}

/// The open requests of a kind, or of all, oldest first: of the agents for whom the actor may see them.
pub async fn queue(work: &mut Work, kind: Option<Kind>) -> Result<Vec<(Ticket, people::Agent)>, Error> {
    allow(work.actor(), Action::SeeQueues)?;
    let mut queue = vec![];
    for ticket in store::open(work.tx(), kind, MOST).await? {
        let agent = people::find(work, ticket.agent)
            .await?
            .ok_or(account::Error::NoAgent)?;
        if allow(
            work.actor(),
            Action::SeeTickets {
                department: agent.department,
            },
        )
        .is_ok()
        {
            queue.push((ticket, agent));
        }
    }
    Ok(queue)
}
