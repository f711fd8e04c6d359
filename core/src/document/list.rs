//! One's own requests and documents.

use super::model::{Document, Request};
use super::{Error, store, whose};
use crate::kernel::work::Work;
use crate::people::Agent;
use crate::policy::{Action, Paper, allow};

/// The actor's own requests, newest first.
pub async fn mine(work: &mut Work) -> Result<Vec<Request>, Error> {
    let agent = me(work).await?.id;
    Ok(store::of(work.tx(), agent).await?)
}

/// The actor's own documents, newest first.
pub async fn documents(work: &mut Work) -> Result<Vec<Document>, Error> {
    let agent = me(work).await?.id;
    Ok(store::documents_of(work.tx(), agent).await?)
}

/// The actor, who must be an agent seeing their own.
pub(super) async fn me(work: &mut Work) -> Result<Agent, Error> {
    own(work, Paper::See).await
}

/// The actor, who must be an agent doing this to their own.
pub(super) async fn own(work: &mut Work, paper: Paper) -> Result<Agent, Error> {
    allow(work.actor(), Action::ActForOneself)?;
    let agent = work.actor().agent().ok_or(Error::Unknown)?;
    let agent = whose(work, agent).await?;
    allow(work.actor(), Action::Paper(agent.id, agent.department, paper))?;
    Ok(agent)
}
