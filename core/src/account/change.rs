//! The only writer of standings, and the one place that ends sessions and forgets devices.

use super::model::{Standing, Verb};
use super::{Account, Circuit, Error, lapse, store};
use crate::kernel::fault::Fault;
use crate::kernel::line::{Line, Value};
use crate::kernel::work::Work;
use crate::outside::authority::{AccountAuthority, Embedded};
use crate::people::{self, AgentId};

/// Applies `verb` to an account, and gives what it was and what it has become.
pub(crate) async fn change(
    work: &mut Work,
    agent: AgentId,
    circuit: Circuit,
    verb: Verb,
) -> Result<(Account, Account), Error> {
    people::hold(work, agent).await?;
    let now = work.now();
    store::insert_missing(work.tx(), agent, circuit, now).await?;
    let before = super::stored(work, agent, circuit).await?;
    let standing = before.standing.after(verb)?;
    let (locked_until, locks) = match verb {
        Verb::LockOut(_) => (lapse::until(work, standing.lock, before.locks), before.locks + 1),
        Verb::Unlock => (None, 0),
        Verb::LockSelf | Verb::Lapse => (None, before.locks),
        _ => (before.locked_until, before.locks),
    };
    let after = Account {
        standing,
        locked_at: standing.lock.map(|_| before.locked_at.unwrap_or(now)),
        locked_until,
        locks,
        agreed_by: agreed_by(work, &before, standing)?,
        changed_at: Some(now),
        ..before.clone()
    };
    if !Embedded.mark(work.tx(), &before, &after).await? {
        return Err(Fault::inconsistent("accounts", agent, "changed while it was held").into());
    }
    // What people do with an account is use of it; what strangers do to it is not.
    if matches!(
        verb,
        Verb::IssueTemporary | Verb::SetPersonal | Verb::Reactivate(_)
    ) {
        store::set_used(work.tx(), agent, Some(circuit), now).await?;
    }
    Ok((before, after))
}

/// Two sides are two people: who holds both roles does not agree with themselves.
fn agreed_by(work: &Work, before: &Account, after: Standing) -> Result<Option<AgentId>, Error> {
    let speaker = work.actor().agent();
    match (before.standing.closed, after.closed) {
        (Some(was), None) if was.agreed.is_some() && before.agreed_by == speaker => Err(Error::SamePerson),
        (_, Some(is)) if is.agreed.is_some() => Ok(speaker),
        _ => Ok(None),
    }
}

/// Ends every session of an agent, on every node.
pub(crate) async fn end_sessions_of(work: &mut Work, agent: AgentId) -> Result<(), Fault> {
    store::raise_session_epoch(work.tx(), agent).await
}

/// Every device of an agent is unknown again.
pub(crate) async fn forget_devices(work: &mut Work, agent: AgentId) -> Result<(), Fault> {
    store::raise_device_epoch(work.tx(), agent).await
}

/// A notice about an account.
pub(crate) fn told(key: &str, circuit: Circuit) -> Line {
    Line::personal(key).arg("circuit", Value::Word(circuit.key().into()))
}
