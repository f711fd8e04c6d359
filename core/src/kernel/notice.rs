//! The outbox (RM6): what is to be said is written in the transaction that gives reason to say it, and leaves later.
//!
//! A chat notice keeps its id through every retry, and the Matrix transaction id is derived from it: said twice by us, it
//! is one message for the homeserver. A mail keeps its Message-ID.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::db::Tx;
use super::fault::Fault;
use super::house::{Bell, House};
use super::line::Saying;
use super::work::Work;
use crate::people::AgentId;
use std::sync::Arc;

id!(
    /// A row of the outbox.
    NoticeId
);

/// After so many failures a notice is parked: it stays visible, and no longer tried …
const PARKED_AFTER: i64 = 20;
/// … but never before it is so old: a server may be away for a whole weekend, and nothing is lost.
const OUTAGE: Duration = Duration::days(4);

/// By which way a notice leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The agent's chat.
    Chat,
    /// E-mail.
    Mail,
    /// SMS.
    Sms,
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Self::Chat => "chat",
            Self::Mail => "mail",
            Self::Sms => "sms",
        }
    }

    /// Rung when something is to leave by this way, and by no other.
    pub fn bell(self, house: &House) -> &Bell {
        match self {
            Self::Chat => &house.chat,
            Self::Mail => &house.mail,
            Self::Sms => &house.sms,
        }
    }
}

/// An e-mail, as it waits in the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The address held by HR.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

/// An SMS, as it waits in the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The number, in its international form.
    pub to: String,
    /// A few words.
    pub body: String,
}

/// A claimed notice.
#[derive(Debug)]
pub struct Claimed<Content> {
    /// Its id: the stem of the transaction id or Message-ID.
    pub id: NoticeId,
    /// Whom it is for, if it is an agent.
    pub agent: Option<AgentId>,
    /// The room it answers in; `None`: the agent's own direct room.
    pub room: Option<String>,
    /// The chat address it is for, when it is for no agent (yet): said in a direct room with that address.
    pub address: Option<String>,
    /// What to say.
    pub content: Content,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// How often it was tried, this time included.
    pub attempts: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: NoticeId,
    agent_id: Option<AgentId>,
    room: Option<String>,
    address: Option<String>,
    sealed: Option<Vec<u8>>,
    created_at: DateTime<Utc>,
    expires_at: Option<DateTime<Utc>>,
    attempts: i64,
}

impl Row {
    /// Its content, out of its seal; `attempts` counts this one.
    fn open<Content: DeserializeOwned>(self, work: &Work, attempts: i64) -> Result<Claimed<Content>, Fault> {
        let sealed = self
            .sealed
            .ok_or_else(|| Fault::inconsistent("notices", self.id, "waiting without content"))?;
        let clear = work.keys().open("outbox", &sealed)?;
        let content =
            serde_json::from_slice(&clear).map_err(|e| Fault::inconsistent("notices", self.id, e))?;
        Ok(Claimed {
            id: self.id,
            agent: self.agent_id,
            room: self.room,
            address: self.address,
            content,
            created_at: self.created_at,
            attempts,
        })
    }
}

pub(super) struct Draft<'a> {
    pub way: Way,
    pub agent: Option<AgentId>,
    pub room: Option<&'a str>,
    pub address: Option<&'a str>,
    pub clear: Vec<u8>,
    pub choices: Option<String>,
    pub due_at: DateTime<Utc>,
    pub expires_at: Option<DateTime<Utc>>,
}

pub(super) async fn insert(work: &mut Work, draft: Draft<'_>) -> Result<NoticeId, Fault> {
    let id: NoticeId = work.new_id()?;
    let sealed = work.keys().seal(work.chance(), "outbox", &draft.clear)?;
    let (now, seq) = (work.now(), work.next_seq());
    run!(
        work.tx(),
        "INSERT INTO notices (id, seq, way, agent_id, room, address, sealed, choices, created_at, due_at, expires_at, stage, \
         attempts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting', 0)",
        id,
        seq,
        draft.way.name(),
        draft.agent,
        draft.room,
        draft.address,
        sealed,
        draft.choices,
        now,
        draft.due_at,
        draft.expires_at
    )?;
    Ok(id)
}

