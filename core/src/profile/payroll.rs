//! From which month on new bank details pay (PR3): the month after the one whose payroll they were validated before the
//! closing of.

use chrono::{Datelike, NaiveDate};

use super::store;
use crate::kernel::fault::Fault;
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
pub async fn next_payday(work: &mut Work) -> Result<Payday, Fault> {
    let today = work.today();
    let mut month = Month::of(today);
    loop {
        let closes_on = closing(work, month).await?;
        month = month.after();
        // It ends: months to come, of which no closing is written, close on a day of theirs.
        if today < closes_on {
            return Ok(Payday { closes_on, month });
        }
    }
}

async fn closing(work: &mut Work, month: Month) -> Result<NaiveDate, Fault> {
    if let Some(day) = store::closing(work.tx(), month).await? {
        return Ok(day);
    }
    let usual = u32::try_from(work.settings().profile.payroll_closing_day).unwrap_or(1);
    let last = month.after().first().pred_opt().unwrap_or(month.first());
    Ok(last.with_day(usual.min(last.day())).unwrap_or(last))
}
