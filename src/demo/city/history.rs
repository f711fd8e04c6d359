//! Leave that the city's agents have taken: whole weeks at the usual times of the year.

use super::Agent;
use chrono::{Datelike, Duration, NaiveDate, Weekday};
use rand::{Rng, rngs::StdRng};

/// A leave that was asked for, validated and taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leave {
    /// Username.
    pub agent: String,
    /// A Monday.
    pub first: NaiveDate,
    /// The Friday of the same or a later week.
    pub last: NaiveDate,
    /// When it was asked for; it is validated on the next day.
    pub asked_on: NaiveDate,
}

/// When people leave: the ISO weeks in which it may begin, how many weeks, and how many in ten go.
const SEASONS: [(std::ops::RangeInclusive<u32>, i64, u32); 5] = [
    (8..=9, 1, 4),
    (16..=17, 1, 8),
    (28..=32, 2, 10),
    (43..=44, 1, 4),
    (51..=51, 1, 5),
];

/// What ended before `today`, of last year and of this one. At most three weeks a year, so that everybody has days left.
pub(super) fn draw(draw: &mut StdRng, agents: &[Agent], today: NaiveDate) -> Vec<Leave> {
    let mut all = Vec::new();
    for agent in agents {
        for year in [today.year() - 1, today.year()] {
            let mut weeks = 0;
            for (begins, length, often) in SEASONS {
                let (week, goes) = (draw.random_range(begins), draw.random_ratio(often, 10));
                let ahead = draw.random_range(25..60);
                let Some(first) = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon) else {
                    continue;
                };
                let last = first + Duration::days(7 * length - 3);
                if goes && weeks + length <= 3 && last < today {
                    weeks += length;
                    let asked_on = first - Duration::days(ahead);
                    all.push(Leave {
                        agent: agent.file.username.clone(),
                        first,
                        last,
                        asked_on,
                    });
                }
            }
        }
    }
    all.sort_by(|a, b| (a.asked_on, &a.agent).cmp(&(b.asked_on, &b.agent)));
    all
}
