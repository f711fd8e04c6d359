//! Abbreviations spelt out, typing errors undone, the language told.

use guichet_core::kernel::words::Lang;
use strsim::osa_distance;

use super::lexicon::{LEXICON, Lexicon, stem};
use super::token::{Gap, Token};

/// The words as the lexicon knows them, and the language they seem to be in.
pub(super) fn spelt(tokens: Vec<Token>, lang: Lang) -> (Vec<Token>, Option<Lang>) {
    let first = language(&tokens);
    let reading = first.unwrap_or(lang);
    let mut spelt = Vec::with_capacity(tokens.len());
    for token in tokens {
        match LEXICON.short.get(&(reading, token.word.clone())) {
            Some(full) => spelt.extend(full.iter().enumerate().map(|(at, word)| Token {
                word: stem(word),
                gap: if at == 0 { token.gap } else { Gap::Space },
                known: true,
                ..token.clone()
            })),
            None => spelt.push(corrected(token)),
        }
    }
    let language = language(&spelt).or(first);
    (spelt, language)
}

/// The language of most of the telling words; none when there are none, or as many of each.
fn language(tokens: &[Token]) -> Option<Lang> {
    let count = |lang| {
        tokens
            .iter()
            .filter(|token| {
                LEXICON.telling.get(&stem(&token.word)) == Some(&lang)
                    || LEXICON.short.contains_key(&(lang, token.word.clone()))
            })
            .count()
    };
    let (french, english) = (count(Lang::Fr), count(Lang::En));
    match french.cmp(&english) {
        std::cmp::Ordering::Greater => Some(Lang::Fr),
        std::cmp::Ordering::Less => Some(Lang::En),
        std::cmp::Ordering::Equal => None,
    }
}

fn corrected(mut token: Token) -> Token {
    let word = stem(&token.word);
    if LEXICON.vocabulary.contains(&word) {
        token.known = true;
    } else if let Some(meant) = nearest(&word, token.name, &LEXICON) {
        token.word = meant.to_owned();
        token.known = true;
        return token;
    }
    token.word = word;
    token
}

/// The word of the lexicon that was probably meant. Short words, numbers and names are left alone: an error in
/// them would make another word as often as not. A name may only be a misspelt day or month.
fn nearest<'a>(word: &str, name: bool, lexicon: &'a Lexicon) -> Option<&'a str> {
    let allowed = match word.len() {
        5..=8 => 1,
        9..=20 => 2,
        _ => return None,
    };
    if !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let near = |other: &&'a String| {
        other.len() >= 4
            && other.len().abs_diff(word.len()) <= allowed
            && (other.len() >= 6 || other.as_bytes().first() == word.as_bytes().first())
            && (!name || is_calendar(other, lexicon))
    };
    let rank = |other: &'a String| {
        let same_start = other.as_bytes().first() == word.as_bytes().first();
        // Letters are left out more often than added.
        (
            osa_distance(word, other),
            !same_start,
            std::cmp::Reverse(other.len()),
            other,
        )
    };
    lexicon
        .vocabulary
        .iter()
        .filter(near)
        .map(rank)
        .filter(|(distance, ..)| *distance <= allowed)
        .min()
        .map(|(.., other)| other.as_str())
}

fn is_calendar(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.phrases.get(word).into_iter().flatten().any(|phrase| {
        phrase.words.len() == 1
            && phrase
                .senses
                .iter()
                .any(|s| s.concept.starts_with("month.") || s.concept.starts_with("weekday."))
    })
}
