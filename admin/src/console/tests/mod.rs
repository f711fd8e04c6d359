//! The console, as staff meet it: the way in, the search, an agent's page with its actions, the queue, the log.

mod agent;
mod applications;
mod entry;
mod lists;

use std::sync::Arc;

use guichet_core::{channel::Channel, factor::Seed, testing::TestHouse};

use crate::testing::Browser;

fn console(house: &TestHouse) -> Browser {
    Browser::new(&crate::console(Arc::clone(house)).unwrap(), Channel::Internal)
}

fn space(house: &TestHouse) -> Browser {
    Browser::new(&crate::space(Arc::clone(house)).unwrap(), Channel::Internal)
}

/// Three wrong guesses from a device that nobody knows.
async fn lock_out(house: &TestHouse, username: &str) {
    let mut stranger = space(house);
    for _ in 0..house.settings.lock.failures {
        stranger.sign_in(username, "wrong").await;
    }
}

/// The seed behind the key that the enrolment page shows.
fn seed_of(key: &str) -> Seed {
    let mut bits = 0u64;
    let mut have = 0;
    let mut bytes = vec![];
    for c in key.bytes().filter(u8::is_ascii_alphanumeric) {
        let value = if c.is_ascii_uppercase() {
            c - b'A'
        } else {
            c - b'2' + 26
        };
        (bits, have) = (bits << 5 | u64::from(value), have + 5);
        if have >= 8 {
            have -= 8;
            bytes.push((bits >> have) as u8);
        }
    }
    Seed::new(bytes.try_into().unwrap())
}
