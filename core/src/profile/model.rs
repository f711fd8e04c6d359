//! What a change of the record is.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::family::Family;
use super::iban::Iban;
use crate::kernel::line::Value;
use crate::payslip::Month;
use crate::people::AgentId;

id!(
    /// A change of the record.
    ChangeId
);

/// What part of the record changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Where the agent lives.
    Address,
    /// Where the pay goes.
    Bank,
    /// Marriage, birth and the like.
    Family,
}

impl Kind {
    /// All kinds, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Address, Self::Bank, Self::Family];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Bank => "bank",
            Self::Family => "family",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Address => "profile-kind-address",
            Self::Bank => "profile-kind-bank",
            Self::Family => "profile-kind-family",
        }
    }

    /// Whether it is decided on beside a proof (PR2).
    pub fn needs_proof(self) -> bool {
        match self {
            Self::Address => false,
            Self::Bank | Self::Family => true,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| format!("no kind is called {text}"))
    }
}

/// Where a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// A proof is missing.
    Declared,
    /// Human resources are to decide.
    Confirmed,
    /// It counts.
    Validated,
    /// It was turned down.
    Refused,
    /// The agent took it back.
    Withdrawn,
}

impl Stage {
    /// All stages, in the order they are come to.
    pub const ALL: [Self; 5] = [
        Self::Declared,
        Self::Confirmed,
        Self::Validated,
        Self::Refused,
        Self::Withdrawn,
    ];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Confirmed => "confirmed",
            Self::Validated => "validated",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Nothing has been decided, and the agent may take it back.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Declared | Self::Confirmed)
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Declared => "profile-stage-declared",
            Self::Confirmed => "profile-stage-confirmed",
            Self::Validated => "profile-stage-validated",
            Self::Refused => "profile-stage-refused",
            Self::Withdrawn => "profile-stage-withdrawn",
        }
    }
}

impl FromStr for Stage {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|stage| stage.as_str() == text)
            .ok_or_else(|| format!("no stage is called {text}"))
    }
}

/// What a part of the record says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Where the agent lives.
    Address(Address),
    /// Where the pay goes.
    Bank(Iban),
    /// What happened in the family.
    Family(Family),
}

impl Detail {
    /// Of which part of the record.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Address(_) => Kind::Address,
            Self::Bank(_) => Kind::Bank,
            Self::Family(_) => Kind::Family,
        }
    }

    /// Its words, as whoever decides on it reads them.
    pub fn whole(&self) -> Value {
        match self {
            Self::Bank(iban) => Value::Text(iban.whole()),
            Self::Address(_) | Self::Family(_) => self.value(),
        }
    }

    /// Its words, as the agent reads them.
    pub fn value(&self) -> Value {
        match self {
            Self::Address(address) => Value::Text(address.to_string()),
            Self::Bank(iban) => iban.masked(),
            Self::Family(family) => family.value(),
        }
    }
}

/// A postal address in France.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Number and street, and whatever else finds the door.
    pub street: String,
    /// Five digits.
    pub postcode: String,
    /// The town.
    pub town: String,
}

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAddress {
    /// No street, or a line too long for an envelope.
    Street,
    /// Not five digits that can begin a delivery in France.
    Postcode,
    /// No town, or a line too long for an envelope.
    Town,
}

/// Characters of a line: more than the 38 of the postal norm, which abbreviates.
const LONGEST_LINE: usize = 100;

impl Address {
    /// An address whose parts can be ones. Spaces are made single; no line break or invisible character is kept.
    pub fn new(street: &str, postcode: &str, town: &str) -> Result<Self, BadAddress> {
        let line = |text: &str| {
            let visible: String = text
                .chars()
                .map(|c| if c.is_control() { ' ' } else { c })
                .collect();
            let words: Vec<&str> = visible.split_whitespace().collect();
            let line = words.join(" ");
            let line = line.trim_matches([',', ';', ' ']).to_owned();
            let fits = line.chars().any(char::is_alphabetic) && line.chars().count() <= LONGEST_LINE;
            Some(line).filter(|_| fits)
        };
        let postcode: String = postcode.chars().filter(|c| !c.is_whitespace()).collect();
        let is_postcode = postcode.len() == 5
            && postcode.bytes().all(|b| b.is_ascii_digit())
            && ("01".."99").contains(&postcode.get(..2).unwrap_or_default());
        Ok(Self {
            street: line(street).ok_or(BadAddress::Street)?,
            postcode: Some(postcode)
                .filter(|_| is_postcode)
                .ok_or(BadAddress::Postcode)?,
            town: line(town).ok_or(BadAddress::Town)?,
        })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {} {}", self.street, self.postcode, self.town)
    }
}

/// A change of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: ChangeId,
    /// Whose record.
    pub agent: AgentId,
    /// Where it stands.
    pub stage: Stage,
    /// What held when it was declared; `None`: nothing was known here.
    pub before: Option<Detail>,
    /// What it makes of it.
    pub after: Detail,
    /// When it was declared.
    pub declared_at: DateTime<Utc>,
    /// When it was decided on, or withdrawn.
    pub ended_at: Option<DateTime<Utc>>,
    /// Who decided.
    pub decided_by: Option<AgentId>,
    /// Why it was refused.
    pub reason: Option<String>,
    /// The first month that new bank details pay.
    pub effective: Option<Month>,
}

impl Change {
    /// Which part of the record.
    pub fn kind(&self) -> Kind {
        self.after.kind()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_street_postcode_and_town() {
        let address = Address::new(" 5 bis,  avenue Jean Jaurès ,", "93 500", "Pantin\n").unwrap();
        assert_eq!(address.to_string(), "5 bis, avenue Jean Jaurès, 93500 Pantin");
        let long = "a".repeat(101);
        for (street, postcode, town, wrong) in [
            ("", "75019", "Paris", BadAddress::Street),
            ("12", "75019", "Paris", BadAddress::Street),
            (&long, "75019", "Paris", BadAddress::Street),
            ("12 rue des Lilas", "7501", "Paris", BadAddress::Postcode),
            ("12 rue des Lilas", "750190", "Paris", BadAddress::Postcode),
            ("12 rue des Lilas", "00123", "Paris", BadAddress::Postcode),
            ("12 rue des Lilas", "99123", "Paris", BadAddress::Postcode),
            ("12 rue des Lilas", "7501é", "Paris", BadAddress::Postcode),
            ("12 rue des Lilas", "75019", " ", BadAddress::Town),
            ("12 rue des Lilas", "75019", "75019", BadAddress::Town),
        ] {
            assert_eq!(
                Address::new(street, postcode, town),
                Err(wrong),
                "{street} {postcode} {town}"
            );
        }
    }
}
