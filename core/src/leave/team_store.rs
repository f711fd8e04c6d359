//! The room's SQL about who is away.

use chrono::NaiveDate;

use super::RequestId;
use super::model::{Kind, Stage, UnknownName};
use super::period::{HalfDay, NoHalfDay, Period};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;

/// Leave of somebody of a team.
pub(super) struct Row {
    pub agent: AgentId,
    pub name: String,
    /// They are under whoever looks, not beside them.
    pub is_under: bool,
    pub kind: Kind,
    pub period: Period,
    pub stage: Stage,
}

#[derive(sqlx::FromRow)]
struct Found {
    id: RequestId,
    agent_id: AgentId,
    supervisor_id: Option<AgentId>,
    given_name: String,
    family_name: String,
    kind: String,
    first_half: String,
    last_half: String,
    stage: String,
}

impl Found {
    fn read(self, me: AgentId) -> Result<Row, Fault> {
        let nonsense = |why: String| Fault::inconsistent("leave_requests", self.id, why);
        let unknown = |e: UnknownName| nonsense(e.to_string());
        let half_day = |text: &str| text.parse().map_err(|e: NoHalfDay| nonsense(e.to_string()));
        let ends = (half_day(&self.first_half)?, half_day(&self.last_half)?);
        Ok(Row {
            agent: self.agent_id,
            name: format!("{} {}", self.given_name, self.family_name),
            is_under: self.supervisor_id == Some(me),
            kind: self.kind.parse().map_err(unknown)?,
            period: Period::new(ends.0, ends.1).map_err(|e| nonsense(e.to_string()))?,
            stage: self.stage.parse().map_err(unknown)?,
        })
    }
}

/// The leave, granted or undecided, of who has this supervisor or the same as this one, between two days.
pub(super) async fn around(
    tx: &mut Tx,
    me: AgentId,
    (first, last): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<Vec<Row>, Fault> {
    let sql = "SELECT r.id, r.agent_id, a.supervisor_id, a.given_name, a.family_name, r.kind, r.first_half, r.last_half, \
               r.stage FROM agents a JOIN leave_requests r ON r.agent_id = a.id \
               WHERE (a.supervisor_id = $1 OR a.supervisor_id = (SELECT m.supervisor_id FROM agents m WHERE m.id = $1)) \
               AND a.left_at IS NULL AND r.asks = 'leave' AND r.last_half >= $2 AND r.first_half <= $3 \
               AND (r.stage = 'validated' OR (r.stage = 'submitted' AND r.decide_by >= $4)) \
               ORDER BY r.first_half, a.family_name, a.given_name, r.number";
    all!(
        tx,
        Found,
        sql,
        me,
        HalfDay::am(first).to_string(),
        HalfDay::pm(last).to_string(),
        today.to_string()
    )?
    .into_iter()
    .map(|found| found.read(me))
    .collect()
}

/// How many people somebody supervises.
pub(super) async fn members(tx: &mut Tx, supervisor: AgentId) -> Result<i64, Fault> {
    let sql = "SELECT COUNT(*) FROM agents WHERE supervisor_id = $1 AND left_at IS NULL";
    Ok(scalar!(tx, i64, sql, supervisor)?.unwrap_or_default())
}
