//! Hearing: an own loop over `/sync` which never goes further than what was stored.
//!
//! [`Ears::next`] gives what was said and the position after it, and gives the same again until [`Ears::stored`] says
//! that both were stored, in one transaction. Only then are the server and the SDK told that the events were received.
//! After a crash the older position is asked again and the same events come back; the inbox knows them by their ids.

use std::pin::Pin;
use std::time::Duration;

use futures_util::FutureExt;
use guichet_core::conversation::Heard;
use guichet_core::kernel::fault::Fault;
use matrix_sdk::config::{SyncSettings, SyncToken};
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::encryption::DuplicateOneTimeKeyErrorMessage;
use matrix_sdk::room::MessagesOptions;
use matrix_sdk::ruma::api::client::filter::{Filter, FilterDefinition, RoomEventFilter};
use matrix_sdk::ruma::api::error::ErrorKind;
use matrix_sdk::ruma::{OwnedUserId, UInt};
use matrix_sdk::sync::{SyncResponse, Timeline};
use matrix_sdk::{Client, Room};
use tokio::sync::broadcast;
use tokio::time::Instant;

use super::event;
use super::invite::Invites;
use super::late::Late;

/// What was heard.
#[derive(Debug)]
pub enum Batch {
    /// Said since the last position, oldest first in each room, and the position after it.
    New(Vec<Heard>, String),
    /// Said before, and readable only now.
    Late(Vec<Heard>),
}

