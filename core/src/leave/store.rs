//! The room's SQL.

use chrono::{DateTime, NaiveDate, Utc};

use super::linked::Replaced;
use super::model::{Asks, HalfDays, Kind, Stage, UnknownName};
use super::period::{HalfDay, Period};
use super::{Balance, Request, RequestId};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;

/// A new request, as it is written.
pub(super) struct Draft<'a> {
    pub id: RequestId,
    pub number: i64,
    pub agent: AgentId,
    pub asks: Asks,
    pub replaces: Option<RequestId>,
    pub kind: Kind,
    pub period: &'a Period,
    pub decide_by: NaiveDate,
    pub asked_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct BalanceRow {
    kind: String,
    year: i64,
    entitled: i64,
    validated: i64,
    pending: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: RequestId,
    number: i64,
    agent_id: AgentId,
    given_name: String,
    family_name: String,
    supervisor_id: Option<AgentId>,
    supervisor_given_name: Option<String>,
    supervisor_family_name: Option<String>,
    asks: String,
    old_id: Option<RequestId>,
    old_number: Option<i64>,
    old_first_half: Option<String>,
    old_last_half: Option<String>,
    old_stage: Option<String>,
    kind: String,
    first_half: String,
    last_half: String,
    half_days: i64,
    stage: String,
    decide_by: String,
    asked_at: DateTime<Utc>,
    decided_at: Option<DateTime<Utc>>,
    reason: Option<String>,
}

impl Row {
    fn read(self, today: NaiveDate) -> Result<Request, Fault> {
        let nonsense = |why: String| Fault::inconsistent("leave_requests", self.id, why);
        let unknown = |e: UnknownName| nonsense(e.to_string());
        let half_day = |text: &str| text.parse::<HalfDay>().map_err(|e| nonsense(e.to_string()));
        let period = |first: &str, last: &str| {
            Period::new(half_day(first)?, half_day(last)?).map_err(|e| nonsense(e.to_string()))
        };
        let stage: Stage = self.stage.parse().map_err(unknown)?;
        let decide_by = self.decide_by.parse::<NaiveDate>();
        let decide_by = decide_by.map_err(|e| nonsense(e.to_string()))?;
        let replaces = match (&self.old_first_half, &self.old_last_half, &self.old_stage) {
            (Some(first), Some(last), Some(stage)) => self
                .old_id
                .zip(self.old_number)
                .zip(Some((period(first, last)?, stage.parse().map_err(unknown)?))),
            _ => None,
        };
        let replaces = replaces.map(|((id, number), (period, stage))| Replaced {
            id,
            number,
            period,
            stage,
        });
        Ok(Request {
            id: self.id,
            number: self.number,
            agent: self.agent_id,
            name: format!("{} {}", self.given_name, self.family_name),
            supervisor: self.supervisor_id,
            supervisor_name: self
                .supervisor_given_name
                .zip(self.supervisor_family_name)
                .map(|(given, family)| format!("{given} {family}")),
            asks: self.asks.parse().map_err(unknown)?,
            replaces,
            kind: self.kind.parse().map_err(unknown)?,
            period: period(&self.first_half, &self.last_half)?,
            cost: HalfDays(self.half_days),
            stage: stage.seen(decide_by, today),
            decide_by,
            asked_at: self.asked_at,
            decided_at: self.decided_at,
            reason: self.reason,
        })
    }
}

macro_rules! request_where {
    ($condition:literal) => {
        concat!(
            "SELECT r.id, r.number, r.agent_id, a.given_name, a.family_name, a.supervisor_id, ",
            "s.given_name AS supervisor_given_name, s.family_name AS supervisor_family_name, r.kind, r.first_half, ",
            "r.last_half, r.stage, r.asks, r.decide_by, r.asked_at, r.decided_at, r.reason, o.id AS old_id, ",
            "o.number AS old_number, o.first_half AS old_first_half, o.last_half AS old_last_half, ",
            "o.stage AS old_stage, CAST((SELECT SUM(d.half_days) FROM leave_request_days d WHERE d.request_id = ",
            "CASE r.asks WHEN 'cancel' THEN r.replaces ELSE r.id END) AS BIGINT) AS half_days ",
            "FROM leave_requests r JOIN agents a ON a.id = r.agent_id LEFT JOIN agents s ON s.id = a.supervisor_id ",
            "LEFT JOIN leave_requests o ON o.id = r.replaces ",
            $condition
        )
    };
}

