//! What is said about leave, to the agent and to the supervisor.

use super::Request;
use super::balance::Balance;
use super::count::{DayOff, Skipped};
use super::delegate::Delegation;
use super::explain::Explained;
use super::model::{HalfDays, Kind, Stage};
use super::period::{Half, Period};
use super::request::Preview;
use super::request_lines::{and_old, keyed, phrase, request_line, standing_line};
use super::unvalidated::Trace;
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
    if let Some(less) = less(&preview.count.skipped) {
        line = line.item(
            Line::personal("leave-counted")
                .arg("days", preview.count.cost)
                .arg("scheduled", preview.count.scheduled)
                .arg("less", less),
        );
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

/// The days off met on the way as one phrase, if there are any: "8 May (Victory Day) and 14 May (Ascension Day)".
fn less(skipped: &[Skipped]) -> Option<Value> {
    let one = |skipped: &Skipped| {
        let (date, why) = (
            ("date", skipped.date.into()),
            ("why", Value::word(why(skipped.why))),
        );
        if skipped.spared == HalfDays::days(1) {
            phrase("leave-less-day", vec![date, why])
        } else {
            phrase(
                "leave-less-part",
                vec![date, why, ("days", skipped.spared.into())],
            )
        }
    };
    let (last, before) = skipped.split_last()?;
    let before = before
        .iter()
        .map(one)
        .reduce(|before, next| phrase("leave-less-comma", vec![("before", before), ("next", next)]));
    Some(match before {
        None => one(last),
        Some(before) => phrase("leave-less-and", vec![("before", before), ("last", one(last))]),
    })
}

const fn why(off: DayOff) -> &'static str {
    match off {
        DayOff::Holiday(holiday) => holiday.key(),
        DayOff::Bridge => "leave-bridge",
    }
}

/// Each balance line by line: what was given, what each request takes of it, what is left, and what becomes of that.
pub fn explained_lines(explained: &[Explained]) -> Vec<Line> {
    if explained.is_empty() {
        return vec![Line::personal("leave-balance-none")];
    }
    explained.iter().map(explained_line).collect()
}

fn explained_line(explained: &Explained) -> Line {
    let balance = &explained.balance;
    let kinds = || Value::Word(format!("leave-kinds-{}", balance.kind));
    let given = match &explained.rule {
        Some(rule) => Line::personal("leave-why-rule")
            .arg("weeks", rule.weeks)
            .arg("weekly", rule.weekly)
            .arg("source", rule.source),
        None => Line::personal("leave-why-recorded"),
    };
    let mut line = Line::personal("leave-why")
        .arg("kind", kinds())
        .arg("year", balance.year.to_string())
        .arg("left", balance.left())
        .item(given.arg("days", balance.entitled));
    for taking in &explained.takings {
        let key = format!("leave-why-{}", taking.stage);
        line = line.item(
            Line::personal(&key)
                .arg("days", taking.cost)
                .arg("number", taking.number)
                .arg("period", &taking.period),
        );
    }
    line = line.item(Line::personal("leave-why-left").arg("days", balance.left()));
    if let Some(split) = &explained.split {
        line = line.item(
            Line::personal("leave-why-split")
                .arg("taken", split.taken)
                .arg("days", HalfDays::days(split.days))
                .arg("year", split.credited.to_string()),
        );
    }
    match explained.until {
        Some(until) if balance.left() > HalfDays(0) => {
            line.item(Line::personal("leave-why-until").arg("until", until))
        }
        _ => line,
    }
}

/// One request with where it stands, and what was done about it while nobody decided.
pub fn looked_line(request: &Request, traces: &[Trace]) -> Line {
    let line = list_line(std::slice::from_ref(request));
    trace_lines(traces).into_iter().fold(line, Line::item)
}

/// What was done about a request while nobody decided, one line each.
pub fn trace_lines(traces: &[Trace]) -> Vec<Line> {
    let one =
        |trace: &Trace| Line::personal(&format!("leave-trace-{}", trace.deed.as_str())).arg("at", trace.at);
    traces.iter().map(one).collect()
}

