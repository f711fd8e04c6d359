//! One agent (CO3): how the two accounts stand and why, what happened, and the few things that support may do about it,
//! each with a reason.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect},
};
use guichet_core::{
    account::{self, Circuit, Deactivate, Departure, Lift, Reactivated, Why},
    diagnosis::{self, Finding},
    factor::{self, Overview},
    kernel::{line::Line, work::Work},
    log, password,
    people::{self, Agent, AgentId},
    policy::{self, Action},
    session::{self, Issued, Session},
    ticket::{self, Kind, Status, Ticket, TicketId},
};
use serde::Deserialize;

use super::{
    applications::{self, Card},
    log::{Row, named},
    queue::Age,
    slip,
};
use crate::{
    accounts::{self, Account},
    door::{Answer, Checked, Failure, Signed, Visit, page, wrong},
};

#[derive(Template)]
#[template(path = "console/agent.html")]
struct Page<'a> {
    v: &'a Visit,
    agent: &'a Agent,
    findings: Vec<Finding>,
    accounts: Vec<Account>,
    tickets: Vec<(Ticket, Age)>,
    sessions: Vec<Session>,
    devices: i64,
    chat: Option<String>,
    timeline: Vec<Row>,
    applications: Card,
    /// Their second factors.
    factors: Overview,
    /// The actor may grant a second factor, and the agent may be granted one.
    may_grant: bool,
    /// The actor may lift locks and send links.
    supports: bool,
    /// The actor may give the agent a code that links a chat address.
    gives_code: bool,
    /// What the actor may deactivate an account for.
    closes: Vec<Why>,
    /// The actor may write down that the agent has left.
    dismisses: bool,
    /// The actor may check who calls.
    verifies: bool,
    /// A code just made, shown this once.
    code: Option<Issued>,
    /// The accounts for which the actor may issue a temporary password.
    issues: Vec<Circuit>,
    done: Option<String>,
    refused: Option<&'a Line>,
}

/// What was just done, if anything.
#[derive(Deserialize)]
pub(super) struct After {
    #[serde(default)]
    done: String,
}

pub(super) async fn show(v: Visit, Path(id): Path<String>, Query(after): Query<After>) -> Answer {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    let done = [
        "unlocked",
        "reactivated",
        "agreed",
        "reset",
        "sessions",
        "unlinked",
        "refused",
        "answered",
        "restricted",
        "lifted",
        "granted",
        "barred",
        "second-factor",
        "verified",
        "reset-factor",
        "number",
        "forced",
        "deactivated",
        "departed",
    ]
    .into_iter()
    .find(|done| *done == after.done)
    .map(|done| format!("console-done-{done}"));
    render(v.reading().await?, id, (done, None), None).await
}

/// Shows the agent. The look is logged before it is answered.
async fn render(
    mut me: Signed,
    id: AgentId,
    (done, code): (Option<String>, Option<Issued>),
    refused: Option<&Line>,
) -> Answer {
    let work = &mut me.work;
    let agent = people::look(work, id).await?.ok_or(Failure::NotFound)?;
    let findings = diagnosis::of(work, id).await?.findings;
    let accounts = accounts::of(work, &agent).await?;
    let now = work.now();
    let tickets = ticket::of(work, id).await?;
    let tickets = tickets
        .into_iter()
        .map(|ticket| (Age::of(ticket.opened_at, now), ticket));
    let tickets = tickets.map(|(age, ticket)| (ticket, age)).collect();
    let sessions = session::list(work, id).await?;
    let devices = session::count_known_devices(work, id).await?;
    let chat = people::chat_of(work, id).await?.map(|(address, _)| address);
    let unlock = Action::UnlockAccount {
        agent: id,
        department: agent.department,
    };
    let supports = policy::allow(work.actor(), unlock).is_ok();
    let applications = applications::card(work, &agent).await?;
    let give = Action::IssueLinkCode {
        agent: id,
        department: agent.department,
    };
    let gives_code = policy::allow(work.actor(), give).is_ok();
    let (closes, dismisses) = ends(work, &agent);
    let verify = Action::VerifyCaller {
        agent: id,
        department: agent.department,
    };
    let verifies = policy::allow(work.actor(), verify).is_ok();
    let factors = factor::overview(work, id).await?;
    let grant = Action::GrantSecondFactor {
        agent: id,
        department: agent.department,
    };
    let may_grant = !factors.may_have_app() && policy::allow(work.actor(), grant).is_ok();
    let issues = slip::may_issue(work.actor(), &agent, &accounts);
    let logged = log::about(work, id).await?;
    let timeline = named(&me.v, work, logged).await?;
    me.work.save().await?;
    let v = &me.v;
    page(&Page {
        v,
        agent: &agent,
        findings,
        accounts,
        tickets,
        sessions,
        devices,
        chat,
        timeline,
        applications,
        factors,
        may_grant,
        supports,
        gives_code,
        closes,
        dismisses,
        verifies,
        code,
        issues,
        done,
        refused,
    })
}

