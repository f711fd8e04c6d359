//! What is known of an agent.

use std::str::FromStr;

use chrono::{DateTime, Utc};

use crate::kernel::words::Lang;

id!(
    /// An agent.
    AgentId
);
id!(
    /// A department.
    DepartmentId
);
id!(
    /// A link between a chat address and an agent.
    ChatIdentityId
);

/// A municipal employee (AC1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// The id.
    pub id: AgentId,
    /// The agent number of HR.
    pub number: String,
    /// `first.last`.
    pub username: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// The professional address held by HR.
    pub email: String,
    /// The professional mobile number, if there is one.
    pub mobile: Option<String>,
    /// Where they work.
    pub department: DepartmentId,
    /// Who decides on their leave.
    pub supervisor: Option<AgentId>,
    /// Their IT contact.
    pub it_contact: Option<AgentId>,
    /// Their HR officer.
    pub hr_officer: Option<AgentId>,
    /// Half-days worked, as in `migrations/0001_house.sql`.
    pub pattern: String,
    /// The Monday on which the first week of a cycle begins, `2026-01-05`.
    pub pattern_anchor: Option<String>,
    /// The language they are answered in.
    pub lang: Lang,
    /// A session is valid only at the epoch it was made in.
    pub session_epoch: i64,
    /// What their access calls for.
    pub profile: Profile,
    /// When a second factor on every channel was granted to them, who are not bound to it.
    pub second_factor_at: Option<DateTime<Utc>>,
}

/// What an agent's access calls for (MF2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// As most are.
    #[default]
    Ordinary,
    /// Executives.
    Executive,
    /// Extended rights in applications.
    ExtendedRights,
    /// Social data of the public.
    SocialData,
}

impl Profile {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Ordinary,
        Self::Executive,
        Self::ExtendedRights,
        Self::SocialData,
    ];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Executive => "executive",
            Self::ExtendedRights => "extended_rights",
            Self::SocialData => "social_data",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ordinary => "factor-profile-ordinary",
            Self::Executive => "factor-profile-executive",
            Self::ExtendedRights => "factor-profile-extended-rights",
            Self::SocialData => "factor-profile-social-data",
        }
    }

    /// Whether both factors are asked, on every channel.
    pub fn is_sensitive(self) -> bool {
        self != Self::Ordinary
    }
}

impl FromStr for Profile {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|profile| profile.as_str() == text)
            .ok_or_else(|| format!("no profile is called {text}"))
    }
}

impl Agent {
    /// Given and family name.
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

/// Only the digits.
pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The digits of a phone number in the national form, by which it is found however it is written.
pub(super) fn phone(text: &str) -> String {
    let digits = digits(text);
    let abroad = if text.trim_start().starts_with('+') {
        "33"
    } else {
        "0033"
    };
    digits
        .strip_prefix(abroad)
        .map_or_else(|| digits.clone(), |rest| format!("0{rest}"))
}

/// Lower case without accents: what search compares. Done here because neither database does it the same way.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            // A combining mark left over from a decomposed letter.
            '\u{300}'..='\u{36f}' => {}
            c => folded.push(c),
        }
    }
    folded
}
