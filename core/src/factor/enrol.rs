//! Enrolling an authenticator app, and accepting its codes once.

use super::totp::{Seed, Setup};
use super::{Error, recovery, store};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::line::Line;
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::people::{Agent, AgentId};
use crate::policy::{Action, allow};

const PURPOSE: &str = "totp";

/// Gives what the agent's app needs. The same until it is confirmed: a page that is loaded again shows the same code.
pub async fn begin_enrolment(work: &mut Work, agent: &Agent) -> Result<Setup, Error> {
    allow(work.actor(), Action::EnrolOwnFactor { agent: agent.id })?;
    // Whoever comes second, at the same time or on another day, gets the seed of the first.
    let fresh = Seed::new(work.chance().bytes()?);
    put(work, agent.id, &fresh).await?;
    let seed = match store::find(work.tx(), agent.id).await? {
        Some(kept) if kept.confirmed => return Err(Error::AlreadyEnrolled),
        Some(kept) => open(work, &kept.sealed)?,
        None => fresh,
    };
    let issuer = work.settings().city.name.clone();
    seed.setup(&issuer, &agent.username)
        .ok_or_else(|| Fault::outside("totp", "no address for the app").into())
}

/// The app counts from its first right code on; that code is used up. Gives its recovery codes, to be shown once.
pub async fn confirm_enrolment(work: &mut Work, agent: &Agent, code: &str) -> Result<Vec<Secret>, Error> {
    allow(work.actor(), Action::EnrolOwnFactor { agent: agent.id })?;
    let now = work.now();
    let kept = store::find(work.tx(), agent.id)
        .await?
        .filter(|kept| !kept.confirmed)
        .ok_or(Error::WrongCode)?;
    let step = open(work, &kept.sealed)?
        .matched_step(code, now)
        .ok_or(Error::WrongCode)?;
    if !store::confirm(work.tx(), agent.id, step, now).await? {
        return Err(Error::WrongCode);
    }
    work.audit(Entry::change("factor.enrol").about(agent.id)).await?;
    work.tell(
        agent.id,
        Line::personal("factor-enrolled").choice("access.not_me", "account-choice-not-me"),
    )
    .await?;
    Ok(recovery::renew_recovery(work, agent.id).await?)
}

/// Brings in an app that is enrolled elsewhere.
pub async fn provision(work: &mut Work, agent: &Agent, seed: &Seed) -> Result<(), Error> {
    allow(work.actor(), Action::ProvisionAccount)?;
    let now = work.now();
    put(work, agent.id, seed).await?;
    store::confirm(work.tx(), agent.id, 0, now).await?;
    work.audit(Entry::change("factor.provision").about(agent.id))
        .await?;
    Ok(())
}

/// Whether the agent has a working app. For use cases that already judged the actor.
pub async fn is_enrolled(work: &mut Work, agent: AgentId) -> Result<bool, Fault> {
    Ok(store::find(work.tx(), agent)
        .await?
        .is_some_and(|kept| kept.confirmed))
}

/// Whether this is the app's code or a recovery code, and was never accepted before. Only `session` asks, with its counters around it.
pub(crate) async fn accepts(work: &mut Work, agent: AgentId, code: &str) -> Result<bool, Fault> {
    let now = work.now();
    let Some(kept) = store::find(work.tx(), agent).await?.filter(|kept| kept.confirmed) else {
        return Ok(false);
    };
    match open(work, &kept.sealed)?.matched_step(code, now) {
        Some(step) => store::use_step(work.tx(), agent, step).await,
        None => recovery::accepts(work, agent, code).await,
    }
}

/// The agent has no app any more, nor recovery codes. For `ticket`, which has judged the actor and tells the agent.
pub(crate) async fn forget_app(work: &mut Work, agent: AgentId) -> Result<(), Fault> {
    store::delete(work.tx(), agent).await?;
    store::forget_recovery(work.tx(), agent).await
}

async fn put(work: &mut Work, agent: AgentId, seed: &Seed) -> Result<(), Fault> {
    let sealed = work.keys().seal(work.chance(), PURPOSE, seed.as_bytes())?;
    store::insert(work.tx(), agent, &sealed).await
}

fn open(work: &Work, sealed: &[u8]) -> Result<Seed, Fault> {
    let clear = work.keys().open(PURPOSE, sealed)?;
    Ok(Seed::new(
        clear.try_into().map_err(|_| Fault::unreadable(PURPOSE))?,
    ))
}
