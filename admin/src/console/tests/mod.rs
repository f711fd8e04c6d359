//! The console, as staff meet it: the way in, the search, an agent's page with its actions, the queue, the log.

mod agent;
mod announcements;
mod applications;
mod caller;
mod changes;
mod documents;
mod entry;
mod lists;
mod slip;

use std::sync::Arc;

use guichet_core::{channel::Channel, testing::TestHouse};

use crate::testing::{Browser, seed_of};

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
