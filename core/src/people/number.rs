//! The professional mobile, when it changes.

use super::caller::{By, void_checks};
use super::model::{Agent, digits, phone};
use super::store;
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;

/// Replaces the number. It is found by the new one from now on, and what was shown by a code sent to the old one is void.
/// For `ticket`, which has judged the actor and tells the agent.
pub(crate) async fn change_number(work: &mut Work, agent: &Agent, number: &str) -> Result<(), Fault> {
    let now = work.now();
    store::set_mobile(work.tx(), agent.id, number, now).await?;
    for word in agent.mobile.iter().flat_map(|old| [digits(old), phone(old)]) {
        store::delete_word(work.tx(), &word, agent.id).await?;
    }
    for word in [digits(number), phone(number)] {
        store::insert_word(work.tx(), &word, agent.id).await?;
    }
    void_checks(work, agent.id, Some(By::Sms)).await
}

/// The number before the one of today, if it was replaced after `since`.
pub(crate) async fn number_before(
    work: &mut Work,
    agent: &Agent,
    since: chrono::DateTime<chrono::Utc>,
) -> Result<Option<String>, Fault> {
    store::mobile_before(work.tx(), agent.id, since).await
}
