//! Who is speaking (BO2): proven by a link, never by a display name.

use super::model::{Agent, AgentId, ChatIdentityId};
use super::{Error, store};
use crate::kernel::actor::{Door, Person};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::words::Lang;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// The agent behind a chat address. On the trusted homeserver the first message makes the link: there
/// `@first.last:SERVER` is the agent `first.last`, as the operator has confirmed. A link that was ended is not made
/// again by itself.
pub async fn identify(work: &mut Work, address: &str) -> Result<Option<Agent>, Error> {
    if let Some(agent) = store::by_chat(work.tx(), address).await? {
        return Ok(Some(agent));
    }
    let server = work.settings().matrix.trusted_server.clone();
    let Some(username) = trusted_name(address, &server) else {
        return Ok(None);
    };
    let Some(agent) = store::by_username(work.tx(), username).await? else {
        return Ok(None);
    };
    let taken = store::chat_of(work.tx(), agent.id).await?.is_some();
    if taken || store::was_linked(work.tx(), address).await? {
        return Ok(None);
    }
    link(work, agent.id, address, "trusted_server").await?;
    Ok(Some(agent))
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

/// Ties a chat address to an agent. `proven_by` says how it was proven.
pub async fn link(work: &mut Work, agent: AgentId, address: &str, proven_by: &str) -> Result<(), Error> {
    allow(work.actor(), Action::LinkChat { agent })?;
    let (id, now): (ChatIdentityId, _) = (work.new_id()?, work.now());
    store::insert_identity(work.tx(), id, agent, address, proven_by, now).await?;
    work.audit(
        Entry::change("people.link")
            .about(agent)
            .with("address", address)
            .with("proven_by", proven_by),
    )
    .await?;
    Ok(())
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

/// `first.last` out of `@first.last:SERVER`, letter by letter: no look-alike, no other server.
fn trusted_name<'a>(address: &'a str, server: &str) -> Option<&'a str> {
    let (name, at) = address.strip_prefix('@')?.split_once(':')?;
    let plain = name
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-');
    (!server.is_empty() && at == server && plain && name.contains('.')).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::trusted_name;

    #[test]
    fn only_the_exact_server_and_plain_names_are_trusted() {
        assert_eq!(
            trusted_name("@amina.diallo:localhost", "localhost"),
            Some("amina.diallo")
        );
        for address in [
            "@amina.diallo:evil.example",
            "@amina.diallo:localhost.evil.example",
            "@amina.diallo:localhost:8448",
            "@amіna.diallo:localhost", // a Cyrillic i
            "@AMINA.diallo:localhost",
            "@amina:localhost",
            "amina.diallo:localhost",
            "@amina.diallo",
        ] {
            assert_eq!(trusted_name(address, "localhost"), None, "{address}");
        }
        assert_eq!(trusted_name("@amina.diallo:", ""), None);
    }
}
