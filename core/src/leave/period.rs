//! Half-days on the calendar, and the unbroken run of them that a request covers.

use std::fmt;
use std::iter::successors;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The two halves of a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    /// The morning.
    Am,
    /// The afternoon.
    Pm,
}

/// One half of one date. The order of values is the order of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct HalfDay {
    /// The day.
    pub date: NaiveDate,
    /// Which half of it.
    pub half: Half,
}

impl HalfDay {
    /// The morning of a day.
    pub const fn am(date: NaiveDate) -> Self {
        Self { date, half: Half::Am }
    }

    /// The afternoon of a day.
    pub const fn pm(date: NaiveDate) -> Self {
        Self { date, half: Half::Pm }
    }

    /// The half-day after this one; `None` at the end of the calendar.
    pub fn next(self) -> Option<Self> {
        match self.half {
            Half::Am => Some(Self::pm(self.date)),
            Half::Pm => self.date.succ_opt().map(Self::am),
        }
    }
}

impl fmt::Display for HalfDay {
    /// The stored form, `2026-03-16am`: its order as text is that of time.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = match self.half {
            Half::Am => "am",
            Half::Pm => "pm",
        };
        write!(f, "{}{half}", self.date)
    }
}

/// The text is no half-day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no half-day: {0}")]
pub struct NoHalfDay(pub String);

impl FromStr for HalfDay {
    type Err = NoHalfDay;
    fn from_str(text: &str) -> Result<Self, NoHalfDay> {
        let wrong = || NoHalfDay(text.to_owned());
        let (date, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
            (Some(date), _) => (date, Half::Am),
            (_, Some(date)) => (date, Half::Pm),
            _ => return Err(wrong()),
        };
        Ok(Self {
            date: date.parse().map_err(|_| wrong())?,
            half,
        })
    }
}

/// Why two half-days bound no period.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadPeriod {
    /// The last day comes before the first.
    #[error("the end is before the start")]
    EndBeforeStart,
    /// From the afternoon to the morning of one day: nothing is in between.
    #[error("from the afternoon to the morning of one day")]
    NothingBetween,
}

/// An unbroken run of half-days, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Period {
    from: HalfDay,
    to: HalfDay,
}

impl Period {
    /// The period between two half-days, both included.
    pub fn new(from: HalfDay, to: HalfDay) -> Result<Self, BadPeriod> {
        if to.date < from.date {
            return Err(BadPeriod::EndBeforeStart);
        }
        if to < from {
            return Err(BadPeriod::NothingBetween);
        }
        Ok(Self { from, to })
    }

    /// Its first half-day.
    pub const fn from(&self) -> HalfDay {
        self.from
    }

    /// Its last half-day.
    pub const fn to(&self) -> HalfDay {
        self.to
    }

    /// Its length in dates, worked or not.
    pub fn calendar_days(&self) -> i64 {
        (self.to.date - self.from.date).num_days() + 1
    }

    /// Every half-day of it, in order.
    pub fn halves(&self) -> impl Iterator<Item = HalfDay> + use<> {
        let last = self.to;
        successors(Some(self.from), |half_day| half_day.next()).take_while(move |half_day| *half_day <= last)
    }

    /// Whether the two share at least one half-day. A morning and the afternoon of the same day do not.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// The period from the earlier start to the later end.
    pub fn spanning(&self, other: &Self) -> Self {
        Self {
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn march(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
    }

    #[test]
    fn the_stored_form_is_read_back_and_sorts_as_time_does() {
        let days = [
            HalfDay::am(march(9)),
            HalfDay::pm(march(9)),
            HalfDay::am(march(10)),
            HalfDay::pm(march(11)),
        ];
        let texts: Vec<String> = days.iter().map(HalfDay::to_string).collect();
        assert_eq!(texts[0], "2026-03-09am");
        assert!(texts.is_sorted() && days.is_sorted());
        for (text, day) in texts.iter().zip(days) {
            assert_eq!(text.parse(), Ok(day));
        }
        assert!("2026-03-09".parse::<HalfDay>().is_err() && "2026-02-30am".parse::<HalfDay>().is_err());
    }

    #[test]
    fn an_end_before_the_start_is_no_period() {
        let backwards = Period::new(HalfDay::am(march(11)), HalfDay::pm(march(10)));
        assert_eq!(backwards, Err(BadPeriod::EndBeforeStart));
        let inside_one_day = Period::new(HalfDay::pm(march(11)), HalfDay::am(march(11)));
        assert_eq!(inside_one_day, Err(BadPeriod::NothingBetween));
    }

    #[test]
    fn the_two_halves_of_a_day_do_not_overlap_but_the_whole_day_overlaps_both() {
        let morning = Period::new(HalfDay::am(march(11)), HalfDay::am(march(11))).unwrap();
        let afternoon = Period::new(HalfDay::pm(march(11)), HalfDay::pm(march(11))).unwrap();
        let day = Period::new(HalfDay::am(march(11)), HalfDay::pm(march(11))).unwrap();
        assert!(!morning.overlaps(&afternoon) && !afternoon.overlaps(&morning));
        assert!(day.overlaps(&morning) && day.overlaps(&afternoon) && morning.overlaps(&day));
    }

    #[test]
    fn a_period_lists_its_half_days_with_both_ends() {
        let period = Period::new(HalfDay::pm(march(11)), HalfDay::am(march(13))).unwrap();
        let halves: Vec<_> = period.halves().collect();
        let expected = [
            HalfDay::pm(march(11)),
            HalfDay::am(march(12)),
            HalfDay::pm(march(12)),
            HalfDay::am(march(13)),
        ];
        assert_eq!(halves, expected);
        assert_eq!(period.calendar_days(), 3);
    }
}
