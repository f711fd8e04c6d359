//! Durations, halves, returns and doubts: what remains to be said of the periods found.

use chrono::{Datelike, NaiveDate};
use guichet_core::leave::Half;

use super::around::{except, returns};
use super::draft::{Draft, drop_inside, join_open, merge_days};
use super::length::{LONGEST_DAYS, durations};
use super::mark::{Kind, Mark, Part, Role};
use super::resolve::Context;
use super::scan::MOST;
use super::{Span, Times};
use crate::understand::facts::{Doubt, Fact};
use crate::understand::piece::Piece;

/// A day passed this recently may be the one meant, although dates look forward.
const RECENT_DAYS: i64 = 60;

/// Makes the periods final.
pub(super) fn settle(
    mut drafts: Vec<Draft>,
    marks: &[Mark],
    pieces: &[Piece],
    context: Context,
    mut times: Times,
) -> Times {
    let whole = |mark: &Mark| match mark.kind {
        Kind::Part(part) => part == Part::Whole,
        Kind::Moment(moment) => moment.part == Some(Part::Whole),
        _ => false,
    };
    times.whole_day = marks.iter().any(whole);
    join_open(&mut drafts);
    drop_inside(&mut drafts);
    merge_days(&mut drafts);
    times.range = drafts.iter().any(|draft| draft.range);
    lone_parts(&mut drafts, marks, &mut times);
    let mut spans: Vec<Span> = Vec::new();
    for draft in &drafts {
        spans.push(closed(draft, &mut times.doubts, context.today));
    }
    durations(&mut spans, &drafts, marks, pieces, &mut times);
    returns(&mut spans, &drafts, marks, context, &mut times);
    except(&mut spans, marks, context, &mut times.doubts);
    check(&spans, &drafts, &mut times.doubts);
    // "la dernière semaine de mars, du 23 au 27" is told by its days.
    let told = |mark: &Mark| times.range && pieces.get(mark.from).is_some_and(|piece| piece.is("nth_week"));
    if marks.len() >= MOST || marks.iter().any(|mark| mark.kind == Kind::Vague && !told(mark)) {
        times.doubts.push(Doubt {
            fact: Fact::Period,
            candidates: Vec::new(),
        });
    }
    times.periods = spans;
    times
}

/// Halves and hours that stand apart from a day: "vendredi, je serai absent le matin".
fn lone_parts(drafts: &mut Vec<Draft>, marks: &[Mark], times: &mut Times) {
    for mark in marks {
        let (role, part) = match (mark.role, mark.kind) {
            (role, Kind::Part(part)) => (role, part),
            (Role::From, Kind::Hour(12..)) => (Role::From, Part::Afternoon),
            (Role::Until, Kind::Hour(..=13)) => (Role::Until, Part::Morning),
            (_, Kind::Hour(_)) => {
                times.doubts.push(Doubt {
                    fact: Fact::Half,
                    candidates: Vec::new(),
                });
                continue;
            }
            _ => continue,
        };
        if drafts.is_empty() {
            drafts.push(Draft {
                role: Role::Plain,
                ..Draft::default()
            });
        }
        let [draft] = drafts.as_mut_slice() else {
            times.doubts.push(Doubt {
                fact: Fact::Half,
                candidates: Vec::new(),
            });
            continue;
        };
        let single = !draft.range && !draft.week;
        match role {
            Role::Until => draft.last_part = Some(if part == Part::Noon { Part::Morning } else { part }),
            Role::From => draft.first_part = Some(if part == Part::Noon { Part::Afternoon } else { part }),
            _ if part == Part::Whole => {}
            // Morning and afternoon, said apart, are the whole day.
            _ if single && draft.first_part.is_some_and(|known| known != part) => {
                draft.first_part = Some(Part::Whole)
            }
            _ if single => draft.first_part = Some(part),
            _ => times.doubts.push(Doubt {
                fact: Fact::Half,
                candidates: Vec::new(),
            }),
        }
    }
}

