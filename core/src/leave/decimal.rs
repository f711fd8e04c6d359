//! Decimal numbers as people write them (4.5 days a week, 90 % as 0.9), exact: none is ever a float.

use std::fmt;
use std::str::FromStr;

use super::model::HalfDays;

/// A number that is not negative, in millionths.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Decimal(i64);

/// One, in millionths.
const ONE: i64 = 1_000_000;

/// The text is no such number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a number from 0 to 999999 with at most a point")]
pub struct NoDecimal;

impl Decimal {
    /// A whole number.
    pub const fn whole(number: u32) -> Self {
        Self(number as i64 * ONE)
    }

    /// This many days in half-days; `None` if some part of a half-day is left over.
    pub fn to_half_days(self) -> Option<HalfDays> {
        let half = ONE / 2;
        (self.0 % half == 0).then_some(HalfDays(self.0 / half))
    }

    /// This number, if it is whole.
    pub fn to_whole(self) -> Option<i64> {
        (self.0 % ONE == 0).then_some(self.0 / ONE)
    }

    /// This many hours in minutes, to the nearest: 38 h 20 can only be written 38.33.
    pub fn minutes(self) -> i64 {
        (self.0 * 60 + ONE / 2) / ONE
    }

    /// So many times this number.
    pub const fn times(self, count: i64) -> Self {
        Self(self.0 * count)
    }

    /// So many more.
    pub const fn plus(self, count: i64) -> Self {
        Self(self.0 + count * ONE)
    }

    /// This many days, rounded up to the half-day.
    pub fn half_days_up(self) -> HalfDays {
        self.share_rounded_up(Self::whole(1), 1)
    }

    /// `self × other / parts` days, rounded up to the half-day.
    pub fn share_rounded_up(self, other: Self, parts: i64) -> HalfDays {
        let one = i128::from(ONE);
        let twice = 2 * i128::from(self.0) * i128::from(other.0);
        let whole = one * one * i128::from(parts.max(1));
        let up = (twice + whole - 1) / whole;
        HalfDays(i64::try_from(up).unwrap_or(i64::MAX))
    }
}

impl FromStr for Decimal {
    type Err = NoDecimal;

    /// Digits, and after a point more of them; what lies beyond a millionth is rounded away.
    fn from_str(text: &str) -> Result<Self, NoDecimal> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) || whole.len() > 6 {
            return Err(NoDecimal);
        }
        let whole: i64 = whole.parse().map_err(|_| NoDecimal)?;
        let seven: String = part.chars().chain("0000000".chars()).take(7).collect();
        let tenths: i64 = seven.parse().map_err(|_| NoDecimal)?;
        Ok(Self(whole * ONE + (tenths + 5) / 10))
    }
}

impl fmt::Display for Decimal {
    /// As it is written, with at least one place: `16.2`, `3.0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = format!("{:06}", self.0 % ONE);
        let kept = places.trim_end_matches('0');
        write!(f, "{}.{}", self.0 / ONE, if kept.is_empty() { "0" } else { kept })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_decimal_is_read_and_written_exactly() {
        for (given, shown) in [
            ("4.5", "4.5"),
            ("5", "5.0"),
            ("0.9", "0.9"),
            ("38.333333333333336", "38.333333"),
            ("0.9999999", "1.0"),
            ("0", "0.0"),
        ] {
            assert_eq!(decimal(given).to_string(), shown);
        }
        for given in [
            "", "-1", ".5", "5.", "1e3", "4,5", "1234567", "NaN", "5.0.0", "+5",
        ] {
            assert_eq!(given.parse::<Decimal>(), Err(NoDecimal), "{given:?}");
        }
    }

    #[test]
    fn a_share_is_rounded_up_to_the_half_day_and_never_past_an_exact_one() {
        let weeks =
            |weekly: &str, months: &str| decimal(weekly).times(5).share_rounded_up(decimal(months), 12).0;
        assert_eq!(weeks("5", "9"), 38, "18.75 days give 19");
        assert_eq!(weeks("4", "9"), 30, "15 days are 15 days");
        assert_eq!(weeks("5", "1"), 5, "2.08 days give 2.5");
        assert_eq!(weeks("5", "0"), 0);
    }

    #[test]
    fn hours_are_minutes_to_the_nearest() {
        assert_eq!(decimal("38.33").minutes(), 2300);
        assert_eq!(decimal("35.5").minutes(), 2130);
        assert_eq!(decimal("35.49").minutes(), 2129);
    }

    #[test]
    fn only_whole_half_days_are_half_days() {
        assert_eq!(decimal("7.5").to_half_days(), Some(HalfDays(15)));
        assert_eq!(decimal("7.25").to_half_days(), None);
        assert_eq!(decimal("7.0").to_whole(), Some(7));
        assert_eq!(decimal("7.5").to_whole(), None);
    }
}
