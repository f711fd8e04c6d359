//! The supervisor's answer (LV2): validated, or refused with a reason. Nothing else ever grants a leave.

use super::model::{Stage, Step};
use super::reason::{BadReason, specific};
use super::{Error, Request, deciders, lines, linked, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people;
use crate::policy::{Action, allow};

/// What the supervisor says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Granted.
    Validate,
    /// Not granted, for this reason.
    Refuse {
        /// Why, in terms of the service.
        reason: String,
    },
}

/// Shows the supervisor a request that they may still decide on. The look is logged.
pub async fn consider(work: &mut Work, number: i64) -> Result<Request, Error> {
    let request = undecided(work, number).await?;
    work.audit(
        Entry::view("leave.consider")
            .about(request.agent)
            .with("number", number),
    )
    .await?;
    Ok(request)
}

/// Decides on a request, once, and tells the agent at once.
pub async fn decide(work: &mut Work, number: i64, verdict: Verdict) -> Result<Request, Error> {
    let mut request = undecided(work, number).await?;
    let (step, reason) = match verdict {
        Verdict::Validate => (Step::Validate, None),
        Verdict::Refuse { reason } => (Step::Refuse, Some(specific(&reason)?.to_owned())),
    };
    let Some(stage) = request.stage.after(step) else {
        return Err(Error::settled(&request));
    };
    if request.replaces.is_some() {
        people::hold(work, request.agent).await?;
    }
    let (by, now) = (work.actor().agent(), work.now());
    if !store::settle(work.tx(), request.id, stage, by, reason.as_deref(), now).await? {
        return Err(Error::settled_since(work, number).await?);
    }
    if stage == Stage::Validated {
        linked::carry_out(work, &request).await?;
    }
    request.stage = stage;
    request.decided_at = Some(now);
    request.reason = reason;
    let what = if stage == Stage::Validated {
        "leave.validate"
    } else {
        "leave.refuse"
    };
    let entry = Entry::change(what).about(request.agent).with("number", number);
    work.audit(match &request.reason {
        Some(reason) => entry.because(reason),
        None => entry,
    })
    .await?;
    let minutes = work.settings().leave.undo_minutes;
    let instead = match by.filter(|by| Some(*by) != request.supervisor) {
        Some(by) => people::find(work, by).await?.map(|by| by.name()),
        None => None,
    };
    work.tell(request.agent, lines::decided(&request, minutes, instead))
        .await?;
    Ok(request)
}

async fn undecided(work: &mut Work, number: i64) -> Result<Request, Error> {
    let today = work.today();
    let request = store::by_number(work.tx(), number, today)
        .await?
        .ok_or(Error::Unknown { number })?;
    let (agent, supervisor) = (request.agent, deciders::authority(work, &request).await?);
    allow(work.actor(), Action::DecideLeave { agent, supervisor })?;
    if request.stage == Stage::Submitted {
        Ok(request)
    } else {
        Err(Error::settled(&request))
    }
}

impl From<BadReason> for Error {
    fn from(bad: BadReason) -> Self {
        Self::Reason(bad)
    }
}