/// What the actor may deactivate an account for, and whether they may write down that the agent has left.
fn ends(work: &Work, agent: &Agent) -> (Vec<Why>, bool) {
    let (id, department) = (agent.id, agent.department);
    let may = |why: &Why| {
        let action = Action::DeactivateAccount {
            agent: id,
            department,
            why: *why,
        };
        policy::allow(work.actor(), action).is_ok()
    };
    let depart = Action::RecordDeparture {
        agent: id,
        department,
    };
    (
        Why::ALL.into_iter().filter(may).collect(),
        policy::allow(work.actor(), depart).is_ok(),
    )
}

/// What support does, and why.
#[derive(Deserialize)]
pub(super) struct Act {
    verb: String,
    #[serde(default)]
    circuit: String,
    #[serde(default)]
    ticket: String,
    /// What an account is deactivated for.
    #[serde(default)]
    why: String,
    /// A telephone number, or the agent's own number typed again.
    #[serde(default)]
    number: String,
    reason: String,
}

pub(super) async fn act(v: Visit, Path(id): Path<String>, Checked(act): Checked<Act>) -> Answer {
    let id: AgentId = id.parse().map_err(|_| Failure::NotFound)?;
    let mut me = v.clone().writing().await?;
    if act.verb == "link_code" {
        return give_code(me, v, id, &act.reason).await;
    }
    match done(&mut me.work, id, act).await {
        Ok(done) => {
            me.work.save().await?;
            Ok(Redirect::to(&format!("/agents/{id}?done={done}")).into_response())
        }
        Err(Failure::Refused(line)) => {
            // What was begun is taken back before the page is shown again with what stands in the way.
            drop(me);
            refused(v, id, &line).await
        }
        Err(failure) => Err(failure),
    }
}

/// The page again, with what stands in the way.
pub(super) async fn refused(v: Visit, id: AgentId, line: &Line) -> Answer {
    let mut line = line.clone();
    if line.key == "people-unproven" {
        // The remedy is one page away.
        let to = format!("/agents/{id}/caller");
        line.links.push(("console-caller-nav".to_owned(), to));
    }
    render(v.reading().await?, id, (None, None), Some(&line))
        .await
        .map(wrong)
}

/// Makes a code and shows it, this once: it stands in no address and in no log.
async fn give_code(mut me: Signed, v: Visit, id: AgentId, reason: &str) -> Answer {
    match session::issue_link_code(&mut me.work, id, reason).await {
        Ok(issued) => {
            me.work.save().await?;
            render(v.reading().await?, id, (None, Some(issued)), None).await
        }
        Err(error) => match Failure::from(error) {
            Failure::Refused(line) => {
                drop(me);
                refused(v, id, &line).await
            }
            failure => Err(failure),
        },
    }
}

