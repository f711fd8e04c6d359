//! What all stories share: one Synapse and one process of matrix-nio clients, started at the first need.
//! Both end with this process, however it ends.

use crate::browser::{Browser, Page};
use crate::nio::{Agent, Nio};
use guichet::demo::{accounts, hydrogen::Hydrogen, python::Venv, synapse::Synapse};
use guichet_core::kernel::{chance::Chance, words::Lang};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::runtime::Runtime;
use tokio::sync::OnceCell;

/// Of every Matrix account.
pub const PASSWORD: &str = "matrix-password";

/// One runtime for all stories, since what they share lives on it.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());
static SUITE: OnceCell<Suite> = OnceCell::const_new();
static COUNT: AtomicU32 = AtomicU32::new(1);

pub struct Suite {
    synapse: Synapse,
    nio: Nio,
    browser: OnceCell<Browser>,
    http: reqwest::Client,
    folder: PathBuf,
}

/// Plays a story that needs nothing of the suite.
pub fn alone(story: impl Future<Output = ()>) {
    RUNTIME.block_on(story);
}

/// Plays a story.
pub fn run(story: impl AsyncFnOnce(&'static Suite)) {
    RUNTIME.block_on(async { story(SUITE.get_or_init(Suite::start).await).await });
}

impl Suite {
    async fn start() -> Self {
        let python = python().await;
        let folder = target().join("suite");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let place = folder.join("synapse");
        let synapse = Synapse::start(&python, &place, &Chance::System).await.unwrap();
        let http = accounts::client().unwrap();
        Self {
            nio: Nio::start(&python),
            browser: OnceCell::new(),
            synapse,
            http,
            folder,
        }
    }

    /// The homeserver that all stories share.
    pub fn synapse(&self) -> &Synapse {
        &self.synapse
    }

    /// A homeserver of one story, which it may stop and start again in the same folder.
    pub async fn synapse_in(&self, folder: &Path) -> Synapse {
        Synapse::start(&python().await, folder, &Chance::System)
            .await
            .unwrap()
    }

    /// An empty folder of its own.
    pub fn scratch(&self, name: &str) -> PathBuf {
        let path = self
            .folder
            .join(format!("{name}-{}", COUNT.fetch_add(1, Ordering::Relaxed)));
        std::fs::create_dir_all(&path).unwrap();
        path
    }

    /// A Matrix account, if there is none yet.
    pub async fn register(&self, home: &Synapse, user: &str, password: &str) {
        let account = accounts::Account {
            user,
            name: user,
            password,
        };
        accounts::register(&self.http, home.url(), home.registration_secret(), &account)
            .await
            .unwrap();
    }

    /// Somebody at a browser of their own.
    pub async fn browse(&'static self) -> Page<'static> {
        self.browser.get_or_init(Browser::start).await.person().await
    }

    /// Somebody whose browser runs scripts.
    pub async fn browse_with_scripts(&'static self) -> Page<'static> {
        let browser = self.browser.get_or_init(Browser::start).await;
        browser.person_with_scripts().await
    }

    /// Somebody whose every page is examined.
    pub async fn examine(&'static self, lang: Lang, pictures: &Path) -> Page<'static> {
        let browser = self.browser.get_or_init(Browser::start).await;
        browser.examiner(lang, pictures).await
    }

    /// A new device of that account, with matrix-nio.
    pub async fn login(&'static self, user: &str) -> Agent<'static> {
        self.register(&self.synapse, user, PASSWORD).await;
        self.login_at(self.synapse.url(), user, PASSWORD).await
    }

    /// The same on a homeserver of one's own.
    pub async fn login_at(&'static self, homeserver: &str, user: &str, password: &str) -> Agent<'static> {
        let store = self.scratch("nio");
        self.nio.login(homeserver, user, password, &store).await
    }
}

pub fn target() -> PathBuf {
    env!("CARGO_TARGET_TMPDIR").into()
}

/// The interpreter of the environment with Synapse and matrix-nio.
pub async fn python() -> PathBuf {
    venv().await.join("bin/python")
}

/// The environment that `GUICHET_E2E_VENV` names, else one of our own beside the build, made at the first run.
#[expect(
    clippy::disallowed_methods,
    reason = "tests are told by the environment which Python to use"
)]
pub async fn venv() -> PathBuf {
    static MADE: OnceCell<PathBuf> = OnceCell::const_new();
    let make = async || {
        if let Ok(venv) = std::env::var("GUICHET_E2E_VENV") {
            return PathBuf::from(venv);
        }
        let packages: Vec<&str> = include_str!("requirements.txt").lines().collect();
        let root = target().join("venv");
        let venv = Venv::new(root.clone(), &packages);
        if !venv.is_ready() {
            venv.make(&target().join("pip.log")).await.unwrap();
        }
        root
    };
    MADE.get_or_init(make).await.clone()
}

/// Hydrogen, built beside the tests at the first run.
pub async fn hydrogen() -> PathBuf {
    static BUILT: OnceCell<PathBuf> = OnceCell::const_new();
    let build = async || {
        let root = target().join("hydrogen");
        let hydrogen = Hydrogen::new(root.clone());
        if !hydrogen.is_built() {
            hydrogen.build(&target().join("npm.log")).await.unwrap();
        }
        root
    };
    BUILT.get_or_init(build).await.clone()
}

/// Whether something listens there.
pub fn answers(url: &str) -> bool {
    let address = Path::new(url).file_name().unwrap().to_str().unwrap();
    std::net::TcpStream::connect(address).is_ok()
}
