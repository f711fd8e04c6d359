//! Carries out what is asked of the leave room, on behalf of the agent who speaks.

use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::work::Work;
use guichet_core::leave::{self, Error, Stage, Verdict, Wish};
use guichet_core::people::AgentId;

use super::{Outcome, Refused};
use crate::talk::Answer;
use crate::talk::leave::{Answer as Said, Ask, Asked};

/// Carries out one ask.
pub(super) async fn perform(work: &mut Work, ask: Ask) -> Result<Outcome, Fault> {
    let Some(agent) = work.actor().agent() else {
        return Ok(Err(Refused::by("leave.ask", None)));
    };
    let what = name(&ask);
    Ok(match carry_out(work, agent, ask).await {
        Ok(answer) => Ok(Answer::Leave(answer)),
        Err(Error::Fault(fault)) => return Err(fault),
        Err(refusal) => Err(Refused::by(what, refusal.refusal())),
    })
}

async fn carry_out(work: &mut Work, agent: AgentId, ask: Ask) -> Result<Said, Error> {
    let wish = |asked: Asked| Wish {
        agent,
        kind: asked.kind,
        from: asked.from,
        to: asked.to,
        instead_of: asked.instead_of,
    };
    Ok(match ask {
        Ask::Balance => Said::Balance(leave::balance(work, agent).await?),
        Ask::Explain => Said::Explained(leave::explain(work, agent).await?),
        Ask::Preview(asked) => Said::Previewed(leave::preview(work, wish(asked)).await?),
        Ask::Request(asked) => Said::Requested(leave::request(work, wish(asked)).await?),
        Ask::Mine => Said::Mine(leave::mine(work, agent).await?),
        Ask::Look(number) => {
            let request = leave::look(work, number).await?;
            let traces = leave::trace(work, &request).await?;
            Said::Looked(request, traces)
        }
        Ask::Remind(number) => Said::Reminded(leave::remind_decider(work, number).await?),
        Ask::Waiting => Said::Waiting(leave::waiting(work, agent).await?),
        Ask::Consider(number) => {
            let request = leave::consider(work, number).await?;
            let short = leave::shortage(work, &request).await?;
            Said::Considered(request, short)
        }
        Ask::Team(first, last) => Said::Away(leave::team(work, first, last).await?, first, last),
        Ask::Validate(number) => decided(work, number, Verdict::Validate).await?,
        Ask::Refuse(number, reason) => decided(work, number, Verdict::Refuse { reason }).await?,
        Ask::Undoable => Said::Undoable(leave::undoable(work, agent).await?),
        Ask::Undo(number) => Said::Undone(leave::undo(work, number).await?),
        Ask::Withdrawable(number) => Said::Withdrawable(leave::withdrawable(work, number).await?),
        Ask::Withdraw(number) => Said::Withdrawn(leave::withdraw(work, number).await?),
        Ask::Changeable(number) => Said::Changeable(leave::changeable(work, number).await?),
        Ask::Cancel(number) => match leave::cancel(work, number).await? {
            withdrawn if withdrawn.stage == Stage::Withdrawn => Said::Withdrawn(withdrawn),
            asked => Said::Requested(asked),
        },
    })
}

async fn decided(work: &mut Work, number: i64, verdict: Verdict) -> Result<Said, Error> {
    let minutes = work.settings().leave.undo_minutes;
    Ok(Said::Decided(
        leave::decide(work, number, verdict).await?,
        minutes,
    ))
}

fn name(ask: &Ask) -> &'static str {
    match ask {
        Ask::Balance => "leave.balance",
        Ask::Explain => "leave.explain",
        Ask::Remind(_) => "leave.remind",
        Ask::Preview(_) => "leave.preview",
        Ask::Request(_) => "leave.request",
        Ask::Mine => "leave.mine",
        Ask::Look(_) => "leave.look",
        Ask::Waiting => "leave.waiting",
        Ask::Consider(_) => "leave.consider",
        Ask::Validate(_) => "leave.validate",
        Ask::Refuse(..) => "leave.refuse",
        Ask::Undoable => "leave.undoable",
        Ask::Undo(_) => "leave.undo",
        Ask::Withdrawable(_) => "leave.withdrawable",
        Ask::Withdraw(_) => "leave.withdraw",
        Ask::Changeable(_) => "leave.changeable",
        Ask::Cancel(_) => "leave.cancel",
        Ask::Team(..) => "leave.team",
    }
}
