//! Passwords: what they must be, how they are kept, how they are set, changed and reset.

pub mod hash;
pub mod rules;