/// Why hearing ended.
#[derive(Debug, thiserror::Error)]
pub enum Deaf {
    /// This device can't go on; a new one has to sign in.
    #[error("the device has to be replaced: {0}")]
    Replace(&'static str),
    /// The homeserver is out of reach, or something else that may pass.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The listening side of one connected device.
pub struct Ears {
    client: Client,
    me: OwnedUserId,
    cursor: Option<String>,
    /// Nothing is known of the rooms at a position that was reached with them.
    roomless: bool,
    /// Something failed: the server is asked for an answer at once, to know when it is back.
    cut_off: bool,
    request: Option<Request>,
    response: Option<SyncResponse>,
    batch: Option<Batch>,
    stale: broadcast::Receiver<Option<DuplicateOneTimeKeyErrorMessage>>,
    late: Late,
    invites: Invites,
    handed_over: Instant,
}

type Request = Pin<Box<dyn Future<Output = matrix_sdk::Result<SyncResponse>> + Send>>;

/// How long the server holds a request when nothing happens.
pub(super) const POLL: Duration = Duration::from_secs(30);
/// How long a position may stay unstored when nothing is said: what a restart would read again.
const UNSTORED: Duration = Duration::from_secs(300);
/// A gap is filled up to this many pages of a hundred events: beyond, somebody is flooding.
const PAGES: usize = 20;

impl Ears {
    /// Listens from `cursor` on. Without one (the first start ever) nothing said before counts. `waiting` are the
    /// messages still without a key, and `servers` are those whose people may invite the bot, besides its own.
    pub async fn open(
        client: &Client,
        cursor: Option<String>,
        waiting: Vec<Heard>,
        servers: Vec<String>,
    ) -> Result<Self, Deaf> {
        let me = client.user_id().ok_or(Deaf::Replace("not signed in"))?.to_owned();
        Ok(Self {
            client: client.clone(),
            roomless: client.rooms().is_empty(),
            cut_off: false,
            cursor,
            request: None,
            response: None,
            batch: None,
            stale: client.subscribe_to_duplicate_key_upload_errors(),
            late: Late::open(client, waiting)
                .await
                .ok_or(Deaf::Replace("no keys"))?,
            invites: Invites::new(client, &me, servers),
            handed_over: Instant::now(),
            me,
        })
    }

    /// Waits until something is said, or until the position is worth storing. Errors that pass are the caller's to wait
    /// out; nothing is lost by calling again. The first answer after one is a batch even when nothing was said.
    pub async fn next(&mut self) -> Result<&Batch, Deaf> {
        let batch = match self.batch.take() {
            Some(batch) => batch,
            None => {
                let gathered = self.gather().await;
                self.cut_off = gathered.is_err();
                gathered?
            }
        };
        Ok(self.batch.insert(batch))
    }

    /// To be called when the last batch is stored.
    pub fn stored(&mut self) {
        self.batch = None;
    }

    async fn gather(&mut self) -> Result<Batch, Deaf> {
        loop {
            if self.stale.try_recv().is_ok() {
                return Err(Deaf::Replace("its keys are older than the server's"));
            }
            let response = match self.response.take() {
                Some(response) => response,
                None => {
                    let request = match self.request.take() {
                        Some(request) => request,
                        None => {
                            let mut since = since(&self.me, self.cursor.clone(), self.roomless);
                            if self.cut_off {
                                since = since.timeout(Duration::ZERO);
                            }
                            let client = self.client.clone();
                            async move { client.sync_once(since).await }.boxed()
                        }
                    };
                    tokio::select! {
                        response = self.request.insert(request) => {
                            self.request = None;
                            let response = response.map_err(deaf)?;
                            // The first of two instants that `tests/bench` reads from the log.
                            tracing::debug!(rooms = response.rooms.joined.len(), "heard");
                            response
                        }
                        heard = self.late.next(&self.client, &self.me) => return Ok(Batch::Late(heard)),
                    }
                }
            };
            // Kept until it is read to its end: the SDK would not give it a second time.
            let heard = match self.read(&response).await {
                Ok(heard) => heard,
                Err(e) => {
                    self.response = Some(response);
                    return Err(e);
                }
            };
            self.roomless = false;
            self.late.wait_for(&heard);
            self.invites
                .answer(self.cursor.is_none() || !response.rooms.invited.is_empty())
                .await;
            self.cursor = Some(response.next_batch.clone());
            if !heard.is_empty() || self.cut_off || self.handed_over.elapsed() > UNSTORED {
                self.handed_over = Instant::now();
                return Ok(Batch::New(heard, response.next_batch));
            }
        }
    }

    async fn read(&mut self, response: &SyncResponse) -> Result<Vec<Heard>, Deaf> {
        let mut heard = Vec::new();
        let Some(cursor) = &self.cursor else {
            return Ok(heard);
        };
        for (room_id, update) in &response.rooms.joined {
            let Some(room) = self.client.get_room(room_id) else {
                continue;
            };
            let timeline = &update.timeline;
            // The invitation is the first thing that was said to the bot.
            let from = timeline
                .events
                .iter()
                .rposition(|event| event::is_invitation(&self.me, event));
            let mut events = match from {
                None if timeline.limited => fill(&self.me, &room, timeline, cursor).await?,
                _ => Vec::new(),
            };
            events.reverse();
            events.extend(timeline.events.iter().skip(from.unwrap_or(0)).cloned());
            // Whether a room that the bot made is encrypted has to be asked of the server, and the answer is kept. This
            // may be a room that is only just being made: it is asked when somebody has said something there.
            let in_clear = events.iter().any(|event| event::is_in_clear(&self.me, event));
            let encrypted = in_clear && room.latest_encryption_state().await.map_err(deaf)?.is_encrypted();
            let read = |event| event::read(room_id.as_str(), encrypted, &self.me, event);
            heard.extend(events.iter().filter_map(read));
        }
        Ok(heard)
    }
}

/// The events between what was stored and what came, latest first: the server sends only the last ones.
async fn fill(
    me: &OwnedUserId,
    room: &Room,
    timeline: &Timeline,
    cursor: &str,
) -> Result<Vec<TimelineEvent>, Deaf> {
    let mut events = Vec::new();
    let mut from = timeline.prev_batch.clone();
    for _ in 0..PAGES {
        let Some(start) = from else { return Ok(events) };
        let mut options = MessagesOptions::backward().from(start.as_str());
        options.to = Some(cursor.to_owned());
        options.limit = UInt::from(100_u32);
        options.filter.not_senders = vec![me.clone()];
        let page = room.messages(options).await.map_err(deaf)?;
        from = page.end.filter(|_| !page.chunk.is_empty());
        for event in page.chunk {
            let is_first = event::is_invitation(me, &event);
            events.push(event);
            if is_first {
                return Ok(events);
            }
        }
    }
    if from.is_some() {
        tracing::warn!(room = %room.room_id(), "more was said here than is read at once: the oldest is left out");
    }
    Ok(events)
}

/// How to ask for what came after `cursor`, or for everything there is.
///
/// `roomless`: a new device takes up an old position and has to be told of the rooms as well. The server answers such a
/// request at once, so it is made once: made again it would never wait.
pub(super) fn since(me: &OwnedUserId, cursor: Option<String>, roomless: bool) -> SyncSettings {
    let settings = SyncSettings::new().filter(lean(me).into());
    match cursor {
        Some(cursor) => settings.timeout(POLL).token(cursor).full_state(roomless),
        None => settings.timeout(Duration::ZERO).token(SyncToken::NoToken),
    }
}

/// Only what a conversation needs. State stays in the timeline's types: a server that finds nothing to send for a room
/// also leaves out the change of its members, and a third person would go unseen. For the same reason no lazy members.
fn lean(me: &OwnedUserId) -> FilterDefinition {
    let mut filter = FilterDefinition::default();
    filter.presence = Filter::ignore_all();
    filter.account_data.types = Some(vec!["m.direct".to_owned()]);
    filter.room.account_data = RoomEventFilter::ignore_all();
    filter.room.ephemeral = RoomEventFilter::ignore_all();
    filter.room.timeline.limit = Some(UInt::from(50_u32));
    // An echo of each answer would cost as much as the message it answers. The price: what the bot set in a room that it
    // made may be unknown to it (see `room`).
    filter.room.timeline.not_senders = vec![me.clone()];
    filter
}

fn deaf(e: matrix_sdk::Error) -> Deaf {
    match e.client_api_error_kind() {
        Some(ErrorKind::UnknownToken(_)) => Deaf::Replace("the server ended its session"),
        _ => Deaf::Fault(Fault::outside("homeserver", e)),
    }
}
