//! The append-only log (CO7): every change, every view of personal data, every refusal.

use serde_json::{Map, Value};

use super::actor::Actor;
use super::db::Tx;
use super::fault::Fault;
use super::work::Work;
use crate::people::AgentId;
use chrono::{DateTime, Utc};

/// What is to be remembered of a step.
#[derive(Clone, Debug)]
pub struct Entry {
    kind: &'static str,
    what: &'static str,
    about: Option<AgentId>,
    why: Option<String>,
    facts: Map<String, Value>,
}

impl Entry {
    fn new(kind: &'static str, what: &'static str) -> Self {
        Self {
            kind,
            what,
            about: None,
            why: None,
            facts: Map::new(),
        }
    }

    /// A change, written in the transaction that makes it. `what` is `room.verb`.
    pub fn change(what: &'static str) -> Self {
        Self::new("change", what)
    }

    /// Somebody looked at personal data.
    pub fn view(what: &'static str) -> Self {
        Self::new("view", what)
    }

    /// Somebody was refused.
    pub fn refusal(what: &'static str) -> Self {
        Self::new("refusal", what)
    }

    /// Whose data or account it is about.
    pub fn about(mut self, agent: AgentId) -> Self {
        self.about = Some(agent);
        self
    }

    /// The reason given by the actor.
    pub fn because(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// A fact. Never a secret, never the content of a document.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.facts.insert(name.to_owned(), value.into());
        self
    }

    /// Nothing changed: somebody looked.
    pub(super) fn is_view(&self) -> bool {
        self.kind == "view"
    }

    pub(super) async fn insert(self, work: &mut Work) -> Result<(), Fault> {
        let id: AuditId = work.new_id()?;
        let (kind, by, door) = match work.actor() {
            Actor::Nobody => ("nobody", None, None),
            Actor::Person(person) => ("person", Some(person.agent), Some(person.door.name().to_owned())),
            Actor::System(job) => ("system", None, Some((*job).to_owned())),
            Actor::Operator => ("operator", None, None),
        };
        let (now, seq) = (work.now(), work.next_seq());
        let facts = Value::Object(self.facts).to_string();
        run!(
            work.tx(),
            "INSERT INTO audit (id, seq, at, kind, what, actor_kind, actor_id, door, about_id, why, facts) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            id,
            seq,
            now,
            self.kind,
            self.what,
            kind,
            by,
            door,
            self.about,
            self.why,
            facts
        )?;
        Ok(())
    }
}

id!(
    /// A row of the log.
    AuditId
);

/// A row of the log, as it is read.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Logged {
    /// Its id.
    pub id: AuditId,
    /// Position in time; unique enough to page by.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// `change`, `view` or `refusal`.
    pub kind: String,
    /// `room.verb`.
    pub what: String,
    /// `nobody`, `person`, `system` or `operator`.
    pub actor_kind: String,
    /// The person who acted.
    pub actor_id: Option<AgentId>,
    /// The door or the job.
    pub door: Option<String>,
    /// Whose data it is about.
    pub about_id: Option<AgentId>,
    /// The reason given.
    pub why: Option<String>,
    /// Facts, as JSON.
    pub facts: String,
}

/// The newest rows before `before` (a `seq`), of everybody.
pub async fn newest(tx: &mut Tx, before: i64, limit: i64) -> Result<Vec<Logged>, Fault> {
    all!(
        tx,
        Logged,
        "SELECT id, seq, at, kind, what, actor_kind, actor_id, door, about_id, why, facts FROM audit \
         WHERE seq < $1 ORDER BY seq DESC LIMIT $2",
        before,
        limit
    )
}

/// The newest rows about one agent.
pub async fn about(tx: &mut Tx, agent: AgentId, limit: i64) -> Result<Vec<Logged>, Fault> {
    all!(
        tx,
        Logged,
        "SELECT id, seq, at, kind, what, actor_kind, actor_id, door, about_id, why, facts FROM audit \
         WHERE about_id = $1 ORDER BY seq DESC LIMIT $2",
        agent,
        limit
    )
}

/// The same without the views: what happened to them.
pub async fn done_about(tx: &mut Tx, agent: AgentId, limit: i64) -> Result<Vec<Logged>, Fault> {
    all!(
        tx,
        Logged,
        "SELECT id, seq, at, kind, what, actor_kind, actor_id, door, about_id, why, facts FROM audit \
         WHERE about_id = $1 AND kind <> 'view' ORDER BY seq DESC LIMIT $2",
        agent,
        limit
    )
}
