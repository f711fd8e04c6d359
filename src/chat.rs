//! `guichet chat`: a Matrix client in the terminal, to talk to the bot of the demo as any of its people.

use clap::Args;
use guichet_bot::matrix::client::{self, Chat};
use guichet_bot::matrix::connect::Account;
use guichet_core::kernel::{
    chance::Chance,
    config::{Settings, secret_file},
    fault::Fault,
    secret::Secret,
    words::Lang,
};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::io::{BufReader, stdin, stdout};

use crate::{demo, log, open};

/// Talk to the bot.
#[derive(Args)]
pub struct Options {
    /// Who talks, for instance `amina.diallo`
    #[arg(long = "as", value_name = "NAME")]
    name: String,
    /// Folder of the demo
    #[arg(long, default_value = demo::FOLDER)]
    folder: PathBuf,
    /// File with the password of the Matrix account, where it is not the demo's
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
}

/// Talks until the input ends. With `config` the homeserver is that configuration's instead of the demo's.
pub async fn run(options: &Options, config: Option<&Path>, lang: Lang, filter: &str) -> Result<(), Fault> {
    let file = options.folder.join(demo::CONFIG);
    if config.is_none() && !file.exists() {
        let remedy = "no demo has been there: start one with `cargo demo`, or name its folder";
        return Err(Fault::config(
            "--folder",
            options.folder.display().to_string(),
            remedy,
        ));
    }
    let settings = Settings::read(Some(config.unwrap_or(&file)), Settings::environment())?;
    let password = match &options.password_file {
        Some(path) => secret_file("--password-file", path)?,
        None => Secret::new(demo::PASSWORD.to_owned()),
    };
    log::to_file(filter, &options.folder.join("chat.log"))?;
    let matrix = &settings.matrix;
    let chat = Chat {
        account: Account {
            homeserver: matrix.homeserver.clone(),
            user: options.name.clone(),
            password: Arc::new(password),
            recovery: None,
            store: options.folder.join("chat").join(&options.name),
            display_name: None,
        },
        bot: format!("@{}:{}", matrix.user, matrix.trusted_server),
        lang,
        scripted: !std::io::stdin().is_terminal(),
    };
    let words = open::words(&settings)?;
    let talk = client::chat(&chat, &words, &Chance::System, BufReader::new(stdin()), stdout());
    if talk.await? {
        Ok(())
    } else {
        Err(Fault::outside("bot", "no answer"))
    }
}
