//! Somebody who talks to the bot, whatever becomes of it, and remembers every word.

use crate::driver::text;
use crate::nio::{Agent, Message};
use crate::suite::Suite;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

/// The house may be killed again and again before it answers.
const PATIENCE: u32 = 150;

pub struct Person<'a> {
    pub username: String,
    pub room: String,
    /// How often they said something.
    pub said: Cell<usize>,
    /// All that the bot ever said to them.
    pub heard: RefCell<Vec<Message>>,
    agent: Agent<'a>,
    /// Heard while they were waiting for something else.
    unread: RefCell<VecDeque<String>>,
}

impl Person<'static> {
    /// Somebody whom the bot has welcomed.
    pub async fn come(suite: &'static Suite, username: &str, bot: &str) -> Self {
        let agent = suite.login(username).await;
        let room = agent.dm(bot).await;
        let person = Self {
            username: username.to_owned(),
            room,
            said: Cell::new(0),
            heard: RefCell::default(),
            agent,
            unread: RefCell::default(),
        };
        person.until("Je suis Guichet", "").await;
        person
    }
}

impl Person<'_> {
    /// Says something and waits for what is said with these words in it.
    pub async fn exchange(&self, words: &str, answer: &str, about: &str) -> String {
        self.said.set(self.said.get() + 1);
        self.agent.say(&self.room, words).await;
        self.until(answer, about).await
    }

    /// The next message with both of these in it.
    pub async fn until(&self, one: &str, other: &str) -> String {
        let fits = |text: &String| text.contains(one) && text.contains(other);
        let found = self.unread.borrow().iter().position(fits);
        if let Some(found) = found {
            return self.unread.borrow_mut().remove(found).unwrap();
        }
        loop {
            let message = self.next(PATIENCE).await.unwrap_or_else(|e| {
                let last: Vec<_> = self
                    .heard
                    .borrow()
                    .iter()
                    .rev()
                    .take(4)
                    .map(|m| m.text.clone())
                    .collect();
                panic!(
                    "{} waits for “{one}” about “{other}”: {e}; last heard {last:#?}",
                    self.username
                )
            });
            self.heard.borrow_mut().push(message.clone());
            if fits(&message.text) {
                return message.text;
            }
            self.unread.borrow_mut().push_back(message.text);
        }
    }

    async fn next(&self, within: u32) -> Result<Message, String> {
        let n = self.heard.borrow().len();
        self.agent.nth(&self.room, n, within).await
    }

    /// Hears everything that the homeserver has from the bot.
    pub async fn hear_the_rest(&self, bot: &str) {
        let there = self.events(bot).await.len();
        while self.heard.borrow().len() < there {
            let message = self.next(60).await.unwrap();
            self.heard.borrow_mut().push(message);
        }
    }

    /// The events in the room that somebody sent encrypted, as the homeserver has them.
    pub async fn events(&self, sender: &str) -> Vec<String> {
        let filter =
            format!("{{\"types\":[\"m.room.encrypted\",\"m.room.message\"],\"senders\":[\"{sender}\"]}}");
        let filter = filter.replace('{', "%7B").replace('}', "%7D").replace('"', "%22");
        let (mut events, mut from) = (vec![], String::new());
        loop {
            let path = format!(
                "/_matrix/client/v3/rooms/{}/messages?dir=b&limit=1000&filter={filter}{from}",
                self.room
            );
            let answer = self.agent.api("GET", &path, None).await;
            let chunk = answer["body"]["chunk"].as_array().unwrap();
            events.extend(chunk.iter().map(|event| text(event, "event_id")));
            // Synapse gives fewer than it was asked for long before the end; at the end it gives no way on.
            match answer["body"]["end"].as_str() {
                Some(end) => from = format!("&from={end}"),
                None => return events,
            }
        }
    }

    /// How many of the messages heard have both of these in them.
    pub fn count(&self, one: &str, other: &str) -> usize {
        let heard = self.heard.borrow();
        heard
            .iter()
            .filter(|message| message.text.contains(one) && message.text.contains(other))
            .count()
    }

    /// What everybody calls them.
    pub fn address(&self) -> String {
        format!("@{}:localhost", self.username)
    }
}
