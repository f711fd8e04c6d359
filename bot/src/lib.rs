//! Guichet in conversation: what agents say, what the bot answers, and the platforms it speaks on.
// The SDK's futures are nested deeper than the compiler looks by default when it asks whether they may be spawned.
#![recursion_limit = "256"]

#[cfg(feature = "matrix")]
pub mod matrix;
pub mod understand;
