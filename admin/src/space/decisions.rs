//! Leave that waits for this supervisor's decision (LV2): validated, or refused with a reason.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use guichet_core::{
    kernel::line::Line,
    leave::{self, Verdict},
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Failure, Visit, page};

#[derive(Template)]
#[template(path = "space/decisions.html")]
struct Page<'a> {
    v: &'a Visit,
    waiting: Vec<(i64, Line)>,
}

pub(super) async fn show(v: Visit) -> Answer {
    // Each request shown is logged as seen, before it is shown.
    let mut me = v.writing().await?;
    let waiting = leave::waiting(&mut me.work, me.agent.id).await?;
    me.work.save().await?;
    let waiting = waiting
        .iter()
        .map(|one| (one.number, leave::request_line("leave-waiting-item", one)))
        .collect();
    page(&Page { v: &me.v, waiting })
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
