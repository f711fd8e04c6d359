//! The second factors: giving their codes, and enrolling the app that makes them.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::device::DeviceId;
use super::enter::pending;
use super::model::{SessionId, Step};
use super::open::{Opened, Shown, go_on, in_the_way};
use super::{Error, admit, store, storm};
use crate::account::attempt::{self, Counter, Outcome, Slot};
use crate::account::{self, Circuit, State};
use crate::channel::Channel;
use crate::factor::{self, Setup, Texting};
use crate::kernel::audit::Entry;
use crate::kernel::config::Scope;
use crate::kernel::house::House;
use crate::kernel::work::Work;
use crate::people::{self, Agent};
use crate::policy::{Action, allow};

/// From where a code comes.
pub(super) struct From<'a> {
    pub(super) device: Option<DeviceId>,
    pub(super) channel: Channel,
    pub(super) origin: &'a str,
}

/// A code that somebody gives.
#[derive(Clone, Copy)]
pub(super) enum Given<'a> {
    /// Of the authenticator app.
    App(&'a str),
    /// Of the SMS sent for a sign-in.
    Sms(SessionId, &'a str),
}

/// Gives the code of the authenticator app.
pub async fn confirm_factor(
    house: &Arc<House>,
    token: &str,
    code: &str,
    origin: &str,
) -> Result<Opened, Error> {
    confirm(house, token, code, origin, Step::Factor).await
}

/// Gives the code that came by SMS.
pub async fn confirm_sms(house: &Arc<House>, token: &str, code: &str, origin: &str) -> Result<Opened, Error> {
    confirm(house, token, code, origin, Step::Sms).await
}

async fn confirm(
    house: &Arc<House>,
    token: &str,
    code: &str,
    origin: &str,
    step: Step,
) -> Result<Opened, Error> {
    let mut work = Work::write(house).await?;
    let (session, agent) = pending(&mut work, token, step).await?;
    let given = if step == Step::Sms {
        Given::Sms(session.id, code)
    } else {
        Given::App(code)
    };
    let from = From {
        device: session.device,
        channel: session.channel,
        origin,
    };
    let answer = match checked(&mut work, &agent, given, &from).await {
        Ok(()) => {
            let shown = if step == Step::Sms {
                Shown::Sms
            } else {
                Shown::Factor
            };
            go_on(&mut work, &session, &agent, shown).await
        }
        Err(error @ Error::Standing(..)) => {
            let now = work.now();
            store::end_session(work.tx(), session.id, now).await?;
            Err(error)
        }
        Err(error) => Err(error),
    };
    if !matches!(answer, Err(Error::Fault(_))) {
        work.save().await?;
    }
    answer
}

/// Checks a code with its counter around it. No slot is kept while checking, since nothing slow happens in between.
pub(super) async fn checked(
    work: &mut Work,
    agent: &Agent,
    given: Given<'_>,
    from: &From<'_>,
) -> Result<(), Error> {
    let own = match work.settings().lock.scope {
        Scope::UnknownDevices => from.device.map(uuid::Uuid::from),
        Scope::Account => None,
    };
    let (counter, what) = match given {
        Given::App(_) => (Counter::factor(work.keys(), agent.id, own), "session.factor"),
        Given::Sms(..) => (Counter::sms(work.keys(), agent.id, own), "session.sms"),
    };
    account::lapse(work, agent, Circuit::IntraParis).await?;
    let Slot::Admitted(id) = attempt::reserve(work, &counter).await? else {
        return Err(standing(work, agent, from).await?);
    };
    let right = match given {
        Given::App(code) => factor::accepts(work, agent.id, code).await?,
        Given::Sms(session, code) => factor::accepts_sms(work, session.into(), code).await?,
    };
    if right {
        attempt::settle(work, &counter, id, Outcome::Success).await?;
        return Ok(());
    }
    let settled = attempt::settle(work, &counter, id, Outcome::Failure).await?;
    storm::note(work, from.origin, counter.subject()).await?;
    let entry = Entry::refusal(what)
        .about(agent.id)
        .with("channel", from.channel.as_str());
    work.audit(entry.with("origin", from.origin)).await?;
    if settled == (attempt::Settled::Counted { full: true }) {
        admit::lock(work, Some(agent), Circuit::IntraParis, &counter, from.channel).await?;
        return Err(standing(work, agent, from).await?);
    }
    Err(match given {
        Given::App(_) => Error::WrongCode,
        Given::Sms(..) => Error::WrongSms,
    })
}

/// What became of the wish for another code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resent {
    /// It is on its way.
    Sent,
    /// One was just sent: another may be from then on.
    TooSoon(DateTime<Utc>),
    /// As many were sent in a day as may be: the next may be from then on.
    Exhausted(DateTime<Utc>),
    /// No sign-in waits for one.
    NoSignIn,
}

