//! Restricting an application for one agent with extended rights, and lifting that (CH4): IT's decision, with a reason;
//! the agent is told.

use super::application::Application;
use super::see::{Limit, Restriction};
use super::{Error, reason, store};
use crate::kernel::audit::Entry;
use crate::kernel::line::{Line, Value};
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Act, Action, allow};

/// Leaves an agent only some channels for an application; replaces what was set before.
pub async fn restrict(
    work: &mut Work,
    agent: AgentId,
    application: &str,
    limit: Limit,
    why: &str,
) -> Result<(), Error> {
    let application = judged(work, agent, application).await?;
    with_extended_rights(work, agent).await?;
    let why = reason(why)?;
    let restriction = Restriction {
        application: application.code.clone(),
        limit,
        why: why.clone(),
        set_at: work.now(),
    };
    let by = work.actor().agent();
    store::restrict(work.tx(), agent, &restriction, by).await?;
    let entry = Entry::change("channel.restrict")
        .about(agent)
        .because(why.as_str());
    work.audit(
        entry
            .with("application", application.code.as_str())
            .with("allowed", limit.as_str()),
    )
    .await?;
    let line = Line::personal("channel-restricted")
        .arg("application", application.name)
        .arg("limit", Value::word(limit.key()))
        .arg("why", why);
    work.tell(agent, line.urgent()).await?;
    Ok(())
}

/// Takes a restriction away.
pub async fn lift(work: &mut Work, agent: AgentId, application: &str, why: &str) -> Result<(), Error> {
    let application = judged(work, agent, application).await?;
    let why = reason(why)?;
    let whose = people::find(work, agent).await?.ok_or(Error::NoAgent)?;
    people::proven(work, &whose, Act::LiftRestriction).await?;
    if !store::lift(work.tx(), agent, &application.code).await? {
        return Err(Error::NothingToLift);
    }
    let entry = Entry::change("channel.lift").about(agent).because(why.as_str());
    work.audit(entry.with("application", application.code.as_str()))
        .await?;
    let line = Line::personal("channel-lifted")
        .arg("application", application.name)
        .arg("why", why);
    work.tell(agent, line).await?;
    Ok(())
}

/// Brings a restriction in as it stands elsewhere: nobody decides here, and nobody is told.
pub async fn provision_restriction(
    work: &mut Work,
    agent: AgentId,
    application: &str,
    limit: Limit,
    why: &str,
) -> Result<(), Error> {
    allow(work.actor(), Action::ImportApplications)?;
    with_extended_rights(work, agent).await?;
    let why = reason(why)?;
    let known = store::applications(work.tx()).await?;
    let known = known.iter().find(|known| known.code == application);
    let application = known.ok_or(Error::NoApplication)?;
    let restriction = Restriction {
        application: application.code.clone(),
        limit,
        why: why.clone(),
        set_at: work.now(),
    };
    store::restrict(work.tx(), agent, &restriction, None).await?;
    let entry = Entry::change("channel.provision_restriction")
        .about(agent)
        .because(why);
    work.audit(
        entry
            .with("application", application.code.as_str())
            .with("allowed", limit.as_str()),
    )
    .await?;
    Ok(())
}

/// A restriction narrows extended rights. One that is set may be lifted whatever the profile has become.
async fn with_extended_rights(work: &mut Work, agent: AgentId) -> Result<(), Error> {
    let agent = people::find(work, agent).await?.ok_or(Error::NoAgent)?;
    if agent.profile.is_sensitive() {
        Ok(())
    } else {
        Err(Error::OrdinaryProfile)
    }
}

async fn judged(work: &mut Work, agent: AgentId, application: &str) -> Result<Application, Error> {
    let agent = people::find(work, agent).await?.ok_or(Error::NoAgent)?;
    let action = Action::RestrictApplication {
        agent: agent.id,
        department: agent.department,
    };
    allow(work.actor(), action)?;
    let catalogue = store::applications(work.tx()).await?;
    let known = catalogue.into_iter().find(|known| known.code == application);
    known.ok_or(Error::NoApplication)
}
