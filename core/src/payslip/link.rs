//! The link that chat hands out (DO3): it names one payslip for one agent, works once, and needs that agent's session.

use super::available::me;
use super::model::{Month, Payslip};
use super::{Error, WHAT, store};
use crate::kernel::audit::Entry;
use crate::kernel::handout::{self, Link};
use crate::kernel::work::Work;

/// A link to the actor's own payslip of a month.
pub async fn link(work: &mut Work, month: Month) -> Result<Link, Error> {
    let agent = me(work)?;
    let payslip = store::of_month(work.tx(), agent, month)
        .await?
        .ok_or(Error::Unknown)?;
    let minutes = work.settings().payslip.link_minutes;
    let link = handout::give(work, WHAT, payslip.id.into(), agent, minutes).await?;
    work.audit(
        Entry::change("payslip.link")
            .about(agent)
            .with("month", month.to_string()),
    )
    .await?;
    Ok(link)
}

/// What a link leads to. Harmless: mail scanners and previews may call it.
pub async fn look(work: &mut Work, token: &str) -> Result<Payslip, Error> {
    let agent = me(work)?;
    let id = handout::named(work, WHAT, token, agent)
        .await?
        .ok_or(Error::DeadLink)?;
    store::find(work.tx(), id.into()).await?.ok_or(Error::Unknown)
}
