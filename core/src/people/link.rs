//! A link between a chat address and an agent (BO2): made, replaced, ended. Whoever could be harmed by it is told: the
//! professional mailbox and the address that was linked before.

use chrono::{DateTime, TimeDelta, Utc};

use super::caller::{By, proven, void_checks};
use super::model::{Agent, AgentId, ChatIdentityId};
use super::{Error, find};
use crate::kernel::actor::Role;
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::line::{Line, Saying};
use crate::kernel::work::Work;
use crate::policy::{Act, Action, allow};

pub(super) mod store;

/// How long an address that lost its link may take to hear of it.
const TOLD_WITHIN: TimeDelta = TimeDelta::days(7);

/// A link that stands.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Link {
    /// The id.
    pub id: ChatIdentityId,
    /// Whose.
    #[sqlx(rename = "agent_id")]
    pub agent: AgentId,
    /// The full chat address.
    pub address: String,
    /// The cross-signing master key that the address showed first; `None`: it has shown none yet.
    #[sqlx(rename = "identity_key")]
    pub key: Option<String>,
    /// Since when.
    pub linked_at: DateTime<Utc>,
    /// The direct room that was last checked and used.
    pub room: Option<String>,
}

impl Link {
    /// From when on it gives documents, profile and caller verification.
    pub fn settled_at(&self, hold_hours: i64) -> DateTime<Utc> {
        self.linked_at + TimeDelta::hours(hold_hours)
    }
}

/// How it was proven who is behind an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The trusted homeserver vouches for it.
    TrustedServer,
    /// A code sent to the address came back in the agent's own web session.
    SpaceCode,
    /// A code that staff gave the agent, whom they had seen.
    StaffCode,
    /// A code sent to the professional mailbox.
    MailboxCode,
}

impl Proof {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TrustedServer => "trusted_server",
            Self::SpaceCode => "space_code",
            Self::StaffCode => "staff_code",
            Self::MailboxCode => "mailbox_code",
        }
    }
}

/// Why a link ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The agent wished so.
    Agent,
    /// Support did it.
    Support,
    /// Another address took its place.
    Replaced,
    /// The address showed another cross-signing key.
    KeyChanged,
    /// The agent left the city.
    Left,
}

impl End {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Support => "support",
            Self::Replaced => "replaced",
            Self::KeyChanged => "key_changed",
            Self::Left => "left",
        }
    }
}

/// The link of an agent, if one stands. For use cases that already judged the actor.
pub async fn link_of(work: &mut Work, agent: AgentId) -> Result<Option<Link>, Fault> {
    store::of(work.tx(), agent).await
}

/// The addresses whose link to an agent ended after `since`. For use cases that already judged the actor.
pub(crate) async fn addresses_before(
    work: &mut Work,
    agent: AgentId,
    since: DateTime<Utc>,
) -> Result<Vec<String>, Fault> {
    store::ended_since(work.tx(), agent, since).await
}

/// Ties a chat address to an agent, in place of the one before. Mailbox and older address are told, and so is the new
/// one unless it was its own first message that made the link.
pub async fn link(work: &mut Work, agent: AgentId, address: &str, proof: Proof) -> Result<(), Error> {
    allow(work.actor(), Action::LinkChat { agent })?;
    super::hold(work, agent).await?;
    let agent = find(work, agent).await?.ok_or(Error::NoAgent)?;
    match store::at(work.tx(), address).await? {
        Some(link) if link.agent == agent.id => return Err(Error::AlreadyLinked),
        Some(_) => return Err(Error::Taken),
        None => {}
    }
    let before = store::of(work.tx(), agent.id).await?;
    if let Some(before) = &before {
        end(work, &agent, before, End::Replaced, None).await?;
        let line = Line::personal("people-link-replaced").arg("address", address);
        tell_former(work, &agent, &before.address, line).await?;
    }
    let now = work.now();
    insert(work, &agent, address, proof, now).await?;
    let args = vec![
        ("name".to_owned(), agent.name().into()),
        ("address".to_owned(), address.into()),
        ("at".to_owned(), now.into()),
    ];
    work.mail(&agent, "people-mail-linked", &args, None).await?;
    if proof != Proof::TrustedServer {
        let until = now + TimeDelta::hours(work.settings().link.hold_hours);
        let line = Line::personal("people-linked")
            .arg("name", agent.given_name.as_str())
            .arg("until", until);
        work.tell(agent.id, line).await?;
    }
    Ok(())
}

/// Brings in a link that was made elsewhere, at `linked_at`. Nobody is told: nothing is new.
pub async fn provision_link(
    work: &mut Work,
    agent: AgentId,
    address: &str,
    linked_at: DateTime<Utc>,
) -> Result<(), Error> {
    allow(work.actor(), Action::ImportPeople)?;
    let agent = find(work, agent).await?.ok_or(Error::NoAgent)?;
    insert(work, &agent, address, Proof::TrustedServer, linked_at).await
}

