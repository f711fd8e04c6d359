//! Long leave, as HR records it (maternity, long illness, secondment …). Only its days are kept: why somebody is away is
//! nobody's business here.

use chrono::{NaiveDate, TimeDelta};

use super::{AgentId, Error, store};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

id!(
    /// A recorded long absence.
    AbsenceId
);

/// The days of one long absence, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The first day away.
    pub first: NaiveDate,
    /// The last day away; `None`: not known yet.
    pub last: Option<NaiveDate>,
}

impl Absence {
    /// Whether the agent is away on that day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }

    /// Days of it from `from` to `to`, both included.
    pub fn days_within(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let (first, last) = (self.first.max(from), self.last.map_or(to, |last| last.min(to)));
        ((last - first).num_days() + 1).max(0)
    }
}

/// Records a long absence. Recording the same first day again changes its last day: a return is often put off. Two
/// absences of one agent never overlap, so that no day counts twice.
pub async fn record_absence(work: &mut Work, agent: AgentId, absence: Absence) -> Result<(), Error> {
    let whose = store::find(work.tx(), agent).await?.ok_or(Error::NoAgent)?;
    allow(
        work.actor(),
        Action::RecordAbsence {
            agent,
            department: whose.department,
        },
    )?;
    let wrong = |field, value: NaiveDate, problem| Error::Row {
        field,
        value: value.to_string(),
        problem,
    };
    if let Some(last) = absence.last.filter(|last| *last < absence.first) {
        return Err(wrong("last_day", last, "it is before the first day"));
    }
    store::hold(work.tx(), agent).await?;
    let others = store::absences(work.tx(), agent).await?;
    let meets = |other: &Absence| {
        other.first != absence.first
            && absence.last.is_none_or(|last| other.first <= last)
            && other.last.is_none_or(|last| absence.first <= last)
    };
    if let Some(other) = others.iter().find(|other| meets(other)) {
        return Err(wrong("first_day", other.first, "another absence has these days"));
    }
    let (id, now) = (work.new_id()?, work.now());
    if !store::set_absence_end(work.tx(), agent, &absence).await? {
        store::insert_absence(work.tx(), id, agent, &absence, now).await?;
    }
    let entry = Entry::change("people.record_absence")
        .about(agent)
        .with("first", absence.first.to_string());
    work.audit(match absence.last {
        Some(last) => entry.with("last", last.to_string()),
        None => entry,
    })
    .await?;
    Ok(())
}

/// The recorded long absences of an agent, in order. For use cases that already judged the actor.
pub async fn absences(work: &mut Work, agent: AgentId) -> Result<Vec<Absence>, Fault> {
    store::absences(work.tx(), agent).await
}

/// The day that comes `days` days after `from` when days of absence don't count; `None`: not before a return whose day is
/// not known.
pub fn days_later(from: NaiveDate, days: i64, absences: &[Absence]) -> Option<NaiveDate> {
    let (mut from, mut days) = (from, days);
    // In order, and never overlapping: that is how they are recorded.
    for absence in absences {
        let last = absence.last;
        if last.is_some_and(|last| last <= from) {
            continue;
        }
        let present = (absence.first.pred_opt()? - from).num_days().max(0);
        if present >= days {
            break;
        }
        days -= present;
        from = last?;
    }
    from.checked_add_signed(TimeDelta::days(days))
}
