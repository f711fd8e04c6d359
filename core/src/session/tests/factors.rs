//! The second factor.

use super::*;
use crate::account::State;

fn to_console(name: &str) -> SignIn {
    SignIn {
        site: Site::Console,
        ..knock(name, RIGHT)
    }
}

/// Somebody of IT support with password and app.
async fn staff(house: &TestHouse) -> (Agent, crate::factor::Seed) {
    let support = support(house).await;
    house.passwords(&support, RIGHT).await;
    let seed = house.app(&support).await;
    (support, seed)
}

fn code(house: &TestHouse, seed: &crate::factor::Seed) -> String {
    seed.code(house.clock.now()).unwrap()
}

async fn enters_console(house: &TestHouse, opened: &Opened) -> bool {
    let mut work = Work::read(house).await.unwrap();
    enter(&mut work, opened.token.expose(), Site::Console, Channel::Internal)
        .await
        .is_ok()
}

#[tokio::test]
async fn the_console_always_asks_for_a_code_and_a_session_waits_for_it_with_no_rights() {
    both(async |house| {
        let (support, seed) = staff(house).await;
        let opened = sign_in(house, to_console("karim.benali")).await.unwrap();
        assert_eq!(opened.step, Step::Factor);
        assert!(
            opened.device.is_none(),
            "a device is known after a complete sign-in only"
        );
        assert!(!enters_console(house, &opened).await);
        let complete = confirm_factor(house, opened.token.expose(), &code(house, &seed), "10.1.2.3")
            .await
            .unwrap();
        assert_eq!(complete.step, Step::Complete);
        assert!(complete.device.is_some());
        assert!(enters_console(house, &complete).await);
        let mut work = Work::read(house).await.unwrap();
        enter(
            &mut work,
            complete.token.expose(),
            Site::Console,
            Channel::Internal,
        )
        .await
        .unwrap();
        assert!(work.actor().holds(Role::ItSupport, support.department));
    })
    .await;
}

#[tokio::test]
async fn attack_22_the_token_of_a_step_is_worth_nothing_after_it() {
    both(async |house| {
        let (_, seed) = staff(house).await;
        let opened = sign_in(house, to_console("karim.benali")).await.unwrap();
        let complete = confirm_factor(house, opened.token.expose(), &code(house, &seed), "10.1.2.3")
            .await
            .unwrap();
        assert_ne!(opened.token.expose(), complete.token.expose());
        assert!(!enters_console(house, &opened).await);
        house.clock.advance(Duration::seconds(30));
        let again = confirm_factor(house, opened.token.expose(), &code(house, &seed), "10.1.2.3").await;
        assert!(matches!(again, Err(Error::Over)));
    })
    .await;
}

