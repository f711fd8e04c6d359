//! Taking back one's own request before it is decided.

use super::model::Step;
use super::{Error, Request, Stage, deciders, lines, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// The agent's own request, if it can still be taken back.
pub async fn withdrawable(work: &mut Work, number: i64) -> Result<Request, Error> {
    let today = work.today();
    let request = store::by_number(work.tx(), number, today)
        .await?
        .ok_or(Error::Unknown { number })?;
    allow(work.actor(), Action::WithdrawLeave { agent: request.agent })?;
    if request.stage == Stage::Submitted {
        Ok(request)
    } else {
        Err(Error::settled(&request))
    }
}

/// Takes a request back, and tells the supervisor that there is nothing left to decide.
pub async fn withdraw(work: &mut Work, number: i64) -> Result<Request, Error> {
    let mut request = withdrawable(work, number).await?;
    let Some(stage) = request.stage.after(Step::Withdraw) else {
        return Err(Error::settled(&request));
    };
    let (by, now) = (work.actor().agent(), work.now());
    if !store::settle(work.tx(), request.id, stage, by, None, now).await? {
        return Err(Error::settled_since(work, number).await?);
    }
    request.stage = stage;
    request.decided_at = Some(now);
    work.audit(
        Entry::change("leave.withdraw")
            .about(request.agent)
            .with("number", number),
    )
    .await?;
    deciders::tell(work, &request, lines::withdrawn(&request)).await?;
    Ok(request)
}
