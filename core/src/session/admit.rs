//! Getting a slot for a guess at a password: reserve, or wait in line while those before are being checked.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::device::DeviceId;
use super::{Error, device, storm};
use crate::account::attempt::{self, AdmissionId, Counter, Outcome, Settled, Slot};
use crate::account::{self, Circuit, Lock, LockCause};
use crate::channel::Channel;
use crate::kernel::audit::Entry;
use crate::kernel::config::Scope;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::queue::Lane;
use crate::kernel::work::Work;
use crate::password;
use crate::people::{self, Agent};

/// How long to wait before looking again without having been called: another node may have settled.
const LOOK_AGAIN: Duration = Duration::from_millis(200);

/// How somebody shows their device.
#[derive(Clone, Debug)]
pub(super) enum Shown {
    /// By the cookie that the browser sent, if it sent one.
    Cookie(Option<String>),
    /// By the session they are in.
    Session(Option<DeviceId>),
}

/// Somebody who guesses at a password.
#[derive(Clone, Debug)]
pub(super) struct Guess {
    /// Whose password of the two.
    pub(super) circuit: Circuit,
    /// The name as it is counted and looked up.
    pub(super) name: String,
    /// How the device is shown.
    pub(super) device: Shown,
    pub(super) channel: Channel,
    /// The network address.
    pub(super) origin: String,
}

/// A guess that may be checked.
pub(super) struct Admitted {
    pub(super) guess: Guess,
    pub(super) agent: Option<Agent>,
    pub(super) device: Option<DeviceId>,
    /// What to compare with; `None` costs a hash all the same.
    pub(super) stored: Option<String>,
    counter: Counter,
    id: AdmissionId,
}

impl Admitted {
    /// In which line its hash waits.
    pub(super) fn lane(&self) -> Lane {
        if self.device.is_some() {
            Lane::Known
        } else {
            Lane::Unknown
        }
    }
}

/// Waits for a slot. Honest guesses at once wait for each other; at the limit nobody waits, and nobody is checked.
pub(super) async fn admit(house: &Arc<House>, guess: Guess) -> Result<Admitted, Error> {
    let wait = Duration::from_secs(u64::try_from(house.settings.lock.wait_seconds).unwrap_or_default());
    let deadline = Instant::now() + wait;
    let mut settled = house.settled.listen();
    let is_known = comes_known(house, &guess).await?;
    loop {
        let _ = settled.borrow_and_update();
        let turn = match is_known {
            true => None,
            false => Some(house.door.enter(Lane::Unknown).await?),
        };
        if let Some(admitted) = try_admit(house, &guess).await? {
            return Ok(admitted);
        }
        drop(turn);
        if Instant::now() >= deadline {
            return Err(Error::Busy);
        }
        let _ = timeout_at(deadline.min(Instant::now() + LOOK_AGAIN), settled.changed()).await;
    }
}

/// Whether somebody comes from a session, or from a device that the account knows: strangers before the door do not stand in
/// their way. Only what could be such a cookie is looked up, a few at a time, and nothing is written.
async fn comes_known(house: &Arc<House>, guess: &Guess) -> Result<bool, Error> {
    let cookie = match &guess.device {
        Shown::Session(_) => return Ok(true),
        Shown::Cookie(Some(cookie)) if device::may_be(cookie) => cookie,
        Shown::Cookie(_) => return Ok(false),
    };
    let _turn = house.door.enter(Lane::Known).await?;
    let mut work = Work::read(house).await?;
    let Some(agent) = people::by_username(&mut work, &guess.name).await? else {
        return Ok(false);
    };
    Ok(device::known(&mut work, agent.id, cookie).await?.is_some())
}

