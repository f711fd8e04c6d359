//! Who hears of a change: the agent's HR officer that one waits, the agent what became of it, and everything that reached
//! the agent before new bank details, so that nobody diverts a pay in silence.

use chrono::{DateTime, TimeDelta, Utc};

use super::Error;
use super::model::{Change, Detail, Stage};
use crate::factor;
use crate::kernel::line::{Args, Line, Saying, Value};
use crate::kernel::work::Work;
use crate::people::{self, Agent};

/// How long an SMS about it, or a message to a former address, may take.
const TOLD_WITHIN: TimeDelta = TimeDelta::days(1);

/// A change waits for human resources.
pub(super) async fn to_decide(work: &mut Work, agent: &Agent, change: &Change) -> Result<(), Error> {
    if let Some(officer) = agent.hr_officer {
        let page = format!("{}/changes/{}", work.settings().console.public_url, change.id);
        let line = Line::personal("profile-to-decide")
            .arg("name", agent.name())
            .arg("kind", Value::word(change.kind().key()))
            .link("profile-to-decide-open", page);
        work.tell(officer, line).await?;
    }
    Ok(())
}

/// It is decided. New bank details are told by [`old_contacts`].
pub(super) async fn decided(work: &mut Work, change: &Change) -> Result<(), Error> {
    let key = match (change.stage, &change.after) {
        (Stage::Validated, Detail::Bank(_)) => return Ok(()),
        (Stage::Validated, _) => "profile-validated",
        _ => "profile-refused",
    };
    let line = Line::personal(key)
        .arg("kind", Value::word(change.kind().key()))
        .arg("value", change.after.value())
        .arg("reason", change.reason.clone().unwrap_or_default());
    let is_refused = change.stage == Stage::Refused;
    work.tell(change.agent, if is_refused { line.urgent() } else { line })
        .await?;
    Ok(())
}

/// New bank details are declared, or count from a month on: said in chat, by e-mail and by SMS, and to the address and
/// number before those of today, if they were replaced of late.
pub(super) async fn old_contacts(work: &mut Work, agent: &Agent, change: &Change) -> Result<(), Error> {
    if !matches!(change.after, Detail::Bank(_)) {
        return Ok(());
    }
    let key = match change.stage {
        Stage::Validated => "profile-bank-validated",
        _ => "profile-bank-declared",
    };
    let mut args: Args = vec![
        ("name".into(), agent.name().into()),
        ("at".into(), work.now().into()),
        ("value".into(), change.after.value()),
    ];
    if let Some(month) = change.effective {
        args.push(("month".into(), Value::Month(month.first())));
    }
    let mut line = Line::personal(key).urgent();
    line.args.clone_from(&args);
    let until = work.now() + TOLD_WITHIN;
    let since = work.now() - TimeDelta::hours(work.settings().caller.hold_hours);
    former_addresses(work, agent, (since, until), line.clone()).await?;
    work.tell(agent.id, line.choice("access.not_me", "account-choice-not-me"))
        .await?;
    work.mail(agent, &format!("{key}-mail"), &args, None).await?;
    let before = people::number_before(work, agent, since).await?;
    let prefixes = work.settings().sms.prefixes.clone();
    let numbers = agent.mobile.clone().into_iter().chain(before);
    for number in numbers.filter_map(|number| factor::dialled(&number, &prefixes)) {
        work.text(agent, &number, &format!("{key}-sms"), &args, until)
            .await?;
    }
    Ok(())
}

async fn former_addresses(
    work: &mut Work,
    agent: &Agent,
    (since, until): (DateTime<Utc>, DateTime<Utc>),
    line: Line,
) -> Result<(), Error> {
    for address in people::addresses_before(work, agent.id, since).await? {
        let saying = Saying {
            lines: vec![line.clone()],
            lang: Some(agent.lang),
        };
        work.tell_address(&address, saying, until).await?;
    }
    Ok(())
}
