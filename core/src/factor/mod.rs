//! Second factors.

pub mod totp;
