//! From the marks of a message to periods: which days are ends of a period, which are alternatives.

use chrono::NaiveDate;

use super::mark::{Day, Kind, Link, Mark, Moment, Part, Role, Which};
use super::resolve::{self, Context, monday, plus};
use super::settle::{Draft, settle};
use super::{Said, Times};
use crate::understand::facts::{Doubt, Fact};
use crate::understand::piece::Piece;

/// What a chain of days is made of: its days, how each hangs on the one before, and its first mark.
struct Chain {
    moments: Vec<(Moment, Link)>,
    role: Role,
    between: bool,
}

/// Understands the marks together.
pub(super) fn compose(marks: &[Mark], pieces: &[Piece], today: NaiveDate) -> Times {
    let mut times = Times {
        used: used(marks, pieces),
        ..Times::default()
    };
    times.month = marks.iter().find_map(|mark| match mark.kind {
        Kind::Month(said) => Some(said),
        _ => None,
    });
    times.year = marks.iter().find_map(|mark| match mark.kind {
        Kind::Year(year) => Some(year),
        _ => None,
    });
    let mut context = Context {
        today,
        floor: today,
        after: today,
        month: None,
        week: None,
        bridge: None,
    };
    context.month = match times.month {
        Some(Said::Named(month, year)) => Some((month, year)),
        Some(said @ Said::Shift(_)) => Some((said.next(today).month, Some(said.next(today).year))),
        None => None,
    };
    let bare_weekday = |mark: &Mark| {
        matches!(
            mark.kind,
            Kind::Moment(Moment {
                day: Day::Weekday {
                    which: Which::Plain,
                    ..
                },
                ..
            })
        ) && mark.role != Role::Aside
    };
    context.week = marks
        .iter()
        .filter(|_| marks.iter().any(bare_weekday))
        .find_map(|mark| match mark.kind {
            Kind::Week(week) => Some(week),
            _ => None,
        });
    let mut drafts: Vec<Draft> = Vec::new();
    for chain in chains(marks) {
        if matches!(chain.role, Role::Aside | Role::Back | Role::Except) {
            remember_month(&chain, &mut context);
            continue;
        }
        if chain.role == Role::Every {
            times.doubts.push(Doubt {
                fact: Fact::Period,
                candidates: Vec::new(),
            });
            continue;
        }
        spans(&chain, &mut context, &mut drafts);
        remember_month(&chain, &mut context);
    }
    if drafts.is_empty() && context.week.is_none() {
        weeks(marks, today, &mut drafts, &mut times.doubts);
    }
    settle(drafts, marks, pieces, context, times)
}

fn used(marks: &[Mark], pieces: &[Piece]) -> Vec<bool> {
    (0..pieces.len())
        .map(|at| marks.iter().any(|mark| (mark.from..mark.to).contains(&at)))
        .collect()
}

/// A month named once holds for the days that follow it.
fn remember_month(chain: &Chain, context: &mut Context) {
    for (moment, _) in &chain.moments {
        if let Day::Numbered {
            month: Some(month),
            year,
            ..
        } = moment.day
        {
            context.month = Some((month, year));
        }
    }
}

fn chains(marks: &[Mark]) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    let mut open = false;
    for mark in marks {
        let Kind::Moment(moment) = mark.kind else {
            open = false;
            continue;
        };
        let joined = open && mark.link != Link::Apart && matches!(mark.role, Role::Plain | Role::Until);
        match chains.last_mut() {
            Some(chain) if joined => {
                let link = if mark.role == Role::Until {
                    Link::To
                } else {
                    mark.link
                };
                chain.moments.push((moment, link));
            }
            _ => chains.push(Chain {
                moments: vec![(moment, Link::Apart)],
                role: mark.role,
                between: mark.between,
            }),
        }
        open = true;
    }
    chains.iter_mut().for_each(share);
    chains
}

