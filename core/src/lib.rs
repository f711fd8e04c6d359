//! Guichet, the whole product without a face: every rule of the counter, called by every door.

pub mod account;
pub mod channel;
pub mod factor;
pub mod leave;
pub mod password;