/// Those whose turn it is, oldest first, at the moment $2. A notice waits for the earlier ones to the same room or agent:
/// an answer must not overtake another. But whoever asks is answered even while something unprompted could not reach them
/// yet.
macro_rules! whose_turn_it_is {
    () => {
        "SELECT n.id, n.agent_id, n.room, n.address, n.sealed, n.created_at, n.expires_at, n.attempts FROM notices n \
         WHERE n.stage = 'waiting' AND n.way = $1 AND n.due_at <= $2 AND (n.claimed_until IS NULL OR n.claimed_until <= $2) \
           AND NOT EXISTS (SELECT 1 FROM notices e WHERE e.stage = 'waiting' AND e.way = n.way AND e.seq < n.seq \
                           AND e.due_at <= $2 AND (e.room = n.room OR e.agent_id = n.agent_id \
                             AND (n.room IS NULL OR e.room IS NOT NULL OR e.last_error IS NULL))) \
         ORDER BY n.seq LIMIT $3"
    };
}

/// The oldest due notice that is not `under_way`, for a way that one process alone serves: what it has taken is in its
/// memory, and the process after it finds it waiting. What has expired is dropped, never sent late. `None`: nothing is due.
pub async fn next<Content: DeserializeOwned>(
    house: &Arc<House>,
    way: Way,
    under_way: &[NoticeId],
) -> Result<Option<Claimed<Content>>, Fault> {
    loop {
        let mut work = Work::read(house).await?;
        let now = work.now();
        // At most one of those under way stands before each that may follow.
        let enough = i64::try_from(under_way.len())
            .unwrap_or(i64::MAX)
            .saturating_add(1);
        let rows = all!(work.tx(), Row, whose_turn_it_is!(), way.name(), now, enough)?;
        let Some(row) = rows.into_iter().find(|row| !under_way.contains(&row.id)) else {
            return Ok(None);
        };
        if row.expires_at.is_none_or(|end| now < end) {
            let attempts = row.attempts + 1;
            return row.open(&work, attempts).map(Some);
        }
        drop(work);
        let mut work = Work::write(house).await?;
        work.act_as_system("outbox");
        drop_expired(&mut work, way).await?;
        work.save().await?;
    }
}

/// Claims the oldest due notice for `lease`, for a way that several processes serve: until then nobody else gets it; after
/// that it counts as lost and is tried again. What has expired is dropped, never sent late. `None`: nothing is due.
pub async fn claim<Content: DeserializeOwned>(
    house: &Arc<House>,
    way: Way,
    lease: Duration,
) -> Result<Option<Claimed<Content>>, Fault> {
    // Looking disturbs nobody; whoever writes keeps all others from writing.
    if !is_due(house, way).await? {
        return Ok(None);
    }
    let mut work = Work::write(house).await?;
    work.act_as_system("outbox");
    drop_expired(&mut work, way).await?;
    let now = work.now();
    let claimed = match one!(work.tx(), Row, whose_turn_it_is!(), way.name(), now, 1_i64)? {
        None => None,
        Some(row) => {
            let taken = run!(
                work.tx(),
                "UPDATE notices SET claimed_until = $1, attempts = attempts + 1, last_error = NULL \
                 WHERE id = $2 AND stage = 'waiting' AND (claimed_until IS NULL OR claimed_until <= $3)",
                now + lease,
                row.id,
                now
            )?;
            let attempts = row.attempts + 1;
            // None: another process was quicker. Whoever serves a way looks again by itself.
            (taken == 1).then(|| row.open(&work, attempts)).transpose()?
        }
    };
    work.save().await?;
    Ok(claimed)
}

async fn drop_expired(work: &mut Work, way: Way) -> Result<(), Fault> {
    let now = work.now();
    run!(
        work.tx(),
        "UPDATE notices SET stage = 'dropped', sealed = NULL WHERE stage = 'waiting' AND way = $1 AND expires_at <= $2",
        way.name(),
        now
    )
    .map(drop)
}

/// True when there may be something to claim.
async fn is_due(house: &Arc<House>, way: Way) -> Result<bool, Fault> {
    let mut work = Work::read(house).await?;
    let now = work.now();
    let sql = "SELECT 1 FROM notices WHERE stage = 'waiting' AND way = $1 AND due_at <= $2 \
               AND (claimed_until IS NULL OR claimed_until <= $2) LIMIT 1";
    Ok(scalar!(work.tx(), i32, sql, way.name(), now)?.is_some())
}