/// Balances from a year on. What has lapsed by `today` no longer counts as pending, and a change holds only what it asks for
/// beyond the granted leave that it would replace.
pub(super) async fn balances(
    tx: &mut Tx,
    agent: AgentId,
    from_year: i32,
    today: NaiveDate,
) -> Result<Vec<Balance>, Fault> {
    let rows = all!(
        tx,
        BalanceRow,
        "SELECT e.kind, e.year, e.half_days AS entitled, \
         CAST(COALESCE((SELECT SUM(d.half_days) FROM leave_request_days d JOIN leave_requests r ON r.id = d.request_id \
           WHERE r.agent_id = e.agent_id AND r.kind = e.kind AND d.year = e.year AND r.stage = 'validated'), 0) \
           AS BIGINT) AS validated, \
         CAST(COALESCE((SELECT SUM(CASE WHEN d.half_days > COALESCE(od.half_days, 0) \
             THEN d.half_days - COALESCE(od.half_days, 0) ELSE 0 END) \
           FROM leave_request_days d JOIN leave_requests r ON r.id = d.request_id \
           LEFT JOIN leave_requests o ON o.id = r.replaces AND o.stage = 'validated' AND o.kind = r.kind \
           LEFT JOIN leave_request_days od ON od.request_id = o.id AND od.year = d.year \
           WHERE r.agent_id = e.agent_id AND r.kind = e.kind AND d.year = e.year AND r.stage = 'submitted' \
             AND r.decide_by >= $3), 0) AS BIGINT) AS pending \
         FROM leave_entitlements e WHERE e.agent_id = $1 AND e.year >= $2 ORDER BY e.year, e.kind",
        agent,
        i64::from(from_year),
        today.to_string()
    )?;
    rows.into_iter()
        .map(|row| {
            let nonsense = |why: String| Fault::inconsistent("leave_entitlements", agent, why);
            Ok(Balance {
                kind: row
                    .kind
                    .parse()
                    .map_err(|e: UnknownName| nonsense(e.to_string()))?,
                year: i32::try_from(row.year).map_err(|e| nonsense(e.to_string()))?,
                entitled: HalfDays(row.entitled),
                validated: HalfDays(row.validated),
                pending: HalfDays(row.pending),
            })
        })
        .collect()
}

pub(super) async fn set_entitlement(
    tx: &mut Tx,
    agent: AgentId,
    kind: Kind,
    year: i32,
    half_days: HalfDays,
) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO leave_entitlements (agent_id, kind, year, half_days) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (agent_id, kind, year) DO UPDATE SET half_days = excluded.half_days",
        agent,
        kind.as_str(),
        i64::from(year),
        half_days.0
    )
    .map(drop)
}

/// The next number of a request. Concurrent requests wait here for one another.
pub(super) async fn next_number(tx: &mut Tx) -> Result<i64, Fault> {
    let next = scalar!(tx, i64, "UPDATE leave_numbers SET last = last + 1 RETURNING last")?;
    next.ok_or_else(|| Fault::inconsistent("leave_numbers", "last", "the table is empty"))
}

pub(super) async fn insert(tx: &mut Tx, draft: &Draft<'_>) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO leave_requests (id, number, agent_id, asks, replaces, kind, first_half, last_half, decide_by, stage, \
         asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'submitted', $10)",
        draft.id,
        draft.number,
        draft.agent,
        draft.asks.as_str(),
        draft.replaces,
        draft.kind.as_str(),
        draft.period.from().to_string(),
        draft.period.to().to_string(),
        draft.decide_by.to_string(),
        draft.asked_at
    )
    .map(drop)
}

pub(super) async fn insert_days(
    tx: &mut Tx,
    id: RequestId,
    year: i32,
    half_days: HalfDays,
) -> Result<(), Fault> {
    let sql = "INSERT INTO leave_request_days (request_id, year, half_days) VALUES ($1, $2, $3)";
    run!(tx, sql, id, i64::from(year), half_days.0).map(drop)
}

pub(super) async fn by_number(tx: &mut Tx, number: i64, today: NaiveDate) -> Result<Option<Request>, Fault> {
    let row = one!(tx, Row, request_where!("WHERE r.number = $1"), number)?;
    row.map(|row| row.read(today)).transpose()
}

/// The newest requests of an agent, by date of leave.
pub(super) async fn of_agent(
    tx: &mut Tx,
    agent: AgentId,
    limit: i64,
    today: NaiveDate,
) -> Result<Vec<Request>, Fault> {
    let sql = request_where!("WHERE r.agent_id = $1 ORDER BY r.first_half DESC, r.number DESC LIMIT $2");
    all!(tx, Row, sql, agent, limit)?
        .into_iter()
        .map(|row| row.read(today))
        .collect()
}

