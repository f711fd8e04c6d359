//! The demo's homeserver: its own, or one that is already there.

use futures_util::{StreamExt, TryStreamExt, stream};
use guichet_core::kernel::{chance::Chance, fault::Fault};
use std::fs;

use super::Options;
use super::accounts::{self, Account};
use super::city::City;
use super::folder::{Folder, secret, wrong};
use super::progress::Progress;
use super::python::{SYNAPSE, Venv};
use super::synapse::Synapse;

/// The bot's account, and what stands in for a person's password on the demo's homeserver.
pub const BOT: &str = "guichet";
/// Printed on the screen: it opens nothing but accounts of people who do not exist.
pub const PASSWORD: &str = "Bienvenue-2026!";
/// How many accounts are registered at once.
const AT_ONCE: usize = 4;

/// A homeserver that answers.
pub struct Home {
    /// Where it answers.
    pub url: String,
    secret: String,
    own: Option<Synapse>,
}

impl Home {
    /// Starts the demo's own, or finds the one that the options name.
    pub async fn open(
        folder: &Folder,
        options: &Options,
        progress: &Progress,
        chance: &Chance,
    ) -> Result<Self, Fault> {
        if let (Some(url), Some(file)) = (&options.homeserver, &options.registration_secret) {
            let read = fs::read_to_string(file).map_err(|e| {
                let remedy = format!("{e}: name the file that holds its `registration_shared_secret`");
                Fault::config("--registration-secret", file.display().to_string(), remedy)
            })?;
            let url = url.trim_end_matches('/').to_owned();
            accounts::answers(&url).await.map_err(|fault| {
                Fault::config(
                    "--homeserver",
                    &url,
                    format!("{fault}: name a homeserver that is running"),
                )
            })?;
            return Ok(Self {
                url,
                secret: read.trim().to_owned(),
                own: None,
            });
        }
        let venv = Venv::new(folder.path("venv"), &[SYNAPSE]);
        if !venv.is_ready() {
            progress
                .during("installing", venv.make(&folder.path("pip.log")))
                .await?;
        }
        let (python, place) = (venv.python(), folder.path("synapse"));
        let start = Synapse::start(&python, &place, chance);
        let own = progress.during("starting", start).await?;
        Ok(Self {
            url: own.url().to_owned(),
            secret: own.registration_secret().to_owned(),
            own: Some(own),
        })
    }

    /// Registers the bot, and returns the name of the server.
    pub async fn register_bot(&self, folder: &Folder, chance: &Chance) -> Result<String, Fault> {
        let kept = folder.path("server.name");
        if let Ok(name) = fs::read_to_string(&kept) {
            return Ok(name);
        }
        let password = secret(&folder.path("matrix.password"), chance)?;
        let bot = Account {
            user: BOT,
            name: BOT,
            password: &password,
        };
        let id = accounts::register(&accounts::client()?, &self.url, &self.secret, &bot).await?;
        let server = id
            .as_deref()
            .and_then(|id| id.split_once(':'))
            .map(|(_, server)| server.to_owned());
        let Some(server) = server else {
            let remedy = format!(
                "it already has an account `{BOT}`: name another homeserver, or the folder of that demo"
            );
            return Err(Fault::config("--homeserver", &self.url, remedy));
        };
        fs::write(&kept, &server).map_err(|e| wrong(&kept, e))?;
        Ok(server)
    }

    /// Registers everybody in the city.
    pub async fn register_all(&self, city: &City) -> Result<(), Fault> {
        let client = accounts::client()?;
        let register = async |file: &guichet_core::people::Newcomer| {
            let name = format!("{} {}", file.given_name, file.family_name);
            let account = Account {
                user: &file.username,
                name: &name,
                password: PASSWORD,
            };
            accounts::register(&client, &self.url, &self.secret, &account)
                .await
                .map(drop)
        };
        let all = stream::iter(&city.agents).map(|agent| register(&agent.file));
        all.buffer_unordered(AT_ONCE).try_collect().await
    }

    /// Returns when it has died on its own. One that is not ours is not watched.
    pub async fn died(&mut self) {
        match &mut self.own {
            Some(own) => own.died().await,
            None => std::future::pending().await,
        }
    }

    /// Stops it, if it is ours.
    pub async fn stop(self) {
        if let Some(own) = self.own {
            own.stop().await;
        }
    }
}
