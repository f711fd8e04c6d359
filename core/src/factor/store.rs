//! The room's SQL.

use chrono::{DateTime, Utc};

use super::sms::SmsCodeId;
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;

/// A stored app.
pub(super) struct Kept {
    pub(super) sealed: Vec<u8>,
    pub(super) confirmed: bool,
}

pub(super) async fn find(tx: &mut Tx, agent: AgentId) -> Result<Option<Kept>, Fault> {
    let sql = "SELECT sealed, confirmed_at FROM totp WHERE agent_id = $1";
    let row = one!(tx, (Vec<u8>, Option<DateTime<Utc>>), sql, agent)?;
    Ok(row.map(|(sealed, confirmed_at)| Kept {
        sealed,
        confirmed: confirmed_at.is_some(),
    }))
}

pub(super) async fn insert(tx: &mut Tx, agent: AgentId, sealed: &[u8]) -> Result<(), Fault> {
    let sql = "INSERT INTO totp (agent_id, sealed, last_step) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING";
    run!(tx, sql, agent, sealed).map(drop)
}

pub(super) async fn delete(tx: &mut Tx, agent: AgentId) -> Result<(), Fault> {
    run!(tx, "DELETE FROM totp WHERE agent_id = $1", agent).map(drop)
}

pub(super) async fn confirm(
    tx: &mut Tx,
    agent: AgentId,
    step: i64,
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql =
        "UPDATE totp SET confirmed_at = $1, last_step = $2 WHERE agent_id = $3 AND confirmed_at IS NULL";
    Ok(run!(tx, sql, now, step, agent)? == 1)
}

pub(super) async fn use_step(tx: &mut Tx, agent: AgentId, step: i64) -> Result<bool, Fault> {
    let sql =
        "UPDATE totp SET last_step = $1 WHERE agent_id = $2 AND confirmed_at IS NOT NULL AND last_step < $1";
    Ok(run!(tx, sql, step, agent)? == 1)
}

/// A code that leaves.
pub(super) struct SentCode {
    pub(super) id: SmsCodeId,
    pub(super) agent: AgentId,
    pub(super) session: uuid::Uuid,
    pub(super) tag: [u8; 32],
    pub(super) number: [u8; 32],
    pub(super) sent_at: DateTime<Utc>,
    pub(super) expires_at: DateTime<Utc>,
}

pub(super) async fn take_number(tx: &mut Tx, number: &[u8; 32], now: DateTime<Utc>) -> Result<(), Fault> {
    let sql = "INSERT INTO sms_numbers (number, touched_at) VALUES ($1, $2) \
               ON CONFLICT (number) DO UPDATE SET touched_at = excluded.touched_at";
    run!(tx, sql, &number[..], now).map(drop)
}

pub(super) async fn sent_since(
    tx: &mut Tx,
    number: &[u8; 32],
    since: DateTime<Utc>,
) -> Result<Vec<DateTime<Utc>>, Fault> {
    let sql =
        "SELECT sent_at FROM sms_codes WHERE number = $1 AND sent_at > $2 ORDER BY sent_at DESC LIMIT 100";
    let rows = all!(tx, (DateTime<Utc>,), sql, &number[..], since)?;
    Ok(rows.into_iter().map(|(sent_at,)| sent_at).collect())
}

pub(super) async fn end_codes(tx: &mut Tx, session: uuid::Uuid, now: DateTime<Utc>) -> Result<(), Fault> {
    let sql = "UPDATE sms_codes SET ended_at = $1 WHERE session_id = $2 AND ended_at IS NULL";
    run!(tx, sql, now, session).map(drop)
}

pub(super) async fn insert_code(tx: &mut Tx, sent: &SentCode) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO sms_codes (id, agent_id, session_id, tag, number, sent_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        sent.id,
        sent.agent,
        sent.session,
        &sent.tag[..],
        &sent.number[..],
        sent.sent_at,
        sent.expires_at
    )
    .map(drop)
}

pub(super) async fn good_code(
    tx: &mut Tx,
    session: uuid::Uuid,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, Fault> {
    let sql = "SELECT sent_at FROM sms_codes WHERE session_id = $1 AND ended_at IS NULL AND expires_at > $2 \
               ORDER BY sent_at DESC LIMIT 1";
    scalar!(tx, DateTime<Utc>, sql, session, now)
}

pub(super) async fn use_code(
    tx: &mut Tx,
    session: uuid::Uuid,
    tag: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql = "UPDATE sms_codes SET ended_at = $1 \
               WHERE session_id = $2 AND tag = $3 AND ended_at IS NULL AND expires_at > $1";
    Ok(run!(tx, sql, now, session, &tag[..])? == 1)
}

pub(super) async fn forget_recovery(tx: &mut Tx, agent: AgentId) -> Result<(), Fault> {
    run!(tx, "DELETE FROM recovery_codes WHERE agent_id = $1", agent).map(drop)
}

pub(super) async fn insert_recovery(
    tx: &mut Tx,
    agent: AgentId,
    tag: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let sql = "INSERT INTO recovery_codes (agent_id, tag, made_at) VALUES ($1, $2, $3)";
    run!(tx, sql, agent, &tag[..], now).map(drop)
}

pub(super) async fn recovery_left(tx: &mut Tx, agent: AgentId) -> Result<i64, Fault> {
    let sql = "SELECT count(*) FROM recovery_codes WHERE agent_id = $1 AND used_at IS NULL";
    Ok(scalar!(tx, i64, sql, agent)?.unwrap_or_default())
}

pub(super) async fn use_recovery(
    tx: &mut Tx,
    agent: AgentId,
    tag: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql = "UPDATE recovery_codes SET used_at = $1 WHERE agent_id = $2 AND tag = $3 AND used_at IS NULL";
    Ok(run!(tx, sql, now, agent, &tag[..])? == 1)
}
