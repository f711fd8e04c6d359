//! `kill -9` at random instants while people go on talking, deciding and unlocking: what was acknowledged is done, nothing
//! is done twice, nobody is told twice (RM6, BO1). A hundred kills, half of them on each database.
//! The instants are drawn anew each time; `GUICHET_KILL_SEED=…` plays those of a failure again.

mod cast;
mod ledger;
mod load;
mod person;

use crate::house::{House, both};
use crate::suite::{self, Suite};
use cast::City;
use chrono::{DateTime, Utc};
use guichet_core::kernel::clock::Clock;
use load::Load;
use person::Person;
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::time::{Instant, interval, sleep_until, timeout};

/// On each database, the first of them before the bot was ever ready.
const KILLS: usize = 50;
const AT_THE_FIRST_START: usize = 5;
/// How long the house lives each time, in milliseconds: it is back at work after a second or two.
const LIVES: std::ops::Range<u64> = 100..4500;

#[test]
fn a_hundred_kills_lose_nothing_that_was_acknowledged_and_do_nothing_twice() {
    let seed = seed();
    let count = AtomicU64::new(0);
    suite::run(async |suite| {
        both(suite, async |house| {
            let seed = seed.wrapping_add(count.fetch_add(1, Ordering::Relaxed));
            println!("kill: GUICHET_KILL_SEED={seed}");
            story(suite, house, StdRng::seed_from_u64(seed)).await;
        })
        .await;
    });
}

#[expect(
    clippy::disallowed_methods,
    reason = "a failure is played again from its seed"
)]
fn seed() -> u64 {
    std::env::var("GUICHET_KILL_SEED").map_or_else(|_| rand::random(), |seed| seed.parse().unwrap())
}

async fn story(suite: &'static Suite, house: &mut House, mut draw: StdRng) {
    let city = City::of(house).await;
    house.serve();
    let mut died = kills(house, &mut draw, AT_THE_FIRST_START).await;

    let load = Load::prepare(suite, house, city).await;
    let killing = async {
        died.extend(kills(house, &mut draw, KILLS - AT_THE_FIRST_START).await);
        load.enough();
    };
    load.carry(killing).await;
    timeout(Duration::from_secs(150), said(house))
        .await
        .expect("something was never said");
    for person in load.people() {
        person.hear_the_rest(&house.bot).await;
    }
    house.stop().await;
    let sum = ledger::balance(house, &load, &died).await;
    println!("kill: {} kills, {sum}", died.len());
}

/// Kills the house so many times, each time starting it again, and returns when it was dead.
async fn kills(house: &mut House, draw: &mut StdRng, times: usize) -> Vec<DateTime<Utc>> {
    let mut died = vec![];
    let mut at = Instant::now();
    for _ in 0..times {
        at = at.max(Instant::now()) + Duration::from_millis(draw.random_range(LIVES));
        sleep_until(at).await;
        house.kill().await;
        died.push(Clock::System.now());
        house.serve();
    }
    died
}

/// Returns when everything that was heard is answered, and everything that was to be said or written has left.
async fn said(house: &House) {
    let stored = house.stored().await;
    let mut look = interval(Duration::from_millis(200));
    while ledger::is_anything_waiting(&stored).await {
        look.tick().await;
    }
    stored.db.close().await;
}

/// Everybody in the story who has a Matrix client.
impl<'a> Load<'a> {
    fn people(&self) -> impl Iterator<Item = &Person<'a>> {
        let applicants = self.applicants.iter().map(|applicant| &applicant.person);
        let victims = self.victims.iter().map(|victim| &victim.person);
        applicants.chain(victims).chain([&self.claire, &self.head])
    }
}
