//! The only place that reads the time.

use chrono::{DateTime, Duration, SubsecRound, Utc};
use std::sync::{Arc, Mutex, PoisonError};

/// Where `now` comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that tests move by hand.
    Frozen(Arc<Mutex<DateTime<Utc>>>),
}

impl Clock {
    /// A clock standing at `at`.
    pub fn frozen(at: DateTime<Utc>) -> Self {
        Self::Frozen(Arc::new(Mutex::new(at)))
    }

    /// The present instant, cut to microseconds: PostgreSQL keeps no more, and both databases must agree.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is where time comes in")]
            Self::System => Utc::now().trunc_subsecs(6),
            Self::Frozen(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves a frozen clock; the machine's clock is nobody's to move.
    pub fn advance(&self, by: Duration) {
        if let Self::Frozen(at) = self {
            *at.lock().unwrap_or_else(PoisonError::into_inner) += by;
        }
    }

    /// Sets a frozen clock.
    pub fn set(&self, to: DateTime<Utc>) {
        if let Self::Frozen(at) = self {
            *at.lock().unwrap_or_else(PoisonError::into_inner) = to;
        }
    }
}
