//! What a message is like that no rule understood: the sentences of `lexicon/examples.txt` that share most words with it.
//!
//! A likeness is a guess: it is asked, never acted on.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::Intent;
use super::lexicon::{lines, stem};
use super::token::{Token, tokens};

const TEXT: &str = include_str!("lexicon/examples.txt");

/// How many of the likest sentences are asked what it is.
const VOTERS: usize = 7;

/// The squares of their likenesses (1 is the same sentence) that make a guess. Found on sentences that were in no example.
const GUESS: f64 = 0.12;

/// Nothing less like than this is worth a guess.
const LIKE: f64 = 0.25;

/// The likeness of the likest sentence, and the part of all votes, that outweigh a rule.
const CERTAIN: f64 = 0.62;
const ALONE: f64 = 0.8;

/// The sentence itself is left to the rules: else a corpus whose sentences are examples would measure nothing.
const SAME: f64 = 0.999;

/// A longer message is compared by its beginning.
const MOST: usize = 40;

/// The sentences, by what they have.
struct Examples {
    /// What each means, and its length as a vector of features.
    known: Vec<(Intent, f64)>,
    having: HashMap<u64, Feature>,
}

/// Something that sentences may share.
#[derive(Default)]
struct Feature {
    /// How much it tells, squared: the fewer have it, the more.
    weight: f64,
    /// The sentences that have it.
    of: Vec<usize>,
}

/// How the sentences most like a message vote.
pub(super) struct Likeness {
    /// Of the likest one, from 0 to 1.
    best: f64,
    votes: Vec<(Intent, f64)>,
}

static EXAMPLES: LazyLock<Examples> = LazyLock::new(load);

/// What the sentences most like these words mean.
pub(super) fn likest(tokens: &[Token]) -> Likeness {
    let examples = &*EXAMPLES;
    let features = features(tokens.iter().take(MOST).map(|token| token.word.as_str()));
    let mut shared = vec![0.0; examples.known.len()];
    let mut touched = Vec::new();
    let mut length = 0.0;
    for feature in features {
        let Some(known) = examples.having.get(&feature) else {
            length += weight(examples.known.len(), 0);
            continue;
        };
        length += known.weight;
        for at in &known.of {
            if let Some(shared) = shared.get_mut(*at) {
                if *shared == 0.0 {
                    touched.push(*at);
                }
                *shared += known.weight;
            }
        }
    }
    let length = f64::max(length, 1.0).sqrt();
    touched.sort_unstable();
    let mut like: Vec<(f64, Intent)> = Vec::with_capacity(VOTERS + 1);
    for at in touched {
        let (Some(shared), Some((intent, other))) = (shared.get(at), examples.known.get(at)) else {
            continue;
        };
        let likeness = shared / (length * other);
        let least = like
            .last()
            .filter(|_| like.len() == VOTERS)
            .map_or(0.0, |(least, _)| *least);
        if likeness > least && likeness < SAME {
            let at = like.partition_point(|(other, _)| *other >= likeness);
            like.insert(at, (likeness, *intent));
            like.truncate(VOTERS);
        }
    }
    let best = like.first().map_or(0.0, |(likeness, _)| *likeness);
    let mut votes: BTreeMap<Intent, f64> = BTreeMap::new();
    for (likeness, intent) in like {
        *votes.entry(intent).or_default() += likeness.powi(2);
    }
    let mut votes: Vec<(Intent, f64)> = votes.into_iter().collect();
    votes.sort_by(|one, other| other.1.total_cmp(&one.1));
    Likeness { best, votes }
}

/// How much a feature tells that so many of all have, squared.
fn weight(all: usize, having: usize) -> f64 {
    let count = |count: usize| u32::try_from(count).map_or(0.0, f64::from);
    ((count(all) + 1.0) / (count(having) + 0.5)).ln().powi(2)
}

impl Likeness {
    /// What sentences like it mean, the likest first, when no rule understood it.
    pub fn guessed(&self) -> Vec<Intent> {
        let enough = self.best >= LIKE && self.votes.first().is_some_and(|(_, votes)| *votes >= GUESS);
        let intents = self.votes.iter().filter(|_| enough);
        intents.map(|(intent, _)| *intent).collect()
    }

    /// What sentences much like it mean, all but alone: it outweighs a rule. Never what acts on others' requests or
    /// answers a question of the bot.
    pub fn certain(&self) -> Option<Intent> {
        let all: f64 = self.votes.iter().map(|(_, votes)| votes).sum();
        let (intent, most) = self.votes.first()?;
        let acts = [
            Intent::Affirm,
            Intent::Deny,
            Intent::OutOfScope,
            Intent::LeaveApprove,
            Intent::LeaveRefuse,
        ];
        (self.best >= CERTAIN && *most >= ALONE * all && !acts.contains(intent)).then_some(*intent)
    }
}

/// `intent : sentence`; a test wants every line to be one.
fn entry(line: &'static str) -> Option<(Intent, &'static str)> {
    let (intent, text) = line.split_once(" : ")?;
    Some((Intent::named(intent.trim())?, text.trim()))
}

fn load() -> Examples {
    let mut known = Vec::new();
    let mut having: HashMap<u64, Feature> = HashMap::new();
    for (at, (intent, text)) in lines(TEXT).filter_map(entry).enumerate() {
        let words: Vec<String> = tokens(text).iter().map(|token| stem(&token.word)).collect();
        for feature in features(words.iter().map(String::as_str)) {
            having.entry(feature).or_default().of.push(at);
        }
        known.push((intent, 0.0));
    }
    for feature in having.values_mut() {
        feature.weight = weight(known.len(), feature.of.len());
        for at in &feature.of {
            if let Some((_, length)) = known.get_mut(*at) {
                *length += feature.weight;
            }
        }
    }
    for (_, length) in &mut known {
        *length = f64::max(*length, 1.0).sqrt();
    }
    Examples { known, having }
}

/// What two sentences may share: words, pairs of neighbours, beginnings of words. Numbers are all one.
fn features<'a>(words: impl Iterator<Item = &'a str>) -> Vec<u64> {
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let words = words.map(|word| if number(word) { "#" } else { word });
    let mut features = Vec::new();
    let mut before = "^";
    for word in words.chain(std::iter::once("$")) {
        features.extend([hashed("", word), hashed(before, word)]);
        features.extend(word.get(..5).map(|begun| hashed("=", begun)));
        before = word;
    }
    features.sort_unstable();
    features.dedup();
    features
}

/// FNV-1a of two words: the same on every machine.
fn hashed(one: &str, other: &str) -> u64 {
    let bytes = one.bytes().chain([b' ']).chain(other.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The lines that say nothing.
#[cfg(test)]
pub(super) fn faults() -> Vec<&'static str> {
    lines(TEXT).filter(|line| entry(line).is_none()).collect()
}
