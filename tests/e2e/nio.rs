//! The Rust end of `agents.py`: people with a Matrix client that is not ours.

use crate::driver::{Driver, text};
use serde_json::{Value, json};
use std::path::Path;
use tokio::process::Command;

/// Any number of people.
pub struct Nio(Driver);

impl Nio {
    pub fn start(python: &Path) -> Self {
        let mut command = Command::new(python);
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/agents.py"));
        Self(Driver::start(command))
    }

    /// Signs `user` in on a new device. The same person may be there several times, each knows only its own device.
    pub async fn login(&self, homeserver: &str, user: &str, password: &str, store: &Path) -> Agent<'_> {
        let name = format!("{user} {}", store.display());
        let command = json!({
            "as": name, "do": "login", "user": user, "homeserver": homeserver, "password": password, "store": store,
        });
        self.0.ask(command).await.unwrap();
        Agent { nio: &self.0, name }
    }
}

/// One of them.
pub struct Agent<'a> {
    nio: &'a Driver,
    name: String,
}

/// Whose story is over signs out: nobody shares keys with that device any more.
impl Drop for Agent<'_> {
    fn drop(&mut self) {
        self.nio.tell(json!({ "as": self.name, "do": "logout" }));
    }
}

/// What somebody else said in a room.
#[derive(Debug, Clone)]
pub struct Message {
    pub event: String,
    pub sender: String,
    pub encrypted: bool,
    pub text: String,
    pub html: String,
}

impl Message {
    fn read(heard: &Value) -> Self {
        Self {
            event: text(heard, "event"),
            sender: text(heard, "sender"),
            encrypted: heard["encrypted"].as_bool().unwrap(),
            text: text(heard, "text"),
            html: text(heard, "html"),
        }
    }
}

impl Agent<'_> {
    async fn ask(&self, mut command: Value) -> Value {
        command["as"] = self.name.clone().into();
        self.nio.ask(command).await.unwrap()
    }

    /// Opens an encrypted direct room and waits until `peer` has come in.
    pub async fn dm(&self, peer: &str) -> String {
        text(&self.ask(json!({ "do": "dm", "peer": peer })).await, "room")
    }

    pub async fn say(&self, room: &str, words: &str) {
        self.ask(json!({ "do": "say", "room": room, "text": words }))
            .await;
    }

    /// Accepts the invitation of `peer`.
    pub async fn join(&self, peer: &str) -> String {
        text(&self.ask(json!({ "do": "join", "peer": peer })).await, "room")
    }

    /// Says something with a key that nobody gets before [`Agent::unlock`].
    pub async fn say_locked(&self, room: &str, words: &str) {
        self.ask(json!({ "do": "say_locked", "room": room, "text": words }))
            .await;
    }

    /// Gives out the key of what was said locked.
    pub async fn unlock(&self, room: &str) {
        self.ask(json!({ "do": "unlock", "room": room })).await;
    }

    /// The next message of somebody else in the room.
    pub async fn hear(&self, room: &str) -> Message {
        Message::read(&self.ask(json!({ "do": "hear", "room": room })).await)
    }

    /// What others said in the room after `n` other messages, however often it is asked for. Waits so many seconds.
    pub async fn nth(&self, room: &str, n: usize, within: u32) -> Result<Message, String> {
        let command = json!({ "as": self.name, "do": "nth", "room": room, "n": n, "within": within });
        Ok(Message::read(&self.nio.ask(command).await?))
    }

    /// Says something and returns the answer to it.
    pub async fn exchange(&self, room: &str, words: &str) -> Message {
        self.say(room, words).await;
        self.hear(room).await
    }

    /// Sends any event of the timeline, encrypted where the room is, and returns its id.
    pub async fn send(&self, room: &str, kind: &str, content: Value) -> String {
        let command = json!({ "do": "send", "room": room, "type": kind, "content": content });
        text(&self.ask(command).await, "event")
    }

    /// Makes a new cross-signing identity.
    pub async fn cross_sign(&self) {
        self.ask(json!({ "do": "cross_sign" })).await;
    }

    /// Any request of the client-server API, with the agent's own access.
    pub async fn api(&self, method: &str, path: &str, body: Option<Value>) -> Value {
        self.ask(json!({ "do": "api", "method": method, "path": path, "body": body }))
            .await
    }
}
