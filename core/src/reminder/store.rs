//! The room's SQL.

use chrono::{DateTime, Utc};

use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;

/// Takes one due instant of a job. 0 rows: it has run, here or on another node.
pub(super) async fn insert_run(
    tx: &mut Tx,
    job: &str,
    due_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<u64, Fault> {
    let sql =
        "INSERT INTO reminder_runs (job, due_at, ran_at, told) VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING";
    run!(tx, sql, job, due_at, now)
}

pub(super) async fn set_told(tx: &mut Tx, job: &str, due_at: DateTime<Utc>, told: i64) -> Result<(), Fault> {
    run!(
        tx,
        "UPDATE reminder_runs SET told = $3 WHERE job = $1 AND due_at = $2",
        job,
        due_at,
        told
    )
    .map(drop)
}

pub(super) async fn last_due(tx: &mut Tx, job: &str) -> Result<Option<DateTime<Utc>>, Fault> {
    let sql = "SELECT due_at FROM reminder_runs WHERE job = $1 ORDER BY due_at DESC LIMIT 1";
    scalar!(tx, DateTime<Utc>, sql, job)
}
