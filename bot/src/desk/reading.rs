//! Reading short answers: a number, a tap, a yes.

use crate::talk::{Heard, Repeated, Said, Scene};
use crate::understand::{Intent, understand};

/// The choice that a bare number picks among those last offered.
pub(super) fn pick(text: &str, choices: Option<Vec<String>>) -> Option<String> {
    let number: usize = text.trim().trim_end_matches(['.', ')']).parse().ok()?;
    choices?.into_iter().nth(number.checked_sub(1)?)
}

/// `2` of the emoji `2️⃣`; the check mark is the first choice.
pub(super) fn keycap(key: &str) -> Option<&str> {
    match key.trim_end_matches('\u{fe0f}') {
        "✅" | "✔" | "👍" => Some("1"),
        _ => key
            .strip_suffix("\u{fe0f}\u{20e3}")
            .or_else(|| key.strip_suffix('\u{20e3}')),
    }
}

pub(super) fn is_yes(heard: &Heard) -> bool {
    match heard {
        Heard::Said(said) => said.understood.intent == Intent::Affirm,
        Heard::Picked(id) => id == "yes",
        Heard::Answered(_) => false,
    }
}

pub(super) fn again(repeated: &Repeated, scene: &Scene) -> Heard {
    match repeated {
        Repeated::Said(text, on) => Heard::Said(Said {
            text: text.clone(),
            understood: understand(text, *on, scene.lang),
        }),
        Repeated::Picked(id) => Heard::Picked(id.clone()),
    }
}

pub(super) fn quoted(repeated: &Repeated) -> String {
    match repeated {
        Repeated::Said(text, _) => text.chars().take(200).collect(),
        Repeated::Picked(id) => id.rsplit(':').next().unwrap_or_default().to_owned(),
    }
}
