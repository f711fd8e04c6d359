//! Why somebody can't sign in, from plain facts: pure, so that chat and console say the same.

use chrono::{DateTime, Utc};

use super::facts::{AccountFacts, FactorFacts, Facts, PasswordFacts};
use crate::account::{Circuit, Lifter, LockCause, Standing, State, Why};
use crate::factor::Lack;
use crate::kernel::line::{Line, Value};

/// Something that stands in the way, or soon will.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The account is deactivated.
    Deactivated(Why),
    /// It is locked everywhere.
    LockedEverywhere(LockCause),
    /// It is locked for a while, after failures.
    LockedUntil {
        /// When that ends.
        until: DateTime<Utc>,
        /// For known devices as well.
        everywhere: bool,
    },
    /// It is locked for unknown devices.
    LockedUnknownDevices {
        /// Devices on which the agent can still sign in.
        known_devices: i64,
    },
    /// It was never created.
    NotCreated,
    /// Its temporary password is too old.
    TemporaryLapsed,
    /// A temporary password must be replaced by a personal one.
    AwaitingFirstSignIn {
        /// Until when.
        until: DateTime<Utc>,
    },
    /// The password must be changed at the next sign-in.
    PasswordExpired,
    /// Staff asked that the password be changed at the next sign-in.
    PasswordForced,
    /// Failed guesses have been counted: so many more will lock.
    CloseToLock {
        /// Guesses left.
        left: i64,
    },
    /// The console asks for an authenticator app.
    NoFactor,
    /// A factor is lacking without which nobody of this profile comes in.
    Lacks {
        /// Which.
        lack: Lack,
        /// On every channel, or on the mobile portal only.
        everywhere: bool,
    },
    /// As many codes were sent by SMS in a day as may be.
    SmsExhausted {
        /// Until when.
        until: DateTime<Utc>,
    },
}

/// What to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Ask IT support to unlock.
    RequestUnlock,
    /// Ask those who may to reactivate.
    RequestReactivation,
    /// A request is open already.
    FollowRequest,
    /// Create the account, by a link to the mailbox.
    Create,
    /// Ask the IT contact for a temporary password, or for a link.
    AskTemporary,
    /// Sign in; the page asks for the rest.
    SignIn,
    /// Ask for a reset link, instead of guessing on.
    Reset,
    /// Have a number registered.
    RegisterNumber,
    /// Wait, or come another way.
    Wait,
}

/// A cause, who can lift it, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which account.
    pub circuit: Circuit,
    /// What stands in the way.
    pub cause: Cause,
    /// Who can lift it.
    pub lifted_by: Lifter,
    /// What to do.
    pub next: Next,
    /// The open request about it.
    pub request: Option<String>,
}

/// Everything that was found, what blocks most first. Empty: nothing stands in the way.
pub fn diagnose(facts: &Facts) -> Vec<Finding> {
    let mut findings: Vec<Finding> = facts
        .accounts
        .iter()
        .flat_map(|account| of_account(account, facts))
        .collect();
    if facts.staff && !facts.enrolled {
        findings.push(Finding {
            circuit: Circuit::IntraParis,
            cause: Cause::NoFactor,
            lifted_by: Lifter::Agent,
            next: Next::SignIn,
            request: None,
        });
    }
    findings.extend(of_factors(facts.factors));
    findings.sort_by_key(|finding| finding.cause.rank());
    findings
}

fn of_factors(factors: FactorFacts) -> impl Iterator<Item = Finding> {
    // What closes every channel closes the mobile portal too: said once.
    let lacks = match (factors.inside, factors.mobile) {
        (Some(lack), _) => Some((lack, true)),
        (None, Some(lack)) => Some((lack, false)),
        (None, None) => None,
    };
    let lacks = lacks.map(|(lack, everywhere)| {
        let (lifted_by, next) = match lack {
            Lack::Number | Lack::Either => (Lifter::Hr, Next::RegisterNumber),
            Lack::App => (Lifter::Agent, Next::SignIn),
        };
        (Cause::Lacks { lack, everywhere }, lifted_by, next)
    });
    let exhausted = factors
        .exhausted_until
        .map(|until| (Cause::SmsExhausted { until }, Lifter::Nobody, Next::Wait));
    lacks
        .into_iter()
        .chain(exhausted)
        .map(|(cause, lifted_by, next)| Finding {
            circuit: Circuit::IntraParis,
            cause,
            lifted_by,
            next,
            request: None,
        })
}

