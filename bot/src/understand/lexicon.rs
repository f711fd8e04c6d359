//! The words of both languages, read once from the data files beside this one.
//!
//! `fr.txt` and `en.txt` map concepts to the ways of saying them, `short.txt` undoes abbreviations.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use guichet_core::kernel::words::Lang;

use super::themes;
use super::token::{fold, tokens};

const FRENCH: &str = include_str!("lexicon/fr.txt");
const ENGLISH: &str = include_str!("lexicon/en.txt");
const SHORT: &str = include_str!("lexicon/short.txt");

/// A concept, and the language in which it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sense {
    pub concept: &'static str,
    pub lang: Lang,
}

/// A way of saying something: one word or several.
pub(super) struct Phrase {
    pub words: Vec<String>,
    pub senses: Vec<Sense>,
}

/// A word, and which letters it has: what has too many others is no misspelling of it.
pub(super) struct Spelt {
    pub word: String,
    pub letters: u64,
}

/// Everything the data files say.
pub(super) struct Lexicon {
    /// By first word, the longest first.
    pub phrases: HashMap<String, Vec<Phrase>>,
    /// Every word of the files: none of them is a typing error.
    pub vocabulary: HashSet<String>,
    /// The same by length: where a typing error is looked for.
    pub by_length: HashMap<usize, Vec<Spelt>>,
    /// Words that tell the language.
    pub telling: HashMap<String, Lang>,
    /// What abbreviations stand for, by language.
    pub short: HashMap<(Lang, String), Vec<String>>,
}

/// The one lexicon.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(load);

/// The form under which a word is looked up: a plural is its singular.
pub(super) fn stem(word: &str) -> String {
    match word.strip_suffix(['s', 'x']) {
        Some(singular) if singular.len() >= 4 && singular.is_ascii() => singular.to_owned(),
        _ => word.to_owned(),
    }
}

/// Remembers a word, once.
fn know(word: &str, vocabulary: &mut HashSet<String>) {
    if !vocabulary.contains(word) {
        vocabulary.insert(word.to_owned());
    }
}

/// The letters of a word: a bit for each that it has, and another for each that it has twice or more. What is no letter
/// of the alphabet shares one.
pub(super) fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |set, byte| {
        let bit = match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            _ => 1 << 31,
        };
        set | if set & bit == 0 { bit } else { bit << 32 }
    })
}

fn load() -> Lexicon {
    let mut said: HashMap<Vec<String>, Vec<Sense>> = HashMap::new();
    let mut telling: HashMap<String, Option<Lang>> = HashMap::new();
    for (text, lang) in [(FRENCH, Lang::Fr), (ENGLISH, Lang::En)] {
        for (concept, forms) in lines(text).filter_map(entry) {
            for words in forms.split(',').flat_map(|form| conjugated(form.trim())) {
                if let [word] = words.as_slice() {
                    let seen = telling.entry(word.clone()).or_insert(Some(lang));
                    *seen = seen.filter(|first| *first == lang);
                }
                let senses = said.entry(words).or_default();
                if !senses.iter().any(|sense| sense.concept == concept) {
                    senses.push(Sense { concept, lang });
                }
            }
        }
    }
    let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
    let mut vocabulary = HashSet::new();
    for (words, senses) in said {
        words.iter().for_each(|word| know(word, &mut vocabulary));
        if let Some(first) = words.first().cloned() {
            phrases.entry(first).or_default().push(Phrase { words, senses });
        }
    }
    for begun in phrases.values_mut() {
        begun.sort_unstable_by(|one, other| {
            (other.words.len(), &one.words).cmp(&(one.words.len(), &other.words))
        });
    }
    themes::vocabulary().for_each(|word| know(word, &mut vocabulary));
    let mut by_length: HashMap<usize, Vec<Spelt>> = HashMap::new();
    for word in &vocabulary {
        let (word, letters) = (word.clone(), letters(word));
        by_length
            .entry(word.len())
            .or_default()
            .push(Spelt { word, letters });
    }
    let short = short();
    let telling = telling
        .into_iter()
        .filter_map(|(word, lang)| Some((word, lang?)))
        .collect();
    Lexicon {
        phrases,
        vocabulary,
        by_length,
        telling,
        short,
    }
}

/// `concept = form, form`; a test wants every line to be one.
fn entry(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (left, right) = line.split_once('=')?;
    let (left, right) = (left.trim(), right.trim());
    (!left.contains(' ') && !right.is_empty()).then_some((left, right))
}

/// The lines of a data file that say something.
pub(super) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Endings of a regular French verb, and of the noun made from it: `annul~er` stands for all of them.
const ENDINGS: &[&str] = &[
    "er", "e", "es", "ent", "ons", "ez", "ee", "ais", "ait", "ions", "iez", "aient", "ai", "a", "erai",
    "era", "erais", "erait", "erez", "eriez", "eront", "ant", "ation",
];

/// A form as words to look up; a verb gives one per ending.
pub(super) fn conjugated(form: &str) -> Vec<Vec<String>> {
    match form.split_once("~er") {
        Some((stem, rest)) => ENDINGS
            .iter()
            .map(|end| words(&format!("{stem}{end}{rest}")))
            .collect(),
        None => vec![words(form)],
    }
}

fn words(form: &str) -> Vec<String> {
    tokens(form).into_iter().map(|token| stem(&token.word)).collect()
}

fn short() -> HashMap<(Lang, String), Vec<String>> {
    let mut short = HashMap::new();
    let mut lang = Lang::Fr;
    for line in lines(SHORT) {
        match (line, line.split_once('=')) {
            ("[fr]", _) => lang = Lang::Fr,
            ("[en]", _) => lang = Lang::En,
            (_, Some((left, right))) => {
                let full: Vec<String> = tokens(right).into_iter().map(|token| token.word).collect();
                for form in left.split(',') {
                    short.insert((lang, fold(form.trim())), full.clone());
                }
            }
            _ => {}
        }
    }
    short
}

/// The lines that say nothing.
#[cfg(test)]
pub(super) fn faults() -> Vec<&'static str> {
    let words = lines(FRENCH)
        .chain(lines(ENGLISH))
        .filter(|line| entry(line).is_none());
    let short = lines(SHORT).filter(|line| !line.starts_with('[') && !line.contains('='));
    words.chain(short).collect()
}

/// Every concept of the files.
#[cfg(test)]
pub(super) fn concepts() -> HashSet<&'static str> {
    lines(FRENCH)
        .chain(lines(ENGLISH))
        .filter_map(entry)
        .map(|(concept, _)| concept)
        .collect()
}