/// "lundi et mardi de la semaine prochaine", "16 et 17 mars": what is said once, at the end, holds for all.
fn share(chain: &mut Chain) {
    let mut later: Option<Day> = None;
    for (moment, _) in chain.moments.iter_mut().rev() {
        match (&mut moment.day, later) {
            (
                Day::Weekday {
                    weekday,
                    which: which @ Which::Plain,
                },
                Some(Day::Weekday {
                    weekday: other,
                    which: shared @ (Which::Next | Which::OfWeek(_) | Which::Later(_)),
                }),
            ) if *weekday < other => *which = shared,
            (
                Day::Numbered {
                    day,
                    month: month @ None,
                    year,
                    ..
                },
                Some(Day::Numbered {
                    day: other,
                    month: Some(shared),
                    year: shared_year,
                    ..
                }),
            ) => {
                let before = *day > other;
                *month = Some(if !before {
                    shared
                } else if shared == 1 {
                    12
                } else {
                    shared - 1
                });
                *year = shared_year.map(|year| year - i32::from(before && shared == 1));
            }
            _ => {}
        }
        later = Some(moment.day);
    }
}

/// The periods of one chain.
fn spans(chain: &Chain, context: &mut Context, drafts: &mut Vec<Draft>) {
    let first = drafts.len();
    (context.floor, context.after) = (context.today, context.bridge.unwrap_or(context.today));
    let mut either: Vec<NaiveDate> = Vec::new();
    for (moment, link) in &chain.moments {
        let dates = resolve::dates(*moment, *context);
        let last = drafts.get_mut(first..).and_then(<[Draft]>::last_mut);
        match (link, last) {
            (Link::To, Some(draft)) if !draft.range => {
                let start = draft.start.first().copied().unwrap_or(context.today);
                let ends: Vec<NaiveDate> = dates.iter().copied().filter(|end| *end >= start).collect();
                draft.end = if ends.is_empty() { dates } else { ends };
                draft.range = true;
                draft.last_part = moment.part;
                if chain.between && chain.moments.iter().all(|(m, _)| matches!(m.day, Day::Fixed(_))) {
                    draft.exclusive = true;
                }
            }
            (Link::And, Some(draft)) if chain.between && !draft.range => {
                draft.range = true;
                draft.exclusive = chain.moments.iter().all(|(m, _)| matches!(m.day, Day::Fixed(_)));
                draft.end = dates;
                draft.last_part = moment.part;
            }
            (Link::Or, Some(draft)) => {
                either.append(&mut draft.start);
                either.extend(&dates);
                draft.start.clone_from(&either);
                draft.end.clone_from(&either);
            }
            _ => drafts.push(Draft::day(
                &dates,
                moment.part,
                chain.role,
                moment.day == Day::Impossible,
            )),
        }
        let draft = drafts.last();
        let latest = draft
            .and_then(|draft| draft.end.first().or(draft.start.first()))
            .copied();
        if let Some(latest) = latest.filter(|_| !matches!(moment.day, Day::Numbered { year: Some(_), .. })) {
            context.after = context.after.max(latest);
            context.floor = context.floor.max(latest);
            // "le pont de l'Ascension, le vendredi": the weekday is the bridge itself.
            context.bridge = latest.pred_opt().filter(|_| moment.bridge).or(context.bridge);
        } else if let Some(latest) = latest {
            (context.after, context.floor) = (latest, latest);
        }
    }
}

/// Weeks and weekends, when no day is named.
fn weeks(marks: &[Mark], today: NaiveDate, drafts: &mut Vec<Draft>, doubts: &mut Vec<Doubt>) {
    use chrono::Datelike;
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
                let saturday = resolve::on_or_after(today, 6);
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
    use chrono::{Datelike, Weekday};
    let year = today.iso_week().year();
    (year..=year + 1)
        .filter_map(|year| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon))
        .find(|monday| plus(*monday, 4).is_some_and(|friday| friday >= today))
}

impl Draft {
    fn day(dates: &[NaiveDate], part: Option<Part>, role: Role, impossible: bool) -> Self {
        let (start, end) = match role {
            Role::Until => (Vec::new(), dates.to_vec()),
            Role::From => (dates.to_vec(), Vec::new()),
            _ => (dates.to_vec(), dates.to_vec()),
        };
        let (first_part, last_part) = if role == Role::Until {
            (None, part)
        } else {
            (part, None)
        };
        Self {
            start,
            end,
            first_part,
            last_part,
            role,
            impossible,
            ..Self::default()
        }
    }

    fn week(start: NaiveDate, end: NaiveDate) -> Self {
        Self {
            start: vec![start],
            end: vec![end],
            week: true,
            ..Self::default()
        }
    }
}
