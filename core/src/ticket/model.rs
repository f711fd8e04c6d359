//! What a request is.

use chrono::{DateTime, Utc};
use std::str::FromStr;

use crate::account::Circuit;
use crate::kernel::line::{Line, Value};
use crate::people::AgentId;

id!(
    /// A request.
    TicketId
);

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Lift a lock.
    Unlock,
    /// Lift a deactivation.
    Reactivation,
    /// Look into something suspicious.
    Security,
    /// Give access to the VPN (CH7).
    Vpn,
    /// Look into a VPN that does not work (CH5).
    VpnHelp,
    /// Two-factor sign-in on one's own wish.
    SecondFactor,
    /// Codes that don't arrive.
    FactorHelp,
    /// A call to support about nothing that was asked before.
    Call,
    /// A new professional card (PR4).
    Card,
}

impl Kind {
    /// All kinds, in the order of the queues.
    pub const ALL: [Kind; 9] = [
        Kind::Security,
        Kind::Unlock,
        Kind::Reactivation,
        Kind::Vpn,
        Kind::VpnHelp,
        Kind::FactorHelp,
        Kind::SecondFactor,
        Kind::Card,
        Kind::Call,
    ];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Unlock => "unlock",
            Kind::Reactivation => "reactivation",
            Kind::Security => "security",
            Kind::Vpn => "vpn",
            Kind::VpnHelp => "vpn_help",
            Kind::SecondFactor => "second_factor",
            Kind::FactorHelp => "factor_help",
            Kind::Call => "call",
            Kind::Card => "card",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Unlock => "ticket-kind-unlock",
            Kind::Reactivation => "ticket-kind-reactivation",
            Kind::Security => "ticket-kind-security",
            Kind::Vpn => "ticket-kind-vpn",
            Kind::VpnHelp => "ticket-kind-vpn-help",
            Kind::SecondFactor => "ticket-kind-second-factor",
            Kind::FactorHelp => "ticket-kind-factor-help",
            Kind::Call => "ticket-kind-call",
            Kind::Card => "ticket-kind-card",
        }
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(())
    }
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// It waits for an answer.
    Open,
    /// It was granted.
    Done,
    /// It was turned down.
    Refused,
}

impl Status {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::Done => "done",
            Status::Refused => "refused",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Status::Open => "ticket-status-open",
            Status::Done => "ticket-status-done",
            Status::Refused => "ticket-status-refused",
        }
    }
}

impl FromStr for Status {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Status::Open, Status::Done, Status::Refused]
            .into_iter()
            .find(|status| status.as_str() == text)
            .ok_or(())
    }
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Its id.
    pub id: TicketId,
    /// What people call it: `2026-000042`.
    pub reference: String,
    /// What is asked.
    pub kind: Kind,
    /// Who asks.
    pub agent: AgentId,
    /// About which account, where it is about one.
    pub circuit: Option<Circuit>,
    /// Where it stands.
    pub status: Status,
    /// The diagnosis when it was opened, or what was tried before: word keys.
    pub causes: Vec<String>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When it was answered.
    pub closed_at: Option<DateTime<Utc>>,
    /// Who answered.
    pub closed_by: Option<AgentId>,
    /// What was answered.
    pub answer: Option<String>,
}

impl Ticket {
    /// Tells the agent that the request is registered, and under which reference.
    pub fn opened(&self) -> Line {
        let key = match self.circuit {
            Some(_) => "ticket-opened",
            None => "ticket-opened-plain",
        };
        let line = Line::personal(key)
            .arg("reference", self.reference.as_str())
            .arg("kind", Value::word(self.kind.key()));
        match self.circuit {
            Some(circuit) => line.arg("circuit", Value::word(circuit.key())),
            None => line,
        }
    }
}
