//! Telling the audience, portion by portion.

use std::sync::Arc;
use std::time::Duration;

use super::{Error, store};
use crate::kernel::house::House;
use crate::kernel::work::Work;
use crate::people;

/// Told in one unit of work: some milliseconds for everybody who waits to write.
const PORTION: i64 = 200;
/// How often somebody looks whether there is something to tell.
const LOOK: Duration = Duration::from_secs(5);

/// Tells those who wait for an announcement, until none is under way; says how many were told.
pub async fn spread(house: &Arc<House>) -> Result<usize, Error> {
    let mut told = 0;
    while let Some(portion) = portion(house).await? {
        told += portion;
    }
    Ok(told)
}

/// The next portion of the oldest announcement under way; `None` where there is none.
async fn portion(house: &Arc<House>) -> Result<Option<usize>, Error> {
    // Looking disturbs nobody.
    if store::oldest(Work::read(house).await?.tx()).await?.is_none() {
        return Ok(None);
    }
    let mut work = Work::write(house).await?;
    work.act_as_system("announcement");
    let now = work.now();
    let Some((announcement, told_to, portions)) = store::oldest(work.tx()).await? else {
        return Ok(None);
    };
    let audience = announcement.draft.audience;
    let agents =
        people::reached_after(&mut work, audience.department, audience.profile, told_to, PORTION).await?;
    let ended_at = agents.is_empty().then_some(now);
    let last = agents.last().copied().or(told_to);
    if !store::advance(work.tx(), announcement.id, portions, last, ended_at).await? {
        // Another process tells this portion.
        return Ok(Some(0));
    }
    for agent in &agents {
        let notice = work.tell(*agent, announcement.draft.line()).await?;
        store::insert_notice(work.tx(), announcement.id, *agent, notice).await?;
    }
    work.save().await?;
    Ok(Some(agents.len()))
}

/// Spreads what is announced, until it is dropped.
pub async fn attend(house: &Arc<House>) {
    loop {
        if let Err(fault) = spread(house).await {
            tracing::error!(%fault, "an announcement could not be spread further");
        }
        tokio::time::sleep(LOOK).await;
    }
}
