//! The number of a bank account. It is shown whole to nobody but whoever compares it with its proof.

use std::fmt;

use iban::IbanLike;
use serde::{Deserialize, Serialize};

use crate::kernel::line::Value;

/// An IBAN whose check digits, country and length are right. It prints masked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Iban(String);

impl Iban {
    /// Reads one, however it is spaced; `None`: it can't be one.
    pub fn read(text: &str) -> Option<Self> {
        let plain = text.chars().filter(|c| c.is_alphanumeric());
        let plain: String = plain.flat_map(char::to_uppercase).collect();
        let iban: iban::Iban = plain.parse().ok()?;
        Some(Self(iban.electronic_str().to_owned()))
    }

    /// All of it, in groups of four.
    pub fn whole(&self) -> String {
        let groups = self.0.as_bytes().chunks(4).map(String::from_utf8_lossy);
        groups.collect::<Vec<_>>().join(" ")
    }

    /// The country and the last four: enough to tell one's own from another.
    pub fn masked(&self) -> Value {
        let (country, last) = self.ends();
        let args = [("country", country), ("last", last)];
        let args = args.map(|(name, value)| (name.to_owned(), value.into()));
        Value::Phrase("profile-bank-masked".to_owned(), args.into())
    }

    fn ends(&self) -> (&str, &str) {
        let country = self.0.get(..2).unwrap_or_default();
        let last = self.0.get(self.0.len().saturating_sub(4)..).unwrap_or_default();
        (country, last)
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (country, last) = self.ends();
        write!(f, "Iban({country}..{last})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iban_has_the_length_of_its_country_and_its_check_digits() {
        for (text, whole) in [
            (
                "FR76 3000 6000 0112 3456 7890 189",
                "FR76 3000 6000 0112 3456 7890 189",
            ),
            ("fr1420041010050500013m02606", "FR14 2004 1010 0505 0001 3M02 606"),
            ("BE68-5390-0754-7034", "BE68 5390 0754 7034"),
            (
                "DE89\u{a0}3704\u{a0}0044\u{a0}0532\u{a0}0130\u{a0}00",
                "DE89 3704 0044 0532 0130 00",
            ),
        ] {
            assert_eq!(
                Iban::read(text).map(|iban| iban.whole()).as_deref(),
                Some(whole),
                "{text}"
            );
        }
        for wrong in [
            "",
            "FR76",
            "FR76 3000 6000 0112 3456 7890 188",
            "FR76 3000 6000 0112 3456 7890 1890",
            "FR67 3000 6000 0112 3456 7890 189",
            "XX76 3000 6000 0112 3456 7890 189",
            "BE68 5390 0754 70341",
            "FR76 3000 6000 0112 3456 7890 18é",
            "30006 00001 12345678901 89",
        ] {
            assert_eq!(Iban::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn it_prints_masked() {
        let iban = Iban::read("FR7630006000011234567890189").unwrap();
        assert_eq!(format!("{iban:?}"), "Iban(FR..0189)");
        assert!(!format!("{:?}", iban.masked()).contains("3000"));
    }
}
