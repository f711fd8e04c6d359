//! How long a leave is, when people say so: the end that follows, or the doubt.

use chrono::{Datelike, NaiveDate};
use guichet_core::leave::{Half, HalfDays};

use super::mark::{Kind, Mark, Role};
use super::resolve::plus;
use super::settle::Draft;
use super::{Span, Times};
use crate::understand::facts::{Doubt, Duration, Fact};
use crate::understand::piece::Piece;

/// Longer than this, an end was probably misread (two dates in the wrong order).
pub(super) const LONGEST_DAYS: i64 = 200;

/// Gives a period its end from the length said, or compares the two.
pub(super) fn durations(
    spans: &mut Vec<Span>,
    drafts: &[Draft],
    marks: &[Mark],
    pieces: &[Piece],
    times: &mut Times,
) {
    let said: Vec<(Duration, bool)> = marks
        .iter()
        .filter(|mark| mark.role != Role::Aside)
        .filter_map(|mark| match mark.kind {
            Kind::Duration(duration) => Some((duration, false)),
            Kind::Fortnight(duration) => Some((duration, true)),
            _ => None,
        })
        .collect();
    let [(duration, fortnight)] = said.as_slice() else {
        if said.len() > 1 {
            times.duration = said.first().map(|(duration, _)| *duration);
            times.doubts.push(Doubt {
                fact: Fact::Period,
                candidates: Vec::new(),
            });
        }
        return;
    };
    let family = ["type.paternity", "type.maternity", "type.adoption", "type.sick"];
    let calendar = pieces
        .iter()
        .any(|piece| family.iter().any(|concept| piece.is(concept)));
    let duration = match *duration {
        Duration::Working(HalfDays(halves)) if calendar && halves > 2 => {
            Duration::Calendar(u32::try_from((halves + 1) / 2).unwrap_or(1))
        }
        Duration::Weeks(weeks) if calendar && *fortnight => Duration::Calendar(weeks * 7 + 1),
        other => other,
    };
    times.duration = Some(duration);
    let ([span], [draft]) = (spans.as_mut_slice(), drafts) else {
        if spans.len() > 1 && !spans.iter().all(|span| span.start == span.end) {
            times.doubts.push(Doubt {
                fact: Fact::Period,
                candidates: Vec::new(),
            });
        }
        return;
    };
    let Some(start) = span.start else { return };
    let end = end_of(start, span.start_half, duration);
    if draft.week {
        match (duration, end) {
            (Duration::Working(HalfDays(..10)), _) => {
                let days = (0..5).filter_map(|days| plus(start, days)).collect();
                *span = Span {
                    start: None,
                    end: None,
                    ..*span
                };
                times.doubts.push(Doubt {
                    fact: Fact::Start,
                    candidates: days,
                });
            }
            (_, Some((end, half))) => (span.end, span.end_half) = (Some(end), half),
            _ => {}
        }
    } else if draft.range {
        let matches = span.end.is_none_or(|end| agrees(start, end, duration));
        if !matches {
            times.doubts.push(Doubt {
                fact: Fact::End,
                candidates: span.end.into_iter().chain(end.map(|(end, _)| end)).collect(),
            });
        }
    } else if duration == Duration::Working(HalfDays(1)) {
        span.end = Some(start);
        times.half_missing = span.start_half.is_none() && span.end_half.is_none();
    } else if let Some((end, half)) = end.filter(|_| draft.role != Role::Until) {
        if span.end_half == Some(Half::Am) && duration != Duration::Working(HalfDays(2)) {
            times.doubts.push(Doubt {
                fact: Fact::Half,
                candidates: Vec::new(),
            });
        }
        (span.end, span.end_half) = (Some(end), half.or(span.end_half));
        if *fortnight && !calendar {
            let days = end_of(
                start,
                None,
                Duration::Working(HalfDays::days(if duration == Duration::Weeks(2) {
                    15
                } else {
                    8
                })),
            );
            let candidates = std::iter::once(end).chain(days.map(|(end, _)| end)).collect();
            times.doubts.push(Doubt {
                fact: Fact::End,
                candidates,
            });
        }
    }
}

/// The last day of so much time off, for someone who works from Monday to Friday.
fn end_of(
    start: NaiveDate,
    start_half: Option<Half>,
    duration: Duration,
) -> Option<(NaiveDate, Option<Half>)> {
    match duration {
        Duration::Calendar(days) => Some((plus(start, i64::from(days.max(1)) - 1)?, None)),
        Duration::Weeks(weeks) => {
            let last = plus(start, 7 * i64::from(weeks.max(1)) - 1)?;
            let over = last.weekday().number_from_monday().saturating_sub(5);
            Some((plus(last, -i64::from(over))?, None))
        }
        Duration::Working(HalfDays(halves)) => {
            let mut left = halves.clamp(1, 800) + i64::from(start_half.is_some());
            let mut day = start;
            loop {
                if day.weekday().number_from_monday() <= 5 {
                    if left <= 2 {
                        return Some((day, (left == 1).then_some(Half::Am)));
                    }
                    left -= 2;
                }
                day = day.succ_opt()?;
            }
        }
    }
}

/// True if a named period is as long as was said; holidays inside it may make up a difference.
fn agrees(start: NaiveDate, end: NaiveDate, duration: Duration) -> bool {
    let calendar = (end - start).num_days() + 1;
    let working = (0..calendar.min(LONGEST_DAYS))
        .filter_map(|days| plus(start, days))
        .filter(|day| day.weekday().number_from_monday() <= 5)
        .count();
    let working = i64::try_from(working).unwrap_or(i64::MAX);
    match duration {
        Duration::Calendar(days) => calendar == i64::from(days),
        Duration::Weeks(weeks) => (i64::from(weeks) * 7 - 3..=i64::from(weeks) * 7 + 2).contains(&calendar),
        Duration::Working(HalfDays(halves)) => {
            let days = (halves + 1) / 2;
            (working - 1..=working).contains(&days) || calendar == days
        }
    }
}
