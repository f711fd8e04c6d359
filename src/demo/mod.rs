//! The demo: a fictional city and a homeserver of its own, in one folder that can be thrown away.

pub mod accounts;
pub mod city;
pub mod folder;
pub mod hydrogen;
pub mod load;
pub mod payslips;
pub mod pdf;
pub mod python;
pub mod synapse;

mod home;
mod progress;
mod run;
mod settings;
mod staff;

pub use home::PASSWORD;
pub use run::{FOLDER, Options, run};
pub use settings::FILE as CONFIG;
pub use staff::{Options as CodeOptions, code, seed_of};
