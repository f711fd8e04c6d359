//! Taking back a change of one's own that nobody has decided on.

use super::model::{Kind, Stage};
use super::{Error, see, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::policy::Record;

/// Takes back the open change of a kind of the agent who acts.
pub async fn withdraw(work: &mut Work, kind: Kind) -> Result<(), Error> {
    let agent = see::me(work, Record::Withdraw).await?;
    let id = store::open_of(work.tx(), agent.id, kind)
        .await?
        .ok_or(Error::NotOpen)?;
    let now = work.now();
    if !store::end(work.tx(), id, Stage::Withdrawn, (None, None, None), now).await? {
        return Err(Error::NotOpen);
    }
    let entry = Entry::change("profile.withdraw").about(agent.id);
    work.audit(entry.with("kind", kind.as_str())).await?;
    Ok(())
}
