//! `guichet demo`, from the folder to the last word.

use clap::Args;
use guichet_core::kernel::{chance::Chance, fault::Fault, house::House, line::Value, words::Lang};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::oneshot;

use super::folder::{Folder, wrong};
use super::home::{BOT, Home, PASSWORD};
use super::hydrogen::{self, Hydrogen};
use super::progress::Progress;
use super::{city, load, payslips, python, settings};
use crate::{log, open, print, serve, stop::Stop};

/// The city is the same for everybody.
const SEED: u64 = 1789;
/// Where the demo lives, unless told otherwise.
pub const FOLDER: &str = "demo";
/// Written when the city is complete.
const LOADED: &str = "loaded";

/// Play with a fictional city.
#[derive(Args)]
pub struct Options {
    /// Folder of the demo: everything it makes is in there
    #[arg(long, default_value = FOLDER)]
    folder: PathBuf,
    /// First port of the space; the next two, the tenth and the twentieth after it are used as well
    #[arg(long, default_value_t = 8480)]
    port: u16,
    /// A Synapse that is already running, instead of the demo's own
    #[arg(long, value_name = "URL", requires = "registration_secret")]
    pub homeserver: Option<String>,
    /// File with that Synapse's `registration_shared_secret`
    #[arg(long, value_name = "FILE", requires = "homeserver")]
    pub registration_secret: Option<PathBuf>,
}

/// Runs until somebody stops it.
pub async fn run(options: &Options, lang: Lang, filter: &str) -> Result<(), Fault> {
    let folder = Folder::open(&options.folder)?;
    log::to_file(filter, &folder.path("guichet.log"))?;
    let chance = Chance::System;
    let draft = settings::draft(options.port)?;
    let progress = Progress {
        words: open::words(&draft)?,
        lang,
    };
    let remedy = "stop what uses it, or name another port with --port";
    let doors = serve::doors(&draft, remedy).await?;
    let (listener, address) = hydrogen::door(options.port, remedy).await?;
    let stop = Stop::on_signals()?;
    let mut home = tokio::select! {
        () = stop.asked() => return Ok(()),
        home = Home::open(&folder, options, &progress, &chance) => home?,
    };
    let ready = tokio::select! {
        () = stop.asked() => None,
        ready = async {
            let house = prepare(&folder, options, &progress, &home, &chance).await?;
            Ok((house, client(&folder, &progress).await))
        } => Some(ready),
    };
    let end = match ready {
        None => Ok(()),
        Some(Err(fault)) => Err(fault),
        Some(Ok((house, client))) => {
            let greeting = welcome(
                &progress,
                options,
                &home,
                &house,
                shown(&progress, &client, address),
            );
            let homeserver = home.url.clone();
            let (ready, connected) = oneshot::channel();
            let mut service = std::pin::pin!(serve::run(house, doors, stop.clone(), ready));
            let greet = async {
                if progress.during("connecting", connected).await.is_ok() {
                    print::line(&greeting);
                }
                if let Ok(client) = client
                    && let Err(fault) = hydrogen::serve(listener, client.public(), homeserver).await
                {
                    tracing::error!(%fault, "the web client is closed");
                }
                std::future::pending().await
            };
            tokio::select! {
                end = &mut service => end,
                () = greet => Ok(()),
                () = home.died() => {
                    stop.ask();
                    service.await?;
                    let log = folder.path("synapse").join("synapse.log");
                    Err(Fault::outside("Synapse", format!("it has stopped\n{}", python::tail(&log))))
                }
            }
        }
    };
    progress.during("stopping", home.stop()).await;
    end
}

/// Opens the house, and at the first start fills it.
async fn prepare(
    folder: &Folder,
    options: &Options,
    progress: &Progress,
    home: &Home,
    chance: &Chance,
) -> Result<Arc<House>, Fault> {
    let server = home.register_bot(folder, chance).await?;
    let settings = settings::write(folder, options.port, (&home.url, &server), chance)?;
    let loaded = folder.path(LOADED);
    if !loaded.exists() {
        // A city that was not finished is begun anew.
        for name in ["guichet.sqlite", "guichet.sqlite-wal", "guichet.sqlite-shm"] {
            let _ = fs::remove_file(folder.path(name));
        }
        for name in ["payslips", "dropped", "proofs"] {
            let _ = fs::remove_dir_all(folder.path(name));
        }
    }
    let house = open::house(settings).await?;
    house.db.migrate().await?;
    if !loaded.exists() {
        let city = city::generate(SEED, house.today_at(house.clock.now()));
        progress.during("registering", home.register_all(&city)).await?;
        let dropped = folder.path("dropped");
        let filled = async {
            load::load(&house, &city).await?;
            payslips::load(&house, &city, &dropped).await
        };
        progress.during("loading", filled).await?;
        fs::write(&loaded, "").map_err(|e| wrong(&loaded, e))?;
    }
    Ok(house)
}

/// A Matrix client for the browser. Where there is no npm, the demo does without.
async fn client(folder: &Folder, progress: &Progress) -> Result<Hydrogen, Fault> {
    let client = Hydrogen::new(folder.path("hydrogen"));
    if !client.is_built() {
        let log = folder.path("npm.log");
        progress.during("building", client.build(&log)).await?;
    }
    Ok(client)
}

/// Where it is, or why there is none.
fn shown(progress: &Progress, client: &Result<Hydrogen, Fault>, address: String) -> String {
    match client {
        Ok(_) => address,
        Err(fault) => progress.say("no-client", &vec![("why".into(), fault.to_string().into())]),
    }
}

/// Who to sign in as, and what to try.
fn welcome(progress: &Progress, options: &Options, home: &Home, house: &House, client: String) -> String {
    let folder = options.folder.display().to_string();
    let other = if folder == FOLDER {
        String::new()
    } else {
        format!(" --folder {folder}")
    };
    let args = [
        ("homeserver", home.url.clone()),
        ("client", client),
        ("bot", format!("@{BOT}:{}", house.settings.matrix.trusted_server)),
        ("password", PASSWORD.to_owned()),
        ("space", house.settings.space.public_url.clone()),
        ("console", house.settings.console.public_url.clone()),
        ("program", program()),
        ("other", other),
        ("folder", folder),
    ];
    let args = args.map(|(name, value)| (name.to_owned(), Value::from(value)));
    progress.say("welcome", &args.into())
}

/// How this program is started from here: it may be in no search path.
fn program() -> String {
    let path = std::env::current_exe().unwrap_or_else(|_| "guichet".into());
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(&path).display().to_string()
}
