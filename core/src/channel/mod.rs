//! Access channels: the three ways to the city's systems, the applications that open on each, what an agent may not use
//! on which, and who may use the VPN.
//!
//! `why_not` is the one answer to "why can't I open this from here?"; chat, space and console all give it.

mod application;
mod import;
mod model;
mod restrict;
mod see;
mod store;
#[cfg(test)]
mod tests;
mod vpn;
mod why_not;

pub use application::{Application, Opening, named};
pub use import::{Report, Wrong, import};
pub use model::Channel;
pub use restrict::{lift, provision_restriction, restrict};
pub use see::{Access, Limit, Restriction, Vpn, access, catalogue};
pub use vpn::{allow_vpn, bar_vpn, provision_vpn};
pub use why_not::{Answer, Here, Way, three, why_not};

use crate::kernel::fault::Fault;
use crate::kernel::line::Args;
use crate::people::Unproven;
use crate::policy::Denied;

/// What the room can refuse.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// No such agent.
    #[error("no such agent")]
    NoAgent,
    /// No such application.
    #[error("no such application")]
    NoApplication,
    /// An ordinary profile has no extended rights to limit.
    #[error("an ordinary profile")]
    OrdinaryProfile,
    /// A reason is needed.
    #[error("no reason")]
    NoReason,
    /// There is no such restriction, or no such right.
    #[error("nothing to take away")]
    NothingToLift,
    /// The agent may use the VPN already.
    #[error("the VPN is granted already")]
    VpnGranted,
    /// The agent has not shown who they are.
    #[error(transparent)]
    Unproven(Unproven),
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Unproven> for Error {
    fn from(unproven: Unproven) -> Self {
        match unproven {
            Unproven::Fault(fault) => Self::Fault(fault),
            unproven => Self::Unproven(unproven),
        }
    }
}

impl Error {
    /// The word key of the refusal; `None` for a fault.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::Denied(_) => Some("account-denied"),
            Self::NoAgent => Some("account-no-agent"),
            Self::NoApplication => Some("channel-no-application"),
            Self::OrdinaryProfile => Some("channel-ordinary-profile"),
            Self::NoReason => Some("account-no-reason"),
            Self::NothingToLift => Some("channel-nothing-to-lift"),
            Self::VpnGranted => Some("channel-vpn-granted-already"),
            Self::Unproven(unproven) => unproven.key(),
            Self::Fault(_) => None,
        }
    }

    /// The values of its words.
    pub fn args(&self) -> Args {
        match self {
            Self::Unproven(unproven) => unproven.args(),
            _ => vec![],
        }
    }
}

/// A reason as it is kept: trimmed, not empty, not endless.
fn reason(text: &str) -> Result<String, Error> {
    let text: String = text.trim().chars().take(500).collect();
    if text.is_empty() {
        Err(Error::NoReason)
    } else {
        Ok(text)
    }
}
