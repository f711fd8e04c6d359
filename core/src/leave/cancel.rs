//! Asking that granted leave be cancelled (LV6): by agreement, so whoever decides on leave decides on this too.

use std::collections::BTreeMap;

use super::model::{Asks, Stage};
use super::request::{Sending, submit};
use super::{Error, Request, linked, withdraw};
use crate::kernel::work::Work;
use crate::people;
use crate::policy::{Action, allow};

/// Asks the supervisor to agree that one's own granted leave, which has not begun, be cancelled; it stands until they do. What
/// nobody has decided on yet is withdrawn: that needs no agreement.
pub async fn cancel(work: &mut Work, number: i64) -> Result<Request, Error> {
    let agent = linked::changeable(work, number).await?.agent;
    allow(work.actor(), Action::RequestLeave { agent })?;
    people::hold(work, agent).await?;
    let old = linked::changeable(work, number).await?;
    if old.stage == Stage::Submitted {
        return withdraw(work, number).await;
    }
    let supervisor = old.supervisor.filter(|supervisor| *supervisor != agent);
    let (Some(supervisor), Some(supervisor_name)) = (supervisor, old.supervisor_name.clone()) else {
        return Err(Error::NoSupervisor);
    };
    let sending = Sending {
        asks: Asks::Cancel,
        agent,
        name: old.name.clone(),
        supervisor,
        supervisor_name,
        kind: old.kind,
        period: old.period,
        cost: old.cost,
        by_year: BTreeMap::new(),
    };
    submit(work, sending, Some(&old)).await
}
