//! The VPN: asking for it (CH7), granting it, and reporting that it fails (CH5).

use super::model::{Kind, Ticket};
use super::open::open;
use super::{Error, lift, store};
use crate::account;
use crate::channel::{self, Vpn};
use crate::kernel::work::Work;
use crate::people::AgentId;
use crate::policy::{Action, allow};

/// Asks IT for access to the VPN, or gives the request that is open already.
pub async fn request_vpn(work: &mut Work) -> Result<Ticket, Error> {
    let agent = own(work)?;
    if channel::access(work, agent).await?.vpn == Vpn::Granted {
        return Err(channel::Error::VpnGranted.into());
    }
    open(work, agent, Kind::Vpn, None, vec![]).await
}

/// Reports that the VPN fails; `tried` are word keys of what was tried.
pub async fn report_vpn(work: &mut Work, tried: Vec<String>) -> Result<Ticket, Error> {
    let agent = own(work)?;
    open(work, agent, Kind::VpnHelp, None, tried).await
}

/// Grants the VPN, and closes the request that asked for it.
pub async fn allow_vpn(work: &mut Work, agent: AgentId, why: &str) -> Result<(), Error> {
    let open = store::open_of(work.tx(), agent, Kind::Vpn, None).await?;
    channel::allow_vpn(work, agent, why, &lift::references(&open)).await?;
    lift::close(work, open, why).await
}

/// What an agent may use, with the reference of their request for the VPN.
pub async fn access(work: &mut Work, agent: AgentId) -> Result<channel::Access, Error> {
    let mut access = channel::access(work, agent).await?;
    if access.vpn == Vpn::Missing
        && let Some(open) = store::open_of(work.tx(), agent, Kind::Vpn, None).await?
    {
        access.vpn = Vpn::Requested(open.reference);
    }
    Ok(access)
}

fn own(work: &Work) -> Result<AgentId, Error> {
    allow(work.actor(), Action::ActForOneself)?;
    Ok(work.actor().agent().ok_or(account::Error::NoAgent)?)
}
