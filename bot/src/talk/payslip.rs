//! "Is my October payslip there?": one question, one answer, and the link to it.

use guichet_core::kernel::line::{Line, Value};
use guichet_core::payslip::{Availability, Link, Month};

use super::{Ask as AnyAsk, Scene, State, Turn};
use crate::understand::Facts;

/// What is asked of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Where a month's payslip stands, and a link to it when it is there; `None`: the newest.
    Find(Option<Month>),
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Where it stands.
    Found(Availability, Option<Link>),
}

/// From the words to the question.
pub(super) fn begin(facts: &Facts) -> Turn {
    let month = facts.month.and_then(|month| Month::new(month.year, month.month));
    Turn::asks(State::Idle, AnyAsk::Payslip(Ask::Find(month)))
}

/// The answer in words.
pub(super) fn answered(answer: Answer, scene: &Scene) -> Turn {
    let Answer::Found(found, link) = answer;
    let month = Value::Month(found.month.first());
    let with_month = |key| Line::personal(key).arg("month", month.clone());
    let line = match (&found.arrived, found.expected_on) {
        (Some(payslip), _) => with_month("payslip-arrived").arg("date", Value::Day(payslip.arrived_at)),
        (None, Some(day)) if day >= scene.today => with_month("payslip-expected").arg("date", day),
        (None, Some(day)) => with_month("payslip-late").arg("date", day),
        (None, None) => with_month("payslip-no-date"),
    };
    let mut turn = Turn::says(line);
    if let Some(link) = link {
        let validity = Line::personal("payslip-link").arg("hour", Value::Hour(link.expires_at));
        turn.says.push(validity.link("payslip-open", link.url));
    }
    turn
}
