//! Signing in on both databases. Today is Wednesday 11 March 2026.

mod again;
mod attacks;
mod code_attacks;
mod creation_addresses;
mod creation_attacks;
mod creations;
mod crossed;
mod durations;
mod factor_attacks;
mod factors;
mod floods;
mod linking;
mod passwords;
mod recovering;
mod resets;
mod second;
mod signing_in;
mod staying_in;
mod storms;
mod texts;

use std::sync::Arc;

use chrono::Duration;

use super::*;
use crate::account::{Circuit, Why};
use crate::channel::Channel;
use crate::kernel::actor::{Door, Role};
use crate::kernel::house::House;
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::people::Agent;
use crate::testing::{SECOND, TestHouse, both, both_with, knock};
use crate::{account, ticket};

const RIGHT: &str = "Tarte-aux-9mures";
const NUMBER: &str = "06 39 98 00 17";
const WRONG: &str = "Tarte-aux-8mures";

/// An agent with a personal password on both circuits.
async fn amina(house: &TestHouse) -> Agent {
    let amina = house.agent("amina.diallo").await;
    house.passwords(&amina, RIGHT).await;
    amina
}

/// The same, with a professional mobile.
async fn with_number(house: &TestHouse) -> Agent {
    let amina = house
        .agent_with("amina.diallo", |amina| amina.mobile = Some(NUMBER.to_owned()))
        .await;
    house.passwords(&amina, RIGHT).await;
    amina
}

/// Step 1, and step 2 with the right second password where it is asked for.
async fn sign_in(house: &Arc<House>, ask: SignIn) -> Result<Opened, Error> {
    and_second(house, super::sign_in(house, ask).await?).await
}

/// The personal password, and step 2 as in [`sign_in`].
async fn set_password(house: &Arc<House>, token: &str, new: Secret) -> Result<Opened, Error> {
    and_second(house, super::set_password(house, token, new).await?).await
}

async fn and_second(house: &Arc<House>, opened: Opened) -> Result<Opened, Error> {
    match opened.step {
        Step::Second => second(house, &opened, SECOND).await,
        _ => Ok(opened),
    }
}

/// Step 2 with some password.
async fn second(house: &Arc<House>, opened: &Opened, password: &str) -> Result<Opened, Error> {
    let password = Secret::new(password.to_owned());
    confirm_second(house, opened.token.expose(), &password, "10.1.2.3").await
}

/// A temporary first password; the second account has its personal one.
async fn newcomer(house: &TestHouse, agent: &Agent) {
    house.temporary(agent, Circuit::IntraParis, RIGHT).await;
    house.password(agent, Circuit::MonCompteParisien, SECOND).await;
}

async fn right(house: &TestHouse) -> Result<Opened, Error> {
    sign_in(house, knock("amina.diallo", RIGHT)).await
}

async fn wrong(house: &TestHouse) -> Result<Opened, Error> {
    sign_in(house, knock("amina.diallo", WRONG)).await
}

/// Signs in from a device, with the cookie it has.
async fn from_device(house: &Arc<House>, cookie: &str, password: &str) -> Result<Opened, Error> {
    let device = Some(cookie.to_owned());
    sign_in(
        house,
        SignIn {
            device,
            ..knock("amina.diallo", password)
        },
    )
    .await
}

/// A complete sign-in, and the cookie of the device that became known by it.
async fn known_device(house: &TestHouse) -> String {
    let opened = right(house).await.unwrap();
    assert_eq!(opened.step, Step::Complete);
    opened.device.unwrap().expose().to_owned()
}

async fn enters(house: &TestHouse, opened: &Opened) -> bool {
    let mut work = Work::read(house).await.unwrap();
    enter(&mut work, opened.token.expose(), Site::Space, Channel::Internal)
        .await
        .is_ok()
}

async fn locked_for_strangers(house: &TestHouse) {
    for _ in 0..3 {
        assert!(matches!(wrong(house).await, Err(Error::NotRecognised)));
    }
}

async fn standing(house: &TestHouse, agent: &Agent) -> account::State {
    let mut work = Work::read(house).await.unwrap();
    account::one(&mut work, agent.id, Circuit::IntraParis)
        .await
        .unwrap()
        .standing
        .state(false)
}

/// An agent of IT support in the console.
async fn support(house: &TestHouse) -> Agent {
    let support = house.agent("karim.benali").await;
    house.grant(&support, Role::ItSupport, None).await;
    support
}

async fn unlock(house: &TestHouse, support: &Agent, agent: &Agent) -> Result<(), ticket::Error> {
    unlock_one(house, support, agent, Circuit::IntraParis).await
}

async fn unlock_one(
    house: &TestHouse,
    support: &Agent,
    agent: &Agent,
    circuit: Circuit,
) -> Result<(), ticket::Error> {
    let mut work = house.work(support, Door::Console).await;
    let reason = "Appel de l’agente, identité vérifiée".to_owned();
    ticket::unlock(
        &mut work,
        &account::Lift {
            agent: agent.id,
            circuit,
            reason,
        },
    )
    .await?;
    work.save().await?;
    Ok(())
}

/// How many sign-ins were refused for a reason, as the audit log has it.
async fn refused(house: &TestHouse, agent: &Agent, because: &str) -> usize {
    let because = format!("\"because\":\"{because}\"");
    let logged = house.logged(agent).await;
    logged
        .iter()
        .filter(|(kind, what, facts)| {
            kind == "refusal" && what == "session.sign_in" && facts.contains(&because)
        })
        .count()
}
