//! Looking at requests: one by its number, one's own, those that wait for one's decision.

use super::{Error, Request, deciders, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people::AgentId;
use crate::policy::{Action, allow};

/// How many of their own requests an agent is shown.
const SHOWN: i64 = 10;

/// One request, for the agent who made it and the supervisor who decides on it. A supervisor's look is logged, so the
/// unit of work must be a writing one.
pub async fn look(work: &mut Work, number: i64) -> Result<Request, Error> {
    let today = work.today();
    let request = store::by_number(work.tx(), number, today)
        .await?
        .ok_or(Error::Unknown { number })?;
    let (agent, supervisor) = (request.agent, deciders::authority(work, &request).await?);
    allow(work.actor(), Action::SeeLeaveRequest { agent, supervisor })?;
    if !work.actor().is(agent) {
        work.audit(Entry::view("leave.look").about(agent).with("number", number))
            .await?;
    }
    Ok(request)
}

/// The agent's own latest requests, whatever became of them, latest leave first.
pub async fn mine(work: &mut Work, agent: AgentId) -> Result<Vec<Request>, Error> {
    allow(work.actor(), Action::SeeLeaveBalance { agent })?;
    let today = work.today();
    Ok(store::of_agent(work.tx(), agent, SHOWN, today).await?)
}

/// The requests that wait for this supervisor's decision, oldest first. Each is logged as seen.
pub async fn waiting(work: &mut Work, supervisor: AgentId) -> Result<Vec<Request>, Error> {
    allow(work.actor(), Action::SeeLeaveToDecide { supervisor })?;
    let requests = deciders::waiting_for(work, supervisor).await?;
    for request in &requests {
        work.audit(
            Entry::view("leave.waiting")
                .about(request.agent)
                .with("number", request.number),
        )
        .await?;
    }
    Ok(requests)
}
