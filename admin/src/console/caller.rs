//! Checking that it is the agent who calls (CO6): what for, by which way, and the code that they read out.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect},
};
use chrono::{DateTime, Utc};
use guichet_core::{
    kernel::line::Line,
    people::{self, Agent, AgentId, By, Check, CheckId},
    policy::{self, Act, Action},
    session::{self, CallerWay, Here},
    ticket,
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Failure, Signed, Visit, page, wrong};

#[derive(Template)]
#[template(path = "console/caller.html")]
struct Page<'a> {
    v: &'a Visit,
    agent: &'a Agent,
    acts: Vec<Act>,
    /// What is to be done, and by which ways a code may go for it.
    chosen: Option<(Act, Vec<CallerWay>)>,
    /// The actor may say that the agent was seen.
    vouches: bool,
    /// A code that this officer had sent waits for the agent to read it.
    awaited: Option<&'a Check>,
    /// Seen by somebody else, to be confirmed.
    seen: Vec<(&'a Check, String)>,
    /// Proved, for this officer.
    proved: Vec<(&'a Check, DateTime<Utc>, DateTime<Utc>)>,
    refused: Option<&'a Line>,
}

#[derive(Deserialize)]
pub(super) struct For {
    #[serde(default)]
    act: String,
}

pub(super) async fn show(v: Visit, Path(id): Path<String>, Query(wish): Query<For>) -> Answer {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    render(v.reading().await?, id, wish.act.parse().ok(), None).await
}

/// Shows the page. The look is logged before it is answered.
async fn render(mut me: Signed, id: AgentId, act: Option<Act>, refused: Option<&Line>) -> Answer {
    let work = &mut me.work;
    let agent = people::look(work, id).await?.ok_or(Failure::NotFound)?;
    let checks = people::checks(work, &agent).await?;
    let chosen = match act {
        Some(act) => Some((act, session::caller_ways(work, id, act).await?)),
        None => None,
    };
    let vouch = Action::VouchForCaller {
        agent: id,
        department: agent.department,
    };
    let vouches = policy::allow(work.actor(), vouch).is_ok();
    let own = me.agent.id;
    let awaited = checks
        .iter()
        .find(|check| check.waits() && check.by != By::Seen && check.officer == own);
    let mut seen = vec![];
    for check in &checks {
        if check.waits() && check.by == By::Seen && check.officer != own {
            let by = people::find(work, check.officer).await?;
            seen.push((check, by.map(|by| by.name()).unwrap_or_default()));
        }
    }
    let proved = checks
        .iter()
        .filter(|check| check.serves(own))
        .filter_map(|check| check.good.map(|(from, until)| (check, from, until)))
        .collect();
    let acts = Act::all()
        .into_iter()
        .filter(|act| act.asks_proof(agent.profile))
        .collect();
    me.work.save().await?;
    page(&Page {
        v: &me.v,
        agent: &agent,
        acts,
        chosen,
        vouches,
        awaited,
        seen,
        proved,
        refused,
    })
}

#[derive(Deserialize)]
pub(super) struct Form {
    verb: String,
    #[serde(default)]
    act: String,
    #[serde(default)]
    check: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    reason: String,
}

pub(super) async fn act(v: Visit, Path(id): Path<String>, Checked(form): Checked<Form>) -> Answer {
    let id: AgentId = id.parse().map_err(|_| Failure::NotFound)?;
    let act = form.act.parse::<Act>().ok();
    match done(v.clone(), id, act, &form).await {
        Ok(to) => Ok(Redirect::to(&to).into_response()),
        Err(Failure::Refused(line)) => render(v.reading().await?, id, act, Some(&line)).await.map(wrong),
        Err(failure) => Err(failure),
    }
}

/// Does it, and says where to go on.
async fn done(v: Visit, id: AgentId, act: Option<Act>, form: &Form) -> Result<String, Failure> {
    let check = || form.check.parse::<CheckId>().map_err(|_| Failure::Garbled);
    if form.verb == "confirm" {
        let here = Here {
            token: v.token.as_deref().ok_or(Failure::SignIn)?.to_owned(),
            site: v.site.face.of_session(),
            channel: v.channel,
            origin: v.origin(),
        };
        session::confirm_caller(&v.site.house, &here, check()?, &form.code).await?;
        return Ok(format!("/agents/{id}?done=verified"));
    }
    let mut me = v.writing().await?;
    let to = match (form.verb.as_str(), act) {
        ("second", _) => {
            ticket::second(&mut me.work, check()?, &form.reason).await?;
            format!("/agents/{id}/caller")
        }
        ("seen", Some(act)) => {
            ticket::vouch(&mut me.work, id, act, &form.reason).await?;
            format!("/agents/{id}/caller")
        }
        (by, Some(act)) => {
            let by: By = by.parse().map_err(|()| Failure::Garbled)?;
            ticket::call(&mut me.work, id, act, by).await?;
            format!("/agents/{id}/caller")
        }
        (_, None) => return Err(Failure::Garbled),
    };
    me.work.save().await?;
    Ok(to)
}

impl Page<'_> {
    /// What an act is called.
    fn named(&self, act: impl std::borrow::Borrow<Act>) -> String {
        self.v.label1("console-caller-act", "act", act.borrow().value())
    }

    fn is_chosen(&self, act: Act) -> bool {
        self.chosen.as_ref().is_some_and(|(chosen, _)| *chosen == act)
    }

    fn by(&self, way: &CallerWay) -> String {
        let key = match way.by {
            By::Chat => "console-caller-by-chat",
            By::Sms | By::Seen => "console-caller-by-sms",
        };
        self.v.t1(key, "shown", way.shown.as_str())
    }

    /// Between which instants it may be done.
    fn when(&self, from: &DateTime<Utc>, until: &DateTime<Utc>) -> String {
        let key = if *from > self.v.site.house.clock.now() {
            "console-caller-held"
        } else {
            "console-caller-good"
        };
        let args = vec![("from".into(), (*from).into()), ("until".into(), (*until).into())];
        self.v.say(key, &args)
    }
}
