//! The room's SQL.

use chrono::{DateTime, Utc};

use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;

#[derive(sqlx::FromRow)]
pub(super) struct InboxRow {
    pub event_id: String,
    pub sealed: Option<Vec<u8>>,
    pub attempts: i64,
}

pub(super) struct NewInbox<'a> {
    pub event_id: &'a str,
    pub seq: i64,
    pub room: &'a str,
    pub sender: &'a str,
    pub sealed: Vec<u8>,
    pub sent_at: DateTime<Utc>,
    pub stage: &'a str,
}

pub(super) async fn insert(tx: &mut Tx, row: NewInbox<'_>, now: DateTime<Utc>) -> Result<u64, Fault> {
    run!(
        tx,
        "INSERT INTO inbox (event_id, seq, room, sender, sealed, sent_at, received_at, stage, attempts) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0) ON CONFLICT (event_id) DO NOTHING",
        row.event_id,
        row.seq,
        row.room,
        row.sender,
        row.sealed,
        row.sent_at,
        now,
        row.stage
    )
}

pub(super) async fn last_seq(tx: &mut Tx) -> Result<i64, Fault> {
    Ok(scalar!(tx, Option<i64>, "SELECT max(seq) FROM inbox")?
        .flatten()
        .unwrap_or(0))
}

/// The oldest waiting event of a room in which nothing older waits.
pub(super) async fn next(tx: &mut Tx, now: DateTime<Utc>) -> Result<Option<InboxRow>, Fault> {
    one!(
        tx,
        InboxRow,
        "SELECT i.event_id, i.sealed, i.attempts FROM inbox i \
         WHERE i.stage = 'waiting' AND (i.retry_at IS NULL OR i.retry_at <= $1) \
           AND NOT EXISTS (SELECT 1 FROM inbox e WHERE e.room = i.room AND e.stage = 'waiting' AND e.seq < i.seq) \
         ORDER BY i.seq LIMIT 1",
        now
    )
}

/// Marks an event handled; 0 rows: somebody else did.
pub(super) async fn finish(tx: &mut Tx, event_id: &str, stage: &str) -> Result<u64, Fault> {
    let sql = "UPDATE inbox SET stage = $1, sealed = NULL WHERE event_id = $2 AND stage IN ('waiting', 'undecryptable')";
    run!(tx, sql, stage, event_id)
}

pub(super) async fn postpone(tx: &mut Tx, event_id: &str, retry_at: DateTime<Utc>) -> Result<u64, Fault> {
    let sql =
        "UPDATE inbox SET retry_at = $1, attempts = attempts + 1 WHERE event_id = $2 AND stage = 'waiting'";
    run!(tx, sql, retry_at, event_id)
}

pub(super) async fn undecryptable(tx: &mut Tx) -> Result<Vec<InboxRow>, Fault> {
    let sql = "SELECT event_id, sealed, attempts FROM inbox WHERE stage = 'undecryptable' ORDER BY seq";
    all!(tx, InboxRow, sql)
}

pub(super) async fn older_undecryptable(tx: &mut Tx, before: DateTime<Utc>) -> Result<Vec<InboxRow>, Fault> {
    let sql = "SELECT event_id, sealed, attempts FROM inbox WHERE stage = 'undecryptable' AND received_at < $1 AND retry_at IS NULL ORDER BY seq";
    all!(tx, InboxRow, sql, before)
}

/// An undecryptable event is not tried again by time: there, `retry_at` is when its sender was told.
pub(super) async fn mark_told(tx: &mut Tx, event_id: &str, now: DateTime<Utc>) -> Result<u64, Fault> {
    let sql =
        "UPDATE inbox SET retry_at = $1 WHERE event_id = $2 AND stage = 'undecryptable' AND retry_at IS NULL";
    run!(tx, sql, now, event_id)
}

pub(super) async fn fail_undecryptable(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, Fault> {
    let sql =
        "UPDATE inbox SET stage = 'failed', sealed = NULL WHERE stage = 'undecryptable' AND received_at < $1";
    run!(tx, sql, before)
}

/// An event that could be read after all takes its turn now.
pub(super) async fn replace(tx: &mut Tx, event_id: &str, sealed: Vec<u8>) -> Result<u64, Fault> {
    let sql = "UPDATE inbox SET stage = 'waiting', sealed = $1, retry_at = NULL WHERE event_id = $2 AND stage = 'undecryptable'";
    run!(tx, sql, sealed, event_id)
}

pub(super) async fn cursor(tx: &mut Tx, name: &str) -> Result<Option<String>, Fault> {
    scalar!(tx, String, "SELECT token FROM cursors WHERE name = $1", name)
}

pub(super) async fn set_cursor(
    tx: &mut Tx,
    name: &str,
    token: &str,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO cursors (name, token, saved_at) VALUES ($1, $2, $3) \
         ON CONFLICT (name) DO UPDATE SET token = excluded.token, saved_at = excluded.saved_at",
        name,
        token,
        now
    )
    .map(drop)
}

#[derive(sqlx::FromRow)]
pub(super) struct TalkRow {
    pub agent_id: Option<AgentId>,
    pub sealed: Vec<u8>,
    pub heard_at: DateTime<Utc>,
}

pub(super) async fn talk(tx: &mut Tx, room: &str) -> Result<Option<TalkRow>, Fault> {
    one!(
        tx,
        TalkRow,
        "SELECT agent_id, sealed, heard_at FROM conversations WHERE room = $1",
        room
    )
}

pub(super) async fn set_talk(
    tx: &mut Tx,
    room: &str,
    agent: Option<AgentId>,
    sealed: Vec<u8>,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO conversations (room, agent_id, sealed, heard_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (room) DO UPDATE SET agent_id = excluded.agent_id, sealed = excluded.sealed, heard_at = excluded.heard_at",
        room,
        agent,
        sealed,
        now
    )
    .map(drop)
}

pub(super) async fn delete_talk(tx: &mut Tx, room: &str) -> Result<u64, Fault> {
    run!(tx, "DELETE FROM conversations WHERE room = $1", room)
}

pub(super) async fn quiet_rooms(tx: &mut Tx, before: DateTime<Utc>) -> Result<Vec<String>, Fault> {
    let rows = all!(
        tx,
        (String,),
        "SELECT room FROM conversations WHERE heard_at < $1 ORDER BY heard_at",
        before
    )?;
    Ok(rows.into_iter().map(|(room,)| room).collect())
}
