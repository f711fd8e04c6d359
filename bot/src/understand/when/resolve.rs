//! From days as said to dates.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::holiday;
use super::mark::{Day, Moment, Which};

/// What the dates are counted from.
#[derive(Clone, Copy)]
pub(super) struct Context {
    pub today: NaiveDate,
    /// A day without a month or year is not before this one.
    pub floor: NaiveDate,
    /// A weekday is after this one.
    pub after: NaiveDate,
    /// The month that the sentence is about.
    pub month: Option<(u32, Option<i32>)>,
    /// The week that the sentence is about, from now.
    pub week: Option<i64>,
    /// The latest day named so far.
    pub last: Option<NaiveDate>,
    /// The eve of a bridge day that the sentence is about.
    pub bridge: Option<NaiveDate>,
}

impl Context {
    /// Nothing said yet.
    pub fn on(today: NaiveDate) -> Self {
        Self {
            today,
            floor: today,
            after: today,
            month: None,
            week: None,
            last: None,
            bridge: None,
        }
    }
}

/// The dates that a day may mean, likeliest first. None: it is no date at all.
pub(super) fn dates(moment: Moment, context: Context) -> Vec<NaiveDate> {
    let mut dates = match moment.day {
        Day::Offset(days) => plus(context.today, days).into_iter().collect(),
        Day::Fixed(date) => vec![date],
        Day::Following(days) => context
            .last
            .and_then(|last| plus(last, days))
            .into_iter()
            .collect(),
        Day::Impossible => Vec::new(),
        Day::Weekday { weekday, which } => weekdays(weekday, which, context),
        Day::Numbered {
            day,
            month,
            year,
            weekday,
        } => numbered(day, month, year, weekday, context),
    };
    if moment.bridge {
        dates = dates.into_iter().filter_map(holiday::bridge).collect();
    }
    dates
        .into_iter()
        .filter_map(|date| plus(date, moment.shift))
        .collect()
}

fn weekdays(weekday: u32, which: Which, context: Context) -> Vec<NaiveDate> {
    let today = context.today;
    let coming = on_or_after(today.succ_opt().unwrap_or(today), weekday);
    match which {
        Which::Plain => match context.week {
            Some(week) => of_week(weekday, week, today).into_iter().collect(),
            None => vec![on_or_after(context.after.succ_opt().unwrap_or(today), weekday)],
        },
        Which::This => {
            let here = on_or_after(today, weekday);
            if here == today {
                vec![here, coming]
            } else {
                vec![here]
            }
        }
        // Still ahead in this week: people mean the one or the other.
        Which::Next if weekday > today.weekday().number_from_monday() => {
            let later = plus(coming, 7);
            std::iter::once(coming).chain(later).collect()
        }
        Which::Next => vec![coming],
        Which::Later(weeks) => plus(coming, 7 * weeks).into_iter().collect(),
        Which::OfWeek(week) => of_week(weekday, week, today).into_iter().collect(),
        Which::Last => plus(on_or_after(today, weekday), -7).into_iter().collect(),
    }
}

fn numbered(
    day: u32,
    month: Option<u32>,
    year: Option<i32>,
    weekday: Option<u32>,
    context: Context,
) -> Vec<NaiveDate> {
    let date = match (month, year) {
        (Some(month), Some(year)) => NaiveDate::from_ymd_opt(year, month, day),
        (Some(month), None) => next_in_year(day, month, context.floor),
        (None, _) => context
            .month
            .and_then(|(month, year)| match year {
                Some(year) => NaiveDate::from_ymd_opt(year, month, day),
                None => next_in_year(day, month, context.floor),
            })
            .or_else(|| next_in_month(day, context.floor)),
    };
    let (Some(date), Some(weekday)) = (date, weekday) else {
        return date.into_iter().collect();
    };
    if date.weekday().number_from_monday() == weekday {
        return vec![date];
    }
    if month.is_none() && context.month.is_none() {
        // "lundi 8", when the next 8th is no Monday: the one that is, or the 8th, or the Monday.
        let matching = (1..=11).filter_map(|months| {
            next_in_month(day, date.checked_add_months(Months::new(months))?.with_day(1)?)
        });
        let matching = matching
            .filter(|date| date.weekday().number_from_monday() == weekday)
            .take(1);
        return matching
            .chain([date, on_or_after(context.floor, weekday)])
            .collect();
    }
    let around = (1..=3)
        .flat_map(|days| [plus(date, -days), plus(date, days)])
        .flatten();
    std::iter::once(date)
        .chain(around.filter(|date| date.weekday().number_from_monday() == weekday))
        .collect()
}

/// The next day of that number and month, from the floor on; 29 February may be eight years away.
fn next_in_year(day: u32, month: u32, floor: NaiveDate) -> Option<NaiveDate> {
    (floor.year()..=floor.year() + 8)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| *date >= floor)
}

/// The next day of that number, from the floor on.
fn next_in_month(day: u32, floor: NaiveDate) -> Option<NaiveDate> {
    let first = floor.with_day(1)?;
    (0..4)
        .filter_map(|months| first.checked_add_months(Months::new(months))?.with_day(day))
        .find(|date| *date >= floor)
}

/// The Monday of the week so many weeks from now.
pub(super) fn monday(week: i64, today: NaiveDate) -> Option<NaiveDate> {
    plus(
        today,
        7 * week - i64::from(today.weekday().num_days_from_monday()),
    )
}

fn of_week(weekday: u32, week: i64, today: NaiveDate) -> Option<NaiveDate> {
    plus(monday(week, today)?, i64::from(weekday) - 1)
}

/// The first day of that name, this one included.
pub(super) fn on_or_after(date: NaiveDate, weekday: u32) -> NaiveDate {
    let ahead = (7 + weekday - date.weekday().number_from_monday()) % 7;
    date.checked_add_days(Days::new(u64::from(ahead))).unwrap_or(date)
}

/// So many days later, or earlier.
pub(super) fn plus(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    date.checked_add_signed(chrono::Duration::try_days(days)?)
}
