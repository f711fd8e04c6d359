//! The reason of a refusal: what is accepted as one.

use crate::people::fold;

/// Why the reason of a refusal is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadReason {
    /// None was given.
    #[error("no reason")]
    Missing,
    /// It names no fact: "service needs" alone can be written under any refusal.
    #[error("the reason names no fact")]
    Vague,
    /// It does not fit.
    #[error("the reason is too long")]
    TooLong,
}

/// The longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// Words that say no more than "no".
const EMPTY_WORDS: [&str; 34] = [
    "a",
    "au",
    "aux",
    "besoin",
    "besoins",
    "car",
    "cause",
    "d",
    "de",
    "des",
    "du",
    "en",
    "impossible",
    "interet",
    "l",
    "la",
    "le",
    "les",
    "merci",
    "motif",
    "necessite",
    "necessites",
    "no",
    "non",
    "pas",
    "possible",
    "pour",
    "raison",
    "raisons",
    "refus",
    "refuse",
    "service",
    "services",
    "sorry",
];

/// The reason of a refusal, without the spaces and the full stop around it. It must name a fact (a colleague away,
/// a closed period …): the agent has a right to know what stands in the way, and stock phrases do not hold before a
/// judge.
pub fn specific(reason: &str) -> Result<&str, BadReason> {
    let reason = reason.trim().trim_end_matches('.');
    let folded = fold(reason);
    let words = || {
        folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    match words().filter(|word| !EMPTY_WORDS.contains(word)).count() {
        _ if reason.chars().count() > LONGEST_REASON => Err(BadReason::TooLong),
        0 if words().next().is_none() => Err(BadReason::Missing),
        0 | 1 => Err(BadReason::Vague),
        _ => Ok(reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_must_name_a_fact() {
        for given in ["", "   ", "\u{a0}…"] {
            assert_eq!(specific(given), Err(BadReason::Missing), "{given:?}");
        }
        for given in [
            "non",
            "Nécessité de service",
            "nécessités du service.",
            "service needs",
            "pas possible",
            "refus",
        ] {
            assert_eq!(specific(given), Err(BadReason::Vague), "{given:?}");
        }
        assert_eq!(specific(&"deux absents ".repeat(50)), Err(BadReason::TooLong));
        let given = "  deux collègues déjà absents cette semaine ";
        assert_eq!(specific(given), Ok("deux collègues déjà absents cette semaine"));
        assert_eq!(specific("two colleagues are away"), Ok("two colleagues are away"));
        assert_eq!(specific("conseil municipal"), Ok("conseil municipal"));
    }
}
