//! Bringing payslips in from the drop folder (DO2): `manifest.csv` names each file, agent number and month.
//!
//! Every row and every file is accounted for; nothing is guessed. Run again, it finds only duplicates.

use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::{Component, Path};
use std::sync::Arc;

use super::model::{Month, Payslip};
use super::{Error, shelf, store};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::sealed::is_whole_pdf;
use crate::kernel::work::Work;
use crate::people;
use crate::policy::{Action, allow};

/// What became of each file, written beside the manifest.
const REPORT: &str = "report.csv";

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Stored for its agent.
    Matched,
    /// Already there.
    Duplicate,
    /// No agent, month or manifest row fits; the reason is a short English text for the operator's report.
    Unmatched(&'static str),
    /// Missing, cut short or not a PDF.
    Damaged(&'static str),
}

/// A file and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name in the drop folder.
    pub file: String,
    /// What became of it.
    pub verdict: Verdict,
}

/// What became of everything in the drop folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// One row for each row of the manifest, and for each file that it does not name.
    pub rows: Vec<Row>,
}

impl Report {
    /// How many have this verdict, whatever the reason.
    pub fn count(&self, like: Verdict) -> usize {
        let same = |verdict| std::mem::discriminant(&verdict) == std::mem::discriminant(&like);
        self.rows.iter().filter(|row| same(row.verdict)).count()
    }
}

impl Verdict {
    /// The word of the report, and the reason behind it.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Matched => ("matched", ""),
            Self::Duplicate => ("duplicate", ""),
            Self::Unmatched(why) => ("unmatched", why),
            Self::Damaged(why) => ("damaged", why),
        }
    }
}

impl Report {
    /// Writes it beside the manifest, as a whole or not at all.
    pub(super) fn write(&self, folder: &Path) -> Result<(), Fault> {
        let wrong = |e: csv::Error| Fault::outside("payslip report", e);
        let half = folder.join(".report.csv");
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .from_path(&half)
            .map_err(wrong)?;
        writer
            .write_record(["file", "verdict", "reason"])
            .map_err(wrong)?;
        for row in &self.rows {
            let (verdict, reason) = row.verdict.words();
            // A name that a spreadsheet would take for a formula is shown as text.
            let formula = row.file.starts_with(['=', '+', '-', '@', '\t', '\r']);
            let file = if formula {
                format!("'{}", row.file)
            } else {
                row.file.clone()
            };
            writer
                .write_record([file.as_str(), verdict, reason])
                .map_err(wrong)?;
        }
        writer.flush().map_err(|e| Fault::outside("payslip report", e))?;
        std::fs::rename(half, folder.join(REPORT)).map_err(|e| Fault::outside("payslip report", e))
    }
}

/// The columns of the manifest; `;` separates them.
#[derive(serde::Deserialize)]
struct Line {
    file: String,
    number: String,
    month: String,
}

/// Imports the drop folder of the configuration.
pub async fn import(house: &Arc<House>, folder: &Path) -> Result<Report, Error> {
    let manifest = folder.join("manifest.csv");
    let wrong = |e: csv::Error| {
        Fault::config(
            "payslip.drop",
            manifest.display().to_string(),
            format!("{e}: write `file;number;month` lines"),
        )
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_path(&manifest)
        .map_err(wrong)?;
    let mut report = Report::default();
    let mut named = BTreeSet::from(["manifest.csv", REPORT, ".report.csv"].map(str::to_owned));
    for line in reader.deserialize() {
        let line: Line = line.map_err(wrong)?;
        let verdict = bring_in(house, folder, &line).await?;
        named.insert(line.file.clone());
        report.rows.push(Row {
            file: line.file,
            verdict,
        });
    }
    let mut left: Vec<String> = std::fs::read_dir(folder)
        .map_err(|e| Fault::outside("payslip drop", e))?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|file| !named.contains(file))
        .collect();
    left.sort();
    report.rows.extend(left.into_iter().map(|file| Row {
        file,
        verdict: Verdict::Unmatched("not in the manifest"),
    }));
    Ok(report)
}

async fn bring_in(house: &Arc<House>, folder: &Path, line: &Line) -> Result<Verdict, Error> {
    let Ok(month) = line.month.trim().parse::<Month>() else {
        return Ok(Verdict::Unmatched("the month is not written 2026-10"));
    };
    // A plain name: nothing outside the folder is read, whatever the manifest says.
    let mut parts = Path::new(&line.file).components();
    if !matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None)) {
        return Ok(Verdict::Unmatched("not a plain file name"));
    }
    let Ok(pdf) = std::fs::read(folder.join(&line.file)) else {
        return Ok(Verdict::Damaged("the file is missing"));
    };
    if !is_whole_pdf(&pdf) {
        return Ok(Verdict::Damaged("not a whole PDF"));
    }
    let digest: String = Sha256::digest(&pdf)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut work = Work::write(house).await?;
    work.act_as_system("payslip.import");
    allow(work.actor(), Action::ImportPayslips)?;
    let Some(agent) = people::by_number(&mut work, &line.number).await? else {
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
    shelf(house).write(payslip.id, &pdf)?;
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
