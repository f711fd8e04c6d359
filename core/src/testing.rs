//! Both databases, a frozen clock and builders, for the tests of every crate.

#![expect(clippy::unwrap_used, reason = "for tests, which may fail loudly")]

use chrono::{DateTime, Duration, Utc};
use sqlx::{Connection, Executor, PgConnection};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::OnceCell;

use crate::account::Circuit;
use crate::channel::Channel;
use crate::factor::{self, Seed};
use crate::kernel::actor::{Actor, Door, Grant, Person, Role};
use crate::kernel::chance::Chance;
use crate::kernel::clock::Clock;
use crate::kernel::config::Settings;
use crate::kernel::db::Db;
use crate::kernel::house::House;
use crate::kernel::line::{Line, Saying};
use crate::kernel::notice::{self, Letter, Text, Way};
use crate::kernel::secret::{Keys, Secret};
use crate::kernel::words::{Lang, Words};
use crate::kernel::work::Work;
use crate::password;
use crate::people::{self, Agent, Department, DepartmentId, Newcomer, Profile};
use crate::session::{SignIn, Site};

#[path = "desk_testing.rs"]
mod desk;

/// A house on a database of its own, at nine o'clock on Wednesday 11 March 2026 in Paris.
pub struct TestHouse {
    house: Arc<House>,
    folder: Option<PathBuf>,
}

impl std::ops::Deref for TestHouse {
    type Target = Arc<House>;
    fn deref(&self) -> &Arc<House> {
        &self.house
    }
}

impl Drop for TestHouse {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.house.settings.document.store);
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

static COUNT: AtomicU32 = AtomicU32::new(0);
static TEMPLATE: OnceCell<String> = OnceCell::const_new();

/// Runs a test on SQLite and, when `GUICHET_TEST_PG` names a server (`tests/run` starts one), on PostgreSQL.
pub async fn both<F: AsyncFn(&TestHouse)>(test: F) {
    both_with(|_| {}, test).await;
}

/// As [`both`], with changed settings.
pub async fn both_with<F: AsyncFn(&TestHouse)>(change: impl Fn(&mut Settings), test: F) {
    test(&TestHouse::sqlite(&change).await).await;
    if let Some(server) = server() {
        let house = TestHouse::pg(&server, &change).await;
        test(&house).await;
        house.db.close().await;
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "tests are told by the environment where PostgreSQL is"
)]
fn server() -> Option<String> {
    std::env::var("GUICHET_TEST_PG").ok()
}

impl TestHouse {
    /// A house on SQLite.
    pub async fn sqlite(change: &impl Fn(&mut Settings)) -> Self {
        let folder = std::env::temp_dir().join(format!("guichet-test-{}-{}", std::process::id(), next()));
        std::fs::create_dir_all(&folder).unwrap();
        let db = Db::open(&format!("sqlite:{}", folder.join("db").display()))
            .await
            .unwrap();
        db.migrate().await.unwrap();
        Self {
            house: house(db, change),
            folder: Some(folder),
        }
    }

