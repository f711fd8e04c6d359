//! Who hears of a change: the agent's HR officer that one waits, the agent what became of it.

use super::Error;
use super::model::{Change, Stage};
use crate::kernel::line::{Line, Value};
use crate::kernel::work::Work;
use crate::people::Agent;

/// A change waits for human resources.
pub(super) async fn to_decide(work: &mut Work, agent: &Agent, change: &Change) -> Result<(), Error> {
    if let Some(officer) = agent.hr_officer {
        let page = format!("{}/changes/{}", work.settings().console.public_url, change.id);
        let line = Line::personal("profile-to-decide")
            .arg("name", agent.name())
            .arg("kind", Value::word(change.kind().key()))
            .link("profile-to-decide-open", page);
        work.tell(officer, line).await?;
    }
    Ok(())
}

/// It is decided.
pub(super) async fn decided(work: &mut Work, change: &Change) -> Result<(), Error> {
    let key = match change.stage {
        Stage::Validated => "profile-validated",
        _ => "profile-refused",
    };
    let line = Line::personal(key)
        .arg("kind", Value::word(change.kind().key()))
        .arg("value", change.after.value())
        .arg("reason", change.reason.clone().unwrap_or_default());
    work.tell(
        change.agent,
        if change.stage == Stage::Refused {
            line.urgent()
        } else {
            line
        },
    )
    .await?;
    Ok(())
}
