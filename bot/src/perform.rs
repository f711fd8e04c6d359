//! Carries out what a dialogue asks: one use case each, in the unit of work of the message.

mod access;
mod leave;
mod payslip;

use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::line::Line;
use guichet_core::kernel::work::Work;
use guichet_core::people;

use crate::talk::{Answer, Ask};

/// The house said no.
#[derive(Debug)]
pub struct Refused {
    /// `room.verb`, for the log.
    pub what: &'static str,
    /// The reason and the next step, in words.
    pub line: Line,
}

/// What came of an ask; a fault is not an answer.
pub type Outcome = Result<Answer, Refused>;

/// Carries out one ask.
pub async fn perform(work: &mut Work, ask: Ask) -> Result<Outcome, Fault> {
    match ask {
        Ask::SetLanguage(lang) => match people::speak(work, lang).await {
            Ok(()) => Ok(Ok(Answer::LanguageSet)),
            Err(people::Error::Fault(fault)) => Err(fault),
            Err(_) => Ok(Err(Refused::by("people.speak", None))),
        },
        Ask::Leave(ask) => leave::perform(work, ask).await,
        Ask::Access(ask) => access::perform(work, ask).await,
        Ask::Payslip(ask) => payslip::perform(work, ask).await,
    }
}

impl Refused {
    /// A refusal of the use case `what`; without words of its own it is "you may not".
    pub(crate) fn by(what: &'static str, line: Option<Line>) -> Self {
        Self {
            what,
            line: line.unwrap_or_else(|| Line::public("talk-denied")),
        }
    }
}
