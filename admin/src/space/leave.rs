//! My leave: balances, and every request with where it stands. What is not validated is not granted, and says so.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use guichet_core::{
    kernel::line::Line,
    leave::{self, Asks, Stage},
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Visit, page};

#[derive(Template)]
#[template(path = "space/leave.html")]
struct Page<'a> {
    v: &'a Visit,
    balances: Line,
    explained: Vec<Line>,
    requests: Vec<Row>,
}

/// A request, as the list shows it.
struct Row {
    number: i64,
    stage: Stage,
    line: Line,
    /// What was done about it while nobody decided.
    traces: Vec<Line>,
    /// Granted leave that has not begun: its cancellation can be asked for.
    to_come: bool,
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
            Stage::Withdrawn | Stage::Replaced | Stage::Cancelled => "",
        }
    }
}

pub(super) async fn show(v: Visit) -> Answer {
    let mut me = v.reading().await?;
    let agent = me.agent.id;
    let today = me.work.today();
    let balances = leave::balance_line(&leave::balance(&mut me.work, agent).await?, today);
    let explained = leave::explain(&mut me.work, agent).await?;
    let explained = if explained.is_empty() {
        vec![]
    } else {
        leave::explained_lines(&explained)
    };
    let mut requests = vec![];
    for request in leave::mine(&mut me.work, agent).await? {
        let traces = leave::trace(&mut me.work, &request).await?;
        requests.push(Row {
            number: request.number,
            stage: request.stage,
            line: leave::standing_line(&request),
            to_come: request.stage == Stage::Validated
                && request.asks == Asks::Leave
                && request.period.from().date > today,
            traces: leave::trace_lines(&traces),
        });
    }
    page(&Page {
        v: &me.v,
        balances,
        explained,
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

pub(super) async fn cancel(v: Visit, Checked(which): Checked<Which>) -> Answer {
    let mut me = v.writing().await?;
    leave::cancel(&mut me.work, which.number).await?;
    me.work.save().await?;
    Ok(Redirect::to("/leave").into_response())
}

pub(super) async fn remind(v: Visit, Checked(which): Checked<Which>) -> Answer {
    let mut me = v.writing().await?;
    leave::remind_decider(&mut me.work, which.number).await?;
    me.work.save().await?;
    Ok(Redirect::to("/leave").into_response())
}