fn of_account(account: &AccountFacts, facts: &Facts) -> Vec<Finding> {
    let standing = account.standing;
    let mut causes = vec![];
    if let Some(closure) = standing.closed {
        causes.push(Cause::Deactivated(closure.why));
    }
    let unlocked = Standing {
        closed: None,
        ..standing
    };
    match unlocked.state(false) {
        state @ (State::LockedEverywhere(LockCause::Failures) | State::LockedUnknownDevices)
            if let Some(until) = account.locked_until =>
        {
            let everywhere = state != State::LockedUnknownDevices;
            causes.push(Cause::LockedUntil { until, everywhere });
        }
        State::LockedEverywhere(cause) => causes.push(Cause::LockedEverywhere(cause)),
        State::LockedUnknownDevices => {
            causes.push(Cause::LockedUnknownDevices {
                known_devices: facts.known_devices,
            });
        }
        State::NotCreated => causes.push(Cause::NotCreated),
        _ => {}
    }
    match account.password {
        Some(PasswordFacts {
            temporary: true,
            ends_at,
            ..
        }) if ends_at <= facts.now => {
            causes.push(Cause::TemporaryLapsed);
        }
        Some(PasswordFacts {
            temporary: true,
            ends_at,
            ..
        }) => {
            causes.push(Cause::AwaitingFirstSignIn { until: ends_at });
        }
        Some(PasswordFacts { forced: true, .. }) => causes.push(Cause::PasswordForced),
        Some(PasswordFacts {
            temporary: false,
            ends_at,
            ..
        }) if ends_at <= facts.now => {
            causes.push(Cause::PasswordExpired);
        }
        _ => {}
    }
    if standing.lock.is_none()
        && standing.closed.is_none()
        && account.failures > 0
        && account.failures < facts.limit
    {
        causes.push(Cause::CloseToLock {
            left: facts.limit - account.failures,
        });
    }
    causes.into_iter().map(|cause| finding(cause, account)).collect()
}

fn finding(cause: Cause, account: &AccountFacts) -> Finding {
    let (lifted_by, next) = match cause {
        Cause::Deactivated(why) => (State::Deactivated(why).lifted_by(), Next::RequestReactivation),
        Cause::LockedEverywhere(_) | Cause::LockedUntil { .. } | Cause::LockedUnknownDevices { .. } => {
            (State::LockedUnknownDevices.lifted_by(), Next::RequestUnlock)
        }
        Cause::NotCreated => (Lifter::Agent, Next::Create),
        Cause::TemporaryLapsed => (Lifter::ItContact, Next::AskTemporary),
        // The last two are not found of an account.
        Cause::AwaitingFirstSignIn { .. }
        | Cause::PasswordExpired
        | Cause::PasswordForced
        | Cause::NoFactor
        | Cause::Lacks { .. }
        | Cause::SmsExhausted { .. } => (Lifter::Agent, Next::SignIn),
        Cause::CloseToLock { .. } => (Lifter::Agent, Next::Reset),
    };
    // Whatever else there is comes after the reactivation: neither a link nor an unlock opens a closed account.
    let next = match cause {
        Cause::Deactivated(_) => next,
        _ if account.standing.closed.is_some() => Next::Wait,
        _ => next,
    };
    let asks = matches!(next, Next::RequestUnlock | Next::RequestReactivation);
    let request = account.request.clone().filter(|_| asks);
    let next = if request.is_some() {
        Next::FollowRequest
    } else {
        next
    };
    Finding {
        circuit: account.circuit,
        cause,
        lifted_by,
        next,
        request,
    }
}

