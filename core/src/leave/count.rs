//! How many half-days a period of leave costs, and how long the agent is away.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::successors;

use chrono::{Datelike, NaiveDate};

use super::holidays::{Holiday, Region};
use super::model::HalfDays;
use super::pattern::Pattern;
use super::period::{HalfDay, Period};

/// How far the return to work is looked for: the longest rest between two worked half-days.
const LONGEST_REST: usize = 2 * 366;

/// The days on which one agent works.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WorkCalendar {
    /// The agent's week, or cycle of weeks.
    pub pattern: Pattern,
    /// Whose public holidays are kept.
    pub region: Region,
    /// The service is open on public holidays: they are worked and cost a day like any other.
    pub works_holidays: bool,
    /// Holidays that are worked all the same (the solidarity day).
    pub worked_holidays: BTreeSet<NaiveDate>,
    /// Days given by the employer on top of the holidays.
    pub bridges: BTreeSet<NaiveDate>,
}

impl From<Pattern> for WorkCalendar {
    /// A service of metropolitan France, closed on public holidays.
    fn from(pattern: Pattern) -> Self {
        Self {
            pattern,
            region: Region::Metropole,
            works_holidays: false,
            worked_holidays: BTreeSet::new(),
            bridges: BTreeSet::new(),
        }
    }
}

/// Why nobody works on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayOff {
    /// A public holiday.
    Holiday(Holiday),
    /// A day given by the employer.
    Bridge,
}

impl WorkCalendar {
    /// Why this day is off for the whole service, if it is.
    pub fn day_off(&self, date: NaiveDate) -> Option<DayOff> {
        let worked = self.works_holidays || self.worked_holidays.contains(&date);
        let holiday = Holiday::on(date, self.region)
            .filter(|_| !worked)
            .map(DayOff::Holiday);
        holiday.or_else(|| self.bridges.contains(&date).then_some(DayOff::Bridge))
    }

    /// Whether the agent should work then, leave apart.
    pub fn works(&self, half_day: HalfDay) -> bool {
        self.pattern.works(half_day) && self.day_off(half_day.date).is_none()
    }
}

/// A day of the period on which the agent would have worked, had it not been off: it costs nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Skipped {
    /// The day.
    pub date: NaiveDate,
    /// Why it is off.
    pub why: DayOff,
    /// What it would have cost.
    pub spared: HalfDays,
}

/// What a period of leave costs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Count {
    /// Half-days that the agent works, days off of the whole service apart.
    pub scheduled: HalfDays,
    /// Half-days to deduct.
    pub cost: HalfDays,
    /// The same by civil year: each year has its own counter.
    pub by_year: BTreeMap<i32, HalfDays>,
    /// The part outside 1 May to 31 October, which earns split-leave days.
    pub off_season: HalfDays,
    /// Days off met on the way.
    pub skipped: Vec<Skipped>,
}

/// Counts what a period costs: each half-day that the agent should have worked.
pub fn count(calendar: &WorkCalendar, period: &Period) -> Count {
    let mut count = Count::default();
    for half_day in period
        .halves()
        .filter(|half_day| calendar.pattern.works(*half_day))
    {
        let (date, one) = (half_day.date, HalfDays(1));
        count.scheduled += one;
        if let Some(why) = calendar.day_off(date) {
            match count.skipped.last_mut() {
                Some(last) if last.date == date => last.spared += one,
                _ => count.skipped.push(Skipped {
                    date,
                    why,
                    spared: one,
                }),
            }
            continue;
        }
        count.cost += one;
        *count.by_year.entry(date.year()).or_default() += one;
        if is_off_season(date) {
            count.off_season += one;
        }
    }
    count
}

/// Outside 1 May to 31 October (décret 85-1250, article 1).
fn is_off_season(date: NaiveDate) -> bool {
    !(5..=10).contains(&date.month())
}

/// What a period costs of one civil year outside the season.
pub(super) fn off_season(calendar: &WorkCalendar, period: &Period, year: i32) -> HalfDays {
    let counted = period
        .halves()
        .filter(|half| half.date.year() == year && is_off_season(half.date) && calendar.works(*half));
    HalfDays(i64::try_from(counted.count()).unwrap_or(i64::MAX))
}

