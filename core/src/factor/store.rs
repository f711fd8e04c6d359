//! The room's SQL.

use chrono::{DateTime, Utc};

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