impl Cause {
    /// What blocks most comes first; what an agent can settle alone comes last.
    fn rank(self) -> u8 {
        match self {
            Cause::Deactivated(_) => 0,
            Cause::LockedEverywhere(_) => 1,
            Cause::LockedUntil { everywhere: true, .. } => 1,
            Cause::LockedUntil {
                everywhere: false, ..
            } => 2,
            Cause::LockedUnknownDevices { .. } => 2,
            Cause::NotCreated => 3,
            Cause::TemporaryLapsed => 4,
            Cause::Lacks { everywhere: true, .. } => 5,
            Cause::AwaitingFirstSignIn { .. } => 6,
            Cause::PasswordExpired | Cause::PasswordForced => 7,
            Cause::SmsExhausted { .. } => 8,
            Cause::CloseToLock { .. } => 9,
            Cause::NoFactor => 10,
            Cause::Lacks {
                everywhere: false, ..
            } => 11,
        }
    }

    /// The word key of the cause.
    pub fn key(self) -> &'static str {
        match self {
            Cause::Deactivated(Why::Inactivity) => "diagnosis-deactivated-inactivity",
            Cause::Deactivated(Why::ChangeOfAssignment) => "diagnosis-deactivated-change-of-assignment",
            Cause::Deactivated(Why::Administrative) => "diagnosis-deactivated-administrative",
            Cause::LockedEverywhere(LockCause::Failures) => "diagnosis-locked-everywhere",
            Cause::LockedEverywhere(LockCause::Agent) => "diagnosis-locked-by-agent",
            Cause::LockedUntil { everywhere: true, .. } => "diagnosis-locked-until",
            Cause::LockedUntil {
                everywhere: false, ..
            } => "diagnosis-locked-unknown-until",
            Cause::LockedUnknownDevices { known_devices: 0 } => "diagnosis-locked-no-known-device",
            Cause::LockedUnknownDevices { .. } => "diagnosis-locked-unknown-devices",
            Cause::NotCreated => "diagnosis-not-created",
            Cause::TemporaryLapsed => "diagnosis-temporary-lapsed",
            Cause::AwaitingFirstSignIn { .. } => "diagnosis-awaiting-first-sign-in",
            Cause::PasswordExpired => "diagnosis-password-expired",
            Cause::PasswordForced => "diagnosis-password-forced",
            Cause::CloseToLock { .. } => "diagnosis-close-to-lock",
            Cause::NoFactor => "diagnosis-no-factor",
            Cause::Lacks { lack: Lack::App, .. } => "diagnosis-lacks-app",
            Cause::Lacks { everywhere: true, .. } => "diagnosis-lacks-number",
            Cause::Lacks {
                everywhere: false, ..
            } => "diagnosis-lacks-either",
            Cause::SmsExhausted { .. } => "diagnosis-sms-exhausted",
        }
    }
}

impl Finding {
    /// The finding in words: cause, who can lift it, what to do.
    pub fn line(&self) -> Line {
        let mut line = Line::personal(self.cause.key())
            .arg("circuit", Value::Word(self.circuit.key().into()))
            .arg("lifter", Value::Word(self.lifted_by.key().into()));
        line = match self.cause {
            Cause::LockedUnknownDevices { known_devices } => line.arg("devices", known_devices),
            Cause::AwaitingFirstSignIn { until }
            | Cause::SmsExhausted { until }
            | Cause::LockedUntil { until, .. } => line.arg("until", until),
            Cause::CloseToLock { left } => line.arg("left", left),
            _ => line,
        };
        match &self.request {
            Some(reference) => {
                line.item(Line::personal("diagnosis-request-open").arg("reference", reference.as_str()))
            }
            None => line,
        }
    }

    /// What the agent may do at once from a conversation: id and label of the choice.
    pub fn offer(&self) -> Option<(String, &'static str)> {
        let circuit = self.circuit;
        match self.next {
            Next::RequestUnlock => Some((format!("access.request:{circuit}"), "diagnosis-choice-unlock")),
            Next::RequestReactivation => {
                Some((format!("access.request:{circuit}"), "diagnosis-choice-reactivate"))
            }
            Next::Create => Some((format!("access.create:{circuit}"), "diagnosis-choice-create")),
            Next::AskTemporary => Some((format!("access.reset:{circuit}"), "diagnosis-choice-reset")),
            Next::Reset => Some((format!("access.reset:{circuit}"), "diagnosis-choice-reset")),
            Next::RegisterNumber => Some(("factor.help".to_owned(), "factor-choice-help")),
            Next::FollowRequest | Next::SignIn | Next::Wait => None,
        }
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
