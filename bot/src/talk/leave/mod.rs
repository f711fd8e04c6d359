//! Leave in conversation: balances.

use guichet_core::kernel::line::Line;
use guichet_core::leave::{self, Balance, Kind};

use super::{Scene, State as Talk, Turn};
use crate::understand::Understood;

/// What is asked of the leave room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What is left.
    Balance,
}

impl Ask {
    pub(super) fn changes(&self) -> bool {
        match self {
            Self::Balance => false,
        }
    }
}

/// What the leave room answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What is left.
    Balance(Vec<Balance>),
}

/// "How many days are left?"
pub(super) fn balance(understood: &Understood) -> Turn {
    let ask = Turn::asks(Talk::Idle, Ask::Balance.into());
    let known = |code: &&str| code.parse::<Kind>().is_ok();
    if understood.facts.leave_types.iter().all(known) {
        return ask;
    }
    Turn {
        says: vec![Line::personal("leave-talk-other-balance")],
        ..ask
    }
}

/// What came of an ask.
pub(super) fn answered(answer: Answer, scene: &Scene) -> Turn {
    match answer {
        Answer::Balance(balances) => Turn::says(leave::balance_line(&balances, scene.today)),
    }
}

impl From<Ask> for super::Ask {
    fn from(ask: Ask) -> Self {
        Self::Leave(ask)
    }
}
