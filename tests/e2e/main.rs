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

mod access;
mod browser;
mod config;
mod create;
mod demo;
mod device;
mod driver;
mod forms;
mod hard_words;
mod house;
mod hydrogen;
mod kannel;
mod kill;
mod leave;
mod link;
mod nio;
mod outage;
mod payslip;
mod postbox;
mod postgres;
mod reset;
mod rooms;
mod sms;
mod strength;
mod suite;
mod talk;
mod walk;
