//! A program that plays people, driven by lines of JSON. It ends when this process does: its input ends with us.

use serde_json::Value;
use std::collections::HashMap;
use std::process::Stdio;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::Command;
use tokio::sync::{mpsc, oneshot};

type Waiting = Arc<Mutex<HashMap<u64, oneshot::Sender<Value>>>>;

pub struct Driver {
    input: mpsc::UnboundedSender<String>,
    waiting: Waiting,
    next: AtomicU64,
}

impl Driver {
    pub fn start(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let (input, mut commands) = mpsc::unbounded_channel::<String>();
        let waiting = Waiting::default();
        let given = waiting.clone();
        tokio::spawn(async move {
            while let Some(line) = commands.recv().await {
                if stdin.write_all(line.as_bytes()).await.is_err() {
                    given.lock().unwrap().clear();
                    return;
                }
            }
        });
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let answered = waiting.clone();
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                let answer: Value = serde_json::from_str(&line).unwrap();
                let asker = answered.lock().unwrap().remove(&answer["id"].as_u64().unwrap());
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

    /// Gives a command, whatever becomes of it.
    pub fn tell(&self, command: Value) {
        let _ = self.write(self.next.fetch_add(1, Ordering::Relaxed), command);
    }

    fn write(&self, id: u64, mut command: Value) -> Result<(), mpsc::error::SendError<String>> {
        command["id"] = id.into();
        self.input.send(format!("{command}\n"))
    }

    /// What the command answered, or its error.
    pub async fn ask(&self, command: Value) -> Result<Value, String> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let (sender, receiver) = oneshot::channel();
        self.waiting.lock().unwrap().insert(id, sender);
        self.write(id, command.clone()).unwrap();
        let mut answer = receiver
            .await
            .map_err(|_| format!("the driver ended during {command}"))?;
        match answer["error"].as_str() {
            Some(error) => Err(format!("{error}, after {command}")),
            None => Ok(answer["ok"].take()),
        }
    }
}

/// A text in an answer; no-break spaces are spaces here.
pub fn text(answer: &Value, key: &str) -> String {
    let text = answer[key]
        .as_str()
        .unwrap_or_else(|| panic!("no {key} in {answer}"));
    text.replace(['\u{a0}', '\u{202f}'], " ")
}
