//! Drop folders (DO2, DO5): PDFs, and last of all `manifest.csv`, which names each of them. Every row and every file is
//! accounted for, nothing is guessed; `report.csv` says what became of each.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};
use std::time::SystemTime;

use chrono::NaiveDate;

use super::fault::Fault;
use super::sealed::is_whole_pdf;

/// What became of each file, written beside the manifest.
const REPORT: &str = "report.csv";

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Stored for its agent.
    Matched,
    /// Already there.
    Duplicate,
    /// No agent, date or manifest row fits; the reason is a short English text for the operator's report.
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

/// A row of a manifest, by column.
pub struct Line(BTreeMap<String, String>);

impl Line {
    /// What stands in a column, without spaces around it.
    pub fn get(&self, column: &str) -> &str {
        self.0.get(column).map_or("", |text| text.trim())
    }

    /// The name of the file, as it is written.
    fn file(&self) -> &str {
        self.0.get("file").map_or("", String::as_str)
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
    /// How many have this verdict, whatever the reason.
    pub fn count(&self, like: Verdict) -> usize {
        let same = |verdict| std::mem::discriminant(&verdict) == std::mem::discriminant(&like);
        self.rows.iter().filter(|row| same(row.verdict)).count()
    }

    /// Writes it beside the manifest, as a whole or not at all, and the counts into the log.
    pub(crate) fn write(&self, folder: &Path, what: &'static str) -> Result<(), Fault> {
        let wrong = |e: csv::Error| Fault::outside("drop report", e);
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
        writer.flush().map_err(|e| Fault::outside("drop report", e))?;
        std::fs::rename(half, folder.join(REPORT)).map_err(|e| Fault::outside("drop report", e))?;
        let [matched, duplicate, unmatched, damaged] = [
            Verdict::Matched,
            Verdict::Duplicate,
            Verdict::Unmatched(""),
            Verdict::Damaged(""),
        ]
        .map(|like| self.count(like));
        tracing::info!(
            what,
            matched,
            duplicate,
            unmatched,
            damaged,
            "files were dropped; report.csv names each"
        );
        Ok(())
    }
}

/// A drop folder that is being taken in, row by row.
pub(crate) struct Intake<'f> {
    folder: &'f Path,
    lines: std::vec::IntoIter<Line>,
    report: Report,
}

impl<'f> Intake<'f> {
    /// Reads the manifest in `folder`, which the setting `key` names.
    pub(crate) fn open(key: &'static str, folder: &'f Path, columns: &[&str]) -> Result<Self, Fault> {
        let manifest = folder.join("manifest.csv");
        let wrong = |why: String| {
            let remedy = format!("{why}: write `{}` lines", columns.join(";"));
            Fault::config(key, manifest.display().to_string(), remedy)
        };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .from_path(&manifest)
            .map_err(|e| wrong(e.to_string()))?;
        let heads = reader.headers().map_err(|e| wrong(e.to_string()))?.clone();
        let is_there = |column: &&&str| heads.iter().any(|head| head == **column);
        if let Some(missing) = columns.iter().find(|column| !is_there(column)) {
            return Err(wrong(format!("there is no column {missing}")));
        }
        let mut lines = vec![];
        for row in reader.records() {
            let row = row.map_err(|e| wrong(e.to_string()))?;
            let cells = heads.iter().zip(row.iter());
            let cells = cells.map(|(head, cell)| (head.to_owned(), cell.to_owned()));
            lines.push(Line(cells.collect()));
        }
        Ok(Self {
            folder,
            lines: lines.into_iter(),
            report: Report::default(),
        })
    }

    /// The next row that names a whole PDF, and the PDF; what becomes of it is said by [`Intake::settle`].
    pub(crate) fn next(&mut self) -> Option<(Line, Vec<u8>)> {
        loop {
            let line = self.lines.next()?;
            match whole(self.folder, line.file()) {
                Ok(pdf) => return Some((line, pdf)),
                Err(verdict) => self.settle(&line, verdict),
            }
        }
    }

    /// What became of a row.
    pub(crate) fn settle(&mut self, line: &Line, verdict: Verdict) {
        let file = line.file().to_owned();
        self.report.rows.push(Row { file, verdict });
    }

    /// The report, once no row is left: with the files that no row names.
    pub(crate) fn done(mut self) -> Result<Report, Fault> {
        let rows = self.report.rows.iter().map(|row| row.file.clone());
        let own = ["manifest.csv", REPORT, ".report.csv"].map(str::to_owned);
        let named: BTreeSet<String> = rows.chain(own).collect();
        let mut left: Vec<String> = std::fs::read_dir(self.folder)
            .map_err(|e| Fault::outside("drop folder", e))?
            .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
            .filter(|file| !named.contains(file))
            .collect();
        left.sort();
        self.report.rows.extend(left.into_iter().map(|file| Row {
            file,
            verdict: Verdict::Unmatched("not in the manifest"),
        }));
        Ok(self.report)
    }
}

/// The file, if it is a whole PDF.
fn whole(folder: &Path, file: &str) -> Result<Vec<u8>, Verdict> {
    // A plain name: nothing outside the folder is read, whatever the manifest says.
    let mut parts = Path::new(file).components();
    if !matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None)) {
        return Err(Verdict::Unmatched("not a plain file name"));
    }
    let pdf = std::fs::read(folder.join(file)).map_err(|_| Verdict::Damaged("the file is missing"))?;
    if is_whole_pdf(&pdf) {
        Ok(pdf)
    } else {
        Err(Verdict::Damaged("not a whole PDF"))
    }
}

/// What the rounds of a room with a drop folder have done already.
#[derive(Debug, Default)]
pub(crate) struct Done {
    /// The manifest that was imported.
    pub manifest: Option<Seen>,
    /// The day on which what is too old was last looked for.
    pub retired_on: Option<NaiveDate>,
}

/// Time and size of a manifest.
pub(crate) type Seen = (SystemTime, u64);

/// The manifest of a folder when it is there and is not the one seen last. An empty path is no folder.
pub(crate) fn fresh(folder: &Path, last: Option<Seen>) -> Result<Option<Seen>, Fault> {
    if folder.as_os_str().is_empty() {
        return Ok(None);
    }
    match std::fs::metadata(folder.join("manifest.csv")).and_then(|file| Ok((file.modified()?, file.len()))) {
        Ok(seen) => Ok(Some(seen).filter(|_| Some(seen) != last)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Fault::outside("drop folder", e)),
    }
}
