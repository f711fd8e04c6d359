//! "Change my leave": which one, and to what. The change is a request of its own, shown before it is sent.

use guichet_core::leave::{self, Request};

use super::own::{dates, seek};
use super::{Ask, Asked, Draft, Sought, State, asking};
use crate::talk::{Said, Turn};

/// A request is named by its number, and all else is said of the change; or by its days, or not at all.
pub(super) fn open(said: &Said) -> Turn {
    let facts = &said.understood.facts;
    let draft = Draft::heard(&said.understood);
    match facts.request {
        Some(number) => consider(number, draft),
        None => seek(Sought::ToChange {
            on: dates(facts),
            draft: draft.beside_its_days(),
        }),
    }
}

/// Looks at one's own request before it is changed.
pub(super) fn consider(number: i64, draft: Draft) -> Turn {
    Turn::asks(State::Changing(draft).into(), Ask::Changeable(number).into())
}

/// It can be changed: shows what would become of it, or asks for the new dates.
pub(super) fn changeable(state: Option<State>, request: &Request) -> Turn {
    let old = Draft::from(Asked {
        kind: request.kind,
        from: request.period.from(),
        to: request.period.to(),
        instead_of: Some(request.number),
    });
    let new = match state {
        Some(State::Changing(draft)) => old.taking(draft, false),
        _ => old,
    };
    // Nothing was said that it does not ask for already.
    if new == old {
        let line = leave::request_line("leave-talk-new-dates", request);
        return Turn::waits(State::Gathering(old).into(), line);
    }
    asking::complete(new)
}
