//! Seeing a record and its changes: one's own, and what waits for human resources.

use serde::{Deserialize, Serialize};

use super::model::{Change, ChangeId, Detail, Kind};
use super::proof::Proof;
use super::{Error, shelf, store};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId};
use crate::policy::{Action, Record, allow};

/// How many changes are read at most.
const MOST: i64 = 500;

/// One's own record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Who it is.
    pub agent: Agent,
    /// Who decides on their leave.
    pub supervisor: Option<String>,
    /// Who keeps their file.
    pub hr_officer: Option<String>,
    /// What the house holds today, by kind; what it does not hold is left out.
    pub current: Vec<Detail>,
    /// Every change, newest first.
    pub changes: Vec<Change>,
}

impl Sheet {
    /// What it says of a kind.
    pub fn of(&self, kind: Kind) -> Option<&Detail> {
        self.current.iter().find(|detail| detail.kind() == kind)
    }

    /// The change of a kind that nobody has decided on.
    pub fn open(&self, kind: Kind) -> Option<&Change> {
        let mut open = self.changes.iter().filter(|change| change.stage.is_open());
        open.find(|change| change.kind() == kind)
    }
}

/// The record of the agent who acts.
pub async fn mine(work: &mut Work) -> Result<Sheet, Error> {
    let agent = me(work, Record::See).await?;
    let mut current = vec![];
    for kind in Kind::ALL {
        current.extend(self::current(work, agent.id, kind).await?);
    }
    let rows = store::of(work.tx(), agent.id, MOST).await?;
    let changes = rows
        .into_iter()
        .map(|row| opened(work, row))
        .collect::<Result<_, Fault>>()?;
    let supervisor = name(work, agent.supervisor).await?;
    let hr_officer = name(work, agent.hr_officer).await?;
    Ok(Sheet {
        agent,
        supervisor,
        hr_officer,
        current,
        changes,
    })
}

async fn name(work: &mut Work, agent: Option<AgentId>) -> Result<Option<String>, Fault> {
    Ok(match agent {
        Some(agent) => people::find(work, agent).await?.map(|agent| agent.name()),
        None => None,
    })
}

/// The changes that wait for human resources, oldest first: of the agents whose record the actor may see.
pub async fn queue(work: &mut Work) -> Result<Vec<(Change, Agent)>, Error> {
    allow(work.actor(), Action::SeeChanges)?;
    let mut queue = vec![];
    for row in store::waiting(work.tx(), MOST).await? {
        let change = opened(work, row)?;
        let agent = people::find(work, change.agent).await?.ok_or(Error::Unknown)?;
        if allow(
            work.actor(),
            Action::Record(agent.id, agent.department, Record::Decide),
        )
        .is_ok()
        {
            queue.push((change, agent));
        }
    }
    Ok(queue)
}

/// One change, for whoever decides on it. The look is logged.
pub async fn look(work: &mut Work, id: ChangeId) -> Result<(Change, Agent, Option<Proof>), Error> {
    let (change, agent) = judged(work, id).await?;
    let proof = store::proof_of(work.tx(), id).await?;
    let entry = Entry::view("profile.look").about(agent.id);
    work.audit(entry.with("kind", change.kind().as_str())).await?;
    Ok((change, agent, proof))
}

/// The proof of a change, and its content, for whoever decides on it. The caller saves the work before it hands the
/// content out: the look is on record first.
pub async fn proof(work: &mut Work, id: ChangeId) -> Result<(Change, Proof, Vec<u8>), Error> {
    let (change, agent) = judged(work, id).await?;
    let proof = store::proof_of(work.tx(), id).await?.ok_or(Error::Unknown)?;
    let content = shelf(work.house()).read(proof.id)?;
    let entry = Entry::view("profile.proof").about(agent.id);
    work.audit(entry.with("kind", change.kind().as_str())).await?;
    Ok((change, proof, content))
}

/// A change and its agent, once it is clear that the actor may decide on it.
pub(super) async fn judged(work: &mut Work, id: ChangeId) -> Result<(Change, Agent), Error> {
    let change = find(work, id).await?.ok_or(Error::Unknown)?;
    let agent = people::find(work, change.agent).await?.ok_or(Error::Unknown)?;
    allow(
        work.actor(),
        Action::Record(agent.id, agent.department, Record::Decide),
    )?;
    Ok((change, agent))
}

/// The agent who acts, about their own record.
pub(super) async fn me(work: &mut Work, act: Record) -> Result<Agent, Error> {
    let agent = work.actor().agent().ok_or(Error::Unknown)?;
    let agent = people::find(work, agent).await?.ok_or(Error::Unknown)?;
    allow(work.actor(), Action::Record(agent.id, agent.department, act))?;
    if !work.actor().is(agent.id) {
        return Err(Error::Unknown);
    }
    Ok(agent)
}

/// What holds: what the newest validated change made of it.
pub(super) async fn current(work: &mut Work, agent: AgentId, kind: Kind) -> Result<Option<Detail>, Error> {
    let row = store::newest_validated(work.tx(), agent, kind).await?;
    let change = row.map(|row| opened(work, row)).transpose()?;
    Ok(change.map(|change| change.after))
}

pub(super) async fn find(work: &mut Work, id: ChangeId) -> Result<Option<Change>, Error> {
    let row = store::find(work.tx(), id).await?;
    Ok(row.map(|row| opened(work, row)).transpose()?)
}

/// What is sealed in a row.
#[derive(Serialize, Deserialize)]
struct Content {
    before: Option<Detail>,
    after: Detail,
}

// The id in the purpose binds the content to its row: rows can't be exchanged.
fn purpose(id: ChangeId) -> String {
    format!("profile change {id}")
}

pub(super) async fn insert(work: &mut Work, change: &Change) -> Result<(), Error> {
    let content = Content {
        before: change.before.clone(),
        after: change.after.clone(),
    };
    let clear =
        serde_json::to_vec(&content).map_err(|e| Fault::inconsistent("profile_changes", change.id, e))?;
    let sealed = work.keys().seal(work.chance(), &purpose(change.id), &clear)?;
    let inserted = store::insert(work.tx(), change, &sealed).await;
    inserted.map_err(|fault| {
        if fault.is_unique() {
            Error::Open(change.kind())
        } else {
            fault.into()
        }
    })
}

fn opened(work: &Work, row: store::Row) -> Result<Change, Fault> {
    let broken = |why: String| Fault::inconsistent("profile_changes", row.id, why);
    let clear = work.keys().open(&purpose(row.id), &row.sealed)?;
    let Content { before, after } = serde_json::from_slice(&clear).map_err(|e| broken(e.to_string()))?;
    let effective = row.effective_month.as_deref().map(str::parse).transpose();
    Ok(Change {
        id: row.id,
        agent: row.agent_id,
        stage: row.stage.parse().map_err(broken)?,
        before,
        after,
        declared_at: row.declared_at,
        ended_at: row.ended_at,
        decided_by: row.decided_by,
        effective: effective.map_err(broken)?,
        reason: row.reason,
    })
}
