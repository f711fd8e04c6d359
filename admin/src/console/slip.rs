//! A temporary password on a slip of paper (AC15): shown once, and stored by nobody.

use askama::Template;
use axum::extract::Path;
use guichet_core::{
    account::Circuit,
    kernel::{actor::Actor, secret::Secret},
    password::{self, IssueTemporary, Slip},
    people::{Agent, AgentId},
    policy::{self, Action},
};
use serde::Deserialize;

use super::agent::refused;
use crate::{
    accounts::Account,
    door::{Answer, Checked, Failure, Visit, page},
};

/// What the agent takes away on paper.
#[derive(Template)]
#[template(path = "console/slip.html")]
struct Page<'a> {
    v: &'a Visit,
    slip: Slip,
    drawn: Secret,
}

/// Who is given one, and why.
#[derive(Deserialize)]
pub(super) struct Wish {
    circuit: String,
    /// Present when the box is ticked.
    seen: Option<String>,
    reason: String,
}

/// The accounts for which the actor may issue one.
pub(super) fn may_issue(actor: &Actor, agent: &Agent, accounts: &[Account]) -> Vec<Circuit> {
    let issue = |account: &&Account| {
        let action = Action::IssueTemporary {
            agent: agent.id,
            department: agent.department,
            newcomer: account.newcomer,
        };
        policy::allow(actor, action).is_ok()
    };
    accounts
        .iter()
        .filter(issue)
        .map(|account| account.circuit)
        .collect()
}

pub(super) async fn issue(v: Visit, Path(id): Path<String>, Checked(wish): Checked<Wish>) -> Answer {
    let id: AgentId = id.parse().map_err(|_| Failure::NotFound)?;
    // Nobody but staff makes the house hash.
    drop(v.clone().reading().await?);
    // It is drawn and hashed before the unit of work that issues it.
    let (drawn, hashed) = password::draw_temporary(&v.site.house).await?;
    let mut me = v.clone().writing().await?;
    let wish = IssueTemporary {
        agent: id,
        circuit: wish.circuit.parse().map_err(|()| Failure::Garbled)?,
        seen: wish.seen.is_some(),
        reason: wish.reason,
    };
    match password::issue_temporary(&mut me.work, &wish, hashed).await {
        Ok(slip) => {
            me.work.save().await?;
            page(&Page {
                v: &me.v,
                slip,
                drawn,
            })
        }
        Err(error) => match error.into() {
            Failure::Refused(line) => {
                drop(me);
                refused(v, id, &line).await
            }
            failure => Err(failure),
        },
    }
}
