//! How many an announcement would reach, and sending it.

use super::model::{AnnouncementId, Audience, Draft};
use super::{Error, store};
use crate::kernel::audit::Entry;
use crate::kernel::line::Line;
use crate::kernel::work::Work;
use crate::people;
use crate::policy::{Action, allow};

/// What an announcement would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// As it would be sent.
    pub draft: Draft,
    /// How many have a chat address.
    pub reached: i64,
    /// How many have none.
    pub out_of_reach: i64,
}

impl Preview {
    /// As people would read it.
    pub fn line(&self) -> Line {
        self.draft.line()
    }
}

/// Says what it would do, or why it would be refused. Writes nothing.
pub async fn preview(work: &mut Work, draft: &Draft) -> Result<Preview, Error> {
    let Audience { department, profile } = draft.audience;
    allow(work.actor(), Action::Announce(department))?;
    let draft = draft.checked().map_err(Error::Text)?;
    let (reached, out_of_reach) = people::reachable(work, department, profile).await?;
    if reached == 0 {
        return Err(Error::Nobody);
    }
    Ok(Preview {
        draft,
        reached,
        out_of_reach,
    })
}

/// Sends it. `id` is drawn by whoever asks, before they are sure: sent twice under one id it is one announcement.
pub async fn send(work: &mut Work, id: AnnouncementId, draft: &Draft) -> Result<Preview, Error> {
    let preview = preview(work, draft).await?;
    let (now, Some(by)) = (work.now(), work.actor().agent()) else {
        return Ok(preview);
    };
    if store::insert(work.tx(), id, by, &preview, now).await? == 1 {
        let entry = Entry::change("announcement.send").with("announcement", id.to_string());
        let audience = preview.draft.audience;
        let entry = match audience.department {
            Some(department) => entry.with("department", department.to_string()),
            None => entry,
        };
        let entry = match audience.profile {
            Some(profile) => entry.with("profile", profile.as_str()),
            None => entry,
        };
        work.audit(entry.with("reached", preview.reached)).await?;
    }
    Ok(preview)
}
