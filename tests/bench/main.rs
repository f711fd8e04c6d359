//! What the figures need beside the product: a bot that only echoes, and a city of any size. See `README.md`.

mod crowd;
mod diagnose;
mod echo;
#[path = "../history/mod.rs"]
mod history;
mod leave;
mod understand;

use anyhow::{Context, Result, bail};
use guichet_core::kernel::config::Settings;
use std::path::Path;

fn main() -> Result<()> {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Runtime::new()?;
    match asked[..] {
        ["echo", homeserver, user, password, store] => {
            runtime.block_on(echo::run(homeserver, user, password, Path::new(store)))
        }
        ["fill", config, agents] => {
            let agents = agents.parse().context("the number of agents")?;
            let settings = Settings::read(Some(Path::new(config)), Settings::environment())?;
            runtime.block_on(crowd::fill(settings, agents))
        }
        ["diagnose", config] => {
            let settings = Settings::read(Some(Path::new(config)), Settings::environment())?;
            runtime.block_on(diagnose::run(settings))
        }
        ["understand", inputs] => understand::run(inputs.parse().context("the number of inputs")?),
        ["crowd", config, operations, clients] => {
            let settings = Settings::read(Some(Path::new(config)), Settings::environment())?;
            runtime.block_on(leave::crowd(settings, operations.parse()?, clients.parse()?))
        }
        ["count", config] => {
            let settings = Settings::read(Some(Path::new(config)), Settings::environment())?;
            leave::count(&settings)
        }
        _ => {
            bail!(
                "guichet-bench echo HOMESERVER USER PASSWORD STORE | fill CONFIG AGENTS | diagnose CONFIG \
                 | crowd CONFIG OPERATIONS CLIENTS | count CONFIG | understand INPUTS"
            )
        }
    }
}
