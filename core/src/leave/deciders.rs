//! Who may decide on a request today (LV3): the supervisor, whoever decides in their place, and once it has waited too long the
//! supervisor's own supervisor. Never its author.

use std::collections::BTreeSet;

use super::delegate::{in_place_of, principals};
use super::model::Stage;
use super::unvalidated::{Deed, note, working_days};
use super::{Error, Request, delegation_store, lines, store, trace_store};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::line::Line;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};

/// Everybody who may decide on a request today.
pub(super) async fn deciders(work: &mut Work, request: &Request) -> Result<BTreeSet<AgentId>, Fault> {
    let today = work.today();
    let delegations = delegation_store::between(work.tx(), today, today).await?;
    let mut all: BTreeSet<AgentId> = request.supervisor.into_iter().collect();
    if trace_store::was(work.tx(), request.id, Deed::Escalated).await? {
        all.extend(above(work, request).await?);
    }
    for one in all.clone() {
        all.extend(in_place_of(one, &delegations));
    }
    all.remove(&request.agent);
    Ok(all)
}

/// In whose name the policy judges: whoever speaks, if they may decide today; the supervisor otherwise.
pub(super) async fn authority(work: &mut Work, request: &Request) -> Result<Option<AgentId>, Fault> {
    let speaks = work.actor().agent();
    let may = deciders(work, request).await?;
    Ok(speaks
        .filter(|speaks| may.contains(speaks))
        .or(request.supervisor))
}

/// Tells everybody who may decide on a request.
pub(super) async fn tell(work: &mut Work, request: &Request, line: Line) -> Result<(), Fault> {
    for one in deciders(work, request).await? {
        work.tell(one, line.clone()).await?;
    }
    Ok(())
}

/// What waits for somebody: of their own people, of those in whose place they decide, and what came up to them. Oldest first.
pub(super) async fn waiting_for(work: &mut Work, agent: AgentId) -> Result<Vec<Request>, Fault> {
    let today = work.today();
    let delegations = delegation_store::between(work.tx(), today, today).await?;
    let mut all = vec![];
    for one in principals(agent, &delegations).into_iter().chain([agent]) {
        all.extend(store::waiting_for(work.tx(), one, today).await?);
        all.extend(store::escalated_to(work.tx(), one, today).await?);
    }
    all.retain(|request| request.agent != agent);
    all.sort_by_key(|request| (request.asked_at, request.number));
    all.dedup_by_key(|request| request.number);
    Ok(all)
}

/// Everybody for whom something waits.
pub(super) async fn with_waiting(work: &mut Work) -> Result<BTreeSet<AgentId>, Fault> {
    let today = work.today();
    let mut all = BTreeSet::new();
    for request in store::undecided(work.tx(), today).await? {
        all.extend(deciders(work, &request).await?);
    }
    Ok(all)
}

/// Hands what has waited for `leave.escalation_working_days` to the next level too. Both are told; it is granted by nobody yet.
pub(super) async fn escalate(work: &mut Work) -> Result<usize, Error> {
    let (today, region) = (work.today(), work.settings().city.region);
    let (zone, limit) = (
        work.settings().city.time_zone,
        work.settings().leave.escalation_working_days,
    );
    let mut told = 0;
    for request in store::undecided(work.tx(), today).await? {
        let asked = request.asked_at.with_timezone(&zone).date_naive();
        // From the day after it was asked for, today included.
        let waited = asked
            .succ_opt()
            .zip(today.succ_opt())
            .map_or(0, |(first, end)| working_days(first, end, region));
        let was = trace_store::was(work.tx(), request.id, Deed::Escalated).await?;
        if request.stage != Stage::Submitted || waited < limit || was {
            continue;
        }
        let Some(above) = above(work, &request).await? else {
            continue;
        };
        note(work, &request, Deed::Escalated).await?;
        let entry = Entry::change("leave.escalate").about(request.agent);
        work.audit(entry.with("number", request.number)).await?;
        let name = people::find(work, above).await?.map(|agent| agent.name());
        work.tell(above, lines::escalated(&request)).await?;
        work.tell(
            request.agent,
            lines::told_escalated(&request, name.unwrap_or_default()),
        )
        .await?;
        told += 2;
    }
    Ok(told)
}

/// The supervisor's own supervisor, if that is neither the author nor the supervisor again.
async fn above(work: &mut Work, request: &Request) -> Result<Option<AgentId>, Fault> {
    let Some(supervisor) = request.supervisor else {
        return Ok(None);
    };
    let above = people::find(work, supervisor)
        .await?
        .and_then(|agent| agent.supervisor);
    Ok(above.filter(|above| *above != request.agent && *above != supervisor))
}