/// Does it, and says under which name the page confirms it.
async fn done(work: &mut Work, agent: AgentId, act: Act) -> Result<&'static str, Failure> {
    match act.verb.as_str() {
        "unlock" => {
            ticket::unlock(work, &act.lift(agent)?).await?;
            Ok("unlocked")
        }
        "reactivate" => match ticket::reactivate(work, &act.lift(agent)?).await? {
            Reactivated::Done => Ok("reactivated"),
            Reactivated::OtherSideMustAgree => Ok("agreed"),
        },
        "reset" => {
            password::send_link(work, &act.lift(agent)?).await?;
            Ok("reset")
        }
        "sessions" => {
            account::end_sessions(work, agent, &act.reason).await?;
            Ok("sessions")
        }
        "unlink" => {
            people::unlink(work, agent, &act.reason).await?;
            Ok("unlinked")
        }
        "second-factor" => {
            ticket::grant_second_factor(work, agent, &act.reason).await?;
            Ok("second-factor")
        }
        "reset-factor" => {
            ticket::reset_factor(work, agent, &act.reason).await?;
            Ok("reset-factor")
        }
        "number" => {
            ticket::change_number(work, agent, &act.number, &act.reason).await?;
            Ok("number")
        }
        "force" => {
            password::force_new(work, &act.lift(agent)?).await?;
            Ok("forced")
        }
        "deactivate" => {
            let why: Why = act.why.parse().map_err(|()| Failure::Garbled)?;
            let Lift {
                agent,
                circuit,
                reason,
            } = act.lift(agent)?;
            let wish = Deactivate {
                agent,
                circuit,
                why,
                reason,
            };
            account::deactivate(work, &wish).await?;
            Ok("deactivated")
        }
        "depart" => {
            let (number, reason) = (act.number, act.reason);
            let wish = Departure {
                agent,
                number,
                reason,
            };
            account::depart(work, &wish).await?;
            Ok("departed")
        }
        "refuse" => {
            let ticket: TicketId = act.ticket.parse().map_err(|_| Failure::Garbled)?;
            ticket::refuse(work, ticket, &act.reason).await?;
            Ok("refused")
        }
        "answer" => {
            let ticket: TicketId = act.ticket.parse().map_err(|_| Failure::Garbled)?;
            ticket::answer(work, ticket, &act.reason).await?;
            Ok("answered")
        }
        _ => Err(Failure::Garbled),
    }
}

impl Act {
    fn lift(self, agent: AgentId) -> Result<Lift, Failure> {
        let circuit: Circuit = self.circuit.parse().map_err(|()| Failure::Garbled)?;
        Ok(Lift {
            agent,
            circuit,
            reason: self.reason,
        })
    }
}

impl Page<'_> {
    /// Of a reason's field: one for each form of the page.
    fn id(&self, verb: &str, account: &Account) -> String {
        format!("reason-{verb}-{}", account.circuit)
    }

    fn word(&self, verb: &str, account: &Account) -> String {
        self.v.t1(
            &format!("console-do-{verb}"),
            "account",
            self.v.t(account.circuit.key()),
        )
    }

    fn place(&self, session: &Session) -> String {
        format!("door-channel-{}", session.channel)
    }

    /// What was tried before a failure was reported, or why it is suspicious: word keys.
    fn tried<'t>(&self, ticket: &'t Ticket) -> &'t [String] {
        if matches!(ticket.kind, Kind::VpnHelp | Kind::Security) {
            &ticket.causes
        } else {
            &[]
        }
    }

    /// Turning down what one may grant is part of granting.
    fn may_refuse(&self, ticket: &Ticket) -> bool {
        self.supports || (self.may_grant && ticket.kind == Kind::SecondFactor)
    }

    fn is_open(&self, ticket: &Ticket) -> bool {
        ticket.status == Status::Open
    }

    fn chip(&self, ticket: &Ticket, age: &Age) -> &'static str {
        match ticket.status {
            Status::Open => age.chip(),
            Status::Done => "good",
            Status::Refused => "",
        }
    }
}