/// To the applicant: leave starts in so many working days, and nobody has decided on it. One tap reminds the supervisor.
pub(super) fn unvalidated(request: &Request, working_days: i64) -> Line {
    request_line(&keyed("leave-told-unvalidated", request), request)
        .arg("working", working_days)
        .choice(format!("leave.remind:{}", request.number), "leave-choice-remind")
        .urgent()
}

/// To the applicant: nobody decided in time.
pub(super) fn lapsed(request: &Request) -> Line {
    and_old(
        request_line(&keyed("leave-told-lapsed", request), request),
        request,
    )
    .urgent()
}

/// To the supervisor: the applicant asks for a decision.
pub(super) fn chased(request: &Request) -> Line {
    to_decide(request_line("leave-chased", request), request.number).urgent()
}

pub(super) fn skipped_line(skipped: Skipped) -> Line {
    Line::personal("leave-skipped")
        .arg("date", skipped.date)
        .arg("why", Value::word(why(skipped.why)))
}

/// The agent's own requests, each with where it stands.
pub fn list_line(requests: &[Request]) -> Line {
    if requests.is_empty() {
        return Line::personal("leave-list-none");
    }
    requests
        .iter()
        .fold(Line::personal("leave-list"), |line, request| {
            line.item(standing_line(request))
        })
}

/// The requests that wait for a supervisor's decision: of the only one, both answers are offered; of several, one is chosen.
pub fn waiting_line(requests: &[Request]) -> Line {
    match requests {
        [] => Line::personal("leave-waiting-none"),
        [one] => to_decide(request_line("leave-asked", one), one.number),
        several => several
            .iter()
            .fold(Line::personal("leave-waiting"), |line, request| {
                let label = request_line("leave-waiting-item", request).args;
                let id = format!("leave.validate:{}", request.number);
                line.choice_with(id, "leave-waiting-item", label)
            }),
    }
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

/// To the agent: the decision, and for how many minutes it may still be taken back. `instead`: who decided, where that is not
/// the supervisor.
pub(super) fn decided(request: &Request, minutes: i64, instead: Option<String>) -> Line {
    let key = if request.stage == Stage::Validated {
        "leave-told-validated"
    } else {
        "leave-told-refused"
    };
    let line = request_line(&keyed(key, request), request).urgent();
    let line = if request.stage == Stage::Refused {
        and_old(line, request)
    } else {
        line
    };
    let may_change = |key| Line::personal(key).arg("minutes", minutes);
    match instead {
        None => line.item(may_change("leave-told-may-change")),
        Some(by) => {
            let supervisor = request.supervisor_name.clone().unwrap_or_default();
            let in_place = Line::personal("leave-told-in-place").arg("supervisor", supervisor);
            line.item(may_change("leave-told-may-change-in-place").arg("by", by.as_str()))
                .item(in_place.arg("by", by))
        }
    }
}

/// To the agent: the decision was taken back.
pub(super) fn undone(request: &Request) -> Line {
    request_line(&keyed("leave-told-undone", request), request).urgent()
}

/// To the next level: a request that nobody has decided on.
pub(super) fn escalated(request: &Request) -> Line {
    to_decide(request_line("leave-escalated", request), request.number).urgent()
}

/// To the applicant: who may decide now too.
pub(super) fn told_escalated(request: &Request, above: String) -> Line {
    request_line("leave-told-escalated", request).arg("above", above)
}

/// Who decides for whom, and when.
pub fn delegated(key: &str, from: String, delegation: &Delegation) -> Line {
    Line::personal(key)
        .arg("name", from)
        .arg("delegate", delegation.delegate_name.as_str())
        .arg("first", delegation.first)
        .arg("last", delegation.last)
}

/// To the supervisor: nothing left to decide.
pub(super) fn withdrawn(request: &Request) -> Line {
    request_line("leave-told-withdrawn", request)
}
