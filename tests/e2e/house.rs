//! A Guichet of one story: its own database, its own bot account, the real binary.

use crate::kannel::Kannel;
use crate::nio::Agent;
use crate::postbox::Postbox;
use crate::suite::{self, Suite};
use guichet::demo::{city, load, payslips, seed_of, synapse::Synapse};
use guichet::open;
use guichet_core::kernel::actor::{Grant, Role};
use guichet_core::kernel::chance::Chance;
use guichet_core::kernel::clock::Clock;
use guichet_core::kernel::config::Settings;
use guichet_core::kernel::secret::Keys;
use guichet_core::kernel::{words::Words, work::Work};
use guichet_core::payslip::Month;
use guichet_core::people;
use sqlx::{Connection, Executor, PgConnection};
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;
use tokio::process::{Child, Command};
use tokio::time::{interval, timeout};

/// The binary under test.
pub const GUICHET: &str = env!("CARGO_BIN_EXE_guichet");

const KEY: &str = "0707070707070707070707070707070707070707070707070707070707070707";

/// The city's people, bot and database, with or without a process that serves them.
pub struct House {
    /// The agents' space.
    pub space: String,
    /// The console.
    pub console: String,
    /// The console's way from the mobile portal.
    pub outside: String,
    /// The city's sentences.
    pub words: Words,
    /// Of which month everybody has a payslip.
    pub payslip: Month,
    /// Where its mail arrives: a server of its own, since everybody has the same address in every house.
    pub post: Postbox,
    /// The bot's Matrix ID.
    pub bot: String,
    folder: PathBuf,
    /// What the configuration does not say.
    environment: Vec<(&'static str, String)>,
    child: Option<Child>,
}

/// Plays a story on SQLite and on PostgreSQL.
pub async fn both(suite: &'static Suite, story: impl AsyncFn(&mut House)) {
    story(&mut House::on_sqlite(suite, suite.synapse()).await).await;
    if let Some(server) = postgres() {
        story(&mut House::on_postgres(suite, &server).await).await;
    }
}

/// Whether this run has a PostgreSQL.
pub fn has_postgres() -> bool {
    postgres().is_some()
}

#[expect(
    clippy::disallowed_methods,
    reason = "tests are told by the environment where PostgreSQL is"
)]
fn postgres() -> Option<String> {
    std::env::var("GUICHET_TEST_PG")
        .ok()
        .map(|server| server.trim_end_matches('/').to_owned())
}

impl House {
    /// A house on SQLite whose bot lives on that homeserver.
    pub async fn on_sqlite(suite: &Suite, home: &Synapse) -> Self {
        let folder = suite.scratch("house");
        let database = format!("sqlite:{}", folder.join("guichet.sqlite").display());
        Self::open(suite, home, folder, &database, None).await
    }

    /// A house on SQLite that keeps its mail in a folder and shows it, as the demo does. Two codes may follow each other
    /// at once: nobody waits a minute between two pages.
    pub async fn keeping_mail(suite: &Suite) -> Self {
        let folder = suite.scratch("house");
        let database = format!("sqlite:{}", folder.join("guichet.sqlite").display());
        let mail = format!("folder:{}", folder.join("outbox").display());
        let mut house = Self::open(suite, suite.synapse(), folder, &database, Some(&mail)).await;
        house.environment = vec![("GUICHET__SMS__PAUSE_SECONDS", "0".to_owned())];
        house
    }

    /// A house on a PostgreSQL server.
    pub async fn on_postgres(suite: &Suite, server: &str) -> Self {
        let folder = suite.scratch("house");
        let name =
            format!("{}_{}", folder.file_name().unwrap().display(), std::process::id()).replace('-', "_");
        let mut admin = PgConnection::connect(&format!("{server}/postgres"))
            .await
            .unwrap();
        let create = format!("CREATE DATABASE {name} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");
        admin.execute(sqlx::AssertSqlSafe(create)).await.unwrap();
        Self::open(suite, suite.synapse(), folder, &format!("{server}/{name}"), None).await
    }

