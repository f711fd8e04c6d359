//! The room's SQL about who decides in whose place.

use chrono::{DateTime, NaiveDate, Utc};

use super::delegate::{Delegation, DelegationId};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;

#[derive(sqlx::FromRow)]
struct Row {
    id: DelegationId,
    agent_id: AgentId,
    delegate_id: AgentId,
    given_name: String,
    family_name: String,
    first_day: String,
    last_day: String,
}

impl Row {
    fn read(self) -> Result<Delegation, Fault> {
        let day = |text: &str| {
            text.parse::<NaiveDate>()
                .map_err(|e| Fault::inconsistent("leave_delegations", self.id, e.to_string()))
        };
        Ok(Delegation {
            id: self.id,
            agent: self.agent_id,
            delegate: self.delegate_id,
            delegate_name: format!("{} {}", self.given_name, self.family_name),
            first: day(&self.first_day)?,
            last: day(&self.last_day)?,
        })
    }
}

/// Every delegation that holds on some day between two, both included.
pub(super) async fn between(
    tx: &mut Tx,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Delegation>, Fault> {
    let sql = "SELECT d.id, d.agent_id, d.delegate_id, a.given_name, a.family_name, d.first_day, d.last_day \
               FROM leave_delegations d JOIN agents a ON a.id = d.delegate_id \
               WHERE d.ended_at IS NULL AND d.last_day >= $1 AND d.first_day <= $2 ORDER BY d.first_day, d.id";
    all!(tx, Row, sql, first.to_string(), last.to_string())?
        .into_iter()
        .map(Row::read)
        .collect()
}

pub(super) async fn insert(tx: &mut Tx, delegation: &Delegation, at: DateTime<Utc>) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO leave_delegations (id, agent_id, delegate_id, first_day, last_day, made_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        delegation.id,
        delegation.agent,
        delegation.delegate,
        delegation.first.to_string(),
        delegation.last.to_string(),
        at
    )
    .map(drop)
}

/// Ends a delegation of `agent`, and says whose it was; `None` if there is none that holds.
pub(super) async fn end(
    tx: &mut Tx,
    id: DelegationId,
    agent: AgentId,
    at: DateTime<Utc>,
) -> Result<Option<AgentId>, Fault> {
    let sql = "UPDATE leave_delegations SET ended_at = $1 WHERE id = $2 AND agent_id = $3 AND ended_at IS NULL \
               RETURNING delegate_id";
    scalar!(tx, AgentId, sql, at, id, agent)
}
