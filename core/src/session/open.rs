//! Opening a session, and going on to its next step. The token is new at every step: one that was seen before a step is
//! worth nothing after it.

use chrono::{DateTime, TimeDelta, Utc};

use super::device::{self, DeviceId};
use super::model::{Session, Site, Step, lasts};
use super::{Error, store};
use crate::account::{self, Account, Circuit, Lock, Stage, State};
use crate::channel::Channel;
use crate::factor::{self, Factor};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::password;
use crate::people::{self, Agent, AgentId};

/// An opened session, for the door to hand out.
#[derive(Debug)]
pub struct Opened {
    /// The session cookie.
    pub token: Secret,
    /// What it is good for: the page to go to.
    pub step: Step,
    /// When it ends, used or not.
    pub ends_at: DateTime<Utc>,
    /// A device cookie to be set, when the sign-in is complete on a device that was not known.
    pub device: Option<Secret>,
    /// The recovery codes of an app that was just enrolled, to be shown now or never.
    pub recovery: Vec<Secret>,
}

/// What is known of whoever comes in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) site: Site,
    pub(super) channel: Channel,
    pub(super) device: Option<DeviceId>,
    pub(super) second_at: Option<DateTime<Utc>>,
    pub(super) sms_at: Option<DateTime<Utc>>,
    pub(super) factor_at: Option<DateTime<Utc>>,
}

impl From<&Session> for Way {
    fn from(session: &Session) -> Self {
        let Session {
            site,
            channel,
            device,
            second_at,
            sms_at,
            factor_at,
            ..
        } = *session;
        Self {
            site,
            channel,
            device,
            second_at,
            sms_at,
            factor_at,
        }
    }
}

/// What was shown in the step that a session goes on from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// The password of the second circuit.
    Second,
    /// The code that came by SMS.
    Sms,
    /// The code of an authenticator app.
    Factor,
    /// Nothing that is asked again.
    Nothing,
}

/// Opens the session that `agent`, who has shown the password, may have now.
pub(super) async fn open(work: &mut Work, agent: &Agent, mut way: Way) -> Result<Opened, Error> {
    if let Some(device) = way.device
        && !device::still_known(work, agent.id, device).await?
    {
        way.device = None;
    }
    let account = account::one(work, agent.id, Circuit::IntraParis).await?;
    if let Some(error) = in_the_way(&account, way.device.is_some()) {
        return Err(error);
    }
    // The epoch as it is now: setting a password has just raised it.
    let agent = people::find(work, agent.id).await?.ok_or(Error::Over)?;
    let step = match next_step(work, &agent, way).await {
        Err(Error::Lacks(lack)) => {
            let entry = Entry::refusal("session.sign_in").about(agent.id);
            work.audit(
                entry
                    .with("because", lack.key())
                    .with("channel", way.channel.as_str()),
            )
            .await?;
            return Err(Error::Lacks(lack));
        }
        step => step?,
    };
    let cookie = if step == Step::Complete {
        completed(work, &agent, &mut way).await?
    } else {
        None
    };
    let now = work.now();
    let (token, ends_at) = (
        work.chance().token()?,
        now + lasts(step, way.channel, &work.settings().session),
    );
    let session = Session {
        id: work.new_id()?,
        agent: agent.id,
        site: way.site,
        step,
        channel: way.channel,
        made_at: now,
        seen_at: now,
        ends_at,
        second_at: way.second_at,
        sms_at: way.sms_at,
        factor_at: way.factor_at,
        proved_at: None,
        epoch: agent.session_epoch,
        device: way.device,
    };
    let tag = work.keys().tag("session", token.as_bytes());
    store::insert_session(work.tx(), &session, &tag).await?;
    if step == Step::Sms {
        factor::send(work, &agent, session.id.into()).await?;
    }
    Ok(Opened {
        token: Secret::new(token),
        step,
        ends_at,
        device: cookie,
        recovery: vec![],
    })
}

/// The sign-in is complete: what the device has shown is remembered, and a device that was not known gets its cookie.
async fn completed(work: &mut Work, agent: &Agent, way: &mut Way) -> Result<Option<Secret>, Error> {
    let mut cookie = None;
    if way.device.is_none() {
        let (device, signed) = device::welcome(work, agent.id).await?;
        (way.device, cookie) = (Some(device), Some(signed));
    }
    if way.site == Site::Space
        && let (Some(device), Some(at)) = (way.device, way.second_at)
    {
        store::put_second(work.tx(), device, at).await?;
    }
    account::used(work, agent.id).await?;
    let entry = Entry::change("session.open")
        .about(agent.id)
        .with("site", way.site.as_str())
        .with("channel", way.channel.as_str())
        .with("sms", way.sms_at.is_some());
    work.audit(entry.with("factor", way.factor_at.is_some())).await?;
    Ok(cookie)
}