    /// A house with the demo's city in it. Nothing runs yet.
    async fn open(
        suite: &Suite,
        home: &Synapse,
        folder: PathBuf,
        database: &str,
        mail: Option<&str>,
    ) -> Self {
        let user = folder.file_name().unwrap().to_str().unwrap().to_owned();
        suite.register(home, &user, "bot-password").await;
        let (space, console, outside) = (free_port(), free_port(), free_port());
        let homeserver = home.url();
        let post = Postbox::start(&suite::python().await).await;
        let config = format!(
            "database = '{database}'\n\
             [matrix]\nhomeserver = '{homeserver}'\nuser = '{user}'\ntrusted_server = 'localhost'\n\
             [space]\npublic_url = 'http://localhost:{space}'\n\
             listen = [{{ address = '127.0.0.1:{space}', channel = 'internal' }}]\n\
             [console]\npublic_url = 'http://localhost:{console}'\n\
             listen = [{{ address = '127.0.0.1:{console}', channel = 'internal' }},\
             {{ address = '127.0.0.1:{outside}', channel = 'mobile' }}]\n\
             [mail]\ntransport = '{mail}'\n\
             [sms]\ntransport = 'folder:{sms}'\n",
            mail = mail.unwrap_or(&post.url),
            sms = folder.join("sms").display(),
        );
        let file = folder.join("guichet.toml");
        let chance = Chance::System;
        for (name, content) in [
            ("guichet.toml", config),
            ("guichet.key", KEY.to_owned()),
            ("matrix.password", "bot-password".to_owned()),
            ("matrix.passphrase", chance.token().unwrap()),
        ] {
            fs::write(folder.join(name), content).unwrap();
        }
        let settings = Settings::read(Some(&file), std::iter::empty()).unwrap();
        let core = open::house(settings).await.unwrap();
        core.db.migrate().await.unwrap();
        let today = core.today_at(core.clock.now());
        let mut city = city::generate(1789, today);
        load::load(&core, &city).await.unwrap();
        let month = city.payslips.iter().map(|slip| slip.month).max();
        city.payslips.retain(|slip| Some(slip.month) == month);
        payslips::load(&core, &city, &folder.join("dropped"))
            .await
            .unwrap();
        core.db.close().await;
        Self {
            space: format!("http://localhost:{space}"),
            console: format!("http://localhost:{console}"),
            outside: format!("http://localhost:{outside}"),
            post,
            words: core.words.clone(),
            payslip: Month::of(month.unwrap()),
            bot: format!("@{user}:localhost"),
            folder,
            environment: vec![],
            child: None,
        }
    }

    /// Gives somebody a role, who has no authenticator app yet.
    pub async fn appoint(&self, username: &str, role: Role) {
        let file = self.folder.join("guichet.toml");
        let settings = Settings::read(Some(&file), std::iter::empty()).unwrap();
        let core = open::house(settings).await.unwrap();
        let mut work = Work::write(&core).await.unwrap();
        work.act_as_operator();
        let agent = people::by_username(&mut work, username).await.unwrap().unwrap();
        let grant = Grant {
            role,
            department: None,
        };
        people::grant(&mut work, agent.id, grant).await.unwrap();
        work.save().await.unwrap();
        core.db.close().await;
    }

    /// Starts `guichet serve`.
    pub fn serve(&mut self) {
        let log = File::options()
            .create(true)
            .append(true)
            .open(self.log())
            .unwrap();
        let child = Command::new(GUICHET)
            .args(["serve", "--config"])
            .arg(self.folder.join("guichet.toml"))
            .envs(self.environment.clone())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .kill_on_drop(true)
            .spawn();
        self.child = Some(child.unwrap());
    }

