//! What is done with an agent's documents and the requests for them (DO4).

use crate::kernel::actor::{Actor, Role};
use crate::people::{AgentId, DepartmentId};

/// What is done with the documents of an agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// See one's own, and one's own requests.
    See,
    /// Ask for one, answer what is asked about it, take the request back.
    Request,
    /// See an agent's request, and answer it.
    Tend,
}

impl Paper {
    /// All of it.
    pub const ALL: [Self; 3] = [Self::See, Self::Request, Self::Tend];
}

pub(super) fn allows(actor: &Actor, agent: AgentId, department: DepartmentId, paper: Paper) -> bool {
    match paper {
        Paper::See | Paper::Request => actor.is(agent),
        // Nobody answers their own request.
        Paper::Tend => actor.holds(Role::HrOfficer, department) && !actor.is(agent),
    }
}
