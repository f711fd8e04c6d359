//! "Your leave starts on Monday and is not validated" (LV9): the applicant is warned in time, can remind whoever decides
//! with one tap, and keeps a dated trace of both. Past its first day, it lapses.

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};

use super::holidays::{Holiday, Region};
use super::model::{Stage, Step};
use super::{Error, Request, deciders, lines, store, trace_store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// What was done about a request that nobody had decided on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Its author was told that it is not granted.
    Warned,
    /// Its author had the supervisor reminded.
    Reminded,
    /// It came up to the next level.
    Escalated,
}

impl Deed {
    pub(super) const ALL: [Self; 3] = [Self::Warned, Self::Reminded, Self::Escalated];

    /// The stored name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Warned => "warned",
            Self::Reminded => "reminded",
            Self::Escalated => "escalated",
        }
    }
}

/// One line of the trace that the applicant keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trace {
    /// What was done.
    pub deed: Deed,
    /// When.
    pub at: DateTime<Utc>,
}

/// Hands what waited too long to the next level, warns everybody whose undecided leave starts in so many working days as `leave.unvalidated_notice_days` says, and writes
/// down as lapsed what was due to start and was not decided. Says how many people were told. Run on working mornings.
pub async fn warn_applicants(work: &mut Work) -> Result<usize, Error> {
    allow(work.actor(), Action::RemindOfLeave)?;
    let today = work.today();
    let mut told = lapse(work, today).await? + deciders::escalate(work).await?;
    let region = work.settings().city.region;
    let notices = work.settings().leave.unvalidated_notice_days.clone();
    for request in store::undecided(work.tx(), today).await? {
        let left = working_days(today, request.period.from().date, region);
        if !notices.contains(&left) || !note(work, &request, Deed::Warned).await? {
            continue;
        }
        let entry = Entry::change("leave.warn").about(request.agent);
        work.audit(entry.with("number", request.number).with("working_days", left))
            .await?;
        work.tell(request.agent, lines::unvalidated(&request, left))
            .await?;
        told += 1;
    }
    Ok(told)
}

/// What nobody decided on before its first day was over is not granted, and its author is told so.
async fn lapse(work: &mut Work, today: NaiveDate) -> Result<usize, Error> {
    let now = work.now();
    let mut told = 0;
    for request in store::overdue(work.tx(), today).await? {
        let Some(stage) = Stage::Submitted.after(Step::Lapse) else {
            continue;
        };
        if !store::settle(work.tx(), request.id, stage, None, None, now).await? {
            continue;
        }
        let entry = Entry::change("leave.lapse").about(request.agent);
        work.audit(entry.with("number", request.number)).await?;
        work.tell(request.agent, lines::lapsed(&request)).await?;
        told += 1;
    }
    Ok(told)
}

/// Reminds whoever decides on one's own request, once a day, and writes that down.
pub async fn remind_decider(work: &mut Work, number: i64) -> Result<Request, Error> {
    let today = work.today();
    let request = store::by_number(work.tx(), number, today)
        .await?
        .ok_or(Error::Unknown { number })?;
    allow(work.actor(), Action::RequestLeave { agent: request.agent })?;
    if request.stage != Stage::Submitted {
        return Err(Error::settled(&request));
    }
    if !note(work, &request, Deed::Reminded).await? {
        return Err(Error::RemindedToday { number });
    }
    let entry = Entry::change("leave.chase").about(request.agent);
    work.audit(entry.with("number", number)).await?;
    deciders::tell(work, &request, lines::chased(&request)).await?;
    Ok(request)
}

/// What was done about a request that waits, oldest first. For whoever may look at the request.
pub async fn trace(work: &mut Work, request: &Request) -> Result<Vec<Trace>, Error> {
    let (agent, supervisor) = (request.agent, deciders::authority(work, request).await?);
    allow(work.actor(), Action::SeeLeaveRequest { agent, supervisor })?;
    Ok(trace_store::traces(work.tx(), request.id).await?)
}

/// Writes a deed down. False if the same was done today already.
pub(super) async fn note(work: &mut Work, request: &Request, deed: Deed) -> Result<bool, Error> {
    let (today, at) = (work.today(), work.now());
    Ok(trace_store::note(work.tx(), request.id, deed, today, at).await?)
}

/// The working days from `today`, included, to the eve of `start`: on a Friday, a Monday is one working day away. None of them
/// where today is no working day: nobody could do anything about it today.
pub(super) fn working_days(today: NaiveDate, start: NaiveDate, region: Region) -> i64 {
    let works = |day: &NaiveDate| {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && Holiday::on(*day, region).is_none()
    };
    if !works(&today) {
        return 0;
    }
    let until = today.iter_days().take_while(|day| *day < start).filter(works);
    i64::try_from(until.count()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_monday_is_one_working_day_away_on_friday_and_holidays_do_not_count() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let left = |today, start| working_days(day(today), day(start), Region::Metropole);
        assert_eq!(left("2026-03-13", "2026-03-16"), 1, "Friday for Monday");
        assert_eq!(left("2026-03-12", "2026-03-16"), 2);
        assert_eq!(left("2026-03-09", "2026-03-16"), 5);
        assert_eq!(
            left("2026-03-14", "2026-03-16"),
            0,
            "nobody decides on a Saturday"
        );
        assert_eq!(left("2026-03-16", "2026-03-16"), 0, "it starts today");
        // Thursday 14 May is Ascension: from Tuesday, Friday 15 is two working days away.
        assert_eq!(left("2026-05-12", "2026-05-15"), 2);
        assert_eq!(left("2026-05-14", "2026-05-15"), 0);
    }
}
