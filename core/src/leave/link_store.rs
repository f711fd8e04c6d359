//! The room's SQL about requests that name another.

use chrono::NaiveDate;

use super::RequestId;
use super::model::{HalfDays, Stage};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;

/// The number of the undecided request that would change or cancel this one, if there is one.
pub(super) async fn waiting(tx: &mut Tx, id: RequestId, today: NaiveDate) -> Result<Option<i64>, Fault> {
    let sql = "SELECT number FROM leave_requests WHERE replaces = $1 AND stage = 'submitted' AND decide_by >= $2 \
               ORDER BY number LIMIT 1";
    scalar!(tx, i64, sql, id, today.to_string())
}

/// Moves a request that another names from one stage to the next. False if it was no longer there.
pub(super) async fn shift(tx: &mut Tx, id: RequestId, from: Stage, to: Stage) -> Result<bool, Fault> {
    let sql = "UPDATE leave_requests SET stage = $1 WHERE id = $2 AND stage = $3";
    Ok(run!(tx, sql, to.as_str(), id, from.as_str())? == 1)
}

/// What a request takes of each year.
pub(super) async fn days(tx: &mut Tx, id: RequestId) -> Result<Vec<(i32, HalfDays)>, Fault> {
    let sql = "SELECT year, half_days FROM leave_request_days WHERE request_id = $1";
    all!(tx, (i64, i64), sql, id)?
        .into_iter()
        .map(|(year, half_days)| {
            let year = i32::try_from(year);
            let nonsense =
                |e: std::num::TryFromIntError| Fault::inconsistent("leave_request_days", id, e.to_string());
            Ok((year.map_err(nonsense)?, HalfDays(half_days)))
        })
        .collect()
}
