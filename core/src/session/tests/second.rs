//! Step 2: the password of the second circuit.

use super::*;
use crate::account::{LockCause, State};

const WRONG_SECOND: &str = "Trois-3-lilas-rouges";
const MCP: Circuit = Circuit::MonCompteParisien;

/// Step 1 alone.
async fn first(house: &TestHouse, device: Option<&str>) -> Result<Opened, Error> {
    let device = device.map(str::to_owned);
    super::super::sign_in(
        house,
        SignIn {
            device,
            ..knock("amina.diallo", RIGHT)
        },
    )
    .await
}

async fn standing_of(house: &TestHouse, agent: &Agent, circuit: Circuit) -> State {
    let mut work = Work::read(house).await.unwrap();
    account::one(&mut work, agent.id, circuit)
        .await
        .unwrap()
        .standing
        .state(false)
}

#[tokio::test]
async fn the_second_password_is_asked_after_the_first_and_opens_the_session() {
    both(async |house| {
        amina(house).await;
        let opened = first(house, None).await.unwrap();
        assert_eq!(opened.step, Step::Second);
        assert!(opened.device.is_none());
        assert!(!enters(house, &opened).await, "half a sign-in opens nothing");
        let wrong = second(house, &opened, WRONG_SECOND).await;
        assert!(matches!(wrong, Err(Error::WrongSecond)));
        let complete = second(house, &opened, SECOND).await.unwrap();
        assert_eq!(complete.step, Step::Complete);
        assert!(enters(house, &complete).await && complete.device.is_some());
        assert!(!enters(house, &opened).await, "the token is new");
    })
    .await;
}

#[tokio::test]
async fn a_known_device_is_not_asked_again_for_thirty_days() {
    both(async |house| {
        amina(house).await;
        let cookie = known_device(house).await;
        house.clock.advance(Duration::days(29));
        let again = first(house, Some(&cookie)).await.unwrap();
        assert_eq!(again.step, Step::Complete);
        house.clock.advance(Duration::days(1));
        let after = first(house, Some(&cookie)).await.unwrap();
        assert_eq!(after.step, Step::Second, "being remembered does not renew itself");
        assert_eq!(second(house, &after, SECOND).await.unwrap().step, Step::Complete);
        assert_eq!(first(house, Some(&cookie)).await.unwrap().step, Step::Complete);
        assert_eq!(
            first(house, None).await.unwrap().step,
            Step::Second,
            "another device is asked"
        );
    })
    .await;
}

#[tokio::test]
async fn a_second_password_that_was_changed_elsewhere_is_asked_on_every_device() {
    both(async |house| {
        amina(house).await;
        let (here, there) = (known_device(house).await, known_device(house).await);
        house.clock.advance(Duration::seconds(1));
        let opened = first(house, Some(&here)).await.unwrap();
        let change = ChangePassword {
            token: opened.token.expose().to_owned(),
            site: Site::Space,
            channel: Channel::Internal,
            origin: "10.1.2.3".to_owned(),
            circuit: MCP,
            old: Secret::new(SECOND.to_owned()),
            new: Secret::new("Quatre-4-lilas-verts".to_owned()),
        };
        assert_eq!(change_password(house, change).await.unwrap().step, Step::Complete);
        assert_eq!(first(house, Some(&here)).await.unwrap().step, Step::Complete);
        assert_eq!(first(house, Some(&there)).await.unwrap().step, Step::Second);
    })
    .await;
}

#[tokio::test]
async fn the_console_always_asks_for_the_second_password() {
    both(async |house| {
        let support = support(house).await;
        house.passwords(&support, RIGHT).await;
        let seed = house.app(&support).await;
        let console = |device: Option<String>| SignIn {
            site: Site::Console,
            device,
            ..knock("karim.benali", RIGHT)
        };
        let opened = super::super::sign_in(house, console(None)).await.unwrap();
        let opened = second(house, &opened, SECOND).await.unwrap();
        assert_eq!(opened.step, Step::Factor);
        let code = seed.code(house.clock.now()).unwrap();
        let opened = confirm_factor(house, opened.token.expose(), &code, "10.1.2.3")
            .await
            .unwrap();
        let cookie = opened.device.unwrap().expose().to_owned();
        let again = super::super::sign_in(house, console(Some(cookie.clone())))
            .await
            .unwrap();
        assert_eq!(again.step, Step::Second);
        let space = SignIn {
            site: Site::Space,
            ..console(Some(cookie))
        };
        let space = super::super::sign_in(house, space).await.unwrap();
        assert_eq!(
            space.step,
            Step::Second,
            "what was given in the console is not remembered"
        );
    })
    .await;
}

