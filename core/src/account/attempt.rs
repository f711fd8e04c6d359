//! Guesses at a secret, counted before they are checked: however many come at once, and on however many nodes, never
//! more are under way than may still fail.
//!
//! A guess is first admitted ([`reserve`], saved), then checked without holding the database, then settled
//! ([`settle`], saved). One whose outcome never came counts as a failure after a while.

use chrono::TimeDelta;

use super::Circuit;
use crate::kernel::config::Settings;
use crate::kernel::fault::Fault;
use crate::kernel::secret::Keys;
use crate::kernel::work::Work;
use crate::people::{Agent, AgentId};

mod store;

id!(
    /// One admitted guess.
    AdmissionId
);

/// What is counted together: one secret, guessed from one known device or from all unknown ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Counter {
    subject: [u8; 32],
    device: String,
    tries: Tries,
}

/// Which number limits the guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tries {
    Account,
    Sms,
    LinkCode,
    Caller,
}

impl Counter {
    /// Guesses at the password of a typed name, whether or not anybody is called so.
    pub(crate) fn password(keys: &Keys, circuit: Circuit, name: &str, device: Option<uuid::Uuid>) -> Self {
        Self {
            subject: password_subject(keys, circuit, name),
            device: written(device),
            tries: Tries::Account,
        }
    }

    /// Guesses at an agent's second factor.
    pub(crate) fn factor(keys: &Keys, agent: AgentId, device: Option<uuid::Uuid>) -> Self {
        Self {
            subject: factor_subject(keys, agent),
            device: written(device),
            tries: Tries::Account,
        }
    }

    /// Guesses at the codes that an agent gets by SMS, whatever the sign-in or the code.
    pub(crate) fn sms(keys: &Keys, agent: AgentId, device: Option<uuid::Uuid>) -> Self {
        Self {
            subject: sms_subject(keys, agent),
            device: written(device),
            tries: Tries::Sms,
        }
    }

    /// Guesses at a code that links a chat address: at one code, or from one address on one day.
    pub(crate) fn link_code(keys: &Keys, of: &str) -> Self {
        Self {
            subject: keys.tag("attempt", format!("link {of}").as_bytes()),
            device: String::new(),
            tries: Tries::LinkCode,
        }
    }

    /// Guesses at one code that shows who a caller is.
    pub(crate) fn caller(keys: &Keys, of: &str) -> Self {
        Self {
            subject: keys.tag("attempt", format!("caller {of}").as_bytes()),
            device: String::new(),
            tries: Tries::Caller,
        }
    }

    /// How many may fail in a row.
    fn limit(&self, settings: &Settings) -> i64 {
        match self.tries {
            Tries::Account => settings.lock.failures,
            Tries::Sms => settings.sms.tries,
            Tries::LinkCode => settings.link.code_tries,
            Tries::Caller => settings.caller.code_tries,
        }
    }

    /// The keyed hash of what is guessed at.
    pub(crate) fn subject(&self) -> &[u8; 32] {
        &self.subject
    }

    /// Whether it belongs to one known device.
    pub(crate) fn is_known_device(&self) -> bool {
        !self.device.is_empty()
    }
}

fn written(device: Option<uuid::Uuid>) -> String {
    device.map(|id| id.to_string()).unwrap_or_default()
}

fn password_subject(keys: &Keys, circuit: Circuit, name: &str) -> [u8; 32] {
    keys.tag("attempt", format!("password {circuit} {name}").as_bytes())
}

fn sms_subject(keys: &Keys, agent: AgentId) -> [u8; 32] {
    keys.tag("attempt", format!("sms {agent}").as_bytes())
}

fn factor_subject(keys: &Keys, agent: AgentId) -> [u8; 32] {
    keys.tag("attempt", format!("factor {agent}").as_bytes())
}

/// The answer to a wish to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Go on.
    Admitted(AdmissionId),
    /// As many are under way as may fail: ask again when one is settled.
    Wait,
    /// The limit is reached. `just_now`: by guesses whose outcome never came, counted in this very call.
    Full {
        /// Nobody has acted on it yet.
        just_now: bool,
    },
}

/// How a guess ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Wrong.
    Failure,
    /// Right, and it let somebody in.
    Success,
    /// Neither: it was not checked, or being right did not help.
    Void,
}

/// What settling found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settled {
    /// Counted; `full` when this failure was the last one allowed.
    Counted {
        /// The limit was reached by this one.
        full: bool,
    },
    /// It came too late, and has been counted as a failure already.
    TooLate,
}

/// Asks for a slot.
pub(crate) async fn reserve(work: &mut Work, counter: &Counter) -> Result<Slot, Fault> {
    let now = work.now();
    let limit = counter.limit(work.settings());
    let lost_before = now - TimeDelta::seconds(work.settings().lock.lost_after_seconds);
    let tx = work.tx();
    let before = store::hold(tx, counter, now).await?;
    let lost = store::take_lost(tx, counter, lost_before).await?;
    let failures = if lost > 0 {
        store::count_lost(tx, counter, lost).await?
    } else {
        before
    };
    if failures >= limit {
        return Ok(Slot::Full {
            just_now: before < limit,
        });
    }
    if !store::take_slot(tx, counter, limit).await? {
        return Ok(Slot::Wait);
    }
    let id = work.new_id()?;
    store::insert_admitted(work.tx(), id, counter, now).await?;
    Ok(Slot::Admitted(id))
}

/// Takes the counter before anything else of the account is taken: whoever takes both takes them in this order.
pub(crate) async fn hold(work: &mut Work, counter: &Counter) -> Result<(), Fault> {
    let now = work.now();
    store::hold(work.tx(), counter, now).await.map(drop)
}

/// Gives the slot back with the outcome.
pub(crate) async fn settle(
    work: &mut Work,
    counter: &Counter,
    id: AdmissionId,
    outcome: Outcome,
) -> Result<Settled, Fault> {
    let now = work.now();
    let limit = counter.limit(work.settings());
    // The counter is taken before the admission, as `reserve` does.
    store::hold(work.tx(), counter, now).await?;
    if !store::delete_admitted(work.tx(), id).await? {
        return Ok(Settled::TooLate);
    }
    let failures = store::settle(work.tx(), counter, outcome).await?;
    Ok(Settled::Counted {
        full: outcome == Outcome::Failure && failures == limit,
    })
}

/// Forgets the failures on an account, from every device: what support does when it unlocks.
pub(crate) async fn clear(work: &mut Work, agent: &Agent, circuit: Circuit) -> Result<(), Fault> {
    let password = password_subject(work.keys(), circuit, &agent.username);
    store::clear(work.tx(), &password).await?;
    if circuit == Circuit::IntraParis {
        let factor = factor_subject(work.keys(), agent.id);
        store::clear(work.tx(), &factor).await?;
        let sms = sms_subject(work.keys(), agent.id);
        store::clear(work.tx(), &sms).await?;
    }
    Ok(())
}

/// Failures that strangers have left on an account.
pub(crate) async fn failures(work: &mut Work, agent: &Agent, circuit: Circuit) -> Result<i64, Fault> {
    let counter = Counter::password(work.keys(), circuit, &agent.username, None);
    store::failures(work.tx(), &counter).await
}
