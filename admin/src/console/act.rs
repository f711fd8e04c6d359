//! What staff do to one agent's access, each with a reason (CO3).

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use guichet_core::{
    account::{self, Circuit, Deactivate, Departure, Lift, Reactivated, Why},
    kernel::work::Work,
    password::{self, Purpose},
    people::{self, AgentId},
    session,
    ticket::{self, TicketId},
};
use serde::Deserialize;

use super::agent::{refused, render};
use crate::door::{Answer, Checked, Failure, Signed, Visit};

/// What support does, and why.
#[derive(Deserialize)]
pub(super) struct Act {
    verb: String,
    #[serde(default)]
    circuit: String,
    #[serde(default)]
    ticket: String,
    /// What an account is deactivated for.
    #[serde(default)]
    why: String,
    /// A telephone number, or the agent's own number typed again.
    #[serde(default)]
    number: String,
    reason: String,
}

pub(super) async fn act(v: Visit, Path(id): Path<String>, Checked(act): Checked<Act>) -> Answer {
    let id: AgentId = id.parse().map_err(|_| Failure::NotFound)?;
    let mut me = v.clone().writing().await?;
    if act.verb == "link_code" {
        return give_code(me, v, id, &act.reason).await;
    }
    match done(&mut me.work, id, act).await {
        Ok(done) => {
            me.work.save().await?;
            Ok(Redirect::to(&format!("/agents/{id}?done={done}")).into_response())
        }
        Err(Failure::Refused(line)) => {
            // What was begun is taken back before the page is shown again with what stands in the way.
            drop(me);
            refused(v, id, &line).await
        }
        Err(failure) => Err(failure),
    }
}

/// Makes a code and shows it, this once: it stands in no address and in no log.
async fn give_code(mut me: Signed, v: Visit, id: AgentId, reason: &str) -> Answer {
    match session::issue_link_code(&mut me.work, id, reason).await {
        Ok(issued) => {
            me.work.save().await?;
            render(v.reading().await?, id, (None, Some(issued)), None).await
        }
        Err(error) => match Failure::from(error) {
            Failure::Refused(line) => {
                drop(me);
                refused(v, id, &line).await
            }
            failure => Err(failure),
        },
    }
}

/// Does it, and says under which name the page confirms it.
async fn done(work: &mut Work, agent: AgentId, act: Act) -> Result<&'static str, Failure> {
    match act.verb.as_str() {
        "unlock" => {
            ticket::unlock(work, &act.lift(agent)?).await?;
            Ok("unlocked")
        }
        "reactivate" => match ticket::reactivate(work, &act.lift(agent)?).await? {
            Reactivated::Done => Ok("reactivated"),
            Reactivated::OtherSideMustAgree => Ok("agreed"),
        },
        "reset" => {
            let purpose = password::send_link(work, &act.lift(agent)?).await?;
            Ok(if purpose == Purpose::Creation {
                "created"
            } else {
                "reset"
            })
        }
        "sessions" => {
            account::end_sessions(work, agent, &act.reason).await?;
            Ok("sessions")
        }
        "unlink" => {
            people::unlink(work, agent, &act.reason).await?;
            Ok("unlinked")
        }
        "second-factor" => {
            ticket::grant_second_factor(work, agent, &act.reason).await?;
            Ok("second-factor")
        }
        "reset-factor" => {
            ticket::reset_factor(work, agent, &act.reason).await?;
            Ok("reset-factor")
        }
        "number" => {
            ticket::change_number(work, agent, &act.number, &act.reason).await?;
            Ok("number")
        }
        "force" => {
            password::force_new(work, &act.lift(agent)?).await?;
            Ok("forced")
        }
        "deactivate" => {
            account::deactivate(work, &act.deactivate(agent)?).await?;
            Ok("deactivated")
        }
        "depart" => {
            let (number, reason) = (act.number, act.reason);
            let wish = Departure {
                agent,
                number,
                reason,
            };
            account::depart(work, &wish).await?;
            Ok("departed")
        }
        "refuse" => {
            let ticket: TicketId = act.ticket.parse().map_err(|_| Failure::Garbled)?;
            ticket::refuse(work, ticket, &act.reason).await?;
            Ok("refused")
        }
        "answer" => {
            let ticket: TicketId = act.ticket.parse().map_err(|_| Failure::Garbled)?;
            ticket::answer(work, ticket, &act.reason).await?;
            Ok("answered")
        }
        _ => Err(Failure::Garbled),
    }
}

impl Act {
    fn deactivate(self, agent: AgentId) -> Result<Deactivate, Failure> {
        let why: Why = self.why.parse().map_err(|()| Failure::Garbled)?;
        let Lift {
            agent,
            circuit,
            reason,
        } = self.lift(agent)?;
        Ok(Deactivate {
            agent,
            circuit,
            why,
            reason,
        })
    }

    fn lift(self, agent: AgentId) -> Result<Lift, Failure> {
        let circuit: Circuit = self.circuit.parse().map_err(|()| Failure::Garbled)?;
        Ok(Lift {
            agent,
            circuit,
            reason: self.reason,
        })
    }
}
