//! Asking for leave: from a sentence to a request that was shown and confirmed.

use guichet_core::kernel::line::{Line, Value};
use guichet_core::leave::{self, Kind, Preview};

use super::draft::{Lacks, speaks};
use super::{Ask, Asked, Draft, State, no, waits, yes};
use crate::talk::{Said, Turn};
use crate::understand::{Doubt, Fact, Intent};

/// Days offered when the words fit several.
const OFFERED: usize = 5;

/// Words heard while dates were missing. `None`: they are about something else.
pub(super) fn gathering(draft: Draft, said: &Said) -> Option<Turn> {
    let understood = &said.understood;
    match understood.intent {
        Intent::LeaveRequest => Some(proceed(draft, said)),
        Intent::LeaveModify if understood.facts.request.is_none() => Some(proceed(draft, said)),
        Intent::Affirm | Intent::Deny | Intent::Unknown if speaks(understood) => Some(proceed(draft, said)),
        Intent::Cancel | Intent::Back | Intent::Deny => Some(no(&State::Gathering(draft))),
        Intent::Affirm | Intent::Unknown | Intent::Recap => Some(complete(draft)),
        _ => None,
    }
}

/// Words heard after the preview. `None`: they are about something else.
pub(super) fn confirming(asked: Asked, said: &Said) -> Option<Turn> {
    let understood = &said.understood;
    let state = State::Confirming(asked);
    match understood.intent {
        Intent::LeaveRequest | Intent::LeaveModify | Intent::Affirm | Intent::Deny | Intent::Unknown
            if speaks(understood) && understood.facts.request.is_none() =>
        {
            Some(proceed(asked.into(), said))
        }
        Intent::Affirm => yes(&state),
        Intent::Deny | Intent::Cancel => Some(no(&state)),
        // One step back: the kind stays, the dates are said again.
        Intent::Back => Some(complete(Draft::from(asked).undated())),
        Intent::Recap => Some(Turn::asks(state.into(), Ask::Preview(asked).into())),
        Intent::LeaveRequest | Intent::Unknown => Some(again(state)),
        _ => None,
    }
}

/// Asks once more whether to send the request.
pub(super) fn again(state: State) -> Turn {
    let line = Line::public("leave-talk-again-request");
    waits(state, line, "leave-choice-send", "leave-choice-drop")
}

/// Adds what was just said, asks about what is in doubt, and goes on.
pub(super) fn proceed(draft: Draft, said: &Said) -> Turn {
    let understood = &said.understood;
    let facts = &understood.facts;
    if facts.leave_type.is_some_and(|code| code.parse::<Kind>().is_err()) {
        return Turn::says(Line::public("leave-talk-other-kind"));
    }
    let draft = draft.with(said);
    let half = understood.missing.contains(&Fact::Half);
    if let Some(turn) = understood
        .ambiguous
        .iter()
        .find_map(|doubt| ask_about(draft, doubt))
    {
        return turn;
    }
    if half {
        return which_half(draft);
    }
    let turn = complete(draft);
    match &facts.second {
        // One request is one period: the other is named, so that it is not believed to be asked for.
        Some(second) if turn.ask.is_some() => Turn {
            says: vec![Line::personal("leave-talk-second").arg("period", second)],
            ..turn
        },
        _ => turn,
    }
}

/// Shows what the request would do, or asks for what it lacks.
pub(super) fn complete(draft: Draft) -> Turn {
    let line = match draft.asked() {
        Ok(asked) => return Turn::asks(State::Confirming(asked).into(), Ask::Preview(asked).into()),
        Err(Lacks::Both) => Line::public("leave-talk-which-dates"),
        Err(Lacks::Start { end }) => Line::personal("leave-talk-which-start").arg("end", end),
        Err(Lacks::End { start }) => Line::personal("leave-talk-which-end").arg("start", start),
    };
    Turn::waits(State::Gathering(draft).into(), line)
}

/// What the request would do is known: it waits for a yes.
pub(super) fn previewed(state: Option<State>, preview: &Preview) -> Turn {
    let line = leave::preview_line(preview);
    match state {
        Some(state) => waits(state, line, "leave-choice-send", "leave-choice-drop"),
        None => Turn::says(line),
    }
}

/// It would be refused: other dates or another kind may still be said.
pub(super) fn refused(asked: Asked, line: Line) -> Turn {
    Turn::waits(State::Gathering(asked.into()).into(), line)
}

fn ask_about(draft: Draft, doubt: &Doubt) -> Option<Turn> {
    match (doubt.fact, doubt.candidates.as_slice()) {
        (Fact::Start, days @ [_, _, ..]) => {
            let line = days
                .iter()
                .take(OFFERED)
                .fold(Line::public("leave-talk-which-day"), |line, day| {
                    let label = vec![("day".to_owned(), Value::Date(*day))];
                    line.choice_with(format!("leave.day:{day}"), "leave-talk-day", label)
                });
            Some(Turn::waits(State::Gathering(draft).into(), line))
        }
        (Fact::Half, _) if draft.is_one_day() => Some(which_half(draft)),
        (Fact::Start | Fact::End | Fact::Half | Fact::Period, _) => Some(Turn::waits(
            State::Gathering(draft.undated()).into(),
            Line::public("leave-talk-which-dates"),
        )),
        (Fact::Request | Fact::Reason | Fact::Circuit, _) => None,
    }
}

fn which_half(draft: Draft) -> Turn {
    let line = Line::public("leave-talk-which-half")
        .choice("leave.half:am", "leave-talk-morning")
        .choice("leave.half:pm", "leave-talk-afternoon");
    Turn::waits(State::Gathering(draft).into(), line)
}
