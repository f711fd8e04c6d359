//! Stories played by real clients on real servers: Synapse, and Matrix clients that are not ours.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]
#![expect(
    clippy::print_stdout,
    reason = "the log of a house in which a story failed is shown"
)]

mod demo;
mod house;
mod nio;
mod suite;
mod talk;
