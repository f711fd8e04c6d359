//! Leaving the city.

use super::lift::whose;
use super::{Error, end_sessions_of, forget_devices};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Action, allow};

/// The agent's employment has ended: sessions, devices and chat link end now. Nobody signs in or is answered under the
/// name any more, and a successor of the same name begins with nothing.
pub async fn depart(work: &mut Work, agent: AgentId) -> Result<(), Error> {
    allow(work.actor(), Action::ImportPeople)?;
    let agent = whose(work, agent).await?;
    people::hold(work, agent.id).await?;
    match people::depart(work, &agent).await {
        Ok(()) => {}
        Err(people::Error::Fault(fault)) => return Err(fault.into()),
        Err(error) => return Err(Fault::inconsistent("agents", agent.id, error).into()),
    }
    end_sessions_of(work, agent.id).await?;
    forget_devices(work, agent.id).await?;
    work.audit(Entry::change("account.depart").about(agent.id))
        .await?;
    Ok(())
}
