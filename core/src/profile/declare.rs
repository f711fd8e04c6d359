//! Declaring a change of one's own record (PR1).

use chrono::Duration;

use super::model::{Change, Detail, Stage};
use super::{Error, see, store, tell};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people;
use crate::policy::Record;

/// Whether the agent who acts may declare this now; gives what their record says today.
pub async fn declarable(work: &mut Work, after: &Detail) -> Result<Option<Detail>, Error> {
    let agent = see::me(work, Record::Declare(after.kind())).await?;
    let kind = after.kind();
    if store::open_of(work.tx(), agent.id, kind).await?.is_some() {
        return Err(Error::Open(kind));
    }
    let since = work.now() - Duration::days(1);
    let most = work.settings().profile.changes_per_day;
    if store::declared_since(work.tx(), agent.id, kind, since).await? >= most {
        return Err(Error::TooMany(most));
    }
    let before = see::current(work, agent.id, kind).await?;
    if before.as_ref() == Some(after) {
        return Err(Error::Same(kind));
    }
    Ok(before)
}

/// Declares a change. Human resources decide on it; until then the record stays as it is.
pub async fn declare(work: &mut Work, after: Detail) -> Result<Change, Error> {
    let agent = see::me(work, Record::Declare(after.kind())).await?;
    people::hold(work, agent.id).await?;
    let before = declarable(work, &after).await?;
    let change = Change {
        id: work.new_id()?,
        agent: agent.id,
        stage: Stage::Confirmed,
        before,
        after,
        declared_at: work.now(),
        ended_at: None,
        decided_by: None,
        reason: None,
        effective: None,
    };
    see::insert(work, &change).await?;
    let entry = Entry::change("profile.declare").about(agent.id);
    work.audit(entry.with("kind", change.kind().as_str())).await?;
    tell::to_decide(work, &agent, &change).await?;
    Ok(change)
}
