//! Warnings before something happens to an account on a day. Each leaves once; when the day moves, they begin anew.

use chrono::NaiveDate;

use super::{Circuit, store};
use crate::kernel::fault::Fault;
use crate::kernel::line::Line;
use crate::kernel::work::Work;
use crate::people::{Agent, AgentId};

/// What is to happen to which account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Looming {
    /// Whose.
    pub(crate) agent: AgentId,
    /// Which account.
    pub(crate) circuit: Circuit,
    /// The stored form of what happens.
    pub(crate) what: &'static str,
    /// On which day.
    pub(crate) on: NaiveDate,
}

/// A warning that has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Warned {
    /// How many days before the day it was about.
    pub(crate) days_before: i64,
    /// When it left.
    pub(crate) on: NaiveDate,
}

/// The warnings that have left.
pub(crate) async fn warned(work: &mut Work, looming: &Looming) -> Result<Vec<Warned>, Fault> {
    store::warned(work.tx(), looming).await
}

/// Keeps that a warning leaves today.
pub(crate) async fn keep_warning(work: &mut Work, looming: &Looming, days_before: i64) -> Result<(), Fault> {
    let on = work.today();
    store::insert_warning(work.tx(), looming, &Warned { days_before, on }).await
}

/// One message about all accounts, in chat and by mail: who does not sign in may read only one of them. The mail says the
/// items of the line under the name `listed`.
pub(crate) async fn warn(
    work: &mut Work,
    agent: &Agent,
    line: Line,
    mail: &str,
    listed: &str,
) -> Result<(), Fault> {
    let words = &work.house().words;
    let items: Vec<String> = line
        .items
        .iter()
        .map(|item| format!("– {}", words.say(agent.lang, &item.key, &item.args)))
        .collect();
    let space = work.settings().space.public_url.clone();
    let args = vec![
        ("name".to_owned(), agent.name().into()),
        (listed.to_owned(), items.join("\n").into()),
        ("space".to_owned(), space.into()),
    ];
    work.tell(agent.id, line).await?;
    work.mail(agent, mail, &args, None).await?;
    Ok(())
}
