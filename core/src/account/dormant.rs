//! Accounts that nobody uses (AC11): their owners are warned, then they are deactivated; never while the owner is away on
//! record, and never without the last warning having been out for as long as it promises.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::deactivate::close;
use super::model::Why;
use super::{Circuit, Error, Looming, Warned, keep_warning, store, warn, warned};
use crate::kernel::audit::Entry;
use crate::kernel::config;
use crate::kernel::fault::Fault;
use crate::kernel::line::{Line, Value};
use crate::kernel::work::Work;
use crate::people::{self, Absence, Agent, AgentId, days_later};
use crate::policy::{Action, allow};

/// An account that has not been used for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unused {
    pub(super) agent: AgentId,
    pub(super) circuit: Circuit,
    pub(super) used_at: DateTime<Utc>,
}

/// What a day asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    /// A warning: the account will be deactivated on `on`.
    Warn { days_before: i64, on: NaiveDate },
    /// The end of the account, which its owner saw coming.
    Deactivate,
}

/// The day on which an account last used on `used_on` is to be deactivated; `None`: not before a return that is not known.
fn planned(used_on: NaiveDate, absences: &[Absence], numbers: &config::Inactivity) -> Option<NaiveDate> {
    days_later(used_on, numbers.days, absences)
}

/// What is due today about an account planned to be deactivated on `planned`, after the warnings that have left.
fn due(today: NaiveDate, planned: NaiveDate, warned: &[Warned], numbers: &config::Inactivity) -> Option<Due> {
    let left = (planned - today).num_days();
    let notices = &numbers.notice_days;
    let now = *notices.iter().filter(|notice| **notice >= left).min()?;
    let last = *notices.iter().min()?;
    let promised = warned
        .iter()
        .find(|warned| warned.days_before == last)
        .map(|warned| planned.max(warned.on + TimeDelta::days(last)));
    match promised {
        Some(on) if on <= today => Some(Due::Deactivate),
        _ if warned.iter().any(|warned| warned.days_before == now) => None,
        _ if now == last => Some(Due::Warn {
            days_before: now,
            on: planned.max(today + TimeDelta::days(last)),
        }),
        _ => Some(Due::Warn {
            days_before: now,
            on: planned,
        }),
    }
}

/// Warns the owners of accounts that are not used, and deactivates those whose owners were warned in time. Says how many
/// people were told something.
pub async fn tend_dormant(work: &mut Work) -> Result<usize, Error> {
    allow(work.actor(), Action::TendDormant)?;
    let numbers = work.settings().inactivity.clone();
    let longest = numbers.notice_days.iter().copied().max().unwrap_or_default();
    let before = work.now() - TimeDelta::days(numbers.days - longest - 1);
    let mut told = 0;
    let unused = store::unused_since(work.tx(), before).await?;
    for accounts in unused.chunk_by(|one, next| one.agent == next.agent) {
        told += usize::from(tend(work, accounts, &numbers).await?);
    }
    Ok(told)
}

/// Does what is due about the accounts of one agent.
async fn tend(work: &mut Work, accounts: &[Unused], numbers: &config::Inactivity) -> Result<bool, Error> {
    let Some(first) = accounts.first() else {
        return Ok(false);
    };
    let today = work.today();
    let absences = people::absences(work, first.agent).await?;
    if absences.iter().any(|absence| absence.covers(today)) {
        return Ok(false);
    }
    let (mut warnings, mut closed) = (vec![], false);
    for account in accounts {
        let used_on = work.house().today_at(account.used_at);
        let Some(planned) = planned(used_on, &absences, numbers) else {
            continue;
        };
        let looming = Looming {
            agent: account.agent,
            circuit: account.circuit,
            what: "inactivity",
            on: planned,
        };
        let warned = warned(work, &looming).await?;
        match due(today, planned, &warned, numbers) {
            None => {}
            Some(Due::Deactivate) => {
                close(work, account.agent, account.circuit, Why::Inactivity, None).await?;
                closed = true;
            }
            Some(Due::Warn { days_before, on }) => {
                keep_warning(work, &looming, days_before).await?;
                warnings.push((account.circuit, on));
            }
        }
    }
    if !warnings.is_empty()
        && let Some(agent) = people::find(work, first.agent).await?
    {
        tell(work, &agent, &warnings).await?;
    }
    Ok(closed || !warnings.is_empty())
}

/// Says which accounts are to be deactivated, and when.
async fn tell(work: &mut Work, agent: &Agent, warnings: &[(Circuit, NaiveDate)]) -> Result<(), Fault> {
    let item = |(circuit, on): &(Circuit, NaiveDate)| {
        Line::personal("account-dormant-item")
            .arg("circuit", Value::word(circuit.key()))
            .arg("on", *on)
    };
    let line = Line::personal("account-dormant").urgent();
    let line = warnings
        .iter()
        .fold(line, |line, warning| line.item(item(warning)));
    warn(work, agent, line, "account-dormant-mail", "accounts").await?;
    let circuits: Vec<&str> = warnings.iter().map(|(circuit, _)| circuit.as_str()).collect();
    let entry = Entry::change("account.warn_dormant").about(agent.id);
    work.audit(entry.with("circuits", circuits)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_asks_for_a_warning_once_and_for_the_end_only_after_the_last_one() {
        let numbers = config::Inactivity {
            days: 180,
            notice_days: vec![30, 7],
        };
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let planned = day("2026-06-30");
        let warned = |days_before, on: &str| Warned {
            days_before,
            on: day(on),
        };
        let warn = |days_before, on: &str| {
            Some(Due::Warn {
                days_before,
                on: day(on),
            })
        };
        let month = warned(30, "2026-05-31");
        let week = warned(7, "2026-06-23");
        for (today, sent, expected) in [
            ("2026-05-30", vec![], None),
            ("2026-05-31", vec![], warn(30, "2026-06-30")),
            ("2026-06-01", vec![month], None),
            ("2026-06-22", vec![month], None),
            ("2026-06-23", vec![month], warn(7, "2026-06-30")),
            ("2026-06-29", vec![month, week], None),
            ("2026-06-30", vec![month, week], Some(Due::Deactivate)),
            // The service was down when it was time: nobody loses an account unwarned, and the day that is told is true.
            ("2026-07-20", vec![], warn(7, "2026-07-27")),
            ("2026-07-26", vec![warned(7, "2026-07-20")], None),
            ("2026-07-27", vec![warned(7, "2026-07-20")], Some(Due::Deactivate)),
            ("2026-06-25", vec![month], warn(7, "2026-07-02")),
            ("2026-07-01", vec![month, warned(7, "2026-06-25")], None),
        ] {
            assert_eq!(
                due(day(today), planned, &sent, &numbers),
                expected,
                "{today}, {sent:?}"
            );
        }
    }
}
