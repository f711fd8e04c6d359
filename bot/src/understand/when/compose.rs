//! From the marks of a message to periods: which days are ends of a period, which are alternatives.

use chrono::NaiveDate;

use super::chain::{Chain, chains};
use super::draft::Draft;
use super::mark::{Day, Kind, Link, Mark, Moment, Role, Which};
use super::resolve::{self, Context};
use super::settle::settle;
use super::week::{overlooked, weeks};
use super::{Said, Times};
use crate::understand::facts::{Doubt, Fact};
use crate::understand::piece::Piece;

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
    let mut context = Context::on(today);
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
        ) && !matches!(mark.role, Role::Aside | Role::Back | Role::Except | Role::Every)
    };
    context.week = marks
        .iter()
        .filter(|_| marks.iter().any(bare_weekday))
        .find_map(|mark| match mark.kind {
            Kind::Week(week) => Some(week),
            _ => None,
        });
    let mut drafts: Vec<Draft> = Vec::new();
    for (number, chain) in chains(marks).into_iter().enumerate() {
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
        if chain.halves_unclear() {
            times.doubts.push(Doubt {
                fact: Fact::Half,
                candidates: Vec::new(),
            });
        }
        let known = drafts.len();
        spans(&chain, &mut context, &mut drafts);
        drafts
            .iter_mut()
            .skip(known)
            .for_each(|draft| draft.chain = number);
        remember_month(&chain, &mut context);
    }
    if drafts.is_empty() && context.week.is_none() {
        weeks(marks, today, &mut drafts, &mut times.doubts);
    } else if overlooked(marks, &drafts, today) {
        times.doubts.push(Doubt {
            fact: Fact::Period,
            candidates: Vec::new(),
        });
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

/// The dates of a day in its chain. In a list, days need not stand in order: what may lie before the day named
/// before it is looked for from today on, and asked when that makes a difference.
fn listed(moment: Moment, link: Link, context: Context) -> Vec<NaiveDate> {
    let mut dates = resolve::dates(moment, context);
    if matches!(link, Link::And | Link::Or) {
        let afresh = resolve::dates(
            moment,
            Context {
                floor: context.today,
                ..context
            },
        );
        match moment.day {
            Day::Numbered { month: Some(_), .. } => dates = afresh,
            Day::Numbered { .. } if dates != afresh => dates.extend(afresh),
            _ => {}
        }
    }
    dates
}

/// The periods of one chain.
fn spans(chain: &Chain, context: &mut Context, drafts: &mut Vec<Draft>) {
    let first = drafts.len();
    (context.floor, context.after) = (context.today, context.bridge.unwrap_or(context.today));
    let mut either: Vec<NaiveDate> = Vec::new();
    for (moment, link) in &chain.moments {
        let dates = listed(*moment, *link, *context);
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
            _ if chain.role == Role::WeekOf && chain.moments.len() == 1 => match dates.as_slice() {
                [day] => drafts.extend(Draft::week_of(*day)),
                _ => drafts.push(Draft {
                    start: dates.clone(),
                    end: dates.clone(),
                    ..Draft::default()
                }),
            },
            _ => drafts.push(Draft {
                year_known: moment.day.tells_year(context.month.and_then(|(_, year)| year)),
                ..Draft::day(&dates, moment.part, chain.role, dates.is_empty())
            }),
        }
        let draft = drafts.last();
        let latest = draft
            .and_then(|draft| draft.end.first().or(draft.start.first()))
            .copied();
        context.last = latest.or(context.last);
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
