//! Two-factor sign-in on the agent's wish (MF3), and help with codes that don't arrive (MF6).

use super::model::{Kind, Ticket};
use super::{Error, open, store};
use crate::account::{self, reason};
use crate::kernel::audit::Entry;
use crate::kernel::line::Line;
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId};
use crate::policy::{Action, allow};

/// Asks for a second factor on every channel, or gives the open request.
pub async fn ask_second_factor(work: &mut Work) -> Result<Ticket, Error> {
    let agent = me(work).await?;
    not_yet(&agent)?;
    open(work, agent.id, Kind::SecondFactor, None, vec![]).await
}

/// Asks for help with codes that don't arrive, or gives the open request.
pub async fn ask_about_factor(work: &mut Work) -> Result<Ticket, Error> {
    let agent = me(work).await?;
    open(work, agent.id, Kind::FactorHelp, None, vec![]).await
}

/// Grants an agent a second factor on every channel: from the next sign-in on it is asked, and an app may be enrolled.
pub async fn grant_second_factor(work: &mut Work, agent: AgentId, why: &str) -> Result<(), Error> {
    let agent = people::find(work, agent).await?.ok_or(account::Error::NoAgent)?;
    allow(
        work.actor(),
        Action::GrantSecondFactor {
            agent: agent.id,
            department: agent.department,
        },
    )?;
    let why = reason(why)?;
    not_yet(&agent)?;
    if !people::grant_second_factor(work, agent.id).await? {
        return Err(Error::HasSecondFactor);
    }
    let asked = store::open_of(work.tx(), agent.id, Kind::SecondFactor, None).await?;
    if let Some(ticket) = asked {
        let (by, now) = (work.actor().agent(), work.now());
        store::close(work.tx(), ticket.id, "done", by, &why, now).await?;
    }
    work.audit(
        Entry::change("ticket.grant_second_factor")
            .about(agent.id)
            .because(why.as_str()),
    )
    .await?;
    work.tell(agent.id, Line::personal("ticket-second-factor-granted").urgent())
        .await?;
    Ok(())
}

async fn me(work: &mut Work) -> Result<Agent, Error> {
    allow(work.actor(), Action::ActForOneself)?;
    let me = work.actor().agent().ok_or(account::Error::NoAgent)?;
    Ok(people::find(work, me).await?.ok_or(account::Error::NoAgent)?)
}

/// Whoever is bound to two factors, or was granted them, has nothing to ask for.
fn not_yet(agent: &Agent) -> Result<(), Error> {
    if agent.profile.is_sensitive() || agent.second_factor_at.is_some() {
        return Err(Error::HasSecondFactor);
    }
    Ok(())
}
