//! The SQL of link codes.

use chrono::{DateTime, Utc};

use super::LinkCodeId;
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;
use crate::session::SessionId;

/// A code, as it is written.
pub(super) struct Draft<'a> {
    pub(super) id: LinkCodeId,
    pub(super) agent: AgentId,
    pub(super) kind: &'static str,
    pub(super) tag: &'a [u8; 32],
    pub(super) session: Option<SessionId>,
    pub(super) address: Option<&'a str>,
    pub(super) expires_at: DateTime<Utc>,
}

/// A code that is still good.
#[derive(sqlx::FromRow)]
pub(super) struct Open {
    pub(super) id: LinkCodeId,
    pub(super) agent_id: AgentId,
    pub(super) kind: String,
    pub(super) tag: Vec<u8>,
    pub(super) address: Option<String>,
    pub(super) expires_at: DateTime<Utc>,
}

pub(super) async fn insert(tx: &mut Tx, draft: &Draft<'_>, now: DateTime<Utc>) -> Result<(), Fault> {
    let sql = "INSERT INTO link_codes (id, agent_id, kind, tag, session_id, address, made_at, expires_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    run!(
        tx,
        sql,
        draft.id,
        draft.agent,
        draft.kind,
        &draft.tag[..],
        draft.session,
        draft.address,
        now,
        draft.expires_at
    )
    .map(drop)
}

/// The code that a session waits for.
pub(super) async fn of_session(
    tx: &mut Tx,
    session: SessionId,
    now: DateTime<Utc>,
) -> Result<Option<Open>, Fault> {
    let sql = "SELECT id, agent_id, kind, tag, address, expires_at FROM link_codes \
               WHERE session_id = $1 AND ended_at IS NULL AND expires_at > $2";
    one!(tx, Open, sql, session, now)
}

/// The codes to be written in chat that have this tag: one, or by an odd chance more.
pub(super) async fn with_tag(tx: &mut Tx, tag: &[u8; 32], now: DateTime<Utc>) -> Result<Vec<Open>, Fault> {
    let sql = "SELECT id, agent_id, kind, tag, address, expires_at FROM link_codes \
               WHERE tag = $1 AND session_id IS NULL AND ended_at IS NULL AND expires_at > $2";
    all!(tx, Open, sql, &tag[..], now)
}

pub(super) async fn made_since(tx: &mut Tx, agent: AgentId, since: DateTime<Utc>) -> Result<i64, Fault> {
    let sql = "SELECT count(*) FROM link_codes WHERE agent_id = $1 AND made_at > $2";
    Ok(scalar!(tx, i64, sql, agent, since)?.unwrap_or(0))
}

/// Ends one code. False if it had ended.
pub(super) async fn end(tx: &mut Tx, id: LinkCodeId, now: DateTime<Utc>) -> Result<bool, Fault> {
    let sql = "UPDATE link_codes SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL";
    Ok(run!(tx, sql, now, id)? == 1)
}

/// A newer code of a kind ends those before it.
pub(super) async fn end_of_kind(
    tx: &mut Tx,
    agent: AgentId,
    kind: &str,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let sql = "UPDATE link_codes SET ended_at = $1 WHERE agent_id = $2 AND kind = $3 AND ended_at IS NULL";
    run!(tx, sql, now, agent, kind).map(drop)
}
