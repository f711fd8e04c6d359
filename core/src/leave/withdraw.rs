//! Taking back one's own request before it is decided.

use super::model::{Asks, Stage, Step};
use super::{Error, Request, deciders, lines, linked, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// The agent's own request, if it can still be given up: withdrawn while nobody has decided on it, cancelled by agreement once
/// it is granted (see `cancel`).
pub async fn withdrawable(work: &mut Work, number: i64) -> Result<Request, Error> {
    let request = own(work, number).await?;
    match (request.stage, request.asks) {
        (Stage::Submitted, _) => Ok(request),
        (Stage::Validated, Asks::Leave) => linked::changeable(work, number).await,
        _ => Err(Error::settled(&request)),
    }
}

/// Takes a request back, and tells the supervisor that there is nothing left to decide.
pub async fn withdraw(work: &mut Work, number: i64) -> Result<Request, Error> {
    let request = own(work, number).await?;
    let request = take_back(work, &request).await?;
    deciders::tell(work, &request, lines::withdrawn(&request)).await?;
    Ok(request)
}

/// Writes down that a request was taken back.
pub(super) async fn take_back(work: &mut Work, request: &Request) -> Result<Request, Error> {
    let Some(stage) = request.stage.after(Step::Withdraw) else {
        return Err(Error::settled(request));
    };
    let (by, now) = (work.actor().agent(), work.now());
    if !store::settle(work.tx(), request.id, stage, by, None, now).await? {
        return Err(Error::settled_since(work, request.number).await?);
    }
    let entry = Entry::change("leave.withdraw").about(request.agent);
    work.audit(entry.with("number", request.number)).await?;
    Ok(Request {
        stage,
        decided_at: Some(now),
        ..request.clone()
    })
}

async fn own(work: &mut Work, number: i64) -> Result<Request, Error> {
    let today = work.today();
    let request = store::by_number(work.tx(), number, today)
        .await?
        .ok_or(Error::Unknown { number })?;
    allow(work.actor(), Action::WithdrawLeave { agent: request.agent })?;
    Ok(request)
}
