//! Opening a request.

use chrono::Datelike;

use super::model::{Kind, Status, Ticket};
use super::{Error, store};
use crate::account::{self, Circuit};
use crate::kernel::audit::Entry;
use crate::kernel::line::Line;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Action, allow};

/// Opens a request of the agent who acts, or gives the one that is open already: asking twice does not queue twice.
pub(crate) async fn open(
    work: &mut Work,
    agent: AgentId,
    kind: Kind,
    circuit: Option<Circuit>,
    causes: Vec<String>,
) -> Result<Ticket, Error> {
    allow(work.actor(), Action::OpenTicket { agent })?;
    register(work, agent, kind, circuit, causes).await
}

/// As [`open`], for use cases that already judged the actor.
pub(super) async fn register(
    work: &mut Work,
    agent: AgentId,
    kind: Kind,
    circuit: Option<Circuit>,
    causes: Vec<String>,
) -> Result<Ticket, Error> {
    people::hold(work, agent).await?;
    if let Some(open) = store::open_of(work.tx(), agent, kind, circuit).await? {
        return Ok(open);
    }
    let (now, year) = (work.now(), i64::from(work.today().year()));
    let number = store::next_number(work.tx(), year).await?;
    let ticket = Ticket {
        id: work.new_id()?,
        reference: format!("{year}-{number:06}"),
        kind,
        agent,
        circuit,
        status: Status::Open,
        causes,
        opened_at: now,
        closed_at: None,
        closed_by: None,
        answer: None,
    };
    store::insert(work.tx(), &ticket).await?;
    let entry = Entry::change("ticket.open")
        .about(agent)
        .with("reference", ticket.reference.as_str())
        .with("kind", kind.as_str());
    work.audit(match circuit {
        Some(circuit) => entry.with("circuit", circuit.as_str()),
        None => entry,
    })
    .await?;
    Ok(ticket)
}

/// The chat address of an agent has shown another identity, and its link has ended: support is asked to look into it.
pub async fn key_changed(work: &mut Work, agent: AgentId) -> Result<Ticket, Error> {
    let causes = vec!["ticket-cause-key-changed".to_owned()];
    open(work, agent, Kind::Security, None, causes).await
}

/// "This was not me": every session ends, every device is forgotten, and support is asked to look into it.
pub async fn not_me(work: &mut Work) -> Result<Ticket, Error> {
    allow(work.actor(), Action::ActForOneself)?;
    let agent = work.actor().agent().ok_or(account::Error::NoAgent)?;
    allow(work.actor(), Action::EndOwnSessions { agent })?;
    let ticket = open(work, agent, Kind::Security, None, vec![]).await?;
    account::end_sessions_of(work, agent).await?;
    account::forget_devices(work, agent).await?;
    people::void_checks(work, agent, None).await?;
    work.audit(
        Entry::change("ticket.not_me")
            .about(agent)
            .with("reference", ticket.reference.as_str()),
    )
    .await?;
    let line = Line::personal("ticket-not-me").arg("reference", ticket.reference.as_str());
    work.tell(
        agent,
        line.choice("access.lock_self", "ticket-choice-lock-self")
            .urgent(),
    )
    .await?;
    Ok(ticket)
}
