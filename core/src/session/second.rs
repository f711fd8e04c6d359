//! Step 2 of signing in: the password of the second circuit, with a counter, a lock and words of its own (AC2).

use std::sync::Arc;

use super::admit::{Admitted, Guess, Shown as Device, admit, settle};
use super::enter::pending;
use super::model::{Session, Step};
use super::open::{Opened, Shown, go_on, second_in_the_way};
use super::sign_in::{checked, still_right};
use super::{Error, store};
use crate::account::Circuit;
use crate::account::attempt::{Outcome, Settled};
use crate::kernel::audit::Entry;
use crate::kernel::house::House;
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::password::{self, Checked};
use crate::people::Agent;
use crate::policy::{Action, allow};

/// Gives the password of the second circuit. Whoever is here has shown the first one, so what stands in the way is said.
pub async fn confirm_second(
    house: &Arc<House>,
    token: &str,
    password: &Secret,
    origin: &str,
) -> Result<Opened, Error> {
    let mut work = Work::read(house).await?;
    let (session, agent) = pending(&mut work, token, Step::Second).await?;
    drop(work);
    let guess = Guess {
        circuit: Circuit::MonCompteParisien,
        name: agent.username.clone(),
        device: Device::Session(session.device),
        channel: session.channel,
        origin: origin.to_owned(),
    };
    let admitted = match admit(house, guess).await {
        Ok(admitted) => admitted,
        Err(Error::NotRecognised) => {
            let mut work = Work::write(house).await?;
            let error = shut(&mut work, &session).await?;
            work.save().await?;
            return Err(error);
        }
        Err(error) => return Err(error),
    };
    let checked = checked(house, &admitted, password).await?;
    let mut work = Work::write(house).await?;
    let answer = match checked {
        Checked::Wrong => match settle(&mut work, &admitted, Outcome::Failure).await? {
            Settled::Counted { full: true } => Err(shut(&mut work, &session).await?),
            _ => Err(Error::WrongSecond),
        },
        Checked::Right { renewed } => let_on(&mut work, &admitted, renewed.as_deref(), token).await,
    };
    if !matches!(answer, Err(Error::Fault(_))) {
        work.save().await?;
        house.settled.ring();
    }
    answer
}

/// The password was right when it was compared.
async fn let_on(
    work: &mut Work,
    admitted: &Admitted,
    renewed: Option<&str>,
    token: &str,
) -> Result<Opened, Error> {
    let Some((agent, kept)) = still_right(work, admitted).await? else {
        settle(work, admitted, Outcome::Void).await?;
        return Err(Error::WrongSecond);
    };
    let (session, _) = match pending(work, token, Step::Second).await {
        Ok(found) => found,
        Err(error) => {
            settle(work, admitted, Outcome::Void).await?;
            return Err(error);
        }
    };
    allow(work.actor(), Action::ProveIdentity)?;
    if let Some(error) = barred(work, &agent, &kept, admitted).await? {
        settle(work, admitted, Outcome::Void).await?;
        let now = work.now();
        store::end_session(work.tx(), session.id, now).await?;
        let entry = Entry::refusal("session.sign_in")
            .about(agent.id)
            .with("because", error.to_string());
        work.audit(entry.with("channel", session.channel.as_str()))
            .await?;
        return Err(error);
    }
    if settle(work, admitted, Outcome::Success).await? == Settled::TooLate {
        return Err(Error::Busy);
    }
    if let Some(renewed) = renewed {
        password::renew(work, agent.id, admitted.guess.circuit, &kept.hash, renewed).await?;
    }
    go_on(work, &session, &agent, Shown::Second).await
}

async fn barred(
    work: &mut Work,
    agent: &Agent,
    kept: &password::Kept,
    admitted: &Admitted,
) -> Result<Option<Error>, Error> {
    if kept.temporary && password::ends_at(work, agent, kept).await? <= work.now() {
        return Ok(Some(Error::TemporaryLapsed(admitted.guess.circuit)));
    }
    Ok(second_in_the_way(work, agent.id, admitted.device.is_some()).await?)
}

/// No guess is left: the sign-in ends, and it is said what stands in the way now.
async fn shut(work: &mut Work, session: &Session) -> Result<Error, Error> {
    let now = work.now();
    store::end_session(work.tx(), session.id, now).await?;
    let error = second_in_the_way(work, session.agent, session.device.is_some()).await?;
    // The counter is full where no lock is to be seen: a limit that was lowered. The reset link is what helps.
    Ok(error.unwrap_or(Error::WrongSecond))
}
