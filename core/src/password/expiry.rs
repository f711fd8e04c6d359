//! How long a password is good (AC8), by what its owner may do. Days of recorded long leave don't count: nobody comes back to
//! an expired password that they could not have changed.

use chrono::{DateTime, TimeDelta, Utc};

use super::Kept;
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::people::{self, Agent, Profile};

/// From when on a password is worth nothing more (a temporary one) or must be changed (a personal one): it then forces a
/// change at the next sign-in, and never locks. One that staff want replaced has ended. During a leave whose end is not
/// known: the end of time.
pub async fn ends_at(work: &mut Work, agent: &Agent, kept: &Kept) -> Result<DateTime<Utc>, Fault> {
    let numbers = &work.settings().password;
    if kept.temporary {
        return Ok(kept.set_at + TimeDelta::hours(numbers.temporary_hours));
    }
    if kept.forced {
        return Ok(kept.set_at);
    }
    let days = match agent.profile {
        Profile::ExtendedRights => numbers.extended_days,
        Profile::Ordinary | Profile::Executive | Profile::SocialData => numbers.standard_days,
    };
    let zone = work.settings().city.time_zone;
    let absences = people::absences(work, agent.id).await?;
    let set_on = kept.set_at.with_timezone(&zone).date_naive();
    let Some(last_day) = people::days_later(set_on, days, &absences) else {
        return Ok(DateTime::<Utc>::MAX_UTC);
    };
    Ok(kept.set_at + (last_day - set_on))
}