/// Sends another code for the sign-in of the agent who acts that waits for one, wherever it is. The code goes to their
/// number, and opens that sign-in only.
pub async fn resend_own_code(work: &mut Work) -> Result<Resent, Error> {
    let me = work.actor().agent().ok_or(Error::Over)?;
    allow(work.actor(), Action::SendOwnCode { agent: me })?;
    let agent = people::find(work, me).await?.ok_or(Error::Over)?;
    let now = work.now();
    let sessions = store::sessions_of(work.tx(), me, agent.session_epoch).await?;
    let numbers = work.settings().session.clone();
    let Some(waiting) = sessions
        .into_iter()
        .find(|session| session.step == Step::Sms && !session.is_over(now, &numbers))
    else {
        return Ok(Resent::NoSignIn);
    };
    if factor::send(work, &agent, waiting.id.into()).await? {
        return Ok(Resent::Sent);
    }
    let texting = factor::texting(work, &agent, waiting.id.into()).await?;
    Ok(if texting.exhausted {
        Resent::Exhausted(texting.next_at)
    } else {
        Resent::TooSoon(texting.next_at)
    })
}

/// Where the SMS codes of a sign-in stand.
pub async fn look_at_sms(work: &mut Work, token: &str) -> Result<Texting, Error> {
    let (session, agent) = pending(work, token, Step::Sms).await?;
    allow(work.actor(), Action::SendOwnCode { agent: agent.id })?;
    Ok(factor::texting(work, &agent, session.id.into()).await?)
}

/// Sends another code for a sign-in, unless it is too soon or too often. True: one is on its way.
pub async fn resend_sms(work: &mut Work, token: &str) -> Result<bool, Error> {
    let (session, agent) = pending(work, token, Step::Sms).await?;
    allow(work.actor(), Action::SendOwnCode { agent: agent.id })?;
    Ok(factor::send(work, &agent, session.id.into()).await?)
}

/// What to say to somebody who has used up all guesses at the code.
async fn standing(work: &mut Work, agent: &Agent, from: &From<'_>) -> Result<Error, Error> {
    let account = account::one(work, agent.id, Circuit::IntraParis).await?;
    let used_up = Error::Standing(account.circuit, State::LockedUnknownDevices, account.locked_until);
    Ok(in_the_way(&account, from.device.is_some()).unwrap_or(used_up))
}

/// Gives what an authenticator app needs, to somebody who has none.
pub async fn begin_enrolment(house: &Arc<House>, token: &str) -> Result<Setup, Error> {
    let mut work = Work::write(house).await?;
    let (_, agent) = pending(&mut work, token, Step::Enrol).await?;
    let setup = factor::begin_enrolment(&mut work, &agent).await?;
    work.save().await?;
    Ok(setup)
}

/// The app counts once its first code is right. Its recovery codes come with what is opened.
pub async fn confirm_enrolment(house: &Arc<House>, token: &str, code: &str) -> Result<Opened, Error> {
    let mut work = Work::write(house).await?;
    let (session, agent) = pending(&mut work, token, Step::Enrol).await?;
    let recovery = factor::confirm_enrolment(&mut work, &agent, code).await?;
    let mut opened = go_on(&mut work, &session, &agent, Shown::Factor).await?;
    opened.recovery = recovery;
    work.save().await?;
    Ok(opened)
}