/// The notice has left: `sent_as` is the event id or Message-ID. Its content is erased.
pub async fn sent(house: &Arc<House>, id: NoticeId, room: Option<&str>, sent_as: &str) -> Result<(), Fault> {
    let mut work = Work::write(house).await?;
    let now = work.now();
    run!(
        work.tx(),
        "UPDATE notices SET stage = 'sent', sent_at = $1, sent_as = $2, sealed = NULL, last_error = NULL, \
         room = COALESCE($3, room) WHERE id = $4 AND stage = 'waiting'",
        now,
        sent_as,
        room,
        id
    )?;
    work.save().await
}

/// The notice could not leave: it is tried again later, ever more slowly, and parked in the end.
pub async fn failed(house: &Arc<House>, id: NoticeId, attempts: i64, why: &str) -> Result<(), Fault> {
    let mut work = Work::write(house).await?;
    let wait = Duration::seconds(1 << attempts.clamp(0, 9));
    let now = work.now();
    run!(
        work.tx(),
        "UPDATE notices SET stage = CASE WHEN $1 AND created_at <= $2 THEN 'parked' ELSE stage END, claimed_until = $3, \
         last_error = $4, attempts = $5 WHERE id = $6 AND stage = 'waiting'",
        attempts >= PARKED_AFTER,
        now - OUTAGE,
        now + wait,
        why,
        attempts,
        id
    )?;
    work.save().await
}

/// An agent can be reached again: what could not be said to them is tried now.
pub async fn hurry(work: &mut Work, agent: AgentId) -> Result<(), Fault> {
    run!(
        work.tx(),
        "UPDATE notices SET claimed_until = NULL WHERE agent_id = $1 AND way = 'chat' AND stage = 'waiting' \
         AND last_error IS NOT NULL",
        agent
    )
    .map(drop)
}

/// The notice can never leave (nobody to tell, or a room it may not be said in).
pub async fn give_up(house: &Arc<House>, id: NoticeId, why: &str) -> Result<(), Fault> {
    let mut work = Work::write(house).await?;
    run!(
        work.tx(),
        "UPDATE notices SET stage = 'dropped', sealed = NULL, last_error = $1 WHERE id = $2 AND stage = 'waiting'",
        why,
        id
    )?;
    work.save().await
}

/// The choices of the last message said in `room` up to `at`: what a bare number answers. `None` when the last message
/// had none.
pub async fn choices_in(tx: &mut Tx, room: &str, at: DateTime<Utc>) -> Result<Option<Vec<String>>, Fault> {
    let found = scalar!(
        tx,
        Option<String>,
        "SELECT choices FROM notices WHERE room = $1 AND way = 'chat' AND stage = 'sent' AND sent_at <= $2 \
         ORDER BY sent_at DESC, seq DESC LIMIT 1",
        room,
        at
    )?;
    Ok(found
        .flatten()
        .map(|choices| choices.split('\n').map(str::to_owned).collect()))
}

/// The choices of the message with this event id in `room`: what a reaction to it answers.
pub async fn choices_of(tx: &mut Tx, room: &str, event: &str) -> Result<Option<Vec<String>>, Fault> {
    let found = scalar!(
        tx,
        Option<String>,
        "SELECT choices FROM notices WHERE sent_as = $1 AND room = $2 AND way = 'chat'",
        event,
        room
    )?;
    Ok(found
        .flatten()
        .map(|choices| choices.split('\n').map(str::to_owned).collect()))
}

/// How many notices wait to leave by `way`.
pub async fn waiting(tx: &mut Tx, way: Way) -> Result<i64, Fault> {
    let sql = "SELECT count(*) FROM notices WHERE way = $1 AND stage = 'waiting'";
    Ok(scalar!(tx, i64, sql, way.name())?.unwrap_or(0))
}

pub(super) fn choice_ids(saying: &Saying) -> Option<String> {
    let ids: Vec<&str> = saying.choices().map(|choice| choice.id.as_str()).collect();
    (!ids.is_empty()).then(|| ids.join("\n"))
}
