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
    change(work, agent.id, wish.circuit, Verb::Deactivate(wish.why)).await?;
    end_sessions_of(work, agent.id).await?;
    forget_devices(work, agent.id).await?;
    let entry = Entry::change("account.deactivate")
        .about(agent.id)
        .because(because);
    work.audit(
        entry
            .with("circuit", wish.circuit.as_str())
            .with("why", wish.why.as_str()),
    )
    .await?;
    let lifter = State::Deactivated(wish.why).lifted_by();
    let line = told("account-deactivated", wish.circuit)
        .arg("why", Value::Word(wish.why.key().into()))
        .arg("lifter", Value::Word(lifter.key().into()));
    work.tell(agent.id, line.urgent()).await?;
    Ok(())
}
