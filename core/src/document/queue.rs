//! What waits for human resources (CO4).

use super::model::{Document, Request, RequestId};
use super::{Error, store, whose};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people::Agent;
use crate::policy::{Action, Paper, allow};

/// How many requests are read at most.
const MOST: i64 = 500;

/// One request, as its page shows it.
#[derive(Clone, Debug)]
pub struct Case {
    /// The request.
    pub request: Request,
    /// Who asks.
    pub agent: Agent,
    /// What else they asked for, newest first.
    pub others: Vec<Request>,
    /// What was delivered.
    pub document: Option<Document>,
}

/// The open requests of the agents for whom the actor is an HR officer, the most urgent first.
pub async fn queue(work: &mut Work) -> Result<Vec<(Request, Agent)>, Error> {
    allow(work.actor(), Action::SeeQueues)?;
    let mut queue = vec![];
    for request in store::open(work.tx(), MOST).await? {
        let agent = whose(work, request.agent).await?;
        if allow(work.actor(), tend(&agent)).is_ok() {
            queue.push((request, agent));
        }
    }
    Ok(queue)
}

/// One request and what goes with it. The view is on record once the work is saved.
pub async fn open(work: &mut Work, id: RequestId) -> Result<Case, Error> {
    let (request, agent) = judged(work, id).await?;
    let others = store::of(work.tx(), agent.id).await?;
    let document = store::of_request(work.tx(), id).await?;
    let entry = Entry::view("document.open").about(agent.id);
    work.audit(entry.with("reference", request.reference())).await?;
    Ok(Case {
        others: others.into_iter().filter(|other| other.id != id).collect(),
        request,
        agent,
        document,
    })
}

/// A request and its agent, once it is clear that the actor may tend it. What the actor may not see is as if it were not.
pub(super) async fn judged(work: &mut Work, id: RequestId) -> Result<(Request, Agent), Error> {
    allow(work.actor(), Action::SeeQueues)?;
    let request = store::find(work.tx(), id).await?.ok_or(Error::NotOpen)?;
    let agent = whose(work, request.agent).await?;
    allow(work.actor(), tend(&agent))?;
    Ok((request, agent))
}

fn tend(agent: &Agent) -> Action {
    Action::Paper(agent.id, agent.department, Paper::Tend)
}
