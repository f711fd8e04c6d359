//! The space, as a browser meets it: every page, every refusal, and the attacks that have a number.

mod applications;
mod chat;
mod creation;
mod creation_attacks;
mod documents;
mod entry;
mod factors;
mod help;
mod leave;
mod network;
mod pages;
mod profile;
mod reset;
mod uploads;

use std::sync::Arc;

use guichet_core::{channel::Channel, testing::TestHouse};

use crate::testing::Browser;

/// A password that may follow the one that tests give.
const NEW: &str = "Automne-2027 nouveau";

fn browser(house: &TestHouse) -> Browser {
    Browser::new(&crate::space(Arc::clone(house)).unwrap(), Channel::Internal)
}
