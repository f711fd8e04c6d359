//! Guessing in parallel, locking others out, and telling accounts apart.

use tokio::task::JoinSet;

use super::*;
use crate::account::State;
use crate::account::attempt::{self, Counter, Slot};

/// So many sign-ins at once; how many came in, and how many were told that the house is busy.
async fn at_once(house: &TestHouse, guesses: Vec<SignIn>) -> (usize, usize) {
    let mut all = JoinSet::new();
    for guess in guesses {
        let house: Arc<House> = Arc::clone(house);
        all.spawn(async move { sign_in(&house, guess).await });
    }
    let (mut opened, mut busy) = (0, 0);
    while let Some(one) = all.join_next().await {
        match one.unwrap() {
            Ok(_) => opened += 1,
            Err(Error::Busy) => busy += 1,
            Err(Error::NotRecognised) => {}
            Err(error) => panic!("{error}"),
        }
    }
    (opened, busy)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attack_14_parallel_guesses_never_pass_the_limit() {
    both(async |house| {
        let amina = amina(house).await;
        let guesses = (0..24)
            .map(|n| knock("amina.diallo", &format!("{WRONG}{n}")))
            .collect();
        assert_eq!(at_once(house, guesses).await, (0, 0));
        assert_eq!(refused(house, &amina, "wrong").await, 3, "three were checked");
        assert_eq!(refused(house, &amina, "limit").await, 21, "the others were not");
        assert_eq!(standing(house, &amina).await, State::LockedUnknownDevices);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attack_14_a_right_guess_among_many_wrong_ones_gets_in_only_within_the_limit() {
    both(async |house| {
        let amina = amina(house).await;
        locked_for_strangers(house).await;
        let guesses = (0..12).map(|_| knock("amina.diallo", RIGHT)).collect();
        assert_eq!(at_once(house, guesses).await, (0, 0));
        assert_eq!(refused(house, &amina, "limit").await, 12);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn honest_twin_of_14_many_right_sign_ins_at_once_all_come_in() {
    both(async |house| {
        let amina = amina(house).await;
        let guesses = (0..16).map(|_| knock("amina.diallo", RIGHT)).collect();
        assert_eq!(at_once(house, guesses).await, (16, 0));
        assert_eq!(standing(house, &amina).await, State::Active);
        let cookie = known_device(house).await;
        let guesses = (0..16)
            .map(|_| SignIn {
                device: Some(cookie.clone()),
                ..knock("amina.diallo", RIGHT)
            })
            .collect();
        assert_eq!(at_once(house, guesses).await, (16, 0));
    })
    .await;
}

async fn occupy(house: &TestHouse, slots: i64) {
    for _ in 0..slots {
        let mut work = Work::write(house).await.unwrap();
        let counter = Counter::password(&house.keys, Circuit::IntraParis, "amina.diallo", None);
        assert!(matches!(
            attempt::reserve(&mut work, &counter).await.unwrap(),
            Slot::Admitted(_)
        ));
        work.save().await.unwrap();
    }
}

#[tokio::test]
async fn honest_twin_of_14_who_finds_no_slot_in_time_is_asked_to_come_back_and_nothing_is_counted() {
    both_with(
        |settings| settings.lock.wait_seconds = 0,
        async |house| {
            let amina = amina(house).await;
            occupy(house, 3).await;
            assert!(matches!(right(house).await, Err(Error::Busy)));
            assert_eq!(standing(house, &amina).await, State::Active);
        },
    )
    .await;
}

#[tokio::test]
async fn attack_14_guesses_whose_outcome_never_came_count_as_failures() {
    both(async |house| {
        let amina = amina(house).await;
        occupy(house, 2).await;
        house.clock.advance(Duration::seconds(31));
        assert!(wrong(house).await.is_err());
        assert_eq!(
            standing(house, &amina).await,
            State::LockedUnknownDevices,
            "two lost and one wrong"
        );
        assert!(matches!(right(house).await, Err(Error::NotRecognised)));
    })
    .await;
}

#[tokio::test]
async fn attack_14_lost_guesses_alone_lock_and_tell() {
    both(async |house| {
        let amina = amina(house).await;
        occupy(house, 3).await;
        house.clock.advance(Duration::seconds(31));
        assert!(matches!(right(house).await, Err(Error::NotRecognised)));
        assert_eq!(standing(house, &amina).await, State::LockedUnknownDevices);
        assert_eq!(house.said().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn attack_15_strangers_cannot_lock_out_a_known_device_or_end_its_sessions() {
    both(async |house| {
        let amina = amina(house).await;
        let cookie = known_device(house).await;
        let before = from_device(house, &cookie, RIGHT).await.unwrap();
        for _ in 0..20 {
            assert!(matches!(wrong(house).await, Err(Error::NotRecognised)));
        }
        assert_eq!(standing(house, &amina).await, State::LockedUnknownDevices);
        assert!(enters(house, &before).await);
        let after = from_device(house, &cookie, RIGHT).await.unwrap();
        assert!(enters(house, &after).await);
        // That success cleared its own counter only: strangers stay out, with the right password too.
        assert_eq!(standing(house, &amina).await, State::LockedUnknownDevices);
        assert!(matches!(right(house).await, Err(Error::NotRecognised)));
    })
    .await;
}

#[tokio::test]
async fn attack_15_a_device_cookie_is_worth_nothing_forged_on_another_account_or_when_old() {
    both(async |house| {
        let amina = amina(house).await;
        let cookie = known_device(house).await;
        let other = house.agent("jean.martin").await;
        house.passwords(&other, RIGHT).await;
        let foreign = sign_in(house, knock("jean.martin", RIGHT))
            .await
            .unwrap()
            .device
            .unwrap();
        locked_for_strangers(house).await;
        let (id, tag) = cookie.split_once('.').unwrap();
        let forged = format!("{id}.{}", tag.chars().rev().collect::<String>());
        let renamed = format!("{}.{tag}", uuid::Uuid::nil());
        for bad in [
            foreign.expose(),
            &forged,
            &renamed,
            id,
            "",
            ".",
            &cookie.to_uppercase(),
        ] {
            assert!(
                matches!(from_device(house, bad, RIGHT).await, Err(Error::NotRecognised)),
                "{bad}"
            );
        }
        assert!(from_device(house, &cookie, RIGHT).await.is_ok());
        house.clock.advance(Duration::days(180));
        assert!(matches!(
            from_device(house, &cookie, RIGHT).await,
            Err(Error::NotRecognised)
        ));
        assert_eq!(standing(house, &amina).await, State::LockedUnknownDevices);
    })
    .await;
}

#[tokio::test]
async fn attack_15_only_the_last_ten_devices_are_known() {
    both(async |house| {
        amina(house).await;
        let mut cookies = vec![];
        for _ in 0..11 {
            cookies.push(known_device(house).await);
            house.clock.advance(Duration::seconds(1));
        }
        locked_for_strangers(house).await;
        assert!(matches!(
            from_device(house, &cookies[0], RIGHT).await,
            Err(Error::NotRecognised)
        ));
        for cookie in &cookies[1..] {
            assert!(from_device(house, cookie, RIGHT).await.is_ok());
        }
    })
    .await;
}

#[tokio::test]
async fn attack_11_an_unknown_name_is_answered_counted_and_refused_like_a_known_one() {
    both(async |house| {
        amina(house).await;
        house.agent("no.account").await;
        for name in [
            "amina.diallo",
            "no.account",
            "nobody.here",
            "",
            "x\u{202e}y",
            &"z".repeat(100_000),
        ] {
            for attempt in 0..5 {
                let answer = sign_in(house, knock(name, WRONG)).await;
                assert!(matches!(answer, Err(Error::NotRecognised)), "{attempt}");
            }
            let mut work = Work::write(house).await.unwrap();
            let counter = Counter::password(&house.keys, Circuit::IntraParis, name, None);
            let slot = attempt::reserve(&mut work, &counter).await.unwrap();
            assert_eq!(
                slot,
                Slot::Full { just_now: false },
                "the fourth and fifth were not checked"
            );
        }
        assert_eq!(Error::NotRecognised.key(), Some("session-not-recognised"));
        assert!(Error::NotRecognised.args().is_empty());
    })
    .await;
}

#[tokio::test]
async fn attack_15_an_account_created_after_somebody_guessed_at_its_name_is_not_locked() {
    both(async |house| {
        locked_for_strangers(house).await;
        amina(house).await;
        assert!(right(house).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn attack_10_a_password_replaced_while_it_was_being_compared_lets_nobody_in() {
    both(async |house| {
        let amina = amina(house).await;
        let guess = admit::Guess {
            circuit: Circuit::IntraParis,
            name: "amina.diallo".into(),
            device: admit::Shown::Cookie(None),
            channel: Channel::Internal,
            origin: "10.1.2.3".into(),
        };
        let admitted = admit::admit(house, guess).await.unwrap();
        let new = Secret::new("Un-7eme-quai-bleu".into());
        let hashed = crate::password::prepare(house, &amina, Circuit::IntraParis, &new)
            .await
            .unwrap();
        let mut work = Work::write(house).await.unwrap();
        let how = crate::password::How::Changed;
        crate::password::replace(&mut work, &amina, Circuit::IntraParis, hashed, how)
            .await
            .unwrap();
        work.save().await.unwrap();
        let mut work = Work::write(house).await.unwrap();
        let answer = sign_in::let_in(&mut work, &admitted, None, Site::Space).await;
        assert!(matches!(answer, Err(Error::NotRecognised)));
    })
    .await;
}

#[tokio::test]
async fn a_full_line_of_hashes_gives_the_slot_back() {
    both_with(
        |settings| (settings.password.hash_slots, settings.password.hash_queue) = (1, 0),
        async |house| {
            let amina = amina(house).await;
            let (free, held) = std::sync::mpsc::channel::<()>();
            let (started, starts) = tokio::sync::oneshot::channel();
            let busy = tokio::spawn({
                let house: Arc<House> = Arc::clone(house);
                async move {
                    let work = move || {
                        let _ = started.send(());
                        held.recv().is_ok()
                    };
                    house.heavy.run(crate::kernel::queue::Lane::Unknown, work).await
                }
            });
            starts.await.unwrap();
            for _ in 0..5 {
                assert!(matches!(right(house).await, Err(Error::Busy)));
            }
            free.send(()).unwrap();
            assert_eq!(busy.await.unwrap(), Ok(true));
            assert!(
                right(house).await.is_ok(),
                "nothing was counted and no slot was kept"
            );
            assert_eq!(standing(house, &amina).await, State::Active);
        },
    )
    .await;
}
