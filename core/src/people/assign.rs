//! Whom an agent turns to. Set apart from the import: two people may be each other's, and neither comes first.

use super::{AgentId, Error, by_username, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// Whom an agent turns to, by username.
#[derive(Clone, Debug, Default)]
pub struct Contacts {
    /// Who decides on their leave.
    pub supervisor: Option<String>,
    /// Their IT contact.
    pub it_contact: Option<String>,
    /// Their HR officer.
    pub hr_officer: Option<String>,
}

/// Replaces the three of an agent.
pub async fn assign(work: &mut Work, agent: AgentId, contacts: &Contacts) -> Result<(), Error> {
    allow(work.actor(), Action::ImportPeople)?;
    let supervisor = known(work, "supervisor", contacts.supervisor.as_deref()).await?;
    let it_contact = known(work, "it_contact", contacts.it_contact.as_deref()).await?;
    let hr_officer = known(work, "hr_officer", contacts.hr_officer.as_deref()).await?;
    store::set_contacts(work.tx(), agent, supervisor, it_contact, hr_officer).await?;
    work.audit(Entry::change("people.assign").about(agent)).await?;
    Ok(())
}

pub(super) async fn known(
    work: &mut Work,
    field: &'static str,
    username: Option<&str>,
) -> Result<Option<AgentId>, Error> {
    let Some(username) = username else { return Ok(None) };
    match by_username(work, username).await? {
        Some(agent) => Ok(Some(agent.id)),
        None => Err(Error::Row {
            field,
            value: username.to_owned(),
            problem: "no agent has this username",
        }),
    }
}
