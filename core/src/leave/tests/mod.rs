//! The use cases, on both databases. Today is Wednesday 11 March 2026.

mod asking;
mod bad_cases;
mod balances;
mod cancelling;
mod changing;
mod corpus;
mod deciding;
mod delegating;
mod entitlements;
mod explaining;
mod importing;
mod teaming;
mod undoing;
mod unvalidated;
mod words;

use chrono::{Duration, NaiveDate};

use super::*;
use crate::kernel::actor::{Door, Role};
use crate::kernel::line::{Line, Saying, Value};
use crate::kernel::notice::{self, Way};
use crate::kernel::words::Lang;
use crate::people::Agent;
use crate::policy::{Action, allow};
use crate::testing::{TestHouse, actor, both, both_with};

struct Team {
    amina: Agent,
    boss: Agent,
}

/// An agent with 25 days of annual leave and 10 RTT in 2026, and her supervisor.
async fn team(house: &TestHouse) -> Team {
    let boss = house.agent("jean.martin").await;
    let amina = house
        .agent_with("amina.diallo", |a| a.supervisor = Some("jean.martin".to_owned()))
        .await;
    entitled(house, &amina, Kind::Annual, 2026, 50).await;
    entitled(house, &amina, Kind::Rtt, 2026, 20).await;
    Team { amina, boss }
}

async fn entitled(house: &TestHouse, agent: &Agent, kind: Kind, year: i32, half_days: i64) {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_operator();
    entitle(&mut work, agent.id, kind, year, HalfDays(half_days))
        .await
        .unwrap();
    work.save().await.unwrap();
}

fn am(text: &str) -> HalfDay {
    HalfDay::am(text.parse().unwrap())
}

fn pm(text: &str) -> HalfDay {
    HalfDay::pm(text.parse().unwrap())
}

fn wish(agent: &Agent, from: HalfDay, to: HalfDay) -> Wish {
    Wish {
        agent: agent.id,
        kind: Kind::Annual,
        from,
        to,
        instead_of: None,
    }
}

async fn ask(house: &TestHouse, agent: &Agent, wish: Wish) -> Result<Request, Error> {
    let mut work = house.work(agent, Door::Chat).await;
    let request = request(&mut work, wish).await?;
    work.save().await?;
    Ok(request)
}

async fn look_ahead(house: &TestHouse, agent: &Agent, wish: Wish) -> Result<Preview, Error> {
    preview(&mut house.work(agent, Door::Chat).await, wish).await
}

async fn say(house: &TestHouse, agent: &Agent, number: i64, verdict: Verdict) -> Result<Request, Error> {
    let mut work = house.work(agent, Door::Chat).await;
    let request = decide(&mut work, number, verdict).await?;
    work.save().await?;
    Ok(request)
}

async fn take_back(house: &TestHouse, agent: &Agent, number: i64) -> Result<Request, Error> {
    let mut work = house.work(agent, Door::Chat).await;
    let request = withdraw(&mut work, number).await?;
    work.save().await?;
    Ok(request)
}

fn because(reason: &str) -> Verdict {
    Verdict::Refuse {
        reason: reason.to_owned(),
    }
}

/// Entitled, validated, pending and left, in half-days.
async fn account(house: &TestHouse, agent: &Agent, kind: Kind, year: i32) -> (i64, i64, i64, i64) {
    let balances = balance(&mut house.work(agent, Door::Chat).await, agent.id)
        .await
        .unwrap();
    let found = balances
        .iter()
        .find(|balance| balance.kind == kind && balance.year == year)
        .unwrap();
    (
        found.entitled.0,
        found.validated.0,
        found.pending.0,
        found.left().0,
    )
}

/// What waits to be said, in order: to whom, and what.
async fn told(house: &TestHouse) -> Vec<(AgentId, Line)> {
    let mut told = vec![];
    while let Some(notice) = notice::next::<Saying>(house, Way::Chat, &[]).await.unwrap() {
        notice::sent(house, notice.id, Some("!room"), &notice.id.to_string())
            .await
            .unwrap();
        let to = notice.agent.unwrap();
        told.extend(notice.content.lines.into_iter().map(|line| (to, line)));
    }
    told
}

fn days(n: i64) -> HalfDays {
    HalfDays::days(n)
}
