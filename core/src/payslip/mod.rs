//! Payslips: whether a month's has arrived, and the way to it (DO1, DO2, DO3).
//!
//! The PDFs are sealed files beside the database; a row names each. A link from chat names one payslip for one agent and
//! is worth nothing without that agent's session.

mod attend;
mod available;
mod download;
mod import;
mod link;
mod model;
mod retire;
mod store;
#[cfg(test)]
mod tests;

pub use attend::attend;
pub use available::{Availability, available, expect, mine};
pub use download::{download, own};
pub use import::import;
pub use link::{link, look};
pub use model::{Month, Payslip, PayslipId};
pub use retire::retire;

pub use crate::kernel::dropped::{Report, Row, Verdict};
use crate::kernel::fault::Fault;
pub use crate::kernel::handout::Link;
use crate::kernel::house::House;
use crate::kernel::line::Line;
use crate::kernel::sealed::Shelf;
use crate::policy::Denied;

/// What links and sealed files of this room are.
const WHAT: &str = "payslip";

/// Where the sealed PDFs are.
fn shelf(house: &House) -> Shelf<'_> {
    Shelf::new(house, &house.settings.payslip.store, WHAT)
}

/// What payslips can be refused for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// No such payslip for this agent.
    #[error("no such payslip")]
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
        match self {
            Self::Denied(_) => Some(Line::public("talk-denied")),
            Self::Unknown => Some(Line::personal("payslip-unknown")),
            Self::DeadLink => Some(Line::personal("payslip-dead-link")),
            Self::Fault(_) => None,
        }
    }
}
