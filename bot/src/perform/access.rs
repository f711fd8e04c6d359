//! Asks about access: diagnosis, requests for help, reset links.

use guichet_core::account::Matter;
use guichet_core::conversation::Heard;
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::line::{Args, Line};
use guichet_core::kernel::work::Work;
use guichet_core::password::StartReset;
use guichet_core::{account, channel, diagnosis, password, people, session, ticket};

use super::{Outcome, Refused};
use crate::talk::Answer as AnyAnswer;
use crate::talk::access::{Answer, Ask};

/// A refusal of one of the rooms: its words, or the fault behind it.
pub(super) enum No {
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
no_from!(account, channel, diagnosis, session, ticket);

impl From<password::Error> for No {
    fn from(error: password::Error) -> Self {
        match error {
            password::Error::Fault(fault) => Self::Fault(fault),
            // Asking for a link is answered alike whatever is typed: there is no other refusal to put in words.
            _ => Self::Words(None),
        }
    }
}

impl From<people::Error> for No {
    fn from(error: people::Error) -> Self {
        match error {
            people::Error::Fault(fault) => Self::Fault(fault),
            error => Self::Words(error.key().map(|key| (key, error.args()))),
        }
    }
}

impl From<Fault> for No {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

pub(super) async fn perform(work: &mut Work, event: &Heard, ask: Ask) -> Result<Outcome, Fault> {
    let what = match &ask {
        Ask::Diagnose(_) => "diagnosis.of",
        Ask::RequestHelp(_) => "diagnosis.request_help",
        Ask::SendLink(..) | Ask::SendLinkTo { .. } => "password.start_reset",
        Ask::NotMe => "ticket.not_me",
        Ask::DidNotCall(_) => "ticket.did_not_call",
        Ask::LockSelf => "account.lock_self",
        Ask::UseLinkCode(_) => "session.use_link_code",
        Ask::MailLinkCode { .. } => "session.mail_link_code",
        Ask::Unlink => "people.unlink",
    };
    outcome(what, carry_out(work, event, ask).await.map(AnyAnswer::Access))
}

/// What came of an ask, of this room or a neighbour.
pub(super) fn outcome(what: &'static str, result: Result<AnyAnswer, No>) -> Result<Outcome, Fault> {
    match result {
        Ok(answer) => Ok(Ok(answer)),
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

/// What an ask is about.
pub(super) fn matter(ask: &Ask) -> Matter {
    match ask {
        Ask::Diagnose(_) => Matter::Diagnosis,
        Ask::RequestHelp(_) => Matter::Request,
        Ask::SendLink(..) | Ask::SendLinkTo { .. } => Matter::Reset,
        Ask::NotMe | Ask::DidNotCall(_) | Ask::LockSelf | Ask::Unlink => Matter::Close,
        Ask::UseLinkCode(_) | Ask::MailLinkCode { .. } => Matter::Help,
    }
}

async fn carry_out(work: &mut Work, event: &Heard, ask: Ask) -> Result<Answer, No> {
    let me = work.actor().agent();
    Ok(match (ask, me) {
        (Ask::Diagnose(wants_help), Some(me)) => {
            Answer::Diagnosed(diagnosis::of(work, me).await?, wants_help)
        }
        (Ask::RequestHelp(circuit), _) => Answer::Requested(diagnosis::request_help(work, circuit).await?),
        (Ask::SendLink(purpose, circuit), Some(me)) => {
            // The agent is known here: what the page must ask for is on file.
            let agent = people::find(work, me).await?.ok_or(No::Words(None))?;
            send(
                work,
                StartReset {
                    purpose,
                    circuit,
                    name: agent.username,
                    email: agent.email,
                },
            )
            .await?
        }
        (
            Ask::SendLinkTo {
                purpose,
                circuit,
                name,
                email,
            },
            _,
        ) => {
            let wish = StartReset {
                purpose,
                circuit,
                name,
                email,
            };
            send(work, wish).await?
        }
        (Ask::NotMe, _) => {
            ticket::not_me(work).await?;
            Answer::Told
        }
        (Ask::DidNotCall(check), _) => {
            ticket::did_not_call(work, check).await?;
            Answer::Told
        }
        (Ask::LockSelf, _) => {
            account::lock_self(work).await?;
            Answer::Told
        }
        (Ask::UseLinkCode(code), _) => match session::use_link_code(work, &event.sender, &code).await? {
            Some(agent) => {
                people::met_in(work, agent, &event.room).await?;
                Answer::Told
            }
            None => Answer::NoLinkCode,
        },
        (Ask::MailLinkCode { name, email }, _) => {
            session::mail_link_code(work, &name, &email).await?;
            Answer::LinkCodeSent {
                from: work.settings().mail.from.clone(),
                minutes: work.settings().reset.link_minutes,
            }
        }
        (Ask::Unlink, Some(me)) => {
            people::unlink(work, me, "").await?;
            Answer::Told
        }
        (Ask::Diagnose(_) | Ask::SendLink(..) | Ask::Unlink, None) => return Err(No::Words(None)),
    })
}

async fn send(work: &mut Work, wish: StartReset) -> Result<Answer, No> {
    password::start_reset(work, &wish).await?;
    let settings = work.settings();
    Ok(Answer::LinkSent {
        purpose: wish.purpose,
        circuit: wish.circuit,
        from: settings.mail.from.clone(),
        mails: settings.reset.mails_per_hour,
        minutes: settings.reset.link_minutes,
    })
}
