//! Locks that end by themselves, where the policy gives them a duration (AC4).

use super::*;
use crate::account::State;
use crate::diagnosis;
use crate::kernel::config::{Scope, Settings};

fn a_while(settings: &mut Settings) {
    settings.lock.durations = vec![15, 60];
}

/// Right, from a device that nobody knows.
async fn gets_in(house: &TestHouse) -> bool {
    right(house).await.is_ok()
}

async fn cause(house: &TestHouse, agent: &Agent) -> Option<&'static str> {
    let mut work = house.work(agent, Door::Chat).await;
    let found = diagnosis::of(&mut work, agent.id).await.unwrap().findings;
    found.first().map(|finding| finding.cause.key())
}

#[tokio::test]
async fn the_first_lock_lasts_a_quarter_of_an_hour_the_second_an_hour_and_the_third_until_support_unlocks() {
    both_with(a_while, async |house| {
        let amina = amina(house).await;
        for (minutes, key) in [
            (15, "account-alert-unknown-devices-until"),
            (60, "account-alert-unknown-devices-until"),
        ] {
            house.clock.advance(Duration::minutes(61));
            locked_for_strangers(house).await;
            let said = house.said().await.pop().unwrap().1;
            assert_eq!(said.key, key);
            let until = house.clock.now() + Duration::minutes(minutes);
            assert!(
                said.args.contains(&("until".to_owned(), until.into())),
                "{said:?}"
            );
            assert!(house.mailed().await.len() == 1);
            assert_eq!(cause(house, &amina).await, Some("diagnosis-locked-unknown-until"));
            house
                .clock
                .advance(Duration::minutes(minutes) - Duration::seconds(1));
            assert!(!gets_in(house).await, "{minutes}");
            assert_eq!(standing(house, &amina).await, State::LockedUnknownDevices);
            house.clock.advance(Duration::seconds(1));
            assert_eq!(standing(house, &amina).await, State::Active);
            assert_eq!(
                cause(house, &amina).await,
                Some("diagnosis-lacks-either"),
                "no lock any more"
            );
        }
        house.clock.advance(Duration::minutes(61));
        locked_for_strangers(house).await;
        assert_eq!(
            house.said().await.pop().unwrap().1.key,
            "account-alert-unknown-devices",
            "no time is promised any more"
        );
        house.clock.advance(Duration::days(30));
        assert!(!gets_in(house).await);
        assert_eq!(
            cause(house, &amina).await,
            Some("diagnosis-locked-no-known-device")
        );
        let support = support(house).await;
        unlock(house, &support, &amina).await.unwrap();
        assert!(gets_in(house).await);
        // From the beginning again.
        locked_for_strangers(house).await;
        house.clock.advance(Duration::minutes(15));
        assert!(gets_in(house).await);
    })
    .await;
}

#[tokio::test]
async fn who_gets_in_begins_anew_and_a_known_device_forgives_strangers_nothing() {
    both_with(a_while, async |house| {
        amina(house).await;
        let device = known_device(house).await;
        locked_for_strangers(house).await;
        from_device(house, &device, RIGHT).await.unwrap();
        house.clock.advance(Duration::minutes(15));
        // Strangers again: an hour now, whatever the owner did on her own device.
        locked_for_strangers(house).await;
        house.clock.advance(Duration::minutes(59));
        assert!(!gets_in(house).await);
        house.clock.advance(Duration::minutes(1));
        assert!(gets_in(house).await, "she proves herself on a new device");
        locked_for_strangers(house).await;
        house.clock.advance(Duration::minutes(15));
        assert!(gets_in(house).await, "the first duration again");
    })
    .await;
}

#[tokio::test]
async fn in_strict_mode_everybody_waits_and_a_lock_of_ones_own_has_no_time() {
    let strict = |settings: &mut Settings| {
        a_while(settings);
        settings.lock.scope = Scope::Account;
    };
    both_with(strict, async |house| {
        let amina = amina(house).await;
        let device = known_device(house).await;
        locked_for_strangers(house).await;
        assert_eq!(cause(house, &amina).await, Some("diagnosis-locked-until"));
        assert!(from_device(house, &device, RIGHT).await.is_err());
        house.clock.advance(Duration::minutes(15));
        assert!(from_device(house, &device, RIGHT).await.is_ok());
        locked_for_strangers(house).await;
        let mut work = house.work(&amina, Door::Chat).await;
        account::lock_self(&mut work).await.unwrap();
        work.save().await.unwrap();
        house.clock.advance(Duration::days(2));
        assert!(!gets_in(house).await);
        assert_eq!(cause(house, &amina).await, Some("diagnosis-locked-by-agent"));
    })
    .await;
}

#[tokio::test]
async fn who_knows_the_password_is_told_when_the_lock_ends_and_of_no_end_where_there_is_none() {
    both_with(a_while, async |house| {
        let amina = amina(house).await;
        let device = known_device(house).await;
        for _ in 0..3 {
            assert!(from_device(house, &device, WRONG).await.is_err());
        }
        let until = house.clock.now() + Duration::minutes(15);
        let told = right(house).await.unwrap_err();
        assert_eq!(told.key(), Some("session-standing-until"));
        assert!(
            told.args().contains(&("until".to_owned(), until.into())),
            "{told:?}"
        );
        // Locked by herself, or deactivated as well: no end is promised.
        let mut work = house.work(&amina, Door::Chat).await;
        account::lock_self(&mut work).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(right(house).await.unwrap_err().key(), Some("session-standing"));
        let support = support(house).await;
        unlock(house, &support, &amina).await.unwrap();
        locked_for_strangers(house).await;
        house.grant(&support, Role::ItAdmin, None).await;
        let mut work = house.work(&support, Door::Console).await;
        let wish = account::Deactivate {
            agent: amina.id,
            circuit: Circuit::IntraParis,
            why: Why::Administrative,
            reason: "Enquête".to_owned(),
        };
        account::deactivate(&mut work, &wish).await.unwrap();
        work.save().await.unwrap();
        let told = from_device(house, &device, RIGHT).await.unwrap_err();
        assert!(told.key() != Some("session-standing-until"), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn attack_15_waiting_buys_few_guesses_and_lifts_no_deactivation() {
    both_with(a_while, async |house| {
        let amina = amina(house).await;
        // Three at once, three after a quarter of an hour, three after an hour: nine in all, for ever.
        let mut checked = 0;
        for _ in 0..200 {
            let before = refused(house, &amina, "wrong").await;
            assert!(wrong(house).await.is_err());
            checked += refused(house, &amina, "wrong").await - before;
            house.clock.advance(Duration::minutes(13));
        }
        assert_eq!(checked, 9);
        // By default waiting buys nothing: see `signing_in`. A deactivated account is not brought back by time.
        let support = support(house).await;
        unlock(house, &support, &amina).await.unwrap();
        locked_for_strangers(house).await;
        house.grant(&support, Role::ItAdmin, None).await;
        let mut work = house.work(&support, Door::Console).await;
        let wish = account::Deactivate {
            agent: amina.id,
            circuit: Circuit::IntraParis,
            why: Why::Administrative,
            reason: "Enquête".to_owned(),
        };
        account::deactivate(&mut work, &wish).await.unwrap();
        work.save().await.unwrap();
        house.clock.advance(Duration::minutes(20));
        assert!(!gets_in(house).await);
        assert!(matches!(standing(house, &amina).await, State::Deactivated(_)));
    })
    .await;
}