    /// A house on a database of its own on a PostgreSQL server, copied from one that was migrated once.
    pub async fn pg(server: &str, change: &impl Fn(&mut Settings)) -> Self {
        let base = server.trim_end_matches('/');
        let template = TEMPLATE
            .get_or_init(|| async {
                let name = format!("guichet_template_{}", std::process::id());
                let mut admin = PgConnection::connect(&format!("{base}/postgres")).await.unwrap();
                create(
                    &mut admin,
                    &format!("CREATE DATABASE {name} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"),
                )
                .await;
                let db = Db::open(&format!("{base}/{name}")).await.unwrap();
                db.migrate().await.unwrap();
                db.close().await;
                name
            })
            .await;
        let name = format!("guichet_test_{}_{}", std::process::id(), next());
        let mut admin = PgConnection::connect(&format!("{base}/postgres")).await.unwrap();
        create(&mut admin, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        Self {
            house: house(Db::open(&format!("{base}/{name}")).await.unwrap(), change),
            folder: None,
        }
    }

    /// Imports an agent `first.last` of department `DFA`, with number and address made from the name.
    pub async fn agent(&self, username: &str) -> Agent {
        self.agent_with(username, |_| {}).await
    }

    /// As [`TestHouse::agent`], with changes.
    pub async fn agent_with(&self, username: &str, change: impl FnOnce(&mut Newcomer)) -> Agent {
        let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
        let (given, family) = username.split_once('.').unwrap();
        let mut newcomer = Newcomer {
            number: format!("{:07}", next() + 1_000_000),
            username: username.to_owned(),
            given_name: capital(given),
            family_name: capital(family),
            email: format!("{username}@paris.example"),
            mobile: None,
            department: "DFA".to_owned(),
            supervisor: None,
            it_contact: None,
            hr_officer: None,
            pattern: "11 11 11 11 11 00 00".to_owned(),
            pattern_anchor: None,
            lang: Lang::Fr,
            profile: Profile::Ordinary,
        };
        change(&mut newcomer);
        let mut work = Work::write(self).await.unwrap();
        work.act_as_operator();
        let department = Department {
            code: newcomer.department.clone(),
            name: "Finances et achats".to_owned(),
        };
        people::import_department(&mut work, &department).await.unwrap();
        let id = people::import_agent(&mut work, &newcomer).await.unwrap();
        let agent = people::find(&mut work, id).await.unwrap().unwrap();
        work.save().await.unwrap();
        agent
    }

    /// Gives an agent a staff role, for the whole city or one department.
    pub async fn grant(&self, agent: &Agent, role: Role, department: Option<DepartmentId>) {
        let mut work = Work::write(self).await.unwrap();
        work.act_as_operator();
        people::grant(&mut work, agent.id, Grant { role, department })
            .await
            .unwrap();
        work.save().await.unwrap();
    }

    /// Links an agent to the chat address `@USERNAME:localhost`, some days ago.
    pub async fn link(&self, agent: &Agent) -> String {
        let address = format!("@{}:localhost", agent.username);
        let mut work = Work::write(self).await.unwrap();
        work.act_as_operator();
        let linked_at = work.now() - Duration::days(3);
        people::provision_link(&mut work, agent.id, &address, linked_at)
            .await
            .unwrap();
        work.save().await.unwrap();
        address
    }

    /// A writing unit in which `agent` acts through `door`.
    pub async fn work(&self, agent: &Agent, door: Door) -> Work {
        let mut work = Work::write(self).await.unwrap();
        let person = people::person(&mut work, agent, door).await.unwrap();
        work.act_as(person);
        work
    }
}

/// A person without roles, for judging policy alone.
pub fn actor(agent: &Agent, door: Door) -> Actor {
    Actor::Person(Person {
        agent: agent.id,
        name: agent.name(),
        lang: agent.lang,
        grants: vec![],
        door,
    })
}

/// Nine o'clock on Wednesday 11 March 2026 in Paris.
pub fn start() -> DateTime<Utc> {
    "2026-03-11T08:00:00Z".parse().unwrap()
}

fn house(db: Db, change: &impl Fn(&mut Settings)) -> Arc<House> {
    let mut settings = Settings::shipped().unwrap();
    // The smallest Argon2 that still is one: tests are about what happens, not about cost.
    (
        settings.password.argon2_memory_kib,
        settings.password.argon2_passes,
    ) = (8, 1);
    settings.matrix.trusted_server = "localhost".to_owned();
    let files = format!("guichet-test-files-{}-{}", std::process::id(), next());
    settings.document.store = std::env::temp_dir().join(files);
    change(&mut settings);
    let words = Words::load(settings.city.time_zone, |lang| settings.names(lang)).unwrap();
    let (clock, chance, keys) = (Clock::frozen(start()), Chance::seeded(7), Keys::new([7; 32]));
    Arc::new(House::new(db, clock, chance, keys, settings, words))
}

fn next() -> u32 {
    COUNT.fetch_add(1, Ordering::Relaxed)
}

async fn create(admin: &mut PgConnection, sql: &str) {
    admin.execute(sqlx::AssertSqlSafe(sql.to_owned())).await.unwrap();
}

/// The second circuit's password of everybody in the tests.
pub const SECOND: &str = "Deux-2-lilas-rouges";

/// A sign-in to the space from the internal network, on a device nobody knows.
pub fn knock(name: &str, password: &str) -> SignIn {
    SignIn {
        name: name.to_owned(),
        password: Secret::new(password.to_owned()),
        device: None,
        channel: Channel::Internal,
        origin: "10.1.2.3".to_owned(),
        site: Site::Space,
    }
}

impl TestHouse {
    /// Gives an account its personal password.
    pub async fn password(&self, agent: &Agent, circuit: Circuit, clear: &str) {
        self.first_password(agent, circuit, clear, false).await;
    }

