//! Who may do what: the only place. One exhaustive match, no I/O; facts that need the database are loaded by the use
//! case and passed in. `tests/permissions.rs` prints the whole table.

use crate::kernel::actor::{Actor, Role};
use crate::people::AgentId;

/// Something that somebody wants to do, with the facts needed to judge it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Bring people and organisation into the database.
    ImportPeople,
    /// Tie a chat address to an agent.
    LinkChat {
        /// Whom.
        agent: AgentId,
    },
    /// Choose the language one is answered in.
    SetOwnLanguage,
    /// Bring payslips in, and remove those too old.
    ImportPayslips,
    /// Write a day of the payroll calendar.
    SetPayrollDay,
    /// See and download payslips.
    SeePayslip {
        /// Whose.
        agent: AgentId,
    },
    /// Remind supervisors of the requests that wait for them.
    RemindOfLeave,
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
        Action::LinkChat { agent } => matches!(actor, Actor::System(_)) || actor.is(agent),
        Action::SetOwnLanguage => actor.agent().is_some(),
        Action::ImportPayslips => matches!(actor, Actor::System(_) | Actor::Operator),
        Action::SetPayrollDay => matches!(actor, Actor::Operator) || actor.holds_some(Role::HrOfficer),
        Action::SeePayslip { agent } => actor.is(agent),
        Action::RemindOfLeave => matches!(actor, Actor::System(_)),
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

/// One of each action, for the table of rights: as `me` towards `me` and towards `other`.
#[cfg(any(test, feature = "testing"))]
pub fn samples(me: AgentId, other: AgentId) -> Vec<Action> {
    vec![
        Action::ImportPeople,
        Action::LinkChat { agent: me },
        Action::LinkChat { agent: other },
        Action::SetOwnLanguage,
        Action::ImportPayslips,
        Action::SetPayrollDay,
        Action::SeePayslip { agent: me },
        Action::SeePayslip { agent: other },
        Action::RemindOfLeave,
        Action::ImportLeave,
        Action::SeeLeaveBalance { agent: me },
        Action::SeeLeaveBalance { agent: other },
        Action::SeeLeaveRequest {
            agent: me,
            supervisor: Some(other),
        },
        Action::SeeLeaveRequest {
            agent: other,
            supervisor: Some(me),
        },
        Action::SeeLeaveRequest {
            agent: other,
            supervisor: None,
        },
        Action::SeeLeaveToDecide { supervisor: me },
        Action::SeeLeaveToDecide { supervisor: other },
        Action::RequestLeave { agent: me },
        Action::RequestLeave { agent: other },
        Action::WithdrawLeave { agent: me },
        Action::WithdrawLeave { agent: other },
        Action::DecideLeave {
            agent: me,
            supervisor: Some(me),
        },
        Action::DecideLeave {
            agent: me,
            supervisor: Some(other),
        },
        Action::DecideLeave {
            agent: other,
            supervisor: Some(me),
        },
        Action::DecideLeave {
            agent: other,
            supervisor: None,
        },
    ]
}
