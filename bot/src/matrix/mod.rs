//! The Matrix transport. Nothing outside this folder knows the SDK.

pub mod client;
pub mod connect;
pub mod event;
mod files;
pub mod hear;
mod invite;
mod late;
pub mod link;
mod outbox;
pub mod room;
pub mod say;
#[cfg(test)]
mod tests;
mod trust;
