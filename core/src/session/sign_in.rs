//! Step 1 of signing in: name and password of the first circuit.

use std::sync::Arc;

use super::Error;
use super::admit::{self, Admitted, Guess, Shown, admit, give_back, settle};
use super::model::Site;
use super::open::{Opened, Way, in_the_way, open, second_in_the_way};
use crate::account::attempt::{Outcome, Settled};
use crate::account::{self, Circuit};
use crate::channel::Channel;
use crate::kernel::audit::Entry;
use crate::kernel::house::House;
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::password::{self, Checked, Kept, check};
use crate::people::{self, Agent};
use crate::policy::{Action, allow};

/// What somebody brings to the door.
#[derive(Debug)]
pub struct SignIn {
    /// The username, as typed.
    pub name: String,
    /// The password.
    pub password: Secret,
    /// The device cookie, if the browser sent one.
    pub device: Option<String>,
    /// The channel, derived from the network address.
    pub channel: Channel,
    /// The network address.
    pub origin: String,
    /// The site.
    pub site: Site,
}

/// Signs in. Until the right password is given, every refusal is [`Error::NotRecognised`], word for word.
pub async fn sign_in(house: &Arc<House>, ask: SignIn) -> Result<Opened, Error> {
    let SignIn {
        name,
        password,
        device,
        channel,
        origin,
        site,
    } = ask;
    if site == Site::Console && !channel.opens_the_console() {
        return Err(Error::WrongChannel);
    }
    let guess = Guess {
        circuit: Circuit::IntraParis,
        name: name.trim().to_lowercase(),
        device: Shown::Cookie(device),
        channel,
        origin,
    };
    let admitted = admit(house, guess).await?;
    let checked = checked(house, &admitted, &password).await?;
    let mut work = Work::write(house).await?;
    allow(work.actor(), Action::ProveIdentity).map_err(Error::from)?;
    let answer = match checked {
        Checked::Wrong => {
            settle(&mut work, &admitted, Outcome::Failure).await?;
            Err(Error::NotRecognised)
        }
        Checked::Right { renewed } => let_in(&mut work, &admitted, renewed.as_deref(), site).await,
    };
    // A refusal is saved too: what it counted, locked and told must stay.
    if !matches!(answer, Err(Error::Fault(_))) {
        work.save().await?;
        house.settled.ring();
    }
    answer
}

/// Checks the password of an admitted guess; a full line gives the slot back.
pub(super) async fn checked(
    house: &Arc<House>,
    admitted: &Admitted,
    password: &Secret,
) -> Result<Checked, Error> {
    match check(house, admitted.lane(), password, admitted.stored.clone()).await? {
        Ok(checked) => Ok(checked),
        Err(busy) => {
            give_back(house, admitted).await?;
            Err(busy.into())
        }
    }
}

/// The password was right when it was compared. What it opens is judged now.
pub(super) async fn let_in(
    work: &mut Work,
    admitted: &Admitted,
    renewed: Option<&str>,
    site: Site,
) -> Result<Opened, Error> {
    let Some((agent, kept)) = still_right(work, admitted).await? else {
        settle(work, admitted, Outcome::Void).await?;
        return Err(Error::NotRecognised);
    };
    if let Some(error) = barred(work, &agent, &kept, admitted, site).await? {
        settle(work, admitted, Outcome::Void).await?;
        let entry = Entry::refusal("session.sign_in")
            .about(agent.id)
            .with("because", error.to_string());
        work.audit(entry.with("channel", admitted.guess.channel.as_str()))
            .await?;
        return Err(error);
    }
    if settle(work, admitted, Outcome::Success).await? == Settled::TooLate {
        // It has been counted as a failure in the meantime: somebody has to try again.
        return Err(Error::Busy);
    }
    if let Some(renewed) = renewed {
        password::renew(work, agent.id, admitted.guess.circuit, &kept.hash, renewed).await?;
    }
    let way = Way {
        site,
        channel: admitted.guess.channel,
        device: admitted.device,
        second_at: None,
        sms_at: None,
        factor_at: None,
    };
    open(work, &agent, way).await
}

/// The agent and password, unless the password was replaced while it was being compared.
pub(super) async fn still_right(
    work: &mut Work,
    admitted: &Admitted,
) -> Result<Option<(Agent, Kept)>, Error> {
    let Some(agent) = &admitted.agent else {
        return Ok(None);
    };
    admit::hold(work, admitted).await?;
    people::hold(work, agent.id).await?;
    let kept = password::kept(work, agent.id, admitted.guess.circuit).await?;
    let same = kept.filter(|kept| admitted.stored.as_ref() == Some(&kept.hash));
    Ok(same.map(|kept| (agent.clone(), kept)))
}

/// What the right password does not open.
async fn barred(
    work: &mut Work,
    agent: &Agent,
    kept: &Kept,
    admitted: &Admitted,
    site: Site,
) -> Result<Option<Error>, Error> {
    let account = account::one(work, agent.id, Circuit::IntraParis).await?;
    if let Some(error) = in_the_way(&account, admitted.device.is_some()) {
        return Ok(Some(error));
    }
    if kept.temporary && password::ends_at(work, agent, kept).await? <= work.now() {
        return Ok(Some(Error::TemporaryLapsed(Circuit::IntraParis)));
    }
    if site == Site::Console && people::person(work, agent, site.door()).await?.grants.is_empty() {
        return Ok(Some(Error::NotStaff));
    }
    // With a temporary password, the second account is not asked for yet.
    if kept.temporary {
        return Ok(None);
    }
    Ok(second_in_the_way(work, agent.id, admitted.device.is_some()).await?)
}
