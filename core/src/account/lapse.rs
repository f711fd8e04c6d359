//! Locks that end by themselves, where the policy gives them a duration (AC4).

use chrono::{DateTime, TimeDelta, Utc};

use super::model::{Lock, LockCause, Verb};
use super::{Account, Circuit, Error, attempt, change, store};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::outside::authority::{AccountAuthority, Embedded};
use crate::people::Agent;

impl Account {
    /// How it stands at an instant: a lock whose time is over is none.
    pub(super) fn at(self, now: DateTime<Utc>) -> Self {
        if self.locked_until.is_none_or(|until| until > now) {
            return self;
        }
        let mut account = self;
        account.standing.lock = None;
        (account.locked_at, account.locked_until) = (None, None);
        account
    }
}

/// When the next lock by failures ends, after so many in a row; `None`: when support unlocks.
pub(super) fn until(work: &Work, lock: Option<Lock>, locks: i64) -> Option<DateTime<Utc>> {
    let by_failures = matches!(
        lock,
        Some(Lock::UnknownDevices | Lock::Everywhere(LockCause::Failures))
    );
    let nth = usize::try_from(locks).ok().filter(|_| by_failures)?;
    let minutes = work.settings().lock.durations.get(nth)?;
    Some(work.now() + TimeDelta::minutes(*minutes))
}

/// To be called before a guess is counted: a lock whose time is over is lifted, with the failures that led to it.
pub(crate) async fn lapse(work: &mut Work, agent: &Agent, circuit: Circuit) -> Result<(), Fault> {
    let now = work.now();
    let over = Embedded
        .find(work.tx(), agent.id, circuit)
        .await?
        .is_some_and(|account| account.locked_until.is_some_and(|until| until <= now));
    if !over {
        return Ok(());
    }
    // Counters are taken before the account, as signing in does.
    attempt::clear(work, agent, circuit).await?;
    match change(work, agent.id, circuit, Verb::Lapse).await {
        Ok(_) => {}
        // Somebody else was quicker.
        Err(Error::Misfit(_)) => return Ok(()),
        Err(Error::Fault(fault)) => return Err(fault),
        Err(error) => return Err(Fault::inconsistent("accounts", agent.id, error)),
    }
    let entry = Entry::change("account.lapse").about(agent.id);
    work.audit(entry.with("circuit", circuit.as_str())).await
}

/// The owner got in where strangers had failed: the next lock is the first one again.
pub(crate) async fn forgive(work: &mut Work, agent: &Agent, circuit: Circuit) -> Result<(), Fault> {
    store::forgive(work.tx(), agent.id, circuit).await
}
