//! Answering a request that lifts nothing: what failed works again, what was suspicious has been looked into.

use super::model::{Kind, TicketId};
use super::{Error, store};
use crate::account::{self, reason};
use crate::kernel::audit::Entry;
use crate::kernel::line::{Line, Value};
use crate::kernel::work::Work;
use crate::people;
use crate::policy::{Action, allow};

/// Closes such a request with an answer, which the agent is told. Any other is granted by lifting what it asks for.
pub async fn answer(work: &mut Work, id: TicketId, text: &str) -> Result<(), Error> {
    let ticket = store::find(work.tx(), id).await?.ok_or(Error::NotOpen)?;
    let agent = people::find(work, ticket.agent)
        .await?
        .ok_or(account::Error::NoAgent)?;
    let action = Action::RefuseTicket {
        agent: agent.id,
        department: agent.department,
        kind: ticket.kind,
    };
    allow(work.actor(), action)?;
    if !ticket.kind.lifts_nothing() {
        return Err(Error::LiftInstead);
    }
    let text = reason(text)?;
    let (by, now) = (work.actor().agent(), work.now());
    if !store::close(work.tx(), id, "done", by, &text, now).await? {
        return Err(Error::NotOpen);
    }
    let entry = Entry::change("ticket.answer")
        .about(agent.id)
        .because(text.as_str());
    work.audit(entry.with("reference", ticket.reference.as_str()))
        .await?;
    let line = Line::personal("ticket-answered")
        .arg("reference", ticket.reference)
        .arg("kind", Value::word(ticket.kind.key()))
        .arg("text", text);
    work.tell(agent.id, line).await?;
    Ok(())
}

impl Kind {
    /// True when granting it changes nothing by itself: it is answered.
    pub fn lifts_nothing(self) -> bool {
        matches!(
            self,
            Kind::Security | Kind::VpnHelp | Kind::FactorHelp | Kind::Call | Kind::Card
        )
    }
}
