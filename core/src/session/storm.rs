//! Many names failing from one address: one alarm for the administrators.

use chrono::TimeDelta;

use super::store;
use crate::kernel::actor::Role;
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::line::Line;
use crate::kernel::work::Work;
use crate::people;

/// Notes a failure on `subject` from `origin`, and raises the alarm at most once an hour.
pub(super) async fn note(work: &mut Work, origin: &str, subject: &[u8; 32]) -> Result<(), Fault> {
    let now = work.now();
    let (names, minutes) = (
        work.settings().lock.storm_names,
        work.settings().lock.storm_minutes,
    );
    let tag = work.keys().tag("origin", origin.as_bytes());
    store::forget_guesses(work.tx(), &tag, now - TimeDelta::minutes(minutes)).await?;
    store::put_guess(work.tx(), &tag, subject, now).await?;
    if store::count_guesses(work.tx(), &tag).await? < names {
        return Ok(());
    }
    if !store::raise_alarm(work.tx(), &tag, now, now - TimeDelta::hours(1)).await? {
        return Ok(());
    }
    work.audit(
        Entry::change("session.alarm")
            .with("origin", origin)
            .with("names", names),
    )
    .await?;
    for admin in people::holders(work, Role::ItAdmin).await? {
        let line = Line::personal("session-alarm")
            .arg("origin", origin)
            .arg("names", names)
            .arg("minutes", minutes);
        work.tell(admin, line.urgent()).await?;
    }
    Ok(())
}
