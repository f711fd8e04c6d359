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
use crate::factor::{self, Factor, Setup, Texting};
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

/// Gives the password again, and the code that is asked beside it. What follows may be done for a few minutes.
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
    let answer = code_again(&mut work, &entered, &here.origin, code).await;
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

/// What is asked again beside the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Again {
    /// Nothing: the password alone lets them in here.
    Nothing,
    /// The app's code.
    App,
    /// A code sent by SMS, for who has no app and is asked for one at sign-in; where it stands.
    Sms(Texting),
}

impl Again {
    /// Whether the password is enough.
    pub fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }

    /// Where the code by SMS stands, if that is what is asked.
    pub fn texting(&self) -> Option<&Texting> {
        match self {
            Self::Sms(texting) => Some(texting),
            Self::Nothing | Self::App => None,
        }
    }
}

/// What is asked again of the agent of a session beside the password.
pub async fn asks_again(work: &mut Work, here: &Here) -> Result<Again, Error> {
    let entered = enter(work, &here.token, here.site, here.channel).await?;
    again(work, &entered).await
}

async fn again(work: &mut Work, entered: &Entered) -> Result<Again, Error> {
    let agent = &entered.agent;
    if factor::is_enrolled(work, agent.id).await? {
        return Ok(Again::App);
    }
    let case = factor::case(
        agent,
        &work.settings().sms.prefixes,
        entered.session.channel,
        entered.session.site == Site::Console,
        false,
    );
    if !factor::plan(case).map_err(Error::Lacks)?.contains(&Factor::Sms) {
        return Ok(Again::Nothing);
    }
    let texting = factor::texting(work, agent, entered.session.id.into()).await?;
    Ok(Again::Sms(texting))
}

/// Sends the code by SMS that is asked again, unless it is too soon or too often. True: one is on its way.
pub async fn send_again(work: &mut Work, here: &Here) -> Result<bool, Error> {
    let entered = enter(work, &here.token, here.site, here.channel).await?;
    let agent = &entered.agent;
    allow(work.actor(), Action::SendOwnCode { agent: agent.id })?;
    match again(work, &entered).await? {
        Again::Sms(_) => Ok(factor::send(work, agent, entered.session.id.into()).await?),
        Again::App | Again::Nothing => Ok(false),
    }
}

/// Checks the code that is asked again, by the same counters as at the door.
pub(super) async fn code_again(
    work: &mut Work,
    entered: &Entered,
    origin: &str,
    code: Option<&str>,
) -> Result<(), Error> {
    let code = code.unwrap_or_default();
    let given = match again(work, entered).await? {
        Again::Nothing => return Ok(()),
        Again::App => Given::App(code),
        Again::Sms(_) => Given::Sms(entered.session.id, code),
    };
    let from = From {
        device: entered.session.device,
        channel: entered.session.channel,
        origin,
    };
    code_checked(work, &entered.agent, given, &from).await
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

/// Whether the agent of a session has just shown again who they are, for what other rooms ask that of.
pub async fn proved_again(work: &mut Work, here: &Here) -> Result<(), Error> {
    proved(work, here).await.map(drop)
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
