//! How an account stands in one word, and who can change that.

use super::model::{Lock, LockCause, Stage, Standing, Why};

/// The one word for a standing: what matters most in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Never created.
    NotCreated,
    /// Deactivated.
    Deactivated(Why),
    /// Locked everywhere.
    LockedEverywhere(LockCause),
    /// Locked for unknown devices.
    LockedUnknownDevices,
    /// A temporary password waits to be replaced.
    AwaitingFirstSignIn,
    /// The password is too old: it must be changed at the next sign-in.
    PasswordExpired,
    /// Nothing stands in the way.
    Active,
}

/// Who can lift what stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lifter {
    /// Nothing to lift.
    Nobody,
    /// The agent alone.
    Agent,
    /// The IT contact of the agent's department.
    ItContact,
    /// IT support.
    ItSupport,
    /// Human resources.
    Hr,
    /// An IT administrator and human resources together.
    ItAdminAndHr,
}

impl Standing {
    /// What matters most. `expired` is the age of the password, which the password room knows.
    pub fn state(self, expired: bool) -> State {
        match (self.stage, self.closed, self.lock) {
            (_, Some(closure), _) => State::Deactivated(closure.why),
            (Stage::NotCreated, ..) => State::NotCreated,
            (_, _, Some(Lock::Everywhere(cause))) => State::LockedEverywhere(cause),
            (_, _, Some(Lock::UnknownDevices)) => State::LockedUnknownDevices,
            (Stage::AwaitingFirstSignIn, ..) => State::AwaitingFirstSignIn,
            (Stage::Active, ..) if expired => State::PasswordExpired,
            (Stage::Active, ..) => State::Active,
        }
    }
}

impl Lifter {
    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Lifter::Nobody => "account-lifter-nobody",
            Lifter::Agent => "account-lifter-agent",
            Lifter::ItContact => "account-lifter-it-contact",
            Lifter::ItSupport => "account-lifter-it-support",
            Lifter::Hr => "account-lifter-hr",
            Lifter::ItAdminAndHr => "account-lifter-it-admin-and-hr",
        }
    }
}

impl State {
    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            State::NotCreated => "account-state-not-created",
            State::Deactivated(Why::Inactivity) => "account-state-deactivated-inactivity",
            State::Deactivated(Why::ChangeOfAssignment) => "account-state-deactivated-change-of-assignment",
            State::Deactivated(Why::Administrative) => "account-state-deactivated-administrative",
            State::LockedEverywhere(LockCause::Failures) => "account-state-locked-everywhere",
            State::LockedEverywhere(LockCause::Agent) => "account-state-locked-by-agent",
            State::LockedUnknownDevices => "account-state-locked-unknown-devices",
            State::AwaitingFirstSignIn => "account-state-awaiting-first-sign-in",
            State::PasswordExpired => "account-state-password-expired",
            State::Active => "account-state-active",
        }
    }

    /// Who can lift it.
    pub fn lifted_by(self) -> Lifter {
        match self {
            State::Active => Lifter::Nobody,
            State::NotCreated | State::AwaitingFirstSignIn | State::PasswordExpired => Lifter::Agent,
            State::LockedEverywhere(_) | State::LockedUnknownDevices => Lifter::ItSupport,
            State::Deactivated(Why::Inactivity) => Lifter::ItSupport,
            State::Deactivated(Why::ChangeOfAssignment) => Lifter::Hr,
            State::Deactivated(Why::Administrative) => Lifter::ItAdminAndHr,
        }
    }
}
