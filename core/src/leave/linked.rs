//! A request that names another (LV6): a change takes its place once it is validated, a cancellation ends it. Until then, and
//! whenever the answer is no, the granted one stands as it was.

use chrono::NaiveDate;

use super::model::{Asks, Stage, Step};
use super::period::Period;
use super::request::{applicant, assess};
use super::{Error, Request, RequestId, Wish, link_store, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// The request that another one names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The id.
    pub id: RequestId,
    /// The number that people say.
    pub number: i64,
    /// When it is.
    pub period: Period,
    /// Where it stands: `Validated` as long as nothing has replaced it, `Withdrawn` if it was not decided at the time.
    pub stage: Stage,
}

/// The agent's own leave, if it can still be changed or cancelled.
pub async fn changeable(work: &mut Work, number: i64) -> Result<Request, Error> {
    let today = work.today();
    let old = store::by_number(work.tx(), number, today)
        .await?
        .ok_or(Error::Unknown { number })?;
    allow(work.actor(), Action::RequestLeave { agent: old.agent })?;
    open(work, &old).await?;
    Ok(old)
}

/// Whether a request is open to be changed or cancelled.
async fn open(work: &mut Work, old: &Request) -> Result<(), Error> {
    let (today, number, from) = (work.today(), old.number, old.period.from().date);
    if let Some(by) = link_store::waiting(work.tx(), old.id, today).await? {
        return Err(Error::Linked { number, by });
    }
    match (old.stage, old.granted_before()) {
        (Stage::Submitted, Some(first)) => Err(Error::Linked {
            number: first.number,
            by: number,
        }),
        (Stage::Submitted, None) => Ok(()),
        (Stage::Validated, _) if old.asks == Asks::Leave && from > today => Ok(()),
        (Stage::Validated, _) if old.asks == Asks::Leave => Err(Error::Begun { number, from }),
        _ => Err(Error::settled(old)),
    }
}

impl Request {
    /// The granted leave that stands as long as this one is not validated.
    pub fn granted_before(&self) -> Option<&Replaced> {
        let old = self.replaces.as_ref();
        old.filter(|old| old.stage == Stage::Validated)
    }
}

/// The last day on which a request for this period can be decided: what is granted must not have begun when it is given back.
pub(super) fn decide_by(period: &Period, old: Option<&Request>) -> NaiveDate {
    let first = period.from().date;
    let granted = old.filter(|old| old.stage == Stage::Validated);
    let eve = granted.and_then(|old| old.period.from().date.pred_opt());
    eve.map_or(first, |eve| first.min(eve))
}

/// Once a change or a cancellation is validated, what it names gives way, in the same transaction.
pub(super) async fn carry_out(work: &mut Work, request: &Request) -> Result<(), Error> {
    let Some(old) = request.granted_before() else {
        return Ok(());
    };
    let (step, what) = match request.asks {
        Asks::Leave => (Step::Replace, "leave.replace"),
        Asks::Cancel => (Step::Cancel, "leave.cancel"),
    };
    let stage = old.stage.after(step).unwrap_or(old.stage);
    if !link_store::shift(work.tx(), old.id, old.stage, stage).await? {
        return Err(Error::settled_since(work, old.number).await?);
    }
    let entry = Entry::change(what).about(request.agent);
    work.audit(entry.with("number", old.number).with("by", request.number))
        .await?;
    Ok(())
}

/// The decision on `request` is being taken back: what it named stands again, if its days were not used meanwhile.
pub(super) async fn restore(work: &mut Work, request: &Request) -> Result<(), Error> {
    let (today, number) = (work.today(), request.number);
    let Some(old) = request.replaces else {
        return Ok(());
    };
    let Some(stage) = old.stage.after(Step::Restore) else {
        return Ok(());
    };
    let whole = store::by_number(work.tx(), old.number, today).await?;
    let whole = whole.ok_or(Error::Unknown { number })?;
    let agent = applicant(work, request.agent).await?;
    assess(work, &agent, Wish::of(&whole), Some(request))
        .await
        .map_err(|error| match error {
            Error::Fault(fault) => Error::Fault(fault),
            _ => Error::Spent { number },
        })?;
    if !link_store::shift(work.tx(), old.id, old.stage, stage).await? {
        return Err(Error::settled_since(work, old.number).await?);
    }
    Ok(())
}

/// A refused change or cancellation is being opened again: what it names must still be there for it.
pub(super) async fn reopen(work: &mut Work, request: &Request) -> Result<Option<Request>, Error> {
    let (today, Some(old)) = (work.today(), request.granted_before()) else {
        return Ok(None);
    };
    let number = old.number;
    let old = store::by_number(work.tx(), number, today).await?;
    let old = old.ok_or(Error::Unknown { number })?;
    open(work, &old).await?;
    Ok(Some(old))
}

/// A decision that somebody builds on is not taken back under them: their change or cancellation is to be decided first.
pub(super) async fn undisturbed(work: &mut Work, request: &Request) -> Result<(), Error> {
    let (today, number) = (work.today(), request.number);
    match link_store::waiting(work.tx(), request.id, today).await? {
        Some(by) => Err(Error::Linked { number, by }),
        None => Ok(()),
    }
}
