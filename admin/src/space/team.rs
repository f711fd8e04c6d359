//! Who of one's team is away, month by month (LV7): day by day, so that it is read aloud, printed and seen on a phone as it is.

use askama::Template;
use axum::extract::Query;
use chrono::{Datelike, Months, NaiveDate};
use guichet_core::{
    kernel::line::{Line, Value},
    leave::{self, Away},
};
use serde::Deserialize;

use crate::door::{Answer, Failure, Visit, page};

#[derive(Template)]
#[template(path = "space/team.html")]
struct Page<'a> {
    v: &'a Visit,
    month: Line,
    before: Option<String>,
    after: Option<String>,
    days: Vec<Day>,
}

/// A day on which somebody is away.
struct Day {
    date: Line,
    /// How many, of those whose leave is granted.
    count: usize,
    away: Vec<Line>,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    month: String,
}

pub(super) async fn show(v: Visit, Query(asked): Query<Asked>) -> Answer {
    // The look is logged before it is shown.
    let mut me = v.reading().await?;
    let first = match asked.month.as_str() {
        "" => me.work.today().with_day(1),
        month => format!("{month}-01").parse::<NaiveDate>().ok(),
    };
    let first = first.filter(|first| (2000..=2100).contains(&first.year()));
    let first = first.ok_or(Failure::Garbled)?;
    let next = first.checked_add_months(Months::new(1));
    let last = next.and_then(|next| next.pred_opt()).unwrap_or(first);
    let away = leave::team(&mut me.work, first, last).await?;
    me.work.save().await?;
    let name = |month: Option<NaiveDate>| month.map(|month| month.format("%Y-%m").to_string());
    let days = first.iter_days().take_while(|day| *day <= last);
    page(&Page {
        v: &me.v,
        month: Line::personal("space-team-month").arg("month", Value::Month(first)),
        before: name(first.checked_sub_months(Months::new(1))),
        after: name(next),
        days: days.filter_map(|day| on(day, &away)).collect(),
    })
}

fn on(day: NaiveDate, away: &[Away]) -> Option<Day> {
    let there: Vec<&Away> = away.iter().filter(|one| one.on(day).is_some()).collect();
    (!there.is_empty()).then(|| Day {
        date: Line::personal("space-team-day").arg("day", day),
        count: there.iter().filter(|one| !one.waits).count(),
        away: there
            .iter()
            .filter_map(|one| leave::away_line(one, day))
            .collect(),
    })
}
