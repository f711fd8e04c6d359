//! Deactivating an account.

use super::lift::whose;
use super::model::{Verb, Why};
use super::state::State;
use super::{Circuit, Error, change, end_sessions_of, forget_devices, reason, told};
use crate::kernel::audit::Entry;
use crate::kernel::line::Value;
use crate::kernel::work::Work;
use crate::people::AgentId;
use crate::policy::{Action, allow};

/// What is to be deactivated, and why.
#[derive(Clone, Debug)]
pub struct Deactivate {
    /// Whose account.
    pub agent: AgentId,
    /// Which one.
    pub circuit: Circuit,
    /// The kind of deactivation, which says who may lift it.
    pub why: Why,
    /// The reason that the audit log keeps.
    pub reason: String,
}

/// Deactivates an account: its sessions end, its devices are forgotten, the agent is told who can lift it.
pub async fn deactivate(work: &mut Work, wish: &Deactivate) -> Result<(), Error> {
    let agent = whose(work, wish.agent).await?;
    allow(
        work.actor(),
        Action::DeactivateAccount {
            agent: agent.id,
            department: agent.department,
            why: wish.why,
        },
    )?;
    let because = reason(&wish.reason)?;
    close(work, agent.id, wish.circuit, wish.why, Some(because)).await
}

/// The deactivation itself. `because` is what a person gave as the reason; a job has none but the kind.
pub(super) async fn close(
    work: &mut Work,
    agent: AgentId,
    circuit: Circuit,
    why: Why,
    because: Option<String>,
) -> Result<(), Error> {
    let agent = whose(work, agent).await?;
    change(work, agent.id, circuit, Verb::Deactivate(why)).await?;
    end_sessions_of(work, agent.id).await?;
    forget_devices(work, agent.id).await?;
    let entry = Entry::change("account.deactivate")
        .about(agent.id)
        .with("circuit", circuit.as_str())
        .with("why", why.as_str());
    work.audit(match because {
        Some(because) => entry.because(because),
        None => entry,
    })
    .await?;
    let lifter = State::Deactivated(why).lifted_by();
    let line = told("account-deactivated", circuit)
        .arg("why", Value::word(why.key()))
        .arg("lifter", Value::word(lifter.key()));
    let mut args = line.args.clone();
    args.push(("name".into(), agent.name().into()));
    work.tell(agent.id, line.urgent()).await?;
    // Who has not signed in for long may read nothing else.
    work.mail(&agent, "account-deactivated-mail", &args, None).await?;
    Ok(())
}
