//! Leave granted elsewhere, brought in as it stands: nobody decides on it here, and nobody is told.

use chrono::{DateTime, Utc};

use super::count::count;
use super::model::{Asks, HalfDays, Kind, Stage};
use super::period::{HalfDay, Period};
use super::request::{applicant, calendar_of, standing_around};
use super::{Error, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Action, allow};

/// A leave that another system granted.
#[derive(Clone, Copy, Debug)]
pub struct Granted {
    /// Whose.
    pub agent: AgentId,
    /// Which.
    pub kind: Kind,
    /// The first half-day.
    pub from: HalfDay,
    /// The last half-day.
    pub to: HalfDay,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// When it was granted.
    pub granted_at: DateTime<Utc>,
}

/// Brings a leave in and returns its number. It may be past, and may exceed what was given: it was granted.
pub async fn import(work: &mut Work, granted: Granted) -> Result<i64, Error> {
    allow(work.actor(), Action::ImportLeave)?;
    people::hold(work, granted.agent).await?;
    let agent = applicant(work, granted.agent).await?;
    let period = Period::new(granted.from, granted.to)?;
    let count = count(&calendar_of(work, &agent)?, &period);
    if count.cost == HalfDays(0) {
        return Err(Error::NothingToTake {
            period,
            skipped: count.skipped,
        });
    }
    let today = work.today();
    let others = standing_around(work, agent.id, &period, today).await?;
    if let Some(other) = others.iter().find(|other| other.period.overlaps(&period)) {
        return Err(Error::Overlaps {
            number: other.number,
            period: other.period,
            stage: other.stage,
        });
    }
    let (id, kind, asked_at) = (work.new_id()?, granted.kind, granted.asked_at);
    let number = store::next_number(work.tx()).await?;
    let draft = store::Draft {
        id,
        number,
        agent: agent.id,
        asks: Asks::Leave,
        replaces: None,
        kind,
        period: &period,
        decide_by: period.from().date,
        asked_at,
    };
    store::insert(work.tx(), &draft).await?;
    for (year, half_days) in &count.by_year {
        store::insert_days(work.tx(), id, *year, *half_days).await?;
    }
    store::settle(work.tx(), id, Stage::Validated, None, None, granted.granted_at).await?;
    let entry = Entry::change("leave.import").about(agent.id);
    work.audit(entry.with("number", number)).await?;
    Ok(number)
}
