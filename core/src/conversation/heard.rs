//! What a transport hears, before anybody knows what it means.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One event of a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// The transport's id of the event.
    pub event_id: String,
    /// The room.
    pub room: String,
    /// The full address of the sender.
    pub sender: String,
    /// When the homeserver says it was sent.
    pub sent_at: DateTime<Utc>,
    /// What it was.
    pub what: What,
}

/// Kinds of events that count. Edits, notices of other bots and everything else never get here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Words.
    Said(String),
    /// A message that carried what looks like a secret. The words are gone: the detector ran before anything was
    /// written.
    Secret {
        /// The kind of secret, for instance `password`.
        kind: String,
        /// True when the message could be redacted.
        redacted: bool,
    },
    /// A reaction to the event `to`.
    Reacted {
        /// The event it is attached to.
        to: String,
        /// The emoji.
        key: String,
    },
    /// Unencrypted words in an encrypted room: never a command.
    Unencrypted,
    /// A picture, file, sound or position: understood by nobody here yet.
    Attachment,
    /// The agent has just opened a direct room with the bot.
    Joined,
    /// Cannot be decrypted (yet); holds the raw event for another try.
    Undecryptable(String),
}
