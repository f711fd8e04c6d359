//! What is done with an agent's record: what they declare, and what human resources make of it.

use crate::kernel::actor::{Actor, Door, Role};
use crate::people::{AgentId, DepartmentId};
use crate::profile::Kind;

/// What is done with an agent's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// Read one's own.
    See,
    /// Declare a change of one's own.
    Declare(Kind),
    /// Take such a change back.
    Withdraw,
    /// Read a change beside its proof, and decide on it.
    Decide,
}

impl Record {
    /// One of each.
    #[cfg(any(test, feature = "testing"))]
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let declare = Kind::ALL.into_iter().map(Self::Declare);
        [Self::See, Self::Withdraw, Self::Decide]
            .into_iter()
            .chain(declare)
    }
}

pub(super) fn allows(actor: &Actor, agent: AgentId, department: DepartmentId, act: Record) -> bool {
    let own = |doors: &[Door]| matches!(actor, Actor::Person(person) if person.agent == agent && doors.contains(&person.door));
    match act {
        Record::See | Record::Withdraw => own(&[Door::Chat, Door::Space]),
        Record::Declare(kind) => match kind {
            Kind::Address | Kind::Family => own(&[Door::Chat, Door::Space]),
            // Never in a conversation (BO12).
            Kind::Bank => own(&[Door::Space]),
        },
        // Nobody decides on their own record.
        Record::Decide => actor.holds(Role::HrOfficer, department) && !actor.is(agent),
    }
}