#[tokio::test]
async fn the_second_password_has_a_counter_and_a_lock_of_its_own_and_says_so() {
    both(async |house| {
        let (amina, support) = (amina(house).await, support(house).await);
        let opened = first(house, None).await.unwrap();
        for _ in 0..2 {
            assert!(matches!(
                second(house, &opened, WRONG_SECOND).await,
                Err(Error::WrongSecond)
            ));
        }
        let locked = second(house, &opened, WRONG_SECOND).await;
        assert!(matches!(
            locked,
            Err(Error::Standing(MCP, State::LockedUnknownDevices, _))
        ));
        assert_eq!(standing_of(house, &amina, MCP).await, State::LockedUnknownDevices);
        assert_eq!(
            standing(house, &amina).await,
            State::Active,
            "the first is not touched"
        );
        let said = house.said().await;
        assert_eq!(said[0].1.key, "account-alert-unknown-devices");
        assert!(house.mailed().await[0].subject.contains("MonCompteParisien"));
        let over = second(house, &opened, SECOND).await;
        assert!(matches!(over, Err(Error::Over)), "the sign-in has ended");
        let told = first(house, None).await;
        assert!(matches!(
            told,
            Err(Error::Standing(MCP, State::LockedUnknownDevices, _))
        ));
        assert!(
            matches!(wrong(house).await, Err(Error::NotRecognised)),
            "who does not know the first is told nothing"
        );
        unlock_one(house, &support, &amina, MCP).await.unwrap();
        assert!(right(house).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_known_device_at_the_second_limit_locks_the_second_account_everywhere() {
    both(async |house| {
        let amina = amina(house).await;
        let cookie = known_device(house).await;
        let inside = first(house, Some(&cookie)).await.unwrap();
        house.clock.advance(Duration::days(30));
        let opened = first(house, Some(&cookie)).await.unwrap();
        for _ in 0..2 {
            assert!(second(house, &opened, WRONG_SECOND).await.is_err());
        }
        let locked = second(house, &opened, WRONG_SECOND).await;
        let everywhere = State::LockedEverywhere(LockCause::Failures);
        assert!(matches!(locked, Err(Error::Standing(MCP, state, _)) if state == everywhere));
        assert_eq!(standing_of(house, &amina, MCP).await, everywhere);
        assert!(!enters(house, &inside).await);
    })
    .await;
}

#[tokio::test]
async fn who_lacks_the_second_account_is_told_which_after_the_right_password_only() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house.password(&amina, Circuit::IntraParis, RIGHT).await;
        assert!(matches!(wrong(house).await, Err(Error::NotRecognised)));
        let told = first(house, None).await.unwrap_err();
        assert!(matches!(told, Error::Standing(MCP, State::NotCreated, _)));
        assert_eq!(told.key(), Some("session-missing"));
        house.password(&amina, MCP, SECOND).await;
        assert!(right(house).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_newcomer_chooses_the_first_password_even_where_the_second_account_is_missing() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house.temporary(&amina, Circuit::IntraParis, RIGHT).await;
        let opened = first(house, None).await.unwrap();
        assert_eq!(opened.step, Step::NewPassword);
        let own = "Un-7eme-quai-bleu";
        let set = set_password(house, opened.token.expose(), Secret::new(own.to_owned())).await;
        assert!(matches!(set, Err(Error::Standing(MCP, State::NotCreated, _))));
        let again = sign_in(house, knock("amina.diallo", own)).await;
        assert!(
            matches!(again, Err(Error::Standing(MCP, State::NotCreated, _))),
            "it was kept"
        );
    })
    .await;
}

#[tokio::test]
async fn a_temporary_second_password_is_replaced_before_anything_else() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house.password(&amina, Circuit::IntraParis, RIGHT).await;
        house.temporary(&amina, MCP, SECOND).await;
        let opened = right(house).await.unwrap();
        assert_eq!(opened.step, Step::NewPassword);
        let mut work = Work::read(house).await.unwrap();
        assert_eq!(
            asks_password(&mut work, opened.token.expose()).await.unwrap(),
            MCP
        );
        drop(work);
        let new = Secret::new("Quatre-4-lilas-verts".to_owned());
        let complete = set_password(house, opened.token.expose(), new).await.unwrap();
        assert_eq!(complete.step, Step::Complete);
        house.clock.advance(Duration::hours(73));
        assert!(
            matches!(right(house).await, Err(Error::WrongSecond)),
            "the temporary one is gone"
        );
    })
    .await;
}

