//! The room's SQL.

use chrono::{DateTime, Utc};

use super::device::DeviceId;
use super::model::{Session, SessionId};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;

#[derive(sqlx::FromRow)]
struct Row {
    id: SessionId,
    agent_id: AgentId,
    site: String,
    step: String,
    channel: String,
    epoch: i64,
    device_id: Option<DeviceId>,
    second_at: Option<DateTime<Utc>>,
    sms_at: Option<DateTime<Utc>>,
    factor_at: Option<DateTime<Utc>>,
    proved_at: Option<DateTime<Utc>>,
    made_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

impl TryFrom<Row> for Session {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        let broken = |what: &str| Fault::inconsistent("sessions", row.id, format!("{what} is unknown"));
        Ok(Self {
            id: row.id,
            agent: row.agent_id,
            site: row.site.parse().map_err(|()| broken("site"))?,
            step: row.step.parse().map_err(|()| broken("step"))?,
            channel: row.channel.parse().map_err(|()| broken("channel"))?,
            made_at: row.made_at,
            seen_at: row.seen_at,
            ends_at: row.ends_at,
            second_at: row.second_at,
            sms_at: row.sms_at,
            factor_at: row.factor_at,
            proved_at: row.proved_at,
            epoch: row.epoch,
            device: row.device_id,
        })
    }
}

pub(super) async fn insert_session(tx: &mut Tx, session: &Session, tag: &[u8; 32]) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO sessions (id, tag, agent_id, site, step, channel, epoch, device_id, second_at, sms_at, factor_at, made_at, \
         seen_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        session.id,
        &tag[..],
        session.agent,
        session.site.as_str(),
        session.step.as_str(),
        session.channel.as_str(),
        session.epoch,
        session.device,
        session.second_at,
        session.sms_at,
        session.factor_at,
        session.made_at,
        session.seen_at,
        session.ends_at
    )
    .map(drop)
}

pub(super) async fn find_session(tx: &mut Tx, tag: &[u8; 32]) -> Result<Option<Session>, Fault> {
    one!(
        tx,
        Row,
        "SELECT id, agent_id, site, step, channel, epoch, device_id, second_at, sms_at, factor_at, proved_at, made_at, seen_at, ends_at \
         FROM sessions WHERE tag = $1 AND ended_at IS NULL",
        &tag[..]
    )?
    .map(Session::try_from)
    .transpose()
}

pub(super) async fn sessions_of(tx: &mut Tx, agent: AgentId, epoch: i64) -> Result<Vec<Session>, Fault> {
    all!(
        tx,
        Row,
        "SELECT id, agent_id, site, step, channel, epoch, device_id, second_at, sms_at, factor_at, proved_at, made_at, seen_at, ends_at \
         FROM sessions WHERE agent_id = $1 AND epoch = $2 AND ended_at IS NULL ORDER BY made_at DESC, id DESC",
        agent,
        epoch
    )?
    .into_iter()
    .map(Session::try_from)
    .collect()
}

pub(super) async fn touch_session(tx: &mut Tx, id: SessionId, now: DateTime<Utc>) -> Result<(), Fault> {
    let sql = "UPDATE sessions SET seen_at = $1 WHERE id = $2 AND ended_at IS NULL AND seen_at < $1";
    run!(tx, sql, now, id).map(drop)
}

pub(super) async fn prove_session(tx: &mut Tx, id: SessionId, now: DateTime<Utc>) -> Result<(), Fault> {
    let sql = "UPDATE sessions SET proved_at = $1 WHERE id = $2 AND ended_at IS NULL";
    run!(tx, sql, now, id).map(drop)
}

pub(super) async fn end_session(tx: &mut Tx, id: SessionId, now: DateTime<Utc>) -> Result<bool, Fault> {
    Ok(run!(
        tx,
        "UPDATE sessions SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL",
        now,
        id
    )? == 1)
}

pub(super) async fn end_session_of(
    tx: &mut Tx,
    id: SessionId,
    agent: AgentId,
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql = "UPDATE sessions SET ended_at = $1 WHERE id = $2 AND agent_id = $3 AND ended_at IS NULL";
    Ok(run!(tx, sql, now, id, agent)? == 1)
}

