//! An announcement, whom it is for, and what became of it.

use chrono::{DateTime, Utc};

use crate::kernel::line::Line;
use crate::kernel::words::Both;
use crate::people::{AgentId, DepartmentId, Profile};

id!(
    /// An announcement.
    AnnouncementId
);

/// Characters of a text: what is read in a chat without scrolling.
pub(super) const LONGEST: usize = 1_000;

/// Whom an announcement is for: everybody whom neither field leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// Only those who work there.
    pub department: Option<DepartmentId>,
    /// Only those with this profile.
    pub profile: Option<Profile>,
}

/// What is to be announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// To whom.
    pub audience: Audience,
    /// What; without an English text the French one is for all.
    pub text: Both,
}

/// Why a text can't be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadText {
    /// There is none in French.
    Empty,
    /// It has so many characters.
    TooLong(usize),
}

impl Draft {
    /// The draft as it would be sent.
    pub(super) fn checked(&self) -> Result<Self, BadText> {
        let fr = self.text.fr.trim();
        let en = Some(self.text.en.trim())
            .filter(|en| !en.is_empty())
            .unwrap_or(fr);
        if fr.is_empty() {
            return Err(BadText::Empty);
        }
        let length = fr.chars().count().max(en.chars().count());
        if length > LONGEST {
            return Err(BadText::TooLong(length));
        }
        Ok(Self {
            audience: self.audience,
            text: Both {
                fr: fr.to_owned(),
                en: en.to_owned(),
            },
        })
    }

    /// As it is said.
    pub fn line(&self) -> Line {
        Line::personal("announcement-said").arg("text", self.text.clone())
    }
}

/// One that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Its id.
    pub id: AnnouncementId,
    /// Who sent it.
    pub by: AgentId,
    /// What, and to whom.
    pub draft: Draft,
    /// When.
    pub sent_at: DateTime<Utc>,
    /// When the last of its audience was told.
    pub ended_at: Option<DateTime<Utc>>,
}

/// What became of one, in people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which.
    pub announcement: Announcement,
    /// The name of the department it was for.
    pub department: Option<String>,
    /// In whose chat it stands.
    pub said: i64,
    /// Whom it is still on its way to.
    pub waiting: i64,
    /// To whom it could not be said.
    pub lost: i64,
    /// Who had no chat address.
    pub out_of_reach: i64,
}
