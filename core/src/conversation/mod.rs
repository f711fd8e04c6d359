//! The memory of talks: what was heard, where each talk stands, and how far the homeserver has been followed.
//!
//! An event and the cursor past it are stored in one transaction before anything is done; what it causes is stored in
//! one transaction with "handled". So a kill at any instant loses nothing and repeats nothing.

mod heard;
mod inbox;
mod store;
mod talk;
#[cfg(test)]
mod tests;

pub use heard::{Heard, What};
pub use inbox::{
    Waiting, cursor, decrypted, done, forget_unreadable, keep, next_waiting, postpone, told, undecryptable,
    unreadable_since,
};
pub use talk::{Talk, forget, recall, remember, rooms_gone_quiet};