    /// Gives both accounts their personal passwords: `clear`, and [`SECOND`] for the second circuit.
    pub async fn passwords(&self, agent: &Agent, clear: &str) {
        self.password(agent, Circuit::IntraParis, clear).await;
        self.password(agent, Circuit::MonCompteParisien, SECOND).await;
    }

    /// Gives an account a temporary password.
    pub async fn temporary(&self, agent: &Agent, circuit: Circuit, clear: &str) {
        self.first_password(agent, circuit, clear, true).await;
    }

    async fn first_password(&self, agent: &Agent, circuit: Circuit, clear: &str, temporary: bool) {
        let hashed = password::hashed(self, &Secret::new(clear.to_owned()))
            .await
            .unwrap();
        let mut work = Work::write(self).await.unwrap();
        work.act_as_operator();
        assert!(
            password::provision(&mut work, agent, circuit, hashed, temporary)
                .await
                .unwrap()
        );
        work.save().await.unwrap();
    }

    /// Gives an agent a working authenticator app.
    pub async fn app(&self, agent: &Agent) -> Seed {
        let seed = Seed::new(*agent.id.to_string().as_bytes().first_chunk().unwrap());
        let mut work = Work::write(self).await.unwrap();
        work.act_as_operator();
        factor::provision(&mut work, agent, &seed).await.unwrap();
        work.save().await.unwrap();
        seed
    }

    /// What waits to be said in chat to agents, in order: to whom, and what. It is then said.
    pub async fn said(&self) -> Vec<(crate::people::AgentId, Line)> {
        let said = self.all_said().await.into_iter();
        said.filter_map(|(agent, _, line)| agent.map(|agent| (agent, line)))
            .collect()
    }

    /// As [`TestHouse::said`], with what is for addresses that are no agent's.
    pub async fn all_said(&self) -> Vec<(Option<crate::people::AgentId>, Option<String>, Line)> {
        let mut said = vec![];
        while let Some(notice) = notice::next::<Saying>(self, Way::Chat, &[]).await.unwrap() {
            notice::sent(self, notice.id, Some("!room"), &notice.id.to_string())
                .await
                .unwrap();
            let lines = notice.content.lines.into_iter();
            said.extend(lines.map(|line| (notice.agent, notice.address.clone(), line)));
        }
        said
    }

    /// The mails that wait to leave, in order. They then leave.
    pub async fn mailed(&self) -> Vec<Letter> {
        let mut mailed = vec![];
        while let Some(notice) = notice::claim::<Letter>(self, Way::Mail, Duration::seconds(60))
            .await
            .unwrap()
        {
            notice::sent(self, notice.id, None, &notice.id.to_string())
                .await
                .unwrap();
            mailed.push(notice.content);
        }
        mailed
    }

    /// The SMS that wait to leave, in order. They then leave.
    pub async fn texted(&self) -> Vec<Text> {
        let mut texted = vec![];
        while let Some(notice) = notice::claim::<Text>(self, Way::Sms, Duration::seconds(60))
            .await
            .unwrap()
        {
            notice::sent(self, notice.id, None, &notice.id.to_string())
                .await
                .unwrap();
            texted.push(notice.content);
        }
        texted
    }

    /// The code of the newest SMS that waits to leave. All of them then leave.
    pub async fn texted_code(&self) -> Option<String> {
        let text = self.texted().await.pop()?;
        text.body
            .split(|c: char| !c.is_ascii_digit())
            .find(|word| word.len() == 8)
            .map(str::to_owned)
    }

    /// The newest rows of the audit log about an agent: kind, what, facts.
    pub async fn logged(&self, agent: &Agent) -> Vec<(String, String, String)> {
        let mut work = Work::read(self).await.unwrap();
        let rows = crate::kernel::audit::about(work.tx(), agent.id, 500)
            .await
            .unwrap();
        rows.into_iter()
            .map(|row| (row.kind, row.what, row.facts))
            .collect()
    }
}
