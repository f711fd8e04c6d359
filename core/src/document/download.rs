//! The PDF itself, to its agent, in the web space; and the link from chat that leads to it.

use super::list::me;
use super::model::{Document, DocumentId};
use super::{Error, WHAT, shelf, store};
use crate::kernel::audit::Entry;
use crate::kernel::handout::{self, Link};
use crate::kernel::work::Work;

/// A link to one of the actor's own documents.
pub async fn link(work: &mut Work, id: DocumentId) -> Result<(Document, Link), Error> {
    let document = mine(work, id).await?;
    let minutes = work.settings().payslip.link_minutes;
    let link = handout::give(work, WHAT, id.into(), document.agent, minutes).await?;
    let entry = Entry::change("document.link").about(document.agent);
    work.audit(entry.with("kind", document.kind.as_str())).await?;
    Ok((document, link))
}

/// What a link leads to. Harmless: mail scanners and previews may call it.
pub async fn look(work: &mut Work, token: &str) -> Result<Document, Error> {
    let agent = me(work).await?.id;
    let id = handout::named(work, WHAT, token, agent).await?;
    mine(work, id.ok_or(Error::DeadLink)?.into()).await
}

/// The PDF that a link names, which is used up by it. Only for the agent it was made for. The caller saves the work
/// before it hands the PDF out: the view is on record first.
pub async fn download(work: &mut Work, token: &str) -> Result<(Document, Vec<u8>), Error> {
    let agent = me(work).await?.id;
    let id = handout::use_up(work, WHAT, token, agent).await?;
    opened(work, id.ok_or(Error::DeadLink)?.into(), "link").await
}

/// The PDF of one of the actor's own documents.
pub async fn own(work: &mut Work, id: DocumentId) -> Result<(Document, Vec<u8>), Error> {
    opened(work, id, "my documents").await
}

async fn opened(work: &mut Work, id: DocumentId, from: &str) -> Result<(Document, Vec<u8>), Error> {
    let document = mine(work, id).await?;
    let pdf = shelf(work.house()).read(id)?;
    let entry = Entry::view("document.download").about(document.agent);
    work.audit(entry.with("kind", document.kind.as_str()).with("from", from))
        .await?;
    Ok((document, pdf))
}

/// One of the actor's own documents. Somebody else's is as if it were not.
async fn mine(work: &mut Work, id: DocumentId) -> Result<Document, Error> {
    let agent = me(work).await?.id;
    let document = store::document(work.tx(), id).await?;
    document
        .filter(|document| document.agent == agent)
        .ok_or(Error::Unknown)
}
