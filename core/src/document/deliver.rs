//! Answering a request with a PDF, which then stands in "My documents" (RM4: the agent is told).

use super::model::{Document, RequestId};
use super::queue::judged;
use super::{Error, shelf, store};
use crate::kernel::audit::Entry;
use crate::kernel::config::Settings;
use crate::kernel::line::Args;
use crate::kernel::sealed::{digest, is_whole_pdf};
use crate::kernel::work::Work;

/// What a PDF may weigh, bytes.
pub fn heaviest(settings: &Settings) -> usize {
    let megabytes = usize::try_from(settings.document.max_megabytes).unwrap_or(usize::MAX);
    megabytes.saturating_mul(1024 * 1024)
}

/// Delivers the PDF. What it is is read from its content, whatever it was called.
pub async fn deliver(work: &mut Work, id: RequestId, pdf: &[u8]) -> Result<Document, Error> {
    let (request, agent) = judged(work, id).await?;
    let size = i64::try_from(pdf.len()).unwrap_or(i64::MAX);
    if pdf.len() > heaviest(work.settings()) {
        return Err(Error::TooLarge(work.settings().document.max_megabytes));
    }
    if !is_whole_pdf(pdf) {
        return Err(Error::NotPdf);
    }
    let (by, now) = (work.actor().agent(), work.now());
    if !store::close(work.tx(), id, "delivered", by, None, now).await? {
        return Err(Error::NotOpen);
    }
    let document = Document {
        id: work.new_id()?,
        agent: agent.id,
        kind: request.kind.clone(),
        name: request.name.clone(),
        title: None,
        dated_on: work.today(),
        size,
        arrived_at: now,
        request: Some(id),
    };
    let digest = digest(pdf);
    // The file first: a file without a row is litter, a row without a file would be a broken promise.
    shelf(work.house()).write(document.id, pdf)?;
    store::insert_document(work.tx(), &document, &digest).await?;
    let entry = Entry::change("document.deliver").about(agent.id);
    work.audit(entry.with("reference", request.reference())).await?;
    let open = format!("document.open:{}", document.id);
    let line = request
        .named("document-ready")
        .choice(open, "document-choice-open");
    work.tell(agent.id, line.urgent()).await?;
    let args: Args = vec![
        ("name".into(), agent.given_name.as_str().into()),
        ("reference".into(), request.reference().into()),
    ];
    work.mail(&agent, "document-ready-mail", &args, None).await?;
    Ok(document)
}
