//! The room's SQL.

use chrono::{DateTime, Utc};

use super::remind::Aged;
use super::reset::{Opened, ResetId};
use super::{Kept, Purpose};
use crate::account::Circuit;
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::{AgentId, Profile};

id!(
    /// A password that was replaced.
    FormerId
);

pub(super) async fn find(tx: &mut Tx, agent: AgentId, circuit: Circuit) -> Result<Option<Kept>, Fault> {
    let row = one!(
        tx,
        (String, bool, DateTime<Utc>, bool, bool),
        "SELECT hash, temporary, set_at, forced_at IS NOT NULL, newcomer FROM passwords WHERE agent_id = $1 AND circuit = $2",
        agent,
        circuit.as_str()
    )?;
    Ok(row.map(|(hash, temporary, set_at, forced, newcomer)| Kept {
        hash,
        temporary,
        set_at,
        forced,
        newcomer,
    }))
}

pub(super) async fn put(tx: &mut Tx, agent: AgentId, circuit: Circuit, kept: &Kept) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO passwords (agent_id, circuit, hash, temporary, set_at, newcomer) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (agent_id, circuit) DO UPDATE \
         SET hash = excluded.hash, temporary = excluded.temporary, set_at = excluded.set_at, \
         newcomer = excluded.newcomer, forced_at = NULL",
        agent,
        circuit.as_str(),
        &kept.hash,
        kept.temporary,
        kept.set_at,
        kept.newcomer
    )
    .map(drop)
}

/// Personal passwords set before a day that depends on what their owners may do, those of one agent together.
pub(super) async fn set_before(
    tx: &mut Tx,
    standard: DateTime<Utc>,
    extended: DateTime<Utc>,
) -> Result<Vec<Aged>, Fault> {
    let sql = "SELECT p.agent_id, p.circuit, p.set_at FROM passwords p JOIN agents a ON a.id = p.agent_id \
               WHERE NOT p.temporary AND a.left_at IS NULL \
               AND ((a.profile <> $1 AND p.set_at < $2) OR (a.profile = $1 AND p.set_at < $3)) \
               ORDER BY p.agent_id, p.circuit";
    all!(
        tx,
        (AgentId, String, DateTime<Utc>),
        sql,
        Profile::ExtendedRights.as_str(),
        standard,
        extended
    )?
    .into_iter()
    .map(|(agent, circuit, set_at)| {
        let broken = |()| Fault::inconsistent("passwords", agent, "circuit is unknown");
        Ok(Aged {
            agent,
            circuit: circuit.parse().map_err(broken)?,
            set_at,
        })
    })
    .collect()
}

/// It must be replaced. False: it is a temporary one, or must be replaced already.
pub(super) async fn force(
    tx: &mut Tx,
    agent: AgentId,
    circuit: Circuit,
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql = "UPDATE passwords SET forced_at = $1 \
               WHERE agent_id = $2 AND circuit = $3 AND temporary = FALSE AND forced_at IS NULL";
    Ok(run!(tx, sql, now, agent, circuit.as_str())? == 1)
}

pub(super) async fn renew(
    tx: &mut Tx,
    agent: AgentId,
    circuit: Circuit,
    old: &str,
    new: &str,
) -> Result<(), Fault> {
    let sql = "UPDATE passwords SET hash = $1 WHERE agent_id = $2 AND circuit = $3 AND hash = $4";
    run!(tx, sql, new, agent, circuit.as_str(), old).map(drop)
}

pub(super) async fn former(
    tx: &mut Tx,
    agent: AgentId,
    circuit: Circuit,
    last: i64,
) -> Result<Vec<String>, Fault> {
    let rows = all!(
        tx,
        (String,),
        "SELECT hash FROM former_passwords WHERE agent_id = $1 AND circuit = $2 ORDER BY ended_at DESC, id DESC LIMIT $3",
        agent,
        circuit.as_str(),
        last
    )?;
    Ok(rows.into_iter().map(|(hash,)| hash).collect())
}

pub(super) async fn insert_former(
    tx: &mut Tx,
    id: FormerId,
    agent: AgentId,
    circuit: Circuit,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let sql =
        "INSERT INTO former_passwords (id, agent_id, circuit, hash, ended_at) VALUES ($1, $2, $3, $4, $5)";
    run!(tx, sql, id, agent, circuit.as_str(), hash, now).map(drop)
}

pub(super) async fn forget_former(
    tx: &mut Tx,
    agent: AgentId,
    circuit: Circuit,
    keep: i64,
) -> Result<(), Fault> {
    run!(
        tx,
        "DELETE FROM former_passwords WHERE agent_id = $1 AND circuit = $2 AND id NOT IN \
         (SELECT id FROM former_passwords WHERE agent_id = $1 AND circuit = $2 ORDER BY ended_at DESC, id DESC LIMIT $3)",
        agent,
        circuit.as_str(),
        keep
    )
    .map(drop)
}

pub(super) async fn asked_since(
    tx: &mut Tx,
    agent: AgentId,
    circuit: Circuit,
    since: DateTime<Utc>,
) -> Result<i64, Fault> {
    let sql = "SELECT count(*) FROM resets WHERE agent_id = $1 AND circuit = $2 AND asked_at > $3";
    Ok(scalar!(tx, i64, sql, agent, circuit.as_str(), since)?.unwrap_or_default())
}

pub(super) async fn insert_reset(
    tx: &mut Tx,
    reset: &Opened,
    tag: Option<[u8; 32]>,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO resets (id, agent_id, purpose, circuit, tag, email, asked_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        reset.id,
        reset.agent,
        reset.purpose.as_str(),
        reset.circuit.as_str(),
        tag.map(|tag| tag.to_vec()),
        &reset.email,
        now,
        reset.expires_at
    )
    .map(drop)
}

pub(super) async fn end_links(
    tx: &mut Tx,
    agent: AgentId,
    circuit: Circuit,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let sql = "UPDATE resets SET ended_at = $1 WHERE agent_id = $2 AND circuit = $3 AND ended_at IS NULL";
    run!(tx, sql, now, agent, circuit.as_str()).map(drop)
}

pub(super) async fn open_reset(
    tx: &mut Tx,
    tag: [u8; 32],
    now: DateTime<Utc>,
) -> Result<Option<Opened>, Fault> {
    let row = one!(
        tx,
        (ResetId, AgentId, String, String, String, DateTime<Utc>),
        "SELECT id, agent_id, purpose, circuit, email, expires_at FROM resets \
         WHERE tag = $1 AND ended_at IS NULL AND expires_at > $2",
        tag.to_vec(),
        now
    )?;
    row.map(|(id, agent, purpose, circuit, email, expires_at)| {
        let purpose = purpose
            .parse::<Purpose>()
            .map_err(|()| Fault::inconsistent("resets", id, "purpose is unknown"))?;
        let circuit = circuit
            .parse()
            .map_err(|()| Fault::inconsistent("resets", id, "circuit is unknown"))?;
        Ok(Opened {
            id,
            agent,
            purpose,
            circuit,
            email,
            expires_at,
        })
    })
    .transpose()
}

pub(super) async fn end_reset(tx: &mut Tx, id: ResetId, now: DateTime<Utc>) -> Result<bool, Fault> {
    Ok(run!(
        tx,
        "UPDATE resets SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL AND expires_at > $1",
        now,
        id
    )? == 1)
}