pub(super) async fn insert_device(
    tx: &mut Tx,
    id: DeviceId,
    agent: AgentId,
    epoch: i64,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), Fault> {
    let sql = "INSERT INTO devices (id, agent_id, epoch, known_at, expires_at) VALUES ($1, $2, $3, $4, $5)";
    run!(tx, sql, id, agent, epoch, now, expires_at).map(drop)
}

pub(super) async fn forget_oldest_devices(tx: &mut Tx, agent: AgentId, keep: i64) -> Result<(), Fault> {
    run!(
        tx,
        "DELETE FROM devices WHERE agent_id = $1 AND id NOT IN \
         (SELECT id FROM devices WHERE agent_id = $1 ORDER BY known_at DESC, id DESC LIMIT $2)",
        agent,
        keep
    )
    .map(drop)
}

pub(super) async fn device_is_known(
    tx: &mut Tx,
    id: DeviceId,
    agent: AgentId,
    epoch: i64,
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql =
        "SELECT count(*) FROM devices WHERE id = $1 AND agent_id = $2 AND epoch = $3 AND expires_at > $4";
    Ok(scalar!(tx, i64, sql, id, agent, epoch, now)?.unwrap_or_default() > 0)
}

/// Notes on a device that the second circuit's password was given.
pub(super) async fn put_second(tx: &mut Tx, id: DeviceId, at: DateTime<Utc>) -> Result<(), Fault> {
    run!(tx, "UPDATE devices SET second_at = $1 WHERE id = $2", at, id).map(drop)
}

/// When the second circuit's password was last given on a device.
pub(super) async fn second_at(tx: &mut Tx, id: DeviceId) -> Result<Option<DateTime<Utc>>, Fault> {
    let row = one!(
        tx,
        (Option<DateTime<Utc>>,),
        "SELECT second_at FROM devices WHERE id = $1",
        id
    )?;
    Ok(row.and_then(|(at,)| at))
}

pub(super) async fn count_devices(
    tx: &mut Tx,
    agent: AgentId,
    epoch: i64,
    now: DateTime<Utc>,
) -> Result<i64, Fault> {
    let sql = "SELECT count(*) FROM devices WHERE agent_id = $1 AND epoch = $2 AND expires_at > $3";
    Ok(scalar!(tx, i64, sql, agent, epoch, now)?.unwrap_or_default())
}

pub(super) async fn forget_guesses(
    tx: &mut Tx,
    origin: &[u8; 32],
    before: DateTime<Utc>,
) -> Result<(), Fault> {
    run!(
        tx,
        "DELETE FROM guesses WHERE origin = $1 AND guessed_at < $2",
        &origin[..],
        before
    )
    .map(drop)
}

pub(super) async fn put_guess(
    tx: &mut Tx,
    origin: &[u8; 32],
    subject: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO guesses (origin, subject, guessed_at) VALUES ($1, $2, $3) \
         ON CONFLICT (origin, subject) DO UPDATE SET guessed_at = excluded.guessed_at",
        &origin[..],
        &subject[..],
        now
    )
    .map(drop)
}

pub(super) async fn count_guesses(tx: &mut Tx, origin: &[u8; 32]) -> Result<i64, Fault> {
    Ok(scalar!(
        tx,
        i64,
        "SELECT count(*) FROM guesses WHERE origin = $1",
        &origin[..]
    )?
    .unwrap_or_default())
}

pub(super) async fn raise_alarm(
    tx: &mut Tx,
    origin: &[u8; 32],
    now: DateTime<Utc>,
    unless_since: DateTime<Utc>,
) -> Result<bool, Fault> {
    let rows = run!(
        tx,
        "INSERT INTO alarms (origin, raised_at) VALUES ($1, $2) \
         ON CONFLICT (origin) DO UPDATE SET raised_at = excluded.raised_at WHERE alarms.raised_at <= $3",
        &origin[..],
        now,
        unless_since
    )?;
    Ok(rows == 1)
}
