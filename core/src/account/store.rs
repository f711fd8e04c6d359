//! The room's SQL.

use chrono::{DateTime, Utc};

use super::dormant::Unused;
use super::model::{Closure, Lock, LockCause, Side, Stage, Standing, Why};
use super::warning::{Looming, Warned};
use super::{Account, Circuit};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::outside::authority::{AccountAuthority, Embedded};
use crate::people::AgentId;

#[derive(sqlx::FromRow)]
struct Row {
    agent_id: AgentId,
    circuit: String,
    stage: String,
    locked: Option<String>,
    locked_at: Option<DateTime<Utc>>,
    locked_until: Option<DateTime<Utc>>,
    locks: i64,
    closed: Option<String>,
    agreed_side: Option<String>,
    agreed_by: Option<AgentId>,
    device_epoch: i64,
    changed_at: DateTime<Utc>,
}

impl TryFrom<Row> for Account {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        let broken = |what: &str| Fault::inconsistent("accounts", row.agent_id, format!("{what} is unknown"));
        let stage = read_stage(&row.stage).ok_or_else(|| broken("stage"))?;
        let lock = row
            .locked
            .as_deref()
            .map(|text| read_lock(text).ok_or_else(|| broken("locked")))
            .transpose()?;
        let agreed = row
            .agreed_side
            .as_deref()
            .map(|text| read_side(text).ok_or_else(|| broken("agreed_side")))
            .transpose()?;
        let why = row
            .closed
            .as_deref()
            .map(|text| text.parse::<Why>().map_err(|()| broken("closed")))
            .transpose()?;
        Ok(Self {
            agent: row.agent_id,
            circuit: row.circuit.parse().map_err(|()| broken("circuit"))?,
            standing: Standing {
                stage,
                lock,
                closed: why.map(|why| Closure { why, agreed }),
            },
            locked_at: row.locked_at,
            locked_until: row.locked_until,
            locks: row.locks,
            agreed_by: row.agreed_by,
            device_epoch: row.device_epoch,
            changed_at: Some(row.changed_at),
        })
    }
}

fn read_stage(text: &str) -> Option<Stage> {
    [Stage::NotCreated, Stage::AwaitingFirstSignIn, Stage::Active]
        .into_iter()
        .find(|stage| write_stage(*stage) == text)
}

fn write_stage(stage: Stage) -> &'static str {
    match stage {
        Stage::NotCreated => "not_created",
        Stage::AwaitingFirstSignIn => "awaiting_first_sign_in",
        Stage::Active => "active",
    }
}

fn read_lock(text: &str) -> Option<Lock> {
    [
        Lock::UnknownDevices,
        Lock::Everywhere(LockCause::Failures),
        Lock::Everywhere(LockCause::Agent),
    ]
    .into_iter()
    .find(|lock| write_lock(*lock) == text)
}

fn write_lock(lock: Lock) -> &'static str {
    match lock {
        Lock::UnknownDevices => "unknown_devices",
        Lock::Everywhere(LockCause::Failures) => "everywhere_failures",
        Lock::Everywhere(LockCause::Agent) => "everywhere_agent",
    }
}

fn read_side(text: &str) -> Option<Side> {
    [Side::It, Side::Hr]
        .into_iter()
        .find(|side| write_side(*side) == text)
}

fn write_side(side: Side) -> &'static str {
    match side {
        Side::It => "it",
        Side::Hr => "hr",
    }
}

/// Every account has its row from the first time that anything happens to it.
pub(super) async fn insert_missing(
    tx: &mut Tx,
    agent: AgentId,
    circuit: Circuit,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO accounts (agent_id, circuit, stage, device_epoch, alerts_folded, changed_at, used_at) \
         VALUES ($1, $2, 'not_created', 0, 0, $3, $3) ON CONFLICT DO NOTHING",
        agent,
        circuit.as_str(),
        now
    )
    .map(drop)
}

/// Our own tables are the authority.
impl AccountAuthority for Embedded {
    async fn find(&self, tx: &mut Tx, agent: AgentId, circuit: Circuit) -> Result<Option<Account>, Fault> {
        one!(
            tx,
            Row,
            "SELECT agent_id, circuit, stage, locked, locked_at, locked_until, locks, closed, agreed_side, agreed_by, device_epoch, \
             changed_at \
             FROM accounts WHERE agent_id = $1 AND circuit = $2",
            agent,
            circuit.as_str()
        )?
        .map(Account::try_from)
        .transpose()
    }

    async fn mark(&self, tx: &mut Tx, before: &Account, after: &Account) -> Result<bool, Fault> {
        let (was, is) = (before.standing, after.standing);
        let rows = run!(
            tx,
            "UPDATE accounts SET stage = $1, locked = $2, locked_at = $3, closed = $4, agreed_side = $5, agreed_by = $6, \
             changed_at = $7, locked_until = $14, locks = $15 \
             WHERE agent_id = $8 AND circuit = $9 AND stage = $10 AND locked IS NOT DISTINCT FROM $11 \
               AND closed IS NOT DISTINCT FROM $12 AND agreed_side IS NOT DISTINCT FROM $13",
            write_stage(is.stage),
            is.lock.map(write_lock),
            after.locked_at,
            is.closed.map(|closure| closure.why.as_str()),
            is.closed.and_then(|closure| closure.agreed).map(write_side),
            after.agreed_by,
            after.changed_at,
            before.agent,
            before.circuit.as_str(),
            write_stage(was.stage),
            was.lock.map(write_lock),
            was.closed.map(|closure| closure.why.as_str()),
            was.closed.and_then(|closure| closure.agreed).map(write_side),
            after.locked_until,
            after.locks
        )?;
        Ok(rows == 1)
    }
}

