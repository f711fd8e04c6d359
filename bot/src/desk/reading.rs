//! Reading short answers: a number, a tap, a yes; and how surely they are meant.

use guichet_core::kernel::line::Line;

use crate::talk::{Ask, Heard, Repeated, Said, Scene, State};
use crate::understand::{Intent, understand};

/// How surely what was heard is meant now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// It was just written.
    Now,
    /// It was said long ago: what changes something is repeated back.
    LongAgo,
    /// A reaction, easily made by mistake: it does only what can be undone, and a yes to the rest is written.
    Tapped,
}

impl Meant {
    /// How surely it is meant once a yes was heard.
    pub(super) fn agreed(self) -> Self {
        match self {
            Self::Now | Self::LongAgo => Self::Now,
            Self::Tapped => Self::Tapped,
        }
    }

    /// What to say instead of doing it.
    pub(super) fn doubts(self, ask: &Ask) -> Option<Line> {
        match self {
            Self::LongAgo if ask.changes() => {
                let line = Line::personal("talk-repeat");
                Some(line.choice("yes", "talk-yes").choice("no", "talk-no"))
            }
            Self::Tapped if ask.changes() && !ask.can_be_undone() => Some(Line::personal("talk-tapped")),
            _ => None,
        }
    }
}

/// "Annuler", when what was said last can be undone and nothing else is under way, picks just that.
pub(super) fn undoing(state: &State, intent: Intent, choices: Option<&[String]>) -> Option<String> {
    match (state, intent, choices) {
        (State::Idle, Intent::Cancel | Intent::Back, Some([choice])) => {
            choice.contains(".undo:").then(|| choice.clone())
        }
        _ => None,
    }
}

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
