//! A forgotten password, or none yet: a single-use link to the mailbox that HR holds, and nowhere else. One circuit at a
//! time.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Error, Purpose, store};
use crate::account::{self, Circuit, Lift, Misfit, State};
use crate::kernel::audit::Entry;
use crate::kernel::config::Settings;
use crate::kernel::fault::Fault;
use crate::kernel::line::{Args, Value};
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId};
use crate::policy::{Act, Action, allow};

id!(
    /// A request for a reset link.
    ResetId
);

/// What is asked on the page or by the bot.
#[derive(Clone, Debug)]
pub struct StartReset {
    /// What the link is for.
    pub purpose: Purpose,
    /// Which of the two passwords.
    pub circuit: Circuit,
    /// Agent number or username, as typed.
    pub name: String,
    /// The professional address, as typed.
    pub email: String,
}

/// A link that is still good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    pub(crate) id: ResetId,
    pub(crate) agent: AgentId,
    pub(crate) purpose: Purpose,
    pub(crate) circuit: Circuit,
    pub(crate) email: String,
    pub(crate) expires_at: DateTime<Utc>,
}

/// The address of a link: from the configuration, never from a header.
pub fn link_url(settings: &Settings, purpose: Purpose, token: &str) -> String {
    let page = match purpose {
        Purpose::Reset => "reset",
        Purpose::Creation => "create",
    };
    format!("{}/{page}/{token}", settings.space.public_url)
}

/// Sends the link if name and address belong together. The answer is the same in every case.
pub async fn start_reset(work: &mut Work, wish: &StartReset) -> Result<(), Error> {
    allow(work.actor(), Action::ProveIdentity)?;
    match known(work, wish).await? {
        Some(agent) => drop(write_to(work, &agent, wish.purpose, wish.circuit).await?),
        None => {
            let entry = Entry::refusal(wish.purpose.what()).with("circuit", wish.circuit.as_str());
            work.audit(entry.with("because", "no match")).await?;
        }
    }
    Ok(())
}

/// Support has the link sent that fits, with a reason: a new password, or the account itself where it was never created. It
/// goes where it always goes: whoever asks for it never sees it. Unlike somebody at the door, support is told when no link
/// leaves, and why.
pub async fn send_link(work: &mut Work, wish: &Lift) -> Result<Purpose, Error> {
    let agent = people::find(work, wish.agent)
        .await?
        .ok_or(account::Error::NoAgent)?;
    allow(
        work.actor(),
        Action::Assist {
            agent: agent.id,
            department: agent.department,
            act: Act::SendLink(wish.circuit),
        },
    )?;
    let why = account::reason(&wish.reason)?;
    let state = account::one(work, agent.id, wish.circuit)
        .await?
        .standing
        .state(false);
    let purpose = match state {
        State::Deactivated(why) => return Err(account::Error::Misfit(Misfit::Deactivated(why)).into()),
        State::NotCreated => Purpose::Creation,
        _ => Purpose::Reset,
    };
    people::proven(work, &agent, Act::SendLink(wish.circuit))
        .await
        .map_err(account::Error::from)?;
    let entry = Entry::change("password.send_link").about(agent.id).because(why);
    let entry = entry.with("circuit", wish.circuit.as_str());
    work.audit(entry.with("purpose", purpose.as_str())).await?;
    if write_to(work, &agent, purpose, wish.circuit).await? {
        Ok(purpose)
    } else {
        Err(Error::TooManyLinks)
    }
}

async fn known(work: &mut Work, wish: &StartReset) -> Result<Option<Agent>, Fault> {
    let agent = match people::by_username(work, &wish.name).await? {
        Some(agent) => Some(agent),
        None => people::by_number(work, &wish.name).await?,
    };
    let typed = wish.email.trim().to_lowercase();
    Ok(agent.filter(|agent| agent.email.to_lowercase() == typed))
}

/// True when a letter leaves; false when too many have left in the last hour.
async fn write_to(work: &mut Work, agent: &Agent, purpose: Purpose, circuit: Circuit) -> Result<bool, Error> {
    let now = work.now();
    // Counting and inserting are one step for all who ask for the same agent.
    people::hold(work, agent.id).await?;
    let sent = store::asked_since(work.tx(), agent.id, circuit, now - TimeDelta::hours(1)).await?;
    if sent >= work.settings().reset.mails_per_hour {
        let entry = Entry::refusal(purpose.what())
            .about(agent.id)
            .with("circuit", circuit.as_str());
        work.audit(entry.with("because", "too many mails")).await?;
        return Ok(false);
    }
    let standing = account::one(work, agent.id, circuit).await?.standing;
    let state = standing.state(false);
    let token = match purpose.fits(standing) {
        false => None,
        true => Some(work.chance().token()?),
    };
    let tag = token
        .as_ref()
        .map(|token| work.keys().tag("reset", token.as_bytes()));
    let (id, minutes) = (work.new_id()?, work.settings().reset.link_minutes);
    let expires_at = now + TimeDelta::minutes(minutes);
    // A newer mail makes every older link worthless.
    store::end_links(work.tx(), agent.id, circuit, now).await?;
    let opened = Opened {
        id,
        agent: agent.id,
        purpose,
        circuit,
        email: agent.email.clone(),
        expires_at,
    };
    store::insert_reset(work.tx(), &opened, tag, now).await?;
    let mut args: Args = vec![
        ("name".into(), agent.name().into()),
        ("circuit".into(), Value::Word(circuit.key().into())),
        ("state".into(), Value::Word(state.key().into())),
        ("lifter".into(), Value::Word(state.lifted_by().key().into())),
        ("minutes".into(), minutes.into()),
    ];
    let key = match &token {
        Some(_) => purpose.mail(circuit),
        None => purpose.mail_without(standing),
    };
    match &token {
        Some(token) => args.push(("link".into(), link_url(work.settings(), purpose, token).into())),
        None => args.push(("page".into(), work.settings().space.public_url.clone().into())),
    }
    let until = token.is_some().then_some(expires_at);
    work.mail(agent, key, &args, until).await?;
    let entry = Entry::change(purpose.what())
        .about(agent.id)
        .with("circuit", circuit.as_str());
    work.audit(entry.with("link", token.is_some())).await?;
    Ok(true)
}

/// The link's request, if it is still good: not used, not replaced, not expired, sent to the address that HR holds today,
/// for an account that stands as it must.
pub(crate) async fn find_link(work: &mut Work, token: &str) -> Result<(Opened, Agent), Error> {
    let (tag, now) = (work.keys().tag("reset", token.as_bytes()), work.now());
    let opened = store::open_reset(work.tx(), tag, now)
        .await?
        .ok_or(Error::DeadLink)?;
    let agent = people::find(work, opened.agent).await?.ok_or(Error::DeadLink)?;
    // Who has left the city is found under no name any more.
    let named = people::by_username(work, &agent.username).await?;
    if named.is_none_or(|named| named.id != agent.id) {
        return Err(Error::DeadLink);
    }
    let standing = account::one(work, agent.id, opened.circuit).await?.standing;
    if agent.email != opened.email || !opened.purpose.fits(standing) {
        return Err(Error::DeadLink);
    }
    Ok((opened, agent))
}

/// Uses the link up. Two who use it at once: one of them is refused.
pub(crate) async fn end_link(work: &mut Work, opened: &Opened) -> Result<(), Error> {
    let now = work.now();
    if store::end_reset(work.tx(), opened.id, now).await? {
        Ok(())
    } else {
        Err(Error::DeadLink)
    }
}
