//! Codes by SMS (MF5): eight digits for the sign-in that asked, kept as keyed hashes, few and not for long.

use chrono::{DateTime, TimeDelta, Utc};

use super::{model, store};
use crate::kernel::audit::Entry;
use crate::kernel::code::copied;
use crate::kernel::fault::Fault;
use crate::kernel::secret::Keys;
use crate::kernel::work::Work;
use crate::people::{self, Agent};

id!(
    /// A code that was sent.
    SmsCodeId
);

const DIGITS: usize = 8;
const DAY: TimeDelta = TimeDelta::hours(24);

/// Where the codes of a sign-in stand, for its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texting {
    /// Where codes go, its last digits only.
    pub masked: String,
    /// When the code that is good now was sent; `None`: there is none.
    pub sent_at: Option<DateTime<Utc>>,
    /// From when on another can be sent; past: now.
    pub next_at: DateTime<Utc>,
    /// As many were sent today as may be.
    pub exhausted: bool,
}

/// Sends a code for a sign-in under way, unless it is too soon or too often for its number. Says whether it did: the
/// page tells the rest. For `session`, which has seen the password.
pub(crate) async fn send(work: &mut Work, agent: &Agent, session: uuid::Uuid) -> Result<bool, Fault> {
    let Some(number) = model::number(agent, &work.settings().sms.prefixes) else {
        return Ok(false);
    };
    people::hold(work, agent.id).await?;
    let (now, tag) = (work.now(), tag_of_number(work.keys(), &number));
    store::take_number(work.tx(), &tag, now).await?;
    let (next_at, exhausted) = next(work, &tag).await?;
    if next_at > now {
        let because = if exhausted { "daily limit" } else { "too soon" };
        let entry = Entry::refusal("factor.send_code").about(agent.id);
        work.audit(entry.with("because", because)).await?;
        return Ok(false);
    }
    let code = work.chance().digits(DIGITS)?;
    let expires_at = now + TimeDelta::minutes(work.settings().sms.code_minutes);
    let (id, kept): (SmsCodeId, _) = (work.new_id()?, tag_of_code(work.keys(), session, &code));
    store::end_codes(work.tx(), session, now).await?;
    let sent = store::SentCode {
        id,
        agent: agent.id,
        session,
        tag: kept,
        number: tag,
        sent_at: now,
        expires_at,
    };
    store::insert_code(work.tx(), &sent).await?;
    let args = vec![
        ("code".into(), code.into()),
        ("minutes".into(), work.settings().sms.code_minutes.into()),
    ];
    work.text(agent, &number, "factor-sms", &args, expires_at).await?;
    work.audit(Entry::change("factor.send_code").about(agent.id))
        .await?;
    Ok(true)
}

/// Where the codes of a sign-in stand. For `session`, which has seen the password.
pub(crate) async fn texting(work: &mut Work, agent: &Agent, session: uuid::Uuid) -> Result<Texting, Fault> {
    let now = work.now();
    let Some(number) = model::number(agent, &work.settings().sms.prefixes) else {
        return Ok(Texting {
            masked: String::new(),
            sent_at: None,
            next_at: now + DAY,
            exhausted: false,
        });
    };
    let tag = tag_of_number(work.keys(), &number);
    let (next_at, exhausted) = next(work, &tag).await?;
    Ok(Texting {
        masked: model::masked(&number),
        sent_at: store::good_code(work.tx(), session, now).await?,
        next_at,
        exhausted,
    })
}

/// Until when no more codes are sent to an agent, if as many were as may be in a day. For use cases that already
/// judged the actor.
pub async fn exhausted_until(work: &mut Work, agent: &Agent) -> Result<Option<DateTime<Utc>>, Fault> {
    let Some(number) = model::number(agent, &work.settings().sms.prefixes) else {
        return Ok(None);
    };
    let tag = tag_of_number(work.keys(), &number);
    let (next_at, exhausted) = next(work, &tag).await?;
    Ok(exhausted.then_some(next_at))
}

/// When the next code may go to a number, and whether the day's are used up.
async fn next(work: &mut Work, number: &[u8; 32]) -> Result<(DateTime<Utc>, bool), Fault> {
    let now = work.now();
    let (pause, most) = (
        TimeDelta::seconds(work.settings().sms.pause_seconds),
        work.settings().sms.per_day,
    );
    let sent = store::sent_since(work.tx(), number, now - DAY).await?;
    let most = usize::try_from(most).unwrap_or_default();
    if let Some(oldest_counted) = sent.get(most.saturating_sub(1)) {
        return Ok((*oldest_counted + DAY, true));
    }
    Ok((sent.first().map_or(now, |last| *last + pause), false))
}

/// Whether this is the code that was sent for this sign-in, and uses it up. Only `session` asks, with its counters
/// around it.
pub(crate) async fn accepts_sms(work: &mut Work, session: uuid::Uuid, code: &str) -> Result<bool, Fault> {
    let code = copied(code);
    let (now, tag) = (work.now(), tag_of_code(work.keys(), session, &code));
    store::use_code(work.tx(), session, &tag, now).await
}

fn tag_of_code(keys: &Keys, session: uuid::Uuid, code: &str) -> [u8; 32] {
    keys.tag("sms-code", format!("{session} {code}").as_bytes())
}

fn tag_of_number(keys: &Keys, number: &str) -> [u8; 32] {
    keys.tag("sms-number", number.as_bytes())
}
