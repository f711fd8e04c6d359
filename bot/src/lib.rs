//! Guichet in conversation: what agents say, what the bot answers, and the platforms it speaks on.

// The SDK's futures are nested deeper than the compiler looks by default when it asks whether they may be spawned.
#![recursion_limit = "256"]

pub mod desk;
#[cfg(feature = "matrix")]
pub mod matrix;
pub mod perform;
pub mod render;
pub mod talk;
pub mod understand;
