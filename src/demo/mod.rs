//! The demo: a fictional city and a homeserver of its own, in one folder that can be thrown away.

pub mod accounts;
pub mod city;
pub mod folder;
pub mod load;
pub mod pdf;
pub mod python;
pub mod synapse;

mod home;
mod payslips;
mod progress;
mod run;
mod settings;
mod staff;

pub use home::PASSWORD;
pub use run::{FOLDER, Options, run};
pub use settings::FILE as CONFIG;
pub use staff::{Options as CodeOptions, code};
