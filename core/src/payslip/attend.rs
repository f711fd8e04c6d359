//! The room's own round: what was dropped is imported, what is too old is removed.

use chrono::NaiveDate;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::{Error, Verdict, import, retire};
use crate::kernel::fault::Fault;
use crate::kernel::house::House;

/// How often the drop folder is looked at.
const ROUND: Duration = Duration::from_secs(60);

/// What the last rounds have done already.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// Time and size of the manifest that was imported.
    manifest: Option<(SystemTime, u64)>,
    /// The day on which old payslips were last looked for.
    retired_on: Option<NaiveDate>,
}

/// Makes rounds until it is dropped. A fault is logged, and the next round tries again.
pub async fn attend(house: &Arc<House>) {
    let mut done = Done::default();
    loop {
        if let Err(fault) = round(house, &mut done).await {
            tracing::error!(%fault, "the round of the payslips failed");
        }
        tokio::time::sleep(ROUND).await;
    }
}

pub(super) async fn round(house: &Arc<House>, done: &mut Done) -> Result<(), Error> {
    let today = house.today_at(house.clock.now());
    if done.retired_on != Some(today) {
        let removed = retire(house).await?;
        tracing::info!(removed, "payslips past their time are removed");
        done.retired_on = Some(today);
    }
    let drop = &house.settings.payslip.drop;
    if drop.as_os_str().is_empty() {
        return Ok(());
    }
    let manifest = seen(&drop.join("manifest.csv"))?;
    if manifest.is_none() || manifest == done.manifest {
        return Ok(());
    }
    let report = import(house, drop).await?;
    report.write(drop)?;
    let [matched, duplicate, unmatched, damaged] = [
        Verdict::Matched,
        Verdict::Duplicate,
        Verdict::Unmatched(""),
        Verdict::Damaged(""),
    ]
    .map(|like| report.count(like));
    tracing::info!(
        matched,
        duplicate,
        unmatched,
        damaged,
        "payslips were dropped; report.csv names each file"
    );
    done.manifest = manifest;
    Ok(())
}

/// Time and size of a file; `None`: it is not there.
fn seen(path: &Path) -> Result<Option<(SystemTime, u64)>, Fault> {
    match std::fs::metadata(path).and_then(|file| Ok((file.modified()?, file.len()))) {
        Ok(seen) => Ok(Some(seen)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Fault::outside("payslip drop", e)),
    }
}
