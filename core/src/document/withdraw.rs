//! Taking a request back.

use super::list::own;
use super::model::Request;
use super::{Error, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::policy::Paper;

/// Takes back the actor's own request of this number, while it is open.
pub async fn withdraw(work: &mut Work, number: i64) -> Result<Request, Error> {
    let request = of_actor(work, number).await?;
    let (agent, now) = (request.agent, work.now());
    if !store::close(work.tx(), request.id, "withdrawn", Some(agent), None, now).await? {
        return Err(Error::NotOpen);
    }
    let entry = Entry::change("document.withdraw").about(agent);
    work.audit(entry.with("reference", request.reference())).await?;
    Ok(request)
}

/// The actor's own request of this number. Somebody else's is as if it were not.
pub(super) async fn of_actor(work: &mut Work, number: i64) -> Result<Request, Error> {
    let agent = own(work, Paper::Request).await?.id;
    let request = store::by_number(work.tx(), number).await?;
    let request = request.filter(|request| request.agent == agent);
    request.ok_or(Error::NotOpen)
}
