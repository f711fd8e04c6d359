//! What agents do when something looks wrong: lock their own accounts, end sessions.

use super::lift::whose;
use super::model::{Misfit, Verb};
use super::{Circuit, Error, change, end_sessions_of, forget_devices, reason, told};
use crate::kernel::audit::Entry;
use crate::kernel::line::Line;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Act, Action, allow};

/// The agent locks both own accounts everywhere. Sessions end, devices are forgotten; IT support lifts it.
pub async fn lock_self(work: &mut Work) -> Result<(), Error> {
    let agent = own(work, |agent| Action::LockOwnAccount { agent })?;
    let mut locked = vec![];
    for circuit in Circuit::ALL {
        match change(work, agent, circuit, Verb::LockSelf).await {
            Ok(_) => locked.push(circuit.as_str()),
            Err(Error::Misfit(Misfit::NotCreated | Misfit::AlreadySo)) => {}
            Err(error) => return Err(error),
        }
    }
    if locked.is_empty() {
        return Err(Misfit::AlreadySo.into());
    }
    end_sessions_of(work, agent).await?;
    forget_devices(work, agent).await?;
    people::void_checks(work, agent, None).await?;
    work.audit(
        Entry::change("account.lock_self")
            .about(agent)
            .with("circuits", locked),
    )
    .await?;
    work.tell(agent, Line::personal("account-locked-by-agent").urgent())
        .await?;
    Ok(())
}

/// Support ends all sessions of an agent, who is told.
pub async fn end_sessions(work: &mut Work, agent: AgentId, why: &str) -> Result<(), Error> {
    let agent = whose(work, agent).await?;
    allow(
        work.actor(),
        Action::Assist {
            agent: agent.id,
            department: agent.department,
            act: Act::EndSessions,
        },
    )?;
    let because = reason(why)?;
    people::proven(work, &agent, Act::EndSessions).await?;
    end_sessions_of(work, agent.id).await?;
    work.audit(
        Entry::change("account.end_sessions")
            .about(agent.id)
            .because(because),
    )
    .await?;
    work.tell(agent.id, told("account-sessions-ended", Circuit::IntraParis))
        .await?;
    Ok(())
}

/// The agent who acts, if `action` is allowed on their own account.
fn own(work: &Work, action: impl FnOnce(AgentId) -> Action) -> Result<AgentId, Error> {
    allow(work.actor(), Action::ActForOneself)?;
    let agent = work.actor().agent().ok_or(Error::NoAgent)?;
    allow(work.actor(), action(agent))?;
    Ok(agent)
}
