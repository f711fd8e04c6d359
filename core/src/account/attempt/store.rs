//! The counters' SQL.

use chrono::{DateTime, Utc};

use super::{AdmissionId, Counter, Outcome};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;

/// Takes the counter's row, so that all who guess at one secret go through here one by one, and gives its failures.
pub(super) async fn hold(tx: &mut Tx, counter: &Counter, now: DateTime<Utc>) -> Result<i64, Fault> {
    let failures = scalar!(
        tx,
        i64,
        "INSERT INTO attempts (subject, device, failures, pending, touched_at) VALUES ($1, $2, 0, 0, $3) \
         ON CONFLICT (subject, device) DO UPDATE SET touched_at = excluded.touched_at RETURNING failures",
        &counter.subject[..],
        &counter.device,
        now
    )?;
    Ok(failures.unwrap_or_default())
}

/// Removes admissions whose outcome never came.
pub(super) async fn take_lost(tx: &mut Tx, counter: &Counter, before: DateTime<Utc>) -> Result<i64, Fault> {
    let rows = run!(
        tx,
        "DELETE FROM attempts_admitted WHERE subject = $1 AND device = $2 AND admitted_at < $3",
        &counter.subject[..],
        &counter.device,
        before
    )?;
    Ok(i64::try_from(rows).unwrap_or(i64::MAX))
}

pub(super) async fn count_lost(tx: &mut Tx, counter: &Counter, lost: i64) -> Result<i64, Fault> {
    let failures = scalar!(
        tx,
        i64,
        "UPDATE attempts SET pending = pending - $3, failures = failures + $3 WHERE subject = $1 AND device = $2 \
         RETURNING failures",
        &counter.subject[..],
        &counter.device,
        lost
    )?;
    Ok(failures.unwrap_or_default())
}

pub(super) async fn take_slot(tx: &mut Tx, counter: &Counter, limit: i64) -> Result<bool, Fault> {
    let rows = run!(
        tx,
        "UPDATE attempts SET pending = pending + 1 WHERE subject = $1 AND device = $2 AND failures + pending < $3",
        &counter.subject[..],
        &counter.device,
        limit
    )?;
    Ok(rows == 1)
}

pub(super) async fn insert_admitted(
    tx: &mut Tx,
    id: AdmissionId,
    counter: &Counter,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO attempts_admitted (id, subject, device, admitted_at) VALUES ($1, $2, $3, $4)",
        id,
        &counter.subject[..],
        &counter.device,
        now
    )
    .map(drop)
}

pub(super) async fn delete_admitted(tx: &mut Tx, id: AdmissionId) -> Result<bool, Fault> {
    Ok(run!(tx, "DELETE FROM attempts_admitted WHERE id = $1", id)? == 1)
}

pub(super) async fn settle(tx: &mut Tx, counter: &Counter, outcome: Outcome) -> Result<i64, Fault> {
    let sql = match outcome {
        Outcome::Failure => {
            "UPDATE attempts SET pending = pending - 1, failures = failures + 1 \
             WHERE subject = $1 AND device = $2 RETURNING failures"
        }
        Outcome::Success => {
            "UPDATE attempts SET pending = pending - 1, failures = 0 \
             WHERE subject = $1 AND device = $2 RETURNING failures"
        }
        Outcome::Void => {
            "UPDATE attempts SET pending = pending - 1 WHERE subject = $1 AND device = $2 RETURNING failures"
        }
    };
    let failures = scalar!(tx, i64, sql, &counter.subject[..], &counter.device)?;
    Ok(failures.unwrap_or_default())
}

pub(super) async fn clear(tx: &mut Tx, subject: &[u8; 32]) -> Result<(), Fault> {
    run!(
        tx,
        "UPDATE attempts SET failures = 0 WHERE subject = $1",
        &subject[..]
    )
    .map(drop)
}

pub(super) async fn failures(tx: &mut Tx, counter: &Counter) -> Result<i64, Fault> {
    let sql = "SELECT failures FROM attempts WHERE subject = $1 AND device = $2";
    Ok(scalar!(tx, i64, sql, &counter.subject[..], &counter.device)?.unwrap_or_default())
}
