//! The SQL of links.

use chrono::{DateTime, Utc};

use super::Link;
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::model::{AgentId, ChatIdentityId};

pub(crate) async fn of(tx: &mut Tx, agent: AgentId) -> Result<Option<Link>, Fault> {
    let sql = "SELECT id, agent_id, address, identity_key, linked_at, room FROM chat_identities \
               WHERE agent_id = $1 AND ended_at IS NULL";
    one!(tx, Link, sql, agent)
}

pub(crate) async fn at(tx: &mut Tx, address: &str) -> Result<Option<Link>, Fault> {
    let sql = "SELECT id, agent_id, address, identity_key, linked_at, room FROM chat_identities \
               WHERE address = $1 AND ended_at IS NULL";
    one!(tx, Link, sql, address)
}

pub(crate) async fn insert(
    tx: &mut Tx,
    id: ChatIdentityId,
    agent: AgentId,
    address: &str,
    proven_by: &str,
    linked_at: DateTime<Utc>,
) -> Result<(), Fault> {
    let sql = "INSERT INTO chat_identities (id, agent_id, address, proven_by, linked_at) VALUES ($1, $2, $3, $4, $5)";
    run!(tx, sql, id, agent, address, proven_by, linked_at).map(drop)
}

/// Remembers the first key that an address shows. False if it had shown one before.
pub(crate) async fn pin(tx: &mut Tx, id: ChatIdentityId, key: &str) -> Result<bool, Fault> {
    let sql = "UPDATE chat_identities SET identity_key = $1 WHERE id = $2 AND identity_key IS NULL";
    Ok(run!(tx, sql, key, id)? == 1)
}

/// Ends a link. False if it had ended already.
pub(crate) async fn end(
    tx: &mut Tx,
    id: ChatIdentityId,
    why: &str,
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql = "UPDATE chat_identities SET ended_at = $1, end_reason = $2 WHERE id = $3 AND ended_at IS NULL";
    Ok(run!(tx, sql, now, why, id)? == 1)
}

/// The addresses whose link to an agent ended after `since`, and that are nobody else's since.
pub(crate) async fn ended_since(
    tx: &mut Tx,
    agent: AgentId,
    since: DateTime<Utc>,
) -> Result<Vec<String>, Fault> {
    let sql = "SELECT DISTINCT address FROM chat_identities c WHERE agent_id = $1 AND ended_at > $2 \
               AND NOT EXISTS (SELECT 1 FROM chat_identities n WHERE n.address = c.address AND n.ended_at IS NULL) \
               ORDER BY address";
    let rows = all!(tx, (String,), sql, agent, since)?;
    Ok(rows.into_iter().map(|(address,)| address).collect())
}

/// The number of somebody who left stays theirs; it sets their former name and address apart.
pub(crate) async fn depart(tx: &mut Tx, agent: AgentId, now: DateTime<Utc>) -> Result<bool, Fault> {
    let sql = "UPDATE agents SET left_at = $1, username = username || ' ' || number, email = email || ' ' || number \
               WHERE id = $2 AND left_at IS NULL";
    Ok(run!(tx, sql, now, agent)? == 1)
}
