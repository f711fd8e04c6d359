//! Leaving the city.

use super::lift::whose;
use super::model::Misfit;
use super::{Error, end_sessions_of, forget_devices, reason};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Action, allow};

/// Who leaves, and why.
#[derive(Clone, Debug)]
pub struct Departure {
    /// Who.
    pub agent: AgentId,
    /// Their number, typed again: nobody leaves by a slip of the mouse.
    pub number: String,
    /// The reason that the audit log keeps.
    pub reason: String,
}

/// The agent's employment has ended: sessions, devices and chat link end now. Nobody signs in or is answered under the
/// name any more, and a successor of the same name begins with nothing. There is no way back: who returns is a newcomer.
pub async fn depart(work: &mut Work, wish: &Departure) -> Result<(), Error> {
    let agent = whose(work, wish.agent).await?;
    allow(
        work.actor(),
        Action::RecordDeparture {
            agent: agent.id,
            department: agent.department,
        },
    )?;
    let because = reason(&wish.reason)?;
    if wish.number.trim() != agent.number {
        return Err(Error::OtherNumber);
    }
    people::hold(work, agent.id).await?;
    match people::depart(work, &agent).await {
        Ok(true) => {}
        Ok(false) => return Err(Misfit::AlreadySo.into()),
        Err(people::Error::Fault(fault)) => return Err(fault.into()),
        Err(error) => return Err(Fault::inconsistent("agents", agent.id, error).into()),
    }
    end_sessions_of(work, agent.id).await?;
    forget_devices(work, agent.id).await?;
    work.audit(Entry::change("account.depart").about(agent.id).because(because))
        .await?;
    Ok(())
}
