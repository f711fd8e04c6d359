//! What a leave request is made of: a number of half-days, a kind, a stage and the steps between stages.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A number of half-days: the only unit in which leave is counted and stored.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HalfDays(pub i64);

impl HalfDays {
    /// So many whole days.
    pub const fn days(days: i64) -> Self {
        Self(days * 2)
    }
}

impl Add for HalfDays {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for HalfDays {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for HalfDays {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for HalfDays {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        Self(all.map(|half_days| half_days.0).sum())
    }
}

/// The kinds of leave an agent may ask for here, each with its own yearly entitlement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Annual leave (congé annuel).
    Annual,
    /// A day given back for long weeks (réduction du temps de travail).
    Rtt,
}

impl Kind {
    /// Every kind, in the order in which balances are shown.
    pub const ALL: [Self; 2] = [Self::Annual, Self::Rtt];

    /// The stored name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Annual => "annual",
            Self::Rtt => "rtt",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The name stands for nothing known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown name: {0}")]
pub struct UnknownName(pub String);

impl FromStr for Kind {
    type Err = UnknownName;
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == name);
        found.ok_or_else(|| UnknownName(name.to_owned()))
    }
}

/// Where a request stands. Only `Validated` is a granted leave.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Sent to the supervisor, not granted.
    Submitted,
    /// Granted by the supervisor.
    Validated,
    /// Refused by the supervisor, with a reason.
    Refused,
    /// Taken back by the agent before any decision.
    Withdrawn,
    /// Its first day came without a decision: not granted.
    Lapsed,
    /// It was granted, and a change of it that was granted since stands in its place.
    Replaced,
    /// It was granted, and then cancelled by agreement.
    Cancelled,
}

/// What a request asks for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asks {
    /// Leave.
    Leave,
    /// That granted leave be cancelled.
    Cancel,
}

impl Asks {
    /// The stored name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::Cancel => "cancel",
        }
    }
}

impl FromStr for Asks {
    type Err = UnknownName;
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let found = [Self::Leave, Self::Cancel]
            .into_iter()
            .find(|asks| asks.as_str() == name);
        found.ok_or_else(|| UnknownName(name.to_owned()))
    }
}

/// What can happen to a request.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Step {
    /// The supervisor grants it.
    Validate,
    /// The supervisor refuses it.
    Refuse,
    /// The agent takes it back.
    Withdraw,
    /// The supervisor takes a fresh decision back.
    TakeBack,
    /// Its first day passes without a decision.
    Lapse,
    /// A change of it is granted.
    Replace,
    /// Its cancellation is granted.
    Cancel,
    /// That is taken back.
    Restore,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 7] = [
        Self::Submitted,
        Self::Validated,
        Self::Refused,
        Self::Withdrawn,
        Self::Lapsed,
        Self::Replaced,
        Self::Cancelled,
    ];

    /// The stored name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Validated => "validated",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
            Self::Replaced => "replaced",
            Self::Cancelled => "cancelled",
        }
    }

    /// The stage after this step, or `None` if the step cannot be taken from here. A decision is final
    /// but for who made it, and for a few minutes (see `undo`).
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Submitted, Step::Validate) => Some(Self::Validated),
            (Self::Submitted, Step::Refuse) => Some(Self::Refused),
            (Self::Submitted, Step::Withdraw) => Some(Self::Withdrawn),
            (Self::Submitted, Step::Lapse) => Some(Self::Lapsed),
            (Self::Validated | Self::Refused, Step::TakeBack) => Some(Self::Submitted),
            (Self::Validated, Step::Replace) => Some(Self::Replaced),
            (Self::Validated, Step::Cancel) => Some(Self::Cancelled),
            (Self::Replaced | Self::Cancelled, Step::Restore) => Some(Self::Validated),
            _ => None,
        }
    }

    /// The stage as it must be seen on a day: an undecided request that could be decided until a day before it has
    /// lapsed, whether or not anything has written so.
    pub fn seen(self, decide_by: NaiveDate, today: NaiveDate) -> Self {
        match self.after(Step::Lapse) {
            Some(lapsed) if decide_by < today => lapsed,
            _ => self,
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Stage {
    type Err = UnknownName;
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let found = Self::ALL.into_iter().find(|stage| stage.as_str() == name);
        found.ok_or_else(|| UnknownName(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_submitted_request_can_change_its_stage_and_only_a_decision_is_taken_back() {
        for stage in Stage::ALL {
            for step in [Step::Validate, Step::Refuse, Step::Withdraw, Step::Lapse] {
                assert_eq!(
                    stage.after(step).is_some(),
                    stage == Stage::Submitted,
                    "{stage} {step:?}"
                );
            }
        }
        for stage in Stage::ALL {
            let decided = matches!(stage, Stage::Validated | Stage::Refused);
            let back = decided.then_some(Stage::Submitted);
            assert_eq!(stage.after(Step::TakeBack), back, "{stage}");
        }
        assert_eq!(Stage::Submitted.after(Step::Validate), Some(Stage::Validated));
        assert_eq!(Stage::Submitted.after(Step::Refuse), Some(Stage::Refused));
        assert_eq!(Stage::Submitted.after(Step::Withdraw), Some(Stage::Withdrawn));
        assert_eq!(Stage::Submitted.after(Step::Lapse), Some(Stage::Lapsed));
    }

    #[test]
    fn only_granted_leave_is_replaced_or_cancelled_and_only_that_is_restored() {
        for stage in Stage::ALL {
            let granted = stage == Stage::Validated;
            assert_eq!(stage.after(Step::Replace), granted.then_some(Stage::Replaced));
            assert_eq!(stage.after(Step::Cancel), granted.then_some(Stage::Cancelled));
            let gone = matches!(stage, Stage::Replaced | Stage::Cancelled);
            assert_eq!(stage.after(Step::Restore), gone.then_some(Stage::Validated));
        }
    }

    #[test]
    fn an_undecided_request_lapses_the_day_after_its_first_day_and_a_decided_one_never() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
        assert_eq!(Stage::Submitted.seen(day(16), day(15)), Stage::Submitted);
        assert_eq!(Stage::Submitted.seen(day(16), day(16)), Stage::Submitted);
        assert_eq!(Stage::Submitted.seen(day(16), day(17)), Stage::Lapsed);
        for decided in [Stage::Validated, Stage::Refused, Stage::Withdrawn, Stage::Lapsed] {
            assert_eq!(decided.seen(day(16), day(17)), decided);
        }
    }

    #[test]
    fn stored_names_are_read_back_as_what_was_written() {
        for kind in Kind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
        }
        for stage in Stage::ALL {
            assert_eq!(stage.as_str().parse(), Ok(stage));
        }
        assert!("Annual".parse::<Kind>().is_err());
        assert!("".parse::<Stage>().is_err());
    }
}
