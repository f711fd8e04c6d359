//! The parts of which times are made, before any date is computed.

use chrono::NaiveDate;

use super::Said;
use crate::understand::facts::Duration;

/// A day as said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// "16", "16 mars", "lundi 16 mars 2026".
    Numbered {
        day: u32,
        month: Option<u32>,
        year: Option<i32>,
        weekday: Option<u32>,
    },
    /// "lundi", "lundi prochain", "lundi en huit"; 1 is Monday.
    Weekday { weekday: u32, which: Which },
    /// "demain".
    Offset(i64),
    /// A public holiday, or a day computed from one.
    Fixed(NaiveDate),
    /// "le lendemain": so many days after the day before it in the sentence.
    Following(i64),
    /// "13/45": written as a date, and none.
    Impossible,
}

/// Which of the days of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The next one.
    Plain,
    /// "ce lundi".
    This,
    /// "lundi prochain".
    Next,
    /// "lundi en huit" is one week later.
    Later(i64),
    /// Of the week so many weeks from now.
    OfWeek(i64),
    /// "lundi dernier".
    Last,
}

/// What is taken of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Noon,
    Evening,
    Whole,
}

/// One day, with what is said of its halves and a shift ("la veille de").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub day: Day,
    pub part: Option<Part>,
    pub shift: i64,
    /// The bridge beside that day.
    pub bridge: bool,
}

/// One thing said about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Moment(Moment),
    /// From Monday to Friday of the week so many weeks from now.
    Week(i64),
    /// An ISO week.
    Numbered(u32),
    /// Saturday and Sunday; "prochain" or not.
    WeekEnd(Which),
    Month(Said),
    Year(i32),
    Duration(Duration),
    /// "quinze jours", "huit jours": weeks as often as days.
    Fortnight(Duration),
    /// A half-day without a day.
    Part(Part),
    /// An hour of the clock.
    Hour(u32),
    /// "dans deux semaines".
    InWeeks(i64),
    /// Something that cannot be one period: "la première semaine de mars", "tous les lundis".
    Vague,
}

impl Day {
    /// Whether what was said tells the year, where `month_year` is that of the month that the sentence is about: the
    /// year itself, or a weekday, which a date only has every few years.
    pub fn tells_year(self, month_year: Option<i32>) -> bool {
        match self {
            Self::Numbered { year, weekday, .. } => year.or(month_year).is_some() || weekday.is_some(),
            _ => false,
        }
    }
}

/// How a day stands in the sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Plain,
    /// "à partir de".
    From,
    /// "jusqu'à".
    Until,
    /// "je reviens".
    Back,
    /// "avant", "depuis", "au lieu de": no day of leave.
    Aside,
    /// "sauf".
    Except,
    /// "chaque".
    Every,
    /// "la semaine du".
    WeekOf,
}

/// How a day hangs together with the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    Apart,
    To,
    And,
    Or,
}

/// A thing said about time and where it stands, in pieces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub kind: Kind,
    pub role: Role,
    pub link: Link,
    /// "entre": days between, not from and to.
    pub between: bool,
    pub from: usize,
    pub to: usize,
}
