//! Recovery codes, and showing again who one is before factors are touched.

use super::*;
use crate::factor::{self, Seed};
use crate::people::Profile;

fn here(opened: &Opened, channel: Channel) -> Here {
    Here {
        token: opened.token.expose().to_owned(),
        site: Site::Space,
        channel,
        origin: "10.1.2.3".to_owned(),
    }
}

/// A sensitive agent with number and app, and the app.
async fn sensitive(house: &TestHouse) -> (Agent, Seed) {
    let amina = house
        .agent_with("amina.diallo", |amina| {
            amina.mobile = Some(NUMBER.to_owned());
            amina.profile = Profile::ExtendedRights;
        })
        .await;
    house.passwords(&amina, RIGHT).await;
    let seed = house.app(&amina).await;
    (amina, seed)
}

/// Up to the app's code.
async fn to_the_app(house: &TestHouse) -> Opened {
    house.clock.advance(Duration::minutes(2));
    let opened = right(house).await.unwrap();
    let code = house.texted_code().await.unwrap();
    confirm_sms(house, opened.token.expose(), &code, "10.1.2.3")
        .await
        .unwrap()
}

async fn signed_in(house: &TestHouse, seed: &Seed) -> Opened {
    let opened = to_the_app(house).await;
    let code = seed.code(house.clock.now()).unwrap();
    confirm_factor(house, opened.token.expose(), &code, "10.1.2.3")
        .await
        .unwrap()
}

async fn proved(house: &TestHouse, opened: &Opened, seed: &Seed) -> Here {
    let here = here(opened, Channel::Internal);
    house.clock.advance(Duration::seconds(30));
    let code = seed.code(house.clock.now()).unwrap();
    prove(house, &here, &Secret::new(RIGHT.to_owned()), Some(&code))
        .await
        .unwrap();
    here
}

async fn new_codes(house: &TestHouse, here: &Here) -> Result<Vec<String>, Error> {
    let mut work = Work::write(house).await.unwrap();
    let codes = new_recovery_codes(&mut work, here).await?;
    work.save().await.unwrap();
    Ok(codes.iter().map(|code| code.expose().to_owned()).collect())
}

async fn left(house: &TestHouse, agent: &Agent) -> i64 {
    let mut work = Work::read(house).await.unwrap();
    factor::recovery_left(&mut work, agent.id).await.unwrap()
}

#[tokio::test]
async fn a_recovery_code_replaces_the_app_once_and_the_agent_is_told() {
    both(async |house| {
        let (amina, seed) = sensitive(house).await;
        let opened = signed_in(house, &seed).await;
        let codes = new_codes(house, &proved(house, &opened, &seed).await)
            .await
            .unwrap();
        assert_eq!((codes.len(), left(house, &amina).await), (10, 10));
        house.said().await;
        let waiting = to_the_app(house).await;
        let complete = confirm_factor(
            house,
            waiting.token.expose(),
            &codes[3].to_lowercase(),
            "10.1.2.3",
        )
        .await
        .unwrap();
        assert_eq!((complete.step, left(house, &amina).await), (Step::Complete, 9));
        let said = house.said().await;
        assert_eq!((said.len(), said[0].1.key.as_str()), (1, "factor-recovery-used"));
        let waiting = to_the_app(house).await;
        let again = confirm_factor(house, waiting.token.expose(), &codes[3], "10.1.2.3").await;
        assert!(matches!(again, Err(Error::WrongCode)));
    })
    .await;
}

#[tokio::test]
async fn new_codes_end_the_old_ones_and_both_need_a_fresh_proof() {
    both(async |house| {
        let (_, seed) = sensitive(house).await;
        let opened = signed_in(house, &seed).await;
        let not_yet = new_codes(house, &here(&opened, Channel::Internal)).await;
        assert!(matches!(not_yet, Err(Error::NotProved)));
        let here = proved(house, &opened, &seed).await;
        let old = new_codes(house, &here).await.unwrap();
        let new = new_codes(house, &here).await.unwrap();
        assert!(old.iter().all(|code| !new.contains(code)));
        let waiting = to_the_app(house).await;
        let token = waiting.token.expose();
        assert!(matches!(
            confirm_factor(house, token, &old[0], "10.1.2.3").await,
            Err(Error::WrongCode)
        ));
        assert!(confirm_factor(house, token, &new[0], "10.1.2.3").await.is_ok());
        house.clock.advance(Duration::minutes(5));
        assert!(matches!(new_codes(house, &here).await, Err(Error::NotProved)));
    })
    .await;
}

#[tokio::test]
async fn a_proof_takes_password_and_code_and_wrong_ones_are_counted() {
    both(async |house| {
        let (amina, seed) = sensitive(house).await;
        let opened = signed_in(house, &seed).await;
        let here = here(&opened, Channel::Internal);
        let (right, wrong) = (Secret::new(RIGHT.to_owned()), Secret::new(WRONG.to_owned()));
        house.clock.advance(Duration::seconds(30));
        let code = seed.code(house.clock.now()).unwrap();
        assert!(matches!(
            prove(house, &here, &wrong, Some(&code)).await,
            Err(Error::NotRecognised)
        ));
        assert!(matches!(
            prove(house, &here, &right, None).await,
            Err(Error::WrongCode)
        ));
        assert!(matches!(
            prove(house, &here, &right, Some("000000")).await,
            Err(Error::WrongCode)
        ));
        assert!(matches!(
            prove(house, &here, &right, Some("111111")).await,
            Err(Error::Standing(..))
        ));
        assert!(matches!(
            standing(house, &amina).await,
            account::State::LockedEverywhere(_)
        ));
    })
    .await;
}

#[tokio::test]
async fn an_app_is_added_in_the_space_by_those_who_may_have_one_from_inside() {
    both(async |house| {
        let amina = with_number(house).await;
        let opened = right(house).await.unwrap();
        let here = here(&opened, Channel::Internal);
        prove(house, &here, &Secret::new(RIGHT.to_owned()), None)
            .await
            .unwrap();
        let mut work = Work::write(house).await.unwrap();
        let ordinary = begin_own_enrolment(&mut work, &here).await;
        assert!(matches!(ordinary, Err(Error::NotGranted)));
        crate::people::grant_second_factor(&mut work, amina.id)
            .await
            .unwrap();
        let setup = begin_own_enrolment(&mut work, &here).await.unwrap();
        let wrong = confirm_own_enrolment(&mut work, &here, "000000").await;
        assert!(matches!(wrong, Err(Error::WrongCode)));
        let secret = totp_rs::Secret::try_from_base32(setup.manual.replace(' ', "")).unwrap();
        let app = totp_rs::Builder::new().with_secret(secret).build().unwrap();
        let code = app
            .generate(house.clock.now().timestamp().unsigned_abs())
            .to_string();
        let codes = confirm_own_enrolment(&mut work, &here, &code).await.unwrap();
        assert_eq!(codes.len(), 10);
        work.save().await.unwrap();
        assert_eq!(right(house).await.unwrap().step, Step::Factor);
    })
    .await;
}