/// From the first day on which the agent should have worked to the eve of the return, rest days included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Absence {
    /// The first day missed.
    pub first: NaiveDate,
    /// The last day before the return; the day of the return itself if that is an afternoon.
    pub last: NaiveDate,
}

impl Absence {
    /// Its length in calendar days.
    pub fn days(&self) -> i64 {
        (self.last - self.first).num_days() + 1
    }
}

/// How long a period of leave keeps the agent away; `None` if no worked half-day is missed.
pub fn absence(calendar: &WorkCalendar, period: &Period) -> Option<Absence> {
    let first = period.halves().find(|half_day| calendar.works(*half_day))?.date;
    let mut after = successors(period.to().next(), |half_day| half_day.next()).take(LONGEST_REST);
    let back = after.find(|half_day| calendar.works(*half_day));
    let last = match back.and_then(|half_day| half_day.date.pred_opt()) {
        Some(eve) => eve.max(period.to().date),
        None => period.to().date,
    };
    Some(Absence { first, last })
}

/// The period together with those of `others` from which no worked half-day parts it: to be away without a break
/// is one absence, in however many requests it was asked for.
pub fn joined(calendar: &WorkCalendar, period: Period, others: &[Period]) -> Period {
    let mut whole = period;
    while let Some(wider) = others
        .iter()
        .filter(|other| touches(calendar, &whole, other))
        .map(|other| whole.spanning(other))
        .find(|wider| *wider != whole)
    {
        whole = wider;
    }
    whole
}

fn touches(calendar: &WorkCalendar, one: &Period, other: &Period) -> bool {
    let (end, start) = if one.from() <= other.from() {
        (one.to(), other.from())
    } else {
        (other.to(), one.from())
    };
    let mut between =
        successors(end.next(), |half_day| half_day.next()).take_while(|half_day| *half_day < start);
    !between.any(|half_day| calendar.works(half_day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn period(from: (u32, u32), to: (u32, u32)) -> Period {
        Period::new(HalfDay::am(day(from.0, from.1)), HalfDay::pm(day(to.0, to.1))).unwrap()
    }

    fn five_days() -> WorkCalendar {
        WorkCalendar::from("11 11 11 11 11 00 00".parse::<Pattern>().unwrap())
    }

    #[test]
    fn a_holiday_on_the_way_is_named_once_and_costs_nothing() {
        let count = count(&five_days(), &period((5, 4), (5, 15)));
        assert_eq!(count.cost, HalfDays::days(8));
        let named: Vec<_> = count
            .skipped
            .iter()
            .map(|skipped| (skipped.date, skipped.why))
            .collect();
        let expected = [
            (day(5, 8), DayOff::Holiday(Holiday::Victory)),
            (day(5, 14), DayOff::Holiday(Holiday::Ascension)),
        ];
        assert_eq!(named, expected);
    }

    #[test]
    fn two_requests_around_a_weekend_are_one_absence() {
        let calendar = five_days();
        let asked = period((8, 24), (9, 4));
        let before = period((8, 3), (8, 21));
        let apart = period((9, 8), (9, 11));
        let whole = joined(&calendar, asked, &[apart, before]);
        assert_eq!(whole, period((8, 3), (9, 4)));
        assert_eq!(absence(&calendar, &whole).map(|absence| absence.days()), Some(35));
        assert_eq!(
            joined(&calendar, asked, &[apart]),
            asked,
            "Monday 7 is worked: two absences"
        );
    }

    #[test]
    fn requests_that_touch_only_through_one_another_are_one_absence() {
        let calendar = five_days();
        let parts = [
            period((3, 2), (3, 6)),
            period((3, 16), (3, 20)),
            period((3, 9), (3, 13)),
        ];
        assert_eq!(
            joined(&calendar, period((3, 23), (3, 27)), &parts),
            period((3, 2), (3, 27))
        );
    }

    #[test]
    fn leave_on_rest_days_alone_is_no_absence() {
        assert_eq!(absence(&five_days(), &period((3, 14), (3, 15))), None);
        assert_eq!(count(&five_days(), &period((3, 14), (3, 15))), Count::default());
    }
}
