//! "Why do I have 12.5 days?" (LV8): a balance line by line, from what was given to what is left.

use chrono::{Datelike, NaiveDate};

use super::balance::Balance;
use super::count::{WorkCalendar, off_season};
use super::model::{HalfDays, Kind, Stage};
use super::period::Period;
use super::request::{applicant, calendar_of};
use super::rules::{Rules, on};
use super::{Error, store, trace_store};
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::people::AgentId;
use crate::policy::{Action, allow};

/// A balance, and what made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The balance.
    pub balance: Balance,
    /// The rule that gives just what was given, if it is one.
    pub rule: Option<Given>,
    /// What was taken or asked for, in the order of time.
    pub takings: Vec<Taking>,
    /// What leave outside the season earns.
    pub split: Option<Split>,
    /// The last day on which it can be taken, where a text says so.
    pub until: Option<NaiveDate>,
}

/// So many weeks' worth of working days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// How many weeks.
    pub weeks: i64,
    /// The agent's working days a week.
    pub weekly: HalfDays,
    /// Where it stands.
    pub source: &'static str,
}

/// What one request takes of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taking {
    /// Of which leave.
    pub kind: Kind,
    /// Of which year.
    pub year: i32,
    /// The number of the request.
    pub number: i64,
    /// When.
    pub period: Period,
    /// How much of that year.
    pub cost: HalfDays,
    /// Granted, or waiting.
    pub stage: Stage,
}

/// Split-leave days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// Granted outside 1 May to 31 October.
    pub taken: HalfDays,
    /// Days earned by it.
    pub days: i64,
    /// The year to whose rights they are added.
    pub credited: i32,
}

/// Explains each balance of an agent.
pub async fn explain(work: &mut Work, agent: AgentId) -> Result<Vec<Explained>, Error> {
    allow(work.actor(), Action::SeeLeaveBalance { agent })?;
    let today = work.today();
    let balances = store::balances(work.tx(), agent, today.year(), today).await?;
    let takings = trace_store::takings(work.tx(), agent, today.year(), today).await?;
    let agent = applicant(work, agent).await?;
    let calendar = calendar_of(work, &agent)?;
    balances
        .into_iter()
        .map(|balance| Ok(explained(balance, &takings, &calendar)?))
        .collect()
}

fn explained(balance: Balance, takings: &[Taking], calendar: &WorkCalendar) -> Result<Explained, Fault> {
    let (kind, year) = (balance.kind, balance.year);
    let takings: Vec<Taking> = takings
        .iter()
        .filter(|taking| taking.kind == kind && taking.year == year)
        .copied()
        .collect();
    let annual = kind == Kind::Annual;
    Ok(Explained {
        rule: if annual { given(&balance, calendar)? } else { None },
        split: if annual {
            split(year, &takings, calendar)?
        } else {
            None
        },
        until: if annual {
            NaiveDate::from_ymd_opt(year, 12, 31)
        } else {
            None
        },
        balance,
        takings,
    })
}

/// The rule of annual leave, where it gives a whole year of service just what stands in the account.
fn given(balance: &Balance, calendar: &WorkCalendar) -> Result<Option<Given>, Fault> {
    let Some(first) = NaiveDate::from_ymd_opt(balance.year, 1, 1) else {
        return Ok(None);
    };
    let version = on(&Rules::shipped()?.annual, first);
    Ok(version
        .zip(calendar.pattern.weekly())
        .and_then(|(version, weekly)| {
            let weeks = version.rule.weeks;
            (HalfDays(weekly.0 * weeks) == balance.entitled).then_some(Given {
                weeks,
                weekly,
                source: &version.source,
            })
        }))
}

/// What granted leave outside the season earns; `None` as long as it earns nothing.
fn split(year: i32, takings: &[Taking], calendar: &WorkCalendar) -> Result<Option<Split>, Fault> {
    let granted = takings.iter().filter(|taking| taking.stage == Stage::Validated);
    let taken: HalfDays = granted
        .map(|taking| off_season(calendar, &taking.period, year))
        .sum();
    let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default();
    let version = on(&Rules::shipped()?.split_leave, last);
    Ok(version.and_then(|version| {
        let days = version.rule.days(taken);
        (days > 0).then_some(Split {
            taken,
            days,
            credited: year + version.rule.credited_years_later,
        })
    }))
}
