//! Retention: documents older than the configured number of years are removed.

use std::sync::Arc;

use chrono::Months;

use super::{Error, shelf, store};
use crate::kernel::audit::Entry;
use crate::kernel::handout;
use crate::kernel::house::House;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// Removes what is too old; says how many.
pub async fn retire(house: &Arc<House>) -> Result<usize, Error> {
    let mut work = Work::write(house).await?;
    work.act_as_system("document.retire");
    allow(work.actor(), Action::ImportPayslips)?;
    let months = u32::try_from(work.settings().document.kept_years.saturating_mul(12)).unwrap_or(u32::MAX);
    let Some(before) = work.today().checked_sub_months(Months::new(months)) else {
        return Ok(0);
    };
    let old = store::older(work.tx(), before).await?;
    for document in &old {
        handout::forget(&mut work, document.id.into()).await?;
        store::delete(work.tx(), document.id).await?;
        let entry = Entry::change("document.retire").about(document.agent);
        work.audit(entry.with("kind", document.kind.as_str())).await?;
    }
    work.save().await?;
    // After the commit: a file without a row is litter, a row without a file would be a broken promise.
    for document in &old {
        shelf(house).remove(document.id)?;
    }
    Ok(old.len())
}
