//! Turning a request down.

use super::model::TicketId;
use super::{Error, store};
use crate::account::{self, reason};
use crate::kernel::audit::Entry;
use crate::kernel::line::{Line, Value};
use crate::kernel::work::Work;
use crate::people;
use crate::policy::{Action, allow};

/// Closes a request without lifting anything. The agent is told why.
pub async fn refuse(work: &mut Work, id: TicketId, why: &str) -> Result<(), Error> {
    let ticket = store::find(work.tx(), id).await?.ok_or(Error::NotOpen)?;
    let agent = people::find(work, ticket.agent)
        .await?
        .ok_or(account::Error::NoAgent)?;
    allow(
        work.actor(),
        Action::RefuseTicket {
            agent: agent.id,
            department: agent.department,
            kind: ticket.kind,
        },
    )?;
    let why = reason(why)?;
    let (by, now) = (work.actor().agent(), work.now());
    if !store::close(work.tx(), id, "refused", by, &why, now).await? {
        return Err(Error::NotOpen);
    }
    let entry = Entry::change("ticket.refuse")
        .about(agent.id)
        .because(why.as_str());
    work.audit(entry.with("reference", ticket.reference.as_str()))
        .await?;
    let line = Line::personal("ticket-refused")
        .arg("reference", ticket.reference)
        .arg("kind", Value::Word(ticket.kind.key().into()))
        .arg("why", why);
    work.tell(agent.id, line.urgent()).await?;
    Ok(())
}
