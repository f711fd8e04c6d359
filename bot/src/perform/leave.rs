//! Carries out what is asked of the leave room, on behalf of the agent who speaks.

use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::work::Work;
use guichet_core::leave::{self, Error};

use super::{Outcome, Refused};
use crate::talk::Answer;
use crate::talk::leave::{Answer as Said, Ask};

/// Carries out one ask.
pub(super) async fn perform(work: &mut Work, ask: Ask) -> Result<Outcome, Fault> {
    let Some(agent) = work.actor().agent() else {
        return Ok(Err(Refused::by("leave.ask", None)));
    };
    let (what, answer) = match ask {
        Ask::Balance => (
            "leave.balance",
            leave::balance(work, agent).await.map(Said::Balance),
        ),
    };
    Ok(match answer {
        Ok(answer) => Ok(Answer::Leave(answer)),
        Err(Error::Fault(fault)) => return Err(fault),
        Err(refusal) => Err(Refused::by(what, refusal.refusal())),
    })
}
