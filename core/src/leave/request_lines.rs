//! What is said about one request: what it asks for, which dates, and which request it names.

use super::Request;
use super::model::{Asks, Stage};
use crate::kernel::line::{Line, Value};

/// A sentence about one request: number, name, days, kind, dates.
pub fn request_line(key: &str, request: &Request) -> Line {
    let supervisor = match &request.supervisor_name {
        Some(name) => Value::Text(name.clone()),
        None => Value::Word("leave-supervisor-unknown".to_owned()),
    };
    let line = Line::personal(key)
        .arg("number", request.number)
        .arg("name", request.name.as_str())
        .arg("days", asked_for(request))
        .arg("kind", request.kind)
        .arg("period", dated(request))
        .arg("supervisor", supervisor);
    match &request.reason {
        Some(reason) => line.arg("reason", reason.as_str()),
        None => line,
    }
}

/// "5 days", or "the cancellation of 5 days".
fn asked_for(request: &Request) -> Value {
    match request.asks {
        Asks::Leave => request.cost.into(),
        Asks::Cancel => phrase("leave-cancelled-days", vec![("days", request.cost.into())]),
    }
}

/// Its dates, and the request that it names.
fn dated(request: &Request) -> Value {
    let Some(old) = &request.replaces else {
        return (&request.period).into();
    };
    let key = match request.asks {
        Asks::Leave => "leave-period-instead",
        Asks::Cancel => "leave-period-of",
    };
    let period = ("period", (&request.period).into());
    phrase(
        key,
        vec![
            period,
            ("number", old.number.into()),
            ("old", (&old.period).into()),
        ],
    )
}

pub(super) fn phrase(key: &str, args: Vec<(&str, Value)>) -> Value {
    let args = args.into_iter().map(|(name, value)| (name.to_owned(), value));
    Value::Phrase(key.to_owned(), args.collect())
}

/// What is said of leave is not what is said of a cancellation.
pub(super) fn keyed(key: &str, request: &Request) -> String {
    match request.asks {
        Asks::Leave => key.to_owned(),
        Asks::Cancel => format!("{key}-cancel"),
    }
}

/// With a word on the granted leave that stands as long as this request is not validated.
pub(super) fn and_old(line: Line, request: &Request) -> Line {
    match request.granted_before() {
        Some(old) => line.item(Line::personal("leave-old-stands").arg("number", old.number)),
        None => line,
    }
}

/// To the agent: the request as it was sent.
pub fn requested_line(request: &Request) -> Line {
    and_old(request_line("leave-requested", request), request)
}

/// To the agent: the request as it was taken back.
pub fn withdrawn_line(request: &Request) -> Line {
    and_old(request_line("leave-withdrawn", request), request)
}

/// One of the agent's own requests, with where it stands.
pub fn standing_line(request: &Request) -> Line {
    let key = format!("leave-list-{}", request.stage);
    let lapsed = request.stage == Stage::Lapsed;
    request_line(&if lapsed { keyed(&key, request) } else { key }, request)
}
