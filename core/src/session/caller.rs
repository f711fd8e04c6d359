//! Showing on the phone who one is (CO6): a code goes to something of the agent's that is old enough and not what is being
//! replaced, the agent reads it to the officer, and the officer enters it. One officer, one agent, one act.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::enter::enter;
use super::prove::Here;
use super::{Error, model::Site};
use crate::account::attempt::{self, Counter, Outcome, Settled, Slot};
use crate::account::{self, Matter};
use crate::factor;
use crate::kernel::audit::Entry;
use crate::kernel::code::{copied, spaced};
use crate::kernel::house::House;
use crate::kernel::line::{Args, Line};
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId, By, Check, CheckId, Draft, Over};
use crate::policy::{Act, Action, allow};

/// Digits of a code.
const DIGITS: usize = 8;

/// What checking a caller can be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Uncalled {
    /// No code may go there, for this act.
    #[error("no code may go this way")]
    NoWay,
    /// Enough codes for this hour.
    #[error("too many codes")]
    TooManyCodes,
    /// Enough codes by SMS for this day.
    #[error("too many codes by SMS")]
    TooManyTexts,
    /// None waits here: it is somebody else's, has lapsed, was denied, or its tries are used up.
    #[error("no code is awaited")]
    NoCode,
    /// The code is wrong; another try is left.
    #[error("wrong code")]
    WrongCode,
}

impl Uncalled {
    /// The word key.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoWay => "session-caller-no-way",
            Self::TooManyCodes => "session-caller-too-many-codes",
            Self::TooManyTexts => "session-caller-too-many-texts",
            Self::NoCode => "session-caller-no-code",
            Self::WrongCode => "session-caller-wrong-code",
        }
    }
}

/// A way by which a code may reach an agent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallerWay {
    /// Which.
    pub by: By,
    /// The chat address, or the last digits of the number.
    pub shown: String,
}

/// The ways by which a code may go for `act`: linked or registered long enough ago, and not what the act replaces. None:
/// the agent has to be seen in person.
pub async fn caller_ways(work: &mut Work, agent: AgentId, act: Act) -> Result<Vec<CallerWay>, Error> {
    let agent = judged_caller(work, agent).await?;
    let old = work.now() - TimeDelta::hours(work.settings().caller.hold_hours);
    let mut ways = vec![];
    if !act.is_about_the_chat()
        && let Some(link) = people::link_of(work, agent.id).await?
        && link.linked_at <= old
        && account::chat_allows(work, agent.id, Matter::Verification)
            .await?
            .is_ok()
    {
        ways.push(CallerWay {
            by: By::Chat,
            shown: link.address,
        });
    }
    if !act.is_about_the_phone()
        && let Some(number) = factor::number(&agent, &work.settings().sms.prefixes)
        && people::number_since(work, agent.id)
            .await?
            .is_none_or(|since| since <= old)
    {
        ways.push(CallerWay {
            by: By::Sms,
            shown: factor::masked(&number),
        });
    }
    Ok(ways)
}

/// The agent, if the actor may check them.
pub(crate) async fn judged_caller(work: &mut Work, agent: AgentId) -> Result<Agent, Error> {
    let agent = people::find(work, agent).await?.ok_or(people::Error::NoAgent)?;
    let action = Action::VerifyCaller {
        agent: agent.id,
        department: agent.department,
    };
    allow(work.actor(), action)?;
    Ok(agent)
}

/// Sends a code, in place of the one that this officer had sent to this agent. The message names officer, request and act.
/// Doors reach this through `ticket`, which knows the request.
pub(crate) async fn send_caller_code(
    work: &mut Work,
    agent: AgentId,
    act: Act,
    by: By,
    reference: &str,
) -> Result<(), Error> {
    let agent = judged_caller(work, agent).await?;
    let officer = work.actor().agent().ok_or(Error::Over)?;
    people::hold(work, agent.id).await?;
    if !caller_ways(work, agent.id, act)
        .await?
        .iter()
        .any(|way| way.by == by)
    {
        return Err(Uncalled::NoWay.into());
    }
    let (now, numbers) = (work.now(), work.settings().caller.clone());
    if people::checks_since(work, agent.id, None, now - TimeDelta::hours(1)).await? >= numbers.codes_per_hour
    {
        return Err(Uncalled::TooManyCodes.into());
    }
    let day = now - TimeDelta::days(1);
    if by == By::Sms && people::checks_since(work, agent.id, Some(By::Sms), day).await? >= numbers.sms_per_day
    {
        return Err(Uncalled::TooManyTexts.into());
    }
    let (id, code): (CheckId, _) = (work.new_id()?, work.chance().digits(DIGITS)?);
    let expires_at = now + TimeDelta::minutes(numbers.code_minutes);
    let tag = work.keys().tag("caller code", tagged(id, &code).as_bytes());
    let draft = Draft {
        id,
        agent: agent.id,
        officer,
        act,
        reference,
        by,
        tag: Some(&tag),
        expires_at,
    };
    people::begin_check(work, &draft).await?;
    let officer = people::find(work, officer).await?.ok_or(Error::Over)?.name();
    let args: Args = vec![
        ("officer".into(), officer.into()),
        ("act".into(), act.value()),
        ("reference".into(), reference.into()),
        ("code".into(), spaced(&code).into()),
        ("until".into(), expires_at.into()),
    ];
    tell(work, &agent, by, id, args, expires_at).await?;
    let entry = Entry::change("session.send_caller_code").about(agent.id);
    work.audit(
        entry
            .with("act", act.to_string())
            .with("way", by.as_str())
            .with("reference", reference),
    )
    .await?;
    Ok(())
}

