//! What changes an account, on both databases.

mod closing;
mod dormant;
mod locking;

use super::*;
use crate::channel::Channel;
use crate::kernel::actor::{Door, Role};
use crate::people::Agent;
use crate::testing::{TestHouse, both};
use crate::ticket;

const CLEAR: &str = "Tarte-aux-9mures";

struct Cast {
    amina: Agent,
    support: Agent,
    admin: Agent,
    hr: Agent,
    contact: Agent,
    auditor: Agent,
}

/// An agent with both accounts, and staff of every kind.
async fn cast(house: &TestHouse) -> Cast {
    let amina = house.agent("amina.diallo").await;
    for circuit in Circuit::ALL {
        house.password(&amina, circuit, CLEAR).await;
    }
    let staff = async |name: &str, role| {
        let agent = house.agent(name).await;
        house.grant(&agent, role, None).await;
        agent
    };
    Cast {
        amina,
        support: staff("karim.benali", Role::ItSupport).await,
        admin: staff("ines.moreau", Role::ItAdmin).await,
        hr: staff("sophie.bernard", Role::HrOfficer).await,
        contact: staff("paul.roux", Role::ItContact).await,
        auditor: staff("lea.petit", Role::Auditor).await,
    }
}

fn lift(agent: &Agent, reason: &str) -> Lift {
    Lift {
        agent: agent.id,
        circuit: Circuit::IntraParis,
        reason: reason.to_owned(),
    }
}

async fn close(house: &TestHouse, by: &Agent, agent: &Agent, why: Why) -> Result<(), Error> {
    let mut work = house.work(by, Door::Console).await;
    let wish = Deactivate {
        agent: agent.id,
        circuit: Circuit::IntraParis,
        why,
        reason: "Note de service".to_owned(),
    };
    deactivate(&mut work, &wish).await?;
    work.save().await?;
    Ok(())
}

async fn reopen(house: &TestHouse, by: &Agent, agent: &Agent) -> Result<Reactivated, ticket::Error> {
    let mut work = house.work(by, Door::Console).await;
    let done = ticket::reactivate(&mut work, &lift(agent, "Vérifié")).await?;
    work.save().await?;
    Ok(done)
}

async fn unlock_by(house: &TestHouse, by: &Agent, door: Door, agent: &Agent) -> Result<(), ticket::Error> {
    let mut work = house.work(by, door).await;
    ticket::unlock(&mut work, &lift(agent, "Vérifié")).await?;
    work.save().await?;
    Ok(())
}

async fn lock(house: &TestHouse, agent: &Agent) {
    let mut work = house.work(agent, Door::Chat).await;
    lock_self(&mut work).await.unwrap();
    work.save().await.unwrap();
}

async fn state(house: &TestHouse, agent: &Agent, circuit: Circuit) -> State {
    let mut work = Work::read(house).await.unwrap();
    one(&mut work, agent.id, circuit)
        .await
        .unwrap()
        .standing
        .state(false)
}

async fn keys(house: &TestHouse) -> Vec<String> {
    house.said().await.into_iter().map(|(_, line)| line.key).collect()
}
