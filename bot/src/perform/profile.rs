//! Asks about one's own record.

use guichet_core::account::Matter;
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::work::Work;
use guichet_core::profile;
use guichet_core::ticket;

use super::{Outcome, Refused};
use crate::perform::access;
use crate::talk::Answer as AnyAnswer;
use crate::talk::profile::{Answer, Ask};

/// What an ask is about, for the rights in chat.
pub(super) fn matter(ask: &Ask) -> Matter {
    match ask {
        Ask::Card => Matter::Request,
        _ => Matter::Profile,
    }
}

pub(super) async fn perform(work: &mut Work, ask: Ask) -> Result<Outcome, Fault> {
    if ask == Ask::Card {
        let ticket = ticket::request_card(work).await;
        let answer = ticket.map(|ticket| AnyAnswer::Profile(Answer::CardRequested(ticket)));
        return access::outcome("ticket.request_card", answer.map_err(Into::into));
    }
    let what = match &ask {
        Ask::Show | Ask::Phone | Ask::Card => "profile.mine",
        Ask::Bank => "profile.next_payday",
        Ask::Propose(_) => "profile.declarable",
        Ask::Declare(_) => "profile.declare",
        Ask::Withdraw(_) => "profile.withdraw",
    };
    match carry_out(work, ask).await {
        Ok(answer) => Ok(Ok(AnyAnswer::Profile(answer))),
        Err(profile::Error::Fault(fault)) => Err(fault),
        Err(error) => {
            let line = error.line();
            // The way out of "one is open" is one tap away.
            let line = match (&error, line) {
                (profile::Error::Open(kind), Some(line)) => {
                    let args = line.args.clone();
                    Some(line.choice_with(
                        format!("profile.withdraw:{kind}"),
                        "profile-choice-withdraw",
                        args,
                    ))
                }
                (_, line) => line,
            };
            Ok(Err(Refused::by(what, line)))
        }
    }
}

async fn carry_out(work: &mut Work, ask: Ask) -> Result<Answer, profile::Error> {
    let page = format!("{}/profile", work.settings().space.public_url);
    Ok(match ask {
        Ask::Show => Answer::Shown(Box::new(profile::mine(work).await?), page),
        Ask::Phone | Ask::Card => Answer::Phone(profile::mine(work).await?.agent.mobile),
        Ask::Bank => {
            let sheet = Box::new(profile::mine(work).await?);
            let payday = profile::next_payday(work);
            Answer::Bank(sheet, payday, format!("{page}/bank"))
        }
        Ask::Propose(detail) => {
            let before = profile::declarable(work, &detail).await?;
            Answer::Proposed(detail, before, work.settings().profile.proof_megabytes)
        }
        Ask::Declare(detail) => {
            let change = profile::declare(work, detail, None).await?;
            let page = format!("{page}/{}", change.kind());
            Answer::Declared(change, page)
        }
        Ask::Withdraw(kind) => {
            profile::withdraw(work, kind).await?;
            Answer::Withdrawn(kind)
        }
    })
}
