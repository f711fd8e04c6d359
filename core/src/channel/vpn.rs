//! The right to use the VPN (CH7). Requests for it stand in `ticket`, which grants through here.

use super::{Error, reason, store};
use crate::kernel::audit::Entry;
use crate::kernel::line::Line;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Act, Action, allow};

/// Grants an agent the VPN; `references` are the requests that this answers.
pub async fn allow_vpn(
    work: &mut Work,
    agent: AgentId,
    why: &str,
    references: &[String],
) -> Result<(), Error> {
    let why = judged(work, agent, why).await?;
    let whose = people::find(work, agent).await?.ok_or(Error::NoAgent)?;
    people::proven(work, &whose, Act::GrantVpn).await?;
    let (by, now) = (work.actor().agent(), work.now());
    if !store::grant_vpn(work.tx(), agent, now, by).await? {
        return Err(Error::VpnGranted);
    }
    work.audit(
        Entry::change("channel.allow_vpn")
            .about(agent)
            .because(why.as_str()),
    )
    .await?;
    let line = references
        .iter()
        .fold(Line::personal("channel-vpn-granted"), |line, reference| {
            line.item(Line::personal("channel-vpn-answers").arg("reference", reference.as_str()))
        });
    work.tell(agent, line.item(Line::public("channel-vpn-install")).urgent())
        .await?;
    Ok(())
}

/// Takes the VPN from an agent.
pub async fn bar_vpn(work: &mut Work, agent: AgentId, why: &str) -> Result<(), Error> {
    let why = judged(work, agent, why).await?;
    if !store::revoke_vpn(work.tx(), agent).await? {
        return Err(Error::NothingToLift);
    }
    work.audit(
        Entry::change("channel.bar_vpn")
            .about(agent)
            .because(why.as_str()),
    )
    .await?;
    work.tell(
        agent,
        Line::personal("channel-vpn-barred").arg("why", why).urgent(),
    )
    .await?;
    Ok(())
}

/// Brings a right in as it stands elsewhere: nobody decides here, and nobody is told.
pub async fn provision_vpn(work: &mut Work, agent: AgentId) -> Result<(), Error> {
    allow(work.actor(), Action::ImportApplications)?;
    let now = work.now();
    if store::grant_vpn(work.tx(), agent, now, None).await? {
        work.audit(Entry::change("channel.provision_vpn").about(agent))
            .await?;
    }
    Ok(())
}

async fn judged(work: &mut Work, agent: AgentId, why: &str) -> Result<String, Error> {
    let agent = people::find(work, agent).await?.ok_or(Error::NoAgent)?;
    let action = Action::GrantVpn {
        agent: agent.id,
        department: agent.department,
    };
    allow(work.actor(), action)?;
    reason(why)
}
