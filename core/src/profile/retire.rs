//! Retention: a proof is removed so many days after its change was decided on or withdrawn. The change stays.

use chrono::Duration;
use std::sync::Arc;

use super::{Error, see, shelf, store};
use crate::kernel::audit::Entry;
use crate::kernel::house::House;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// Removes the proofs that have served their time; says how many.
pub async fn retire(house: &Arc<House>) -> Result<usize, Error> {
    let mut work = Work::write(house).await?;
    work.act_as_system("profile.retire");
    allow(work.actor(), Action::RetireProofs)?;
    let before = work.now() - Duration::days(work.settings().profile.proof_days);
    let old = store::proofs_ended(work.tx(), before).await?;
    for proof in &old {
        store::delete_proof(work.tx(), proof.id).await?;
        let change = see::find(&mut work, proof.change).await?.ok_or(Error::Unknown)?;
        let entry = Entry::change("profile.retire").about(change.agent);
        work.audit(entry.with("kind", change.kind().as_str())).await?;
    }
    work.save().await?;
    // After the commit: a file without a row is litter, a row without a file would be a broken promise.
    for proof in &old {
        shelf(house).remove(proof.id)?;
    }
    Ok(old.len())
}
