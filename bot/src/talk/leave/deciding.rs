//! The supervisor's side: what waits, validating, refusing with a reason.

use guichet_core::kernel::line::Line;
use guichet_core::leave::{self, Error, Request, Shortage, specific};
use guichet_core::people::fold;

use super::{Ask, Sought, State, no, waits, yes};
use crate::talk::{Said, State as Talk, Turn};
use crate::understand::{Intent, Understood};

/// "valider 142", "refuser 142 motif …", "à valider".
pub(super) fn open(understood: &Understood, refuse: bool) -> Turn {
    let facts = &understood.facts;
    match facts.request {
        Some(number) => consider(number, refuse, facts.reason.clone()),
        None => {
            let (person, reason) = (facts.person.clone(), facts.reason.clone());
            let sought = Sought::ToDecide {
                person,
                refuse,
                reason,
            };
            Turn::asks(State::Seeking(sought).into(), Ask::Waiting.into())
        }
    }
}

/// Looks at a request before it is decided.
pub(super) fn consider(number: i64, refuse: bool, reason: Option<String>) -> Turn {
    let state = match (refuse, reason) {
        (false, _) => State::Deciding { number, reason: None },
        (true, Some(reason)) => State::Deciding {
            number,
            reason: Some(reason),
        },
        (true, None) => State::Reasoning { number },
    };
    Turn::asks(state.into(), Ask::Consider(number).into())
}

/// The requests that wait: the one that was meant, if it is plain which, or all of them.
pub(super) fn waiting(state: Option<State>, requests: &[Request]) -> Turn {
    if let Some(State::Seeking(Sought::ToDecide {
        person: Some(person),
        refuse,
        reason,
    })) = state
    {
        let person = fold(&person);
        let of_person = |request: &&Request| {
            person
                .split_whitespace()
                .all(|word| fold(&request.name).contains(word))
        };
        let mut meant = requests.iter().filter(of_person);
        if let (Some(request), None) = (meant.next(), meant.next()) {
            return consider(request.number, refuse, reason);
        }
    }
    Turn::says(leave::waiting_line(requests))
}

/// The request is there and undecided: asks for a yes, or for the reason.
pub(super) fn considered(state: Option<State>, request: &Request, short: Option<&Shortage>) -> Turn {
    let number = request.number;
    match state {
        Some(State::Deciding {
            reason: Some(reason), ..
        }) => match specific(&reason) {
            Ok(reason) => {
                let line = leave::request_line("leave-talk-refuse", request).arg("reason", reason);
                let state = State::Deciding {
                    number,
                    reason: Some(reason.to_owned()),
                };
                waits(state, line, "leave-choice-refuse", "talk-no")
            }
            Err(bad) => {
                let line = Error::from(bad)
                    .refusal()
                    .unwrap_or_else(|| Line::public("leave-no-reason"));
                Turn::waits(State::Reasoning { number }.into(), line)
            }
        },
        Some(State::Reasoning { .. }) => {
            let line = leave::request_line("leave-talk-why", request);
            Turn::waits(State::Reasoning { number }.into(), line)
        }
        _ => {
            let line = leave::request_line("leave-talk-validate", request);
            let line = match short {
                Some(short) => line.item(leave::shortage_line(short)),
                None => line,
            };
            waits(
                State::Deciding { number, reason: None },
                line,
                "leave-choice-validate",
                "talk-no",
            )
        }
    }
}

/// Takes a decision back. It is no question of certainty: the request waits again, and is decided again.
pub(super) fn undo(number: i64) -> Turn {
    Turn::asks(Talk::Idle, Ask::Undo(number).into())
}

/// The decisions that can be taken back: the only one is meant, of several one is chosen.
pub(super) fn undoable(requests: &[Request]) -> Turn {
    match requests {
        [] => Turn::says(Line::personal("leave-talk-none-to-undo")),
        [one] => undo(one.number),
        several => Turn::says(several.iter().fold(
            Line::personal("leave-talk-which-decision"),
            |line, request| {
                let label = leave::request_line("leave-waiting-item", request).args;
                let id = format!("leave.undo:{}", request.number);
                line.choice_with(id, "leave-waiting-item", label)
            },
        )),
    }
}

/// Words heard before the decision. `None`: they are about something else.
pub(super) fn deciding(number: i64, reason: Option<&str>, understood: &Understood) -> Option<Turn> {
    let state = State::Deciding {
        number,
        reason: reason.map(str::to_owned),
    };
    match (understood.intent, understood.facts.request) {
        (Intent::Affirm, _) => yes(&state),
        // Saying it again is a yes.
        (Intent::LeaveApprove, Some(again)) if again == number && reason.is_none() => yes(&state),
        (Intent::Deny | Intent::Cancel | Intent::Back, _) => Some(no(&state)),
        (Intent::Unknown, _) => {
            let label = if reason.is_none() {
                "leave-choice-validate"
            } else {
                "leave-choice-refuse"
            };
            let line = Line::personal("leave-talk-again-decision").arg("number", number);
            Some(waits(state, line, label, "talk-no"))
        }
        _ => None,
    }
}

/// Words heard after "why?": they are the reason, and are shown before anything is done.
pub(super) fn reasoning(number: i64, said: &Said) -> Option<Turn> {
    let facts = &said.understood.facts;
    match said.understood.intent {
        Intent::Cancel | Intent::Back => Some(no(&State::Reasoning { number })),
        Intent::Deny if specific(&said.text).is_err() => Some(no(&State::Reasoning { number })),
        Intent::LeaveApprove | Intent::LeaveRefuse if facts.request.is_some() => None,
        _ => Some(consider(number, true, Some(said.text.clone()))),
    }
}
