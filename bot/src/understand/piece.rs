//! Words grouped into what they mean.

use super::lexicon::{LEXICON, Phrase, Sense};
use super::token::{Gap, Token};

/// One expression of the lexicon, one number, or one word that means nothing to the bot.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub senses: Vec<Sense>,
    /// The value of a number, in digits or in words.
    pub number: Option<i64>,
    /// "1er", "16th".
    pub ordinal: bool,
    /// Written in words: "deux" is a day only where a day is expected.
    pub spelt: bool,
    /// How many words it has.
    pub words: usize,
    /// How many digits were written.
    pub digits: usize,
    pub gap: Gap,
    /// Where it stands in the cleaned text.
    pub from: usize,
    pub to: usize,
    pub known: bool,
    pub name: bool,
    pub word: String,
}

impl Piece {
    /// True if this piece expresses the concept.
    pub fn is(&self, concept: &str) -> bool {
        self.senses.iter().any(|sense| sense.concept == concept)
    }

    /// What follows the prefix: `weekday.3` has "3" of `weekday.`.
    pub fn of(&self, prefix: &str) -> Option<&'static str> {
        self.senses
            .iter()
            .find_map(|sense| sense.concept.strip_prefix(prefix))
    }

    /// The same in a form that carries a number.
    pub fn count_of(&self, prefix: &str) -> Option<u32> {
        self.of(prefix)?.parse().ok()
    }
}

/// Groups the words: at each place the longest expression wins.
pub(super) fn pieces(tokens: &[Token]) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let Some((token, after)) = rest.split_first() {
        let found = phrase(rest);
        let length = found.map_or(1, |phrase| phrase.words.len());
        let last = rest.get(length - 1).unwrap_or(token);
        let senses = found.map(|phrase| phrase.senses.clone()).unwrap_or_default();
        let (value, ordinal) = number(&token.word);
        let spelt = senses
            .iter()
            .find_map(|sense| sense.concept.strip_prefix("number.")?.parse().ok());
        pieces.push(Piece {
            number: value.or(spelt),
            ordinal,
            spelt: spelt.is_some(),
            words: length,
            digits: if value.is_some() {
                token.word.bytes().take_while(u8::is_ascii_digit).count()
            } else {
                0
            },
            senses,
            gap: token.gap,
            from: token.from,
            to: last.to,
            known: token.known,
            name: token.name,
            word: token.word.clone(),
        });
        rest = rest.get(length..).unwrap_or(after);
    }
    pieces
}

fn phrase(tokens: &[Token]) -> Option<&'static Phrase> {
    let candidates = LEXICON.phrases.get(&tokens.first()?.word)?;
    candidates.iter().find(|phrase| {
        phrase.words.len() <= tokens.len()
            && phrase
                .words
                .iter()
                .zip(tokens)
                .all(|(word, token)| *word == token.word)
    })
}

/// "12", "1er", "2nd", "3eme": the value, and whether it is an ordinal.
fn number(word: &str) -> (Option<i64>, bool) {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let value = word
        .get(..digits)
        .filter(|digits| digits.len() <= 9)
        .and_then(|digits| digits.parse().ok());
    match word.get(digits..) {
        Some("") => (value, false),
        Some("er" | "ere" | "e" | "eme" | "ieme" | "nd" | "nde" | "st" | "rd" | "th") => {
            (value, value.is_some())
        }
        _ => (None, false),
    }
}
