//! The working pattern of an agent: which half-days of a week, or of a cycle of weeks, are worked.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};

use super::model::HalfDays;
use super::period::{Half, HalfDay};

/// Half-days in a week.
const WEEK: usize = 14;

/// Which half-days are worked. Never empty, and never all rest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pattern {
    halves: Vec<bool>,
    /// A Monday on which the first week of the cycle starts. The parity of week numbers cannot serve: some years
    /// have 53 weeks.
    anchor: NaiveDate,
}

/// Why a text is no working pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadPattern {
    /// A week is not made of fourteen 0 or 1.
    #[error("a week of a working pattern is fourteen 0 or 1")]
    NotAWeek,
    /// No half-day is worked at all.
    #[error("a working pattern has at least one half-day worked")]
    NeverWorks,
    /// Several weeks without the Monday on which they start, or with another weekday.
    #[error("a cycle of several weeks needs the Monday on which it starts")]
    NoAnchor,
}

impl Pattern {
    /// Weeks as 0 and 1 from Monday morning to Sunday afternoon, parted by `|`; spaces are ignored. A cycle of
    /// several weeks starts on the Monday `anchor`.
    pub fn cycle(weeks: &str, anchor: NaiveDate) -> Result<Self, BadPattern> {
        let mut halves = Vec::with_capacity(WEEK);
        for week in weeks.split('|') {
            let before = halves.len();
            for bit in week.chars().filter(|bit| !bit.is_whitespace()) {
                halves.push(match bit {
                    '0' => false,
                    '1' => true,
                    _ => return Err(BadPattern::NotAWeek),
                });
            }
            if halves.len() - before != WEEK {
                return Err(BadPattern::NotAWeek);
            }
        }
        if !halves.contains(&true) {
            return Err(BadPattern::NeverWorks);
        }
        if halves.len() > WEEK && anchor.weekday() != Weekday::Mon {
            return Err(BadPattern::NoAnchor);
        }
        Ok(Self { halves, anchor })
    }

    /// Half-days worked in a week, on average; `None` if that is no whole number of them.
    pub fn weekly(&self) -> Option<HalfDays> {
        let worked = self.halves.iter().filter(|worked| **worked).count();
        let weeks = self.halves.len() / WEEK;
        let whole = worked.checked_rem(weeks) == Some(0);
        whole.then(|| HalfDays(i64::try_from(worked / weeks).unwrap_or(i64::MAX)))
    }

    /// Whether this half-day is worked, holidays apart.
    pub fn works(&self, half_day: HalfDay) -> bool {
        let since_anchor =
            2 * (half_day.date - self.anchor).num_days() + i64::from(half_day.half == Half::Pm);
        let length = i64::try_from(self.halves.len()).unwrap_or(i64::MAX);
        let place = usize::try_from(since_anchor.rem_euclid(length)).unwrap_or_default();
        self.halves.get(place).copied().unwrap_or(false)
    }
}

impl FromStr for Pattern {
    type Err = BadPattern;

    /// A pattern of one week, the same every week.
    fn from_str(week: &str) -> Result<Self, BadPattern> {
        if week.contains('|') {
            return Err(BadPattern::NoAnchor);
        }
        // The epoch, 1 January 1970, was a Thursday: the Monday of its week, like any Monday, anchors one week.
        let thursday = NaiveDate::default();
        Self::cycle(week, thursday.week(Weekday::Mon).first_day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_week_is_read_from_monday_morning_to_sunday_afternoon() {
        let pattern: Pattern = "11 11 10 11 11 00 00".parse().unwrap();
        let wednesday = date(2026, 3, 11);
        assert!(pattern.works(HalfDay::am(wednesday)));
        assert!(!pattern.works(HalfDay::pm(wednesday)));
        assert!(!pattern.works(HalfDay::am(date(2026, 3, 14))));
        assert_eq!("11111011110000".parse(), Ok(pattern.clone()));
        assert!(
            pattern.works(HalfDay::am(date(1965, 1, 4))),
            "the pattern reaches back before its anchor"
        );
    }

    #[test]
    fn the_days_of_an_average_week_are_known_where_they_are_half_days() {
        let weekly = |weeks: &str| Pattern::cycle(weeks, date(2026, 3, 2)).unwrap().weekly();
        assert_eq!(weekly("11 11 10 11 11 00 00"), Some(HalfDays(9)));
        assert_eq!(
            weekly("11 11 11 11 11 00 00|11 11 11 11 00 00 00"),
            Some(HalfDays(9))
        );
        assert_eq!(
            weekly("11 11 11 11 11 00 00|11 11 11 11 10 00 00"),
            None,
            "4.75 days"
        );
    }

    #[test]
    fn a_cycle_keeps_its_turn_across_a_year_of_53_weeks() {
        let weeks = "11 11 11 11 11 00 00|11 11 11 11 00 00 00";
        let pattern = Pattern::cycle(weeks, date(2026, 3, 2)).unwrap();
        let friday = |day: NaiveDate| pattern.works(HalfDay::am(day));
        assert!(friday(date(2026, 3, 6)) && !friday(date(2026, 3, 13)));
        assert!(friday(date(2026, 12, 25)) && !friday(date(2027, 1, 1)) && friday(date(2027, 1, 8)));
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        assert_eq!("11 11 11 11 11 00".parse::<Pattern>(), Err(BadPattern::NotAWeek));
        assert_eq!(
            "11 11 11 11 11 00 0x".parse::<Pattern>(),
            Err(BadPattern::NotAWeek)
        );
        assert_eq!("".parse::<Pattern>(), Err(BadPattern::NotAWeek));
        assert_eq!("00000000000000".parse::<Pattern>(), Err(BadPattern::NeverWorks));
        let two = "11111111110000|11111111000000";
        assert_eq!(two.parse::<Pattern>(), Err(BadPattern::NoAnchor));
        assert_eq!(Pattern::cycle(two, date(2026, 3, 3)), Err(BadPattern::NoAnchor));
    }
}
