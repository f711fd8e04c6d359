//! Looks whether something is due, and does it.

use chrono::Duration;
use std::sync::Arc;

use super::{Error, store};
use crate::kernel::config::Settings;
use crate::kernel::cron::Cron;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::work::Work;
use crate::leave;

const LEAVE_WAITING: &str = "leave_waiting";

/// Looks at the schedules once; says how many people were told something. Calling it often costs little and changes
/// nothing: a due instant runs once, together with what it says.
pub async fn tick(house: &Arc<House>) -> Result<usize, Error> {
    let cron = schedule(&house.settings)?;
    let mut work = Work::write(house).await?;
    work.act_as_system("reminder.leave_waiting");
    let now = work.now();
    let Some(last) = store::last_due(work.tx(), LEAVE_WAITING).await? else {
        // The first look ever: what was due before nobody was promised.
        store::insert_run(work.tx(), LEAVE_WAITING, now, now).await?;
        work.save().await?;
        return Ok(0);
    };
    let oldest = now - Duration::hours(work.settings().reminder.catch_up_hours);
    let Some(due) = cron.latest(last.max(oldest), now) else {
        return Ok(0);
    };
    if store::insert_run(work.tx(), LEAVE_WAITING, due, now).await? == 0 {
        return Ok(0);
    }
    let told = leave::remind_supervisors(&mut work).await?;
    store::set_told(
        work.tx(),
        LEAVE_WAITING,
        due,
        i64::try_from(told).unwrap_or(i64::MAX),
    )
    .await?;
    work.save().await?;
    Ok(told)
}

/// Looks every quarter of a minute, until it is dropped.
pub async fn attend(house: &Arc<House>) {
    loop {
        if let Err(fault) = tick(house).await {
            tracing::error!(%fault, "the schedules could not be looked at");
        }
        tokio::time::sleep(std::time::Duration::from_secs(15)).await;
    }
}

/// Reads the schedules, so that a wrong one is known at start and not in the night.
pub fn check(settings: &Settings) -> Result<(), Fault> {
    schedule(settings).map(drop)
}

fn schedule(settings: &Settings) -> Result<Cron, Fault> {
    Cron::parse(
        "reminder.leave_waiting",
        &settings.reminder.leave_waiting,
        settings.city.time_zone,
    )
}
