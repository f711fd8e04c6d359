//! "These requests wait for your decision": what the reminder of each working morning says.

use super::{Error, deciders, lines};
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// Tells every supervisor what waits for them; says how many were told. Nobody is told that nothing waits.
pub async fn remind_supervisors(work: &mut Work) -> Result<usize, Error> {
    allow(work.actor(), Action::RemindOfLeave)?;
    let supervisors = deciders::with_waiting(work).await?;
    for supervisor in &supervisors {
        let requests = deciders::waiting_for(work, *supervisor).await?;
        work.tell(*supervisor, lines::waiting_line(&requests).urgent())
            .await?;
    }
    Ok(supervisors.len())
}
