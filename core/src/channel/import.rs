//! Bringing the catalogue in from a CSV file (CH2): all of it, or nothing when a row is wrong. The same file twice
//! changes nothing; an application that a file does not name stays as it is.

use std::collections::BTreeSet;

use super::application::{Application, Opening};
use super::{Error, store};
use crate::kernel::audit::Entry;
use crate::kernel::words::Both;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// The columns, in any order; `;` separates them.
const COLUMNS: [&str; 9] = [
    "code",
    "name_fr",
    "name_en",
    "also",
    "internal",
    "vpn",
    "mobile_portal",
    "reach_fr",
    "reach_en",
];

/// Something in the file that can't be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The line of the file, its head being line 1.
    pub line: u64,
    /// The column.
    pub field: &'static str,
    /// What it says.
    pub value: String,
    /// What to write instead; short English, for the operator.
    pub remedy: &'static str,
}

/// What the import did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Applications that were not there.
    pub new: i64,
    /// Applications that were there and differed.
    pub changed: i64,
    /// Applications that were there as they are.
    pub same: i64,
    /// Rows that can't be taken; when there is one, nothing is written.
    pub wrong: Vec<Wrong>,
}

/// Writes the applications of a CSV text. A unit that is dropped afterwards makes this a dry run.
pub async fn import(work: &mut Work, text: &str) -> Result<Report, Error> {
    allow(work.actor(), Action::ImportApplications)?;
    let known = store::applications(work.tx()).await?;
    let mut report = Report::default();
    let rows = read(text, &mut report.wrong);
    if !report.wrong.is_empty() {
        return Ok(report);
    }
    for (place, application) in (1..).zip(&rows) {
        match known.iter().find(|known| known.code == application.code) {
            None => report.new += 1,
            Some(known) if known == application => report.same += 1,
            Some(_) => report.changed += 1,
        }
        store::put(work.tx(), place, application).await?;
    }
    if report.new + report.changed > 0 {
        let entry = Entry::change("channel.import");
        work.audit(entry.with("new", report.new).with("changed", report.changed))
            .await?;
    }
    Ok(report)
}

/// A row as it is written.
#[derive(serde::Deserialize)]
struct Row {
    code: String,
    name_fr: String,
    name_en: String,
    also: String,
    internal: String,
    vpn: String,
    mobile_portal: String,
    reach_fr: String,
    reach_en: String,
}

fn read(text: &str, wrong: &mut Vec<Wrong>) -> Vec<Application> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let head = reader.headers().cloned().unwrap_or_default();
    let remedy = "the first line must name this column; `;` separates them";
    let missing = COLUMNS
        .into_iter()
        .filter(|field| !head.iter().any(|column| column == *field));
    wrong.extend(missing.map(|field| Wrong::at(1, field, "", remedy)));
    if !wrong.is_empty() {
        return vec![];
    }
    let (mut rows, mut seen) = (vec![], BTreeSet::new());
    for (at, record) in (2..).zip(reader.into_records()) {
        let row = record.and_then(|record| {
            let line = record.position().map_or(at, csv::Position::line);
            Ok((line, record.deserialize::<Row>(Some(&head))?))
        });
        match row {
            Ok((line, row)) => rows.push(row.taken(line, &mut seen, wrong)),
            Err(e) => {
                let line = e.position().map_or(at, csv::Position::line);
                let remedy = "the line has too few or too many columns, or is no UTF-8";
                wrong.push(Wrong::at(line, "code", "", remedy));
            }
        }
    }
    rows
}

impl Wrong {
    fn at(line: u64, field: &'static str, value: &str, remedy: &'static str) -> Self {
        Self {
            line,
            field,
            value: value.to_owned(),
            remedy,
        }
    }
}

impl Row {
    fn taken(self, line: u64, seen: &mut BTreeSet<String>, wrong: &mut Vec<Wrong>) -> Application {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if self.code.is_empty() || !self.code.bytes().all(plain) {
            let remedy = "write lower-case letters, digits and hyphens";
            wrong.push(Wrong::at(line, "code", &self.code, remedy));
        } else if !seen.insert(self.code.clone()) {
            let remedy = "the code stands twice in the file: keep one of the lines";
            wrong.push(Wrong::at(line, "code", &self.code, remedy));
        }
        let texts = [
            ("name_fr", &self.name_fr),
            ("name_en", &self.name_en),
            ("reach_fr", &self.reach_fr),
            ("reach_en", &self.reach_en),
        ];
        for (field, _) in texts.into_iter().filter(|(_, text)| text.is_empty()) {
            wrong.push(Wrong::at(line, field, "", "write a text"));
        }
        let written = [
            ("internal", &self.internal),
            ("vpn", &self.vpn),
            ("mobile_portal", &self.mobile_portal),
        ];
        let openings = written.map(|(field, text)| {
            text.parse().unwrap_or_else(|()| {
                wrong.push(Wrong::at(line, field, text, "write `yes`, `reduced` or `no`"));
                Opening::Closed
            })
        });
        let also = self.also.split('|').map(str::trim);
        Application {
            openings,
            also: also.filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            name: Both {
                fr: self.name_fr,
                en: self.name_en,
            },
            reach: Both {
                fr: self.reach_fr,
                en: self.reach_en,
            },
            code: self.code,
        }
    }
}
