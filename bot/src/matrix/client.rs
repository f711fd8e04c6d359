//! A Matrix client for the terminal: an agent's side of the conversation, encrypted end to end like any other.

use std::path::PathBuf;
use std::time::Duration;

use guichet_core::kernel::chance::Chance;
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::line::{Args, Value};
use guichet_core::kernel::words::{Lang, Words};
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::ruma::api::client::room::create_room::v3::RoomPreset;
use matrix_sdk::ruma::events::room::member::MembershipState;
use matrix_sdk::ruma::events::room::message::RoomMessageEventContent;
use matrix_sdk::ruma::{OwnedUserId, UserId};
use matrix_sdk::sync::RoomUpdates;
use matrix_sdk::{Client, Room};
use serde::Deserialize;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncWrite, AsyncWriteExt, Lines};
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout_at};

use super::connect::{self, Account};
use super::{files, hear, room};

/// Who talks to whom, and how.
pub struct Chat {
    /// The agent's account on the homeserver. No recovery passphrase is needed.
    pub account: Account,
    /// The bot's Matrix id.
    pub bot: String,
    /// The language of what the client itself says.
    pub lang: Lang,
    /// Lines come from a file or another program: each is shown, and waits for the answer to the one before.
    pub scripted: bool,
}

/// How long an answer may take.
const ANSWER: Duration = Duration::from_secs(30);
/// How long after an answer another may follow it.
const MORE: Duration = Duration::from_millis(700);

/// Talks until `input` ends. `false` when the last line, or any scripted one, was not answered in time.
pub async fn chat<I: AsyncBufRead + Unpin, O: AsyncWrite + Unpin>(
    chat: &Chat,
    words: &Words,
    chance: &Chance,
    input: I,
    output: O,
) -> Result<bool, Fault> {
    let bot = UserId::parse(&chat.bot).map_err(|e| {
        Fault::config(
            "matrix.user",
            &chat.bot,
            format!("{e}: write `@guichet:ville.example`"),
        )
    })?;
    let keys = files::own_keys(&chat.account.store, chance)?;
    let client = connect::connect(&chat.account, &keys, chance).await?;
    let (heard, updates) = mpsc::channel(16);
    let listening = tokio::spawn(listen(client.clone(), chat.account.store.clone(), heard));
    let mut talk = Talk { bot, updates, output };
    let ended = talk.run(&client, words, chat, input.lines()).await;
    listening.abort();
    ended
}

/// Syncs for as long as somebody takes what comes, from where the last run ended. A first run shows no history.
async fn listen(client: Client, store: PathBuf, heard: mpsc::Sender<RoomUpdates>) -> Result<(), Fault> {
    let Some(me) = client.user_id().map(ToOwned::to_owned) else {
        return Ok(());
    };
    let position = store.join("position");
    let mut cursor = files::read(&position)?.and_then(|bytes| String::from_utf8(bytes).ok());
    // The first answer comes at once: it tells of the rooms there are.
    let mut patience = Duration::ZERO;
    let mut roomless = client.rooms().is_empty();
    loop {
        match client
            .sync_once(hear::since(&me, cursor.clone(), roomless).timeout(patience))
            .await
        {
            Ok(mut response) => {
                roomless = false;
                if cursor.is_none() {
                    response.rooms.joined.clear();
                }
                files::write(&position, response.next_batch.as_bytes())?;
                cursor = Some(response.next_batch);
                patience = hear::POLL;
                if heard.send(response.rooms).await.is_err() {
                    return Ok(());
                }
            }
            Err(e) => {
                tracing::warn!(error = %e, "the homeserver does not answer");
                tokio::time::sleep(Duration::from_secs(2)).await;
            }
        }
    }
}

struct Talk<O> {
    bot: OwnedUserId,
    updates: mpsc::Receiver<RoomUpdates>,
    output: O,
}