/// Ends a session and opens the next step of it. Two who go on from the same session at once: one of them is refused.
pub(super) async fn go_on(
    work: &mut Work,
    from: &Session,
    agent: &Agent,
    shown: Shown,
) -> Result<Opened, Error> {
    let now = work.now();
    if !store::end_session(work.tx(), from.id, now).await? {
        return Err(Error::Over);
    }
    let mut way = Way::from(from);
    match shown {
        Shown::Second => way.second_at = Some(now),
        Shown::Sms => way.sms_at = Some(now),
        Shown::Factor => way.factor_at = Some(now),
        Shown::Nothing => {}
    }
    open(work, agent, way).await
}

/// What keeps somebody with the right password out, and until when.
pub(super) fn in_the_way(account: &Account, device_is_known: bool) -> Option<Error> {
    let standing = account.standing;
    let state = match (standing.closed, standing.lock) {
        (Some(_), _) | (_, Some(Lock::Everywhere(_))) => standing.state(false),
        (None, Some(Lock::UnknownDevices)) if !device_is_known => State::LockedUnknownDevices,
        _ if standing.stage == Stage::NotCreated => State::NotCreated,
        _ => return None,
    };
    let until = account.locked_until.filter(|_| standing.closed.is_none());
    Some(Error::Standing(account.circuit, state, until))
}

/// What keeps the second circuit from being asked.
pub(super) async fn second_in_the_way(
    work: &mut Work,
    agent: AgentId,
    device_is_known: bool,
) -> Result<Option<Error>, Fault> {
    let account = account::one(work, agent, Circuit::MonCompteParisien).await?;
    Ok(in_the_way(&account, device_is_known))
}

/// The circuit whose password has to be replaced before anything else, and whether it is a temporary one.
pub(super) async fn to_replace(work: &mut Work, agent: &Agent) -> Result<Option<(Circuit, bool)>, Fault> {
    let now = work.now();
    for circuit in Circuit::ALL {
        let Some(kept) = password::kept(work, agent.id, circuit).await? else {
            continue;
        };
        if kept.temporary || password::ends_at(work, agent, &kept).await? <= now {
            return Ok(Some((circuit, kept.temporary)));
        }
    }
    Ok(None)
}

async fn next_step(work: &mut Work, agent: &Agent, way: Way) -> Result<Step, Error> {
    let to_replace = to_replace(work, agent).await?;
    // A newcomer chooses the first password before the second account is asked for: it may not exist yet.
    if to_replace != Some((Circuit::IntraParis, true)) {
        if let Some(error) = second_in_the_way(work, agent.id, way.device.is_some()).await? {
            return Err(error);
        }
        if !has_given_second(work, agent, way).await? {
            return Ok(Step::Second);
        }
    }
    let console = way.site == Site::Console;
    let enrolled = factor::is_enrolled(work, agent.id).await?;
    let prefixes = &work.settings().sms.prefixes;
    let case = factor::case(agent, prefixes, way.channel, console, enrolled);
    let asked = factor::plan(case).map_err(Error::Lacks)?;
    for factor in asked {
        match factor {
            Factor::Sms if way.sms_at.is_none() => return Ok(Step::Sms),
            Factor::App if way.factor_at.is_none() => return Ok(Step::Factor),
            Factor::Sms | Factor::App | Factor::Enrol => {}
        }
    }
    if to_replace.is_some() {
        return Ok(Step::NewPassword);
    }
    if asked.contains(&Factor::Enrol) {
        return Ok(Step::Enrol);
    }
    Ok(Step::Complete)
}

/// Whether the second circuit's password was given: in this sign-in, or lately on this device. The console never takes the
/// device's word for it, and nobody does for a sensitive profile.
async fn has_given_second(work: &mut Work, agent: &Agent, way: Way) -> Result<bool, Fault> {
    if way.second_at.is_some() {
        return Ok(true);
    }
    let (Site::Space, Some(device), false) = (way.site, way.device, agent.profile.is_sensitive()) else {
        return Ok(false);
    };
    let Some(at) = store::second_at(work.tx(), device).await? else {
        return Ok(false);
    };
    let days = TimeDelta::days(work.settings().session.second_days);
    // A password that was replaced since has never been given here.
    let kept = password::kept(work, agent.id, Circuit::MonCompteParisien).await?;
    Ok(work.now() < at + days && kept.is_some_and(|kept| kept.set_at <= at))
}
