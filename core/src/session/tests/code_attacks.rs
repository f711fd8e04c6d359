//! Attacks on codes, by their number. Each has its honest twin.

use super::*;
use crate::factor::Seed;

const OTHER_NUMBER: &str = "06 39 98 00 18";
pub(super) const FROM: &str = "198.51.100.7";

pub(super) async fn with_mobile(house: &TestHouse, name: &str, mobile: &str) -> Agent {
    let agent = house
        .agent_with(name, |agent| agent.mobile = Some(mobile.to_owned()))
        .await;
    house.passwords(&agent, RIGHT).await;
    agent
}

pub(super) async fn mobile(house: &Arc<House>, name: &str) -> Result<Opened, Error> {
    let channel = Channel::MobilePortal;
    sign_in(
        house,
        SignIn {
            channel,
            ..knock(name, RIGHT)
        },
    )
    .await
}

pub(super) async fn sms(house: &Arc<House>, opened: &Opened, code: &str) -> Result<Opened, Error> {
    confirm_sms(house, opened.token.expose(), code, FROM).await
}

pub(super) async fn app(house: &Arc<House>, opened: &Opened, code: &str) -> Result<Opened, Error> {
    confirm_factor(house, opened.token.expose(), code, FROM).await
}

async fn resend(house: &TestHouse, opened: &Opened) -> bool {
    let mut work = Work::write(house).await.unwrap();
    let sent = resend_sms(&mut work, opened.token.expose())
        .await
        .unwrap_or(false);
    work.save().await.unwrap();
    sent
}

pub(super) fn now(house: &TestHouse, seed: &Seed) -> String {
    seed.code(house.clock.now()).unwrap()
}

/// An agent with an app alone, at the step of its code.
pub(super) async fn at_the_app(house: &TestHouse) -> (Agent, Seed, Opened) {
    let amina = amina(house).await;
    let seed = house.app(&amina).await;
    let opened = right(house).await.unwrap();
    (amina, seed, opened)
}

