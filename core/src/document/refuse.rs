//! Refusing a request, with a reason that the agent is told.

use super::model::RequestId;
use super::queue::judged;
use super::{Error, store, words};
use crate::kernel::audit::Entry;
use crate::kernel::line::Args;
use crate::kernel::work::Work;

/// Refuses a request.
pub async fn refuse(work: &mut Work, id: RequestId, why: &str) -> Result<(), Error> {
    let (request, agent) = judged(work, id).await?;
    let why = words(why)?;
    let (by, now) = (work.actor().agent(), work.now());
    if !store::close(work.tx(), id, "refused", by, Some(&why), now).await? {
        return Err(Error::NotOpen);
    }
    let entry = Entry::change("document.refuse")
        .about(agent.id)
        .because(why.as_str());
    work.audit(entry.with("reference", request.reference())).await?;
    let line = request.named("document-refused").arg("why", why);
    work.tell(agent.id, line.urgent()).await?;
    let args: Args = vec![
        ("name".into(), agent.given_name.as_str().into()),
        ("reference".into(), request.reference().into()),
    ];
    work.mail(&agent, "document-refused-mail", &args, None).await?;
    Ok(())
}