/// One look. `None`: wait.
async fn try_admit(house: &Arc<House>, guess: &Guess) -> Result<Option<Admitted>, Error> {
    let mut work = Work::write(house).await?;
    let agent = people::by_username(&mut work, &guess.name).await?;
    if let Some(agent) = &agent {
        account::lapse(&mut work, agent, guess.circuit).await?;
    }
    let device = match (&agent, &guess.device) {
        (Some(agent), Shown::Cookie(Some(cookie))) => device::known(&mut work, agent.id, cookie).await?,
        (Some(agent), Shown::Session(Some(device))) => device::still_known(&mut work, agent.id, *device)
            .await?
            .then_some(*device),
        _ => None,
    };
    // Under the bare rule there is one counter, whatever the device.
    let own = match house.settings.lock.scope {
        Scope::UnknownDevices => device.map(uuid::Uuid::from),
        Scope::Account => None,
    };
    let counter = Counter::password(&house.keys, guess.circuit, &guess.name, own);
    match attempt::reserve(&mut work, &counter).await? {
        Slot::Wait => Ok(None),
        Slot::Full { just_now } => {
            if just_now {
                lock(&mut work, agent.as_ref(), guess.circuit, &counter, guess.channel).await?;
            }
            refused(&mut work, agent.as_ref(), "limit", guess).await?;
            work.save().await?;
            Err(Error::NotRecognised)
        }
        Slot::Admitted(id) => {
            let stored = match &agent {
                Some(agent) => password::kept(&mut work, agent.id, guess.circuit)
                    .await?
                    .map(|kept| kept.hash),
                None => None,
            };
            work.save().await?;
            Ok(Some(Admitted {
                guess: guess.clone(),
                agent,
                device,
                stored,
                counter,
                id,
            }))
        }
    }
}

/// Takes the guess's counter, before the account that it may open.
pub(super) async fn hold(work: &mut Work, admitted: &Admitted) -> Result<(), Fault> {
    attempt::hold(work, &admitted.counter).await
}

/// Settles a guess within the unit that acts on it; after saving, the house's `settled` bell is to be rung.
pub(super) async fn settle(work: &mut Work, admitted: &Admitted, outcome: Outcome) -> Result<Settled, Fault> {
    let settled = attempt::settle(work, &admitted.counter, admitted.id, outcome).await?;
    if outcome == Outcome::Failure {
        storm::note(work, &admitted.guess.origin, admitted.counter.subject()).await?;
        refused(work, admitted.agent.as_ref(), "wrong", &admitted.guess).await?;
    }
    if outcome == Outcome::Success
        && settled != Settled::TooLate
        && !admitted.counter.is_known_device()
        && let Some(agent) = &admitted.agent
    {
        account::forgive(work, agent, admitted.guess.circuit).await?;
    }
    if settled == (Settled::Counted { full: true }) {
        lock(
            work,
            admitted.agent.as_ref(),
            admitted.guess.circuit,
            &admitted.counter,
            admitted.guess.channel,
        )
        .await?;
    }
    Ok(settled)
}

/// Gives the slot back without a result: the hash was never made.
pub(super) async fn give_back(house: &Arc<House>, admitted: &Admitted) -> Result<(), Fault> {
    let mut work = Work::write(house).await?;
    settle(&mut work, admitted, Outcome::Void).await?;
    work.save().await?;
    house.settled.ring();
    Ok(())
}

/// Locks the account whose counter is full, if there is one.
pub(super) async fn lock(
    work: &mut Work,
    agent: Option<&Agent>,
    circuit: Circuit,
    counter: &Counter,
    channel: Channel,
) -> Result<(), Fault> {
    let Some(agent) = agent else { return Ok(()) };
    let everywhere = counter.is_known_device() || work.settings().lock.scope == Scope::Account;
    let lock = if everywhere {
        Lock::Everywhere(LockCause::Failures)
    } else {
        Lock::UnknownDevices
    };
    account::lock_out(work, agent, circuit, lock, channel).await
}

/// A refused attempt is seen. The typed name is not kept: people type passwords there.
async fn refused(work: &mut Work, agent: Option<&Agent>, because: &str, guess: &Guess) -> Result<(), Fault> {
    let entry = Entry::refusal("session.sign_in").with("because", because);
    let entry = entry
        .with("circuit", guess.circuit.as_str())
        .with("channel", guess.channel.as_str())
        .with("origin", guess.origin.as_str());
    work.audit(match agent {
        Some(agent) => entry.about(agent.id),
        None => entry,
    })
    .await
}
