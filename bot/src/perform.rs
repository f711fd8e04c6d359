//! Carries out what a dialogue asks: one use case each, in the unit of work of the message.

mod access;
mod channel;
mod document;
mod factor;
mod help;
mod leave;
mod payslip;
mod profile;

use guichet_core::account::{self, Matter};
use guichet_core::conversation::Heard;
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

/// Carries out one ask, made by what was heard.
pub async fn perform(work: &mut Work, event: &Heard, ask: Ask) -> Result<Outcome, Fault> {
    // One place for all asks: what the accounts and the age of the link allow here (BO12).
    match account::may_in_chat(work, matter(&ask)).await {
        Ok(()) => {}
        Err(account::Error::Fault(fault)) => return Err(fault),
        Err(error) => {
            let line = error.key().map(|key| Line {
                args: error.args(),
                ..Line::personal(key)
            });
            return Ok(Err(Refused::by("account.may_in_chat", line)));
        }
    }
    match ask {
        Ask::SetLanguage(lang) => match people::speak(work, lang).await {
            Ok(()) => Ok(Ok(Answer::LanguageSet)),
            Err(people::Error::Fault(fault)) => Err(fault),
            Err(_) => Ok(Err(Refused::by("people.speak", None))),
        },
        Ask::Leave(ask) => leave::perform(work, ask).await,
        Ask::Access(ask) => access::perform(work, event, ask).await,
        Ask::Factor(ask) => factor::perform(work, ask).await,
        Ask::Channel(ask) => channel::perform(work, ask).await,
        Ask::Vpn(ask) => channel::perform_vpn(work, ask).await,
        Ask::Payslip(ask) => payslip::perform(work, ask).await,
        Ask::Profile(ask) => profile::perform(work, ask).await,
        Ask::Document(ask) => document::perform(work, ask).await,
        Ask::Help(ask) => Ok(Ok(Answer::Help(help::perform(work, ask)))),
    }
}

/// What an ask is about.
fn matter(ask: &Ask) -> Matter {
    match ask {
        Ask::SetLanguage(_) | Ask::Help(_) => Matter::Help,
        Ask::Leave(_) => Matter::Leave,
        Ask::Profile(ask) => profile::matter(ask),
        Ask::Payslip(_) | Ask::Document(_) => Matter::Documents,
        Ask::Access(ask) => access::matter(ask),
        Ask::Factor(ask) => factor::matter(ask),
        Ask::Channel(_) => Matter::Diagnosis,
        Ask::Vpn(ask) => channel::matter(ask),
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
