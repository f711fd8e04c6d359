//! Weeks and weekends.

use chrono::{Datelike, NaiveDate, Weekday};

use super::draft::Draft;
use super::mark::{Kind, Link, Mark, Role, Which};
use super::resolve::{monday, on_or_after, plus};
use crate::understand::facts::{Doubt, Fact};

/// The periods that weeks make, when no day is named.
pub(super) fn weeks(marks: &[Mark], today: NaiveDate, drafts: &mut Vec<Draft>, doubts: &mut Vec<Doubt>) {
    for mark in marks.iter().filter(|mark| mark.role != Role::Aside) {
        let (start, length) = match mark.kind {
            Kind::Week(0) => {
                let days = (0..7).filter_map(|days| plus(today, days));
                let rest: Vec<NaiveDate> = days
                    .take_while(|day| day.iso_week() == today.iso_week())
                    .collect();
                doubts.push(Doubt {
                    fact: Fact::Start,
                    candidates: rest,
                });
                continue;
            }
            Kind::InWeeks(week) => {
                let candidates = plus(today, 7 * week)
                    .into_iter()
                    .chain(monday(week, today))
                    .collect();
                doubts.push(Doubt {
                    fact: Fact::Start,
                    candidates,
                });
                continue;
            }
            Kind::Week(week) => (monday(week, today), 4),
            Kind::Numbered(week) => (iso_monday(week, today), 4),
            Kind::WeekEnd(which) => {
                let saturday = on_or_after(today, 6);
                if which == Which::Next && today.weekday().number_from_monday() < 6 {
                    let candidates = std::iter::once(saturday).chain(plus(saturday, 7)).collect();
                    doubts.push(Doubt {
                        fact: Fact::Start,
                        candidates,
                    });
                    continue;
                }
                (Some(saturday), 1)
            }
            _ => continue,
        };
        let Some((start, end)) = start.and_then(|start| Some((start, plus(start, length)?))) else {
            continue;
        };
        match drafts.last_mut() {
            // "semaines 30 et 31", "de la semaine 30 à la semaine 32"
            Some(last)
                if mark.link == Link::To || last.end.first().and_then(|end| plus(*end, 3)) == Some(start) =>
            {
                last.end = vec![end];
            }
            _ => drafts.push(Draft::week(start, end)),
        }
    }
}

/// The Monday of an ISO week that has not ended.
fn iso_monday(week: u32, today: NaiveDate) -> Option<NaiveDate> {
    let year = today.iso_week().year();
    (year..=year + 1)
        .filter_map(|year| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon))
        .find(|monday| plus(*monday, 4).is_some_and(|friday| friday >= today))
}

/// "tout le week-end et lundi": a week said beside days that do not lie in it must not be passed over.
pub(super) fn overlooked(marks: &[Mark], drafts: &[Draft], today: NaiveDate) -> bool {
    let named = marks.iter().filter(|mark| mark.role != Role::Aside);
    let mut monday_of = named.filter_map(|mark| match mark.kind {
        Kind::Week(week) => Some(monday(week, today)),
        Kind::Numbered(week) => Some(iso_monday(week, today)),
        Kind::WeekEnd(_) | Kind::InWeeks(_) => Some(None),
        _ => None,
    });
    let inside = |start: NaiveDate| {
        let mut days = drafts
            .iter()
            .flat_map(|draft| draft.start.iter().chain(&draft.end));
        days.all(|day| (0..7).contains(&(*day - start).num_days()))
    };
    monday_of.any(|monday| !monday.is_some_and(inside))
}