    /// From the next start on there is a mobile portal, at the address given back, whose codes leave through a Kannel.
    pub fn on_mobile_through(&mut self, kannel: &Kannel) -> String {
        let inside = self.space.trim_start_matches("http://localhost:");
        let port = free_port();
        let listen = format!(
            "[{{ address = \"127.0.0.1:{inside}\", channel = \"internal\" }}, \
             {{ address = \"127.0.0.1:{port}\", channel = \"mobile\" }}]"
        );
        self.environment = vec![
            ("GUICHET__SPACE__LISTEN", listen),
            ("GUICHET__SMS__TRANSPORT", format!("kannel:{}", kannel.url)),
            (
                "GUICHET__SMS__PASSWORD_FILE",
                kannel.password_file.display().to_string(),
            ),
        ];
        format!("http://localhost:{port}")
    }

    /// What `guichet check` says; everything must be in order.
    pub async fn check(&self) -> String {
        let (status, said) = self.run("check").await;
        assert_eq!(status, Some(0), "{said}");
        said
    }

    /// Runs one command to its end: its exit code, and all that it said, in French.
    pub async fn run(&self, command: &str) -> (Option<i32>, String) {
        let config = self.folder.join("guichet.toml");
        let mut run = Command::new(GUICHET);
        run.args([command, "--lang", "fr", "--config"])
            .arg(config)
            .envs(self.environment.clone());
        let ended = run.stdin(Stdio::null()).output().await.unwrap();
        let said = [ended.stdout, ended.stderr].concat();
        let said = String::from_utf8(said).unwrap().replace('\u{a0}', " ");
        (ended.status.code(), said)
    }

    /// Returns when this is in the log.
    pub async fn until_logged(&self, words: &str) {
        let mut look = interval(Duration::from_millis(100));
        let logged = async {
            while !self.logged().contains(words) {
                look.tick().await;
            }
        };
        timeout(Duration::from_secs(60), logged)
            .await
            .unwrap_or_else(|_| panic!("not logged: {words}"));
    }

    /// What somebody's authenticator app shows now.
    pub fn code(&self, username: &str) -> String {
        let keys = Keys::from_hex(KEY).unwrap();
        seed_of(&keys, username).code(Clock::System.now()).unwrap()
    }

    /// Somebody with a Matrix client whom the bot has welcomed in a direct room.
    pub async fn welcome(&self, suite: &'static Suite, user: &str) -> (Agent<'static>, String) {
        let agent = suite.login(user).await;
        let room = agent.dm(&self.bot).await;
        agent.hear(&room).await;
        (agent, room)
    }

    /// As a power cut would.
    pub async fn kill(&mut self) {
        let mut child = self.child.take().unwrap();
        let ended = child.try_wait().unwrap();
        assert!(
            ended.is_none(),
            "it had ended by itself: {ended:?}\n{}",
            self.logged()
        );
        child.kill().await.unwrap();
    }

    /// What is stored, looked at from another process.
    pub async fn stored(&self) -> Arc<guichet_core::kernel::house::House> {
        let settings = Settings::read(Some(&self.folder.join("guichet.toml")), std::iter::empty()).unwrap();
        open::house(settings).await.unwrap()
    }

    /// As an operator would: it must end by itself, and well.
    pub async fn stop(&mut self) {
        let mut child = self.child.take().unwrap();
        let id = child.id().unwrap().to_string();
        Command::new("kill").args(["-TERM", &id]).status().await.unwrap();
        assert!(child.wait().await.unwrap().success(), "{}", self.logged());
    }

    /// As a disk that was not backed up would.
    pub fn lose_keys(&self) {
        fs::remove_dir_all(self.folder.join("matrix-store/device")).unwrap();
    }

    fn log(&self) -> PathBuf {
        self.folder.join("guichet.log")
    }

    /// What it logged.
    pub fn logged(&self) -> String {
        fs::read_to_string(self.log()).unwrap_or_default()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("{}", self.logged());
        }
    }
}

/// A port that nothing listened on a moment ago.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
