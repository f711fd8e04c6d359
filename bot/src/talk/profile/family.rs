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

/// The latest day of that name that is not to come: "le 19 novembre" is past. A year that was written is meant.
pub(super) fn day(said: &Said) -> Option<NaiveDate> {
    let facts = &said.understood.facts;
    let written = |day: &NaiveDate| said.text.contains(&day.year().to_string());
    facts.start.filter(written).or(facts.past)
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
