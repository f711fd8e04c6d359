//! What is said about leave, to the agent and to the supervisor.

use super::Request;
use super::balance::Balance;
use super::count::{DayOff, Skipped};
use super::model::{HalfDays, Kind, Stage};
use super::period::{Half, Period};
use super::request::Preview;
use crate::kernel::line::{Line, Value};
use chrono::NaiveDate;

impl From<HalfDays> for Value {
    fn from(half_days: HalfDays) -> Self {
        Self::Days(half_days.0)
    }
}

impl From<&Period> for Value {
    /// Its dates in words, with the halves where they matter.
    fn from(period: &Period) -> Self {
        let (from, to) = (period.from(), period.to());
        let key = match (from.date == to.date, from.half, to.half) {
            (true, Half::Am, Half::Am) => "leave-period-morning",
            (true, Half::Pm, _) => "leave-period-afternoon",
            (true, Half::Am, Half::Pm) => "leave-period-day",
            (false, Half::Am, Half::Pm) => "leave-period-days",
            (false, Half::Pm, Half::Pm) => "leave-period-from-noon",
            (false, Half::Am, Half::Am) => "leave-period-until-noon",
            (false, Half::Pm, Half::Am) => "leave-period-noon-to-noon",
        };
        Self::Phrase(
            key.to_owned(),
            vec![
                ("from".to_owned(), from.date.into()),
                ("to".to_owned(), to.date.into()),
            ],
        )
    }
}

impl From<Kind> for Value {
    fn from(kind: Kind) -> Self {
        Self::Word(format!("leave-kind-{kind}"))
    }
}

/// The balances, year by year.
pub fn balance_line(balances: &[Balance], today: NaiveDate) -> Line {
    if balances.is_empty() {
        return Line::personal("leave-balance-none");
    }
    balances.iter().fold(
        Line::personal("leave-balance").arg("today", today),
        |line, balance| {
            line.item(
                Line::personal("leave-balance-item")
                    .arg("kind", Value::Word(format!("leave-kinds-{}", balance.kind)))
                    .arg("year", balance.year.to_string())
                    .arg("left", balance.left())
                    .arg("entitled", balance.entitled)
                    .arg("validated", balance.validated)
                    .arg("pending", balance.pending),
            )
        },
    )
}

/// What a request would do: days counted, days off met on the way, balances before and after, who decides.
pub fn preview_line(preview: &Preview) -> Line {
    let mut line = Line::personal("leave-preview")
        .arg("days", preview.count.cost)
        .arg("kind", preview.kind)
        .arg("period", &preview.period);
    for skipped in &preview.count.skipped {
        line = line.item(skipped_line(*skipped));
    }
    for left in &preview.left {
        line = line.item(
            Line::personal("leave-preview-left")
                .arg("kind", preview.kind)
                .arg("year", left.year.to_string())
                .arg("before", left.before)
                .arg("after", left.after),
        );
    }
    line.item(Line::personal("leave-preview-supervisor").arg("supervisor", preview.supervisor.as_str()))
}

pub(super) fn skipped_line(skipped: Skipped) -> Line {
    let why = match skipped.why {
        DayOff::Holiday(holiday) => holiday.key(),
        DayOff::Bridge => "leave-bridge",
    };
    Line::personal("leave-skipped")
        .arg("date", skipped.date)
        .arg("why", Value::Word(why.to_owned()))
}

/// A sentence about one request: number, name, days, kind, dates.
pub fn request_line(key: &str, request: &Request) -> Line {
    let supervisor = match &request.supervisor_name {
        Some(name) => Value::Text(name.clone()),
        None => Value::Word("leave-supervisor-unknown".to_owned()),
    };
    let line = Line::personal(key)
        .arg("number", request.number)
        .arg("name", request.name.as_str())
        .arg("days", request.cost)
        .arg("kind", request.kind)
        .arg("period", &request.period)
        .arg("supervisor", supervisor);
    match &request.reason {
        Some(reason) => line.arg("reason", reason.as_str()),
        None => line,
    }
}

/// The agent's own requests, each with where it stands.
pub fn list_line(requests: &[Request]) -> Line {
    if requests.is_empty() {
        return Line::personal("leave-list-none");
    }
    requests
        .iter()
        .fold(Line::personal("leave-list"), |line, request| {
            line.item(request_line(&format!("leave-list-{}", request.stage), request))
        })
}

/// The requests that wait for a supervisor's decision.
pub fn waiting_line(requests: &[Request]) -> Line {
    if requests.is_empty() {
        return Line::personal("leave-waiting-none");
    }
    requests
        .iter()
        .fold(Line::personal("leave-waiting"), |line, request| {
            line.item(request_line("leave-waiting-item", request))
        })
}

/// To the supervisor: a request to decide on, with the two answers.
pub(super) fn asked(request: &Request) -> Line {
    to_decide(request_line("leave-asked", request), request.number).urgent()
}

/// To the supervisor: what was decided, and how to take it back for some minutes.
pub fn decision_line(request: &Request, minutes: i64) -> Line {
    request_line(&format!("leave-decided-{}", request.stage), request)
        .item(Line::personal("leave-can-be-undone").arg("minutes", minutes))
        .choice(format!("leave.undo:{}", request.number), "leave-choice-undo")
}

/// To the supervisor: the request waits again, with the two answers.
pub fn undone_line(request: &Request) -> Line {
    to_decide(request_line("leave-undone", request), request.number)
}

fn to_decide(line: Line, number: i64) -> Line {
    line.choice(format!("leave.validate:{number}"), "leave-choice-validate")
        .choice(format!("leave.refuse:{number}"), "leave-choice-refuse")
}

/// To the agent: the decision, and for how many minutes it may still be taken back.
pub(super) fn decided(request: &Request, minutes: i64) -> Line {
    let key = if request.stage == Stage::Validated {
        "leave-told-validated"
    } else {
        "leave-told-refused"
    };
    let may_change = Line::personal("leave-told-may-change").arg("minutes", minutes);
    request_line(key, request).item(may_change).urgent()
}

/// To the agent: the decision was taken back.
pub(super) fn undone(request: &Request) -> Line {
    request_line("leave-told-undone", request).urgent()
}

/// To the supervisor: nothing left to decide.
pub(super) fn withdrawn(request: &Request) -> Line {
    request_line("leave-told-withdrawn", request)
}
