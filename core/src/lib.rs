//! Guichet, the whole product without a face: every rule of the counter, called by every door.
//!
//! Rooms stand in the order in which they may call each other; `tests/architecture.rs` holds them to it.

#[macro_use]
pub mod kernel;

pub mod outside;
pub mod policy;

pub mod people;

pub mod channel;

pub mod account;

pub mod password;

pub mod factor;

pub mod session;

pub mod log;
pub mod ticket;

pub mod leave;

pub mod payslip;

pub mod document;
pub mod profile;

pub mod announcement;
pub mod help;

pub mod conversation;

pub mod diagnosis;

pub mod reminder;

#[cfg(any(test, feature = "testing"))]
pub mod testing;
