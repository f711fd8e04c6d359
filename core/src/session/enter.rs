//! Coming back with a session, and going out.

use std::sync::Arc;

use chrono::TimeDelta;

use super::model::{Session, SessionId, Site, Step};
use super::{Error, store};
use crate::channel::Channel;
use crate::kernel::actor::Door;
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId};
use crate::policy::{Action, allow};

/// Somebody who came in with a good session.
#[derive(Clone, Debug)]
pub struct Entered {
    /// The session.
    pub session: Session,
    /// The agent.
    pub agent: Agent,
}

/// How stale the mark of last use may be: a write at every request would cost more than it tells.
const FRESH: TimeDelta = TimeDelta::minutes(1);

/// Recognises a complete session: from here on the unit of work acts as its agent, with the roles of this moment.
pub async fn enter(work: &mut Work, token: &str, site: Site, channel: Channel) -> Result<Entered, Error> {
    let (session, agent) = found(work, token).await?;
    if (session.site, session.step, session.channel) != (site, Step::Complete, channel) {
        return Err(Error::Over);
    }
    let person = people::person(work, &agent, site.door()).await?;
    if site == Site::Console && (person.grants.is_empty() || session.factor_at.is_none()) {
        return Err(Error::Over);
    }
    work.act_as(person);
    Ok(Entered { session, agent })
}

/// A session that waits for `step`. The unit of work acts as its agent, who has no part in the console yet.
pub(super) async fn pending(work: &mut Work, token: &str, step: Step) -> Result<(Session, Agent), Error> {
    let (session, agent) = found(work, token).await?;
    if session.step != step {
        return Err(Error::Over);
    }
    let person = people::person(work, &agent, Door::Space).await?;
    work.act_as(person);
    Ok((session, agent))
}

async fn found(work: &mut Work, token: &str) -> Result<(Session, Agent), Error> {
    let (tag, now) = (work.keys().tag("session", token.as_bytes()), work.now());
    let session = store::find_session(work.tx(), &tag).await?.ok_or(Error::Over)?;
    let agent = people::find(work, session.agent).await?.ok_or(Error::Over)?;
    if session.epoch != agent.session_epoch || session.is_over(now, &work.settings().session) {
        return Err(Error::Over);
    }
    Ok((session, agent))
}

/// Marks a session as used, so that it does not end for idleness. To be called once a request.
pub async fn touch(house: &Arc<House>, session: &Session) -> Result<(), Fault> {
    if house.clock.now() - session.seen_at < FRESH {
        return Ok(());
    }
    let mut work = Work::write(house).await?;
    let now = work.now();
    store::touch_session(work.tx(), session.id, now).await?;
    work.save().await
}

/// Ends the session of this token, whatever its step. One that is over already stays so.
pub async fn sign_out(work: &mut Work, token: &str) -> Result<(), Error> {
    allow(work.actor(), Action::ProveIdentity)?;
    let (tag, now) = (work.keys().tag("session", token.as_bytes()), work.now());
    if let Some(session) = store::find_session(work.tx(), &tag).await?
        && store::end_session(work.tx(), session.id, now).await?
    {
        work.audit(Entry::change("session.sign_out").about(session.agent))
            .await?;
    }
    Ok(())
}

/// The sessions in which an agent can act, newest first.
pub async fn list(work: &mut Work, agent: AgentId) -> Result<Vec<Session>, Error> {
    let agent = people::find(work, agent).await?.ok_or(Error::Over)?;
    allow(
        work.actor(),
        Action::SeeAccess {
            agent: agent.id,
            department: agent.department,
        },
    )?;
    let sessions = store::sessions_of(work.tx(), agent.id, agent.session_epoch).await?;
    let now = work.now();
    let numbers = &work.settings().session;
    Ok(sessions
        .into_iter()
        .filter(|s| s.step == Step::Complete && !s.is_over(now, numbers))
        .collect())
}

/// The agent ends one of their own sessions.
pub async fn revoke(work: &mut Work, agent: AgentId, id: SessionId) -> Result<(), Error> {
    allow(work.actor(), Action::EndOwnSessions { agent })?;
    let now = work.now();
    if store::end_session_of(work.tx(), id, agent, now).await? {
        work.audit(Entry::change("session.revoke").about(agent)).await?;
    }
    Ok(())
}
