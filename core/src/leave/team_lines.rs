//! What is said of who is away.

use chrono::NaiveDate;

use super::period::{Half, HalfDay, Period};
use super::team::{Away, Shortage};
use crate::kernel::line::{Line, Value};

/// How many absences a message holds.
const SHOWN: usize = 20;

/// Who is away between two days.
pub fn team_line(away: &[Away], first: NaiveDate, last: NaiveDate) -> Line {
    let period = Period::new(HalfDay::am(first), HalfDay::pm(last.max(first)));
    let Ok(period) = period else {
        return Line::personal("leave-team-none");
    };
    if away.is_empty() {
        return Line::personal("leave-team-none").arg("period", &period);
    }
    let line = Line::personal("leave-team").arg("period", &period);
    let line = away.iter().take(SHOWN).fold(line, |line, one| {
        let who = phrase("leave-team-dates", &one.name, Some(&one.period));
        line.item(who_line(one, who))
    });
    match away.len().saturating_sub(SHOWN) {
        0 => line,
        more => {
            line.item(Line::personal("leave-team-more").arg("more", i64::try_from(more).unwrap_or(i64::MAX)))
        }
    }
}

/// One of those who are away on a day; `None`: they are not.
pub fn away_line(away: &Away, day: NaiveDate) -> Option<Line> {
    let part = away.on(day)?;
    let who = match (part.from().half, part.to().half) {
        (Half::Am, Half::Am) => phrase("leave-team-morning", &away.name, None),
        (Half::Pm, _) => phrase("leave-team-afternoon", &away.name, None),
        (Half::Am, Half::Pm) => Value::Text(away.name.clone()),
    };
    Some(who_line(away, who))
}

fn who_line(away: &Away, who: Value) -> Line {
    match away.kind {
        None => Line::personal("leave-team-who").arg("who", who),
        Some(kind) => {
            let key = if away.waits {
                "leave-team-who-waits"
            } else {
                "leave-team-who-kind"
            };
            Line::personal(key).arg("who", who).arg("kind", kind)
        }
    }
}

fn phrase(key: &str, name: &str, period: Option<&Period>) -> Value {
    let mut args = vec![("name".to_owned(), Value::Text(name.to_owned()))];
    args.extend(period.map(|period| ("period".to_owned(), period.into())));
    Value::Phrase(key.to_owned(), args)
}

/// To whoever decides: too few would be left.
pub fn shortage_line(shortage: &Shortage) -> Line {
    Line::personal("leave-short")
        .arg("day", shortage.day)
        .arg("present", shortage.present)
        .arg("members", shortage.members)
        .arg("minimum", shortage.minimum)
}
