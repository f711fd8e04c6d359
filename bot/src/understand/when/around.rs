//! Days beside the leave: the return, and the exceptions.

use super::draft::Draft;
use super::mark::{Kind, Mark, Part, Role};
use super::resolve::{self, Context};
use super::{Span, Times};
use crate::understand::facts::{Doubt, Fact};
use guichet_core::leave::Half;

/// "je reviens le 12": the last day is the one before, unless it was named.
pub(super) fn returns(
    spans: &mut Vec<Span>,
    drafts: &[Draft],
    marks: &[Mark],
    context: Context,
    times: &mut Times,
) {
    let back = marks.iter().find_map(|mark| match (mark.role, mark.kind) {
        (Role::Back, Kind::Moment(moment)) => Some(moment),
        _ => None,
    });
    let Some(moment) = back else { return };
    let floor = spans
        .last()
        .and_then(|span| span.end.or(span.start))
        .unwrap_or(context.today);
    let month = context.month.filter(|_| spans.is_empty());
    let context = Context {
        floor,
        after: floor,
        month,
        ..context
    };
    let candidates = resolve::dates(moment, context);
    let [day] = candidates.as_slice() else {
        times.doubts.push(Doubt {
            fact: Fact::End,
            candidates,
        });
        return;
    };
    times.returns_on = Some(*day);
    let half_back = matches!(moment.part, Some(Part::Afternoon | Part::Noon));
    let (end, half) = if half_back {
        (Some(*day), Some(Half::Am))
    } else {
        (day.pred_opt(), None)
    };
    let named = drafts.last().is_some_and(|draft| draft.range || draft.week) || times.duration.is_some();
    match spans.last_mut() {
        Some(span) if named => {
            let near = span
                .end
                .is_some_and(|end| (1..=4).contains(&(*day - end).num_days()) || half_back && end == *day);
            if !near {
                times.doubts.push(Doubt {
                    fact: Fact::End,
                    candidates: span.end.into_iter().chain(end).collect(),
                });
            }
        }
        Some(span) => {
            span.end = end.filter(|end| span.start.is_none_or(|start| *end >= start));
            span.end_half = half;
        }
        None => spans.push(Span {
            start: None,
            end,
            start_half: None,
            end_half: half,
        }),
    }
}

/// "sauf le mercredi": the days before, and the days after.
pub(super) fn except(spans: &mut Vec<Span>, marks: &[Mark], context: Context, doubts: &mut Vec<Doubt>) {
    for mark in marks.iter().filter(|mark| mark.role == Role::Except) {
        let Kind::Moment(moment) = mark.kind else { continue };
        let whole = match spans.as_slice() {
            [
                Span {
                    start: Some(start),
                    end: Some(end),
                    start_half,
                    end_half,
                },
            ] => Some((*start, *end, *start_half, *end_half)),
            _ => None,
        };
        let Some((start, end, start_half, end_half)) = whole else {
            doubts.push(Doubt {
                fact: Fact::Period,
                candidates: Vec::new(),
            });
            continue;
        };
        let inside = Context {
            floor: start,
            after: start.pred_opt().unwrap_or(start),
            week: None,
            ..context
        };
        match resolve::dates(moment, inside).as_slice() {
            [day] if (start..=end).contains(day) && moment.part.is_none() => {
                let before = Span {
                    start: Some(start),
                    end: day.pred_opt(),
                    start_half,
                    end_half: None,
                };
                let after = Span {
                    start: day.succ_opt(),
                    end: Some(end),
                    start_half: None,
                    end_half,
                };
                *spans = [before, after]
                    .into_iter()
                    .filter(|span| span.start <= span.end)
                    .collect();
            }
            other => doubts.push(Doubt {
                fact: Fact::Period,
                candidates: other.to_vec(),
            }),
        }
    }
}
