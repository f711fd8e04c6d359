//! Having a password replaced at the next sign-in (CO3): whoever knows the old one may go on with it until a new one is set,
//! and no further.

use super::{Error, store};
use crate::account::{self, Lift, Misfit, State};
use crate::kernel::audit::Entry;
use crate::kernel::work::Work;
use crate::people;
use crate::policy::{Act, Action, allow};

/// The password must be replaced at the next sign-in, which the end of all sessions brings about. A lock stays; an account
/// that is deactivated, or waits for its first personal password, is refused. The agent is told.
pub async fn force_new(work: &mut Work, wish: &Lift) -> Result<(), Error> {
    let agent = people::find(work, wish.agent)
        .await?
        .ok_or(account::Error::NoAgent)?;
    let (circuit, act) = (wish.circuit, Act::NewPassword(wish.circuit));
    allow(
        work.actor(),
        Action::Assist {
            agent: agent.id,
            department: agent.department,
            act,
        },
    )?;
    let why = account::reason(&wish.reason)?;
    people::hold(work, agent.id).await?;
    let refused = match account::one(work, agent.id, circuit).await?.standing.state(false) {
        State::NotCreated => Some(Misfit::NotCreated),
        State::Deactivated(why) => Some(Misfit::Deactivated(why)),
        State::AwaitingFirstSignIn => Some(Misfit::AlreadySo),
        _ => None,
    };
    if let Some(misfit) = refused {
        return Err(account::Error::Misfit(misfit).into());
    }
    people::proven(work, &agent, act)
        .await
        .map_err(account::Error::from)?;
    let now = work.now();
    if !store::force(work.tx(), agent.id, circuit, now).await? {
        return Err(account::Error::Misfit(Misfit::AlreadySo).into());
    }
    account::end_sessions_of(work, agent.id).await?;
    let entry = Entry::change("password.force_new").about(agent.id).because(why);
    work.audit(entry.with("circuit", circuit.as_str())).await?;
    let line = account::told("password-forced", circuit);
    let line = line.choice("access.not_me", "account-choice-not-me");
    work.tell(agent.id, line.urgent()).await?;
    Ok(())
}
