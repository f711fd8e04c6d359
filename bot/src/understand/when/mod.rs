//! Days, periods and months as people say them.
//!
//! `day` reads one day, `scan` finds all that a message says about time, `resolve` gives the dates, `compose` makes
//! periods of them. Weeks, weekdays and the order of day and month follow French use in both languages: a weekday is
//! the next one after today, `3/4` is the third of April, and what may mean two dates is asked, never guessed.

mod around;
mod beside;
mod chain;
mod compose;
mod day;
mod draft;
mod holiday;
mod length;
mod mark;
mod month;
mod part;
mod resolve;
mod role;
mod scan;
mod settle;
mod week;
mod written;

use chrono::NaiveDate;
use guichet_core::leave::{Half, Period};

use super::facts::{self, Doubt, Duration, Month};
use super::piece::Piece;
use mark::{Day, Kind, Mark};
use resolve::Context;

/// Everything a message says about time.
#[derive(Debug, Default)]
pub(super) struct Times {
    /// The periods, in the order said.
    pub periods: Vec<Span>,
    /// The day of being back.
    pub returns_on: Option<NaiveDate>,
    pub duration: Option<Duration>,
    /// A half-day is wanted, and nothing says which half.
    pub half_missing: bool,
    /// "Toute la journée".
    pub whole_day: bool,
    /// A month without a day, as said: the year may be open.
    pub month: Option<Said>,
    /// The first and last day of a month that is wanted whole.
    pub whole_month: Option<(NaiveDate, NaiveDate)>,
    pub year: Option<i32>,
    pub doubts: Vec<Doubt>,
    /// For every piece, whether it was understood as a part of a date or duration.
    pub used: Vec<bool>,
    /// Two days were named as the ends of a period.
    pub range: bool,
    /// Every day that is named, wanted or not.
    pub mentioned: Vec<Mention>,
}

/// A day that is named, and the dates it may be.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub aside: Aside,
    /// The piece it begins with.
    pub from: usize,
    pub dates: Vec<NaiveDate>,
}

/// What the word before a day makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    None,
    /// "avant le 31".
    Before,
    /// "depuis le 1er".
    Since,
    /// "au lieu du 24".
    Instead,
}

/// A period of which an end may still be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub start: Option<NaiveDate>,
    pub end: Option<NaiveDate>,
    pub start_half: Option<Half>,
    pub end_half: Option<Half>,
}

/// A month as said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// "octobre", "octobre 2025".
    Named(u32, Option<i32>),
    /// "ce mois-ci", "le mois dernier".
    Shift(i32),
}

impl Said {
    /// The month meant by someone who looks back: the latest that has begun.
    pub fn latest(self, today: NaiveDate) -> Month {
        use chrono::Datelike;
        match self {
            Self::Named(month, Some(year)) => Month { year, month },
            Self::Named(month, None) => Month {
                year: today.year() - i32::from(month > today.month()),
                month,
            },
            Self::Shift(by) => shifted(today, by),
        }
    }

    /// The month meant by someone who plans: the next that has not ended.
    pub fn next(self, today: NaiveDate) -> Month {
        use chrono::Datelike;
        match self {
            Self::Named(month, None) => Month {
                year: today.year() + i32::from(month < today.month()),
                month,
            },
            other => other.latest(today),
        }
    }
}

fn shifted(today: NaiveDate, by: i32) -> Month {
    use chrono::Datelike;
    let months = today.year() * 12 + today.month0().cast_signed() + by;
    Month {
        year: months.div_euclid(12),
        month: months.rem_euclid(12).unsigned_abs() + 1,
    }
}

impl Span {
    /// The period, when both ends are known.
    pub fn closed(self) -> Option<Period> {
        facts::period(self.start?, self.start_half, self.end?, self.end_half)
    }
}

/// Reads the times of a message heard on that day.
pub(super) fn read(pieces: &[Piece], today: NaiveDate) -> Times {
    let mut marks = scan::scan(pieces, today);
    if pieces.iter().any(|piece| piece.is("departs")) {
        part::leaves_at_noon(&mut marks);
    }
    let mut times = compose::compose(&marks, pieces, today);
    times.mentioned = mentioned(&marks, pieces, today);
    times.whole_month = month::whole(&marks, pieces, today);
    times
}

fn mentioned(marks: &[Mark], pieces: &[Piece], today: NaiveDate) -> Vec<Mention> {
    use chrono::Datelike;
    let mut mentioned: Vec<Mention> = Vec::new();
    for mark in marks {
        let Kind::Moment(moment) = mark.kind else { continue };
        let month = mentioned.last().and_then(|said| said.dates.first().copied());
        let dates = match (moment.day, month) {
            // "le 17 août au lieu du 24": of the same month.
            (Day::Numbered { day, month: None, .. }, Some(month)) => {
                month.with_day(day).into_iter().collect()
            }
            _ => resolve::dates(moment, Context::on(today)),
        };
        let said = |concept: &str| {
            let near = pieces
                .get(mark.from.saturating_sub(2)..=mark.from)
                .unwrap_or_default();
            near.iter().any(|piece| piece.is(concept))
        };
        let aside = [
            ("instead", Aside::Instead),
            ("before", Aside::Before),
            ("since", Aside::Since),
        ];
        let aside = aside.into_iter().find(|(concept, _)| said(concept));
        mentioned.push(Mention {
            aside: aside.map_or(Aside::None, |(_, aside)| aside),
            from: mark.from,
            dates,
        });
    }
    mentioned
}
