//! What happens in a family and changes the file: the supplement for children, leave, the name on the payslip.

use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::kernel::line::Value;

/// What happened, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// What.
    pub event: Event,
    /// On which day.
    pub on: NaiveDate,
}

/// What happens in a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A birth.
    Birth,
    /// An adoption.
    Adoption,
    /// A marriage.
    Marriage,
    /// A civil partnership.
    Pacs,
    /// A divorce.
    Divorce,
    /// The end of a partnership, or living apart.
    Separation,
    /// The death of the spouse or partner.
    Death,
}

impl Event {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::Birth,
        Self::Adoption,
        Self::Marriage,
        Self::Pacs,
        Self::Divorce,
        Self::Separation,
        Self::Death,
    ];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Birth => "birth",
            Self::Adoption => "adoption",
            Self::Marriage => "marriage",
            Self::Pacs => "pacs",
            Self::Divorce => "divorce",
            Self::Separation => "separation",
            Self::Death => "death",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Birth => "profile-family-birth",
            Self::Adoption => "profile-family-adoption",
            Self::Marriage => "profile-family-marriage",
            Self::Pacs => "profile-family-pacs",
            Self::Divorce => "profile-family-divorce",
            Self::Separation => "profile-family-separation",
            Self::Death => "profile-family-death",
        }
    }
}

impl FromStr for Event {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|event| event.as_str() == text)
            .ok_or_else(|| format!("no event is called {text}"))
    }
}

impl Family {
    /// Its words.
    pub fn value(&self) -> Value {
        let args = vec![
            ("event".to_owned(), Value::word(self.event.key())),
            ("date".to_owned(), Value::Date(self.on)),
        ];
        Value::Phrase("profile-family-value".to_owned(), args)
    }
}
