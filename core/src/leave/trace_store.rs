//! The room's SQL about what requests take and what was done about them.

use chrono::{DateTime, NaiveDate, Utc};

use super::RequestId;
use super::explain::Taking;
use super::model::{HalfDays, UnknownName};
use super::period::Period;
use super::unvalidated::{Deed, Trace};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;

#[derive(sqlx::FromRow)]
struct TakingRow {
    id: RequestId,
    kind: String,
    year: i64,
    number: i64,
    first_half: String,
    last_half: String,
    half_days: i64,
    stage: String,
}

impl TakingRow {
    fn read(self) -> Result<Taking, Fault> {
        let nonsense = |why: String| Fault::inconsistent("leave_requests", self.id, why);
        let name = |e: UnknownName| nonsense(e.to_string());
        let half_day = |text: &str| {
            text.parse()
                .map_err(|e: super::NoHalfDay| nonsense(e.to_string()))
        };
        let ends = (half_day(&self.first_half)?, half_day(&self.last_half)?);
        Ok(Taking {
            kind: self.kind.parse().map_err(name)?,
            year: i32::try_from(self.year).map_err(|e| nonsense(e.to_string()))?,
            number: self.number,
            period: Period::new(ends.0, ends.1).map_err(|e| nonsense(e.to_string()))?,
            cost: HalfDays(self.half_days),
            stage: self.stage.parse().map_err(name)?,
        })
    }
}

/// What an agent's requests take of each year from a year on, in the order of time. What has lapsed by `today` takes nothing,
/// a change that waits only what it asks for beyond what it would replace.
pub(super) async fn takings(
    tx: &mut Tx,
    agent: AgentId,
    from_year: i32,
    today: NaiveDate,
) -> Result<Vec<Taking>, Fault> {
    let rows = all!(
        tx,
        TakingRow,
        "SELECT r.id, r.kind, d.year, r.number, r.first_half, r.last_half, \
           d.half_days - COALESCE(od.half_days, 0) AS half_days, r.stage \
         FROM leave_requests r JOIN leave_request_days d ON d.request_id = r.id \
         LEFT JOIN leave_requests o ON o.id = r.replaces AND o.stage = 'validated' AND o.kind = r.kind \
           AND r.stage = 'submitted' \
         LEFT JOIN leave_request_days od ON od.request_id = o.id AND od.year = d.year \
         WHERE r.agent_id = $1 AND d.year >= $2 AND d.half_days > COALESCE(od.half_days, 0) \
           AND (r.stage = 'validated' OR (r.stage = 'submitted' AND r.decide_by >= $3)) \
         ORDER BY r.first_half, r.number, d.year",
        agent,
        i64::from(from_year),
        today.to_string()
    )?;
    rows.into_iter().map(TakingRow::read).collect()
}

/// Writes down what was done about a request. False if it was done on that day already.
pub(super) async fn note(
    tx: &mut Tx,
    request: RequestId,
    deed: Deed,
    day: NaiveDate,
    at: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql = "INSERT INTO leave_trace (request_id, deed, on_day, done_at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (request_id, deed, on_day) DO NOTHING";
    Ok(run!(tx, sql, request, deed.as_str(), day.to_string(), at)? == 1)
}

/// What was done about a request, oldest first.
pub(super) async fn traces(tx: &mut Tx, request: RequestId) -> Result<Vec<Trace>, Fault> {
    let sql = "SELECT deed, done_at FROM leave_trace WHERE request_id = $1 ORDER BY done_at, deed";
    let rows = all!(tx, (String, DateTime<Utc>), sql, request)?;
    rows.into_iter()
        .map(|(name, at)| {
            let deed = Deed::ALL.into_iter().find(|deed| deed.as_str() == name);
            let unknown = || Fault::inconsistent("leave_trace", request, format!("unknown deed: {name}"));
            Ok(Trace {
                deed: deed.ok_or_else(unknown)?,
                at,
            })
        })
        .collect()
}

/// Whether this was ever done about a request.
pub(super) async fn was(tx: &mut Tx, request: RequestId, deed: Deed) -> Result<bool, Fault> {
    let sql = "SELECT COUNT(*) FROM leave_trace WHERE request_id = $1 AND deed = $2";
    Ok(scalar!(tx, i64, sql, request, deed.as_str())?.unwrap_or_default() > 0)
}
