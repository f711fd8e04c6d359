//! The room's SQL.

use chrono::{DateTime, Utc};

use super::model::{Change, ChangeId, Kind, Stage};
use super::proof::{Proof, ProofId};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::payslip::Month;
use crate::people::AgentId;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub id: ChangeId,
    pub agent_id: AgentId,
    pub sealed: Vec<u8>,
    pub stage: String,
    pub declared_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
    pub decided_by: Option<AgentId>,
    pub reason: Option<String>,
    pub effective_month: Option<String>,
}

macro_rules! change_where {
    ($condition:literal) => {
        concat!(
            "SELECT id, agent_id, sealed, stage, declared_at, ended_at, decided_by, reason, effective_month ",
            "FROM profile_changes ",
            $condition
        )
    };
}

pub(super) async fn insert(tx: &mut Tx, change: &Change, sealed: &[u8]) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO profile_changes (id, agent_id, kind, sealed, stage, declared_at) VALUES ($1, $2, $3, $4, $5, $6)",
        change.id,
        change.agent,
        change.kind().as_str(),
        sealed,
        change.stage.as_str(),
        change.declared_at
    )
    .map(drop)
}

pub(super) async fn find(tx: &mut Tx, id: ChangeId) -> Result<Option<Row>, Fault> {
    one!(tx, Row, change_where!("WHERE id = $1"), id)
}

pub(super) async fn of(tx: &mut Tx, agent: AgentId, limit: i64) -> Result<Vec<Row>, Fault> {
    let sql = change_where!("WHERE agent_id = $1 ORDER BY declared_at DESC, id DESC LIMIT $2");
    all!(tx, Row, sql, agent, limit)
}

pub(super) async fn waiting(tx: &mut Tx, limit: i64) -> Result<Vec<Row>, Fault> {
    let sql = change_where!("WHERE stage = 'confirmed' ORDER BY declared_at, id LIMIT $1");
    all!(tx, Row, sql, limit)
}

pub(super) async fn newest_validated(tx: &mut Tx, agent: AgentId, kind: Kind) -> Result<Option<Row>, Fault> {
    let sql = change_where!(
        "WHERE agent_id = $1 AND kind = $2 AND stage = 'validated' ORDER BY ended_at DESC, id DESC LIMIT 1"
    );
    one!(tx, Row, sql, agent, kind.as_str())
}

pub(super) async fn open_of(tx: &mut Tx, agent: AgentId, kind: Kind) -> Result<Option<ChangeId>, Fault> {
    let sql = "SELECT id FROM profile_changes \
               WHERE agent_id = $1 AND kind = $2 AND stage IN ('declared', 'confirmed')";
    scalar!(tx, ChangeId, sql, agent, kind.as_str())
}

pub(super) async fn declared_since(
    tx: &mut Tx,
    agent: AgentId,
    kind: Kind,
    since: DateTime<Utc>,
) -> Result<i64, Fault> {
    let sql = "SELECT count(*) FROM profile_changes WHERE agent_id = $1 AND kind = $2 AND declared_at > $3";
    Ok(scalar!(tx, i64, sql, agent, kind.as_str(), since)?.unwrap_or(0))
}

/// Ends an open change: who decided, why, and from which month on. False: it was not open any more.
pub(super) async fn end(
    tx: &mut Tx,
    id: ChangeId,
    stage: Stage,
    (by, reason, effective): (Option<AgentId>, Option<&str>, Option<Month>),
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql = "UPDATE profile_changes SET stage = $2, ended_at = $3, decided_by = $4, reason = $5, effective_month = $6 \
               WHERE id = $1 AND stage IN ('declared', 'confirmed')";
    let effective = effective.map(|month| month.to_string());
    let rows = run!(tx, sql, id, stage.as_str(), now, by, reason, effective)?;
    Ok(rows == 1)
}

/// The proof of a declared change is there. False: it waits for none.
pub(super) async fn confirm(tx: &mut Tx, id: ChangeId) -> Result<bool, Fault> {
    let sql = "UPDATE profile_changes SET stage = 'confirmed' WHERE id = $1 AND stage = 'declared'";
    Ok(run!(tx, sql, id)? == 1)
}

#[derive(sqlx::FromRow)]
struct ProofRow {
    id: ProofId,
    change_id: ChangeId,
    format: String,
    size: i64,
    received_at: DateTime<Utc>,
}

impl TryFrom<ProofRow> for Proof {
    type Error = Fault;

    fn try_from(row: ProofRow) -> Result<Self, Fault> {
        let broken = |why| Fault::inconsistent("profile_proofs", row.id, why);
        Ok(Self {
            id: row.id,
            change: row.change_id,
            format: row.format.parse().map_err(broken)?,
            size: row.size,
            received_at: row.received_at,
        })
    }
}

pub(super) async fn insert_proof(tx: &mut Tx, proof: &Proof) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO profile_proofs (id, change_id, format, size, received_at) VALUES ($1, $2, $3, $4, $5)",
        proof.id,
        proof.change,
        proof.format.as_str(),
        proof.size,
        proof.received_at
    )
    .map(drop)
}

pub(super) async fn proof_of(tx: &mut Tx, change: ChangeId) -> Result<Option<Proof>, Fault> {
    let sql = "SELECT id, change_id, format, size, received_at FROM profile_proofs WHERE change_id = $1";
    one!(tx, ProofRow, sql, change)?.map(Proof::try_from).transpose()
}

/// The proofs of changes that ended before then.
pub(super) async fn proofs_ended(tx: &mut Tx, before: DateTime<Utc>) -> Result<Vec<Proof>, Fault> {
    let sql = "SELECT p.id, p.change_id, p.format, p.size, p.received_at FROM profile_proofs p \
               JOIN profile_changes c ON c.id = p.change_id WHERE c.ended_at < $1 ORDER BY p.id";
    let rows = all!(tx, ProofRow, sql, before)?;
    rows.into_iter().map(Proof::try_from).collect()
}

pub(super) async fn delete_proof(tx: &mut Tx, id: ProofId) -> Result<(), Fault> {
    run!(tx, "DELETE FROM profile_proofs WHERE id = $1", id).map(drop)
}
