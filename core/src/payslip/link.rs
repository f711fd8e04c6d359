//! The link that chat hands out (DO3): it names one payslip for one agent, works once, and needs that agent's session.

use chrono::{DateTime, Duration, Utc};

use super::available::me;
use super::model::{Month, Payslip};
use super::{Error, store};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;

/// A link as it is handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its whole address, built from the configuration.
    pub url: String,
    /// Until when it works.
    pub expires_at: DateTime<Utc>,
}

/// A link to the actor's own payslip of a month.
pub async fn link(work: &mut Work, month: Month) -> Result<Link, Error> {
    let agent = me(work)?;
    let payslip = store::of_month(work.tx(), agent, month)
        .await?
        .ok_or(Error::Unknown)?;
    let token = work.chance().token()?;
    let expires_at = work.now() + Duration::minutes(work.settings().payslip.link_minutes);
    let tag = tag(work, &token);
    store::insert_link(work.tx(), &tag, &payslip, expires_at).await?;
    work.audit(
        Entry::change("payslip.link")
            .about(agent)
            .with("month", month.to_string()),
    )
    .await?;
    let url = format!("{}/payslip/{token}", work.settings().space.public_url);
    Ok(Link { url, expires_at })
}

/// What a link leads to. Harmless: mail scanners and previews may call it.
pub async fn look(work: &mut Work, token: &str) -> Result<Payslip, Error> {
    let agent = me(work)?;
    let (tag, now) = (tag(work, token), work.now());
    let id = store::by_link(work.tx(), &tag, agent, now)
        .await?
        .ok_or(Error::DeadLink)?;
    store::find(work.tx(), id).await?.ok_or(Error::Unknown)
}

pub(super) fn tag(work: &Work, token: &str) -> [u8; 32] {
    work.keys().tag("payslip link", token.as_bytes())
}
