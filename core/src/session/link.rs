//! Linking a chat address by a code (BO2). The agent names the address in the space and gives password and factor again;
//! the code goes to that address and must come back in the same session. Who can't sign in is given a code by staff who
//! saw them, or in the professional mailbox, and writes it in chat from the address to be linked.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::Error;
use super::admit::{Guess, Shown, admit, settle};
use super::enter::{Entered, enter};
use super::model::{Session, Site};
use super::prove::code_again;
use super::sign_in::checked;
use crate::account::attempt::{self, Counter, Outcome, Settled, Slot};
use crate::channel::Channel;
use crate::kernel::audit::Entry;
use crate::kernel::code::{copied, spaced};
use crate::kernel::house::House;
use crate::kernel::line::{Line, Saying};
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::password::Checked;
use crate::people::{self, Agent, AgentId, Proof};
use crate::policy::{Action, allow};

mod given;
mod refusal;
mod store;

pub use given::{Issued, issue_link_code, mail_link_code, use_link_code};
pub use refusal::Unlinked;

id!(
    /// A code that links a chat address.
    LinkCodeId
);

/// Digits of a code.
const DIGITS: usize = 8;

/// What an agent sends to have an address linked.
#[derive(Debug)]
pub struct StartLink {
    /// The session cookie.
    pub token: String,
    /// The channel of the request.
    pub channel: Channel,
    /// The network address.
    pub origin: String,
    /// The full chat address.
    pub address: String,
    /// The password, again.
    pub password: Secret,
    /// The code that is asked beside it: of the authenticator app, or sent by SMS.
    pub code: Option<String>,
}

/// A code that a session waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// Where it was sent.
    pub address: String,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
}

/// Sends a code to the address, once the agent has shown password and factor again.
pub async fn start_link(house: &Arc<House>, ask: StartLink) -> Result<(), Error> {
    let mut work = Work::read(house).await?;
    let entered = enter(&mut work, &ask.token, Site::Space, ask.channel).await?;
    let address = people::judge(&ask.address, &people::servers(work.settings())).map_err(Unlinked::from)?;
    drop(work);
    show_password_again(house, &entered, &ask).await?;
    let mut work = Work::write(house).await?;
    let entered = enter(&mut work, &ask.token, Site::Space, ask.channel).await?;
    let answer = send_code(&mut work, &entered, &address, &ask).await;
    // A wrong code of the app counts.
    if !matches!(answer, Err(Error::Fault(_))) {
        work.save().await?;
    }
    answer
}

/// By the same counters as at the door: nobody learns here what they could not guess there.
async fn show_password_again(house: &Arc<House>, entered: &Entered, ask: &StartLink) -> Result<(), Error> {
    let guess = Guess {
        circuit: crate::account::Circuit::IntraParis,
        name: entered.agent.username.clone(),
        device: Shown::Session(entered.session.device),
        channel: ask.channel,
        origin: ask.origin.clone(),
    };
    let admitted = admit(house, guess).await?;
    let outcome = match checked(house, &admitted, &ask.password).await? {
        Checked::Wrong => Outcome::Failure,
        Checked::Right { .. } => Outcome::Success,
    };
    let mut work = Work::write(house).await?;
    let settled = settle(&mut work, &admitted, outcome).await?;
    work.save().await?;
    house.settled.ring();
    match (outcome, settled) {
        (Outcome::Success, Settled::Counted { .. }) => Ok(()),
        (Outcome::Success, Settled::TooLate) => Err(Error::Busy),
        _ => Err(Error::NotRecognised),
    }
}

async fn send_code(work: &mut Work, entered: &Entered, address: &str, ask: &StartLink) -> Result<(), Error> {
    let Entered { session, agent } = entered;
    allow(work.actor(), Action::LinkChat { agent: agent.id })?;
    code_again(work, entered, &ask.origin, ask.code.as_deref()).await?;
    if people::link_of(work, agent.id)
        .await?
        .is_some_and(|link| link.address == address)
    {
        return Err(people::Error::AlreadyLinked.into());
    }
    let (code, expires_at) = new_code(work, agent.id, Proof::SpaceCode, Some((session, address))).await?;
    let line = Line::sensitive("session-link-code")
        .arg("code", spaced(&code))
        .arg("name", agent.name())
        .arg("until", expires_at);
    let saying = Saying {
        lines: vec![line],
        lang: Some(agent.lang),
    };
    work.tell_address(address, saying, expires_at).await?;
    let entry = Entry::change("session.start_link").about(agent.id);
    work.audit(entry.with("address", address)).await?;
    Ok(())
}

