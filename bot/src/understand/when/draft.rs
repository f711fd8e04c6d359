//! Periods in the making, and which of them belong together.

use chrono::NaiveDate;

use super::mark::{Part, Role};
use super::resolve::{monday, plus};

/// A period in the making: its ends may each be one of several days, or open.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub start: Vec<NaiveDate>,
    pub end: Vec<NaiveDate>,
    pub first_part: Option<Part>,
    pub last_part: Option<Part>,
    pub role: Role,
    /// Days said in one breath have the same number.
    pub chain: usize,
    /// Both ends were named.
    pub range: bool,
    /// The days between, without the ends.
    pub exclusive: bool,
    /// A whole week was named.
    pub week: bool,
    /// Written as a date, and none.
    pub impossible: bool,
    /// What was said tells the year of the start: nobody has to guess it.
    pub year_known: bool,
}

impl Draft {
    /// One day, or the end of a period of which the other is open.
    pub fn day(dates: &[NaiveDate], part: Option<Part>, role: Role, impossible: bool) -> Self {
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

    /// From Monday to Friday of the week that this day is in.
    pub fn week_of(day: NaiveDate) -> Option<Self> {
        let start = monday(0, day)?;
        Some(Self::week(start, plus(start, 4)?))
    }

    /// A period of whole days.
    pub fn week(start: NaiveDate, end: NaiveDate) -> Self {
        Self {
            start: vec![start],
            end: vec![end],
            week: true,
            ..Self::default()
        }
    }
}

/// "à partir de lundi … jusqu'à vendredi", in either order, with words between: two halves of one period.
pub(super) fn join_open(drafts: &mut Vec<Draft>) {
    let [first, second] = drafts.as_mut_slice() else {
        return;
    };
    let (from, until) = match (first.role, second.role) {
        (Role::Until, Role::From) => (second, first),
        (Role::From | Role::Plain, Role::Until) if !first.range && !first.week => (first, second),
        _ => return,
    };
    let ordered = match (from.start.as_slice(), until.end.as_slice()) {
        ([start], [end]) => start <= end,
        _ => false,
    };
    if ordered {
        let joined = Draft {
            end: until.end.clone(),
            last_part: until.last_part,
            range: true,
            ..from.clone()
        };
        *drafts = vec![joined];
    }
}

/// "Je me marie le 13, absence du 8 au 13": a day inside a named period, or said twice, is no period of its own.
pub(super) fn drop_inside(drafts: &mut Vec<Draft>) {
    let all = drafts.clone();
    let mut at = 0;
    drafts.retain(|draft| {
        let place = at;
        at += 1;
        let day = match (draft.range, draft.start.as_slice(), draft.end.as_slice()) {
            (false, [start], [end]) if start == end => *start,
            _ => return true,
        };
        let inside = |other: &Draft| match (other.start.as_slice(), other.end.as_slice()) {
            ([start], [end]) => other.range && (*start..=*end).contains(&day),
            _ => false,
        };
        let twice = all
            .iter()
            .take(place)
            .any(|other| other.start == draft.start && other.end == draft.end);
        !(twice || all.iter().any(inside))
    });
}

/// "jeudi et vendredi": days that follow each other are one period.
pub(super) fn merge_days(drafts: &mut Vec<Draft>) {
    let mut merged: Vec<Draft> = Vec::new();
    for draft in drafts.drain(..) {
        let joins = merged.last().is_some_and(|last: &Draft| {
            let follows = match (last.end.as_slice(), draft.start.as_slice()) {
                ([end], [start]) => end.succ_opt() == Some(*start),
                _ => false,
            };
            let open = |part: Option<Part>| matches!(part, None | Some(Part::Whole));
            let until_evening =
                open(last.last_part) && !matches!(last.first_part, Some(Part::Morning | Part::Noon));
            let from_morning = !matches!(
                draft.first_part,
                Some(Part::Afternoon | Part::Noon | Part::Evening)
            );
            follows
                && last.chain == draft.chain
                && !draft.range
                && !last.week
                && draft.role == Role::Plain
                && until_evening
                && from_morning
        });
        match merged.last_mut() {
            Some(last) if joins => {
                last.end = draft.end;
                last.last_part = draft.first_part;
                last.range = true;
            }
            _ => merged.push(draft),
        }
    }
    *drafts = merged;
}