/// The requests of an agent that stand, or may, between two days.
pub(super) async fn standing_between(
    tx: &mut Tx,
    agent: AgentId,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<Vec<Request>, Fault> {
    let sql = request_where!(
        "WHERE r.agent_id = $1 AND r.asks = 'leave' AND r.stage IN ('submitted', 'validated') AND r.last_half >= $2 \
         AND r.first_half <= $3 \
         ORDER BY r.first_half"
    );
    let rows = all!(
        tx,
        Row,
        sql,
        agent,
        HalfDay::am(from).to_string(),
        HalfDay::pm(to).to_string()
    )?;
    let requests: Vec<Request> = rows
        .into_iter()
        .map(|row| row.read(today))
        .collect::<Result<_, _>>()?;
    Ok(requests
        .into_iter()
        .filter(|request| request.stage != Stage::Lapsed)
        .collect())
}

/// Undecided requests of the people of a supervisor, oldest first.
pub(super) async fn waiting_for(
    tx: &mut Tx,
    supervisor: AgentId,
    today: NaiveDate,
) -> Result<Vec<Request>, Fault> {
    let sql = request_where!(
        "WHERE a.supervisor_id = $1 AND r.stage = 'submitted' AND r.decide_by >= $2 ORDER BY r.asked_at, r.number"
    );
    all!(tx, Row, sql, supervisor, today.to_string())?
        .into_iter()
        .map(|row| row.read(today))
        .collect()
}

/// Undecided requests whose leave has not begun, oldest first.
pub(super) async fn undecided(tx: &mut Tx, today: NaiveDate) -> Result<Vec<Request>, Fault> {
    let sql =
        request_where!("WHERE r.stage = 'submitted' AND r.decide_by >= $1 ORDER BY r.asked_at, r.number");
    all!(tx, Row, sql, today.to_string())?
        .into_iter()
        .map(|row| row.read(today))
        .collect()
}

/// Undecided requests whose first day is over, oldest first.
pub(super) async fn overdue(tx: &mut Tx, today: NaiveDate) -> Result<Vec<Request>, Fault> {
    let sql =
        request_where!("WHERE r.stage = 'submitted' AND r.decide_by < $1 ORDER BY r.asked_at, r.number");
    all!(tx, Row, sql, today.to_string())?
        .into_iter()
        .map(|row| row.read(today))
        .collect()
}

/// Leaves `submitted` for another stage. False if it was no longer there.
pub(super) async fn settle(
    tx: &mut Tx,
    id: RequestId,
    stage: Stage,
    by: Option<AgentId>,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let rows = run!(
        tx,
        "UPDATE leave_requests SET stage = $1, decided_by = $2, reason = $3, decided_at = $4 \
         WHERE id = $5 AND stage = 'submitted'",
        stage.as_str(),
        by,
        reason,
        now,
        id
    )?;
    Ok(rows == 1)
}

/// What `by` decided since then, newest first.
pub(super) async fn decided_since(
    tx: &mut Tx,
    by: AgentId,
    since: DateTime<Utc>,
    today: NaiveDate,
) -> Result<Vec<Request>, Fault> {
    let sql = request_where!(
        "WHERE r.decided_by = $1 AND r.decided_at > $2 AND r.stage IN ('validated', 'refused') AND r.decide_by >= $3 \
         ORDER BY r.decided_at DESC, r.number DESC"
    );
    all!(tx, Row, sql, by, since, today.to_string())?
        .into_iter()
        .map(|row| row.read(today))
        .collect()
}

/// A decision made by `by` since then is open again. False if there is none.
pub(super) async fn take_back(
    tx: &mut Tx,
    (id, stage): (RequestId, Stage),
    by: Option<AgentId>,
    since: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql = "UPDATE leave_requests SET stage = 'submitted', decided_by = NULL, reason = NULL, decided_at = NULL \
               WHERE id = $1 AND stage = $2 AND decided_by = $3 AND decided_at > $4";
    Ok(run!(tx, sql, id, stage.as_str(), by, since)? == 1)
}

/// Undecided requests that came up to somebody: those of the people of the supervisors below them.
pub(super) async fn escalated_to(
    tx: &mut Tx,
    agent: AgentId,
    today: NaiveDate,
) -> Result<Vec<Request>, Fault> {
    let sql = request_where!(
        "JOIN leave_trace t ON t.request_id = r.id AND t.deed = 'escalated' \
         WHERE s.supervisor_id = $1 AND r.stage = 'submitted' AND r.decide_by >= $2 ORDER BY r.asked_at, r.number"
    );
    all!(tx, Row, sql, agent, today.to_string())?
        .into_iter()
        .map(|row| row.read(today))
        .collect()
}
