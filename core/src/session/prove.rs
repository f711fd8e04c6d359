//! Showing again who one is, within a session, before its second factors are touched; and what may be done then. A
//! browser left open is not enough.

use std::sync::Arc;

use chrono::TimeDelta;

use super::admit::{Guess, Shown, admit, settle};
use super::enter::{Entered, enter};
use super::factor::{From, Given, checked as code_checked};
use super::model::Site;
use super::sign_in::checked;
use super::{Error, store};
use crate::account::Circuit;
use crate::account::attempt::{Outcome, Settled};
use crate::channel::Channel;
use crate::factor::{self, Setup};
use crate::kernel::audit::Entry;
use crate::kernel::house::House;
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::password::Checked;
use crate::people::AgentId;
use crate::policy::{Action, allow};

/// For how long a proof is good.
const PROVED: TimeDelta = TimeDelta::minutes(5);

/// A signed-in agent's session, as a page knows it.
#[derive(Clone, Debug)]
pub struct Here {
    /// The session cookie.
    pub token: String,
    /// The site.
    pub site: Site,
    /// The channel of the request.
    pub channel: Channel,
    /// The network address.
    pub origin: String,
}

/// Checks the password of a session's agent again, by the same counters as at the door.
pub(super) async fn password_again(
    house: &Arc<House>,
    here: &Here,
    circuit: Circuit,
    password: &Secret,
) -> Result<Entered, Error> {
    let mut work = Work::read(house).await?;
    let entered = enter(&mut work, &here.token, here.site, here.channel).await?;
    drop(work);
    let guess = Guess {
        circuit,
        name: entered.agent.username.clone(),
        device: Shown::Session(entered.session.device),
        channel: here.channel,
        origin: here.origin.clone(),
    };
    let admitted = admit(house, guess).await?;
    let checked = checked(house, &admitted, password).await?;
    let mut work = Work::write(house).await?;
    let outcome = if checked == Checked::Wrong {
        Outcome::Failure
    } else {
        Outcome::Success
    };
    let settled = settle(&mut work, &admitted, outcome).await?;
    work.save().await?;
    house.settled.ring();
    match (outcome, settled) {
        (Outcome::Success, Settled::Counted { .. }) => Ok(entered),
        (Outcome::Success, Settled::TooLate) => Err(Error::Busy),
        _ => Err(Error::NotRecognised),
    }
}

/// Gives the password again, and the app's code where there is an app. What follows may be done for a few minutes.
pub async fn prove(
    house: &Arc<House>,
    here: &Here,
    password: &Secret,
    code: Option<&str>,
) -> Result<(), Error> {
    password_again(house, here, Circuit::IntraParis, password).await?;
    let mut work = Work::write(house).await?;
    let entered = enter(&mut work, &here.token, here.site, here.channel).await?;
    allow(
        work.actor(),
        Action::EnrolOwnFactor {
            agent: entered.agent.id,
        },
    )?;
    let answer = match factor::is_enrolled(&mut work, entered.agent.id).await? {
        true => {
            let from = From {
                device: entered.session.device,
                channel: here.channel,
                origin: &here.origin,
            };
            let given = Given::App(code.unwrap_or_default());
            code_checked(&mut work, &entered.agent, given, &from).await
        }
        false => Ok(()),
    };
    if answer.is_ok() {
        let now = work.now();
        store::prove_session(work.tx(), entered.session.id, now).await?;
        work.audit(Entry::change("session.prove").about(entered.agent.id))
            .await?;
    }
    if !matches!(answer, Err(Error::Fault(_))) {
        work.save().await?;
    }
    answer
}

/// Gives what an authenticator app needs, to a signed-in agent who may have one.
pub async fn begin_own_enrolment(work: &mut Work, here: &Here) -> Result<Setup, Error> {
    let entered = proved(work, here).await?;
    may_enrol(work, here, &entered).await?;
    Ok(factor::begin_enrolment(work, &entered.agent).await?)
}

/// The app counts from its first right code on. Gives its recovery codes, to be shown once.
pub async fn confirm_own_enrolment(work: &mut Work, here: &Here, code: &str) -> Result<Vec<Secret>, Error> {
    let entered = proved(work, here).await?;
    may_enrol(work, here, &entered).await?;
    Ok(factor::confirm_enrolment(work, &entered.agent, code).await?)
}

/// Whether new recovery codes may be made here and now.
pub async fn may_renew_recovery(work: &mut Work, here: &Here) -> Result<(), Error> {
    renewing(work, here).await.map(drop)
}

/// Makes new recovery codes, to be shown once: those before are worth nothing more.
pub async fn new_recovery_codes(work: &mut Work, here: &Here) -> Result<Vec<Secret>, Error> {
    let agent = renewing(work, here).await?;
    Ok(factor::renew_recovery(work, agent).await?)
}

async fn renewing(work: &mut Work, here: &Here) -> Result<AgentId, Error> {
    let agent = proved(work, here).await?.agent.id;
    allow(work.actor(), Action::EnrolOwnFactor { agent })?;
    if !factor::is_enrolled(work, agent).await? {
        return Err(Error::NoApp);
    }
    Ok(agent)
}

async fn proved(work: &mut Work, here: &Here) -> Result<Entered, Error> {
    let entered = enter(work, &here.token, here.site, here.channel).await?;
    let now = work.now();
    match entered.session.proved_at {
        Some(at) if now - at < PROVED => Ok(entered),
        _ => Err(Error::NotProved),
    }
}

/// Only those who may have an app, and only where the city's network vouches for them.
async fn may_enrol(work: &mut Work, here: &Here, entered: &Entered) -> Result<(), Error> {
    let overview = factor::overview(work, entered.agent.id).await?;
    if here.channel == Channel::MobilePortal {
        return Err(Error::NotFromHere);
    }
    if !overview.may_have_app() {
        return Err(Error::NotGranted);
    }
    Ok(())
}
