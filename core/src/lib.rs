//! Guichet, the whole product without a face: every rule of the counter, called by every door.

pub mod leave;
