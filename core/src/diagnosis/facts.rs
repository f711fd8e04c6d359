//! What the diagnosis is made from: plain facts.

use chrono::{DateTime, Utc};

use crate::account::{Circuit, Standing};
use crate::factor::Lack;

/// What is known of one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountFacts {
    /// Which of the two.
    pub circuit: Circuit,
    /// How it stands.
    pub standing: Standing,
    /// Its password, if it has one.
    pub password: Option<PasswordFacts>,
    /// Failures that strangers have left on it.
    pub failures: i64,
    /// The open request about it, if there is one.
    pub request: Option<String>,
    /// When its lock ends by itself, if it does.
    pub locked_until: Option<DateTime<Utc>>,
}

/// What is known of a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordFacts {
    /// Good only to set a personal one.
    pub temporary: bool,
    /// Staff asked that it be replaced.
    pub forced: bool,
    /// From when on it is worth nothing more, or must be changed.
    pub ends_at: DateTime<Utc>,
}

/// Everything that the diagnosis is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The instant.
    pub now: DateTime<Utc>,
    /// Both accounts, in the order in which they are asked.
    pub accounts: Vec<AccountFacts>,
    /// Devices on which the agent is known.
    pub known_devices: i64,
    /// Failures that lock.
    pub limit: i64,
    /// Whether the agent has a staff role.
    pub staff: bool,
    /// Whether the agent has a working authenticator app.
    pub enrolled: bool,
    /// What the agent's second factors stand in the way of.
    pub factors: FactorFacts,
}

/// What is known of second factors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactorFacts {
    /// What is lacking on the internal network and the VPN.
    pub inside: Option<Lack>,
    /// What is lacking on the mobile portal.
    pub mobile: Option<Lack>,
    /// Until when no more codes leave, as many having left in a day as may.
    pub exhausted_until: Option<DateTime<Utc>>,
}
