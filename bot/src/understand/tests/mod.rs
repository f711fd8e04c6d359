//! What the understanding must do.

mod certain;
mod corpus;
mod data;
mod robust;
mod secrets;
mod table;

use chrono::NaiveDate;

use guichet_core::kernel::words::Lang;

use super::{Understood, understand};

/// A Wednesday.
fn today() -> NaiveDate {
    day("2026-03-11")
}

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn hear(text: &str) -> Understood {
    understand(text, today(), Lang::Fr)
}
