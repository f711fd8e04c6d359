//! "These requests wait for your decision": what the reminder of each working morning says.

use super::{Error, lines, store};
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// Tells every supervisor what waits for them; says how many were told. Nobody is told that nothing waits.
pub async fn remind_supervisors(work: &mut Work) -> Result<usize, Error> {
    allow(work.actor(), Action::RemindOfLeave)?;
    let today = work.today();
    let supervisors = store::supervisors_with_waiting(work.tx(), today).await?;
    for supervisor in &supervisors {
        let requests = store::waiting_for(work.tx(), *supervisor, today).await?;
        work.tell(*supervisor, lines::waiting_line(&requests).urgent())
            .await?;
    }
    Ok(supervisors.len())
}
