//! Leave in conversation: balances, asking, deciding, taking back, and what became of it all.
//!
//! Whatever cannot be undone is shown first and done only after a yes. Dates are never guessed into a request: the
//! preview says them in words.

mod asking;
mod changing;
mod deciding;
mod draft;
mod own;
mod team;

use chrono::NaiveDate;
use guichet_core::kernel::line::Line;
use guichet_core::leave::{self, Away, Balance, Explained, Preview, Request, Shortage, Trace};
use serde::{Deserialize, Serialize};

pub use draft::{Asked, Draft};

use super::{Heard, Said, Scene, State as Talk, Turn, menu};
use crate::understand::Intent;

/// Where a talk about leave stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Dates are missing or in doubt, and were asked for.
    Gathering(Draft),
    /// The agent was shown what the request would do.
    Confirming(Asked),
    /// The supervisor was shown a request, to validate it, or to refuse it for this reason.
    Deciding {
        /// Its number.
        number: i64,
        /// `None`: validate.
        reason: Option<String>,
    },
    /// The supervisor wants to refuse, and was asked why.
    Reasoning {
        /// The number of the request.
        number: i64,
    },
    /// The agent was shown a request of their own, to take it back.
    Withdrawing {
        /// Its number.
        number: i64,
    },
    /// The agent was shown granted leave of their own, to ask that it be cancelled.
    Cancelling {
        /// Its number.
        number: i64,
    },
    /// One's own request is being looked for or at, to change it; this is what was said of the change.
    Changing(Draft),
    /// A list was asked for, to find something in it.
    Seeking(Sought),
}

/// What a list is searched for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sought {
    /// The request of a person, to decide on it.
    ToDecide {
        /// Their name, as written.
        person: Option<String>,
        /// Whether it is to be refused.
        refuse: bool,
        /// Why, when that was said too.
        reason: Option<String>,
    },
    /// One's own request that can be given up, on some dates or on any.
    ToWithdraw(Option<(NaiveDate, NaiveDate)>),
    /// One's own request, to change it.
    ToChange {
        /// On some dates, or on any.
        on: Option<(NaiveDate, NaiveDate)>,
        /// What was said of the change.
        draft: Draft,
    },
    /// One's own requests, on some dates or on any.
    Status(Option<(NaiveDate, NaiveDate)>),
}

/// What is asked of the leave room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What is left.
    Balance,
    /// What is left, line by line.
    Explain,
    /// What a request would do.
    Preview(Asked),
    /// Send it.
    Request(Asked),
    /// One's own requests.
    Mine,
    /// One request.
    Look(i64),
    /// The requests that wait for the speaker.
    Waiting,
    /// A request, before deciding on it.
    Consider(i64),
    /// Grant it.
    Validate(i64),
    /// Do not grant it, for a reason.
    Refuse(i64, String),
    /// The speaker's decisions that can be taken back.
    Undoable,
    /// Take one of them back.
    Undo(i64),
    /// Remind whoever decides on one's own request.
    Remind(i64),
    /// One's own request, before taking it back.
    Withdrawable(i64),
    /// Take it back.
    Withdraw(i64),
    /// One's own leave, before changing it.
    Changeable(i64),
    /// Ask that granted leave be cancelled.
    Cancel(i64),
    /// Who of the speaker's team is away between two days.
    Team(NaiveDate, NaiveDate),
}

impl Ask {
    /// True for a change that can be undone, and for a reminder: it costs nobody anything and is one tap (LV9).
    pub(super) fn can_be_undone(&self) -> bool {
        matches!(
            self,
            Self::Validate(_) | Self::Refuse(..) | Self::Undo(_) | Self::Remind(_)
        )
    }

    pub(super) fn changes(&self) -> bool {
        match self {
            Self::Request(_) | Self::Withdraw(_) | Self::Cancel(_) | Self::Remind(_) => true,
            Self::Validate(_) | Self::Refuse(..) | Self::Undo(_) => true,
            Self::Balance | Self::Explain | Self::Preview(_) | Self::Mine | Self::Look(_) | Self::Waiting => {
                false
            }
            Self::Consider(_)
            | Self::Undoable
            | Self::Withdrawable(_)
            | Self::Changeable(_)
            | Self::Team(..) => false,
        }
    }
}

