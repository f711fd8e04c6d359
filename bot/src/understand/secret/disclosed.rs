//! Sentences that give a secret away: "mon mot de passe est …", "mdp : …", "… is my password".

use super::SecretKind;
use crate::understand::lexicon::{LEXICON, stem};
use crate::understand::token::fold;

/// A word between spaces, and its folded letters and digits.
struct Word<'a> {
    raw: &'a str,
    folded: String,
}

/// How a password is called: the words, folded.
const CALLED: &[&[&str]] = &[
    &["mot", "de", "passe"],
    &["mot", "2", "passe"],
    &["mots", "de", "passe"],
    &["mdp"],
    &["motdepasse"],
    &["password"],
    &["passwd"],
    &["pwd"],
    &["passphrase"],
    &["pw"],
    &["code", "pin"],
    &["pass"],
];

/// Words by which it is said what the password is.
const STATES: &[&str] = &[
    "est", "is", "c", "cest", "etait", "was", ":", "=", "->", "→", "=>", "voici", "s", "suivant",
];

/// Words that may stand between the name and the value.
const BETWEEN: &[&str] = &[
    "en",
    "intraparis",
    "intra",
    "moncompteparisien",
    "mon",
    "ma",
    "compte",
    "parisien",
    "de",
    "du",
    "la",
    "le",
    "session",
    "windows",
    "actuel",
    "ancien",
    "nouveau",
    "temporaire",
    "provisoire",
    "pro",
    "perso",
    "my",
    "the",
    "new",
    "old",
    "current",
    "now",
    "maintenant",
    "toujours",
    "still",
    "pour",
    "for",
    "to",
    "a",
    "par",
    "account",
    "donc",
    "messagerie",
];

/// How many such words are passed over.
const MOST_BETWEEN: usize = 6;

/// Product names that mix letters and digits.
const HARMLESS: &[&str] = &[
    "windows10",
    "windows11",
    "office365",
    "microsoft365",
    "o365",
    "m365",
    "iphone15",
    "iphone16",
];

pub(super) fn disclosed(text: &str) -> Option<SecretKind> {
    let words = words(text);
    (0..words.len()).find_map(|at| {
        if let Some(length) = called(&words, at) {
            return (value_after(&words, at + length) || value_before(&words, at))
                .then_some(SecretKind::Password);
        }
        code_after(&words, at).then_some(SecretKind::Code)
    })
}

/// Words between spaces; "mdp:Soleil" is three.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for raw in text.split_whitespace() {
        let sign = raw.char_indices().find(|(_, c)| matches!(c, ':' | '='));
        let parts = match sign {
            Some((at, c)) if at > 0 && is_last_of_name(&folded(raw.get(..at).unwrap_or(""))) => [
                raw.get(..at),
                raw.get(at..at + c.len_utf8()),
                raw.get(at + c.len_utf8()..),
            ],
            _ => [Some(raw), None, None],
        };
        for raw in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
            words.push(Word {
                raw,
                folded: folded(raw),
            });
        }
    }
    words
}

/// Letters and digits only; a lone sign stays itself. "c'est" is "c", "d'accès" is "d".
fn folded(raw: &str) -> String {
    if STATES.contains(&raw) {
        return raw.to_owned();
    }
    let raw = raw.trim_matches(|c: char| !c.is_alphanumeric());
    match raw.split_once(['\'', '’']) {
        Some((head, _)) if head.len() <= 1 => fold(head),
        _ => fold(raw),
    }
}

fn is_last_of_name(word: &str) -> bool {
    CALLED
        .iter()
        .filter_map(|name| name.last())
        .any(|last| *last == word)
        || word == "code"
}

