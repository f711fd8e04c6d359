//! From what people write to what they want: an intent and facts, in French and English.
//!
//! Pure and deterministic: the same words on the same day always mean the same. The words and rules are data
//! (`lexicon/`); to teach the bot a way of saying something, add it there and a sentence to the test corpus.
//! The steps: `clean` the text, cut it into `token`s, undo `spelling`, group them into `piece`s of meaning, read the
//! times (`when`), let the `rules` judge, then `fill` in the facts.

mod change;
mod clean;
mod examples;
pub mod exchange;
mod facts;
mod fill;
mod homonym;
mod intent;
mod lexicon;
mod particulars;
mod person;
mod piece;
mod reason;
mod rules;
mod said;
pub mod secret;
mod slots;
mod spelling;
mod themes;
mod token;
mod when;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use chrono::NaiveDate;
use guichet_core::kernel::words::Lang;

pub use clean::{LONGEST, clean};
pub use facts::{Doubt, Duration, Fact, Facts, Month, Topic};
pub use intent::Intent;
use slots::Slots;

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// What the person wants, as far as the message alone tells.
    pub intent: Intent,
    /// What it may mean instead: empty when the intent is certain; the nearest guesses when it is unknown.
    pub near: Vec<Intent>,
    /// What sentences like it mean, when it is unknown. Asked, never acted on.
    pub guess: Option<Intent>,
    /// The facts found, whatever the intent.
    pub facts: Facts,
    /// What must be asked before anything is done, with the days to choose from.
    pub ambiguous: Vec<Doubt>,
    /// What the intent needs and the message does not say.
    pub missing: Vec<Fact>,
    /// The language the text seems to be in.
    pub language: Option<Lang>,
}

/// Understands one message, heard on that day from someone who usually speaks that language.
pub fn understand(text: &str, today: NaiveDate, lang: Lang) -> Understood {
    with_slots(text, today, lang, false).0
}

/// The same, and, if wanted, every fact under the name that the corpus gives it.
fn with_slots(text: &str, today: NaiveDate, lang: Lang, slots: bool) -> (Understood, Slots) {
    let text = clean(text);
    let (tokens, language) = spelling::spelt(token::tokens(&text), lang);
    let pieces = homonym::told_apart(piece::pieces(&tokens), &text);
    let times = when::read(&pieces, today);
    let question = text.trim_end().ends_with('?');
    let named = person::whose(&pieces, &times.used, &text);
    let mut said = said::said(&pieces, &times, question, named.is_some());
    said.extend(themes::themes(&tokens));
    said.extend(particulars::computed(&text, &pieces));
    rules::make(&mut said);
    let rules::Verdict {
        mut intent,
        mut near,
        weak,
    } = match pieces.is_empty() {
        true if question => rules::Verdict {
            intent: Intent::Help,
            near: Vec::new(),
            weak: false,
        },
        _ => rules::judge(&said),
    };
    let like = examples::likest(&tokens);
    let mut guess = None;
    match like.certain() {
        _ if intent == Intent::Unknown => {
            let like = like.guessed();
            guess = like.first().copied();
            near.splice(0..0, like);
        }
        Some(other) if other != intent && weak && !answers(intent) => {
            near.insert(0, intent);
            intent = other;
        }
        _ => {}
    }
    let mut seen = HashSet::new();
    near.retain(|other| ![intent, Intent::OutOfScope].contains(other) && seen.insert(*other));
    near.truncate(rules::RIVALS);
    let heard = fill::Heard {
        text: &text,
        pieces: &pieces,
        times,
        named,
        today,
        said: &said,
    };
    let understood = Understood {
        guess,
        ..fill::fill(&heard, intent, near, language)
    };
    let slots = match guess {
        _ if !slots => Slots::new(),
        Some(guess) => slots::slots(&heard, &fill::fill(&heard, guess, Vec::new(), language)),
        None => slots::slots(&heard, &understood),
    };
    (understood, slots)
}

/// What is said to the bot's own questions: never made of anything else, nor into anything else.
fn answers(intent: Intent) -> bool {
    [
        Intent::Affirm,
        Intent::Deny,
        Intent::Cancel,
        Intent::Back,
        Intent::Recap,
    ]
    .contains(&intent)
}
