//! Lifting a lock or a deactivation, with or without a request, and closing the requests that asked for it.

use super::model::{Kind, Ticket};
use super::{Error, store};
use crate::account::{self, Lift, Reactivated};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;

/// Unlocks an account. The agent is told at once, with the reference of the request that this answers.
pub async fn unlock(work: &mut Work, lift: &Lift) -> Result<(), Error> {
    let open = store::open_of(work.tx(), lift.agent, Kind::Unlock, Some(lift.circuit)).await?;
    account::unlock(work, lift, &references(&open)).await?;
    close(work, open, &lift.reason).await
}

/// Agrees to reactivate an account; the request is closed once all who must have agreed.
pub async fn reactivate(work: &mut Work, lift: &Lift) -> Result<Reactivated, Error> {
    let open = store::open_of(work.tx(), lift.agent, Kind::Reactivation, Some(lift.circuit)).await?;
    let reactivated = account::reactivate(work, lift, &references(&open)).await?;
    if reactivated == Reactivated::Done {
        close(work, open, &lift.reason).await?;
    }
    Ok(reactivated)
}

pub(super) fn references(open: &Option<Ticket>) -> Vec<String> {
    open.iter().map(|ticket| ticket.reference.clone()).collect()
}

pub(super) async fn close(work: &mut Work, open: Option<Ticket>, answer: &str) -> Result<(), Error> {
    let Some(ticket) = open else { return Ok(()) };
    let (by, now) = (work.actor().agent(), work.now());
    if store::close(work.tx(), ticket.id, "done", by, answer.trim(), now).await? {
        let entry = Entry::change("ticket.close")
            .about(ticket.agent)
            .with("reference", ticket.reference);
        work.audit(entry).await?;
    }
    Ok(())
}
