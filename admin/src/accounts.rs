//! An agent's two accounts as both sites show them: one word for how each stands, and its colour.

use chrono::{DateTime, Utc};
use guichet_core::{
    account::{self, Circuit, State},
    kernel::{fault::Fault, work::Work},
    password,
    people::Agent,
};

/// One account.
pub(crate) struct Account {
    pub(crate) circuit: Circuit,
    pub(crate) state: State,
    pub(crate) since: Option<DateTime<Utc>>,
    /// It has never had a personal password.
    pub(crate) newcomer: bool,
}

impl Account {
    /// The colour that goes with the word.
    pub(crate) fn chip(&self) -> &'static str {
        match self.state {
            State::Active => "good",
            State::AwaitingFirstSignIn | State::PasswordExpired | State::LockedUnknownDevices => "warn",
            State::NotCreated => "",
            State::LockedEverywhere(_) | State::Deactivated(_) => "bad",
        }
    }

    /// Whether it is locked, for anybody.
    pub(crate) fn is_locked(&self) -> bool {
        matches!(
            self.state,
            State::LockedEverywhere(_) | State::LockedUnknownDevices
        )
    }

    /// Whether there is a password that could be replaced.
    pub(crate) fn is_created(&self) -> bool {
        self.state != State::NotCreated
    }

    /// Whether it is deactivated.
    pub(crate) fn is_deactivated(&self) -> bool {
        matches!(self.state, State::Deactivated(_))
    }
}

/// Both accounts of an agent. For pages that have already been let see them.
pub(crate) async fn of(work: &mut Work, agent: &Agent) -> Result<Vec<Account>, Fault> {
    let mut accounts = vec![];
    for account in account::of(work, agent.id).await? {
        let kept = password::kept(work, agent.id, account.circuit).await?;
        let now = work.now();
        let newcomer = kept.as_ref().is_none_or(|kept| kept.newcomer);
        let expired = match kept {
            Some(kept) => !kept.temporary && password::ends_at(work, agent, &kept).await? <= now,
            None => false,
        };
        let state = account.standing.state(expired);
        let since = if account.standing.lock.is_some() {
            account.locked_at
        } else {
            account.changed_at
        };
        accounts.push(Account {
            circuit: account.circuit,
            state,
            since,
            newcomer,
        });
    }
    Ok(accounts)
}
