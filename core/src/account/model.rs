//! How an account stands, and the one function that decides how it may change.

use std::str::FromStr;

use super::state::{Lifter, State};
use serde::{Deserialize, Serialize};

/// How far the account has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Nobody ever created it: it has no password.
    NotCreated,
    /// It has a temporary password, good only to set a personal one.
    AwaitingFirstSignIn,
    /// It has a personal password.
    Active,
}

/// Whom a lock stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lock {
    /// Nobody signs in from a device that the account does not know; known devices go on.
    UnknownDevices,
    /// Nobody signs in at all.
    Everywhere(LockCause),
}

/// Why an account is locked everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LockCause {
    /// Too many failures.
    Failures,
    /// The agent locked it after seeing something suspicious.
    Agent,
}

/// Why an account is deactivated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Not used for longer than the policy allows.
    Inactivity,
    /// The agent changed assignment.
    ChangeOfAssignment,
    /// An administrative decision.
    Administrative,
}

impl Why {
    /// All reasons.
    pub const ALL: [Why; 3] = [Why::Inactivity, Why::ChangeOfAssignment, Why::Administrative];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Why::Inactivity => "inactivity",
            Why::ChangeOfAssignment => "change_of_assignment",
            Why::Administrative => "administrative",
        }
    }

    /// The word key of the reason.
    pub fn key(self) -> &'static str {
        match self {
            Why::Inactivity => "account-why-inactivity",
            Why::ChangeOfAssignment => "account-why-change-of-assignment",
            Why::Administrative => "account-why-administrative",
        }
    }
}

impl FromStr for Why {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Why::ALL.into_iter().find(|why| why.as_str() == text).ok_or(())
    }
}

/// The side of the house on which a reactivation is agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// IT support; an IT administrator for an administrative deactivation.
    It,
    /// Human resources.
    Hr,
}

/// A deactivation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Closure {
    /// Its reason, which says who may lift it.
    pub why: Why,
    /// The side that has already agreed, where both must.
    pub agreed: Option<Side>,
}

/// How an account stands. The three parts are independent: a deactivated account may be locked as well,
/// and lifting one never lifts the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// How far it has come.
    pub stage: Stage,
    /// Its lock, if any.
    pub lock: Option<Lock>,
    /// Its deactivation, if any.
    pub closed: Option<Closure>,
}

/// What can be done to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// A temporary password is issued.
    IssueTemporary,
    /// The agent creates it, with a personal password.
    Create,
    /// The agent sets a personal password.
    SetPersonal,
    /// Too many failures.
    LockOut(Lock),
    /// The agent locks the account.
    LockSelf,
    /// Support lifts the lock.
    Unlock,
    /// The time of the lock is over.
    Lapse,
    /// It is deactivated.
    Deactivate(Why),
    /// One side agrees to reactivate it.
    Reactivate(Side),
}

/// Why a verb does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Misfit {
    /// The account was never created.
    NotCreated,
    /// It is deactivated: that is lifted first, by those who may.
    Deactivated(Why),
    /// It already stands as wished.
    AlreadySo,
    /// This deactivation is lifted by others.
    LiftedBy(Lifter),
}

impl Standing {
    /// Every account begins here.
    pub const NEW: Standing = Standing {
        stage: Stage::NotCreated,
        lock: None,
        closed: None,
    };

    /// The only function that decides how an account may change.
    pub fn after(self, verb: Verb) -> Result<Standing, Misfit> {
        let next = match verb {
            // Failures count even on a deactivated account, else its lock and its counter would disagree
            // on the day it is reactivated.
            Verb::LockOut(lock) => self.locked(lock)?,
            Verb::LockSelf => self.locked(Lock::Everywhere(LockCause::Agent))?,
            Verb::Deactivate(why) => self.deactivated(why)?,
            Verb::Reactivate(side) => self.reactivated(side)?,
            Verb::IssueTemporary => Standing {
                stage: Stage::AwaitingFirstSignIn,
                ..self.open()?
            },
            Verb::Create if self.stage == Stage::NotCreated => Standing {
                stage: Stage::Active,
                ..self.open()?
            },
            Verb::Create => return Err(Misfit::AlreadySo),
            Verb::SetPersonal => Standing {
                stage: Stage::Active,
                ..self.created()?.open()?
            },
            // A lock that the agent asked for has no time.
            Verb::Lapse => Standing {
                lock: self
                    .lock
                    .filter(|lock| *lock == Lock::Everywhere(LockCause::Agent)),
                ..self
            },
            Verb::Unlock => Standing {
                lock: None,
                ..self.created()?.open()?
            },
        };
        // A personal or temporary password may replace another; everything else must change something.
        match verb {
            Verb::SetPersonal | Verb::IssueTemporary => Ok(next),
            _ if next == self => Err(Misfit::AlreadySo),
            _ => Ok(next),
        }
    }

    fn created(self) -> Result<Standing, Misfit> {
        if self.stage == Stage::NotCreated {
            Err(Misfit::NotCreated)
        } else {
            Ok(self)
        }
    }

    fn open(self) -> Result<Standing, Misfit> {
        self.closed
            .map_or(Ok(self), |closure| Err(Misfit::Deactivated(closure.why)))
    }

    fn locked(self, lock: Lock) -> Result<Standing, Misfit> {
        self.created()?;
        // A lock is only ever widened here; the first cause of a lock everywhere stays, except that the
        // agent's own report outweighs failures.
        let lock = match (self.lock, lock) {
            (Some(Lock::Everywhere(LockCause::Agent)), _) => Lock::Everywhere(LockCause::Agent),
            (_, Lock::Everywhere(cause)) => Lock::Everywhere(cause),
            (Some(held), Lock::UnknownDevices) => held,
            (None, Lock::UnknownDevices) => Lock::UnknownDevices,
        };
        Ok(Standing {
            lock: Some(lock),
            ..self
        })
    }

    fn deactivated(self, why: Why) -> Result<Standing, Misfit> {
        self.created()?.open()?;
        Ok(Standing {
            closed: Some(Closure { why, agreed: None }),
            ..self
        })
    }

    fn reactivated(self, side: Side) -> Result<Standing, Misfit> {
        let Some(closure) = self.closed else {
            return Err(Misfit::AlreadySo);
        };
        let lifted = Standing { closed: None, ..self };
        match (closure.why, side, closure.agreed) {
            (Why::Inactivity, Side::It, _) | (Why::ChangeOfAssignment, Side::Hr, _) => Ok(lifted),
            (Why::Administrative, side, Some(agreed)) if side != agreed => Ok(lifted),
            (Why::Administrative, side, _) => Ok(Standing {
                closed: Some(Closure {
                    agreed: Some(side),
                    ..closure
                }),
                ..self
            }),
            (why, ..) => Err(Misfit::LiftedBy(State::Deactivated(why).lifted_by())),
        }
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
