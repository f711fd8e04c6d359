//! The authenticator apps of the demo's staff, who have no telephone: each seed follows from the folder's key, and
//! `guichet code` stands in for the app.

use clap::Args;
use guichet_core::factor::Seed;
use guichet_core::kernel::{clock::Clock, config::Settings, fault::Fault, secret::Keys};
use std::path::PathBuf;

use super::{CONFIG, FOLDER};
use crate::print;

/// Show a code.
#[derive(Args)]
pub struct Options {
    /// Whose, for instance `karim.benali`
    #[arg(long = "as", value_name = "NAME")]
    name: String,
    /// Folder of the demo
    #[arg(long, default_value = FOLDER)]
    folder: PathBuf,
}

/// Prints the code of this moment.
pub fn code(options: &Options) -> Result<(), Fault> {
    let settings = Settings::read(Some(&options.folder.join(CONFIG)), Settings::environment())?;
    let code = seed_of(&settings.keys()?, &options.name).code(Clock::System.now());
    print::line(&code.ok_or_else(|| Fault::outside("totp", "no code"))?);
    Ok(())
}

/// The seed of somebody's app.
pub fn seed_of(keys: &Keys, username: &str) -> Seed {
    let mut bytes = [0; 20];
    bytes
        .iter_mut()
        .zip(keys.tag("demo authenticator", username.as_bytes()))
        .for_each(|(to, from)| *to = from);
    Seed::new(bytes)
}
