//! Links that chat hands out (DO3): each names one sealed file for one agent, works once, and opens nothing without that
//! agent's session.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::fault::Fault;
use super::work::Work;
use crate::people::AgentId;

/// A link as it is handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its whole address, built from the configuration.
    pub url: String,
    /// Until when it works.
    pub expires_at: DateTime<Utc>,
}

/// Makes a link to a file, of `minutes`. For use cases that already judged the actor.
pub(crate) async fn give(
    work: &mut Work,
    what: &'static str,
    file: Uuid,
    agent: AgentId,
    minutes: i64,
) -> Result<Link, Fault> {
    let token = work.chance().token()?;
    let expires_at = work.now() + Duration::minutes(minutes);
    let tag = tag(work, what, &token);
    run!(
        work.tx(),
        "INSERT INTO file_links (tag, what, file_id, agent_id, expires_at) VALUES ($1, $2, $3, $4, $5)",
        &tag[..],
        what,
        file,
        agent,
        expires_at
    )?;
    let url = format!("{}/{what}/{token}", work.settings().space.public_url);
    Ok(Link { url, expires_at })
}

/// The file that a live link names for this agent. Harmless: mail scanners and previews may call it.
pub(crate) async fn named(
    work: &mut Work,
    what: &'static str,
    token: &str,
    agent: AgentId,
) -> Result<Option<Uuid>, Fault> {
    let (tag, now) = (tag(work, what, token), work.now());
    let sql = "SELECT file_id FROM file_links \
               WHERE tag = $1 AND what = $2 AND agent_id = $3 AND used_at IS NULL AND expires_at > $4";
    scalar!(work.tx(), Uuid, sql, &tag[..], what, agent, now)
}

/// Uses a live link up. `None`: it was used or has expired, or never was for this agent.
pub(crate) async fn use_up(
    work: &mut Work,
    what: &'static str,
    token: &str,
    agent: AgentId,
) -> Result<Option<Uuid>, Fault> {
    let (tag, now) = (tag(work, what, token), work.now());
    let sql = "UPDATE file_links SET used_at = $4 \
               WHERE tag = $1 AND what = $2 AND agent_id = $3 AND used_at IS NULL AND expires_at > $4 RETURNING file_id";
    scalar!(work.tx(), Uuid, sql, &tag[..], what, agent, now)
}

/// Removes whatever links name a file, which goes.
pub(crate) async fn forget(work: &mut Work, file: Uuid) -> Result<(), Fault> {
    run!(work.tx(), "DELETE FROM file_links WHERE file_id = $1", file).map(drop)
}

fn tag(work: &Work, what: &str, token: &str) -> [u8; 32] {
    work.keys().tag(&format!("{what} link"), token.as_bytes())
}