#[tokio::test]
async fn a_temporary_second_password_lapses_and_says_so() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house.password(&amina, Circuit::IntraParis, RIGHT).await;
        house.temporary(&amina, MCP, SECOND).await;
        house.clock.advance(Duration::hours(72));
        assert!(matches!(right(house).await, Err(Error::TemporaryLapsed(MCP))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attack_14_parallel_guesses_at_the_second_password_never_pass_the_limit() {
    both(async |house| {
        let amina = amina(house).await;
        let mut all = tokio::task::JoinSet::new();
        let mut waiting = vec![];
        for _ in 0..12 {
            waiting.push(first(house, None).await.unwrap());
        }
        for (n, opened) in waiting.into_iter().enumerate() {
            let house: Arc<House> = Arc::clone(house);
            all.spawn(async move {
                second(&house, &opened, &format!("{WRONG_SECOND}{n}"))
                    .await
                    .is_ok()
            });
        }
        assert!(all.join_all().await.into_iter().all(|open| !open));
        assert_eq!(refused(house, &amina, "wrong").await, 3, "three were checked");
        assert_eq!(standing_of(house, &amina, MCP).await, State::LockedUnknownDevices);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn honest_twin_of_14_many_right_second_passwords_at_once_all_come_in() {
    both(async |house| {
        amina(house).await;
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..12 {
            let opened = first(house, None).await.unwrap();
            let house: Arc<House> = Arc::clone(house);
            all.spawn(async move { second(&house, &opened, SECOND).await.is_ok() });
        }
        assert!(all.join_all().await.into_iter().all(|open| open));
    })
    .await;
}

#[tokio::test]
async fn attack_04_step_two_is_reached_by_no_other_way() {
    both(async |house| {
        let amina = amina(house).await;
        let waiting = first(house, None).await.unwrap();
        let complete = right(house).await.unwrap();
        // The second password alone, with tokens that do not wait for it.
        for token in ["", "guessed", complete.token.expose()] {
            let second = Secret::new(SECOND.to_owned());
            assert!(matches!(
                confirm_second(house, token, &second, "10.1.2.3").await,
                Err(Error::Over)
            ));
        }
        // The step cannot be jumped over: neither by a new password nor by a code.
        let token = waiting.token.expose();
        let new = Secret::new("Quatre-4-lilas-verts".to_owned());
        assert!(matches!(set_password(house, token, new).await, Err(Error::Over)));
        assert!(matches!(
            confirm_factor(house, token, "000000", "10.1.2.3").await,
            Err(Error::Over)
        ));
        assert!(matches!(
            confirm_enrolment(house, token, "000000").await,
            Err(Error::Over)
        ));
        assert!(!enters(house, &waiting).await);
        // The second password is not the first, nor the first the second.
        let swapped = super::super::sign_in(house, knock("amina.diallo", SECOND)).await;
        assert!(matches!(swapped, Err(Error::NotRecognised)));
        assert!(matches!(
            second(house, &waiting, RIGHT).await,
            Err(Error::WrongSecond)
        ));
        // A sign-in that waited too long is over; the honest one goes on.
        assert_eq!(
            second(house, &waiting, SECOND).await.unwrap().step,
            Step::Complete
        );
        let late = first(house, None).await.unwrap();
        house.clock.advance(Duration::minutes(10));
        assert!(matches!(second(house, &late, SECOND).await, Err(Error::Over)));
        assert_eq!(standing(house, &amina).await, State::Active);
    })
    .await;
}
