//! Taking a fresh decision back. A tap in chat decides, and a tap is easily made by mistake (BO12).

use chrono::{DateTime, TimeDelta, Utc};

use super::model::{Asks, Step};
use super::request::{applicant, assess};
use super::{Error, Request, Stage, Wish, deciders, lines, linked, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Action, allow};

/// The decisions that this supervisor may still take back, newest first. Each is logged as seen.
pub async fn undoable(work: &mut Work, supervisor: AgentId) -> Result<Vec<Request>, Error> {
    allow(work.actor(), Action::SeeLeaveToDecide { supervisor })?;
    let (today, since) = (work.today(), since(work));
    let requests = store::decided_since(work.tx(), supervisor, since, today).await?;
    for request in &requests {
        let entry = Entry::view("leave.waiting").about(request.agent);
        work.audit(entry.with("number", request.number)).await?;
    }
    Ok(requests)
}

/// Takes a decision back, by whoever made it and within `leave.undo_minutes`. The applicant, who was told of it, is told
/// that the request waits again.
pub async fn undo(work: &mut Work, number: i64) -> Result<Request, Error> {
    let (today, since) = (work.today(), since(work));
    let request = store::by_number(work.tx(), number, today).await?;
    let request = request.ok_or(Error::Unknown { number })?;
    let (agent, supervisor) = (request.agent, deciders::authority(work, &request).await?);
    allow(work.actor(), Action::DecideLeave { agent, supervisor })?;
    // Judged as it stands once others who take back, refuse or ask have ended.
    people::hold(work, agent).await?;
    let request = store::by_number(work.tx(), number, today).await?;
    let mut request = request.ok_or(Error::Unknown { number })?;
    let (Some(stage), true) = (request.stage.after(Step::TakeBack), request.decide_by >= today) else {
        return Err(Error::settled(&request));
    };
    if request.stage == Stage::Refused {
        // Its days were free meanwhile: it is judged as if it were asked for now.
        let old = linked::reopen(work, &request).await?;
        if request.asks == Asks::Leave {
            let agent = applicant(work, agent).await?;
            assess(work, &agent, Wish::of(&request), old.as_ref()).await?;
        }
    } else {
        linked::undisturbed(work, &request).await?;
        linked::restore(work, &request).await?;
    }
    let by = work.actor().agent();
    if !store::take_back(work.tx(), (request.id, request.stage), by, since).await? {
        let minutes = work.settings().leave.undo_minutes;
        return Err(Error::TooLate { number, minutes });
    }
    request.stage = stage;
    (request.decided_at, request.reason) = (None, None);
    let entry = Entry::change("leave.undo").about(agent);
    work.audit(entry.with("number", number)).await?;
    work.tell(agent, lines::undone(&request)).await?;
    Ok(request)
}

/// What was decided later than this can be taken back.
fn since(work: &Work) -> DateTime<Utc> {
    work.now() - TimeDelta::minutes(work.settings().leave.undo_minutes)
}