/// What the leave room answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What is left.
    Balance(Vec<Balance>),
    /// What is left, line by line.
    Explained(Vec<Explained>),
    /// What a request would do.
    Previewed(Preview),
    /// The request as it was sent.
    Requested(Request),
    /// One's own requests.
    Mine(Vec<Request>),
    /// One request, and what was done about it while nobody decided.
    Looked(Request, Vec<Trace>),
    /// The requests that wait for the speaker.
    Waiting(Vec<Request>),
    /// A request to decide on, and whether too few would be left.
    Considered(Request, Option<Shortage>),
    /// The request as it was decided, and for how many minutes that can be undone.
    Decided(Request, i64),
    /// The speaker's decisions that can be taken back.
    Undoable(Vec<Request>),
    /// The request waits again.
    Undone(Request),
    /// Whoever decides on the request was reminded.
    Reminded(Request),
    /// Who is away between two days.
    Away(Vec<Away>, NaiveDate, NaiveDate),
    /// A request that can be given up.
    Withdrawable(Request),
    /// A request that can be changed.
    Changeable(Request),
    /// The request as it was taken back.
    Withdrawn(Request),
}

/// True if this is about leave wherever the talk stands: a choice that was offered on a request, an answer of the room.
pub(super) fn concerns(heard: &Heard) -> bool {
    match heard {
        Heard::Said(_) => false,
        Heard::Picked(id) => id.starts_with("leave."),
        Heard::Answered(answer) => matches!(answer, super::Answer::Leave(_)),
    }
}

/// What was said when nothing was under way, if it is about leave.
pub(super) fn open(said: &Said, today: NaiveDate) -> Option<Turn> {
    let understood = &said.understood;
    let near = |intent| understood.near.contains(&intent);
    Some(match understood.intent {
        Intent::LeaveBalance => own::balance(said),
        Intent::LeaveRequest => asking::proceed(Draft::default(), said),
        Intent::LeaveStatus | Intent::Recap => own::status(understood),
        Intent::LeaveCancel => own::withdraw(understood),
        Intent::LeaveModify => changing::open(said),
        Intent::TeamCalendar => team::open(said, today),
        Intent::LeaveApprove => deciding::open(understood, false),
        Intent::LeaveRefuse => deciding::open(understood, true),
        Intent::LeaveUndo => match understood.facts.request {
            Some(number) => deciding::undo(number),
            None => Turn::asks(Talk::Idle, Ask::Undoable.into()),
        },
        // "valider", alone, is a yes where something was asked, and a wish to decide where nothing was.
        Intent::Affirm if near(Intent::LeaveApprove) => deciding::open(understood, false),
        Intent::Deny if near(Intent::LeaveRefuse) => deciding::open(understood, true),
        _ => return None,
    })
}

/// One step about leave.
pub(super) fn step(state: Option<State>, heard: Heard, scene: &Scene) -> Turn {
    match (state, heard) {
        (Some(state), Heard::Said(said)) => said_in(state, said, scene),
        (state, Heard::Picked(id)) => picked(state, id, scene),
        (Some(State::Confirming(asked)), Heard::Answered(super::Answer::Refused(line))) => {
            asking::refused(asked, line)
        }
        (state, Heard::Answered(super::Answer::Leave(answer))) => answered(state, answer, scene),
        (_, heard) => menu::step(heard, scene),
    }
}

fn said_in(state: State, said: Said, scene: &Scene) -> Turn {
    let turn = match &state {
        State::Gathering(draft) => asking::gathering(*draft, &said),
        State::Confirming(asked) => asking::confirming(*asked, &said),
        State::Deciding { number, reason } => {
            deciding::deciding(*number, reason.as_deref(), &said.understood)
        }
        State::Reasoning { number } => deciding::reasoning(*number, &said),
        State::Withdrawing { number } | State::Cancelling { number } => {
            own::withdrawing(*number, &state, &said.understood)
        }
        State::Changing(_) | State::Seeking(_) => None,
    };
    turn.unwrap_or_else(|| beside(state, Heard::Said(said), scene))
}

/// Something else was heard. A form that asks for leave goes on after it; a decision on a request is shown again when
/// it is wanted again.
fn beside(state: State, heard: Heard, scene: &Scene) -> Turn {
    let turn = menu::step(heard, scene);
    match state {
        State::Gathering(_) | State::Confirming(_) => super::aside(state.into(), turn),
        _ => turn,
    }
}

/// The line of a form, once more.
pub(super) fn again(state: State) -> Turn {
    match state {
        State::Gathering(draft) => asking::complete(draft),
        state => asking::again(state),
    }
}

