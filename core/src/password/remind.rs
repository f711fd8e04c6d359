//! Passwords that come to their end (RM2): their owners are told in good time and on the day, each time once, and never
//! while they are away on record.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{Error, Kept, ends_at, store};
use crate::account::{self, Circuit, Looming, Warned};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::line::{Line, Value};
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId};
use crate::policy::{Action, allow};

/// A personal password that has been kept for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Aged {
    pub(super) agent: AgentId,
    pub(super) circuit: Circuit,
    pub(super) set_at: DateTime<Utc>,
}

/// The notice that is due `left` days before the end, of those that the policy knows; after the end, the last one if
/// it has not left. One that was missed is not made up for when a later one is due.
fn due(left: i64, notices: &[i64], sent: &[Warned]) -> Option<i64> {
    let now = *notices.iter().filter(|days| **days >= left).min()?;
    sent.iter().all(|warned| warned.days_before > now).then_some(now)
}

/// Tells those whose passwords come to their end. Says how many people were told something.
pub async fn remind_of_expiry(work: &mut Work) -> Result<usize, Error> {
    allow(work.actor(), Action::RemindOfExpiry)?;
    let (now, numbers) = (work.now(), work.settings().password.clone());
    let longest = numbers.notice_days.iter().copied().max().unwrap_or_default();
    let before = |days: i64| now - TimeDelta::days(days - longest - 1);
    let aged = store::set_before(
        work.tx(),
        before(numbers.standard_days),
        before(numbers.extended_days),
    )
    .await?;
    let mut told = 0;
    for passwords in aged.chunk_by(|one, next| one.agent == next.agent) {
        told += usize::from(remind(work, passwords, &numbers.notice_days).await?);
    }
    Ok(told)
}

/// Tells one agent what is due about their passwords.
async fn remind(work: &mut Work, passwords: &[Aged], notices: &[i64]) -> Result<bool, Error> {
    let Some(first) = passwords.first() else {
        return Ok(false);
    };
    let today = work.today();
    let absences = people::absences(work, first.agent).await?;
    if absences.iter().any(|absence| absence.covers(today)) {
        return Ok(false);
    }
    let Some(agent) = people::find(work, first.agent).await? else {
        return Ok(false);
    };
    let longest = notices.iter().copied().max().unwrap_or_default();
    let horizon = work.now() + TimeDelta::days(longest + 1);
    let mut ends = vec![];
    for password in passwords {
        let standing = account::one(work, agent.id, password.circuit).await?.standing;
        let Some(kept) = super::kept(work, agent.id, password.circuit).await? else {
            continue;
        };
        if standing.closed.is_some() || !is_the_same(&kept, password) {
            continue;
        }
        let ends_at = ends_at(work, &agent, &kept).await?;
        // Not before a return that nobody knows, for one.
        if ends_at > horizon {
            continue;
        }
        let on = work.house().today_at(ends_at);
        let looming = Looming {
            agent: agent.id,
            circuit: password.circuit,
            what: "expiry",
            on,
        };
        let sent = account::warned(work, &looming).await?;
        if let Some(days_before) = due((on - today).num_days(), notices, &sent) {
            account::keep_warning(work, &looming, days_before).await?;
            ends.push((password.circuit, on));
        }
    }
    if !ends.is_empty() {
        tell(work, &agent, &ends).await?;
    }
    Ok(!ends.is_empty())
}

fn is_the_same(kept: &Kept, password: &Aged) -> bool {
    !kept.temporary && kept.set_at == password.set_at
}

/// Says which passwords come to their end, and when.
async fn tell(work: &mut Work, agent: &Agent, ends: &[(Circuit, NaiveDate)]) -> Result<(), Fault> {
    let today = work.today();
    let item = |(circuit, on): &(Circuit, NaiveDate)| {
        let days = (*on - today).num_days();
        Line::personal(match days {
            0 => "password-expiring-today",
            1 => "password-expiring-tomorrow",
            2.. => "password-expiring-later",
            _ => "password-expiring-past",
        })
        .arg("circuit", Value::word(circuit.key()))
        .arg("on", *on)
        .arg("days", days)
    };
    let page = format!("{}/security", work.settings().space.public_url);
    let line = Line::personal("password-expiring").link("password-expiring-page", &page);
    let line = ends.iter().fold(line, |line, end| line.item(item(end)));
    account::warn(work, agent, line, "password-mail-expiring", "passwords").await?;
    let circuits: Vec<&str> = ends.iter().map(|(circuit, _)| circuit.as_str()).collect();
    let entry = Entry::change("password.remind_of_expiry").about(agent.id);
    work.audit(entry.with("circuits", circuits)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_notice_is_due_once_and_what_was_missed_is_not_made_up_for() {
        let notices = [15, 7, 3, 1, 0];
        let sent = |days: &[i64]| -> Vec<Warned> {
            let on = NaiveDate::MIN;
            days.iter()
                .map(|days_before| Warned {
                    days_before: *days_before,
                    on,
                })
                .collect()
        };
        for (left, before, expected) in [
            (16, vec![], None),
            (15, vec![], Some(15)),
            (15, vec![15], None),
            (14, vec![15], None),
            (8, vec![15], None),
            (7, vec![15], Some(7)),
            (3, vec![15, 7], Some(3)),
            (2, vec![15, 7, 3], None),
            (1, vec![15, 7, 3], Some(1)),
            (0, vec![15, 7, 3, 1], Some(0)),
            (0, vec![15, 7, 3, 1, 0], None),
            // The service was down when it was time.
            (5, vec![15], Some(7)),
            (2, vec![], Some(3)),
            (-1, vec![15, 7, 3, 1], Some(0)),
            (-9, vec![15, 7, 3, 1, 0], None),
        ] {
            assert_eq!(
                due(left, &notices, &sent(&before)),
                expected,
                "{left}, {before:?}"
            );
        }
        assert_eq!(due(3, &[], &[]), None, "no notices");
    }
}
