//! Somebody else decides while a supervisor is away (LV3): by dates, in chains that never close, and never on one's own.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::period::BadPeriod;
use super::{Error, delegation_store, lines};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Action, allow};

id!(
    /// A delegation.
    DelegationId
);

/// Who decides in whose place, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// The id.
    pub id: DelegationId,
    /// Who is away.
    pub agent: AgentId,
    /// Who decides meanwhile, beside them.
    pub delegate: AgentId,
    /// How they are called.
    pub delegate_name: String,
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// Hands one's decisions on leave to a colleague, from one day to another; both can decide meanwhile. The colleague is told.
pub async fn delegate(
    work: &mut Work,
    username: &str,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Delegation, Error> {
    let me = actor(work)?;
    let name = || username.trim().to_owned();
    if last < first {
        return Err(BadPeriod::EndBeforeStart.into());
    }
    if last < work.today() {
        return Err(Error::Past { from: last });
    }
    let to = people::by_username(work, username)
        .await?
        .ok_or_else(|| Error::NoColleague { name: name() })?;
    if to.id == me {
        return Err(Error::NoColleague { name: name() });
    }
    // Two people who hand over to each other at the same instant are judged one after the other.
    let (one, other) = (me.min(to.id), me.max(to.id));
    people::hold(work, one).await?;
    people::hold(work, other).await?;
    let standing = delegation_store::between(work.tx(), first, last).await?;
    if in_place_of(to.id, &standing).contains(&me) {
        return Err(Error::ClosedChain { name: to.name() });
    }
    let delegation = Delegation {
        id: work.new_id()?,
        agent: me,
        delegate: to.id,
        delegate_name: to.name(),
        first,
        last,
    };
    let now = work.now();
    delegation_store::insert(work.tx(), &delegation, now).await?;
    work.audit(Entry::change("leave.delegate").about(to.id)).await?;
    let from = people::find(work, me).await?.map(|agent| agent.name());
    let told = lines::delegated("leave-told-delegated", from.unwrap_or_default(), &delegation);
    work.tell(to.id, told).await?;
    Ok(delegation)
}

/// Takes one's decisions back before the last day.
pub async fn end_delegation(work: &mut Work, id: DelegationId) -> Result<(), Error> {
    let (me, now) = (actor(work)?, work.now());
    let Some(delegate) = delegation_store::end(work.tx(), id, me, now).await? else {
        return Ok(());
    };
    work.audit(Entry::change("leave.delegate_end").about(delegate))
        .await?;
    Ok(())
}

/// One's own delegations, of today and later.
pub async fn delegations(work: &mut Work, agent: AgentId) -> Result<Vec<Delegation>, Error> {
    allow(work.actor(), Action::SeeLeaveToDecide { supervisor: agent })?;
    let today = work.today();
    // As text, days are in order up to here.
    let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(today);
    let all = delegation_store::between(work.tx(), today, last).await?;
    Ok(all.into_iter().filter(|one| one.agent == agent).collect())
}

/// Whoever decides may say who decides in their place.
fn actor(work: &Work) -> Result<AgentId, Error> {
    let denied = || Error::Fault(crate::kernel::fault::Fault::outside("leave", "nobody acts"));
    let me = work.actor().agent().ok_or_else(denied)?;
    allow(work.actor(), Action::SeeLeaveToDecide { supervisor: me })?;
    Ok(me)
}

/// Who decides for somebody: their delegates, the delegates of these, and so on. A chain that closes ends there.
pub(super) fn in_place_of(agent: AgentId, delegations: &[Delegation]) -> BTreeSet<AgentId> {
    reach(agent, |from| {
        let own = delegations.iter().filter(move |one| one.agent == from);
        own.map(|one| one.delegate).collect()
    })
}

/// For whom somebody decides.
pub(super) fn principals(agent: AgentId, delegations: &[Delegation]) -> BTreeSet<AgentId> {
    reach(agent, |to| {
        let received = delegations.iter().filter(move |one| one.delegate == to);
        received.map(|one| one.agent).collect()
    })
}

fn reach(start: AgentId, next: impl Fn(AgentId) -> Vec<AgentId>) -> BTreeSet<AgentId> {
    let mut seen = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(from) = open.pop() {
        open.extend(next(from).into_iter().filter(|to| seen.insert(*to)));
    }
    seen.remove(&start);
    seen
}
