//! Changes of records that wait for human resources, and one of them: what holds today beside what was declared (PR5).

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query},
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect},
    routing::{get, post},
};
use guichet_core::{
    kernel::line::{Line, Value},
    people::Agent,
    profile::{self, Change, ChangeId, Detail, Proof, Stage, Verdict},
};
use serde::Deserialize;

use super::queue::Age;
use crate::door::{Answer, Checked, Failure, Site, Visit, page, wrong};

/// Its pages.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/changes", get(list))
        .route("/changes/{id}", get(show).post(decide))
        .route("/changes/{id}/proof", post(proof))
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
    proof: Option<Proof>,
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
    let (change, agent, proof) = profile::look(&mut me.work, id).await?;
    me.work.save().await?;
    page(&Page {
        v: &me.v,
        change,
        agent,
        proof,
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

/// Nothing but the key of the visit.
#[derive(Deserialize)]
pub(super) struct Sent {}

/// The proof itself, as a file: a browser neither guesses what it is nor runs anything of it.
pub(super) async fn proof(v: Visit, Path(id): Path<String>, Checked(Sent {}): Checked<Sent>) -> Answer {
    let id: ChangeId = id.parse().map_err(|_| Failure::NotFound)?;
    let mut me = v.writing().await?;
    let (change, proof, content) = profile::proof(&mut me.work, id).await?;
    // On record first, handed out after.
    me.work.save().await?;
    let name = format!("{}-{}.{}", change.kind(), id, proof.format.as_str());
    let mut response = content.into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(proof.format.media_type()),
    );
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

/// What somebody sent may do nothing at all.
const SANDBOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

impl Page<'_> {
    /// Format and kibibytes, at least one.
    fn weight(&self, proof: &Proof) -> String {
        let args = [
            ("format", Value::from(proof.format.as_str().to_uppercase())),
            ("size", (proof.size / 1024).max(1).into()),
        ];
        let args = args.map(|(name, value)| (name.to_owned(), value)).into();
        self.v.say("console-change-proof-weight", &args)
    }

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
