//! Gathering the facts, and asking for what the diagnosis calls for.

use super::Error;
use super::facts::{AccountFacts, FactorFacts, Facts, PasswordFacts};
use super::model::{Finding, Next, diagnose};
use crate::account::{self, Circuit, attempt};
use crate::channel::Channel;
use crate::kernel::actor::Door;
use crate::kernel::audit::Entry;
use crate::kernel::line::{Line, Value};
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId};
use crate::policy::{Action, allow};
use crate::ticket::{self, Kind, Status, Ticket};
use crate::{factor, password, session};

/// What stands in an agent's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// Whose.
    pub agent: AgentId,
    /// What was found, what blocks most first. Empty: nothing.
    pub findings: Vec<Finding>,
}

impl Diagnosis {
    /// The whole in words, with what may be done at once.
    pub fn line(&self) -> Line {
        if self.findings.is_empty() {
            let line = Line::personal("diagnosis-nothing");
            return Circuit::ALL.into_iter().fold(line, |line, circuit| {
                let args = vec![("circuit".into(), Value::Word(circuit.key().into()))];
                line.choice_with(format!("access.reset:{circuit}"), "diagnosis-choice-reset", args)
            });
        }
        let mut line = Line::personal("diagnosis-found");
        for finding in &self.findings {
            line = line.item(finding.line());
        }
        for finding in &self.findings {
            if let Some((id, key)) = finding.offer() {
                let args = vec![("circuit".into(), Value::Word(finding.circuit.key().into()))];
                line = line.choice_with(id, key, args);
            }
        }
        line
    }
}

/// The diagnosis of an agent: their own, or for staff. That staff looked is noted, so theirs is a unit that writes and is
/// saved before the answer.
pub async fn of(work: &mut Work, agent: AgentId) -> Result<Diagnosis, Error> {
    let agent = people::find(work, agent).await?.ok_or(Error::NoAgent)?;
    allow(
        work.actor(),
        Action::SeeAccess {
            agent: agent.id,
            department: agent.department,
        },
    )?;
    let facts = gather(work, &agent).await?;
    if !work.actor().is(agent.id) {
        work.audit(Entry::view("diagnosis.see").about(agent.id)).await?;
    }
    Ok(Diagnosis {
        agent: agent.id,
        findings: diagnose(&facts),
    })
}

/// Asks those who can lift what is in the way of one's own account: opens the request that fits, or gives the open one.
pub async fn request_help(work: &mut Work, circuit: Circuit) -> Result<Ticket, Error> {
    allow(work.actor(), Action::ActForOneself)?;
    let agent = work.actor().agent().ok_or(Error::NoAgent)?;
    let findings: Vec<Finding> = of(work, agent)
        .await?
        .findings
        .into_iter()
        .filter(|finding| finding.circuit == circuit)
        .collect();
    if let Some(reference) = findings.iter().find_map(|finding| finding.request.clone())
        && let Some(open) = ticket::mine(work)
            .await?
            .into_iter()
            .find(|ticket| ticket.reference == reference)
    {
        return Ok(open);
    }
    let kind = findings.iter().find_map(|finding| match finding.next {
        Next::RequestUnlock => Some(Kind::Unlock),
        Next::RequestReactivation => Some(Kind::Reactivation),
        _ => None,
    });
    let causes = findings
        .iter()
        .map(|finding| finding.cause.key().to_owned())
        .collect();
    Ok(ticket::open(
        work,
        agent,
        kind.ok_or(Error::NothingToAsk)?,
        Some(circuit),
        causes,
    )
    .await?)
}

async fn gather(work: &mut Work, agent: &Agent) -> Result<Facts, Error> {
    let requests = ticket::of(work, agent.id).await?;
    let mut accounts = vec![];
    for account in account::of(work, agent.id).await? {
        let circuit = account.circuit;
        let password = password::kept(work, agent.id, circuit).await?;
        let password = match password {
            Some(kept) => Some(PasswordFacts {
                temporary: kept.temporary,
                forced: kept.forced,
                ends_at: password::ends_at(work, agent, &kept).await?,
            }),
            None => None,
        };
        let wanted = if account.standing.closed.is_some() {
            Kind::Reactivation
        } else {
            Kind::Unlock
        };
        let request = requests
            .iter()
            .find(|ticket| {
                ticket.status == Status::Open && ticket.circuit == Some(circuit) && ticket.kind == wanted
            })
            .map(|ticket| ticket.reference.clone());
        let failures = attempt::failures(work, agent, circuit).await?;
        accounts.push(AccountFacts {
            circuit,
            standing: account.standing,
            password,
            failures,
            request,
            locked_until: account.locked_until,
        });
    }
    Ok(Facts {
        now: work.now(),
        accounts,
        known_devices: session::count_known_devices(work, agent.id).await?,
        limit: work.settings().lock.failures,
        staff: !people::person(work, agent, Door::Console)
            .await?
            .grants
            .is_empty(),
        enrolled: factor::is_enrolled(work, agent.id).await?,
        factors: factors(work, agent).await?,
    })
}

async fn factors(work: &mut Work, agent: &Agent) -> Result<FactorFacts, Error> {
    let app = factor::is_enrolled(work, agent.id).await?;
    let prefixes = &work.settings().sms.prefixes;
    let lack = |channel| factor::plan(factor::case(agent, prefixes, channel, false, app)).err();
    let (inside, mobile) = (lack(Channel::Internal), lack(Channel::MobilePortal));
    Ok(FactorFacts {
        inside,
        mobile,
        exhausted_until: factor::exhausted_until(work, agent).await?,
    })
}