async fn tell(
    work: &mut Work,
    agent: &Agent,
    by: By,
    id: CheckId,
    args: Args,
    expires_at: DateTime<Utc>,
) -> Result<(), Error> {
    if by == By::Chat {
        let mut line = Line::sensitive("session-caller-code").urgent();
        line.args = args;
        let line = line.choice(format!("access.did_not_call:{id}"), "session-caller-did-not-call");
        work.tell_until(agent.id, line, expires_at).await?;
        return Ok(());
    }
    let number = factor::number(agent, &work.settings().sms.prefixes).ok_or(Uncalled::NoWay)?;
    work.text(agent, &number, "session-caller-sms", &args, expires_at)
        .await?;
    Ok(())
}

/// The officer enters the code that the agent read to them. From then on, and not for long, they may do the act.
pub async fn confirm_caller(house: &Arc<House>, here: &Here, id: CheckId, code: &str) -> Result<(), Error> {
    let mut work = Work::write(house).await?;
    enter(&mut work, &here.token, Site::Console, here.channel).await?;
    let answer = confirm(&mut work, id, code).await;
    // A wrong code counts.
    if !matches!(answer, Err(Error::Fault(_))) {
        work.save().await?;
    }
    answer
}

async fn confirm(work: &mut Work, id: CheckId, code: &str) -> Result<(), Error> {
    let found = people::check(work, id).await?.ok_or(Uncalled::NoCode)?;
    let agent = judged_caller(work, found.agent).await?;
    // Whoever changes a check holds its agent; what it is now is read again.
    let counter = Counter::caller(work.keys(), &id.to_string());
    attempt::hold(work, &counter).await?;
    people::hold(work, agent.id).await?;
    let Some(check) = awaited(work, &agent, id).await? else {
        return Err(Uncalled::NoCode.into());
    };
    let Slot::Admitted(admission) = attempt::reserve(work, &counter).await? else {
        return Err(Uncalled::NoCode.into());
    };
    let (now, minutes) = (work.now(), work.settings().caller.proof_minutes);
    let given = tagged(id, &copied(code));
    let entry = |kind: fn(&'static str) -> Entry| {
        kind("session.confirm_caller")
            .about(agent.id)
            .with("act", check.act.to_string())
            .with("reference", check.reference.as_str())
    };
    if !check
        .tag
        .as_ref()
        .is_some_and(|tag| work.keys().is_tag("caller code", given.as_bytes(), tag))
    {
        let settled = attempt::settle(work, &counter, admission, Outcome::Failure).await?;
        work.audit(entry(Entry::refusal)).await?;
        if settled == (Settled::Counted { full: true }) {
            people::end_check(work, id, Over::Tries).await?;
            return Err(Uncalled::NoCode.into());
        }
        return Err(Uncalled::WrongCode.into());
    }
    attempt::settle(work, &counter, admission, Outcome::Success).await?;
    let good = (now, now + TimeDelta::minutes(minutes));
    if !people::prove_check(work, id, good, None).await? {
        return Err(Uncalled::NoCode.into());
    }
    work.audit(entry(Entry::change)).await?;
    Ok(())
}

/// The check, if it waits for a code that this officer had sent.
async fn awaited(work: &mut Work, agent: &Agent, id: CheckId) -> Result<Option<Check>, Error> {
    let me = work.actor().agent();
    let mut checks = people::checks(work, agent).await?.into_iter();
    Ok(checks.find(|check| check.id == id && Some(check.officer) == me && check.waits()))
}

fn tagged(id: CheckId, code: &str) -> String {
    format!("{id} {code}")
}
