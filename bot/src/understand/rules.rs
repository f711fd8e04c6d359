//! Which intent the words of a message speak for: rules read from `lexicon/rules.txt`.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Intent;
use super::lexicon::lines;

/// One line of the file: all of the conditions, or nothing.
struct Rule {
    weight: u32,
    intent: Intent,
    conditions: Vec<Condition>,
}

/// One of these words is said, or (negated) none of them.
pub(super) struct Condition {
    negated: bool,
    any: Vec<&'static str>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| judging().filter_map(rule).collect());

/// Concepts that others make together, in the order of the file.
static MADE: LazyLock<Vec<(&str, Vec<Condition>)>> = LazyLock::new(|| {
    lines(TEXT)
        .filter_map(|line| made(line.strip_prefix('+')?))
        .collect()
});

const TEXT: &str = include_str!("lexicon/rules.txt");

/// How much lighter a rival may be and still be worth naming.
const CLOSE: u32 = 4;

/// A lighter line is a hint: it decides nothing.
const DECIDES: u32 = 10;

/// Lighter than this, a rule goes by few words.
const WEAK: u32 = 60;

/// How many rivals are named.
pub(super) const RIVALS: usize = 3;

/// What the rules say of a message.
pub(super) struct Verdict {
    /// The intent that the concepts speak for.
    pub intent: Intent,
    /// Those that come close.
    pub near: Vec<Intent>,
    /// A light rule decided: sentences much like it may know better.
    pub weak: bool,
}

/// Adds the concepts that those said make together.
pub(super) fn make(said: &mut HashSet<&'static str>) {
    for (concept, conditions) in MADE.iter() {
        if conditions.iter().all(|condition| condition.holds(said)) {
            said.insert(concept);
        }
    }
}

/// The intent that these concepts speak for, and those that come close.
pub(super) fn judge(said: &HashSet<&str>) -> Verdict {
    let mut best: Vec<(u32, Intent)> = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.holds(said)) {
        match best.iter_mut().find(|(_, intent)| *intent == rule.intent) {
            Some((weight, _)) => *weight = (*weight).max(rule.weight),
            None => best.push((rule.weight, rule.intent)),
        }
    }
    best.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let decided = best.first().copied().filter(|(weight, _)| *weight >= DECIDES);
    let (weight, intent) = decided.unwrap_or((0, Intent::Unknown));
    let floor = if intent == Intent::Unknown {
        0
    } else {
        weight.saturating_sub(CLOSE)
    };
    let near = best
        .iter()
        .filter(|(weight, other)| *weight >= floor && ![intent, Intent::Unknown].contains(other));
    Verdict {
        intent,
        weak: weight < WEAK,
        near: near.map(|(_, intent)| *intent).take(RIVALS).collect(),
    }
}

/// Every concept that a rule asks for.
#[cfg(test)]
pub(super) fn concepts() -> HashSet<&'static str> {
    let made = MADE.iter().flat_map(|(_, conditions)| conditions);
    RULES
        .iter()
        .flat_map(|rule| &rule.conditions)
        .chain(made)
        .flat_map(|c| c.any.iter().copied())
        .collect()
}

/// The lines that make no sense.
#[cfg(test)]
pub(super) fn faults() -> Vec<&'static str> {
    let makers = lines(TEXT).filter_map(|line| line.strip_prefix('+'));
    let makers = makers.filter(|line| self::made(line).is_none());
    judging()
        .filter(|line| rule(line).is_none())
        .chain(makers)
        .collect()
}

/// The concepts that are made of others.
#[cfg(test)]
pub(super) fn made_concepts() -> HashSet<&'static str> {
    MADE.iter().map(|(concept, _)| *concept).collect()
}

impl Condition {
    pub fn holds(&self, said: &HashSet<&str>) -> bool {
        self.any.iter().any(|concept| said.contains(concept)) != self.negated
    }

    /// What it asks for.
    #[cfg(test)]
    pub fn concepts(&self) -> &[&'static str] {
        &self.any
    }
}

impl Rule {
    fn holds(&self, said: &HashSet<&str>) -> bool {
        self.conditions.iter().all(|condition| condition.holds(said))
    }
}

/// The lines that speak for an intent.
fn judging() -> impl Iterator<Item = &'static str> {
    lines(TEXT).filter(|line| !line.starts_with('+'))
}

/// `+ concept : conditions`, without the sign.
fn made(line: &'static str) -> Option<(&'static str, Vec<Condition>)> {
    let (concept, conditions) = line.split_once(':')?;
    let (concept, conditions) = (concept.trim(), conditions_of(conditions));
    (!concept.contains(' ') && !conditions.is_empty()).then_some((concept, conditions))
}

/// One line of the file; a test wants every line to be a rule.
fn rule(line: &'static str) -> Option<Rule> {
    let (head, conditions) = line.split_once(':')?;
    let (weight, intent) = head.trim().split_once(' ')?;
    Some(Rule {
        weight: weight.parse().ok()?,
        intent: Intent::named(intent.trim())?,
        conditions: conditions_of(conditions),
    })
}

/// The conditions as the files write them.
pub(super) fn conditions_of(text: &'static str) -> Vec<Condition> {
    text.split_whitespace()
        .map(|word| {
            let (negated, any) = word.strip_prefix('!').map_or((false, word), |rest| (true, rest));
            Condition {
                negated,
                any: any.split('|').collect(),
            }
        })
        .collect()
}
