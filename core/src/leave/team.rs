//! Who is away (LV7): of those who share a supervisor, and of one's own people. Colleagues see that somebody is away, and no more;
//! a supervisor sees which leave it is, and what waits for a decision.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::holidays::Holiday;
use super::model::{Asks, Kind, Stage};
use super::period::{HalfDay, Period};
use super::{Error, Request, deciders, team_store};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::people::AgentId;
use crate::policy::{Action, allow};

/// The longest stretch of days that is shown at once.
const LONGEST: u64 = 62;

/// Somebody who is away, or who asks to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Away {
    /// Who.
    pub agent: AgentId,
    /// How they are called.
    pub name: String,
    /// When.
    pub period: Period,
    /// Which leave; `None`: whoever looks has no right to know.
    pub kind: Option<Kind>,
    /// Nobody has decided on it. Shown to who decides, and to its author.
    pub waits: bool,
}

impl Away {
    /// The part of a day, if any, on which they are away.
    pub fn on(&self, day: NaiveDate) -> Option<Period> {
        let from = self.period.from().max(HalfDay::am(day));
        let to = self.period.to().min(HalfDay::pm(day));
        (from <= to).then(|| Period::new(from, to).ok()).flatten()
    }
}

/// Too few would be left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// The first day on which it is so bad.
    pub day: NaiveDate,
    /// How many would be there.
    pub present: i64,
    /// Of how many.
    pub members: i64,
    /// How many there should be.
    pub minimum: i64,
}

/// Who of one's team is away between two days, both included: first those who leave first. The look is logged.
pub async fn team(work: &mut Work, first: NaiveDate, last: NaiveDate) -> Result<Vec<Away>, Error> {
    let me = work.actor().agent();
    let me = me.ok_or_else(|| Fault::outside("leave", "nobody acts"))?;
    allow(work.actor(), Action::SeeLeaveBalance { agent: me })?;
    let today = work.today();
    let last = last.min(first.checked_add_days(Days::new(LONGEST)).unwrap_or(last));
    let rows = team_store::around(work.tx(), me, (first, last), today).await?;
    let mut away = vec![];
    for row in rows {
        let (agent, knows) = (row.agent, row.is_under || row.agent == me);
        if !knows && row.stage != Stage::Validated {
            continue;
        }
        away.push(Away {
            agent,
            name: row.name,
            period: row.period,
            kind: knows.then_some(row.kind),
            waits: row.stage == Stage::Submitted,
        });
    }
    work.audit(Entry::view("leave.team").about(me)).await?;
    Ok(away)
}

/// What granting a request would do to the team, for whoever decides on it (see `short`).
pub async fn shortage(work: &mut Work, request: &Request) -> Result<Option<Shortage>, Error> {
    let (agent, supervisor) = (request.agent, deciders::authority(work, request).await?);
    allow(work.actor(), Action::DecideLeave { agent, supervisor })?;
    Ok(short(work, request).await?)
}

/// Whether a request, if it were granted, would leave fewer of the team than `leave.minimum_present_percent` on some working day;
/// the worst of them. It is for whoever decides to know, and stands in nobody's way.
pub(super) async fn short(work: &mut Work, request: &Request) -> Result<Option<Shortage>, Fault> {
    let percent = work.settings().leave.minimum_present_percent;
    let (Some(supervisor), Asks::Leave, 1..) = (request.supervisor, request.asks, percent) else {
        return Ok(None);
    };
    let today = work.today();
    let (first, last) = (request.period.from().date, request.period.to().date);
    let rows = team_store::around(work.tx(), supervisor, (first, last), today).await?;
    let members = team_store::members(work.tx(), supervisor).await?;
    // Of one alone it goes without saying.
    if members < 2 {
        return Ok(None);
    }
    let granted =
        |row: &&team_store::Row| row.is_under && row.agent != request.agent && row.stage == Stage::Validated;
    let others: Vec<&team_store::Row> = rows.iter().filter(granted).collect();
    let region = work.settings().city.region;
    let minimum = (members * percent + 99) / 100;
    let works = |day: &NaiveDate| {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && Holiday::on(*day, region).is_none()
    };
    let days = first.iter_days().take_while(|day| *day <= last).filter(works);
    let left = days.map(|day| {
        let on = |row: &&&team_store::Row| row.period.from().date <= day && day <= row.period.to().date;
        let mut away: Vec<AgentId> = others.iter().filter(on).map(|row| row.agent).collect();
        away.sort_unstable();
        away.dedup();
        let away = i64::try_from(away.len()).unwrap_or(i64::MAX);
        (members - away - 1, day)
    });
    Ok(left
        .min()
        .filter(|(present, _)| *present < minimum)
        .map(|(present, day)| Shortage {
            day,
            present,
            members,
            minimum,
        }))
}
