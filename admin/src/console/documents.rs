//! Requests for documents (CO4): the queue of an HR officer, the most urgent first; a request, answered by a PDF, a refusal
//! or a question.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{self, DefaultBodyLimit, Path, Query},
    response::{IntoResponse, Redirect},
};
use chrono::{DateTime, NaiveDate, Utc};
use guichet_core::{
    document::{self, Case, Request, RequestId, request_line},
    kernel::{house::House, line::Line},
};
use serde::Deserialize;

use super::queue::Age;
use crate::door::{Answer, Checked, Failure, Visit, WithFile, page, wrong};

#[derive(Template)]
#[template(path = "console/documents.html")]
struct List<'a> {
    v: &'a Visit,
    rows: Vec<Row>,
}

struct Row {
    request: Request,
    name: String,
    due: Due,
}

/// How a request stands towards the day that was promised.
struct Due {
    request: Request,
    today: NaiveDate,
    age: Age,
}

impl Due {
    fn of(request: &Request, now: DateTime<Utc>, today: NaiveDate) -> Self {
        Self {
            request: request.clone(),
            today,
            age: Age::of(request.opened_at, now),
        }
    }

    fn chip(&self) -> &'static str {
        match (
            self.request.is_overdue(self.today),
            self.request.due_on == self.today,
        ) {
            (true, _) => "bad",
            (false, true) => "warn",
            (false, false) => "good",
        }
    }

    fn said(&self, v: &Visit) -> String {
        let key = if self.request.is_overdue(self.today) {
            "console-documents-overdue"
        } else {
            "console-documents-due"
        };
        v.t1(key, "due", self.request.due_on)
    }

    fn age(&self, v: &Visit) -> String {
        v.t1("console-documents-age", "age", self.age.said(v))
    }
}

#[derive(Template)]
#[template(path = "console/document.html")]
struct Page<'a> {
    v: &'a Visit,
    case: Case,
    due: Due,
    /// Megabytes.
    most: i64,
    done: Option<String>,
    refused: Option<&'a Line>,
}

/// The largest form with a file: twice what a document may be, so that one somewhat too large is refused in words.
pub(super) fn longest(house: &Arc<House>) -> DefaultBodyLimit {
    DefaultBodyLimit::max(document::heaviest(&house.settings).saturating_mul(2))
}

pub(super) async fn list(v: Visit) -> Answer {
    let mut me = v.reading().await?;
    let (now, today) = (me.work.now(), me.work.today());
    let rows = document::queue(&mut me.work).await?.into_iter();
    let rows = rows.map(|(request, agent)| Row {
        due: Due::of(&request, now, today),
        name: agent.name(),
        request,
    });
    page(&List {
        rows: rows.collect(),
        v: &me.v,
    })
}

#[derive(Deserialize)]
pub(super) struct Done {
    done: Option<String>,
}

pub(super) async fn show(v: Visit, Path(id): Path<String>, Query(done): Query<Done>) -> Answer {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    render(v, id, done.done, None).await
}

async fn render(v: Visit, id: RequestId, done: Option<String>, refused: Option<&Line>) -> Answer {
    let mut me = v.reading().await?;
    let (now, today) = (me.work.now(), me.work.today());
    let case = match document::open(&mut me.work, id).await {
        Err(document::Error::NotOpen) => return Err(Failure::NotFound),
        case => case?,
    };
    let most = me.work.settings().document.max_megabytes;
    me.work.save().await?;
    let known = ["delivered", "refused", "asked"];
    page(&Page {
        v: &me.v,
        due: Due::of(&case.request, now, today),
        case,
        most,
        done: done.filter(|done| known.contains(&done.as_str())),
        refused,
    })
}

/// A refusal or a question, and its words.
#[derive(Deserialize)]
pub(super) struct Act {
    verb: String,
    text: String,
}

pub(super) async fn answer(v: Visit, Path(id): Path<String>, Checked(act): Checked<Act>) -> Answer {
    let id: RequestId = id.parse().map_err(|_| Failure::NotFound)?;
    let mut me = v.clone().writing().await?;
    let (done, result) = match act.verb.as_str() {
        "refuse" => ("refused", document::refuse(&mut me.work, id, &act.text).await),
        "ask" => ("asked", document::ask(&mut me.work, id, &act.text).await),
        _ => return Err(Failure::Garbled),
    };
    match result.map_err(Failure::from) {
        Ok(()) => {
            me.work.save().await?;
            Ok(Redirect::to(&format!("/documents/{id}?done={done}")).into_response())
        }
        Err(Failure::Refused(line)) => {
            drop(me);
            Ok(wrong(render(v, id, None, Some(&line)).await?))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn deliver(v: Visit, Path(id): Path<String>, request: extract::Request) -> Answer {
    let id: RequestId = id.parse().map_err(|_| Failure::NotFound)?;
    // A file is read for nobody but staff.
    let me = v.clone().reading().await?;
    let most = document::heaviest(me.work.settings());
    drop(me);
    let sent = WithFile::read(&v, request, most).await?;
    let mut me = v.clone().writing().await?;
    match document::deliver(&mut me.work, id, &sent.file.bytes)
        .await
        .map_err(Failure::from)
    {
        Ok(_) => {
            me.work.save().await?;
            Ok(Redirect::to(&format!("/documents/{id}?done=delivered")).into_response())
        }
        Err(Failure::Refused(line)) => {
            drop(me);
            Ok(wrong(render(v, id, None, Some(&line)).await?))
        }
        Err(failure) => Err(failure),
    }
}

impl List<'_> {
    fn name(&self, request: &Request) -> String {
        self.v.head(request.name.say(self.v.lang))
    }
}

impl Page<'_> {
    fn name(&self) -> String {
        self.v.head(self.case.request.name.say(self.v.lang))
    }

    fn said(&self, request: &Request) -> Line {
        request_line(request)
    }

    fn done_key(&self, done: &str) -> String {
        format!("console-documents-{done}")
    }
}