#[tokio::test]
async fn attack_03_a_code_opens_the_sign_in_that_asked_for_it_and_no_other() {
    both(async |house| {
        with_mobile(house, "amina.diallo", NUMBER).await;
        let jean = with_mobile(house, "jean.martin", OTHER_NUMBER).await;
        let amina_at = mobile(house, "amina.diallo").await.unwrap();
        let of_amina = house.texted_code().await.unwrap();
        let jean_at = mobile(house, "jean.martin").await.unwrap();
        let of_jean = house.texted_code().await.unwrap();
        let wrong = |answer| matches!(answer, Err(Error::WrongSms));
        // Somebody else's code, either way round.
        assert!(wrong(sms(house, &jean_at, &of_amina).await));
        assert!(wrong(sms(house, &amina_at, &of_jean).await));
        // One's own, in another sign-in of one's own.
        let second = mobile(house, "amina.diallo").await.unwrap();
        assert!(wrong(sms(house, &second, &of_amina).await));
        // One that a newer one has replaced.
        house.clock.advance(Duration::seconds(61));
        assert!(resend(house, &jean_at).await);
        assert!(wrong(sms(house, &jean_at, &of_jean).await));
        // The code of an app, where an SMS is asked.
        let seed = house.app(&jean).await;
        assert!(wrong(sms(house, &jean_at, &now(house, &seed)).await));
        // Honest: the right code in the right place.
        assert!(sms(house, &amina_at, &of_amina).await.is_ok());
        let newest = house.texted_code().await.unwrap();
        assert!(sms(house, &jean_at, &newest).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn attack_12_nobody_is_buried_in_sms_and_no_bill_is_run_up() {
    both(async |house| {
        with_mobile(house, "amina.diallo", NUMBER).await;
        // The same number, written otherwise, of somebody else.
        with_mobile(house, "jean.martin", "+33.6.39.98.00.17").await;
        // Wrong passwords send nothing.
        for _ in 0..2 {
            assert!(wrong(house).await.is_err());
        }
        assert_eq!(house.texted().await.len(), 0);
        // One sign-in after the other: one SMS a minute.
        for _ in 0..10 {
            let opened = mobile(house, "amina.diallo").await.unwrap();
            assert!(!resend(house, &opened).await);
        }
        mobile(house, "jean.martin").await.unwrap();
        assert_eq!(house.texted().await.len(), 1);
        // All day long, by sign-ins and by resends, of both: five.
        let mut sent = 1;
        for minute in 0..40 {
            house.clock.advance(Duration::minutes(20));
            let name = ["amina.diallo", "jean.martin"][minute % 2];
            let opened = mobile(house, name).await.unwrap();
            house.clock.advance(Duration::seconds(61));
            resend(house, &opened).await;
            sent += house.texted().await.len();
        }
        assert_eq!(sent, 5);
        // A number that costs gets none, and opens nothing.
        with_mobile(house, "lea.petit", "0899 12 34 56").await;
        assert!(matches!(mobile(house, "lea.petit").await, Err(Error::Lacks(_))));
        assert_eq!(house.texted().await.len(), 0);
        // Honest: the next day a code comes, and is good.
        house.clock.advance(Duration::hours(24));
        let opened = mobile(house, "amina.diallo").await.unwrap();
        let code = house.texted_code().await.unwrap();
        assert!(sms(house, &opened, &code).await.is_ok());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attack_12_sign_ins_at_once_send_one_sms() {
    both(async |house| {
        with_mobile(house, "amina.diallo", NUMBER).await;
        with_mobile(house, "jean.martin", NUMBER).await;
        let mut all = tokio::task::JoinSet::new();
        for at in 0..12 {
            let house: Arc<House> = Arc::clone(house);
            let name = ["amina.diallo", "jean.martin"][at % 2];
            all.spawn(async move { mobile(&house, name).await.is_ok() });
        }
        assert!(all.join_all().await.into_iter().all(|opened| opened));
        assert_eq!(house.texted().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn attack_16_every_way_to_the_apps_code_goes_through_one_counter() {
    both(async |house| {
        let (amina, seed, opened) = at_the_app(house).await;
        let signed_in = app(house, &opened, &now(house, &seed)).await.unwrap();
        house.clock.advance(Duration::seconds(30));
        // Enrolling again does not tell whether a code is right, nor replaces the app.
        assert!(
            confirm_enrolment(house, signed_in.token.expose(), &now(house, &seed))
                .await
                .is_err()
        );
        assert!(begin_enrolment(house, signed_in.token.expose()).await.is_err());
        // One failure at the door, one at a reset, one with a word that is no code: the limit.
        let at_door = right(house).await.unwrap();
        assert!(matches!(
            app(house, &at_door, "000000").await,
            Err(Error::WrongCode)
        ));
        let mut work = Work::write(house).await.unwrap();
        let ask = crate::password::StartReset {
            purpose: crate::password::Purpose::Reset,
            circuit: Circuit::IntraParis,
            name: amina.username.clone(),
            email: amina.email.clone(),
        };
        crate::password::start_reset(&mut work, &ask).await.unwrap();
        work.save().await.unwrap();
        let mail = house.mailed().await.pop().unwrap().body;
        let (_, link) = mail.split_once("/reset/").unwrap();
        let link: String = link.chars().take_while(|c| !c.is_whitespace()).collect();
        let finish = |code: String| FinishReset {
            link: link.clone(),
            new: Secret::new("Un-mot-de-passe-neuf-7".to_owned()),
            code: Some(code),
            channel: Channel::Internal,
            origin: FROM.to_owned(),
        };
        assert!(matches!(
            finish_reset(house, finish("000001".into())).await,
            Err(Error::WrongCode)
        ));
        assert!(matches!(
            app(house, &at_door, "AAAA-BBBB-CCCC-DDDD").await,
            Err(Error::Standing(..))
        ));
        // From here on the right code opens nothing anywhere, and is not even compared.
        house.clock.advance(Duration::seconds(30));
        let good = now(house, &seed);
        assert!(app(house, &at_door, &good).await.is_err());
        assert!(matches!(right(house).await, Err(Error::Standing(..))));
        assert!(matches!(
            finish_reset(house, finish(good.clone())).await,
            Err(Error::Standing(..))
        ));
        // Honest: unlocked by support, the same code, never accepted, is good.
        let support = support(house).await;
        unlock(house, &support, &amina).await.unwrap();
        let opened = right(house).await.unwrap();
        assert!(app(house, &opened, &good).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn attack_18_a_new_sign_in_or_a_new_code_gives_no_new_guesses() {
    both(async |house| {
        let amina = with_mobile(house, "amina.diallo", NUMBER).await;
        // Two guesses in one sign-in, one in a second one, two at a newer code: five in all.
        let first = mobile(house, "amina.diallo").await.unwrap();
        let code = house.texted_code().await.unwrap();
        for guess in ["00000000", "12345"] {
            assert!(matches!(sms(house, &first, guess).await, Err(Error::WrongSms)));
        }
        house.clock.advance(Duration::seconds(61));
        let second = mobile(house, "amina.diallo").await.unwrap();
        house.texted().await;
        assert!(matches!(sms(house, &second, "").await, Err(Error::WrongSms)));
        house.clock.advance(Duration::seconds(61));
        assert!(resend(house, &second).await);
        let newest = house.texted_code().await.unwrap();
        assert!(matches!(
            sms(house, &second, &newest[..7]).await,
            Err(Error::WrongSms)
        ));
        assert!(matches!(
            sms(house, &first, &format!("{newest}0")).await,
            Err(Error::Standing(..))
        ));
        // Right ones come too late, in every sign-in.
        assert!(sms(house, &first, &code).await.is_err());
        assert!(sms(house, &second, &newest).await.is_err());
        assert!(mobile(house, "amina.diallo").await.is_err());
        assert_eq!(
            standing(house, &amina).await,
            account::State::LockedUnknownDevices
        );
    })
    .await;
}

#[tokio::test]
async fn attack_18_a_code_dies_after_five_minutes_and_a_success_begins_the_count_anew() {
    both(async |house| {
        with_mobile(house, "amina.diallo", NUMBER).await;
        let opened = mobile(house, "amina.diallo").await.unwrap();
        let code = house.texted_code().await.unwrap();
        house.clock.advance(Duration::minutes(5));
        assert!(matches!(sms(house, &opened, &code).await, Err(Error::WrongSms)));
        // Honest: a minute sooner it would have been good; mistakes before a success do not add up.
        for _ in 0..3 {
            house.clock.advance(Duration::minutes(2));
            let opened = mobile(house, "amina.diallo").await.unwrap();
            let code = house.texted_code().await.unwrap();
            assert!(sms(house, &opened, "00000000").await.is_err());
            house.clock.advance(Duration::minutes(4));
            assert!(sms(house, &opened, &code).await.is_ok());
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attack_18_guesses_at_once_are_counted_one_by_one() {
    both(async |house| {
        let amina = with_mobile(house, "amina.diallo", NUMBER).await;
        let opened = mobile(house, "amina.diallo").await.unwrap();
        let token = Arc::new(opened.token.expose().to_owned());
        let mut all = tokio::task::JoinSet::new();
        for guess in 0..40 {
            let (house, token): (Arc<House>, _) = (Arc::clone(house), Arc::clone(&token));
            all.spawn(async move {
                let code = format!("{guess:08}");
                matches!(
                    confirm_sms(&house, &token, &code, FROM).await,
                    Err(Error::WrongSms)
                )
            });
        }
        let compared = all.join_all().await.into_iter().filter(|wrong| *wrong).count();
        // The fifth locks, and says so instead.
        assert_eq!(compared, 4);
        let logged = house.logged(&amina).await;
        let wrong = logged.iter().filter(|(_, what, _)| what == "session.sms").count();
        assert_eq!(wrong, 5);
    })
    .await;
}
