//! Locking after too many failures, and telling the agent at once: in chat and by e-mail, once per account and hour.

use chrono::{DateTime, TimeDelta, Utc};

use super::model::{Lock, Misfit, Verb};
use super::{Circuit, Error, change, end_sessions_of, store};
use crate::channel::Channel;
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::line::{Line, Value};
use crate::kernel::work::Work;
use crate::people::Agent;

/// Locks an account whose counter has reached its limit. Nothing happens to one that was never created, or that is
/// locked at least as far already.
pub(crate) async fn lock_out(
    work: &mut Work,
    agent: &Agent,
    circuit: Circuit,
    lock: Lock,
    channel: Channel,
) -> Result<(), Fault> {
    let until = match change(work, agent.id, circuit, Verb::LockOut(lock)).await {
        Ok((_, after)) => after.locked_until,
        Err(Error::Misfit(Misfit::NotCreated | Misfit::AlreadySo)) => return Ok(()),
        Err(Error::Fault(fault)) => return Err(fault),
        Err(error) => return Err(Fault::inconsistent("accounts", agent.id, error)),
    };
    if let Lock::Everywhere(_) = lock {
        end_sessions_of(work, agent.id).await?;
    }
    let reach = if lock == Lock::UnknownDevices {
        "unknown_devices"
    } else {
        "everywhere"
    };
    let entry = Entry::change("account.lock")
        .about(agent.id)
        .with("circuit", circuit.as_str());
    work.audit(entry.with("reach", reach).with("channel", channel.as_str()))
        .await?;
    alert(work, agent, circuit, (lock, until), channel).await
}

async fn alert(
    work: &mut Work,
    agent: &Agent,
    circuit: Circuit,
    (lock, until): (Lock, Option<DateTime<Utc>>),
    channel: Channel,
) -> Result<(), Fault> {
    let now = work.now();
    let unless_since = now - TimeDelta::minutes(work.settings().lock.alert_minutes);
    let Some(folded) = store::alert(work.tx(), agent.id, circuit, now, unless_since).await? else {
        return Ok(());
    };
    let (chat, mail) = match (lock, until) {
        (Lock::UnknownDevices, None) => (
            "account-alert-unknown-devices",
            "account-alert-mail-unknown-devices",
        ),
        (Lock::UnknownDevices, Some(_)) => (
            "account-alert-unknown-devices-until",
            "account-alert-mail-unknown-devices-until",
        ),
        (Lock::Everywhere(_), None) => ("account-alert-everywhere", "account-alert-mail-everywhere"),
        (Lock::Everywhere(_), Some(_)) => (
            "account-alert-everywhere-until",
            "account-alert-mail-everywhere-until",
        ),
    };
    let line = Line::personal(chat)
        .arg("circuit", Value::Word(circuit.key().into()))
        .arg("at", now)
        .arg("channel", Value::Word(channel.key().into()))
        .arg("folded", folded)
        .arg("name", agent.name());
    let line = match until {
        Some(until) => line.arg("until", until),
        None => line,
    };
    let args = line.args.clone();
    let line = line.choice("access.not_me", "account-choice-not-me");
    let line = line.choice(format!("access.request:{circuit}"), "account-choice-request");
    work.tell(agent.id, line.urgent()).await?;
    work.mail(agent, mail, &args, None).await?;
    Ok(())
}
