//! One agent (CO3): how the two accounts stand and why, what happened, and the few things that support may do about it.

use askama::Template;
use axum::extract::{Path, Query};
use guichet_core::{
    account::{Circuit, Why},
    diagnosis::{self, Finding},
    factor::{self, Overview},
    kernel::{line::Line, work::Work},
    log,
    people::{self, Agent, AgentId},
    policy::{self, Action},
    session::{self, Issued, Session},
    ticket::{self, Kind, Status, Ticket},
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
    door::{Answer, Failure, Signed, Visit, page, wrong},
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
    /// The kinds of request that the actor may answer or turn down.
    closable: Vec<Kind>,
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
        "created",
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
pub(super) async fn render(
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
    let closable = closable(work, &agent);
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
        closable,
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

fn closable(work: &Work, agent: &Agent) -> Vec<Kind> {
    let may = |kind: &Kind| {
        let action = Action::RefuseTicket {
            agent: agent.id,
            department: agent.department,
            kind: *kind,
        };
        policy::allow(work.actor(), action).is_ok()
    };
    Kind::ALL.into_iter().filter(may).collect()
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

    /// What the link to the mailbox does.
    fn link(&self, account: &Account) -> &'static str {
        if account.is_created() { "reset" } else { "create" }
    }

    fn is_open(&self, ticket: &Ticket) -> bool {
        ticket.status == Status::Open
    }

    /// Whether the actor may answer it, or turn it down.
    fn may_close(&self, ticket: &Ticket) -> bool {
        self.is_open(ticket) && self.closable.contains(&ticket.kind)
    }

    fn chip(&self, ticket: &Ticket, age: &Age) -> &'static str {
        match ticket.status {
            Status::Open => age.chip(),
            Status::Done => "good",
            Status::Refused => "",
        }
    }
}