/// No lock in a row any more.
pub(super) async fn forgive(tx: &mut Tx, agent: AgentId, circuit: Circuit) -> Result<(), Fault> {
    let sql = "UPDATE accounts SET locks = 0 WHERE agent_id = $1 AND circuit = $2 AND locks > 0";
    run!(tx, sql, agent, circuit.as_str()).map(drop)
}

pub(super) async fn raise_session_epoch(tx: &mut Tx, agent: AgentId) -> Result<(), Fault> {
    run!(
        tx,
        "UPDATE agents SET session_epoch = session_epoch + 1 WHERE id = $1",
        agent
    )
    .map(drop)
}

pub(super) async fn raise_device_epoch(tx: &mut Tx, agent: AgentId) -> Result<(), Fault> {
    let sql = "UPDATE accounts SET device_epoch = device_epoch + 1 WHERE agent_id = $1";
    run!(tx, sql, agent).map(drop)
}

/// The alerts folded since the last one, if an alert may be sent now.
pub(super) async fn alert(
    tx: &mut Tx,
    agent: AgentId,
    circuit: Circuit,
    now: DateTime<Utc>,
    unless_since: DateTime<Utc>,
) -> Result<Option<i64>, Fault> {
    let folded = scalar!(
        tx,
        i64,
        "SELECT alerts_folded FROM accounts WHERE agent_id = $1 AND circuit = $2 \
         AND (alerted_at IS NULL OR alerted_at <= $3)",
        agent,
        circuit.as_str(),
        unless_since
    )?;
    let sql = match folded {
        Some(_) => {
            "UPDATE accounts SET alerted_at = $3, alerts_folded = 0 WHERE agent_id = $1 AND circuit = $2"
        }
        None => {
            "UPDATE accounts SET alerts_folded = alerts_folded + 1 \
             WHERE agent_id = $1 AND circuit = $2 AND alerted_at <= $3"
        }
    };
    run!(tx, sql, agent, circuit.as_str(), now)?;
    Ok(folded)
}

/// Accounts in use by nobody since `before`, those of one agent together. Who has left is not warned.
pub(super) async fn unused_since(tx: &mut Tx, before: DateTime<Utc>) -> Result<Vec<Unused>, Fault> {
    let sql = "SELECT c.agent_id, c.circuit, c.used_at FROM accounts c JOIN agents a ON a.id = c.agent_id \
               WHERE c.used_at < $1 AND c.stage <> 'not_created' AND c.closed IS NULL AND a.left_at IS NULL \
               ORDER BY c.agent_id, c.circuit";
    all!(tx, (AgentId, String, DateTime<Utc>), sql, before)?
        .into_iter()
        .map(|(agent, circuit, used_at)| {
            let broken = |()| Fault::inconsistent("accounts", agent, "circuit is unknown");
            Ok(Unused {
                agent,
                circuit: circuit.parse().map_err(broken)?,
                used_at,
            })
        })
        .collect()
}

/// Their owner has used these accounts: all of them that exist, or one.
pub(super) async fn set_used(
    tx: &mut Tx,
    agent: AgentId,
    circuit: Option<Circuit>,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let sql = "UPDATE accounts SET used_at = $1 WHERE agent_id = $2 AND circuit = coalesce($3, circuit)";
    run!(tx, sql, now, agent, circuit.map(Circuit::as_str)).map(drop)
}

/// The warnings that have left about something that happens on a day.
pub(super) async fn warned(tx: &mut Tx, looming: &Looming) -> Result<Vec<Warned>, Fault> {
    let sql = "SELECT days_before, warned_on FROM account_warnings \
               WHERE agent_id = $1 AND circuit = $2 AND what = $3 AND falls_on = $4";
    let rows = all!(
        tx,
        (i64, String),
        sql,
        looming.agent,
        looming.circuit.as_str(),
        looming.what,
        looming.on.to_string()
    )?;
    rows.into_iter()
        .map(|(days_before, on)| {
            let on = on
                .parse()
                .map_err(|e| Fault::inconsistent("account_warnings", looming.agent, e))?;
            Ok(Warned { days_before, on })
        })
        .collect()
}

pub(super) async fn insert_warning(tx: &mut Tx, looming: &Looming, warned: &Warned) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO account_warnings (agent_id, circuit, what, falls_on, days_before, warned_on) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        looming.agent,
        looming.circuit.as_str(),
        looming.what,
        looming.on.to_string(),
        warned.days_before,
        warned.on.to_string()
    )
    .map(drop)
}
