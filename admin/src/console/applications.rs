//! What an agent may open from where, as the agent is told it; and IT's decisions about it, each with a reason (CH4, CH7).

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use guichet_core::{
    channel::{self, Answer, Application, Channel, Limit, Vpn, why_not},
    kernel::work::Work,
    people::{Agent, AgentId},
    policy::{self, Action},
    ticket,
};
use serde::Deserialize;

use crate::door::{Answer as Page, Checked, Failure, Visit};

/// The part of an agent's page about applications.
pub(super) struct Card {
    pub(super) rows: Vec<Row>,
    pub(super) vpn: Vpn,
    /// The actor may restrict and grant.
    pub(super) decides: bool,
}

/// One application: wherever, and on each channel.
pub(super) struct Row {
    pub(super) application: Application,
    pub(super) restricted: bool,
    pub(super) here: [Answer; 3],
}

/// Gathers the part about applications.
pub(super) async fn card(work: &mut Work, agent: &Agent) -> Result<Card, Failure> {
    let access = ticket::access(work, agent.id).await?;
    let catalogue = channel::catalogue(work).await?;
    let restrict = Action::RestrictApplication {
        agent: agent.id,
        department: agent.department,
    };
    let rows = catalogue.into_iter().map(|application| Row {
        restricted: access.restriction(&application).is_some(),
        here: Channel::ALL.map(|channel| why_not(&application, Some(channel), &access)),
        application,
    });
    Ok(Card {
        rows: rows.collect(),
        vpn: access.vpn.clone(),
        decides: policy::allow(work.actor(), restrict).is_ok(),
    })
}

/// What IT decides, and why.
#[derive(Deserialize)]
pub(super) struct Act {
    verb: String,
    #[serde(default)]
    application: String,
    #[serde(default)]
    limit: String,
    reason: String,
}

pub(super) async fn act(v: Visit, Path(id): Path<String>, Checked(act): Checked<Act>) -> Page {
    let id: AgentId = id.parse().map_err(|_| Failure::NotFound)?;
    let mut me = v.clone().writing().await?;
    match done(&mut me.work, id, &act).await {
        Ok(done) => {
            me.work.save().await?;
            Ok(Redirect::to(&format!("/agents/{id}?done={done}")).into_response())
        }
        Err(Failure::Refused(line)) => {
            drop(me);
            super::agent::refused(v, id, &line).await
        }
        Err(failure) => Err(failure),
    }
}

async fn done(work: &mut Work, agent: AgentId, act: &Act) -> Result<&'static str, Failure> {
    let (application, why) = (act.application.as_str(), act.reason.as_str());
    match act.verb.as_str() {
        "restrict" => {
            let limit: Limit = act.limit.parse().map_err(|()| Failure::Garbled)?;
            channel::restrict(work, agent, application, limit, why).await?;
            Ok("restricted")
        }
        "lift" => {
            channel::lift(work, agent, application, why).await?;
            Ok("lifted")
        }
        "allow_vpn" => {
            ticket::allow_vpn(work, agent, why).await?;
            Ok("granted")
        }
        "bar_vpn" => {
            channel::bar_vpn(work, agent, why).await?;
            Ok("barred")
        }
        _ => Err(Failure::Garbled),
    }
}

impl Card {
    pub(super) fn limits(&self) -> [Limit; 3] {
        Limit::ALL
    }

    pub(super) fn has_vpn(&self) -> bool {
        self.vpn == Vpn::Granted
    }

    /// The word key of how the VPN stands.
    pub(super) fn vpn_key(&self) -> &'static str {
        match self.vpn {
            Vpn::Granted => "console-vpn-granted",
            Vpn::Requested(_) => "console-vpn-requested",
            Vpn::Missing => "console-vpn-missing",
        }
    }
}
