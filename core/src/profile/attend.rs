//! The room's own round: proofs that have served their time are removed, once a day.

use std::sync::Arc;
use std::time::Duration;

use super::retire;
use crate::kernel::house::House;

/// How often the day is looked at.
const ROUND: Duration = Duration::from_secs(3600);

/// Makes rounds until it is dropped. A fault is logged, and the next round tries again.
pub async fn attend(house: &Arc<House>) {
    let mut retired_on = None;
    loop {
        let today = house.today_at(house.clock.now());
        if retired_on != Some(today) {
            match retire(house).await {
                Ok(removed) => {
                    tracing::info!(removed, "proofs that have served their time are removed");
                    retired_on = Some(today);
                }
                Err(fault) => tracing::error!(%fault, "the round of the proofs failed"),
            }
        }
        tokio::time::sleep(ROUND).await;
    }
}
