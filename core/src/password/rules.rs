//! What a personal password must be. Pure: the page that shows it while typing and the use case that sets it ask here.

use std::{collections::HashSet, sync::LazyLock};

/// The numbers of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Shortest password, with an upper-case letter, a digit and a special character.
    pub min_length: usize,
    /// From this length on, any characters will do.
    pub free_length: usize,
}

/// A rule that a password breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Broken {
    /// Shorter than the shortest.
    TooShort,
    /// No upper-case letter, and not long enough to do without.
    NoUpper,
    /// No digit, and not long enough to do without.
    NoDigit,
    /// No special character, and not long enough to do without.
    NoSpecial,
    /// It holds the agent's name or username.
    HoldsName,
    /// It holds the name of the city or of one of its portals.
    HoldsCity,
    /// It is, or is built on, a password that many people use.
    Common,
    /// It was used recently.
    UsedBefore,
    /// Longer than anything a person types: refused before it costs anything.
    TooLong,
}

impl Broken {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Broken::TooShort => "password-rule-too-short",
            Broken::NoUpper => "password-rule-no-upper",
            Broken::NoDigit => "password-rule-no-digit",
            Broken::NoSpecial => "password-rule-no-special",
            Broken::HoldsName => "password-rule-holds-name",
            Broken::HoldsCity => "password-rule-holds-city",
            Broken::Common => "password-rule-common",
            Broken::UsedBefore => "password-rule-used-before",
            Broken::TooLong => "password-rule-too-long",
        }
    }
}

/// Longest password that is looked at, in characters.
pub const LONGEST: usize = 256;

/// A part of a name shorter than this is found in too many innocent passwords.
const NAME_PART: usize = 3;
/// Nor is a shorter part of a proper name of the city looked for.
const CITY_PART: usize = 5;

static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("common.txt").lines().collect());

/// Every rule that `password` breaks for an agent of these `names` (username, given and family name) in a city of these
/// proper names, but for the comparison with former ones, which costs hashes and is made when it is set.
pub fn broken(password: &str, names: &[&str], city: &[&str], rules: &Rules) -> Vec<Broken> {
    let length = password.chars().count();
    if length > LONGEST {
        return vec![Broken::TooLong];
    }
    let mut broken = Vec::new();
    if length < rules.min_length {
        broken.push(Broken::TooShort);
    }
    if length < rules.free_length {
        let lacks = |class: fn(char) -> bool| !password.chars().any(class);
        if lacks(char::is_uppercase) {
            broken.push(Broken::NoUpper);
        }
        if lacks(char::is_numeric) {
            broken.push(Broken::NoDigit);
        }
        if lacks(|c| !c.is_alphanumeric()) {
            broken.push(Broken::NoSpecial);
        }
    }
    if holds_name(password, names) {
        broken.push(Broken::HoldsName);
    }
    if holds_city(password, city) {
        broken.push(Broken::HoldsCity);
    }
    if is_common(password) {
        broken.push(Broken::Common);
    }
    broken
}

/// How strong it looks, from 0 to 4, to be shown while typing. It never decides.
pub fn strength(password: &str, names: &[&str]) -> u8 {
    // What is beyond the longest is refused; it must not cost anything here either.
    let password: String = password.chars().take(LONGEST).collect();
    let password = password.as_str();
    if is_common(password) || holds_name(password, names) {
        return 0;
    }
    let classes: [fn(char) -> bool; 4] = [char::is_lowercase, char::is_uppercase, char::is_numeric, |c| {
        !c.is_alphanumeric()
    }];
    let kinds = classes
        .iter()
        .filter(|class| password.chars().any(**class))
        .count();
    let bits_each = if kinds <= 1 { 4 } else { 5 };
    let bits = (password.chars().count() - idle_steps(password)) * bits_each;
    match bits {
        0..=27 => 0,
        28..=44 => 1,
        45..=59 => 2,
        60..=79 => 3,
        _ => 4,
    }
}

/// Steps from a character to itself or to its neighbour ("aaa", "1234"): they add length and nothing else.
fn idle_steps(password: &str) -> usize {
    let codes: Vec<u32> = password.chars().map(u32::from).collect();
    codes
        .iter()
        .zip(codes.iter().skip(1))
        .filter(|(a, b)| a.abs_diff(**b) <= 1)
        .count()
}

fn holds_name(password: &str, names: &[&str]) -> bool {
    let password = folded(password);
    names
        .iter()
        .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()))
        .map(folded)
        .any(|part| part.chars().count() >= NAME_PART && password.contains(&part))
}

/// A proper name as it is written, or its longest word: "Ville de Paris" is guessed as "paris", and as "ville" too.
fn holds_city(password: &str, city: &[&str]) -> bool {
    let password = folded(password);
    city.iter()
        .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()))
        .map(folded)
        .any(|part| part.chars().count() >= CITY_PART && password.contains(&part))
}

fn is_common(password: &str) -> bool {
    let password = folded(password);
    let core = password.trim_matches(|c: char| !c.is_alphabetic());
    // "1" stands for an i in some words, for an l in others.
    let is_listed = |one: char| {
        let letter = |c| if c == '1' { one } else { unmasked(c) };
        let letters: String = core.chars().map(letter).filter(|c| c.is_alphabetic()).collect();
        COMMON.contains(letters.as_str())
    };
    let distinct: HashSet<char> = password.chars().collect();
    let length = password.chars().count();
    is_listed('i') || is_listed('l') || distinct.len() < 5 || idle_steps(&password) * 5 >= length * 4
}

/// Lower case, without the accents of French: "É" and "e" are the same letter to a guesser.
fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'à' | 'â' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            'ÿ' => 'y',
            c => c,
        })
        .collect()
}

/// The letter that a digit or sign stands for in a disguised word.
fn unmasked(c: char) -> char {
    match c {
        '0' => 'o',
        '!' | '|' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        c => c,
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
