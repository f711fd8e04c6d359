//! Saying the outbox: each notice in its room, checked at the last moment, in the reader's language.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::house::House;
use guichet_core::kernel::line::{Class, Saying};
use guichet_core::kernel::notice::{self, Claimed, NoticeId, Way};
use guichet_core::kernel::words::Lang;
use guichet_core::kernel::work::Work;
use guichet_core::people::{self, AgentId, Speaker};
use matrix_sdk::ruma::api::client::room::create_room::v3::RoomPreset;
use matrix_sdk::ruma::{OwnedUserId, RoomId, UserId};
use matrix_sdk::{Client, Room, RoomState};
use tokio::task::{JoinError, JoinSet};

use super::say::{self, Message};
use super::{room, trust};
use crate::desk;
use crate::render::render;

/// Notices under way at once. The outbox never has two for one room among them.
const AT_ONCE: usize = 8;
/// Whoever has no device is tried again every few minutes, and never given up.
const UNHURRIED: i64 = 8;
/// How long a failed notice may go unnoticed after its time has come: new ones ring the bell.
const LOOK: Duration = Duration::from_secs(2);

/// Says what waits, until it is stopped. Only one process has the device: what is under way is known to its memory alone.
/// What was under way when the one before it was killed waits still, and is said now, under the same transaction id.
pub async fn deliver(house: &Arc<House>, client: &Client) {
    let mut bell = Way::Chat.bell(house).listen();
    let (mut tasks, mut under_way) = (JoinSet::new(), HashMap::new());
    loop {
        while tasks.len() < AT_ONCE {
            let taken: Vec<NoticeId> = under_way.values().map(|(id, _)| *id).collect();
            match notice::next::<Saying>(house, Way::Chat, &taken).await {
                Ok(Some(next)) => {
                    let known = (next.id, next.attempts);
                    let task = tasks.spawn(deliver_one(house.clone(), client.clone(), next));
                    under_way.insert(task.id(), known);
                }
                Ok(None) => break,
                Err(fault) => {
                    tracing::warn!(%fault, "the outbox could not be read");
                    break;
                }
            }
        }
        tokio::select! {
            _ = bell.changed() => {}
            Some(ended) = tasks.join_next_with_id() => {
                let task = ended.as_ref().map_or_else(JoinError::id, |(task, ())| *task);
                let known = under_way.remove(&task);
                if let (Err(e), Some((id, attempts))) = (ended, known) {
                    tracing::error!(notice = %id, error = %e, "saying a notice ended badly: it comes again");
                    settled(id, notice::failed(house, id, attempts, &e.to_string()).await).await;
                }
            }
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

async fn deliver_one(house: Arc<House>, client: Client, claimed: Claimed<Saying>) {
    let (id, attempts) = (claimed.id, claimed.attempts);
    let written = match say(&house, &client, claimed).await {
        Ok((room, event)) => notice::sent(&house, id, Some(&room), &event).await,
        Err(Unsaid::NoDevice) => {
            tracing::info!(notice = %id, "a notice waits for its reader to sign in to Matrix");
            notice::failed(&house, id, attempts.min(UNHURRIED), &Unsaid::NoDevice.to_string()).await
        }
        Err(Unsaid::Fault(fault)) if fault.is_passing() => {
            tracing::warn!(notice = %id, attempts, %fault, "a notice is tried again later");
            notice::failed(&house, id, attempts, &fault.to_string()).await
        }
        Err(never) => {
            tracing::error!(notice = %id, why = %never, "a notice can't be said");
            notice::give_up(&house, id, &never.to_string()).await
        }
    };
    settled(id, written).await;
}

/// What became of a notice is written; if not, it comes again soon, under the same transaction id.
async fn settled(id: NoticeId, written: Result<(), Fault>) {
    if let Err(fault) = written {
        tracing::warn!(notice = %id, %fault, "what became of a notice could not be written");
        tokio::time::sleep(LOOK).await;
    }
}

/// Whom a notice is for.
#[derive(Default)]
struct Reader {
    agent: Option<AgentId>,
    lang: Lang,
    address: Option<OwnedUserId>,
    last_room: Option<String>,
    key: Option<String>,
}

/// Why a notice was not said.
#[derive(Debug, thiserror::Error)]
enum Unsaid {
    /// Nobody is known to whom it could be said, or no room may hear it.
    #[error("no room may hear it")]
    NoRoom,
    /// The reader's address shows another key than the one it was linked with.
    #[error("the address shows another identity: its link has ended")]
    KeyChanged,
    /// The person has never signed in to Matrix.
    #[error("the agent has no device yet")]
    NoDevice,
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The room and event of what was said.
async fn say(
    house: &Arc<House>,
    client: &Client,
    claimed: Claimed<Saying>,
) -> Result<(String, String), Unsaid> {
    let saying = &claimed.content;
    let reader = match &claimed.address {
        Some(address) => Reader {
            address: UserId::parse(address.as_str()).ok(),
            ..Reader::default()
        },
        None => reader(house, claimed.agent).await?,
    };
    if saying.class() > Class::Public && !is_same_person(house, client, &reader).await? {
        return Err(Unsaid::KeyChanged);
    }
    let room = place(house, client, &reader, claimed.room.as_deref(), saying.class()).await?;
    let rendered = render(&house.words, saying.lang.unwrap_or(reader.lang), saying);
    let urgent_for = reader.address.filter(|_| saying.is_urgent());
    let message = Message {
        plain: rendered.plain,
        html: rendered.html,
        urgent_for,
        reply_to: None,
    };
    tracing::debug!(notice = %claimed.id, "handed over");
    let event = say::say(&room, &claimed.id.to_string(), &message).await?;
    Ok((room.room_id().to_string(), event.to_string()))
}

async fn reader(house: &Arc<House>, agent: Option<AgentId>) -> Result<Reader, Fault> {
    let Some(id) = agent else {
        return Ok(Reader::default());
    };
    let mut work = Work::read(house).await?;
    let lang = people::find(&mut work, id)
        .await?
        .map(|agent| agent.lang)
        .unwrap_or_default();
    let (address, last_room) = people::reach(&mut work, id).await?.unzip();
    let address = address.and_then(|address| UserId::parse(address).ok());
    let key = people::link_of(&mut work, id).await?.and_then(|link| link.key);
    Ok(Reader {
        agent,
        lang,
        address,
        last_room: last_room.flatten(),
        key,
    })
}

/// Whether the reader still shows the key that their address was linked with. If not, the link ends here and now.
async fn is_same_person(house: &Arc<House>, client: &Client, reader: &Reader) -> Result<bool, Fault> {
    let (Some(pinned), Some(address)) = (&reader.key, &reader.address) else {
        return Ok(true);
    };
    let shown = trust::shown_key(client, address).await.map_err(say::unsaid)?;
    if shown.as_ref() == Some(pinned) {
        return Ok(true);
    }
    let mut work = Work::write(house).await?;
    work.act_as_system("outbox");
    match people::identify(&mut work, address.as_str(), shown.as_deref()).await {
        Ok(Speaker::KeyChanged(agent)) => {
            desk::report(&mut work, agent).await?;
            work.save().await?;
        }
        Ok(_) => work.save().await?,
        Err(people::Error::Fault(fault)) => return Err(fault),
        Err(other) => return Err(Fault::inconsistent("chat_identities", address, other)),
    }
    Ok(false)
}

/// A message is encrypted for the devices there are: said to somebody who never signed in, it could never be read.
async fn has_device(client: &Client, person: &UserId) -> Result<bool, Fault> {
    let encryption = client.encryption();
    let any = async || -> matrix_sdk::Result<bool> {
        Ok(encryption
            .get_user_devices(person)
            .await?
            .devices()
            .next()
            .is_some())
    };
    if any().await.map_err(say::unsaid)? {
        return Ok(true);
    }
    encryption
        .request_user_identity(person)
        .await
        .map_err(say::unsaid)?;
    any().await.map_err(say::unsaid)
}

/// Where it may be said. What is personal goes to a room that holds the reader alone: if the one it answers in no
/// longer does, to the reader's own.
async fn place(
    house: &Arc<House>,
    client: &Client,
    reader: &Reader,
    wanted: Option<&str>,
    class: Class,
) -> Result<Room, Unsaid> {
    let known = |id: &str| RoomId::parse(id).ok().and_then(|id| client.get_room(&id));
    let wanted_room = wanted
        .and_then(known)
        .filter(|room| room.state() == RoomState::Joined);
    if class == Class::Public && wanted.is_some() {
        return wanted_room.ok_or(Unsaid::NoRoom);
    }
    let Some(address) = &reader.address else {
        return Err(Unsaid::NoRoom);
    };
    if wanted.is_none() && !has_device(client, address).await? {
        return Err(Unsaid::NoDevice);
    }
    for room in [wanted_room, reader.last_room.as_deref().and_then(known)]
        .into_iter()
        .flatten()
    {
        if room::check(&room, address).await.map_err(say::unsaid)?.is_none() {
            return Ok(room);
        }
    }
    // The bot alone has power there: it may redact a secret that was typed, and nobody else is let in.
    let room = room::direct(client, address, RoomPreset::PrivateChat)
        .await
        .map_err(say::unsaid)?;
    if let Some(unfit) = room::check(&room, address).await.map_err(say::unsaid)? {
        return Err(Fault::outside("homeserver", format!("the room just made is {unfit:?}")).into());
    }
    if let Some(agent) = reader.agent {
        let mut work = Work::write(house).await?;
        work.act_as_system("outbox");
        people::met_in(&mut work, agent, room.room_id().as_str()).await?;
        work.save().await?;
    }
    Ok(room)
}
