//! The room's own round: what was dropped is imported, what is too old is removed.

use std::sync::Arc;
use std::time::Duration;

use super::{Error, import, retire};
use crate::kernel::dropped::{Done, fresh};
use crate::kernel::house::House;

/// How often the drop folder is looked at.
const ROUND: Duration = Duration::from_secs(60);

/// Makes rounds until it is dropped. A fault is logged, and the next round tries again.
pub async fn attend(house: &Arc<House>) {
    let mut done = Done::default();
    loop {
        if let Err(fault) = round(house, &mut done).await {
            tracing::error!(%fault, "the round of the documents failed");
        }
        tokio::time::sleep(ROUND).await;
    }
}

pub(super) async fn round(house: &Arc<House>, done: &mut Done) -> Result<(), Error> {
    let today = house.today_at(house.clock.now());
    if done.retired_on != Some(today) {
        let removed = retire(house).await?;
        tracing::info!(removed, "documents past their time are removed");
        done.retired_on = Some(today);
    }
    let drop = &house.settings.document.drop;
    if let Some(manifest) = fresh(drop, done.manifest)? {
        import(house, drop).await?.write(drop, "documents")?;
        done.manifest = Some(manifest);
    }
    Ok(())
}