impl<O: AsyncWrite + Unpin> Talk<O> {
    async fn run<I: AsyncBufRead + Unpin>(
        &mut self,
        client: &Client,
        words: &Words,
        chat: &Chat,
        mut input: Lines<I>,
    ) -> Result<bool, Fault> {
        let is_new = client.joined_rooms().is_empty();
        let room = self.enter(client).await?;
        let names: Args = vec![
            ("user".to_owned(), Value::Text(room.own_user_id().to_string())),
            ("bot".to_owned(), Value::Text(self.bot.to_string())),
        ];
        let words = |key| words.say(chat.lang, key, &names);
        self.print(&words("chat-open")).await?;
        let mut answered = true;
        if chat.scripted && is_new {
            // The bot greets whoever opens a room.
            self.answers(client, Duration::from_secs(2)).await?;
        }
        loop {
            tokio::select! {
                line = input.next_line() => {
                    let Some(line) = line.map_err(terminal)? else { break };
                    if line.trim().is_empty() {
                        continue;
                    }
                    if chat.scripted {
                        self.print(&format!("\n> {line}")).await?;
                    }
                    room.send(RoomMessageEventContent::text_plain(line)).await.map_err(unsent)?;
                    answered = !chat.scripted || self.answers(client, ANSWER).await?;
                    if !answered {
                        break;
                    }
                }
                Some(rooms) = self.updates.recv() => { self.show(client, &rooms).await?; }
            }
        }
        if !answered {
            self.print(&words("chat-no-answer")).await?;
        }
        Ok(answered)
    }

    /// The direct room with the bot, once the bot is in it.
    async fn enter(&mut self, client: &Client) -> Result<Room, Fault> {
        let deadline = Instant::now() + ANSWER;
        self.show_next(client, deadline).await?;
        let bot = self.bot.clone();
        // As graphical clients do it: both may redact.
        let opening = room::direct(client, &bot, RoomPreset::TrustedPrivateChat);
        tokio::pin!(opening);
        let room = loop {
            tokio::select! {
                room = &mut opening => break room.map_err(unsent)?,
                Some(rooms) = self.updates.recv() => { self.show(client, &rooms).await?; }
            }
        };
        loop {
            let member = room.get_member_no_sync(&bot).await.map_err(unsent)?;
            if member.is_some_and(|member| *member.membership() == MembershipState::Join) {
                return Ok(room);
            }
            if !self.show_next(client, deadline).await? {
                return Err(Fault::outside(
                    "bot",
                    format!("{bot} does not enter the room: is it running?"),
                ));
            }
        }
    }

    /// Shows what the bot says until it has been silent for a while; `false` when it said nothing within `patience`.
    async fn answers(&mut self, client: &Client, patience: Duration) -> Result<bool, Fault> {
        let (mut deadline, mut answered) = (Instant::now() + patience, false);
        while let Ok(Some(rooms)) = timeout_at(deadline, self.updates.recv()).await {
            if self.show(client, &rooms).await? {
                answered = true;
                deadline = Instant::now() + MORE;
            }
        }
        Ok(answered)
    }

    /// Shows what comes next; `false` when none came in time.
    async fn show_next(&mut self, client: &Client, deadline: Instant) -> Result<bool, Fault> {
        match timeout_at(deadline, self.updates.recv()).await {
            Ok(Some(rooms)) => self.show(client, &rooms).await.map(|_| true),
            _ => Ok(false),
        }
    }

    /// Shows what the bot said; `true` when it said something. Enters the rooms to which the bot invites.
    async fn show(&mut self, client: &Client, rooms: &RoomUpdates) -> Result<bool, Fault> {
        for room in client.invited_rooms() {
            if room
                .invite_details()
                .await
                .is_ok_and(|invite| invite.inviter_id == self.bot)
            {
                room.join().await.map_err(unsent)?;
            }
        }
        let events = rooms.joined.values().flat_map(|update| &update.timeline.events);
        let said: Vec<String> = events.filter_map(|event| said(&self.bot, event)).collect();
        for text in &said {
            self.print(&format!("< {}", text.replace('\n', "\n  "))).await?;
        }
        Ok(!said.is_empty())
    }

    async fn print(&mut self, text: &str) -> Result<(), Fault> {
        self.output
            .write_all(format!("{text}\n").as_bytes())
            .await
            .map_err(terminal)?;
        self.output.flush().await.map_err(terminal)
    }
}

/// The plain text of a message of `bot`.
fn said(bot: &UserId, event: &TimelineEvent) -> Option<String> {
    #[derive(Deserialize)]
    struct Event {
        sender: OwnedUserId,
        #[serde(rename = "type")]
        kind: String,
        content: Content,
    }
    #[derive(Deserialize)]
    struct Content {
        body: String,
        #[serde(rename = "m.new_content")]
        new: Option<Box<Content>>,
    }
    let event: Event = serde_json::from_str(event.raw().json().get()).ok()?;
    let content = event.content.new.map_or(event.content.body, |new| new.body);
    (event.sender == bot && event.kind == "m.room.message").then_some(content)
}

fn unsent(e: matrix_sdk::Error) -> Fault {
    Fault::outside("homeserver", e)
}

fn terminal(e: std::io::Error) -> Fault {
    Fault::outside("terminal", e)
}
