//! Codes for those who can't sign in: given by staff who saw them, or sent to the professional mailbox, and written in
//! chat from the address that they link.

use chrono::{DateTime, Utc};

use super::{Unlinked, new_code, store};
use crate::account::attempt::{self, Counter, Outcome, Slot};
use crate::kernel::audit::Entry;
use crate::kernel::code::{copied, spaced};
use crate::kernel::work::Work;
use crate::people::{self, AgentId, Proof};
use crate::policy::{Act, Action, allow};
use crate::session::Error;

/// A code, to be shown once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// As people read it.
    pub code: String,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
}

/// Gives staff a code for an agent whom they have seen. `reason` says how they know who it is.
pub async fn issue_link_code(work: &mut Work, agent: AgentId, reason: &str) -> Result<Issued, Error> {
    let agent = people::find(work, agent).await?.ok_or(people::Error::NoAgent)?;
    allow(
        work.actor(),
        Action::IssueLinkCode {
            agent: agent.id,
            department: agent.department,
        },
    )?;
    let reason: String = reason.trim().chars().take(500).collect();
    if reason.is_empty() {
        return Err(people::Error::NoReason.into());
    }
    people::proven(work, &agent, Act::LinkChat)
        .await
        .map_err(people::Error::from)?;
    let (code, expires_at) = new_code(work, agent.id, Proof::StaffCode, None).await?;
    let entry = Entry::change("session.issue_link_code").about(agent.id);
    work.audit(entry.because(reason)).await?;
    let args = vec![("name".to_owned(), agent.name().into())];
    work.mail(&agent, "session-mail-link-issued", &args, None).await?;
    Ok(Issued {
        code: spaced(&code),
        expires_at,
    })
}

/// Sends a code to the mailbox that HR holds, if name (username or number) and address belong together. The answer is the
/// same whatever they are.
pub async fn mail_link_code(work: &mut Work, name: &str, email: &str) -> Result<(), Error> {
    allow(work.actor(), Action::ProveIdentity)?;
    let agent = match people::by_username(work, name).await? {
        Some(agent) => Some(agent),
        None => people::by_number(work, name).await?,
    };
    let Some(agent) = agent.filter(|agent| agent.email.eq_ignore_ascii_case(email.trim())) else {
        return Ok(());
    };
    let (code, expires_at) = match new_code(work, agent.id, Proof::MailboxCode, None).await {
        Err(Error::Link(Unlinked::TooManyCodes)) => return Ok(()),
        made => made?,
    };
    work.audit(Entry::change("session.mail_link_code").about(agent.id))
        .await?;
    let args = vec![
        ("name".to_owned(), agent.name().into()),
        ("code".to_owned(), spaced(&code).into()),
        ("until".to_owned(), expires_at.into()),
    ];
    work.mail(&agent, "session-mail-link-code", &args, Some(expires_at))
        .await?;
    Ok(())
}

/// Links the chat address from which a code was written, and says to whom; `None`: the code is not good, or the address has
/// used up its tries of the day. A wrong code is an answer and no refusal: the try must stay counted.
pub async fn use_link_code(work: &mut Work, address: &str, code: &str) -> Result<Option<AgentId>, Error> {
    allow(work.actor(), Action::ProveIdentity)?;
    people::judge(address, &people::servers(work.settings())).map_err(Unlinked::from)?;
    let (now, today) = (work.now(), work.today());
    let counter = Counter::link_code(work.keys(), &format!("{address} {today}"));
    let Slot::Admitted(admission) = attempt::reserve(work, &counter).await? else {
        return Ok(None);
    };
    let tag = work.keys().tag("link code", copied(code).as_bytes());
    let mut found = store::with_tag(work.tx(), &tag, now).await?.into_iter();
    let (Some(open), None) = (found.next(), found.next()) else {
        attempt::settle(work, &counter, admission, Outcome::Failure).await?;
        let entry = Entry::refusal("session.use_link_code");
        work.audit(entry.with("address", address)).await?;
        return Ok(None);
    };
    // Right once must not make room for more guesses.
    attempt::settle(work, &counter, admission, Outcome::Void).await?;
    if !store::end(work.tx(), open.id, now).await? {
        return Ok(None);
    }
    let proof = if open.kind == Proof::MailboxCode.as_str() {
        Proof::MailboxCode
    } else {
        Proof::StaffCode
    };
    people::link(work, open.agent_id, address, proof).await?;
    Ok(Some(open.agent_id))
}
