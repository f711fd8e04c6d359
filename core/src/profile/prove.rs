//! The proof of a change (PR2): beside its declaration, or after it.

use super::model::{Change, Kind, Stage};
use super::proof::{Limits, Proof, Upload, examine};
use super::{Error, see, shelf, store, tell};
use crate::kernel::audit::Entry;
use crate::kernel::config::Settings;
use crate::kernel::work::Work;
use crate::people;
use crate::policy::Record;

impl Limits {
    /// Those of the house.
    pub fn of(settings: &Settings) -> Self {
        let number = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
        Self {
            bytes: number(settings.profile.proof_megabytes).saturating_mul(1024 * 1024),
            pixels: number(settings.profile.proof_megapixels).saturating_mul(1_000_000),
        }
    }
}

/// Adds the proof that a change of the agent who acts was waiting for: human resources decide on it from now on.
pub async fn prove(work: &mut Work, kind: Kind, proof: Upload) -> Result<Change, Error> {
    let agent = see::me(work, Record::Declare(kind)).await?;
    people::hold(work, agent.id).await?;
    let id = store::open_of(work.tx(), agent.id, kind)
        .await?
        .ok_or(Error::NotOpen)?;
    let mut change = see::find(work, id).await?.ok_or(Error::NotOpen)?;
    if !store::confirm(work.tx(), id).await? {
        return Err(Error::NotOpen);
    }
    change.stage = Stage::Confirmed;
    keep(work, &change, proof).await?;
    let entry = Entry::change("profile.prove").about(agent.id);
    work.audit(entry.with("kind", kind.as_str())).await?;
    tell::to_decide(work, &agent, &change).await?;
    Ok(change)
}

/// Keeps a file as the proof of a change, if it can be one.
pub(super) async fn keep(work: &mut Work, change: &Change, mut upload: Upload) -> Result<(), Error> {
    let (format, kept) = examine(&upload, Limits::of(work.settings()))?;
    upload.bytes.truncate(kept);
    let proof = Proof {
        id: work.new_id()?,
        change: change.id,
        format,
        size: i64::try_from(kept).unwrap_or(i64::MAX),
        received_at: work.now(),
    };
    shelf(work.house()).write(proof.id, &upload.bytes)?;
    store::insert_proof(work.tx(), &proof).await?;
    Ok(())
}