/// Choices are `leave.WHAT:VALUE`, and a plain yes or no to what was shown last.
fn picked(state: Option<State>, id: String, scene: &Scene) -> Turn {
    let number = |text: &str| text.parse::<i64>().ok();
    let turn = match (id.split_once(':'), state) {
        (Some(("leave.validate", of)), _) => number(of).map(|number| deciding::consider(number, false, None)),
        (Some(("leave.refuse", of)), _) => number(of).map(|number| deciding::consider(number, true, None)),
        (Some(("leave.undo", of)), _) => number(of).map(deciding::undo),
        (Some(("leave.remind", of)), _) => {
            number(of).map(|number| Turn::asks(Talk::Idle, Ask::Remind(number).into()))
        }
        (Some(("leave.withdraw", of)), _) => number(of).map(own::consider),
        (Some(("leave.change", of)), Some(State::Changing(draft))) => {
            number(of).map(|number| changing::consider(number, draft))
        }
        (Some(("leave.day", day)), Some(State::Gathering(draft))) => {
            day.parse().ok().map(|day| asking::complete(draft.on(day)))
        }
        (Some(("leave.half", half)), Some(State::Gathering(draft))) => {
            Some(asking::complete(draft.half_only(half == "am")))
        }
        (None, Some(state)) if id == "yes" => yes(&state),
        (None, Some(state)) if id == "no" => Some(no(&state)),
        _ => None,
    };
    turn.unwrap_or_else(|| menu::step(Heard::Picked(id), scene))
}

/// What a yes does.
fn yes(state: &State) -> Option<Turn> {
    let (next, ask) = match state {
        // Refused after all, it can still be changed.
        State::Confirming(asked) => (state.clone().into(), Ask::Request(*asked)),
        State::Deciding { number, reason: None } => (Talk::Idle, Ask::Validate(*number)),
        State::Deciding {
            number,
            reason: Some(reason),
        } => (Talk::Idle, Ask::Refuse(*number, reason.clone())),
        State::Withdrawing { number } => (Talk::Idle, Ask::Withdraw(*number)),
        State::Cancelling { number } => (Talk::Idle, Ask::Cancel(*number)),
        State::Gathering(_) | State::Reasoning { .. } | State::Changing(_) | State::Seeking(_) => {
            return None;
        }
    };
    Some(Turn::asks(next, ask.into()))
}

/// What a no does: nothing, and says how things stand.
fn no(state: &State) -> Turn {
    Turn::says(match state {
        State::Gathering(_) | State::Confirming(_) | State::Changing(_) | State::Seeking(_) => {
            Line::public("leave-talk-dropped")
        }
        State::Deciding { number, .. } | State::Reasoning { number } => {
            Line::personal("leave-talk-undecided").arg("number", *number)
        }
        State::Withdrawing { number } => Line::personal("leave-talk-kept").arg("number", *number),
        State::Cancelling { number } => Line::personal("leave-talk-still-granted").arg("number", *number),
    })
}

fn answered(state: Option<State>, answer: Answer, scene: &Scene) -> Turn {
    match (answer, state) {
        (Answer::Balance(balances), _) => Turn::says(leave::balance_line(&balances, scene.today)),
        (Answer::Explained(explained), _) => Turn {
            says: leave::explained_lines(&explained),
            ..Turn::default()
        },
        (Answer::Previewed(preview), state) => asking::previewed(state, &preview),
        (Answer::Requested(request), _) => Turn::says(leave::requested_line(&request)),
        (Answer::Mine(requests), Some(State::Seeking(sought))) => own::found(&sought, &requests, scene.today),
        (Answer::Mine(requests), _) => Turn::says(leave::list_line(&requests)),
        (Answer::Looked(request, traces), _) => Turn::says(leave::looked_line(&request, &traces)),
        (Answer::Reminded(request), _) => Turn::says(leave::request_line("leave-reminded", &request)),
        (Answer::Waiting(requests), state) => deciding::waiting(state, &requests),
        (Answer::Considered(request, short), state) => deciding::considered(state, &request, short.as_ref()),
        (Answer::Away(away, first, last), _) => Turn::says(leave::team_line(&away, first, last)),
        (Answer::Decided(request, minutes), _) => Turn::says(leave::decision_line(&request, minutes)),
        (Answer::Undoable(requests), _) => deciding::undoable(&requests),
        (Answer::Undone(request), _) => Turn::says(leave::undone_line(&request)),
        (Answer::Withdrawable(request), _) => own::withdrawable(&request),
        (Answer::Changeable(request), state) => changing::changeable(state, &request),
        (Answer::Withdrawn(request), _) => Turn::says(leave::withdrawn_line(&request)),
    }
}

/// Asks for a yes or a no about what was shown.
fn waits(state: State, line: Line, yes: &str, no: &str) -> Turn {
    Turn::waits(state.into(), line.choice("yes", yes).choice("no", no))
}

impl From<State> for Talk {
    fn from(state: State) -> Self {
        Self::Leave(state)
    }
}

impl From<Ask> for super::Ask {
    fn from(ask: Ask) -> Self {
        Self::Leave(ask)
    }
}
