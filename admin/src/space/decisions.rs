//! Leave that waits for this supervisor's decision (LV2): validated, or refused with a reason.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use guichet_core::{
    kernel::line::Line,
    leave::{self, Delegation, DelegationId, Request, Verdict},
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Failure, Visit, page};

#[derive(Template)]
#[template(path = "space/decisions.html")]
struct Page<'a> {
    v: &'a Visit,
    /// Each with a warning where too few would be left.
    waiting: Vec<(i64, Line, Option<Line>)>,
    /// Fresh decisions of one's own.
    undoable: Vec<(i64, Line)>,
    minutes: i64,
    delegations: Vec<(Delegation, Line)>,
}

pub(super) async fn show(v: Visit) -> Answer {
    // Each request shown is logged as seen, before it is shown.
    let mut me = v.writing().await?;
    let waiting = leave::waiting(&mut me.work, me.agent.id).await?;
    let mut shown = vec![];
    for request in &waiting {
        let short = leave::shortage(&mut me.work, request).await?;
        let line = leave::request_line("leave-waiting-item", request);
        shown.push((request.number, line, short.as_ref().map(leave::shortage_line)));
    }
    let undoable = leave::undoable(&mut me.work, me.agent.id).await?;
    let minutes = me.work.settings().leave.undo_minutes;
    let delegations = leave::delegations(&mut me.work, me.agent.id).await?;
    me.work.save().await?;
    let delegations = delegations.into_iter().map(|one| {
        let line = leave::delegated("leave-delegation", me.agent.name(), &one);
        (one, line)
    });
    let decided = |one: &Request| format!("leave-decided-{}", one.stage);
    page(&Page {
        v: &me.v,
        waiting: shown,
        undoable: lines(&undoable, decided),
        minutes,
        delegations: delegations.collect(),
    })
}

fn lines(requests: &[Request], key: impl Fn(&Request) -> String) -> Vec<(i64, Line)> {
    let line = |one: &Request| (one.number, leave::request_line(&key(one), one));
    requests.iter().map(line).collect()
}

#[derive(Deserialize)]
pub(super) struct Decision {
    number: i64,
    verdict: String,
    reason: String,
}

pub(super) async fn decide(v: Visit, Checked(decision): Checked<Decision>) -> Answer {
    let verdict = match decision.verdict.as_str() {
        "validate" => Verdict::Validate,
        "refuse" => Verdict::Refuse {
            reason: decision.reason,
        },
        _ => return Err(Failure::Garbled),
    };
    let mut me = v.writing().await?;
    leave::decide(&mut me.work, decision.number, verdict).await?;
    me.work.save().await?;
    Ok(Redirect::to("/decisions").into_response())
}

#[derive(Deserialize)]
pub(super) struct Which {
    number: i64,
}

pub(super) async fn undo(v: Visit, Checked(which): Checked<Which>) -> Answer {
    let mut me = v.writing().await?;
    leave::undo(&mut me.work, which.number).await?;
    me.work.save().await?;
    Ok(Redirect::to("/decisions").into_response())
}

#[derive(Deserialize)]
pub(super) struct Handover {
    username: String,
    first: String,
    last: String,
}

pub(super) async fn delegate(v: Visit, Checked(form): Checked<Handover>) -> Answer {
    let (Ok(first), Ok(last)) = (form.first.parse(), form.last.parse()) else {
        return Err(Failure::Garbled);
    };
    let mut me = v.writing().await?;
    leave::delegate(&mut me.work, &form.username, first, last).await?;
    me.work.save().await?;
    Ok(Redirect::to("/decisions").into_response())
}

#[derive(Deserialize)]
pub(super) struct Ended {
    id: DelegationId,
}

pub(super) async fn end_delegation(v: Visit, Checked(form): Checked<Ended>) -> Answer {
    let mut me = v.writing().await?;
    leave::end_delegation(&mut me.work, form.id).await?;
    me.work.save().await?;
    Ok(Redirect::to("/decisions").into_response())
}
