//! What an agent's second factors are: the same in the space, in chat and in the console (MF7, SP3).

use super::{Error, model, recovery, store};
use crate::kernel::line::{Line, Value};
use crate::kernel::work::Work;
use crate::people::{self, AgentId, Profile};
use crate::policy::{Action, allow};

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// What the agent's access calls for.
    pub profile: Profile,
    /// A second factor on every channel was granted on their wish.
    pub voluntary: bool,
    /// Where codes go by SMS, its last digits only; `None`: nowhere.
    pub number: Option<String>,
    /// Whether there is a working app.
    pub app: bool,
    /// Recovery codes that were not used yet.
    pub recovery_left: i64,
}

/// The second factors of an agent: their own, or for staff.
pub async fn overview(work: &mut Work, agent: AgentId) -> Result<Overview, Error> {
    let agent = people::find(work, agent).await?.ok_or(Error::NoAgent)?;
    allow(
        work.actor(),
        Action::SeeAccess {
            agent: agent.id,
            department: agent.department,
        },
    )?;
    let number = model::number(&agent, &work.settings().sms.prefixes);
    Ok(Overview {
        profile: agent.profile,
        voluntary: agent.second_factor_at.is_some(),
        number: number.as_deref().map(model::masked),
        app: store::find(work.tx(), agent.id)
            .await?
            .is_some_and(|kept| kept.confirmed),
        recovery_left: recovery::recovery_left(work, agent.id).await?,
    })
}

impl Overview {
    /// Whether the agent may have an app, as far as it depends on who they are: those who must, and those to whom a
    /// second factor was granted (MF3). Staff enrol theirs when they sign in to the console.
    pub fn may_have_app(&self) -> bool {
        self.profile.is_sensitive() || self.voluntary
    }

    /// What is asked of the agent, and why.
    pub fn rule(&self) -> Line {
        if self.profile.is_sensitive() {
            return Line::personal("factor-rule-sensitive").arg("profile", Value::word(self.profile.key()));
        }
        Line::personal(if self.voluntary {
            "factor-rule-voluntary"
        } else {
            "factor-rule-ordinary"
        })
    }

    /// The whole in words: the rule, and what the agent has.
    pub fn line(&self) -> Line {
        let line = self.rule();
        let line = line.item(match &self.number {
            Some(number) => Line::personal("factor-has-number").arg("number", number.as_str()),
            None => Line::personal("factor-has-no-number"),
        });
        if self.app {
            line.item(Line::personal("factor-has-app"))
                .item(Line::personal("factor-has-recovery").arg("left", self.recovery_left))
        } else {
            line.item(Line::personal("factor-has-no-app"))
        }
    }
}
