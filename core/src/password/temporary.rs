//! A temporary password on a slip of paper, for somebody whose mailbox can't be reached and who was seen, or has shown on
//! the phone who they are (AC15). It is good for one thing: choosing a personal one.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::import::{Hashed, hashed};
use super::rules::broken;
use super::set::put;
use super::{Error, kept, rules_of, store};
use crate::account::{self, Circuit, Stage, Verb, attempt};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::line::{Args, Value};
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId};
use crate::policy::{Act, Action, allow};

/// Letters and digits that nobody takes for another on paper.
const UPPER: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ";
const LOWER: &[u8] = b"abcdefghjkmnpqrstuvwxyz";
const DIGIT: &[u8] = b"23456789";
/// Four groups of four, about 66 bits.
const GROUPS: usize = 4;

/// Who is given a temporary password, and why.
#[derive(Clone, Debug)]
pub struct IssueTemporary {
    /// Whose account.
    pub agent: AgentId,
    /// Which one.
    pub circuit: Circuit,
    /// The actor has seen the agent in person, and their identity card. Otherwise, and for a sensitive profile always, the
    /// agent must have been verified for it (CO6).
    pub seen: bool,
    /// The reason that the audit log keeps.
    pub reason: String,
}

/// What the slip says beside the password.
#[derive(Clone, Debug)]
pub struct Slip {
    /// For whom.
    pub agent: Agent,
    /// For which account.
    pub circuit: Circuit,
    /// Until when it is good.
    pub until: DateTime<Utc>,
}

/// Draws a temporary password and hashes it: to be done before the unit of work that issues it, since hashing is slow.
pub async fn draw_temporary(house: &Arc<House>) -> Result<(Secret, Hashed), Error> {
    loop {
        let drawn = drawn(house)?;
        if broken(&drawn, &[], &[], &rules_of(&house.settings)).is_empty() {
            let drawn = Secret::new(drawn);
            let hashed = hashed(house, &drawn).await?;
            return Ok((drawn, hashed));
        }
    }
}

/// `Kbw4-Trx7-Hdp2-Nvc9`.
fn drawn(house: &House) -> Result<String, Fault> {
    let mut groups = vec![];
    for _ in 0..GROUPS {
        let mut group = String::new();
        for letters in [UPPER, LOWER, LOWER, DIGIT] {
            group.push(house.chance.one_of(letters)?);
        }
        groups.push(group);
    }
    Ok(groups.join("-"))
}

/// Issues it. Whatever password and link there was is worth nothing any more; a lock stays, a deactivated account is
/// refused. The agent is told on every way there is.
pub async fn issue_temporary(work: &mut Work, wish: &IssueTemporary, drawn: Hashed) -> Result<Slip, Error> {
    let agent = people::find(work, wish.agent)
        .await?
        .ok_or(account::Error::NoAgent)?;
    let circuit = wish.circuit;
    let stage = account::one(work, agent.id, circuit).await?.standing.stage;
    let kept = kept(work, agent.id, circuit).await?;
    allow(
        work.actor(),
        Action::IssueTemporary {
            agent: agent.id,
            department: agent.department,
            newcomer: kept.is_none_or(|kept| kept.newcomer),
        },
    )?;
    let because = account::reason(&wish.reason)?;
    let seen = wish.seen && !agent.profile.is_sensitive();
    if !seen {
        people::proven(work, &agent, Act::Temporary(circuit))
            .await
            .map_err(account::Error::from)?;
    }
    let now = work.now();
    if stage == Stage::NotCreated {
        // Somebody may have guessed at the name before there was an account.
        attempt::clear(work, &agent, circuit).await?;
    }
    account::change(work, agent.id, circuit, Verb::IssueTemporary).await?;
    put(work, agent.id, circuit, drawn, true).await?;
    store::end_links(work.tx(), agent.id, circuit, now).await?;
    account::end_sessions_of(work, agent.id).await?;
    account::forget_devices(work, agent.id).await?;
    let entry = Entry::change("password.issue_temporary")
        .about(agent.id)
        .because(because);
    work.audit(entry.with("circuit", circuit.as_str()).with("seen", seen))
        .await?;
    let until = now + TimeDelta::hours(work.settings().password.temporary_hours);
    let args: Args = vec![
        ("name".into(), agent.name().into()),
        ("circuit".into(), Value::Word(circuit.key().into())),
        ("at".into(), now.into()),
        ("until".into(), until.into()),
    ];
    work.mail(&agent, "password-mail-temporary", &args, None).await?;
    let line = account::told("password-temporary-issued", circuit)
        .arg("at", now)
        .arg("until", until);
    let line = line.choice("access.not_me", "account-choice-not-me");
    work.tell(agent.id, line.urgent()).await?;
    Ok(Slip {
        agent,
        circuit,
        until,
    })
}
