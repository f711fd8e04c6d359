//! Home: what stands in the agent's way and who can lift it, how the two accounts stand, the requests under way.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use guichet_core::{
    account::Circuit,
    diagnosis::{self, Finding, Next},
    ticket::{self, Status, Ticket},
};
use serde::Deserialize;

use crate::{
    accounts::{self, Account},
    door::{Answer, Checked, Failure, Visit, page},
};

#[derive(Template)]
#[template(path = "space/home.html")]
struct Page<'a> {
    v: &'a Visit,
    given_name: &'a str,
    findings: Vec<Finding>,
    accounts: Vec<Account>,
    tickets: Vec<Ticket>,
}

pub(super) async fn show(v: Visit) -> Answer {
    let mut me = v.reading().await?;
    let findings = diagnosis::of(&mut me.work, me.agent.id).await?.findings;
    let accounts = accounts::of(&mut me.work, &me.agent).await?;
    let tickets = ticket::mine(&mut me.work).await?;
    page(&Page {
        v: &me.v,
        given_name: &me.agent.given_name,
        findings,
        accounts,
        tickets,
    })
}

#[derive(Deserialize)]
pub(super) struct Help {
    circuit: String,
}

/// Asks those who can lift what stands in the way.
pub(super) async fn ask_for_help(v: Visit, Checked(form): Checked<Help>) -> Answer {
    let circuit: Circuit = form.circuit.parse().map_err(|()| Failure::Garbled)?;
    let mut me = v.writing().await?;
    diagnosis::request_help(&mut me.work, circuit).await?;
    me.work.save().await?;
    Ok(Redirect::to("/").into_response())
}

impl Page<'_> {
    fn can_ask(&self, finding: &Finding) -> bool {
        matches!(finding.next, Next::RequestUnlock | Next::RequestReactivation)
    }

    fn hint(&self, account: &Account) -> String {
        format!("space-home-hint-{}", account.circuit)
    }

    fn chip(&self, ticket: &Ticket) -> &'static str {
        match ticket.status {
            Status::Open => "warn",
            Status::Done => "good",
            Status::Refused => "bad",
        }
    }
}
