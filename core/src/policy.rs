//! Who may do what: the only place. One exhaustive match, no I/O; facts that need the database are loaded by the use
//! case and passed in. `tests/permissions.rs` prints the whole table.

use crate::kernel::actor::Actor;
use crate::people::AgentId;

/// Something that somebody wants to do, with the facts needed to judge it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Bring people and organisation into the database.
    ImportPeople,
    /// Hear, remember and answer: the conversation's own book-keeping.
    KeepConversation,
    /// Tie a chat address to an agent.
    LinkChat {
        /// Whom.
        agent: AgentId,
    },
    /// Write leave entitlements.
    ImportLeave,
    /// See leave balances, and the list of one's own requests.
    SeeLeaveBalance {
        /// Whose.
        agent: AgentId,
    },
    /// See one leave request.
    SeeLeaveRequest {
        /// Whose.
        agent: AgentId,
        /// Who decides on it.
        supervisor: Option<AgentId>,
    },
    /// See the requests that wait for a supervisor.
    SeeLeaveToDecide {
        /// Which supervisor.
        supervisor: AgentId,
    },
    /// Ask for leave.
    RequestLeave {
        /// For whom.
        agent: AgentId,
    },
    /// Take back a leave request.
    WithdrawLeave {
        /// Whose.
        agent: AgentId,
    },
    /// Validate or refuse a leave request.
    DecideLeave {
        /// Whose.
        agent: AgentId,
        /// Who is above them.
        supervisor: Option<AgentId>,
    },
}

/// The answer is no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not allowed: {0:?}")]
pub struct Denied(pub Action);

/// Judges. Whatever is not said to be allowed is denied.
pub fn allow(actor: &Actor, action: Action) -> Result<(), Denied> {
    let allowed = match action {
        Action::ImportPeople => matches!(actor, Actor::Operator),
        Action::KeepConversation => matches!(actor, Actor::System(_)),
        Action::LinkChat { agent } => matches!(actor, Actor::System(_)) || actor.is(agent),
        Action::ImportLeave => matches!(actor, Actor::Operator),
        Action::SeeLeaveBalance { agent }
        | Action::RequestLeave { agent }
        | Action::WithdrawLeave { agent } => actor.is(agent),
        Action::SeeLeaveRequest { agent, supervisor } => {
            actor.is(agent) || supervisor.is_some_and(|supervisor| actor.is(supervisor))
        }
        Action::SeeLeaveToDecide { supervisor } => actor.is(supervisor),
        // Nobody decides on their own leave, even where they stand as their own supervisor.
        Action::DecideLeave { agent, supervisor } => {
            supervisor.is_some_and(|supervisor| actor.is(supervisor)) && !actor.is(agent)
        }
    };
    if allowed { Ok(()) } else { Err(Denied(action)) }
}
