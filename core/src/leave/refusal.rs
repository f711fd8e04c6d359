//! Every refusal in words: what is refused, why, and what can be done instead.

use chrono::{DateTime, Utc};

use super::model::Stage;
use super::period::BadPeriod;
use super::reason::BadReason;
use super::{Error, lines};
use crate::kernel::line::Line;

impl Error {
    /// What the person is told; `None` for a fault of the house, which is the door's to log and to announce.
    pub fn refusal(&self) -> Option<Line> {
        Some(match self {
            Self::BadPeriod(BadPeriod::EndBeforeStart) => Line::personal("leave-no-end-before-start"),
            Self::BadPeriod(BadPeriod::NothingBetween) => Line::personal("leave-no-nothing-between"),
            Self::Past { from } => Line::personal("leave-no-past").arg("from", *from),
            Self::NothingToTake { period, skipped } => skipped.iter().fold(
                Line::personal("leave-no-worked-day").arg("period", period),
                |line, skipped| line.item(lines::skipped_line(*skipped)),
            ),
            Self::TooLong { days, limit, joined } => {
                let key = if *joined {
                    "leave-no-too-long-joined"
                } else {
                    "leave-no-too-long"
                };
                Line::personal(key).arg("days", *days).arg("limit", *limit)
            }
            Self::Overlaps {
                number,
                period,
                stage,
            } => {
                let granted = *stage == Stage::Validated;
                let key = if granted {
                    "leave-no-overlap-validated"
                } else {
                    "leave-no-overlap-submitted"
                };
                Line::personal(key).arg("number", *number).arg("period", period)
            }
            Self::NoEntitlement { kind, year } => Line::personal("leave-no-entitlement")
                .arg("kind", *kind)
                .arg("year", year.to_string()),
            Self::NotEnough {
                kind,
                year,
                left,
                cost,
            } => Line::personal("leave-no-balance")
                .arg("kind", *kind)
                .arg("year", year.to_string())
                .arg("left", *left)
                .arg("cost", *cost),
            Self::NoSupervisor => Line::personal("leave-no-supervisor"),
            Self::Unknown { number } => Line::personal("leave-no-such-request").arg("number", *number),
            Self::Settled {
                number,
                stage,
                decided_at,
            } => settled(*number, *stage, *decided_at),
            Self::Begun { number, from } => Line::personal("leave-no-begun")
                .arg("number", *number)
                .arg("from", *from),
            Self::Linked { number, by } => Line::personal("leave-no-linked")
                .arg("number", *number)
                .arg("by", *by),
            Self::Unchanged { number } => Line::personal("leave-no-change").arg("number", *number),
            Self::Spent { number } => Line::personal("leave-no-spent").arg("number", *number),
            Self::TooLate { number, minutes } => Line::personal("leave-no-undo")
                .arg("number", *number)
                .arg("minutes", *minutes),
            Self::NoColleague { name } => Line::personal("leave-no-colleague").arg("name", name.as_str()),
            Self::ClosedChain { name } => Line::personal("leave-no-closed-chain").arg("name", name.as_str()),
            Self::RemindedToday { number } => {
                Line::personal("leave-no-second-reminder").arg("number", *number)
            }
            Self::Reason(BadReason::Missing) => Line::personal("leave-no-reason"),
            Self::Reason(BadReason::Vague) => Line::personal("leave-no-vague-reason"),
            Self::Reason(BadReason::TooLong) => Line::personal("leave-no-long-reason"),
            Self::Denied(_) => Line::personal("leave-no-right"),
            Self::Fault(_) => return None,
        })
    }
}

/// It no longer waits.
fn settled(number: i64, stage: Stage, decided_at: Option<DateTime<Utc>>) -> Line {
    let line = Line::personal(match stage {
        Stage::Validated => "leave-no-already-validated",
        Stage::Refused => "leave-no-already-refused",
        Stage::Withdrawn => "leave-no-already-withdrawn",
        Stage::Lapsed | Stage::Submitted => "leave-no-lapsed",
        Stage::Replaced => "leave-no-already-replaced",
        Stage::Cancelled => "leave-no-already-cancelled",
    })
    .arg("number", number);
    match decided_at {
        Some(at) => line.arg("at", at),
        None => line,
    }
}
