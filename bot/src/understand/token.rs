//! Words and what stands between them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What separates a word from the one before: dates and reasons depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    Space,
    Apostrophe,
    Dot,
    Slash,
    Dash,
    Comma,
    Stop,
}

/// One word of a message.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Lower case, without accents, after abbreviations and typing errors were undone.
    pub word: String,
    /// Where it stands in the cleaned text.
    pub from: usize,
    pub to: usize,
    pub gap: Gap,
    /// Written with a capital, inside a sentence: probably a name.
    pub name: bool,
    /// Common to one of the languages, or known to the lexicon.
    pub known: bool,
}

/// Messages longer than this many words are understood by their beginning.
const MOST: usize = 400;

/// Cuts a cleaned text into words. Letters and digits make words, a pictogram is a word of its own.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut gap = Gap::Stop;
    let mut from: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() || is_combining_mark(c) {
            from.get_or_insert(at);
            continue;
        }
        if let Some(begun) = from.take() {
            push(&mut tokens, text, begun..at, gap);
            gap = Gap::Space;
        }
        if is_pictogram(c) {
            push(&mut tokens, text, at..at + c.len_utf8(), gap);
            gap = Gap::Space;
        } else {
            gap = gap.max(kind(
                c,
                text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next()),
            ));
        }
        if tokens.len() >= MOST {
            break;
        }
    }
    tokens
}

fn push(tokens: &mut Vec<Token>, text: &str, at: std::ops::Range<usize>, gap: Gap) {
    let Some(raw) = text.get(at.clone()) else { return };
    let mut chars = raw.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let name = capital && gap != Gap::Stop && chars.next().is_some_and(|c| c.is_lowercase());
    for (word, part) in split(raw) {
        let gap = if part.start == 0 { gap } else { Gap::Space };
        let (from, to) = (at.start + part.start, at.start + part.end);
        tokens.push(Token {
            word: fold(word),
            from,
            to,
            gap,
            name,
            known: false,
        });
    }
}

/// "16mars" is two words; "2main", "1er" and "14h30" stay whole and are the lexicon's matter.
fn split(raw: &str) -> Vec<(&str, std::ops::Range<usize>)> {
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    match (raw.get(..digits), raw.get(digits..)) {
        (Some(number), Some(rest)) if digits > 0 && rest.chars().count() >= 4 => {
            if rest.chars().all(char::is_alphabetic) && !rest.starts_with("main") {
                return vec![(number, 0..digits), (rest, digits..raw.len())];
            }
            vec![(raw, 0..raw.len())]
        }
        _ => vec![(raw, 0..raw.len())],
    }
}

/// Lower case, without accents or ligatures, in the letters of compatibility ("１６" is "16").
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for c in word
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            c => folded.push(c),
        }
    }
    folded
}

fn is_pictogram(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
        && c != '→'
}

fn kind(c: char, next: Option<char>) -> Gap {
    match c {
        '?' | '!' | '\n' | '…' => Gap::Stop,
        '.' if next.is_none_or(char::is_whitespace) => Gap::Stop,
        ',' | ';' | ':' | '(' | ')' => Gap::Comma,
        '-' | '–' | '—' | '‑' | '−' | '→' | '>' | '~' => Gap::Dash,
        '/' | '\\' => Gap::Slash,
        '.' => Gap::Dot,
        '\'' | '’' | '‘' | '`' | 'ʼ' | '´' => Gap::Apostrophe,
        _ => Gap::Space,
    }
}
