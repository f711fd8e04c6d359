//! Who may do what: the only place. One exhaustive match, no I/O; facts that need the database are loaded by the use
//! case and passed in. `tests/permissions.rs` prints the whole table.

use crate::account::{Side, Why};
use crate::kernel::actor::{Actor, Door, Role};
use crate::people::{AgentId, DepartmentId};
use crate::ticket::Kind;

mod act;
mod paper;
mod record;
#[cfg(any(test, feature = "testing"))]
mod samples;
pub use act::Act;
use act::supports;
pub use paper::Paper;
pub use record::Record;
#[cfg(any(test, feature = "testing"))]
pub use samples::samples;

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
    /// Give an agent who was seen a code that links a chat address.
    IssueLinkCode {
        /// Whom.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
    },
    /// End the link of a chat address.
    UnlinkChat {
        /// Whose.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
    },
    /// Choose the language one is answered in.
    SetOwnLanguage,
    /// Write down that an agent is on long leave.
    RecordAbsence {
        /// Whose.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
    },
    /// Bring payslips and other documents in, and remove those too old.
    ImportPayslips,
    /// Write a day of the payroll calendar.
    SetPayrollDay,
    /// Something with the record of an agent who works there.
    Record(AgentId, DepartmentId, Record),
    /// Open the queue of changes of records.
    SeeChanges,
    /// Announce something in chat to a department, or to the whole city.
    Announce(Option<DepartmentId>),
    /// See what was announced, and how far it came.
    SeeAnnouncements,
    /// See and download payslips.
    SeePayslip {
        /// Whose.
        agent: AgentId,
    },
    /// Something with the documents of an agent who works there.
    Paper(AgentId, DepartmentId, Paper),
    /// Remove proofs that have served their time.
    RetireProofs,
    /// Remind supervisors of the requests that wait for them.
    RemindOfLeave,
    /// Write leave entitlements.
    ImportLeave,
    /// See leave balances, the list of one's own requests, and who of one's own team is away.
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
    /// Act on one's own things at all: only an identified agent has any.
    ActForOneself,
    /// Show who one is: sign in, ask for a reset link, use it. Open to all; what follows is not.
    ProveIdentity,
    /// Bring accounts in, with their first passwords.
    ProvisionAccount,
    /// See how an agent's accounts stand, their diagnosis and requests.
    SeeAccess {
        /// Whose.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
    },
    /// Warn the owners of accounts that nobody uses, and deactivate these.
    TendDormant,
    /// Tell the owners of passwords that these come to their end.
    RemindOfExpiry,
    /// Lock one's own accounts.
    LockOwnAccount {
        /// Whose.
        agent: AgentId,
    },
    /// End one's own sessions.
    EndOwnSessions {
        /// Whose.
        agent: AgentId,
    },
    /// Set or change one's own password.
    SetOwnPassword {
        /// Whose.
        agent: AgentId,
    },
    /// Enrol an authenticator app for oneself.
    EnrolOwnFactor {
        /// Whose.
        agent: AgentId,
    },
    /// Have a code sent to one's own number.
    SendOwnCode {
        /// Whose.
        agent: AgentId,
    },
    /// Do something to an agent's access that no other action here stands for.
    Assist {
        /// Whose.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
        /// What.
        act: Act,
    },
    /// Write down that an agent has left the city.
    RecordDeparture {
        /// Who.
        agent: AgentId,
        /// Where they worked.
        department: DepartmentId,
    },
    /// Lift the lock of an account.
    UnlockAccount {
        /// Whose.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
    },
    /// Agree to lift a deactivation.
    ReactivateAccount {
        /// Whose.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
        /// What it was deactivated for.
        why: Why,
        /// The side for which the actor speaks.
        side: Side,
    },
    /// Deactivate an account.
    DeactivateAccount {
        /// Whose.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
        /// What for.
        why: Why,
    },
    /// Ask that something be lifted.
    OpenTicket {
        /// Whose accounts.
        agent: AgentId,
    },
    /// Look agents up at all.
    SearchAgents,
    /// Read the audit log of everybody.
    ReadLog,
    /// Bring the catalogue of applications in, and rights as they stand elsewhere.
    ImportApplications,
    /// Restrict an application for an agent, or lift that.
    RestrictApplication {
        /// Whose access.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
    },
    /// Grant the VPN to an agent, or take it away.
    GrantVpn {
        /// Whose access.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
    },
    /// Grant a second factor on every channel, on the agent's wish.
    GrantSecondFactor {
        /// Whose.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
    },
    /// Give an agent who was seen a temporary password.
    IssueTemporary {
        /// Whose account.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
        /// The account has never had a personal password: a slip that was lost or has lapsed is issued again.
        newcomer: bool,
    },
    /// Have an agent show on the phone who they are, or confirm that they were seen.
    VerifyCaller {
        /// Whom.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
    },
    /// Say that an agent was seen in person.
    VouchForCaller {
        /// Whom.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
    },
    /// Open the queues of requests at all.
    SeeQueues,
    /// See the open requests of the agents of a department.
    SeeTickets {
        /// Which department.
        department: DepartmentId,
    },
    /// Turn a request down.
    RefuseTicket {
        /// Whose request.
        agent: AgentId,
        /// Where they work.
        department: DepartmentId,
        /// What was asked.
        kind: Kind,
    },
}

/// The answer is no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not allowed: {0:?}")]
pub struct Denied(pub Action);