async fn insert(
    work: &mut Work,
    agent: &Agent,
    address: &str,
    proof: Proof,
    linked_at: DateTime<Utc>,
) -> Result<(), Error> {
    let id: ChatIdentityId = work.new_id()?;
    let inserted = store::insert(work.tx(), id, agent.id, address, proof.as_str(), linked_at).await;
    inserted.map_err(|fault| {
        if fault.is_unique() {
            Error::Taken
        } else {
            fault.into()
        }
    })?;
    let entry = Entry::change("people.link")
        .about(agent.id)
        .with("address", address);
    work.audit(entry.with("proven_by", proof.as_str())).await?;
    Ok(())
}

/// Ends the link of an agent: their own wish, or support's with a reason. Mailbox and address are told.
pub async fn unlink(work: &mut Work, agent: AgentId, reason: &str) -> Result<(), Error> {
    let agent = find(work, agent).await?.ok_or(Error::NoAgent)?;
    allow(
        work.actor(),
        Action::UnlinkChat {
            agent: agent.id,
            department: agent.department,
        },
    )?;
    let own = work.actor().is(agent.id);
    let reason: String = reason.trim().chars().take(500).collect();
    if !own && reason.is_empty() {
        return Err(Error::NoReason);
    }
    super::hold(work, agent.id).await?;
    if !own {
        proven(work, &agent, Act::UnlinkChat).await?;
    }
    let link = store::of(work.tx(), agent.id).await?.ok_or(Error::NotLinked)?;
    let (how, key) = if own {
        (End::Agent, "people-unlinked")
    } else {
        (End::Support, "people-unlinked-by-support")
    };
    end(
        work,
        &agent,
        &link,
        how,
        Some(reason).filter(|reason| !reason.is_empty()),
    )
    .await?;
    tell_former(work, &agent, &link.address, Line::personal(key)).await?;
    mail_ended(work, &agent, &link.address, "people-mail-unlinked").await
}

/// The address showed another key than the one it was linked with: whoever is there now is not proven to be the agent.
/// Mailbox and support are told.
pub(super) async fn break_link(work: &mut Work, link: &Link) -> Result<(), Error> {
    let agent = find(work, link.agent).await?.ok_or(Error::NoAgent)?;
    end(work, &agent, link, End::KeyChanged, None).await?;
    mail_ended(work, &agent, &link.address, "people-mail-key-changed").await?;
    for supporter in super::holders(work, Role::ItSupport).await? {
        let line = Line::personal("people-key-changed")
            .arg("name", agent.name())
            .arg("address", link.address.as_str());
        work.tell(supporter, line.urgent()).await?;
    }
    Ok(())
}

/// The agent has left the city: the link ends at once, and name and address are free for whoever comes after, who
/// inherits nothing. False: they left before. Doors reach this through `account`, which ends the sessions.
pub(crate) async fn depart(work: &mut Work, agent: &Agent) -> Result<bool, Error> {
    if let Some(link) = store::of(work.tx(), agent.id).await? {
        end(work, agent, &link, End::Left, None).await?;
    }
    void_checks(work, agent.id, None).await?;
    let now = work.now();
    Ok(store::depart(work.tx(), agent.id, now).await?)
}

async fn end(
    work: &mut Work,
    agent: &Agent,
    link: &Link,
    how: End,
    reason: Option<String>,
) -> Result<(), Error> {
    let now = work.now();
    if !store::end(work.tx(), link.id, how.as_str(), now).await? {
        return Err(Error::NotLinked);
    }
    // What was shown by a code sent there was shown by whoever is there now.
    void_checks(work, agent.id, Some(By::Chat)).await?;
    let entry = Entry::change("people.unlink")
        .about(agent.id)
        .with("address", link.address.as_str())
        .with("because", how.as_str());
    work.audit(match reason {
        Some(reason) => entry.because(reason),
        None => entry,
    })
    .await?;
    Ok(())
}

async fn tell_former(work: &mut Work, agent: &Agent, address: &str, line: Line) -> Result<(), Error> {
    let (saying, until) = (
        Saying {
            lines: vec![line],
            lang: Some(agent.lang),
        },
        work.now() + TOLD_WITHIN,
    );
    work.tell_address(address, saying, until).await?;
    Ok(())
}

async fn mail_ended(work: &mut Work, agent: &Agent, address: &str, key: &str) -> Result<(), Error> {
    let args = vec![
        ("name".to_owned(), agent.name().into()),
        ("address".to_owned(), address.into()),
        ("at".to_owned(), work.now().into()),
    ];
    work.mail(agent, key, &args, None).await?;
    Ok(())
}

#[cfg(test)]
mod tests;