fn called(words: &[Word<'_>], at: usize) -> Option<usize> {
    let rest = words.get(at..)?;
    let name = CALLED.iter().find(|name| {
        name.len() <= rest.len() && name.iter().zip(rest).all(|(called, word)| *called == word.folded)
    })?;
    Some(name.len())
}

/// Behind its name: at once, after "est" or a colon, or after words like "intraparis".
fn value_after(words: &[Word<'_>], from: usize) -> bool {
    let colon = |word: &Word<'_>| word.raw.ends_with([':', '=']) || ["->", "→", "=>"].contains(&word.raw);
    let mut signed = from
        .checked_sub(1)
        .and_then(|name| words.get(name))
        .is_some_and(colon);
    let mut stated = signed;
    let mut at = from;
    for _ in 0..MOST_BETWEEN {
        let Some(word) = words.get(at) else { return false };
        let between = BETWEEN.contains(&word.folded.as_str())
            && word.raw.chars().count() <= word.folded.chars().count() + 1;
        let states = STATES.contains(&word.folded.as_str());
        if !(between || states) {
            break;
        }
        signed |= colon(word);
        stated |= states || signed;
        at += 1;
    }
    let Some(word) = words.get(at) else { return false };
    let value = trimmed(word.raw);
    let polite = words
        .get(at + 1)
        .is_none_or(|word| ["svp", "stp", "merci", "please", "thanks"].contains(&word.folded.as_str()));
    let last = polite && words.len() <= at + 2;
    // "est" is followed by an adjective as often as by the password; a capital or a colon tells.
    let telling = signed || stated && value.chars().next().is_some_and(char::is_uppercase);
    is_strong(value, stated || at == from)
        || telling && last && is_odd_word(word)
        || stated && is_number(value, 4)
}

/// In front of its name: "Soleil75! est mon mot de passe".
fn value_before(words: &[Word<'_>], name: usize) -> bool {
    let word = |back: usize| name.checked_sub(back).and_then(|at| words.get(at));
    let states = |back: usize| {
        word(back).is_some_and(|word| ["est", "is", "c", "comme", "as"].contains(&word.folded.as_str()))
    };
    let owner = word(1).is_some_and(|word| ["mon", "my", "le", "the"].contains(&word.folded.as_str()));
    owner && states(2) && word(3).is_some_and(|word| is_strong(trimmed(word.raw), true))
}

/// "mon code est 482913", "code sms : 482913".
fn code_after(words: &[Word<'_>], at: usize) -> bool {
    if words.get(at).is_none_or(|word| word.folded != "code") {
        return false;
    }
    let mut next = at + 1;
    let about = [
        "sms",
        "recu",
        "de",
        "verification",
        "securite",
        "connexion",
        "otp",
        "2fa",
        "is",
        "par",
        "by",
        "unique",
    ];
    while words.get(next).is_some_and(|word| {
        (about.contains(&word.folded.as_str()) || STATES.contains(&word.folded.as_str()))
            && next < at + MOST_BETWEEN
    }) {
        next += 1;
    }
    words
        .get(next)
        .is_some_and(|word| is_number(trimmed(word.raw), 6) && trimmed(word.raw).len() <= 8)
}

fn trimmed(raw: &str) -> &str {
    raw.trim_matches(['"', '«', '»', '\'', '’', '(', ')', '`', '“', '”', ','])
}

fn is_number(value: &str, least: usize) -> bool {
    value.len() >= least && value.bytes().all(|b| b.is_ascii_digit())
}

/// Letters mixed with digits or signs, as no word, date or amount is. Less is enough where a password is announced.
fn is_strong(value: &str, announced: bool) -> bool {
    let value = value.trim_end_matches(['.', ';', '?']);
    let has = |kind: fn(char) -> bool| value.chars().any(kind);
    let sign = value.chars().any(|c| "!@#$%^&*+=~|{}[]_§£€".contains(c));
    let mixed =
        has(char::is_alphabetic) && (has(|c| c.is_ascii_digit()) || sign && value.chars().count() > 6);
    let length = value.chars().count();
    let honest = HARMLESS.contains(&fold(value).as_str()) || super::is_address(value) || is_counted(value);
    mixed && !honest && length <= 128 && (announced && length >= 6 || sign && length >= 8)
}

/// "16mars", "2026-T3", "1ere", "12h30", "n°2451": numbers with their unit, and words with an exclamation mark.
fn is_counted(value: &str) -> bool {
    let bare = value.trim_end_matches('!');
    let letters: String = bare.chars().filter(|c| c.is_alphabetic()).collect();
    let ends = bare.chars().next().is_some_and(|c| c.is_ascii_digit()) && !value.ends_with('!');
    let known = LEXICON.vocabulary.contains(&stem(&fold(&letters)));
    !bare.chars().any(|c| c.is_ascii_digit()) && value.ends_with('!') || ends && (known || letters.len() <= 2)
}

/// A word that no lexicon knows, where a password is announced: "mdp : bidouille". Participles tell what became of
/// the password, not what it is.
fn is_odd_word(word: &Word<'_>) -> bool {
    let raw = trimmed(word.raw).to_lowercase();
    let plain = word.folded.len() >= 5 && word.folded.chars().all(char::is_alphabetic);
    let participle = [
        "é", "ée", "és", "ées", "ed", "ant", "ing", "able", "ible", "er", "ir", "ment",
    ];
    plain
        && !LEXICON.vocabulary.contains(&stem(&word.folded))
        && !participle.iter().any(|end| raw.ends_with(end))
}
