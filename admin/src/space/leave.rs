//! My leave: balances, and every request with where it stands. What is not validated is not granted, and says so.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use guichet_core::{
    kernel::line::Line,
    leave::{self, Stage},
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Visit, page};

#[derive(Template)]
#[template(path = "space/leave.html")]
struct Page<'a> {
    v: &'a Visit,
    balances: Line,
    requests: Vec<Row>,
}

/// A request, as the list shows it.
struct Row {
    number: i64,
    stage: Stage,
    line: Line,
}

impl Row {
    fn is_open(&self) -> bool {
        self.stage == Stage::Submitted
    }

    fn word(&self) -> String {
        format!("space-leave-{}", self.stage)
    }

    fn chip(&self) -> &'static str {
        match self.stage {
            Stage::Submitted => "warn",
            Stage::Validated => "good",
            Stage::Refused | Stage::Lapsed => "bad",
            Stage::Withdrawn => "",
        }
    }
}

pub(super) async fn show(v: Visit) -> Answer {
    let mut me = v.reading().await?;
    let agent = me.agent.id;
    let today = me.work.today();
    let balances = leave::balance_line(&leave::balance(&mut me.work, agent).await?, today);
    let requests = leave::mine(&mut me.work, agent).await?;
    let requests = requests
        .iter()
        .map(|request| Row {
            number: request.number,
            stage: request.stage,
            line: leave::request_line(&format!("leave-list-{}", request.stage), request),
        })
        .collect();
    page(&Page {
        v: &me.v,
        balances,
        requests,
    })
}

#[derive(Deserialize)]
pub(super) struct Which {
    number: i64,
}

pub(super) async fn withdraw(v: Visit, Checked(which): Checked<Which>) -> Answer {
    let mut me = v.writing().await?;
    leave::withdraw(&mut me.work, which.number).await?;
    me.work.save().await?;
    Ok(Redirect::to("/leave").into_response())
}
