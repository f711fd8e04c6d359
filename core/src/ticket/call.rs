//! Beginning to check a caller (CO6): under the request that they call about, so that the agent is told which; in person,
//! where nothing is left to send a code to; and "I did not call".

use chrono::TimeDelta;

use super::model::{Kind, Ticket};
use super::open::{open, register};
use super::{Error, store};
use crate::account::{self, reason};
use crate::kernel::actor::Role;
use crate::kernel::audit::Entry;
use crate::kernel::line::{Args, Line};
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId, By, CheckId, Draft};
use crate::policy::{Act, Action, allow};
use crate::{factor, session};

/// Has a code sent to an agent who calls about `act`, by chat or SMS.
pub async fn call(work: &mut Work, agent: AgentId, act: Act, by: By) -> Result<(), Error> {
    let agent = session::judged_caller(work, agent).await?;
    let reference = reference(work, &agent, act).await?;
    Ok(session::send_caller_code(work, agent.id, act, by, &reference).await?)
}

/// An IT contact has seen the agent in person. It counts once a second officer confirms it.
pub async fn vouch(work: &mut Work, agent: AgentId, act: Act, why: &str) -> Result<CheckId, Error> {
    let agent = whose(work, agent).await?;
    let action = Action::VouchForCaller {
        agent: agent.id,
        department: agent.department,
    };
    allow(work.actor(), action)?;
    let why = reason(why)?;
    let officer = work.actor().agent().ok_or(account::Error::NoAgent)?;
    let reference = reference(work, &agent, act).await?;
    let (id, hours): (CheckId, _) = (work.new_id()?, work.settings().caller.seen_hours);
    let expires_at = work.now() + TimeDelta::hours(hours);
    let draft = Draft {
        id,
        agent: agent.id,
        officer,
        act,
        reference: &reference,
        by: By::Seen,
        tag: None,
        expires_at,
    };
    people::begin_check(work, &draft).await?;
    let entry = Entry::change("ticket.vouch").about(agent.id).because(why);
    work.audit(
        entry
            .with("act", act.to_string())
            .with("reference", reference.as_str()),
    )
    .await?;
    tell_seen(work, &agent, id, "ticket-caller-seen").await?;
    Ok(id)
}

/// Another officer confirms that the agent was seen. The act may be done from now on, by either of the two; of a sensitive
/// profile not before it was held for a while, of which the agent is told by every way there is.
pub async fn second(work: &mut Work, id: CheckId, why: &str) -> Result<(), Error> {
    let check = people::check(work, id).await?.ok_or(Error::NotOpen)?;
    let agent = session::judged_caller(work, check.agent).await?;
    let why = reason(why)?;
    let me = work.actor().agent().ok_or(account::Error::NoAgent)?;
    if check.by != By::Seen {
        return Err(Error::NotOpen);
    }
    if check.officer == me {
        return Err(account::Error::SamePerson.into());
    }
    people::hold(work, agent.id).await?;
    let numbers = work.settings().caller.clone();
    let held = if agent.profile.is_sensitive() {
        TimeDelta::hours(numbers.sensitive_hold_hours)
    } else {
        TimeDelta::zero()
    };
    let from = work.now() + held;
    let good = (from, from + TimeDelta::hours(numbers.seen_hours));
    if !people::prove_check(work, id, good, Some(me)).await? {
        return Err(Error::NotOpen);
    }
    let entry = Entry::change("ticket.second").about(agent.id).because(why);
    work.audit(
        entry
            .with("act", check.act.to_string())
            .with("reference", check.reference.as_str()),
    )
    .await?;
    tell_seen(work, &agent, id, "ticket-caller-seconded").await
}

/// "I did not call": whatever was shown or awaited for the agent is void, and support is asked to look into it.
pub async fn did_not_call(work: &mut Work, id: CheckId) -> Result<Ticket, Error> {
    allow(work.actor(), Action::ActForOneself)?;
    let agent = work.actor().agent().ok_or(account::Error::NoAgent)?;
    let check = people::check(work, id)
        .await?
        .filter(|check| check.agent == agent);
    let check = check.ok_or(Error::NotOpen)?;
    let agent = whose(work, agent).await?;
    let ticket = open(
        work,
        agent.id,
        Kind::Security,
        None,
        vec!["ticket-cause-did-not-call".to_owned()],
    )
    .await?;
    people::void_checks(work, agent.id, None).await?;
    let officer = whose(work, check.officer).await?;
    let entry = Entry::change("ticket.did_not_call").about(agent.id);
    work.audit(
        entry
            .with("officer", officer.name())
            .with("act", check.act.to_string())
            .with("reference", ticket.reference.as_str()),
    )
    .await?;
    let args: Args = vec![
        ("reference".into(), ticket.reference.as_str().into()),
        ("act".into(), check.act.value()),
        ("officer".into(), officer.name().into()),
        ("name".into(), agent.name().into()),
    ];
    for admin in people::holders(work, Role::ItAdmin).await? {
        let mut line = Line::personal("ticket-did-not-call-alarm").urgent();
        line.args.clone_from(&args);
        work.tell(admin, line).await?;
    }
    let mut line = Line::personal(if check.used {
        "ticket-did-not-call-late"
    } else {
        "ticket-did-not-call"
    });
    line.args = args;
    let line = line.choice("access.lock_self", "ticket-choice-lock-self");
    work.tell(agent.id, line.urgent()).await?;
    Ok(ticket)
}

/// By every way there is: whoever was not seen must hear of it.
async fn tell_seen(work: &mut Work, agent: &Agent, id: CheckId, key: &str) -> Result<(), Error> {
    let check = people::check(work, id).await?.ok_or(Error::NotOpen)?;
    let (seen_by, from) = (
        whose(work, check.officer).await?.name(),
        check.good.map_or(work.now(), |(from, _)| from),
    );
    let args: Args = vec![
        ("name".into(), agent.name().into()),
        ("officer".into(), seen_by.into()),
        ("act".into(), check.act.value()),
        ("reference".into(), check.reference.into()),
        ("from".into(), from.into()),
    ];
    let mut line = Line::personal(key).urgent();
    line.args.clone_from(&args);
    let line = line.choice(format!("access.did_not_call:{id}"), "session-caller-did-not-call");
    work.tell(agent.id, line).await?;
    work.mail(agent, &format!("{key}-mail"), &args, None).await?;
    let until = work.now() + TimeDelta::hours(work.settings().caller.seen_hours);
    if let Some(number) = factor::number(agent, &work.settings().sms.prefixes) {
        work.text(agent, &number, &format!("{key}-sms"), &args, until)
            .await?;
    }
    Ok(())
}

async fn whose(work: &mut Work, agent: AgentId) -> Result<Agent, Error> {
    Ok(people::find(work, agent).await?.ok_or(account::Error::NoAgent)?)
}

/// The request that the act answers, or one about the call itself.
async fn reference(work: &mut Work, agent: &Agent, act: Act) -> Result<String, Error> {
    let asked = match act {
        Act::Unlock(circuit) => Some((Kind::Unlock, Some(circuit))),
        Act::Reactivate(circuit) => Some((Kind::Reactivation, Some(circuit))),
        Act::GrantVpn => Some((Kind::Vpn, None)),
        Act::ResetFactor | Act::ChangeNumber => Some((Kind::FactorHelp, None)),
        _ => None,
    };
    if let Some((kind, circuit)) = asked
        && let Some(open) = store::open_of(work.tx(), agent.id, kind, circuit).await?
    {
        return Ok(open.reference);
    }
    Ok(register(work, agent.id, Kind::Call, None, vec![])
        .await?
        .reference)
}
