//! Use cases of the record, on both databases.

mod bank;
mod declaring;

use super::*;
use crate::kernel::actor::{Door, Role};
use crate::kernel::audit;
use crate::kernel::line::Line;
use crate::people::Agent;
use crate::testing::{TestHouse, both};

fn lilas() -> Detail {
    Detail::Address(Address::new("12 rue des Lilas", "75019", "Paris").unwrap())
}

fn pantin() -> Detail {
    Detail::Address(Address::new("5 bis avenue Jean Jaurès", "93500", "Pantin").unwrap())
}

/// Amina, and Nadia of human resources, who keeps her file.
async fn amina_and_nadia(house: &TestHouse) -> (Agent, Agent) {
    let nadia = house.agent("nadia.petit").await;
    house.grant(&nadia, Role::HrOfficer, None).await;
    let keeper = |new: &mut crate::people::Newcomer| new.hr_officer = Some("nadia.petit".into());
    (house.agent_with("amina.diallo", keeper).await, nadia)
}

async fn declared(house: &TestHouse, agent: &Agent, detail: Detail) -> Result<Change, Error> {
    let mut work = house.work(agent, Door::Space).await;
    let change = declare(&mut work, detail, None).await?;
    work.save().await?;
    Ok(change)
}

async fn decided(house: &TestHouse, by: &Agent, change: &Change, verdict: Verdict) -> Result<Change, Error> {
    let mut work = house.work(by, Door::Console).await;
    let change = decide(&mut work, change.id, verdict).await?;
    work.save().await?;
    Ok(change)
}

/// What was said to an agent since it was last looked at.
async fn told(house: &TestHouse, agent: &Agent) -> Vec<Line> {
    let said = house.said().await.into_iter();
    said.filter(|(whom, _)| *whom == agent.id)
        .map(|(_, line)| line)
        .collect()
}

async fn last_logged(house: &TestHouse, agent: &Agent) -> (String, String) {
    let mut work = crate::kernel::work::Work::read(house).await.unwrap();
    let row = audit::about(work.tx(), agent.id, 1).await.unwrap().remove(0);
    (row.kind, row.what)
}
