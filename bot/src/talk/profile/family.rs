//! What happened in the family, and when.

use chrono::{Datelike, NaiveDate};
use guichet_core::kernel::line::Line;
use guichet_core::profile::{Detail, Event, Family};

use super::{State, propose};
use crate::talk::{Said, State as AnyState, Turn};

/// What the words say happened.
pub(super) fn event(said: &Said) -> Option<Event> {
    said.understood.facts.family.and_then(|name| name.parse().ok())
}

/// The latest day of that name that is not to come: "le 19 novembre" is past, whatever the year.
pub(super) fn day(said: &Said, today: NaiveDate) -> Option<NaiveDate> {
    let day = said.understood.facts.start?;
    if day <= today {
        return Some(day);
    }
    // A year that was written is meant.
    let written = said.text.contains(&day.year().to_string());
    let before = day.with_year(day.year() - 1).filter(|_| !written);
    Some(before.unwrap_or(day))
}

/// Asks for what is missing, and goes on.
pub(super) fn gather(event: Option<Event>, on: Option<NaiveDate>) -> Turn {
    match (event, on) {
        (None, _) => which_event(),
        (Some(event), None) => Turn::waits(
            AnyState::Profile(State::FamilyDay(event)),
            Line::public("profile-family-which-day"),
        ),
        (Some(event), Some(on)) => propose(Detail::Family(Family { event, on })),
    }
}

fn which_event() -> Turn {
    let line = Event::ALL
        .into_iter()
        .fold(Line::public("profile-family-which"), |line, event| {
            line.choice(format!("profile.family:{}", event.as_str()), event.key())
        });
    Turn::waits(AnyState::Profile(State::FamilyEvent), line)
}
