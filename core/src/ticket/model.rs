//! What a request is.

use chrono::{DateTime, Utc};
use std::str::FromStr;

use crate::account::Circuit;
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
}

impl Kind {
    /// All kinds, in the order of the queues.
    pub const ALL: [Kind; 3] = [Kind::Security, Kind::Unlock, Kind::Reactivation];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Unlock => "unlock",
            Kind::Reactivation => "reactivation",
            Kind::Security => "security",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Unlock => "ticket-kind-unlock",
            Kind::Reactivation => "ticket-kind-reactivation",
            Kind::Security => "ticket-kind-security",
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
    /// About which account.
    pub circuit: Circuit,
    /// Where it stands.
    pub status: Status,
    /// The diagnosis when it was opened: word keys of its causes.
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
