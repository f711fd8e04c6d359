//! Leave: what an agent is entitled to, how many days a request costs, who decides on it.
//!
//! Days are whole numbers of half-days everywhere: no rounding can creep in, and half a day is a thing. A request
//! is not granted until the supervisor validates it; no delay does it for them.

mod balance;
mod cancel;
mod cases;
mod count;
mod decide;
mod deciders;
mod decimal;
mod delegate;
mod delegation_store;
mod entitlement;
mod explain;
mod holidays;
mod import;
mod lines;
mod link_store;
mod linked;
mod list;
mod model;
mod pattern;
mod period;
mod reason;
mod refusal;
mod remind;
mod request;
mod request_lines;
mod rules;
mod store;
mod team;
mod team_lines;
mod team_store;
mod trace_store;
mod undo;
mod unvalidated;
mod withdraw;

#[cfg(test)]
mod tests;

pub use balance::{Balance, balance, entitle};
pub use cancel::cancel;
pub use cases::{count_case, entitlement_case};
pub use count::{Absence, Count, DayOff, Skipped, WorkCalendar, absence, count, joined};
pub use decide::{Verdict, consider, decide};
pub use delegate::{Delegation, DelegationId, delegate, delegations, end_delegation};
pub use explain::{Explained, Given, Split, Taking, explain};
pub use holidays::{Holiday, Region, easter};
pub use import::{Granted, import};
pub use lines::{
    balance_line, decision_line, delegated, explained_lines, list_line, looked_line, preview_line,
    trace_lines, undone_line, waiting_line,
};
pub use linked::{Replaced, changeable};
pub use list::{look, mine, waiting};
pub use model::{Asks, HalfDays, Kind, Stage, Step, UnknownName};
pub use pattern::{BadPattern, Pattern};
pub use period::{BadPeriod, Half, HalfDay, NoHalfDay, Period};
pub use reason::{BadReason, specific};
pub use remind::remind_supervisors;
pub use request::{Left, Preview, Wish, preview, request};
pub use request_lines::{request_line, requested_line, standing_line, withdrawn_line};
pub use team::{Away, Shortage, shortage, team};
pub use team_lines::{away_line, shortage_line, team_line};
pub use undo::{undo, undoable};
pub use unvalidated::{Deed, Trace, remind_decider, trace, warn_applicants};
pub use withdraw::{withdraw, withdrawable};

use chrono::{DateTime, NaiveDate, Utc};

use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::people::AgentId;
use crate::policy::Denied;

id!(
    /// A leave request.
    RequestId
);

/// A leave request as it stands today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The id.
    pub id: RequestId,
    /// The number that people say.
    pub number: i64,
    /// Who asked.
    pub agent: AgentId,
    /// How they are called.
    pub name: String,
    /// Who decides: the agent's supervisor of today.
    pub supervisor: Option<AgentId>,
    /// How the supervisor is called.
    pub supervisor_name: Option<String>,
    /// Leave, or that leave be cancelled: kind, period and cost are then those of that leave.
    pub asks: Asks,
    /// The request that it takes the place of, or that it would have cancelled.
    pub replaces: Option<Replaced>,
    /// Which leave.
    pub kind: Kind,
    /// When.
    pub period: Period,
    /// What it costs, all years together.
    pub cost: HalfDays,
    /// Where it stands.
    pub stage: Stage,
    /// The last day on which it can be decided.
    pub decide_by: NaiveDate,
    /// When it was made.
    pub asked_at: DateTime<Utc>,
    /// When it was decided or taken back.
    pub decided_at: Option<DateTime<Utc>>,
    /// Why it was refused.
    pub reason: Option<String>,
}

