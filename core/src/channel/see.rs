//! Seeing: the catalogue, and what one agent may use (CH4, CH7).

use chrono::{DateTime, Utc};
use std::str::FromStr;

use super::application::Application;
use super::model::Channel;
use super::{Error, store};
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Action, allow};

/// What a restriction leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The internal network only.
    Internal,
    /// The VPN only.
    Vpn,
    /// The internal network or the VPN.
    InternalOrVpn,
}

impl Limit {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::InternalOrVpn, Self::Internal, Self::Vpn];

    /// True when the channel is left.
    pub fn leaves(self, channel: Channel) -> bool {
        match self {
            Self::Internal => channel == Channel::Internal,
            Self::Vpn => channel == Channel::Vpn,
            Self::InternalOrVpn => channel != Channel::MobilePortal,
        }
    }

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Vpn => "vpn",
            Self::InternalOrVpn => "internal_or_vpn",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Internal => "channel-limit-internal",
            Self::Vpn => "channel-limit-vpn",
            Self::InternalOrVpn => "channel-limit-internal-or-vpn",
        }
    }
}

impl FromStr for Limit {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|limit| limit.as_str() == text)
            .ok_or(())
    }
}

/// What IT has taken from an agent, on one application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restriction {
    /// Code of the application.
    pub application: String,
    /// What is left.
    pub limit: Limit,
    /// Why.
    pub why: String,
    /// Since when.
    pub set_at: DateTime<Utc>,
}

/// Whether an agent may use the VPN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vpn {
    /// Yes.
    Granted,
    /// It has been asked for, under this reference.
    Requested(String),
    /// No.
    Missing,
}

/// What one agent may use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// The right to the VPN. This room knows of no requests: who does puts the reference in.
    pub vpn: Vpn,
    /// By code of application.
    pub restrictions: Vec<Restriction>,
}

impl Access {
    /// The restriction on an application, if there is one.
    pub fn restriction(&self, application: &Application) -> Option<&Restriction> {
        self.restrictions
            .iter()
            .find(|restriction| restriction.application == application.code)
    }
}

/// All applications, in the order of the catalogue.
pub async fn catalogue(work: &mut Work) -> Result<Vec<Application>, Error> {
    allow(work.actor(), Action::ActForOneself)?;
    Ok(store::applications(work.tx()).await?)
}

/// What an agent may use: their own, or for staff.
pub async fn access(work: &mut Work, agent: AgentId) -> Result<Access, Error> {
    let agent = people::find(work, agent).await?.ok_or(Error::NoAgent)?;
    let seen = Action::SeeAccess {
        agent: agent.id,
        department: agent.department,
    };
    allow(work.actor(), seen)?;
    let granted = store::has_vpn(work.tx(), agent.id).await?;
    Ok(Access {
        vpn: if granted { Vpn::Granted } else { Vpn::Missing },
        restrictions: store::restrictions(work.tx(), agent.id).await?,
    })
}
