//! Asks about help articles.

use guichet_core::help;
use guichet_core::kernel::work::Work;

use crate::talk::help::{Answer, Ask};

pub(super) fn perform(work: &Work, ask: Ask) -> Answer {
    let settings = work.settings();
    match ask {
        Ask::Search { text, instead, lang } => {
            Answer::Found(help::search(settings, lang, &text), Box::new(instead))
        }
        Ask::Read(slug, lang) => Answer::Read(
            help::article(settings, lang, &slug),
            format!("{}/help/{slug}", settings.space.public_url),
        ),
    }
}
