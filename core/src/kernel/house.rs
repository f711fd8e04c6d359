//! What a running process holds: database, clock, chance, keys, words and numbers.

use chrono::{DateTime, NaiveDate, Utc};
use tokio::sync::watch;

use super::chance::Chance;
use super::clock::Clock;
use super::config::Settings;
use super::db::Db;
use super::queue::Queue;
use super::secret::Keys;
use super::words::Words;

/// One per process, shared as `Arc<House>`.
pub struct House {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub chance: Chance,
    /// The key that seals and signs.
    pub keys: Keys,
    /// The numbers and names.
    pub settings: Settings,
    /// The sentences.
    pub words: Words,
    /// Rung when something was heard.
    pub heard: Bell,
    /// Rung when something is to leave, each by its way: see [`super::notice::Way::bell`].
    pub(super) chat: Bell,
    pub(super) mail: Bell,
    pub(super) sms: Bell,
    /// Rung when a guess at a secret is settled: whoever waits for its slot looks again.
    pub settled: Bell,
    /// Where heavy computation waits for its turn.
    pub heavy: Queue,
    /// Where whoever is nobody yet waits before the database is asked: a flood at the door must not keep out everybody else
    /// who has something to write.
    pub door: Queue,
}

impl House {
    /// Puts a house together.
    pub fn new(db: Db, clock: Clock, chance: Chance, keys: Keys, settings: Settings, words: Words) -> Self {
        let hash = &settings.password;
        let heavy = Queue::new(hash.hash_slots, hash.hash_queue, hash.known_device_queue);
        let door = Queue::new(hash.hash_slots, hash.hash_queue, hash.known_device_queue);
        Self {
            db,
            clock,
            chance,
            keys,
            settings,
            words,
            heard: Bell::default(),
            chat: Bell::default(),
            mail: Bell::default(),
            sms: Bell::default(),
            settled: Bell::default(),
            heavy,
            door,
        }
    }

    /// The date of `at` in the city.
    pub fn today_at(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.settings.city.time_zone).date_naive()
    }
}

/// Wakes whoever waits for new work in this process. A lost ring costs nothing: the listeners also look by themselves.
#[derive(Debug)]
pub struct Bell(watch::Sender<u64>);

impl Default for Bell {
    fn default() -> Self {
        Self(watch::Sender::new(0))
    }
}

impl Bell {
    /// Something has been written.
    pub fn ring(&self) {
        self.0.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// A listener; `changed()` returns after the next ring.
    pub fn listen(&self) -> watch::Receiver<u64> {
        self.0.subscribe()
    }
}
