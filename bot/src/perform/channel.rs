//! Asks about channels, applications and the VPN.

use guichet_core::account::Matter;
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::work::Work;
use guichet_core::{channel, diagnosis, ticket};

use super::Outcome;
use super::access::{No, outcome};
use crate::talk::Answer as AnyAnswer;
use crate::talk::channel::{Answer, Ask};
use crate::talk::vpn;

/// What an ask about the VPN is about, for the rights in chat.
pub(super) fn matter(ask: &vpn::Ask) -> Matter {
    match ask {
        vpn::Ask::Begin => Matter::Diagnosis,
        vpn::Ask::Request | vpn::Ask::Report(_) => Matter::Request,
    }
}

pub(super) async fn perform(work: &mut Work, ask: Ask) -> Result<Outcome, Fault> {
    let result = carry_out(work, ask).await.map(AnyAnswer::Channel);
    outcome("diagnosis.of_application", result)
}

async fn carry_out(work: &mut Work, ask: Ask) -> Result<Answer, No> {
    let me = work.actor().agent().ok_or(No::Words(None))?;
    let catalogue = channel::catalogue(work).await?;
    match ask {
        Ask::Look {
            text,
            from,
            names_one,
        } => {
            let access = ticket::access(work, me).await?;
            let named = channel::named(&catalogue, &text).into_iter().cloned().collect();
            Ok(Answer::Named {
                named,
                catalogue,
                access,
                from,
                names_one,
            })
        }
        Ask::Explain { code, channel } => {
            let known = catalogue.iter().find(|known| known.code == code);
            let application = known.ok_or(channel::Error::NoApplication)?;
            let case = diagnosis::of_application(work, me, application, channel).await?;
            Ok(Answer::Explained(Box::new(case)))
        }
    }
}

pub(super) async fn perform_vpn(work: &mut Work, ask: vpn::Ask) -> Result<Outcome, Fault> {
    let what = match &ask {
        vpn::Ask::Begin => "ticket.access",
        vpn::Ask::Request => "ticket.request_vpn",
        vpn::Ask::Report(_) => "ticket.report_vpn",
    };
    outcome(what, about_vpn(work, ask).await.map(AnyAnswer::Vpn))
}

async fn about_vpn(work: &mut Work, ask: vpn::Ask) -> Result<vpn::Answer, No> {
    let me = work.actor().agent().ok_or(No::Words(None))?;
    Ok(match ask {
        vpn::Ask::Begin => vpn::Answer::May(ticket::access(work, me).await?),
        vpn::Ask::Request => vpn::Answer::Requested(ticket::request_vpn(work).await?),
        vpn::Ask::Report(version) => vpn::Answer::Reported(ticket::report_vpn(work, version.tried()).await?),
    })
}