/// Makes a code, in place of the last one of its kind.
async fn new_code(
    work: &mut Work,
    agent: AgentId,
    proof: Proof,
    sent: Option<(&Session, &str)>,
) -> Result<(String, DateTime<Utc>), Error> {
    people::hold(work, agent).await?;
    let now = work.now();
    let numbers = work.settings().link.clone();
    if store::made_since(work.tx(), agent, now - TimeDelta::hours(1)).await? >= numbers.codes_per_hour {
        return Err(Unlinked::TooManyCodes.into());
    }
    let minutes = match proof {
        // A mail may take its time, as one with a reset link may.
        Proof::MailboxCode => work.settings().reset.link_minutes,
        _ => numbers.code_minutes,
    };
    let (id, code): (LinkCodeId, _) = (work.new_id()?, work.chance().digits(DIGITS)?);
    let expires_at = now + TimeDelta::minutes(minutes);
    store::end_of_kind(work.tx(), agent, proof.as_str(), now).await?;
    let tag = work.keys().tag(
        "link code",
        tagged(sent.is_some().then_some(id), &code).as_bytes(),
    );
    let draft = store::Draft {
        id,
        agent,
        kind: proof.as_str(),
        tag: &tag,
        session: sent.map(|(session, _)| session.id),
        address: sent.map(|(_, address)| address),
        expires_at,
    };
    store::insert(work.tx(), &draft, now).await?;
    Ok((code, expires_at))
}

/// A code of the space is good in its own row only; one that is written in chat is found by itself.
fn tagged(id: Option<LinkCodeId>, code: &str) -> String {
    id.map_or_else(|| code.to_owned(), |id| format!("{id} {code}"))
}

/// The code that this session waits for.
pub async fn awaited_link(work: &mut Work, session: &Session) -> Result<Option<Awaited>, Error> {
    allow(work.actor(), Action::LinkChat { agent: session.agent })?;
    let now = work.now();
    let open = store::of_session(work.tx(), session.id, now).await?;
    Ok(open.and_then(|open| {
        Some(Awaited {
            address: open.address?,
            expires_at: open.expires_at,
        })
    }))
}

/// The code came back in the session that asked for it: the address is the agent's.
pub async fn confirm_link(
    house: &Arc<House>,
    token: &str,
    channel: Channel,
    code: &str,
) -> Result<(), Error> {
    let mut work = Work::write(house).await?;
    let Entered { session, agent } = enter(&mut work, token, Site::Space, channel).await?;
    let answer = confirm(&mut work, &session, &agent, code).await;
    if !matches!(answer, Err(Error::Fault(_))) {
        work.save().await?;
    }
    answer
}

async fn confirm(work: &mut Work, session: &Session, agent: &Agent, code: &str) -> Result<(), Error> {
    allow(work.actor(), Action::LinkChat { agent: agent.id })?;
    let now = work.now();
    let open = store::of_session(work.tx(), session.id, now)
        .await?
        .ok_or(Unlinked::NoCode)?;
    let address = open.address.ok_or(Unlinked::NoCode)?;
    let counter = Counter::link_code(work.keys(), &open.id.to_string());
    let Slot::Admitted(admission) = attempt::reserve(work, &counter).await? else {
        return Err(Unlinked::NoCode.into());
    };
    let given = tagged(Some(open.id), &copied(code));
    if !work.keys().is_tag("link code", given.as_bytes(), &open.tag) {
        let settled = attempt::settle(work, &counter, admission, Outcome::Failure).await?;
        work.audit(Entry::refusal("session.confirm_link").about(agent.id))
            .await?;
        if settled == (Settled::Counted { full: true }) {
            store::end(work.tx(), open.id, now).await?;
            return Err(Unlinked::NoCode.into());
        }
        return Err(Unlinked::WrongCode.into());
    }
    attempt::settle(work, &counter, admission, Outcome::Success).await?;
    if !store::end(work.tx(), open.id, now).await? {
        return Err(Unlinked::NoCode.into());
    }
    people::link(work, agent.id, &address, Proof::SpaceCode).await?;
    Ok(())
}
