//! One's own leave: balances, what became of requests, taking one back.

use chrono::NaiveDate;
use guichet_core::kernel::line::Line;
use guichet_core::leave::{self, Asks, Kind, Request, Stage};

use super::{Ask, Sought, State, changing, no, waits, yes};
use crate::talk::{Said, State as Talk, Turn};
use crate::understand::{Facts, Intent, Understood};

type Dates = Option<(NaiveDate, NaiveDate)>;

/// "How many days are left?", or "why?"
pub(super) fn balance(said: &Said) -> Turn {
    let understood = &said.understood;
    let ask = if understood.facts.explain {
        Ask::Explain
    } else {
        Ask::Balance
    };
    let ask = Turn::asks(Talk::Idle, ask.into());
    let known = |code: &&str| code.parse::<Kind>().is_ok();
    if understood.facts.leave_types.iter().all(known) {
        return ask;
    }
    Turn {
        says: vec![Line::personal("leave-talk-other-balance")],
        ..ask
    }
}

/// "What became of my request?"
pub(super) fn status(understood: &Understood) -> Turn {
    match understood.facts.request {
        Some(number) => Turn::asks(Talk::Idle, Ask::Look(number).into()),
        None => seek(Sought::Status(dates(&understood.facts))),
    }
}

/// "Take back my request."
pub(super) fn withdraw(understood: &Understood) -> Turn {
    match understood.facts.request {
        Some(number) => consider(number),
        None => seek(Sought::ToWithdraw(dates(&understood.facts))),
    }
}

/// Looks at one's own request before it is taken back.
pub(super) fn consider(number: i64) -> Turn {
    Turn::asks(
        State::Withdrawing { number }.into(),
        Ask::Withdrawable(number).into(),
    )
}

/// It can be taken back, or its cancellation be asked for: asks for a yes.
pub(super) fn withdrawable(request: &Request) -> Turn {
    let number = request.number;
    let (state, key) = if request.stage == Stage::Validated {
        (State::Cancelling { number }, "leave-talk-cancel")
    } else {
        (State::Withdrawing { number }, "leave-talk-withdraw")
    };
    waits(state, leave::request_line(key, request), "talk-yes", "talk-no")
}

/// Words heard before it is taken back. `None`: they are about something else.
pub(super) fn withdrawing(number: i64, state: &State, understood: &Understood) -> Option<Turn> {
    match (understood.intent, understood.facts.request) {
        (Intent::Affirm, _) => yes(state),
        (Intent::LeaveCancel, Some(again)) if again == number => yes(state),
        (Intent::Deny, _) => Some(no(state)),
        // "annuler" may mean the request or the question.
        (Intent::Cancel | Intent::Back | Intent::Unknown, _) => {
            let key = if matches!(state, State::Cancelling { .. }) {
                "leave-talk-again-cancel"
            } else {
                "leave-talk-again-withdrawal"
            };
            let line = Line::personal(key).arg("number", number);
            Some(waits(state.clone(), line, "talk-yes", "talk-no"))
        }
        _ => None,
    }
}

/// The agent's requests, to find in them what was meant.
pub(super) fn found(sought: &Sought, requests: &[Request], today: NaiveDate) -> Turn {
    let on = |dates: &Dates| {
        let dates = *dates;
        move |request: &&Request| {
            let (first, last) = (request.period.from().date, request.period.to().date);
            dates.is_none_or(|(from, to)| first <= to && from <= last)
        }
    };
    match sought {
        Sought::ToWithdraw(dates) => {
            let at = |stage| move |request: &&Request| request.stage == stage;
            let undecided = requests.iter().filter(at(Stage::Submitted));
            let mut found: Vec<&Request> = undecided.filter(on(dates)).collect();
            if found.is_empty() {
                let granted = requests.iter().filter(at(Stage::Validated));
                found = granted.filter(to_come(today)).filter(on(dates)).collect();
            }
            match found.as_slice() {
                [] => Turn::says(Line::public("leave-talk-none-to-withdraw")),
                // Several things can still happen to granted leave: the house says whether this one can.
                [request] => consider(request.number),
                several => Turn::says(which("leave-talk-which-one", "leave.withdraw", several)),
            }
        }
        Sought::ToChange { on: dates, draft } => {
            let open = |request: &&Request| request.stage == Stage::Submitted || to_come(today)(request);
            let found: Vec<&Request> = requests.iter().filter(open).filter(on(dates)).collect();
            match found.as_slice() {
                [] => Turn::says(Line::public("leave-talk-none-to-change")),
                [request] => changing::consider(request.number, *draft),
                several => Turn::waits(
                    State::Changing(*draft).into(),
                    which("leave-talk-which-change", "leave.change", several),
                ),
            }
        }
        Sought::Status(dates) => {
            let found: Vec<Request> = requests.iter().filter(on(dates)).cloned().collect();
            // Nothing on those dates: everything is shown rather than "nothing".
            Turn::says(leave::list_line(if found.is_empty() { requests } else { &found }))
        }
        Sought::ToDecide { .. } => Turn::says(leave::list_line(requests)),
    }
}

/// Granted leave that has not begun.
fn to_come(today: NaiveDate) -> impl Fn(&&Request) -> bool {
    move |request| {
        request.stage == Stage::Validated && request.asks == Asks::Leave && request.period.from().date > today
    }
}

/// Several may be meant: one is chosen.
fn which(key: &str, choice: &str, several: &[&Request]) -> Line {
    several.iter().fold(Line::public(key), |line, request| {
        let label = leave::request_line("leave-talk-one", request).args;
        line.choice_with(format!("{choice}:{}", request.number), "leave-talk-one", label)
    })
}

pub(super) fn seek(sought: Sought) -> Turn {
    Turn::asks(State::Seeking(sought).into(), Ask::Mine.into())
}

/// The dates a request is known by: its days, or a month.
pub(super) fn dates(facts: &Facts) -> Dates {
    if let Some(start) = facts.start {
        return Some((start, facts.end.unwrap_or(start)));
    }
    let month = facts.month?;
    let first = NaiveDate::from_ymd_opt(month.year, month.month, 1)?;
    let next = first.checked_add_months(chrono::Months::new(1))?;
    Some((first, next.pred_opt()?))
}
