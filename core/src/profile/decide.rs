//! Human resources decide on a change (PR5).

use super::model::{Change, ChangeId, Stage};
use super::{Error, see, store, tell};
use crate::account::reason;
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people;
use crate::policy::{Action, Record, allow};

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The record changes.
    Validate,
    /// It stays as it is; the agent is told why.
    Refuse {
        /// Why.
        reason: String,
    },
}

/// Decides on a change that waits. The agent is told.
pub async fn decide(work: &mut Work, id: ChangeId, verdict: Verdict) -> Result<Change, Error> {
    let mut change = see::find(work, id).await?.ok_or(Error::Unknown)?;
    let agent = people::find(work, change.agent).await?.ok_or(Error::Unknown)?;
    allow(
        work.actor(),
        Action::Record(agent.id, agent.department, Record::Decide),
    )?;
    let (stage, why) = match verdict {
        Verdict::Validate => (Stage::Validated, None),
        Verdict::Refuse { reason: why } => (Stage::Refused, Some(reason(&why)?)),
    };
    if change.stage != Stage::Confirmed {
        return Err(Error::NotOpen);
    }
    let (by, now) = (work.actor().agent(), work.now());
    if !store::end(work.tx(), id, stage, (by, why.as_deref(), None), now).await? {
        return Err(Error::NotOpen);
    }
    (change.stage, change.ended_at, change.decided_by) = (stage, Some(now), by);
    change.reason.clone_from(&why);
    let what = match stage {
        Stage::Validated => "profile.validate",
        _ => "profile.refuse",
    };
    let entry = Entry::change(what)
        .about(agent.id)
        .with("kind", change.kind().as_str());
    work.audit(match why {
        Some(why) => entry.because(why),
        None => entry,
    })
    .await?;
    tell::decided(work, &change).await?;
    Ok(change)
}
