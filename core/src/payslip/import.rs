//! Bringing payslips in from the drop folder (DO2): the manifest names each file, agent number and month.
//!
//! Run again, it finds only duplicates.

use std::path::Path;
use std::sync::Arc;

use super::model::{Month, Payslip};
use super::{Error, shelf, store};
use crate::kernel::audit::Entry;
use crate::kernel::dropped::{Intake, Line, Report, Verdict};
use crate::kernel::house::House;
use crate::kernel::sealed::digest;
use crate::kernel::work::Work;
use crate::people;
use crate::policy::{Action, allow};

/// Imports a drop folder.
pub async fn import(house: &Arc<House>, folder: &Path) -> Result<Report, Error> {
    let columns = ["file", "number", "month"];
    let mut intake = Intake::open("payslip.drop", folder, &columns)?;
    while let Some((line, pdf)) = intake.next() {
        let verdict = bring_in(house, &line, &pdf).await?;
        intake.settle(&line, verdict);
    }
    Ok(intake.done()?)
}

async fn bring_in(house: &Arc<House>, line: &Line, pdf: &[u8]) -> Result<Verdict, Error> {
    let Ok(month) = line.get("month").parse::<Month>() else {
        return Ok(Verdict::Unmatched("the month is not written 2026-10"));
    };
    let digest = digest(pdf);
    let mut work = Work::write(house).await?;
    work.act_as_system("payslip.import");
    allow(work.actor(), Action::ImportPayslips)?;
    let Some(agent) = people::by_number(&mut work, line.get("number")).await? else {
        return Ok(Verdict::Unmatched("no agent has this number"));
    };
    if store::is_known(work.tx(), agent.id, month, &digest).await? {
        return Ok(Verdict::Duplicate);
    }
    let size = i64::try_from(pdf.len()).unwrap_or(i64::MAX);
    let payslip = Payslip {
        id: work.new_id()?,
        agent: agent.id,
        month,
        size,
        arrived_at: work.now(),
    };
    shelf(house).write(payslip.id, pdf)?;
    store::insert(work.tx(), &payslip, &digest).await?;
    work.audit(
        Entry::change("payslip.import")
            .about(agent.id)
            .with("month", month.to_string()),
    )
    .await?;
    work.save().await?;
    Ok(Verdict::Matched)
}