#[tokio::test]
async fn attack_19_a_code_is_accepted_once() {
    both(async |house| {
        let (_, seed) = staff(house).await;
        let used = code(house, &seed);
        let first = sign_in(house, to_console("karim.benali")).await.unwrap();
        let second = sign_in(house, to_console("karim.benali")).await.unwrap();
        assert!(
            confirm_factor(house, first.token.expose(), &used, "10.1.2.3")
                .await
                .is_ok()
        );
        let again = confirm_factor(house, second.token.expose(), &used, "10.1.2.3").await;
        assert!(matches!(again, Err(Error::WrongCode)));
        house.clock.advance(Duration::seconds(30));
        let late = confirm_factor(house, second.token.expose(), &used, "10.1.2.3").await;
        assert!(
            matches!(late, Err(Error::WrongCode)),
            "still within the drift, and used"
        );
        assert!(
            confirm_factor(house, second.token.expose(), &code(house, &seed), "10.1.2.3")
                .await
                .is_ok()
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attack_19_a_code_given_many_times_at_once_is_accepted_once() {
    both(async |house| {
        let (_, seed) = staff(house).await;
        let used = code(house, &seed);
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..3 {
            let opened = sign_in(house, to_console("karim.benali")).await.unwrap();
            let (house, used): (Arc<House>, _) = (Arc::clone(house), used.clone());
            all.spawn(async move {
                confirm_factor(&house, opened.token.expose(), &used, "10.1.2.3")
                    .await
                    .is_ok()
            });
        }
        assert_eq!(
            all.join_all()
                .await
                .into_iter()
                .filter(|came_in| *came_in)
                .count(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn attack_18_three_wrong_codes_lock_whatever_the_session_they_come_from() {
    both(async |house| {
        let (support, seed) = staff(house).await;
        for attempt in 1..=3 {
            let opened = sign_in(house, to_console("karim.benali")).await.unwrap();
            let answer = confirm_factor(house, opened.token.expose(), "000000", "10.1.2.3").await;
            match attempt {
                3 => assert!(matches!(
                    answer,
                    Err(Error::Standing(
                        Circuit::IntraParis,
                        State::LockedUnknownDevices,
                        _
                    ))
                )),
                _ => assert!(matches!(answer, Err(Error::WrongCode))),
            }
        }
        assert_eq!(standing(house, &support).await, State::LockedUnknownDevices);
        let refused = sign_in(house, to_console("karim.benali")).await;
        assert!(matches!(
            refused,
            Err(Error::Standing(
                Circuit::IntraParis,
                State::LockedUnknownDevices,
                _
            ))
        ));
        let other = house.agent("lea.petit").await;
        house.grant(&other, Role::ItAdmin, None).await;
        unlock(house, &other, &support).await.unwrap();
        let opened = sign_in(house, to_console("karim.benali")).await.unwrap();
        assert!(
            confirm_factor(house, opened.token.expose(), &code(house, &seed), "10.1.2.3")
                .await
                .is_ok()
        );
    })
    .await;
}

#[tokio::test]
async fn attack_20_an_agent_with_an_app_is_asked_for_its_code_on_the_space_too() {
    both(async |house| {
        let amina = amina(house).await;
        let seed = house.app(&amina).await;
        let opened = right(house).await.unwrap();
        assert_eq!(opened.step, Step::Factor);
        assert!(!enters(house, &opened).await);
        let complete = confirm_factor(house, opened.token.expose(), &code(house, &seed), "10.1.2.3")
            .await
            .unwrap();
        assert!(enters(house, &complete).await);
    })
    .await;
}

#[tokio::test]
async fn staff_without_an_app_enrol_one_which_counts_from_its_first_right_code_on() {
    both(async |house| {
        let support = support(house).await;
        house.passwords(&support, RIGHT).await;
        let opened = sign_in(house, to_console("karim.benali")).await.unwrap();
        assert_eq!(opened.step, Step::Enrol);
        let token = opened.token.expose();
        let setup = begin_enrolment(house, token).await.unwrap();
        assert_eq!(
            begin_enrolment(house, token).await.unwrap(),
            setup,
            "the page may be loaded again"
        );
        assert!(matches!(
            confirm_enrolment(house, token, "000000").await,
            Err(Error::WrongCode)
        ));
        let abandoned = sign_in(house, to_console("karim.benali")).await.unwrap();
        assert_eq!(abandoned.step, Step::Enrol, "it does not count yet");
        let secret = setup.manual.replace(' ', "");
        let app = totp_rs::Builder::new()
            .with_secret(totp_rs::Secret::try_from_base32(secret).unwrap())
            .build()
            .unwrap();
        let code = app
            .generate(house.clock.now().timestamp().unsigned_abs())
            .to_string();
        let complete = confirm_enrolment(house, token, &code).await.unwrap();
        assert!(enters_console(house, &complete).await);
        let next = sign_in(house, to_console("karim.benali")).await.unwrap();
        assert_eq!(next.step, Step::Factor);
        let replayed = confirm_factor(house, next.token.expose(), &code, "10.1.2.3").await;
        assert!(
            matches!(replayed, Err(Error::WrongCode)),
            "the code of the enrolment is used up"
        );
        assert!(matches!(
            begin_enrolment(house, abandoned.token.expose()).await,
            Err(Error::AlreadyEnrolled)
        ));
    })
    .await;
}
