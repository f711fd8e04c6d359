//! Messages whose key has not come. They are read again when it does, within a day.

use std::collections::HashMap;
use std::pin::Pin;

use chrono::TimeDelta;
use futures_util::{Stream, StreamExt};
use guichet_core::conversation::{Heard, What};
use matrix_sdk::Client;
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::ruma::{RoomId, UserId};
use serde_json::value::RawValue;

use super::event;

/// How long a message may wait.
const PATIENCE: TimeDelta = TimeDelta::hours(24);

/// The messages that wait, by the session whose key is missing.
pub struct Late {
    waiting: HashMap<String, Vec<Heard>>,
    keys: Pin<Box<dyn Stream<Item = Vec<String>> + Send>>,
    come: Option<Vec<String>>,
}

impl Late {
    /// Begins with the messages that waited before. `None` when the client is not signed in.
    pub async fn open(client: &Client, waiting: Vec<Heard>) -> Option<Self> {
        let keys = client.encryption().room_keys_received_stream().await?;
        let keys = keys.map(|keys| match keys {
            Ok(keys) => keys.into_iter().map(|key| key.session_id).collect(),
            // Some were missed: whatever waits is tried.
            Err(_) => Vec::new(),
        });
        // A key may have come just before the end of the last run.
        let keys = futures_util::stream::once(async { Vec::new() }).chain(keys);
        let mut late = Self {
            waiting: HashMap::new(),
            keys: Box::pin(keys),
            come: None,
        };
        late.wait_for(&waiting);
        Some(late)
    }

    /// Remembers what can't be read yet.
    pub fn wait_for(&mut self, heard: &[Heard]) {
        for message in heard {
            let What::Undecryptable(raw) = &message.what else {
                continue;
            };
            let Some(session) = event::session(raw) else {
                continue;
            };
            self.waiting.retain(|_, messages| {
                messages.retain(|known| known.sent_at + PATIENCE > message.sent_at);
                !messages.is_empty()
            });
            self.waiting.entry(session).or_default().push(message.clone());
        }
    }

    /// Waits until some of them can be read. Nothing is lost when it is dropped before it returns.
    pub async fn next(&mut self, client: &Client, me: &UserId) -> Vec<Heard> {
        loop {
            let sessions = match &self.come {
                Some(sessions) => sessions,
                None => match self.keys.next().await {
                    // Kept until they are used: the caller may stop waiting in the middle.
                    Some(sessions) => self.come.insert(sessions),
                    None => return std::future::pending().await,
                },
            };
            let mut read = Vec::new();
            for (session, messages) in &self.waiting {
                if sessions.is_empty() || sessions.contains(session) {
                    for message in messages {
                        read.extend(read_again(client, me, message).await);
                    }
                }
            }
            self.come = None;
            for heard in &read {
                self.waiting
                    .values_mut()
                    .for_each(|messages| messages.retain(|m| m.event_id != heard.event_id));
            }
            self.waiting.retain(|_, messages| !messages.is_empty());
            if !read.is_empty() {
                return read;
            }
        }
    }
}

async fn read_again(client: &Client, me: &UserId, message: &Heard) -> Option<Heard> {
    let What::Undecryptable(raw) = &message.what else {
        return None;
    };
    let room = client.get_room(&RoomId::parse(&message.room).ok()?)?;
    let raw = Raw::from_json(RawValue::from_string(raw.clone()).ok()?);
    let event = room.decrypt_event(&raw, None).await.ok()?;
    let heard = event::read(&message.room, true, me, &event)?;
    (!matches!(heard.what, What::Undecryptable(_))).then_some(heard)
}
