//! What support does about an agent's second factors, once the agent has shown who they are: taking an app away that is lost
//! (MF8), registering another professional mobile. The agent hears of it by every way there is, the old number included.

use chrono::TimeDelta;

use super::model::Kind;
use super::{Error, lift, store};
use crate::account::{self, Misfit, reason};
use crate::factor;
use crate::kernel::audit::Entry;
use crate::kernel::line::{Args, Line};
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId};
use crate::policy::{Act, Action, allow};

/// How long an SMS about it may take.
const TOLD_WITHIN: TimeDelta = TimeDelta::hours(24);

/// Takes app and recovery codes away. Sessions end and devices are unknown again; what the profile asks for is asked at the
/// next sign-in, where another app can be enrolled.
pub async fn reset_factor(work: &mut Work, agent: AgentId, why: &str) -> Result<(), Error> {
    let (agent, why) = judged(work, agent, Act::ResetFactor, why).await?;
    people::hold(work, agent.id).await?;
    if !factor::is_enrolled(work, agent.id).await? {
        return Err(Error::NoApp);
    }
    people::proven(work, &agent, Act::ResetFactor)
        .await
        .map_err(account::Error::from)?;
    factor::forget_app(work, agent.id).await?;
    account::end_sessions_of(work, agent.id).await?;
    account::forget_devices(work, agent.id).await?;
    let entry = Entry::change("ticket.reset_factor")
        .about(agent.id)
        .because(why.as_str());
    work.audit(entry).await?;
    let hours = work.settings().caller.hold_hours;
    let since = work.now() - TimeDelta::hours(hours);
    let before = people::number_before(work, &agent, since).await?;
    let numbers = agent.mobile.clone().into_iter().chain(before);
    tell(work, &agent, "ticket-factor-reset", numbers).await?;
    close(work, agent.id, &why).await
}

/// Registers another professional mobile. Codes for signing in go there at once; a caller is not checked by it for a while.
pub async fn change_number(work: &mut Work, agent: AgentId, number: &str, why: &str) -> Result<(), Error> {
    let (agent, why) = judged(work, agent, Act::ChangeNumber, why).await?;
    let number = number.trim();
    let prefixes = work.settings().sms.prefixes.clone();
    let dialled = factor::dialled(number, &prefixes).ok_or(Error::BadNumber)?;
    people::hold(work, agent.id).await?;
    if factor::number(&agent, &prefixes) == Some(dialled) {
        return Err(account::Error::Misfit(Misfit::AlreadySo).into());
    }
    people::proven(work, &agent, Act::ChangeNumber)
        .await
        .map_err(account::Error::from)?;
    people::change_number(work, &agent, number).await?;
    account::end_sessions_of(work, agent.id).await?;
    let entry = Entry::change("ticket.change_number")
        .about(agent.id)
        .because(why.as_str());
    work.audit(entry).await?;
    let numbers = agent.mobile.clone().into_iter().chain([number.to_owned()]);
    tell(work, &agent, "ticket-number-changed", numbers).await?;
    close(work, agent.id, &why).await
}

async fn judged(work: &mut Work, agent: AgentId, act: Act, why: &str) -> Result<(Agent, String), Error> {
    let agent = people::find(work, agent).await?.ok_or(account::Error::NoAgent)?;
    allow(
        work.actor(),
        Action::Assist {
            agent: agent.id,
            department: agent.department,
            act,
        },
    )?;
    Ok((agent, reason(why)?))
}

/// In chat, by e-mail and to these numbers.
async fn tell(
    work: &mut Work,
    agent: &Agent,
    key: &str,
    numbers: impl Iterator<Item = String>,
) -> Result<(), Error> {
    let args: Args = vec![
        ("name".into(), agent.name().into()),
        ("at".into(), work.now().into()),
    ];
    let mut line = Line::personal(key).urgent();
    line.args.clone_from(&args);
    work.tell(agent.id, line.choice("access.not_me", "account-choice-not-me"))
        .await?;
    work.mail(agent, &format!("{key}-mail"), &args, None).await?;
    let (prefixes, until) = (work.settings().sms.prefixes.clone(), work.now() + TOLD_WITHIN);
    for number in numbers.filter_map(|number| factor::dialled(&number, &prefixes)) {
        work.text(agent, &number, &format!("{key}-sms"), &args, until)
            .await?;
    }
    Ok(())
}

/// The requests that it answers.
async fn close(work: &mut Work, agent: AgentId, why: &str) -> Result<(), Error> {
    for kind in [Kind::FactorHelp, Kind::Call] {
        let open = store::open_of(work.tx(), agent, kind, None).await?;
        lift::close(work, open, why).await?;
    }
    Ok(())
}
