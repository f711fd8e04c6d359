//! From which month on new bank details pay (PR3): the month after the one whose payroll they were validated before the
//! closing of.

use chrono::{Datelike, NaiveDate};

use crate::kernel::work::Work;
use crate::payslip::Month;

/// Validated before a day, bank details pay from a month on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payday {
    /// The payroll closes on this day: what is validated on it is too late.
    pub closes_on: NaiveDate,
    /// The first month that they pay.
    pub month: Month,
}

/// The next closing, and the month that depends on it.
fn payday(today: NaiveDate, closing_day: i64) -> Payday {
    let this = Month::of(today);
    let month = if today < closing(this, closing_day) {
        this
    } else {
        this.after()
    };
    Payday {
        closes_on: closing(month, closing_day),
        month: month.after(),
    }
}

/// As `profile.payroll_closing_day` says today.
pub fn next_payday(work: &Work) -> Payday {
    payday(work.today(), work.settings().profile.payroll_closing_day)
}

/// In a short month, its last day.
fn closing(month: Month, day: i64) -> NaiveDate {
    let last = month.after().first().pred_opt().unwrap_or(month.first());
    let day = u32::try_from(day).unwrap_or(1);
    last.with_day(day.min(last.day())).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_day_is_too_late_and_a_short_month_closes_on_its_last() {
        for (today, day, closes_on, month) in [
            ("2026-03-19", 20, "2026-03-20", "2026-04"),
            ("2026-03-20", 20, "2026-04-20", "2026-05"),
            ("2026-12-20", 20, "2027-01-20", "2027-02"),
            ("2026-02-27", 31, "2026-02-28", "2026-03"),
            ("2026-02-28", 31, "2026-03-31", "2026-04"),
        ] {
            let found = payday(today.parse().unwrap(), day);
            assert_eq!(found.closes_on.to_string(), closes_on, "{today}");
            assert_eq!(found.month.to_string(), month, "{today}");
        }
    }
}
