//! Asks about access: diagnosis, requests for help, reset links.

use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::line::{Args, Line};
use guichet_core::kernel::work::Work;
use guichet_core::password::StartReset;
use guichet_core::{account, diagnosis, password, people, ticket};

use super::{Outcome, Refused};
use crate::talk::Answer as AnyAnswer;
use crate::talk::access::{Answer, Ask};

/// A refusal of one of the rooms: its words, or the fault behind it.
enum No {
    Words(Option<(&'static str, Args)>),
    Fault(Fault),
}

macro_rules! no_from {
    ($($room:ident),*) => {$(
        impl From<$room::Error> for No {
            fn from(error: $room::Error) -> Self {
                let words = error.key().map(|key| (key, error.args()));
                match error {
                    $room::Error::Fault(fault) => Self::Fault(fault),
                    _ => Self::Words(words),
                }
            }
        }
    )*};
}
no_from!(account, diagnosis, ticket);

impl From<password::Error> for No {
    fn from(error: password::Error) -> Self {
        match error {
            password::Error::Fault(fault) => Self::Fault(fault),
            // Asking for a link is answered alike whatever is typed: there is no other refusal to put in words.
            _ => Self::Words(None),
        }
    }
}

impl From<Fault> for No {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

pub(super) async fn perform(work: &mut Work, ask: Ask) -> Result<Outcome, Fault> {
    let what = match &ask {
        Ask::Diagnose(_) => "diagnosis.of",
        Ask::RequestHelp(_) => "diagnosis.request_help",
        Ask::SendLink(_) | Ask::SendLinkTo { .. } => "password.start_reset",
        Ask::NotMe => "ticket.not_me",
        Ask::LockSelf => "account.lock_self",
    };
    match carry_out(work, ask).await {
        Ok(answer) => Ok(Ok(AnyAnswer::Access(answer))),
        Err(No::Fault(fault)) => Err(fault),
        Err(No::Words(words)) => Ok(Err(Refused::by(
            what,
            words.map(|(key, args)| Line {
                args,
                ..Line::personal(key)
            }),
        ))),
    }
}

async fn carry_out(work: &mut Work, ask: Ask) -> Result<Answer, No> {
    let me = work.actor().agent();
    Ok(match (ask, me) {
        (Ask::Diagnose(wants_help), Some(me)) => {
            Answer::Diagnosed(diagnosis::of(work, me).await?, wants_help)
        }
        (Ask::RequestHelp(circuit), _) => Answer::Requested(diagnosis::request_help(work, circuit).await?),
        (Ask::SendLink(circuit), Some(me)) => {
            // The agent is known here: what the page must ask for is on file.
            let agent = people::find(work, me).await?.ok_or(No::Words(None))?;
            send(
                work,
                StartReset {
                    circuit,
                    name: agent.username,
                    email: agent.email,
                },
            )
            .await?
        }
        (Ask::SendLinkTo { circuit, name, email }, _) => {
            send(work, StartReset { circuit, name, email }).await?
        }
        (Ask::NotMe, _) => {
            ticket::not_me(work).await?;
            Answer::Told
        }
        (Ask::LockSelf, _) => {
            account::lock_self(work).await?;
            Answer::Told
        }
        (Ask::Diagnose(_) | Ask::SendLink(_), None) => return Err(No::Words(None)),
    })
}

async fn send(work: &mut Work, wish: StartReset) -> Result<Answer, No> {
    password::start_reset(work, &wish).await?;
    let (from, minutes) = (
        work.settings().mail.from.clone(),
        work.settings().reset.link_minutes,
    );
    Ok(Answer::LinkSent {
        circuit: wish.circuit,
        from,
        minutes,
    })
}
