//! The SQL of checks of callers.

use chrono::{DateTime, Utc};

use super::{By, Check, CheckId, Over};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;
use crate::policy::Act;

/// A check, as it is begun.
pub(crate) struct Draft<'a> {
    pub(crate) id: CheckId,
    pub(crate) agent: AgentId,
    pub(crate) officer: AgentId,
    pub(crate) act: Act,
    pub(crate) reference: &'a str,
    pub(crate) by: By,
    pub(crate) tag: Option<&'a [u8; 32]>,
    pub(crate) expires_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: CheckId,
    agent_id: AgentId,
    officer_id: AgentId,
    act: String,
    reference: String,
    way: String,
    tag: Option<Vec<u8>>,
    expires_at: DateTime<Utc>,
    second_id: Option<AgentId>,
    good_from: Option<DateTime<Utc>>,
    good_until: Option<DateTime<Utc>>,
    end_reason: Option<String>,
}

impl TryFrom<Row> for Check {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        let broken = |what: &str| Fault::inconsistent("caller_checks", row.id, format!("{what} is unknown"));
        Ok(Self {
            id: row.id,
            agent: row.agent_id,
            officer: row.officer_id,
            act: row.act.parse().map_err(|()| broken("act"))?,
            reference: row.reference,
            by: row.way.parse().map_err(|()| broken("way"))?,
            tag: row.tag,
            expires_at: row.expires_at,
            second: row.second_id,
            good: row.good_from.zip(row.good_until),
            used: row.end_reason.as_deref() == Some(Over::Used.as_str()),
        })
    }
}

macro_rules! check_where {
    ($condition:literal) => {
        concat!(
            "SELECT id, agent_id, officer_id, act, reference, way, tag, expires_at, second_id, good_from, good_until, ",
            "end_reason FROM caller_checks ",
            $condition
        )
    };
}

pub(crate) async fn insert(tx: &mut Tx, draft: &Draft<'_>, now: DateTime<Utc>) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO caller_checks (id, agent_id, officer_id, act, reference, way, tag, begun_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        draft.id,
        draft.agent,
        draft.officer,
        draft.act.to_string(),
        draft.reference,
        draft.by.as_str(),
        draft.tag.map(|tag| tag.to_vec()),
        now,
        draft.expires_at
    )
    .map(drop)
}

pub(crate) async fn find(tx: &mut Tx, id: CheckId) -> Result<Option<Check>, Fault> {
    one!(tx, Row, check_where!("WHERE id = $1"), id)?
        .map(Check::try_from)
        .transpose()
}

/// Those that wait, or whose act may be done now or later. Newest first.
pub(crate) async fn open_of(tx: &mut Tx, agent: AgentId, now: DateTime<Utc>) -> Result<Vec<Check>, Fault> {
    let sql = check_where!(
        "WHERE agent_id = $1 AND ended_at IS NULL AND coalesce(good_until, expires_at) > $2 ORDER BY begun_at DESC, id DESC"
    );
    all!(tx, Row, sql, agent, now)?
        .into_iter()
        .map(Check::try_from)
        .collect()
}

pub(crate) async fn begun_since(
    tx: &mut Tx,
    agent: AgentId,
    by: Option<By>,
    since: DateTime<Utc>,
) -> Result<i64, Fault> {
    let sql = "SELECT count(*) FROM caller_checks WHERE agent_id = $1 AND way = coalesce($2, way) AND begun_at > $3";
    Ok(scalar!(tx, i64, sql, agent, by.map(By::as_str), since)?.unwrap_or_default())
}

/// A newer check ends what the same officer had under way for the same agent.
pub(crate) async fn replace(
    tx: &mut Tx,
    agent: AgentId,
    officer: AgentId,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let sql = "UPDATE caller_checks SET ended_at = $1, end_reason = $4 \
               WHERE agent_id = $2 AND officer_id = $3 AND proved_at IS NULL AND ended_at IS NULL";
    run!(tx, sql, now, agent, officer, Over::Replaced.as_str()).map(drop)
}

pub(crate) async fn prove(
    tx: &mut Tx,
    id: CheckId,
    now: DateTime<Utc>,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
    second: Option<AgentId>,
) -> Result<bool, Fault> {
    let sql = "UPDATE caller_checks SET proved_at = $1, good_from = $2, good_until = $3, second_id = $4 \
               WHERE id = $5 AND proved_at IS NULL AND ended_at IS NULL AND expires_at > $1";
    Ok(run!(tx, sql, now, from, until, second, id)? == 1)
}

pub(crate) async fn end(tx: &mut Tx, id: CheckId, how: Over, now: DateTime<Utc>) -> Result<bool, Fault> {
    let sql = "UPDATE caller_checks SET ended_at = $1, end_reason = $2 WHERE id = $3 AND ended_at IS NULL";
    Ok(run!(tx, sql, now, how.as_str(), id)? == 1)
}

/// Ends all that are open by one way, or by any.
pub(crate) async fn void(
    tx: &mut Tx,
    agent: AgentId,
    by: Option<By>,
    now: DateTime<Utc>,
) -> Result<u64, Fault> {
    let sql = "UPDATE caller_checks SET ended_at = $1, end_reason = $4 \
               WHERE agent_id = $2 AND way = coalesce($3, way) AND ended_at IS NULL";
    run!(tx, sql, now, agent, by.map(By::as_str), Over::Void.as_str())
}

pub(crate) async fn number_since(tx: &mut Tx, agent: AgentId) -> Result<Option<DateTime<Utc>>, Fault> {
    let row = one!(
        tx,
        (Option<DateTime<Utc>>,),
        "SELECT mobile_at FROM agents WHERE id = $1",
        agent
    )?;
    Ok(row.and_then(|(at,)| at))
}
