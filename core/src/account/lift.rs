//! Lifting a lock, lifting a deactivation: two things that never imply each other.
//!
//! Doors reach them through `ticket`, which closes the requests that they answer.

use super::model::{Side, Stage, Verb, Why};
use super::{Circuit, Error, attempt, change, reason, told};
use crate::kernel::audit::Entry;
use crate::kernel::line::Line;
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId};
use crate::policy::{Act, Action, allow};

/// What is to be lifted, and why.
#[derive(Clone, Debug)]
pub struct Lift {
    /// Whose account.
    pub agent: AgentId,
    /// Which one.
    pub circuit: Circuit,
    /// The reason that the audit log keeps.
    pub reason: String,
}

/// How a reactivation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reactivated {
    /// The account is active again.
    Done,
    /// One of two sides has agreed; the other one still must.
    OtherSideMustAgree,
}

/// Lifts a lock of any kind. `closes` are the references of the requests that it answers.
pub(crate) async fn unlock(work: &mut Work, lift: &Lift, closes: &[String]) -> Result<(), Error> {
    let agent = whose(work, lift.agent).await?;
    allow(
        work.actor(),
        Action::UnlockAccount {
            agent: agent.id,
            department: agent.department,
        },
    )?;
    let why = reason(&lift.reason)?;
    people::proven(work, &agent, Act::Unlock(lift.circuit)).await?;
    // Counters are taken before the account, as signing in does: the other order could block for ever.
    attempt::clear(work, &agent, lift.circuit).await?;
    change(work, agent.id, lift.circuit, Verb::Unlock).await?;
    let entry = Entry::change("account.unlock").about(agent.id).because(why);
    work.audit(entry.with("circuit", lift.circuit.as_str())).await?;
    let line = told("account-unlocked", lift.circuit).urgent();
    work.tell(agent.id, with_references(line, closes)).await?;
    Ok(())
}

/// Agrees to a reactivation, on the side for which the actor may speak.
pub(crate) async fn reactivate(
    work: &mut Work,
    lift: &Lift,
    closes: &[String],
) -> Result<Reactivated, Error> {
    let agent = whose(work, lift.agent).await?;
    let account = super::one(work, agent.id, lift.circuit).await?;
    let closure = account.standing.closed;
    // What is not deactivated is judged as the mildest case: the refusal must not depend on who asks.
    let why = closure.map_or(Why::Inactivity, |closure| closure.why);
    let agreed = closure.and_then(|closure| closure.agreed);
    let sides = if agreed == Some(Side::It) {
        [Side::Hr, Side::It]
    } else {
        [Side::It, Side::Hr]
    };
    let action = |side| Action::ReactivateAccount {
        agent: agent.id,
        department: agent.department,
        why,
        side,
    };
    let [first, second] = sides;
    let side = if allow(work.actor(), action(first)).is_ok() {
        first
    } else {
        second
    };
    allow(work.actor(), action(side))?;
    let because = reason(&lift.reason)?;
    people::proven(work, &agent, Act::Reactivate(lift.circuit)).await?;
    let (_, after) = change(work, agent.id, lift.circuit, Verb::Reactivate(side)).await?;
    let done = after.standing.closed.is_none();
    let what = if done {
        "account.reactivate"
    } else {
        "account.agree_to_reactivate"
    };
    let entry = Entry::change(what).about(agent.id).because(because);
    work.audit(
        entry
            .with("circuit", lift.circuit.as_str())
            .with("deactivated_for", why.as_str()),
    )
    .await?;
    if !done {
        return Ok(Reactivated::OtherSideMustAgree);
    }
    let key = match (after.standing.lock, after.standing.stage) {
        (Some(_), _) => "account-reactivated-still-locked",
        (None, Stage::AwaitingFirstSignIn) => "account-reactivated-awaiting",
        (None, _) => "account-reactivated",
    };
    work.tell(
        agent.id,
        with_references(told(key, lift.circuit).urgent(), closes),
    )
    .await?;
    Ok(Reactivated::Done)
}

fn with_references(line: Line, references: &[String]) -> Line {
    references.iter().fold(line, |line, reference| {
        line.item(Line::personal("account-closes-request").arg("reference", reference.as_str()))
    })
}

pub(super) async fn whose(work: &mut Work, agent: AgentId) -> Result<Agent, Error> {
    people::find(work, agent).await?.ok_or(Error::NoAgent)
}
