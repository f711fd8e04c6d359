//! Setting a password: at sign-in, knowing the old one, or by a link.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::Error;
use super::enter::{enter, pending};
use super::factor::{self as codes, From, Given};
use super::model::{Site, Step};
use super::open::{self, Opened, go_on, to_replace};
use super::prove::{Here, password_again};
use crate::account::{self, Circuit};
use crate::channel::Channel;
use crate::factor;
use crate::kernel::house::House;
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::password::{self, How, Purpose};
use crate::people;
use crate::policy::{Action, allow};

/// Which of the two passwords a sign-in waits for.
pub async fn asks_password(work: &mut Work, token: &str) -> Result<Circuit, Error> {
    let (_, agent) = pending(work, token, Step::NewPassword).await?;
    allow(work.actor(), Action::SetOwnPassword { agent: agent.id })?;
    Ok(to_replace(work, &agent).await?.ok_or(Error::Over)?.0)
}

/// Sets the personal password that a sign-in waits for. It becomes the next step of it, and the only session.
pub async fn set_password(house: &Arc<House>, token: &str, new: Secret) -> Result<Opened, Error> {
    let mut work = Work::read(house).await?;
    let circuit = asks_password(&mut work, token).await?;
    let (_, agent) = pending(&mut work, token, Step::NewPassword).await?;
    drop(work);
    let hashed = password::prepare(house, &agent, circuit, &new).await?;
    let mut work = Work::write(house).await?;
    // Two who came here with the same temporary password: whoever is second finds that the session has ended.
    people::hold(&mut work, agent.id).await?;
    let (session, agent) = pending(&mut work, token, Step::NewPassword).await?;
    if asks_password(&mut work, token).await? != circuit {
        return Err(Error::Over);
    }
    password::replace(&mut work, &agent, circuit, hashed, How::AtSignIn).await?;
    let opened = go_on(&mut work, &session, &agent, open::Shown::Nothing).await;
    // The password stays set where the other account then stands in the way.
    if matches!(opened, Ok(_) | Err(Error::Standing(..))) {
        work.save().await?;
    }
    opened
}

/// A signed-in agent who changes the password.
#[derive(Debug)]
pub struct ChangePassword {
    /// The session cookie.
    pub token: String,
    /// The site it is for.
    pub site: Site,
    /// The channel of the request.
    pub channel: Channel,
    /// The network address.
    pub origin: String,
    /// Which of the two passwords.
    pub circuit: Circuit,
    /// The password as it is.
    pub old: Secret,
    /// The password as it shall be.
    pub new: Secret,
}

/// Changes the password. The old one is checked first, by the same counters as at the door: nobody learns anything
/// about it here that they could not guess there. All other sessions end.
pub async fn change_password(house: &Arc<House>, ask: ChangePassword) -> Result<Opened, Error> {
    let ChangePassword {
        token,
        site,
        channel,
        origin,
        circuit,
        old,
        new,
    } = ask;
    let here = Here {
        token,
        site,
        channel,
        origin,
    };
    let entered = password_again(house, &here, circuit, &old).await?;
    let hashed = password::prepare(house, &entered.agent, circuit, &new).await?;
    let mut work = Work::write(house).await?;
    let entered = enter(&mut work, &here.token, site, channel).await?;
    let agent = &entered.agent;
    allow(work.actor(), Action::SetOwnPassword { agent: agent.id })?;
    password::replace(&mut work, agent, circuit, hashed, How::Changed).await?;
    let shown = match circuit {
        Circuit::IntraParis => open::Shown::Nothing,
        Circuit::MonCompteParisien => open::Shown::Second,
    };
    let opened = go_on(&mut work, &entered.session, agent, shown).await?;
    work.save().await?;
    Ok(opened)
}

/// A link to the mailbox, as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Which of the two passwords it sets.
    pub circuit: Circuit,
    /// What it is for.
    pub purpose: Purpose,
    /// Whose.
    pub username: String,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
    /// Whether the code of the authenticator app is asked as well.
    pub asks_code: bool,
}

/// Looks at a link. Mail scanners and previews do it too: nothing is used up.
pub async fn look_at_link(work: &mut Work, link: &str) -> Result<Link, Error> {
    allow(work.actor(), Action::ProveIdentity)?;
    let (opened, agent) = password::find_link(work, link).await?;
    let asks_code = factor::is_enrolled(work, agent.id).await?;
    Ok(Link {
        circuit: opened.circuit,
        purpose: opened.purpose,
        username: agent.username,
        expires_at: opened.expires_at,
        asks_code,
    })
}

/// What is sent from the page of a link.
#[derive(Debug)]
pub struct FinishReset {
    /// The token of the link.
    pub link: String,
    /// The new password.
    pub new: Secret,
    /// The code of the authenticator app, where there is one.
    pub code: Option<String>,
    /// The channel of the request.
    pub channel: Channel,
    /// The network address.
    pub origin: String,
}

/// Sets a password by a link, which is used up: a new one, or the first one of an account that is created by it. Every
/// session ends, every device is forgotten; a lock or a deactivation stays.
pub async fn finish_reset(house: &Arc<House>, ask: FinishReset) -> Result<Link, Error> {
    let FinishReset {
        link,
        new,
        code,
        channel,
        origin,
    } = ask;
    let mut work = Work::read(house).await?;
    let (opened, agent) = password::find_link(&mut work, &link).await?;
    drop(work);
    let hashed = password::prepare(house, &agent, opened.circuit, &new).await?;
    let mut work = Work::write(house).await?;
    let shown = look_at_link(&mut work, &link).await?;
    let (opened, agent) = password::find_link(&mut work, &link).await?;
    if shown.asks_code {
        let from = From {
            device: None,
            channel,
            origin: &origin,
        };
        let given = Given::App(code.as_deref().unwrap_or_default());
        if let Err(error) = codes::checked(&mut work, &agent, given, &from).await {
            // The failure counts, and the link stays good.
            if !matches!(error, Error::Fault(_)) {
                work.save().await?;
            }
            return Err(error);
        }
    }
    let how = match opened.purpose {
        Purpose::Reset => How::Reset,
        Purpose::Creation => How::Creation,
    };
    password::end_link(&mut work, &opened).await?;
    password::replace(&mut work, &agent, opened.circuit, hashed, how).await?;
    account::forget_devices(&mut work, agent.id).await?;
    work.save().await?;
    Ok(shown)
}
