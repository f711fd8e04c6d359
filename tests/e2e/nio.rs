//! The Rust end of `agents.py`: people with a Matrix client that is not ours.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{ChildStdin, Command};
use tokio::sync::oneshot;

type Waiting = Arc<Mutex<HashMap<u64, oneshot::Sender<Value>>>>;

/// One process that plays any number of agents. It ends when this does: its input ends with us.
pub struct Nio {
    input: tokio::sync::Mutex<ChildStdin>,
    waiting: Waiting,
    next: AtomicU64,
}

impl Nio {
    pub async fn start(python: &Path) -> Self {
        let mut child = Command::new(python)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/agents.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = tokio::sync::Mutex::new(child.stdin.take().unwrap());
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let waiting = Waiting::default();
        let answered = waiting.clone();
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                let answer: Value = serde_json::from_str(&line).unwrap();
                let id = answer["id"].as_u64().unwrap();
                let asker = answered.lock().unwrap().remove(&id);
                asker.map(|asker| asker.send(answer));
            }
            // Whoever still waits is told by the closed channel.
            answered.lock().unwrap().clear();
            let _ = child.wait().await;
        });
        Self {
            input,
            waiting,
            next: AtomicU64::new(1),
        }
    }

    /// What the command answered, or its error.
    pub async fn ask(&self, mut command: Value) -> Result<Value, String> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        command["id"] = id.into();
        let (sender, receiver) = oneshot::channel();
        self.waiting.lock().unwrap().insert(id, sender);
        let line = format!("{command}\n");
        self.input.lock().await.write_all(line.as_bytes()).await.unwrap();
        let mut answer = receiver
            .await
            .map_err(|_| format!("agents.py ended during {command}"))?;
        match answer["error"].as_str() {
            Some(error) => Err(format!("{error}, after {command}")),
            None => Ok(answer["ok"].take()),
        }
    }

    /// Signs `user` in on a new device. The same person may be there several times, each knows only its own device.
    pub async fn login(&self, homeserver: &str, user: &str, password: &str, store: &Path) -> Agent<'_> {
        let name = format!("{user} {}", store.display());
        let command = json!({
            "as": name, "do": "login", "user": user, "homeserver": homeserver, "password": password, "store": store,
        });
        self.ask(command).await.unwrap();
        Agent { nio: self, name }
    }
}

/// One of them.
pub struct Agent<'a> {
    nio: &'a Nio,
    name: String,
}

/// What somebody else said in a room; no-break spaces are spaces here.
#[derive(Debug, Clone)]
pub struct Message {
    pub sender: String,
    pub encrypted: bool,
    pub text: String,
    pub html: String,
}

impl Agent<'_> {
    pub async fn ask(&self, mut command: Value) -> Result<Value, String> {
        command["as"] = self.name.clone().into();
        self.nio.ask(command).await
    }

    /// Opens an encrypted direct room and waits until `peer` has come in.
    pub async fn dm(&self, peer: &str) -> String {
        text(
            &self.ask(json!({ "do": "dm", "peer": peer })).await.unwrap(),
            "room",
        )
    }

    pub async fn say(&self, room: &str, words: &str) {
        self.ask(json!({ "do": "say", "room": room, "text": words }))
            .await
            .unwrap();
    }

    /// The next message of somebody else in the room.
    pub async fn hear(&self, room: &str) -> Message {
        let heard = self.ask(json!({ "do": "hear", "room": room })).await.unwrap();
        Message {
            sender: text(&heard, "sender"),
            encrypted: heard["encrypted"].as_bool().unwrap(),
            text: plain(&text(&heard, "text")),
            html: plain(&text(&heard, "html")),
        }
    }

    /// Says something and returns the answer to it.
    pub async fn exchange(&self, room: &str, words: &str) -> Message {
        self.say(room, words).await;
        self.hear(room).await
    }

    /// Any request of the client-server API, with the agent's own access.
    pub async fn api(&self, method: &str, path: &str, body: Option<Value>) -> Value {
        self.ask(json!({ "do": "api", "method": method, "path": path, "body": body }))
            .await
            .unwrap()
    }
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn text(answer: &Value, key: &str) -> String {
    answer[key]
        .as_str()
        .unwrap_or_else(|| panic!("no {key} in {answer}"))
        .to_owned()
}