/// Ends with one candidate are facts; with several, doubts.
fn closed(draft: &Draft, doubts: &mut Vec<Doubt>, today: NaiveDate) -> Span {
    let mut span = Span {
        start: None,
        end: None,
        start_half: None,
        end_half: None,
    };
    let mut doubt = |fact, candidates: &[NaiveDate]| {
        doubts.push(Doubt {
            fact,
            candidates: candidates.to_vec(),
        })
    };
    match (draft.start.as_slice(), draft.end.as_slice()) {
        ([start], [end]) => (span.start, span.end) = (Some(*start), Some(*end)),
        ([start], []) => span.start = Some(*start),
        ([], [end]) => span.end = Some(*end),
        ([start], ends) => {
            span.start = Some(*start);
            doubt(Fact::End, ends);
        }
        ([], _) if draft.impossible => doubt(Fact::Start, &[]),
        ([], []) => {}
        (starts, _) => doubt(Fact::Start, starts),
    }
    if draft.exclusive {
        doubt(
            Fact::Start,
            &span
                .start
                .and_then(|day| day.succ_opt())
                .into_iter()
                .chain(span.start)
                .collect::<Vec<_>>(),
        );
        doubt(
            Fact::End,
            &span
                .end
                .and_then(|day| day.pred_opt())
                .into_iter()
                .chain(span.end)
                .collect::<Vec<_>>(),
        );
        (span.start, span.end) = (
            span.start.and_then(|d| d.succ_opt()),
            span.end.and_then(|d| d.pred_opt()),
        );
    }
    // "le 2 mars", said on the 11th, looks forward to next year by our rule; the person may look back.
    if !draft.year_known
        && let Some(start) = span.start
        && let Some(past) = start.with_year(start.year() - 1)
        && past < today
        && (today - past).num_days() <= RECENT_DAYS
    {
        doubt(Fact::Start, &[start, past]);
        (span.start, span.end) = (None, None);
    }
    halves(draft, &mut span, &mut doubt);
    span
}

fn halves(draft: &Draft, span: &mut Span, doubt: &mut impl FnMut(Fact, &[NaiveDate])) {
    let several = draft.range || draft.week || draft.role == Role::From;
    match draft.first_part {
        Some(Part::Afternoon) => span.start_half = Some(Half::Pm),
        Some(Part::Noon) if several => span.start_half = Some(Half::Pm),
        Some(Part::Morning) if !several => span.end_half = Some(Half::Am),
        Some(Part::Noon) => doubt(Fact::Half, &[]),
        Some(Part::Evening) => {
            let next: Vec<NaiveDate> = span
                .start
                .and_then(|day| day.succ_opt())
                .into_iter()
                .chain(span.start)
                .collect();
            doubt(Fact::Start, &next);
        }
        _ => {}
    }
    if matches!(draft.last_part, Some(Part::Morning | Part::Noon)) {
        span.end_half = Some(Half::Am);
    }
}

/// What cannot be one or two periods is asked.
fn check(spans: &[Span], drafts: &[Draft], doubts: &mut Vec<Doubt>) {
    // "mon mariage est samedi, je pose vendredi": not every day named is a day of leave.
    let apart = match drafts {
        [one, other] => one.chain != other.chain && !(one.range && other.range),
        _ => false,
    };
    let too_long = |span: &Span| match (span.start, span.end) {
        (Some(start), Some(end)) => end < start || (end - start).num_days() > LONGEST_DAYS,
        _ => false,
    };
    let halved = |span: &Span| span.start == span.end && span.start_half.is_some() && span.end_half.is_some();
    if spans.iter().any(|span| too_long(span) || halved(span)) {
        let candidates = spans
            .iter()
            .flat_map(|span| [span.start, span.end])
            .flatten()
            .collect();
        doubts.push(Doubt {
            fact: Fact::Period,
            candidates,
        });
    }
    let open = drafts.len() > 1 && spans.iter().any(|span| span.closed().is_none());
    if spans.len() > 2 || open || apart {
        doubts.push(Doubt {
            fact: Fact::Period,
            candidates: spans.iter().filter_map(|span| span.start).collect(),
        });
    }
}
