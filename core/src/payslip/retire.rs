//! Retention: payslips older than the configured number of years are removed.

use chrono::Datelike;
use std::sync::Arc;

use super::model::Month;
use super::{Error, shelf, store};
use crate::kernel::audit::Entry;
use crate::kernel::handout;
use crate::kernel::house::House;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// Removes what is too old; says how many.
pub async fn retire(house: &Arc<House>) -> Result<usize, Error> {
    let mut work = Work::write(house).await?;
    work.act_as_system("payslip.retire");
    allow(work.actor(), Action::ImportPayslips)?;
    let today = work.today();
    let years = i32::try_from(work.settings().payslip.kept_years).unwrap_or(i32::MAX);
    let Some(before) = Month::new(today.year().saturating_sub(years), today.month()) else {
        return Ok(0);
    };
    let old = store::older(work.tx(), before).await?;
    for payslip in &old {
        handout::forget(&mut work, payslip.id.into()).await?;
        store::delete(work.tx(), payslip.id).await?;
        let month = payslip.month.to_string();
        work.audit(
            Entry::change("payslip.retire")
                .about(payslip.agent)
                .with("month", month),
        )
        .await?;
    }
    work.save().await?;
    // After the commit: a file without a row is litter, a row without a file would be a broken promise.
    for payslip in &old {
        shelf(house).remove(payslip.id)?;
    }
    Ok(old.len())
}
