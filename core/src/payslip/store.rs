//! The room's SQL.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Month, Payslip, PayslipId};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;

#[derive(sqlx::FromRow)]
struct Row {
    id: PayslipId,
    agent_id: AgentId,
    month: String,
    size: i64,
    arrived_at: DateTime<Utc>,
}

impl TryFrom<Row> for Payslip {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        let month = row
            .month
            .parse()
            .map_err(|why| Fault::inconsistent("payslips", row.id, why))?;
        Ok(Self {
            id: row.id,
            agent: row.agent_id,
            month,
            size: row.size,
            arrived_at: row.arrived_at,
        })
    }
}

pub(super) async fn insert(tx: &mut Tx, payslip: &Payslip, digest: &str) -> Result<u64, Fault> {
    run!(
        tx,
        "INSERT INTO payslips (id, agent_id, month, digest, size, arrived_at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (agent_id, month, digest) DO NOTHING",
        payslip.id,
        payslip.agent,
        payslip.month.to_string(),
        digest,
        payslip.size,
        payslip.arrived_at
    )
}

pub(super) async fn is_known(tx: &mut Tx, agent: AgentId, month: Month, digest: &str) -> Result<bool, Fault> {
    let sql = "SELECT count(*) FROM payslips WHERE agent_id = $1 AND month = $2 AND digest = $3";
    Ok(scalar!(tx, i64, sql, agent, month.to_string(), digest)?.unwrap_or(0) > 0)
}

pub(super) async fn of(tx: &mut Tx, agent: AgentId) -> Result<Vec<Payslip>, Fault> {
    let sql = "SELECT id, agent_id, month, size, arrived_at FROM payslips WHERE agent_id = $1 \
               ORDER BY month DESC, arrived_at DESC";
    all!(tx, Row, sql, agent)?
        .into_iter()
        .map(Payslip::try_from)
        .collect()
}

/// The newest of a month: a corrected payslip replaces the first.
pub(super) async fn of_month(tx: &mut Tx, agent: AgentId, month: Month) -> Result<Option<Payslip>, Fault> {
    let sql = "SELECT id, agent_id, month, size, arrived_at FROM payslips WHERE agent_id = $1 AND month = $2 \
               ORDER BY arrived_at DESC LIMIT 1";
    one!(tx, Row, sql, agent, month.to_string())?
        .map(Payslip::try_from)
        .transpose()
}

pub(super) async fn find(tx: &mut Tx, id: PayslipId) -> Result<Option<Payslip>, Fault> {
    let sql = "SELECT id, agent_id, month, size, arrived_at FROM payslips WHERE id = $1";
    one!(tx, Row, sql, id)?.map(Payslip::try_from).transpose()
}

pub(super) async fn older(tx: &mut Tx, before: Month) -> Result<Vec<Payslip>, Fault> {
    let sql = "SELECT id, agent_id, month, size, arrived_at FROM payslips WHERE month < $1 ORDER BY month";
    all!(tx, Row, sql, before.to_string())?
        .into_iter()
        .map(Payslip::try_from)
        .collect()
}

pub(super) async fn delete(tx: &mut Tx, id: PayslipId) -> Result<(), Fault> {
    run!(tx, "DELETE FROM payslips WHERE id = $1", id).map(drop)
}

pub(super) async fn paid_on(tx: &mut Tx, month: Month) -> Result<Option<NaiveDate>, Fault> {
    let day = scalar!(
        tx,
        String,
        "SELECT paid_on FROM payroll_days WHERE month = $1",
        month.to_string()
    )?;
    day.map(|day| {
        day.parse()
            .map_err(|why| Fault::inconsistent("payroll_days", month, why))
    })
    .transpose()
}

pub(super) async fn set_paid_on(tx: &mut Tx, month: Month, day: NaiveDate) -> Result<(), Fault> {
    let sql = "INSERT INTO payroll_days (month, paid_on) VALUES ($1, $2) \
               ON CONFLICT (month) DO UPDATE SET paid_on = excluded.paid_on";
    run!(tx, sql, month.to_string(), day.to_string()).map(drop)
}