/// Judges. Whatever is not said to be allowed is denied.
#[expect(
    clippy::too_many_lines,
    reason = "one exhaustive match in one place is the point"
)]
pub fn allow(actor: &Actor, action: Action) -> Result<(), Denied> {
    let allowed = match action {
        Action::ImportPeople
        | Action::ImportLeave
        | Action::ProvisionAccount
        | Action::ImportApplications => matches!(actor, Actor::Operator),
        // Linking is confirmed in the space; the house itself links whoever brought a code or the trusted server's word.
        Action::LinkChat { agent } => match actor {
            Actor::System(_) => true,
            Actor::Person(person) => person.agent == agent && person.door == Door::Space,
            _ => false,
        },
        Action::UnlinkChat { agent, department } => actor.is(agent) || supports(actor, department),
        Action::SetOwnLanguage | Action::ActForOneself => actor.agent().is_some(),
        Action::RecordAbsence { agent, department } | Action::RecordDeparture { agent, department } => {
            matches!(actor, Actor::Operator) || (actor.holds(Role::HrOfficer, department) && !actor.is(agent))
        }
        Action::ImportPayslips => matches!(actor, Actor::System(_) | Actor::Operator),
        Action::Record(agent, department, act) => record::allows(actor, agent, department, act),
        Action::SeeChanges => actor.holds_some(Role::HrOfficer),
        Action::Announce(department) => act::announces(actor, department),
        Action::SeeAnnouncements => act::sees_announcements(actor),
        Action::SetPayrollDay => matches!(actor, Actor::Operator) || actor.holds_some(Role::HrOfficer),
        Action::Paper(agent, department, paper) => paper::allows(actor, agent, department, paper),
        Action::RemindOfLeave | Action::TendDormant | Action::RemindOfExpiry | Action::RetireProofs => {
            matches!(actor, Actor::System(_))
        }
        Action::SeePayslip { agent }
        | Action::SeeLeaveBalance { agent }
        | Action::RequestLeave { agent }
        | Action::WithdrawLeave { agent }
        | Action::LockOwnAccount { agent }
        | Action::EndOwnSessions { agent }
        | Action::SendOwnCode { agent } => actor.is(agent),
        Action::SeeLeaveRequest { agent, supervisor } => {
            actor.is(agent) || supervisor.is_some_and(|supervisor| actor.is(supervisor))
        }
        Action::SeeLeaveToDecide { supervisor } => actor.is(supervisor),
        // Nobody decides on their own leave, even where they stand as their own supervisor.
        Action::DecideLeave { agent, supervisor } => {
            supervisor.is_some_and(|supervisor| actor.is(supervisor)) && !actor.is(agent)
        }
        Action::ProveIdentity => true,
        Action::SeeAccess { agent, department } => {
            actor.is(agent) || Role::ALL.into_iter().any(|role| actor.holds(role, department))
        }
        // The house itself asks that something suspicious be looked into.
        Action::OpenTicket { agent } => actor.is(agent) || matches!(actor, Actor::System(_)),
        // Whatever has to do with a secret is done on the web, never in a conversation.
        Action::SetOwnPassword { agent } | Action::EnrolOwnFactor { agent } => {
            matches!(actor, Actor::Person(person) if person.agent == agent && person.door != Door::Chat)
        }
        // Staff never lift, deactivate or judge anything of their own.
        Action::UnlockAccount { agent, department }
        | Action::RestrictApplication { agent, department }
        | Action::GrantVpn { agent, department } => !actor.is(agent) && supports(actor, department),
        // The circuit for who knows nobody: the contact of one's own department, human resources for a newcomer (AC15).
        Action::IssueTemporary {
            agent,
            department,
            newcomer,
        } => {
            let hr = newcomer && actor.holds(Role::HrOfficer, department);
            !actor.is(agent) && (hr || actor.holds(Role::ItContact, department))
        }
        Action::ReactivateAccount {
            agent,
            department,
            why,
            side,
        } => !actor.is(agent) && act::reactivates(actor, department, why, side),
        Action::DeactivateAccount {
            agent,
            department,
            why,
        } => {
            let admin = actor.holds(Role::ItAdmin, department);
            let hr = actor.holds(Role::HrOfficer, department);
            !actor.is(agent)
                && match why {
                    Why::Inactivity => admin,
                    Why::ChangeOfAssignment => hr,
                    Why::Administrative => admin || hr,
                }
        }
        Action::IssueLinkCode { agent, department } | Action::GrantSecondFactor { agent, department } => {
            !actor.is(agent) && (actor.holds(Role::ItContact, department) || supports(actor, department))
        }
        Action::Assist {
            agent,
            department,
            act,
        } => !actor.is(agent) && act.is_for_support() && supports(actor, department),
        Action::VerifyCaller { agent, department } => {
            let own = [Role::ItContact, Role::HrOfficer];
            !actor.is(agent)
                && (own.into_iter().any(|role| actor.holds(role, department)) || supports(actor, department))
        }
        Action::VouchForCaller { agent, department } => {
            !actor.is(agent) && actor.holds(Role::ItContact, department)
        }
        Action::ReadLog => actor.holds_some(Role::Auditor) || actor.holds_some(Role::ItAdmin),
        Action::SearchAgents | Action::SeeQueues => Role::ALL.into_iter().any(|role| actor.holds_some(role)),
        Action::SeeTickets { department } => Role::ALL.into_iter().any(|role| actor.holds(role, department)),
        Action::RefuseTicket {
            agent,
            department,
            kind,
        } => !actor.is(agent) && act::closes(actor, department, kind),
    };
    if allowed { Ok(()) } else { Err(Denied(action)) }
}
