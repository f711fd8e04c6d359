//! What a message is about, beside its words of command: expressions looked for anywhere, as `lexicon/themes.txt` says.
//!
//! The lexicon gives every word to one expression, which dates and commands need. A theme takes no word away and may
//! skip some ("pas … encore reçu"), so that a new subject never changes how another is read.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lexicon::{conjugated, lines};
use super::token::Token;

const TEXT: &str = include_str!("lexicon/themes.txt");

/// How many words may stand where the file has `..`.
const GAP: usize = 3;

/// One expression: its words, in parts with words of no matter between them.
struct Theme {
    concept: &'static str,
    parts: Vec<Vec<String>>,
}

/// By first word.
static THEMES: LazyLock<HashMap<String, Vec<Theme>>> = LazyLock::new(|| {
    let mut themes: HashMap<String, Vec<Theme>> = HashMap::new();
    for theme in lines(TEXT).filter_map(entry).flatten() {
        if let Some(first) = theme.parts.first().and_then(|part| part.first()).cloned() {
            themes.entry(first).or_default().push(theme);
        }
    }
    themes
});

/// The concepts of all expressions that the words contain.
pub(super) fn themes(tokens: &[Token]) -> Vec<&'static str> {
    let begun = |at: usize| {
        let known = tokens.get(at).and_then(|token| THEMES.get(&token.word));
        known.into_iter().flatten().map(move |theme| (at, theme))
    };
    (0..tokens.len())
        .flat_map(begun)
        .filter(|(at, theme)| tokens.get(*at..).is_some_and(|rest| theme.begins(rest)))
        .map(|(_, theme)| theme.concept)
        .collect()
}

/// Where an expression of this concept begins.
pub(super) fn place(concept: &str, tokens: &[Token]) -> Option<usize> {
    (0..tokens.len()).find(|at| {
        let known = tokens.get(*at).and_then(|token| THEMES.get(&token.word));
        let rest = tokens.get(*at..).unwrap_or_default();
        known
            .into_iter()
            .flatten()
            .any(|theme| theme.concept == concept && theme.begins(rest))
    })
}

impl Theme {
    fn begins(&self, mut rest: &[Token]) -> bool {
        for (nth, part) in self.parts.iter().enumerate() {
            let skipped = if nth == 0 { 0 } else { GAP };
            let found = (0..=skipped).find(|&by| {
                let words = rest.get(by..by + part.len());
                words.is_some_and(|words| words.iter().zip(part).all(|(token, word)| token.word == *word))
            });
            let Some(by) = found else { return false };
            rest = rest.get(by + part.len()..).unwrap_or_default();
        }
        true
    }
}

/// `concept = expression, expression`: the themes of one line; a test wants every line to be one.
fn entry(line: &'static str) -> Option<Vec<Theme>> {
    let (concept, forms) = line.split_once('=')?;
    let concept = concept.trim();
    let forms = forms.split(',').map(str::trim).filter(|form| !form.is_empty());
    let themes: Vec<Theme> = forms
        .flat_map(expression)
        .map(|parts| Theme { concept, parts })
        .collect();
    (!concept.contains(' ') && !themes.is_empty()).then_some(themes)
}

/// The parts of an expression; a verb (`annul~er`) gives one expression per ending.
fn expression(form: &str) -> Vec<Vec<Vec<String>>> {
    form.split("..").fold(vec![Vec::new()], |begun, part| {
        let ways = conjugated(part.trim());
        begun
            .iter()
            .flat_map(|parts: &Vec<Vec<String>>| {
                ways.iter().filter(|way| !way.is_empty()).map(|way| {
                    let mut parts = parts.clone();
                    parts.push(way.clone());
                    parts
                })
            })
            .collect()
    })
}

/// Every word of the file: none of them is a typing error.
pub(super) fn vocabulary() -> impl Iterator<Item = &'static str> {
    let words = THEMES
        .values()
        .flatten()
        .flat_map(|theme| theme.parts.iter().flatten());
    words.map(String::as_str)
}

/// Every concept of the file.
#[cfg(test)]
pub(super) fn concepts() -> std::collections::HashSet<&'static str> {
    THEMES.values().flatten().map(|theme| theme.concept).collect()
}

/// The lines that say nothing.
#[cfg(test)]
pub(super) fn faults() -> Vec<&'static str> {
    lines(TEXT).filter(|line| entry(line).is_none()).collect()
}
