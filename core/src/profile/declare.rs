//! Declaring a change of one's own record (PR1).

use chrono::Duration;

use super::iban::Iban;
use super::model::{Change, Detail, Stage};
use super::proof::Upload;
use super::{Error, prove, see, store, tell};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people;
use crate::policy::Record;
use crate::session::{self, Here};

/// Whether the agent who acts may declare this now; gives what their record says today.
pub async fn declarable(work: &mut Work, after: &Detail) -> Result<Option<Detail>, Error> {
    let kind = after.kind();
    let agent = see::me(work, Record::Declare(kind)).await?;
    if matches!(after, Detail::Family(family) if family.on > work.today()) {
        return Err(Error::Future);
    }
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

/// Declares a change. Human resources decide on it, once its proof is there where one is needed; until then the record
/// stays as it is. Bank details are declared by [`declare_bank`] alone.
pub async fn declare(work: &mut Work, after: Detail, proof: Option<Upload>) -> Result<Change, Error> {
    match after {
        Detail::Bank(_) => Err(session::Error::NotProved.into()),
        after => put(work, after, proof).await,
    }
}

/// Declares new bank details: in the space only, beside their proof, by an agent who has just shown again who they are.
/// They hear of it at once by every way that was theirs before.
pub async fn declare_bank(work: &mut Work, here: &Here, iban: Iban, proof: Upload) -> Result<Change, Error> {
    session::proved_again(work, here).await?;
    put(work, Detail::Bank(iban), Some(proof)).await
}

async fn put(work: &mut Work, after: Detail, proof: Option<Upload>) -> Result<Change, Error> {
    let agent = see::me(work, Record::Declare(after.kind())).await?;
    people::hold(work, agent.id).await?;
    let before = declarable(work, &after).await?;
    let is_whole = proof.is_some() || !after.kind().needs_proof();
    let change = Change {
        id: work.new_id()?,
        agent: agent.id,
        stage: if is_whole {
            Stage::Confirmed
        } else {
            Stage::Declared
        },
        before,
        after,
        declared_at: work.now(),
        ended_at: None,
        decided_by: None,
        reason: None,
        effective: None,
    };
    see::insert(work, &change).await?;
    if let Some(upload) = proof {
        prove::keep(work, &change, upload).await?;
    }
    let entry = Entry::change("profile.declare").about(agent.id);
    work.audit(entry.with("kind", change.kind().as_str())).await?;
    if is_whole {
        tell::to_decide(work, &agent, &change).await?;
    }
    tell::old_contacts(work, &agent, &change).await?;
    Ok(change)
}
