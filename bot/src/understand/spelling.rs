//! Abbreviations spelt out, typing errors undone, the language told.

use guichet_core::kernel::words::Lang;
use strsim::osa_distance;

use super::lexicon::{LEXICON, Lexicon, Spelt, letters, stem};
use super::token::{Gap, Token};

/// The words as the lexicon knows them, and the language they seem to be in.
pub(super) fn spelt(tokens: Vec<Token>, lang: Lang) -> (Vec<Token>, Option<Lang>) {
    let first = language(&tokens);
    let reading = first.unwrap_or(lang);
    let mut spelt = Vec::with_capacity(tokens.len());
    let mut corrections = MOST_CORRECTIONS;
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        // "c" is "c'est" unless it is the beginning of "c'est".
        let elided = rest.peek().is_some_and(|next| next.gap == Gap::Apostrophe);
        match LEXICON.short.get(&(reading, token.word.clone())) {
            Some(full) if !elided => spelt.extend(full.iter().enumerate().map(|(at, word)| Token {
                word: stem(word),
                gap: if at == 0 { token.gap } else { Gap::Space },
                known: true,
                ..token.clone()
            })),
            _ => match unglued(&token) {
                Some(words) => spelt.extend(words),
                None => spelt.push(corrected(token, &mut corrections)),
            },
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

/// "jpars", "dabsence", "mabsenter": a short word without its apostrophe or its vowel.
fn unglued(token: &Token) -> Option<[Token; 2]> {
    let head = token
        .word
        .get(..1)
        .filter(|head| ["j", "l", "d", "m", "s", "n", "t", "c"].contains(head))?;
    let rest = stem(token.word.get(1..)?);
    let known = |word: &str| LEXICON.vocabulary.contains(word);
    // Only "j" is put before a consonant.
    let elided = head == "j" || rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']);
    if token.name || rest.len() < 4 || !elided || !known(&rest) || known(&stem(&token.word)) {
        return None;
    }
    let head = if head == "j" && !rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']) {
        "je"
    } else {
        head
    };
    let first = Token {
        word: head.to_owned(),
        known: true,
        ..token.clone()
    };
    Some([
        first,
        Token {
            word: rest,
            known: true,
            gap: Gap::Space,
            ..token.clone()
        },
    ])
}

/// Looking for what was meant costs more than all else: a pasted text in an unknown language is not worth it.
const MOST_CORRECTIONS: u32 = 24;

fn corrected(mut token: Token, corrections: &mut u32) -> Token {
    let word = stem(&token.word);
    if LEXICON.vocabulary.contains(&word) {
        token.known = true;
    } else if *corrections > 0 {
        *corrections -= 1;
        if let Some(meant) = nearest(&word, token.name, &LEXICON) {
            token.word = meant.to_owned();
            token.known = true;
            return token;
        }
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
    let first = word.as_bytes().first();
    let set = letters(word);
    let near = |other: &&'a str| {
        (other.len() >= 6 || other.as_bytes().first() == first) && (!name || is_calendar(other, lexicon))
    };
    let rank = |other: &'a str| {
        // Letters are left out more often than added.
        let distance = osa_distance(word, other);
        (
            distance,
            other.as_bytes().first() != first,
            std::cmp::Reverse(other.len()),
            other,
        )
    };
    // Each error takes at most one letter away and brings one: most of the lexicon is out of reach without being compared.
    let reachable = |other: &&'a Spelt| {
        let (gone, come) = (set & !other.letters, other.letters & !set);
        gone.count_ones().max(come.count_ones()) as usize <= allowed
    };
    (word.len().saturating_sub(allowed).max(4)..=word.len() + allowed)
        .filter_map(|length| lexicon.by_length.get(&length))
        .flatten()
        .filter(reachable)
        .map(|other| other.word.as_str())
        .filter(near)
        .map(rank)
        .filter(|(distance, ..)| *distance <= allowed)
        .min()
        .map(|(.., other)| other)
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
