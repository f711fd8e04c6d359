//! Documents of human resources: certificates that agents ask for, and whatever stands in "My documents" beside payslips
//! (DO4, DO5).
//!
//! A request is answered by an HR officer of the agent's department, with a PDF, a refusal or a question. The PDFs are
//! sealed files; a row names each.

mod attend;
mod deliver;
mod download;
mod import;
mod kinds;
mod lines;
mod list;
mod model;
mod question;
mod queue;
mod refuse;
mod request;
mod retire;
mod store;
#[cfg(test)]
mod tests;
mod withdraw;

pub use attend::attend;
pub use deliver::{deliver, heaviest};
pub use download::{download, link, look, own};
pub use import::import;
pub use kinds::{Offer, offers, waiting_days};
pub use lines::{offer_line, particular_lines, request_line};
pub use list::{documents, mine};
pub use model::{Document, DocumentId, Purpose, Request, RequestId, Stage};
pub use question::{ask, reply};
pub use queue::{Case, open, queue};
pub use refuse::refuse;
pub use request::{Wish, request};
pub use retire::retire;
pub use withdraw::withdraw;

pub use crate::kernel::config::Particular;
use crate::kernel::fault::Fault;
pub use crate::kernel::handout::Link;
use crate::kernel::house::House;
use crate::kernel::line::{Line, Value};
use crate::kernel::sealed::Shelf;
use crate::people::{Agent, AgentId};
use crate::policy::Denied;

/// What links and sealed files of this room are.
const WHAT: &str = "document";

/// Where the sealed PDFs are.
fn shelf(house: &House) -> Shelf<'_> {
    Shelf::new(house, &house.settings.document.store, WHAT)
}

/// What documents can be refused for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Nothing of the kind can be asked for.
    #[error("no such kind")]
    NoKind,
    /// The form lacks something.
    #[error("{0:?} is missing")]
    Missing(Particular),
    /// The day is too far away to be meant.
    #[error("{0} is not a day that can be meant")]
    BadDay(chrono::NaiveDate),
    /// The same is asked for already, under this number.
    #[error("asked for already: {0}")]
    AskedAlready(i64),
    /// No such request of this agent, or none that is open.
    #[error("no such open request")]
    NotOpen,
    /// There is no question to be answered.
    #[error("nothing was asked")]
    NothingAsked,
    /// Nothing was written where words are needed.
    #[error("no words")]
    NoWords,
    /// What was attached is not a PDF.
    #[error("not a PDF")]
    NotPdf,
    /// It is larger than so many megabytes.
    #[error("larger than {0} megabytes")]
    TooLarge(i64),
    /// No such document for this agent.
    #[error("no such document")]
    Unknown,
    /// The link was used, has expired, or never was.
    #[error("this link no longer works")]
    DeadLink,
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Error {
    /// The refusal in words; `None`: the house failed.
    pub fn line(&self) -> Option<Line> {
        Some(match self {
            Self::Denied(_) => Line::public("talk-denied"),
            Self::NoKind => Line::personal("document-no-kind"),
            Self::Missing(Particular::Purpose) => Line::personal("document-missing-purpose"),
            Self::Missing(Particular::Language) => Line::personal("document-missing-language"),
            Self::Missing(Particular::Date) => Line::personal("document-missing-date"),
            Self::BadDay(day) => Line::personal("document-bad-day").arg("day", *day),
            Self::AskedAlready(number) => {
                Line::personal("document-asked-already").arg("reference", reference(*number))
            }
            Self::NotOpen => Line::personal("document-not-open"),
            Self::NothingAsked => Line::personal("document-nothing-asked"),
            Self::NoWords => Line::personal("document-no-words"),
            Self::NotPdf => Line::personal("document-not-pdf"),
            Self::TooLarge(size) => Line::personal("document-too-large").arg("size", *size),
            Self::Unknown => Line::personal("document-unknown"),
            Self::DeadLink => Line::personal("document-dead-link"),
            Self::Fault(_) => return None,
        })
    }
}

/// What people call a request: `DOC-12`.
pub fn reference(number: i64) -> String {
    format!("DOC-{number}")
}

/// What was typed, of at most 500 characters.
fn words(text: &str) -> Result<String, Error> {
    let text: String = text.trim().chars().take(500).collect();
    if text.is_empty() {
        Err(Error::NoWords)
    } else {
        Ok(text)
    }
}

/// The agent a request is about, who exists as long as it does.
async fn whose(work: &mut crate::kernel::work::Work, agent: AgentId) -> Result<Agent, Error> {
    let found = crate::people::find(work, agent).await?;
    Ok(found.ok_or_else(|| Fault::inconsistent("document_requests", agent, "the agent is gone"))?)
}

impl Request {
    /// Its reference and name, as sentences need them.
    fn named(&self, key: &str) -> Line {
        Line::personal(key)
            .arg("reference", self.reference())
            .arg("name", Value::Both(self.name.clone()))
    }
}
