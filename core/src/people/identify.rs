//! Who is speaking (BO2): proven by a link and by the key behind it, never by a display name.

use super::address::{BadAddress, judge, trusted_name};
use super::link::{self, Link, Proof};
use super::model::{Agent, AgentId};
use super::{Error, store};
use crate::kernel::actor::{Door, Person};
use crate::kernel::audit::Entry;
use crate::kernel::config::Settings;
use crate::kernel::fault::Fault;
use crate::kernel::words::Lang;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// Who is behind a chat address.
#[derive(Debug)]
pub enum Speaker {
    /// An agent, by this link.
    Known(Box<Agent>, Link),
    /// Nobody who is known. With a reason: nobody who could be.
    Stranger(Option<BadAddress>),
    /// It was an agent, until just now: the address shows another key than the one it was linked with.
    KeyChanged(AgentId),
}

/// Who speaks from a chat address that shows this cross-signing master `key`, or none. On the trusted homeserver the
/// first message makes the link: there `@first.last:SERVER` is the agent `first.last`, as the operator has confirmed. A
/// link that was ended is not made again by itself, whoever bears the name now.
pub async fn identify(work: &mut Work, address: &str, key: Option<&str>) -> Result<Speaker, Error> {
    if let Some(agent) = store::by_chat(work.tx(), address).await? {
        return recognise(work, agent, key).await;
    }
    let servers = servers(work.settings());
    if let Err(bad) = judge(address, &servers) {
        return Ok(Speaker::Stranger(Some(bad)));
    }
    let server = work.settings().matrix.trusted_server.clone();
    let agent = match trusted_name(address, &server) {
        Some(username) => store::by_username(work.tx(), username).await?,
        None => None,
    };
    let Some(agent) = agent else {
        return Ok(Speaker::Stranger(None));
    };
    let taken = link::store::of(work.tx(), agent.id).await?.is_some();
    if taken || store::was_linked(work.tx(), address).await? {
        return Ok(Speaker::Stranger(None));
    }
    link::link(work, agent.id, address, Proof::TrustedServer).await?;
    recognise(work, agent, key).await
}

/// The first key that an address shows stays its key; another one, or none any more, ends the link.
async fn recognise(work: &mut Work, agent: Agent, key: Option<&str>) -> Result<Speaker, Error> {
    let mut link = link::store::of(work.tx(), agent.id)
        .await?
        .ok_or(Error::NotLinked)?;
    match (link.key.as_deref(), key) {
        (None, None) => {}
        (None, Some(key)) => {
            if !link::store::pin(work.tx(), link.id, key).await? {
                return Err(Fault::inconsistent("chat_identities", link.id, "pinned twice").into());
            }
            link.key = Some(key.to_owned());
            work.audit(Entry::change("people.pin").about(agent.id)).await?;
        }
        (Some(pinned), Some(shown)) if pinned == shown => {}
        (Some(_), _) => {
            link::break_link(work, &link).await?;
            return Ok(Speaker::KeyChanged(link.agent));
        }
    }
    Ok(Speaker::Known(Box::new(agent), link))
}

/// The homeservers whose addresses may be linked.
pub fn servers(settings: &Settings) -> Vec<String> {
    let trusted = Some(settings.matrix.trusted_server.clone()).filter(|server| !server.is_empty());
    trusted
        .into_iter()
        .chain(settings.matrix.link_servers.iter().cloned())
        .collect()
}

/// Where an agent is written to: the address they are linked to, with its last direct room, or, before their first
/// message, the one that the trusted homeserver gives them. An address that is or was somebody's link is nobody's guess.
pub async fn reach(work: &mut Work, agent: AgentId) -> Result<Option<(String, Option<String>)>, Fault> {
    if let Some(linked) = store::chat_of(work.tx(), agent).await? {
        return Ok(Some(linked));
    }
    let server = work.settings().matrix.trusted_server.clone();
    let Some(agent) = store::find(work.tx(), agent).await? else {
        return Ok(None);
    };
    let address = format!("@{}:{server}", agent.username);
    let open = trusted_name(&address, &server).is_some()
        && store::by_chat(work.tx(), &address).await?.is_none()
        && !store::was_linked(work.tx(), &address).await?;
    Ok(open.then_some((address, None)))
}

/// The actor is answered in `lang` from now on.
pub async fn speak(work: &mut Work, lang: Lang) -> Result<(), Error> {
    allow(work.actor(), Action::SetOwnLanguage)?;
    if let Some(agent) = work.actor().agent() {
        store::set_lang(work.tx(), agent, lang).await?;
        work.audit(
            Entry::change("people.speak")
                .about(agent)
                .with("lang", lang.code()),
        )
        .await?;
    }
    Ok(())
}

/// The agent as an actor who came through `door`, with their roles.
pub async fn person(work: &mut Work, agent: &Agent, door: Door) -> Result<Person, Fault> {
    let grants = store::roles_of(work.tx(), agent.id).await?;
    Ok(Person {
        agent: agent.id,
        name: agent.name(),
        lang: agent.lang,
        grants,
        door,
    })
}
