//! A Synapse of our own: on loopback, with SQLite, gone when we are.

use super::accounts;
use super::folder::{private_dir, secret, write_private, wrong};
use super::python::tail;
use guichet_core::kernel::{chance::Chance, fault::Fault};
use serde_json::{Value, json};
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, ChildStdin, Command};
use tokio::time::{sleep, timeout};

/// The name that its Matrix IDs end in.
pub const SERVER_NAME: &str = "localhost";
/// Watches over Synapse from inside its process.
const KEEPER: &str = include_str!("keeper.py");
/// It is ready in two to four seconds; a machine busy compiling takes longer.
const READY_WITHIN: Duration = Duration::from_secs(90);
const STOPS_WITHIN: Duration = Duration::from_secs(10);

/// A running Synapse. Dropping it ends it; [`Synapse::stop`] also waits until it is gone.
pub struct Synapse {
    child: Child,
    /// Its standard input, apart from the child, whose `wait` would close it: see `keeper.py`.
    leash: Option<ChildStdin>,
    url: String,
    registration_secret: String,
}

impl Synapse {
    /// Starts it in `folder` with the interpreter `python`, on the port of last time if that is free.
    /// Returns when it answers.
    pub async fn start(python: &Path, folder: &Path, chance: &Chance) -> Result<Self, Fault> {
        private_dir(folder)?;
        let port = port(&folder.join("port"))?;
        let registration_secret = secret(&folder.join("registration.secret"), chance)?;
        prepare(folder, port, &registration_secret, chance)?;
        let log = folder.join("synapse.log");
        let out = File::options()
            .create(true)
            .append(true)
            .open(&log)
            .map_err(|e| wrong(&log, e))?;
        let err = out.try_clone().map_err(|e| wrong(&log, e))?;
        let mut child = Command::new(python)
            .arg(folder.join("keeper.py"))
            .arg("--config-path")
            .arg(folder.join("homeserver.yaml"))
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(out)
            .stderr(err)
            // Ctrl-C in the terminal is for us: the bot leaves first, then its homeserver.
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .map_err(|e| Fault::outside("Synapse", e))?;
        let leash = child.stdin.take();
        let url = format!("http://127.0.0.1:{port}");
        tokio::select! {
            _ = child.wait() => Err(Fault::outside("Synapse", format!("it stopped at once\n{}", tail(&log)))),
            ready = timeout(READY_WITHIN, answers(&url)) => match ready {
                Ok(()) => Ok(()),
                Err(_) => Err(Fault::outside("Synapse", format!("no answer on {url}\n{}", tail(&log)))),
            },
        }?;
        Ok(Self {
            child,
            leash,
            url,
            registration_secret,
        })
    }

    /// Where clients reach it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What allows to register accounts.
    pub fn registration_secret(&self) -> &str {
        &self.registration_secret
    }

    /// Returns when it has died on its own.
    pub async fn died(&mut self) {
        let _ = self.child.wait().await;
    }

    /// Asks it to stop, and kills it if it does not.
    pub async fn stop(mut self) {
        drop(self.leash.take());
        if timeout(STOPS_WITHIN, self.child.wait()).await.is_err() {
            let _ = self.child.kill().await;
        }
    }
}

async fn answers(url: &str) {
    while accounts::answers(url).await.is_err() {
        sleep(Duration::from_millis(50)).await;
    }
}

/// The port of last time, so that clients find their server again; otherwise any free one.
fn port(kept: &Path) -> Result<u16, Fault> {
    let last = fs::read_to_string(kept)
        .ok()
        .and_then(|text| text.trim().parse().ok())
        .unwrap_or(0);
    let free = TcpListener::bind(("127.0.0.1", last)).or_else(|_| TcpListener::bind(("127.0.0.1", 0)));
    let port = free
        .and_then(|listener| listener.local_addr())
        .map_err(|e| Fault::outside("loopback", e))?
        .port();
    fs::write(kept, port.to_string()).map_err(|e| wrong(kept, e))?;
    Ok(port)
}

/// Writes its configuration. JSON is YAML, and escapes what a path may hold.
fn prepare(folder: &Path, port: u16, registration_secret: &str, chance: &Chance) -> Result<(), Fault> {
    // Synapse reads the 32 bytes in plain base64, our tokens are the same in the URL-safe alphabet.
    let seed = secret(&folder.join("signing.secret"), chance)?
        .replace('-', "+")
        .replace('_', "/");
    write_private(&folder.join("signing.key"), &format!("ed25519 a_demo {seed}\n"))?;
    let macaroon = secret(&folder.join("macaroon.secret"), chance)?;
    let file = |name: &str| folder.join(name).display().to_string();
    let mut config = json!({
        "server_name": SERVER_NAME,
        "pid_file": file("synapse.pid"),
        "listeners": [{
            "port": port, "bind_addresses": ["127.0.0.1"], "type": "http", "tls": false,
            "resources": [{ "names": ["client"] }],
        }],
        "database": { "name": "sqlite3", "args": { "database": file("homeserver.sqlite") } },
        "log_config": file("log.yaml"),
        "media_store_path": file("media"),
        "signing_key_path": file("signing.key"),
        "registration_shared_secret": registration_secret,
        "macaroon_secret_key": macaroon,
        "report_stats": false,
        "trusted_key_servers": [],
        "presence": { "enabled": false },
        // The passwords of the demo are printed on the screen: time spent on hashing them protects nobody.
        "bcrypt_rounds": 4,
        // So that people find the bot by its name, and every direct room is encrypted whatever the client does.
        "user_directory": { "search_all_users": true },
        "encryption_enabled_by_default_for_room_type": "invite",
    });
    if let Some(config) = config.as_object_mut() {
        config.extend(unlimited());
    }
    let log = json!({
        "version": 1,
        "formatters": { "plain": { "format": "%(asctime)s %(name)s %(levelname)s %(message)s" } },
        "handlers": {
            "file": { "class": "logging.FileHandler", "filename": file("synapse.log"), "formatter": "plain" },
        },
        "root": { "level": "WARNING", "handlers": ["file"] },
        "disable_existing_loggers": false,
    });
    write_private(&folder.join("homeserver.yaml"), &config.to_string())?;
    write_private(&folder.join("log.yaml"), &log.to_string())?;
    write_private(&folder.join("keeper.py"), KEEPER)
}

/// One person plays sixty agents here: Synapse's limits on each would only stand in the way.
fn unlimited() -> serde_json::Map<String, Value> {
    let free = json!({ "per_second": 100_000, "burst_count": 100_000 });
    let each = |names: &[&str]| {
        Value::Object(
            names
                .iter()
                .map(|name| ((*name).to_owned(), free.clone()))
                .collect(),
        )
    };
    let plain = [
        "rc_message",
        "rc_registration",
        "rc_joins_per_room",
        "rc_room_creation",
        "rc_key_requests",
    ];
    plain
        .iter()
        .map(|name| ((*name).to_owned(), free.clone()))
        .chain([
            (
                "rc_login".to_owned(),
                each(&["address", "account", "failed_attempts"]),
            ),
            ("rc_joins".to_owned(), each(&["local", "remote"])),
            (
                "rc_invites".to_owned(),
                each(&["per_room", "per_user", "per_issuer"]),
            ),
        ])
        .collect()
}
