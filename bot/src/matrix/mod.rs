//! The Matrix transport. Nothing outside this folder knows the SDK.

pub mod connect;
pub mod event;
pub mod hear;
mod invite;
mod late;
pub mod room;
pub mod say;
mod trust;