/// What leave can be refused for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The two ends bound nothing.
    #[error(transparent)]
    BadPeriod(#[from] BadPeriod),
    /// It would have started already.
    #[error("{from} is past")]
    Past {
        /// The first day asked for.
        from: NaiveDate,
    },
    /// No worked half-day in it.
    #[error("no worked half-day in this period")]
    NothingToTake {
        /// The period.
        period: Period,
        /// The days off in it.
        skipped: Vec<Skipped>,
    },
    /// Away for longer than is allowed at a stretch (décret 85-1250, article 4).
    #[error("an absence of {days} days")]
    TooLong {
        /// How long, rest days included.
        days: i64,
        /// How long it may be: `leave.max_absence_days`.
        limit: i64,
        /// Together with other requests that touch it.
        joined: bool,
    },
    /// The leave has begun: what is left of it is HR's to settle.
    #[error("request {number} has begun on {from}")]
    Begun {
        /// Its number.
        number: i64,
        /// Its first day.
        from: NaiveDate,
    },
    /// A change or a cancellation of it waits for a decision.
    #[error("request {number} is the matter of request {by}")]
    Linked {
        /// Its number.
        number: i64,
        /// The number of the request that waits.
        by: i64,
    },
    /// The change changes nothing.
    #[error("request {number} asks for just this")]
    Unchanged {
        /// Its number.
        number: i64,
    },
    /// What the decision gave back was used since.
    #[error("what the decision on request {number} gave back was used since")]
    Spent {
        /// Its number.
        number: i64,
    },
    /// Another request stands there.
    #[error("overlaps request {number}")]
    Overlaps {
        /// Its number.
        number: i64,
        /// When it is.
        period: Period,
        /// Whether it is granted.
        stage: Stage,
    },
    /// HR has not stated the rights of that year.
    #[error("no entitlement to {kind} in {year}")]
    NoEntitlement {
        /// Of which leave.
        kind: Kind,
        /// Of which year.
        year: i32,
    },
    /// More than is left.
    #[error("not enough {kind} left in {year}")]
    NotEnough {
        /// Of which leave.
        kind: Kind,
        /// Of which year.
        year: i32,
        /// What is left.
        left: HalfDays,
        /// What it would cost.
        cost: HalfDays,
    },
    /// Nobody could decide.
    #[error("the agent has no supervisor")]
    NoSupervisor,
    /// There is no such request.
    #[error("no request {number}")]
    Unknown {
        /// The number given.
        number: i64,
    },
    /// The request is no longer waiting.
    #[error("request {number} is {stage}")]
    Settled {
        /// Its number.
        number: i64,
        /// Where it stands.
        stage: Stage,
        /// Since when.
        decided_at: Option<DateTime<Utc>>,
    },
    /// The decision is too old to be taken back, or somebody else's.
    #[error("the decision on request {number} can no longer be taken back")]
    TooLate {
        /// Its number.
        number: i64,
        /// How long a decision can be taken back: `leave.undo_minutes`.
        minutes: i64,
    },
    /// Nobody else is known by this username.
    #[error("no colleague called {name}")]
    NoColleague {
        /// As it was written.
        name: String,
    },
    /// They have handed their own decisions over, in the end to whoever asks.
    #[error("{name} has handed their decisions back to who asks")]
    ClosedChain {
        /// How the delegate is called.
        name: String,
    },
    /// Whoever decides was reminded of it today already.
    #[error("a reminder on request {number} went out today already")]
    RemindedToday {
        /// Its number.
        number: i64,
    },
    /// A refusal needs a better reason.
    #[error("{0}")]
    Reason(BadReason),
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Error {
    fn settled(request: &Request) -> Self {
        Self::Settled {
            number: request.number,
            stage: request.stage,
            decided_at: request.decided_at,
        }
    }

    /// Somebody else was faster: the present state is the answer.
    async fn settled_since(work: &mut Work, number: i64) -> Result<Self, Fault> {
        let today = work.today();
        Ok(match store::by_number(work.tx(), number, today).await? {
            Some(request) => Self::settled(&request),
            None => Self::Unknown { number },
        })
    }
}
