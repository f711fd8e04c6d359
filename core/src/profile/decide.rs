//! Human resources decide on a change (PR5).

use super::model::{Change, ChangeId, Kind, Stage};
use super::{Error, next_payday, see, store, tell};
use crate::account::reason;
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people::Agent;
use crate::ticket::{self, Status, Ticket};

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
    let (mut change, agent) = see::judged(work, id).await?;
    let (stage, why) = match verdict {
        Verdict::Validate => (Stage::Validated, None),
        Verdict::Refuse { reason: why } => (Stage::Refused, Some(reason(&why)?)),
    };
    if change.stage != Stage::Confirmed {
        return Err(Error::NotOpen);
    }
    if stage == Stage::Validated && change.kind() == Kind::Bank {
        // Whoever says "this was not me" is heard before the pay goes elsewhere.
        if let Some(ticket) = open_report(work, &agent).await? {
            return Err(Error::Reported(ticket.reference));
        }
        change.effective = Some(next_payday(work).month);
    }
    let (by, now) = (work.actor().agent(), work.now());
    if !store::end(work.tx(), id, stage, (by, why.as_deref(), change.effective), now).await? {
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
    if stage == Stage::Validated {
        tell::old_contacts(work, &agent, &change).await?;
    }
    Ok(change)
}

/// Something suspicious that the agent has reported and nobody has answered.
async fn open_report(work: &mut Work, agent: &Agent) -> Result<Option<Ticket>, Error> {
    let tickets = match ticket::of(work, agent.id).await {
        Ok(tickets) => tickets,
        Err(ticket::Error::Denied(denied)) => return Err(denied.into()),
        Err(ticket::Error::Fault(fault)) => return Err(fault.into()),
        Err(_) => return Err(Error::Unknown),
    };
    let mut tickets = tickets.into_iter();
    Ok(tickets.find(|ticket| ticket.kind == ticket::Kind::Security && ticket.status == Status::Open))
}
