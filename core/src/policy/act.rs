//! What staff do to an agent's access on a call, and which of it calls for proof that the agent is the caller (CO6).

use std::{fmt, str::FromStr};

use crate::account::{Circuit, Side, Why};
use crate::kernel::actor::{Actor, Role};
use crate::kernel::line::Value;
use crate::people::{DepartmentId, Profile};
use crate::ticket::Kind;

/// One thing that staff do to an agent's access. What only closes it, or is decided about the agent and not on a call, is
/// not among them: deactivating, restricting, barring from the VPN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Lift a lock.
    Unlock(Circuit),
    /// Agree to lift a deactivation.
    Reactivate(Circuit),
    /// Send a reset link.
    SendLink(Circuit),
    /// Have the password replaced at the next sign-in.
    NewPassword(Circuit),
    /// Issue a temporary password (AC15).
    Temporary(Circuit),
    /// Reset the second factor (MF8).
    ResetFactor,
    /// Change the professional mobile.
    ChangeNumber,
    /// End all sessions.
    EndSessions,
    /// Lift the restriction of an application.
    LiftRestriction,
    /// Grant the VPN.
    GrantVpn,
    /// Give a code that links a chat address.
    LinkChat,
    /// End the link of a chat address.
    UnlinkChat,
}

impl Act {
    /// All of them.
    pub fn all() -> Vec<Self> {
        let mut all = vec![];
        for circuit in Circuit::ALL {
            all.extend([
                Self::Unlock(circuit),
                Self::Reactivate(circuit),
                Self::SendLink(circuit),
                Self::NewPassword(circuit),
                Self::Temporary(circuit),
            ]);
        }
        all.extend([
            Self::ResetFactor,
            Self::ChangeNumber,
            Self::EndSessions,
            Self::LiftRestriction,
            Self::GrantVpn,
            Self::LinkChat,
            Self::UnlinkChat,
        ]);
        all
    }

    /// Whether it may be done to an agent of this profile only once they have shown who they are.
    pub fn asks_proof(self, profile: Profile) -> bool {
        profile.is_sensitive() || matches!(self, Self::ResetFactor | Self::ChangeNumber | Self::Temporary(_))
    }

    /// Whether it is IT support's to do, as [`super::Action::Assist`]. The others have actions of their own.
    pub(super) fn is_for_support(self) -> bool {
        matches!(
            self,
            Self::SendLink(_)
                | Self::NewPassword(_)
                | Self::ResetFactor
                | Self::ChangeNumber
                | Self::EndSessions
        )
    }

    /// Whether it replaces what the professional mobile stands for: the number itself, or an app, which is taken to be on
    /// the same telephone. No code goes to it then.
    pub fn is_about_the_phone(self) -> bool {
        matches!(self, Self::ResetFactor | Self::ChangeNumber)
    }

    /// Whether it replaces the linked chat address. No code goes to it then.
    pub fn is_about_the_chat(self) -> bool {
        matches!(self, Self::LinkChat | Self::UnlinkChat)
    }

    fn name(self) -> (&'static str, Option<Circuit>) {
        match self {
            Self::Unlock(circuit) => ("unlock", Some(circuit)),
            Self::Reactivate(circuit) => ("reactivate", Some(circuit)),
            Self::SendLink(circuit) => ("send_link", Some(circuit)),
            Self::NewPassword(circuit) => ("new_password", Some(circuit)),
            Self::Temporary(circuit) => ("temporary", Some(circuit)),
            Self::ResetFactor => ("reset_factor", None),
            Self::ChangeNumber => ("change_number", None),
            Self::EndSessions => ("end_sessions", None),
            Self::LiftRestriction => ("lift_restriction", None),
            Self::GrantVpn => ("grant_vpn", None),
            Self::LinkChat => ("link_chat", None),
            Self::UnlinkChat => ("unlink_chat", None),
        }
    }

    /// Its words, for a sentence.
    pub fn value(self) -> Value {
        let (name, circuit) = self.name();
        let key = format!("people-act-{}", name.replace('_', "-"));
        match circuit {
            Some(circuit) => Value::Phrase(key, vec![("circuit".to_owned(), Value::word(circuit.key()))]),
            None => Value::Word(key),
        }
    }
}

/// The stored form: `reset_factor`, `unlock:intraparis`.
impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            (name, Some(circuit)) => write!(f, "{name}:{circuit}"),
            (name, None) => f.write_str(name),
        }
    }
}

impl FromStr for Act {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::all()
            .into_iter()
            .find(|act| act.to_string() == text)
            .ok_or(())
    }
}

/// True for IT support and IT administrators over a department.
pub(super) fn supports(actor: &Actor, department: DepartmentId) -> bool {
    actor.holds(Role::ItSupport, department) || actor.holds(Role::ItAdmin, department)
}

/// True for who closes a request of this kind without granting it.
pub(super) fn closes(actor: &Actor, department: DepartmentId, kind: Kind) -> bool {
    let hr = matches!(kind, Kind::Reactivation | Kind::Card) && actor.holds(Role::HrOfficer, department);
    let contact = kind == Kind::SecondFactor && actor.holds(Role::ItContact, department);
    // Whoever may check a caller closes the request that the call was about.
    let own = [Role::ItContact, Role::HrOfficer];
    let called = kind == Kind::Call && own.into_iter().any(|role| actor.holds(role, department));
    hr || contact || called || kind != Kind::Card && supports(actor, department)
}

/// True for whoever may lift a deactivation for this side.
pub(super) fn reactivates(actor: &Actor, department: DepartmentId, why: Why, side: Side) -> bool {
    match (why, side) {
        (Why::Inactivity, Side::It) => supports(actor, department),
        (Why::Administrative, Side::It) => actor.holds(Role::ItAdmin, department),
        (Why::ChangeOfAssignment | Why::Administrative, Side::Hr) => actor.holds(Role::HrOfficer, department),
        (Why::Inactivity, Side::Hr) | (Why::ChangeOfAssignment, Side::It) => false,
    }
}

/// True for IT over a department, or over the whole city.
pub(super) fn announces(actor: &Actor, department: Option<DepartmentId>) -> bool {
    match department {
        Some(department) => supports(actor, department),
        None => actor.holds_everywhere(Role::ItSupport) || actor.holds_everywhere(Role::ItAdmin),
    }
}

/// True for IT and auditors.
pub(super) fn sees_announcements(actor: &Actor) -> bool {
    let roles = [Role::ItSupport, Role::ItAdmin, Role::Auditor];
    roles.into_iter().any(|role| actor.holds_some(role))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_done_to_a_sensitive_profile_asks_proof_and_little_to_an_ordinary_one() {
        for act in Act::all() {
            assert_eq!(act.to_string().parse(), Ok(act));
            for profile in Profile::ALL {
                let always = matches!(act, Act::ResetFactor | Act::ChangeNumber | Act::Temporary(_));
                let asks = always || profile != Profile::Ordinary;
                assert_eq!(act.asks_proof(profile), asks, "{act} {profile:?}");
            }
            assert!(
                !(act.is_about_the_phone() && act.is_about_the_chat()),
                "{act}: some way is left"
            );
        }
    }
}
