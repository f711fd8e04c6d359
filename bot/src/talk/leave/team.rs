//! "Who is away next week?"

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::Ask;
use super::own::dates;
use crate::talk::{Said, State as Talk, Turn};

/// On the days that were said, a month of them, or today. The team is there at weekends too: a working week is the whole week.
pub(super) fn open(said: &Said, today: NaiveDate) -> Turn {
    let (first, last) = dates(&said.understood.facts).unwrap_or((today, today));
    let friday = first.checked_add_days(Days::new(4)) == Some(last) && first.weekday() == Weekday::Mon;
    let last = if friday {
        last.checked_add_days(Days::new(2)).unwrap_or(last)
    } else {
        last
    };
    Turn::asks(Talk::Idle, Ask::Team(first, last.max(first)).into())
}
