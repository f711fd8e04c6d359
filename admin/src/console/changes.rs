//! Changes of records that wait for human resources, and one of them: what holds today beside what was declared (PR5).

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query},
    response::{IntoResponse, Redirect},
    routing::get,
};
use guichet_core::{
    kernel::line::{Line, Value},
    people::Agent,
    profile::{self, Change, ChangeId, Detail, Stage, Verdict},
};
use serde::Deserialize;

use super::queue::Age;
use crate::door::{Answer, Checked, Failure, Site, Visit, page, wrong};

/// Its pages.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/changes", get(list))
        .route("/changes/{id}", get(show).post(decide))
}

#[derive(Template)]
#[template(path = "console/changes.html")]
struct List<'a> {
    v: &'a Visit,
    rows: Vec<(Change, Agent, Age)>,
}

pub(super) async fn list(v: Visit) -> Answer {
    let mut me = v.reading().await?;
    let now = me.work.now();
    let queue = profile::queue(&mut me.work).await?;
    let rows = queue.into_iter().map(|(change, agent)| {
        let age = Age::of(change.declared_at, now);
        (change, agent, age)
    });
    page(&List {
        v: &me.v,
        rows: rows.collect(),
    })
}

#[derive(Template)]
#[template(path = "console/change.html")]
struct Page<'a> {
    v: &'a Visit,
    change: Change,
    agent: Agent,
    done: Option<String>,
    refused: Option<&'a Line>,
}

/// What was just decided, if anything.
#[derive(Deserialize)]
pub(super) struct After {
    #[serde(default)]
    done: String,
}

pub(super) async fn show(v: Visit, Path(id): Path<String>, Query(after): Query<After>) -> Answer {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    let done = ["validated", "refused"]
        .into_iter()
        .find(|done| *done == after.done);
    let done = done.map(|done| format!("console-change-done-{done}"));
    render(v, id, done, None).await
}

/// Shows the change. The look is logged before it is answered.
async fn render(v: Visit, id: ChangeId, done: Option<String>, refused: Option<&Line>) -> Answer {
    let mut me = v.reading().await?;
    let (change, agent) = profile::look(&mut me.work, id).await?;
    me.work.save().await?;
    page(&Page {
        v: &me.v,
        change,
        agent,
        done,
        refused,
    })
}

/// What is decided, and why.
#[derive(Deserialize)]
pub(super) struct Decision {
    verb: String,
    #[serde(default)]
    reason: String,
}

pub(super) async fn decide(v: Visit, Path(id): Path<String>, Checked(decision): Checked<Decision>) -> Answer {
    let id: ChangeId = id.parse().map_err(|_| Failure::NotFound)?;
    let verdict = match decision.verb.as_str() {
        "validate" => Verdict::Validate,
        "refuse" => Verdict::Refuse {
            reason: decision.reason,
        },
        _ => return Err(Failure::Garbled),
    };
    let mut me = v.clone().writing().await?;
    match profile::decide(&mut me.work, id, verdict).await {
        Ok(change) => {
            me.work.save().await?;
            Ok(Redirect::to(&format!("/changes/{id}?done={}", change.stage.as_str())).into_response())
        }
        Err(error) => match Failure::from(error) {
            Failure::Refused(line) => {
                drop(me);
                render(v, id, None, Some(&line)).await.map(wrong)
            }
            failure => Err(failure),
        },
    }
}

impl Page<'_> {
    /// As human resources read it.
    fn value(&self, detail: Option<&Detail>) -> String {
        let value = detail.map_or_else(|| Value::word("profile-none"), Detail::whole);
        self.v.t1("profile-plain", "value", value)
    }

    fn waits(&self) -> bool {
        self.change.stage == Stage::Confirmed
    }

    fn ended(&self) -> String {
        let stage = self.v.t(self.change.stage.key());
        self.v.t1("console-change-ended", "stage", stage)
    }
}
