//! Whether it is the agent who calls (CO6): each check is for one officer, one agent and one act, and is used once. Codes
//! are sent and compared in `session`; doors begin checks in `ticket`.

use std::str::FromStr;

use chrono::{DateTime, Utc};

use super::model::{Agent, AgentId};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::line::Args;
use crate::kernel::work::Work;
use crate::policy::{Act, Action, allow};

pub(super) mod store;

pub(crate) use store::Draft;

id!(
    /// One check of a caller.
    CheckId
);

/// How the agent shows who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// A code sent to the linked chat address.
    Chat,
    /// A code sent to the professional mobile.
    Sms,
    /// Seen in person, which a second officer confirms.
    Seen,
}

impl By {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chat => "chat",
            Self::Sms => "sms",
            Self::Seen => "seen",
        }
    }
}

impl FromStr for By {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Chat, Self::Sms, Self::Seen]
            .into_iter()
            .find(|by| by.as_str() == text)
            .ok_or(())
    }
}

/// Why a check is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The act was done.
    Used,
    /// A newer one took its place.
    Replaced,
    /// Too many wrong codes.
    Tries,
    /// The agent denied it, or what the code was sent to is theirs no longer.
    Void,
}

impl Over {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Used => "used",
            Self::Replaced => "replaced",
            Self::Tries => "tries",
            Self::Void => "void",
        }
    }
}

/// A check of a caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its id.
    pub id: CheckId,
    /// Who shows who they are.
    pub agent: AgentId,
    /// Who asked for the code, or saw the agent.
    pub officer: AgentId,
    /// What it is for.
    pub act: Act,
    /// The request that the agent is told.
    pub reference: String,
    /// How.
    pub by: By,
    pub(crate) tag: Option<Vec<u8>>,
    /// Until when the code is good, or a second officer may confirm.
    pub expires_at: DateTime<Utc>,
    /// The second officer, where the agent was seen.
    pub second: Option<AgentId>,
    /// Between which instants the act may be done, once it is proved.
    pub good: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// Whether the act was done with it.
    pub used: bool,
}

impl Check {
    /// Whether it waits for a code or a second officer.
    pub fn waits(&self) -> bool {
        self.good.is_none()
    }

    /// Whether `officer` may do the act with it, once it is proved.
    pub fn serves(&self, officer: AgentId) -> bool {
        self.officer == officer || self.second == Some(officer)
    }
}

/// The agent has not shown who they are.
#[derive(Debug, thiserror::Error)]
pub enum Unproven {
    /// To this officer, for this act.
    #[error("the caller is not verified for {0}")]
    Missing(Act),
    /// They have, and the act has to wait until then.
    #[error("{0} is held until {1}")]
    Held(Act, DateTime<Utc>),
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Unproven {
    /// The word key of the refusal; `None` for a fault.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::Missing(_) => Some("people-unproven"),
            Self::Held(..) => Some("people-unproven-held"),
            Self::Fault(_) => None,
        }
    }

    /// The values of its words.
    pub fn args(&self) -> Args {
        match self {
            Self::Missing(act) => vec![("act".into(), act.value())],
            Self::Held(act, until) => {
                vec![("act".into(), act.value()), ("until".into(), (*until).into())]
            }
            Self::Fault(_) => vec![],
        }
    }
}

/// To be asked by every use case that does `act` to an agent for an officer, after the policy and before the change: where
/// the act calls for it, the agent must have shown this officer, for this act, who they are. The proof is used up by it,
/// in the same transaction as the change.
pub async fn proven(work: &mut Work, agent: &Agent, act: Act) -> Result<(), Unproven> {
    if !act.asks_proof(agent.profile) {
        return Ok(());
    }
    let Some(officer) = work.actor().agent() else {
        return Err(Unproven::Missing(act));
    };
    super::hold(work, agent.id).await?;
    let now = work.now();
    let checks = store::open_of(work.tx(), agent.id, now).await?;
    let mut held = None;
    for check in checks
        .into_iter()
        .filter(|check| check.act == act && check.serves(officer))
    {
        match check.good {
            Some((from, until)) if from <= now && now < until => {
                if !store::end(work.tx(), check.id, Over::Used, now).await? {
                    return Err(Unproven::Missing(act));
                }
                let entry = Entry::change("people.use_proof").about(agent.id);
                work.audit(
                    entry
                        .with("act", act.to_string())
                        .with("reference", check.reference),
                )
                .await?;
                return Ok(());
            }
            Some((from, _)) if now < from => held = Some(from),
            _ => {}
        }
    }
    Err(held.map_or(Unproven::Missing(act), |from| Unproven::Held(act, from)))
}

/// The checks of an agent that wait, or whose act may still be done.
pub async fn checks(work: &mut Work, agent: &Agent) -> Result<Vec<Check>, super::Error> {
    let action = Action::VerifyCaller {
        agent: agent.id,
        department: agent.department,
    };
    allow(work.actor(), action)?;
    let now = work.now();
    Ok(store::open_of(work.tx(), agent.id, now).await?)
}

/// One check, whatever has become of it. For use cases that judge the actor.
pub(crate) async fn check(work: &mut Work, id: CheckId) -> Result<Option<Check>, Fault> {
    store::find(work.tx(), id).await
}

/// How many checks of an agent were begun since then, by one way or by any.
pub(crate) async fn checks_since(
    work: &mut Work,
    agent: AgentId,
    by: Option<By>,
    since: DateTime<Utc>,
) -> Result<i64, Fault> {
    store::begun_since(work.tx(), agent, by, since).await
}

/// Begins a check; what the same officer had under way for the agent is replaced.
pub(crate) async fn begin_check(work: &mut Work, draft: &Draft<'_>) -> Result<(), Fault> {
    let now = work.now();
    store::replace(work.tx(), draft.agent, draft.officer, now).await?;
    store::insert(work.tx(), draft, now).await
}

/// It is proved: between these instants the act may be done. False: it is over, or was proved before.
pub(crate) async fn prove_check(
    work: &mut Work,
    id: CheckId,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
    second: Option<AgentId>,
) -> Result<bool, Fault> {
    let now = work.now();
    store::prove(work.tx(), id, now, (from, until), second).await
}

/// Ends a check. False if it is over already.
pub(crate) async fn end_check(work: &mut Work, id: CheckId, how: Over) -> Result<bool, Fault> {
    let now = work.now();
    store::end(work.tx(), id, how, now).await
}

/// Whatever is proved or under way for an agent by this way, or by any, is worth nothing more.
pub(crate) async fn void_checks(work: &mut Work, agent: AgentId, by: Option<By>) -> Result<(), Fault> {
    let now = work.now();
    if store::void(work.tx(), agent, by, now).await? > 0 {
        work.audit(Entry::change("people.void_proof").about(agent))
            .await?;
    }
    Ok(())
}

/// Since when the professional mobile is the one it is; `None`: since the agent is known.
pub(crate) async fn number_since(work: &mut Work, agent: AgentId) -> Result<Option<DateTime<Utc>>, Fault> {
    store::number_since(work.tx(), agent).await
}
