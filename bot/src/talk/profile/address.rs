//! From a sentence to the three parts of an address.

use guichet_core::profile::{Address, BadAddress};

use crate::talk::Said;

/// What the words say of an address, after what was said before: the street of a first message waits for its town.
pub(super) fn read(street: Option<&str>, said: &Said) -> Result<Address, (BadAddress, Option<String>)> {
    let text = said.understood.facts.address.as_deref().unwrap_or(&said.text);
    let parts = parts(text);
    let own = parts.street.trim_matches([',', ' ']);
    let street = match street {
        Some(street) if !own.chars().any(char::is_alphabetic) => street,
        _ => own,
    };
    Address::new(street, parts.postcode, parts.town).map_err(|bad| {
        let kept = Address::new(street, "75001", "Paris")
            .ok()
            .map(|address| address.street);
        (bad, kept)
    })
}

/// True for words that hold a postcode.
pub(super) fn has_postcode(text: &str) -> bool {
    !parts(text).postcode.is_empty()
}

struct Parts<'a> {
    street: &'a str,
    postcode: &'a str,
    town: &'a str,
}

/// Splits at the last group of exactly five digits.
fn parts(text: &str) -> Parts<'_> {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let starts = (0..text.len())
        .rev()
        .filter(|at| (*at..at + 5).all(is_digit) && !is_digit(at + 5) && (*at == 0 || !is_digit(at - 1)));
    for at in starts {
        if let (Some(street), Some(postcode), Some(town)) =
            (text.get(..at), text.get(at..at + 5), text.get(at + 5..))
        {
            return Parts {
                street,
                postcode,
                town: town.trim_end_matches(['.', '!', ' ']),
            };
        }
    }
    Parts {
        street: text,
        postcode: "",
        town: "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_five_digits_part_street_and_town() {
        for (text, street, postcode, town) in [
            (
                "12 rue des Lilas 75019 Paris",
                "12 rue des Lilas ",
                "75019",
                " Paris",
            ),
            (
                "5 bis avenue Jaurès, 93500 Pantin.",
                "5 bis avenue Jaurès, ",
                "93500",
                " Pantin",
            ),
            ("75019 Paris", "", "75019", " Paris"),
            (
                "12345 rue Longue 13001 Marseille",
                "12345 rue Longue ",
                "13001",
                " Marseille",
            ),
            ("12 rue des Lilas", "12 rue des Lilas", "", ""),
            ("numéro 0612345678", "numéro 0612345678", "", ""),
            ("é75019é", "é", "75019", "é"),
        ] {
            let parts = parts(text);
            assert_eq!(
                (parts.street, parts.postcode, parts.town),
                (street, postcode, town)
            );
        }
    }
}
