//! "Why can't I open this from here?" as a whole (BO4): the application and its channels, and whatever blocks the accounts.

use super::Error;
use super::ask::of;
use super::model::{Cause, Finding, Next};
use crate::channel::{self, Answer, Application, Channel, why_not};
use crate::kernel::line::Line;
use crate::kernel::work::Work;
use crate::people::AgentId;
use crate::ticket;

/// One application on one channel, for one agent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The application, the channel, the ways.
    pub answer: Answer,
    /// What blocks the accounts, whatever the channel.
    pub blocked: Vec<Finding>,
}

impl Case {
    /// The answer in words, and what else is in the way.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = vec![self.answer.line()];
        if !self.blocked.is_empty() {
            lines.push(
                self.blocked
                    .iter()
                    .fold(Line::personal("diagnosis-also"), |line, finding| {
                        line.item(finding.line())
                    }),
            );
        }
        lines
    }
}

/// Every application of the catalogue on one channel, or wherever, for an agent: their own, or for staff.
pub async fn applications(
    work: &mut Work,
    agent: AgentId,
    channel: Option<Channel>,
) -> Result<Vec<Answer>, Error> {
    let access = ticket::access(work, agent).await?;
    let catalogue = channel::catalogue(work).await?;
    Ok(catalogue
        .iter()
        .map(|application| why_not(application, channel, &access))
        .collect())
}

/// One application on one channel, or wherever.
pub async fn of_application(
    work: &mut Work,
    agent: AgentId,
    application: &Application,
    channel: Option<Channel>,
) -> Result<Case, Error> {
    let access = ticket::access(work, agent).await?;
    let findings = of(work, agent).await?.findings;
    Ok(Case {
        answer: why_not(application, channel, &access),
        blocked: findings.into_iter().filter(blocks).collect(),
    })
}

/// True when something has to be done before the agent can sign in.
fn blocks(finding: &Finding) -> bool {
    matches!(
        finding.next,
        Next::RequestUnlock
            | Next::RequestReactivation
            | Next::FollowRequest
            | Next::AskTemporary
            | Next::Create
    ) || matches!(finding.cause, Cause::Lacks { everywhere: true, .. })
}
