//! Asks about second factors.

use guichet_core::account::Matter;
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::line::Line;
use guichet_core::kernel::work::Work;
use guichet_core::{factor, session, ticket};

use super::{Outcome, Refused};
use crate::talk::Answer as AnyAnswer;
use crate::talk::factor::{Answer, Ask};

/// What it is about, for the rights in chat.
pub(super) fn matter(ask: &Ask) -> Matter {
    match ask {
        Ask::Overview(_) => Matter::Diagnosis,
        Ask::Resend | Ask::Help | Ask::Activate => Matter::Request,
    }
}

pub(super) async fn perform(work: &mut Work, ask: Ask) -> Result<Outcome, Fault> {
    let Some(me) = work.actor().agent() else {
        return Ok(Err(Refused::by("factor.overview", None)));
    };
    let answer = match ask {
        Ask::Overview(lost) => match factor::overview(work, me).await {
            Ok(overview) => Answer::Overview(overview, lost),
            Err(factor::Error::Fault(fault)) => return Err(fault),
            Err(_) => return Ok(Err(Refused::by("factor.overview", None))),
        },
        Ask::Resend => match session::resend_own_code(work).await {
            Ok(resent) => Answer::Resent(resent),
            Err(session::Error::Fault(fault)) => return Err(fault),
            Err(_) => return Ok(Err(Refused::by("session.resend", None))),
        },
        Ask::Help => match ticket::ask_about_factor(work).await {
            Ok(ticket) => Answer::Requested(ticket),
            Err(error) => return refused("ticket.ask_about_factor", error),
        },
        Ask::Activate => match ticket::ask_second_factor(work).await {
            Ok(ticket) => Answer::Requested(ticket),
            Err(error) => return refused("ticket.ask_second_factor", error),
        },
    };
    Ok(Ok(AnyAnswer::Factor(answer)))
}

fn refused(what: &'static str, error: ticket::Error) -> Result<Outcome, Fault> {
    let line = error.key().map(|key| Line {
        args: error.args(),
        ..Line::personal(key)
    });
    match error {
        ticket::Error::Fault(fault) => Err(fault),
        _ => Ok(Err(Refused::by(what, line))),
    }
}
