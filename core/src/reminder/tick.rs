//! Looks whether something is due, and does it.

use chrono::Duration;
use std::sync::Arc;

use super::job::Job;
use super::{Error, store};
use crate::kernel::config::Settings;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::work::Work;

/// Looks at the schedules once; says how many people were told something. Calling it often costs little and changes
/// nothing: a due instant runs once, together with what it says. A job that fails does not keep the others from running.
pub async fn tick(house: &Arc<House>) -> Result<usize, Error> {
    let mut told = Ok(0);
    for job in Job::ALL {
        let now = look(house, job).await;
        told = match (told, now) {
            (Ok(before), Ok(now)) => Ok(before + now),
            (Err(first), _) | (Ok(_), Err(first)) => Err(first),
        };
    }
    told
}

async fn look(house: &Arc<House>, job: Job) -> Result<usize, Error> {
    let cron = job.schedule(&house.settings)?;
    let mut work = Work::write(house).await?;
    work.act_as_system(job.actor());
    let now = work.now();
    let Some(last) = store::last_due(work.tx(), job.name()).await? else {
        // The first look ever: what was due before nobody was promised.
        store::insert_run(work.tx(), job.name(), now, now).await?;
        work.save().await?;
        return Ok(0);
    };
    let oldest = now - Duration::hours(work.settings().reminder.catch_up_hours);
    let Some(due) = cron.latest(last.max(oldest), now) else {
        return Ok(0);
    };
    if store::insert_run(work.tx(), job.name(), due, now).await? == 0 {
        return Ok(0);
    }
    let told = job.run(&mut work).await?;
    let count = i64::try_from(told).unwrap_or(i64::MAX);
    store::set_told(work.tx(), job.name(), due, count).await?;
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
    for job in Job::ALL {
        job.schedule(settings)?;
    }
    Ok(())
}
