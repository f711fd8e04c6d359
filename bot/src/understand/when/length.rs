//! How long a leave is, when people say so: the end that follows, or the doubt.

use chrono::{Datelike, NaiveDate};
use guichet_core::leave::{Half, HalfDays};

use super::draft::Draft;
use super::mark::{Kind, Mark, Part, Role};
use super::resolve::plus;
use super::{Span, Times};
use crate::understand::facts::{Doubt, Duration, Fact};
use crate::understand::piece::Piece;

/// Longer than this, an end was probably misread (two dates in the wrong order).
pub(super) const LONGEST_DAYS: i64 = 200;

/// Gives a period its end from the length said, or compares the two.
pub(super) fn durations(
    spans: &mut [Span],
    drafts: &[Draft],
    marks: &[Mark],
    pieces: &[Piece],
    times: &mut Times,
) {
    let doubt = |times: &mut Times, fact, candidates| times.doubts.push(Doubt { fact, candidates });
    let said = said(marks);
    let Some((duration, fortnight)) = said.first().copied() else {
        return;
    };
    let calendar = ["type.paternity", "type.maternity", "type.adoption", "type.sick"]
        .iter()
        .any(|concept| pieces.iter().any(|piece| piece.is(concept)));
    let duration = if calendar {
        in_calendar_days(duration, fortnight)
    } else {
        duration
    };
    times.duration = Some(duration);
    if said.len() > 1 {
        return doubt(times, Fact::Period, Vec::new());
    }
    let ([span], [draft]) = (spans, drafts) else {
        if drafts.len() > 1 && drafts.iter().any(|draft| draft.range) {
            doubt(times, Fact::Period, Vec::new());
        }
        return;
    };
    let Some(start) = span.start else { return };
    let end = end_of(start, span.start_half, duration);
    if draft.week && shorter_than_a_week(duration) {
        (span.start, span.end) = (None, None);
        doubt(
            times,
            Fact::Start,
            (0..5).filter_map(|days| plus(start, days)).collect(),
        );
    } else if draft.range {
        if span.end.is_some_and(|named| !agrees(start, named, duration)) {
            doubt(
                times,
                Fact::End,
                span.end.into_iter().chain(end.map(|(end, _)| end)).collect(),
            );
        }
    } else if duration == Duration::Working(HalfDays(1)) {
        span.end = Some(start);
        times.half_missing = span.start_half.is_none() && span.end_half.is_none();
    } else if by_type(marks, pieces, duration) && draft.first_part.is_some() {
        // "un RTT vendredi après-midi" says which leave, not how much of it.
        times.duration = None;
    } else if draft.role != Role::From && draft.first_part.is_some_and(|part| part != Part::Whole) {
        // "jeudi après-midi, un RTT": half a day, or one from noon to noon.
        doubt(times, Fact::Half, Vec::new());
    } else if let Some((end, half)) = end.filter(|_| draft.role != Role::Until) {
        (span.end, span.end_half) = (Some(end), half);
        if fortnight && !calendar {
            let days = if duration == Duration::Weeks(2) { 15 } else { 8 };
            let other = end_of(start, None, Duration::Working(HalfDays::days(days)));
            doubt(
                times,
                Fact::End,
                std::iter::once(end).chain(other.map(|(end, _)| end)).collect(),
            );
        }
    }
}

/// True if the one day is said as "un RTT", "un CA".
fn by_type(marks: &[Mark], pieces: &[Piece], duration: Duration) -> bool {
    let length = marks.iter().find(|mark| matches!(mark.kind, Kind::Duration(_)));
    let unit = length.and_then(|mark| pieces.get(mark.to.checked_sub(1)?));
    duration == Duration::Working(HalfDays(2))
        && unit.is_some_and(|piece| piece.words == 1 && piece.of("type.").is_some())
}

/// The lengths said, and whether they are the colloquial "quinze jours".
fn said(marks: &[Mark]) -> Vec<(Duration, bool)> {
    let of_leave = marks.iter().filter(|mark| mark.role != Role::Aside);
    of_leave
        .filter_map(|mark| match mark.kind {
            Kind::Duration(duration) => Some((duration, false)),
            Kind::Fortnight(duration) => Some((duration, true)),
            _ => None,
        })
        .collect()
}

/// Family and sick leave count the days of the calendar.
fn in_calendar_days(duration: Duration, fortnight: bool) -> Duration {
    match duration {
        Duration::Working(HalfDays(halves @ 3..)) => {
            Duration::Calendar(u32::try_from((halves + 1) / 2).unwrap_or(1))
        }
        Duration::Weeks(weeks) if fortnight => Duration::Calendar(weeks * 7 + 1),
        other => other,
    }
}

fn shorter_than_a_week(duration: Duration) -> bool {
    matches!(duration, Duration::Working(HalfDays(..10)))
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
