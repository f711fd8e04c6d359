//! One of each action, for the table of rights that the tests print.

use super::{Act, Action, Paper, Record};
use crate::account::{Side, Why};
use crate::people::{AgentId, DepartmentId};
use crate::ticket::Kind;

/// As `me` towards `me` and towards `other`.
pub fn samples(me: AgentId, other: AgentId) -> Vec<Action> {
    let mut samples = vec![
        Action::ImportPeople,
        Action::LinkChat { agent: me },
        Action::LinkChat { agent: other },
        Action::SetOwnLanguage,
        Action::ImportPayslips,
        Action::SetPayrollDay,
        Action::SeePayslip { agent: me },
        Action::SeePayslip { agent: other },
        Action::RemindOfLeave,
        Action::TendDormant,
        Action::RemindOfExpiry,
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
        Action::ActForOneself,
        Action::ProveIdentity,
        Action::ProvisionAccount,
        Action::ImportApplications,
        Action::SeeQueues,
        Action::SearchAgents,
        Action::ReadLog,
    ];
    samples.extend(access_samples(me, other));
    samples
}

fn access_samples(me: AgentId, other: AgentId) -> Vec<Action> {
    let department = DepartmentId::from(uuid::Uuid::from_u128(10));
    let mut samples = vec![Action::SeeTickets { department }];
    samples.extend([Action::SeeChanges, Action::RetireProofs]);
    samples.push(Action::Announce(None));
    samples.push(Action::SeeAnnouncements);
    for agent in [me, other] {
        samples.extend(Record::all().map(|act| Action::Record(agent, department, act)));
    }
    for agent in [me, other] {
        let papers = Paper::ALL.into_iter();
        samples.extend(papers.map(|paper| Action::Paper(agent, department, paper)));
    }
    for agent in [me, other] {
        samples.extend(Act::all().into_iter().map(|act| Action::Assist {
            agent,
            department,
            act,
        }));
    }
    for agent in [me, other] {
        samples.extend([
            Action::RecordAbsence { agent, department },
            Action::SeeAccess { agent, department },
            Action::UnlinkChat { agent, department },
            Action::IssueLinkCode { agent, department },
            Action::LockOwnAccount { agent },
            Action::EndOwnSessions { agent },
            Action::SetOwnPassword { agent },
            Action::EnrolOwnFactor { agent },
            Action::SendOwnCode { agent },
            Action::OpenTicket { agent },
            Action::RecordDeparture { agent, department },
            Action::UnlockAccount { agent, department },
            Action::VerifyCaller { agent, department },
            Action::VouchForCaller { agent, department },
            Action::RestrictApplication { agent, department },
            Action::GrantVpn { agent, department },
            Action::GrantSecondFactor { agent, department },
        ]);
        for newcomer in [false, true] {
            samples.push(Action::IssueTemporary {
                agent,
                department,
                newcomer,
            });
        }
        for kind in Kind::ALL {
            samples.push(Action::RefuseTicket {
                agent,
                department,
                kind,
            });
        }
        for why in Why::ALL {
            samples.push(Action::DeactivateAccount {
                agent,
                department,
                why,
            });
            for side in [Side::It, Side::Hr] {
                samples.push(Action::ReactivateAccount {
                    agent,
                    department,
                    why,
                    side,
                });
            }
        }
    }
    samples
}
