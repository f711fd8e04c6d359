//! What a payslip is.

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use std::fmt;
use std::str::FromStr;

use crate::people::AgentId;

id!(
    /// A payslip.
    PayslipId
);

/// A month of a year, `2026-10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// A month from 1 to 12 of a year.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, 1).map(|first| Self { first })
    }

    /// The month of a date.
    pub fn of(date: NaiveDate) -> Self {
        Self {
            first: date.with_day(1).unwrap_or(date),
        }
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The month before.
    pub fn before(self) -> Self {
        self.first.pred_opt().map_or(self, Self::of)
    }

    /// The month after.
    pub fn after(self) -> Self {
        self.first
            .checked_add_months(Months::new(1))
            .map_or(self, Self::of)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first.format("%Y-%m"))
    }
}

impl FromStr for Month {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text} is not a month such as 2026-10");
        let (year, month) = text.split_once('-').ok_or_else(wrong)?;
        if year.len() != 4 || month.len() != 2 {
            return Err(wrong());
        }
        let numbers = year.parse().ok().zip(month.parse().ok());
        numbers
            .and_then(|(year, month)| Self::new(year, month))
            .ok_or_else(wrong)
    }
}

/// A payslip that has arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payslip {
    /// Its id.
    pub id: PayslipId,
    /// Whose it is.
    pub agent: AgentId,
    /// For which month.
    pub month: Month,
    /// Bytes of the PDF.
    pub size: i64,
    /// When it arrived.
    pub arrived_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_it_is_written() {
        let month: Month = "2026-10".parse().unwrap();
        assert_eq!(month, Month::new(2026, 10).unwrap());
        assert_eq!(month.to_string(), "2026-10");
        assert_eq!(
            Month::new(2026, 1).unwrap().before(),
            Month::new(2025, 12).unwrap()
        );
        for wrong in ["2026-13", "26-10", "2026-1", "octobre", "", "2026-10-01"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
    }
}
