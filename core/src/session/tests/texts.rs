//! Codes by SMS, and which factors a sign-in asks for.

use super::*;
use crate::account::State;
use crate::factor::Lack;
use crate::kernel::notice;
use crate::people::Profile;

fn by(channel: Channel) -> SignIn {
    SignIn {
        channel,
        ..knock("amina.diallo", RIGHT)
    }
}

async fn on_mobile(house: &TestHouse) -> Opened {
    sign_in(house, by(Channel::MobilePortal)).await.unwrap()
}

async fn give(house: &TestHouse, opened: &Opened, code: &str) -> Result<Opened, Error> {
    confirm_sms(house, opened.token.expose(), code, "198.51.100.7").await
}

async fn resend(house: &TestHouse, opened: &Opened) -> bool {
    let mut work = Work::write(house).await.unwrap();
    let sent = resend_sms(&mut work, opened.token.expose()).await.unwrap();
    work.save().await.unwrap();
    sent
}

async fn look(house: &TestHouse, opened: &Opened) -> crate::factor::Texting {
    let mut work = Work::read(house).await.unwrap();
    look_at_sms(&mut work, opened.token.expose()).await.unwrap()
}

async fn of_profile(house: &TestHouse, profile: Profile, mobile: Option<&str>) -> Agent {
    let amina = house
        .agent_with("amina.diallo", |amina| {
            amina.profile = profile;
            amina.mobile = mobile.map(str::to_owned);
        })
        .await;
    house.passwords(&amina, RIGHT).await;
    amina
}

#[tokio::test]
async fn on_the_mobile_portal_a_code_comes_by_sms_and_opens_the_session() {
    both(async |house| {
        with_number(house).await;
        let opened = on_mobile(house).await;
        assert_eq!(opened.step, Step::Sms);
        assert!(opened.device.is_none());
        let texts = house.texted().await;
        assert_eq!((texts.len(), texts[0].to.as_str()), (1, "+33639980017"));
        let code: String = texts[0].body.chars().filter(char::is_ascii_digit).collect();
        let code = &code[..8];
        assert_eq!(look(house, &opened).await.masked, "** ** ** ** 17");
        let spaced = format!(" {} {} ", &code[..4], &code[4..]);
        let complete = give(house, &opened, &spaced).await.unwrap();
        assert_eq!(complete.step, Step::Complete);
        assert!(complete.device.is_some(), "a device is known after every factor");
        let mut work = Work::read(house).await.unwrap();
        let entered = enter(
            &mut work,
            complete.token.expose(),
            Site::Space,
            Channel::MobilePortal,
        )
        .await
        .unwrap();
        assert!(entered.session.sms_at.is_some() && entered.session.factor_at.is_none());
    })
    .await;
}

#[tokio::test]
async fn inside_an_ordinary_agent_is_not_asked_and_no_sms_leaves() {
    both(async |house| {
        with_number(house).await;
        for channel in [Channel::Internal, Channel::Vpn] {
            assert_eq!(sign_in(house, by(channel)).await.unwrap().step, Step::Complete);
        }
        assert!(house.texted().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn whoever_has_neither_number_nor_app_is_told_so_after_the_right_password_only() {
    both(async |house| {
        let amina = amina(house).await;
        let wrong = SignIn {
            password: Secret::new(WRONG.to_owned()),
            ..by(Channel::MobilePortal)
        };
        assert!(matches!(sign_in(house, wrong).await, Err(Error::NotRecognised)));
        let refused = sign_in(house, by(Channel::MobilePortal)).await;
        assert!(matches!(refused, Err(Error::Lacks(Lack::Either))));
        assert_eq!(super::refused(house, &amina, "session-lacks-either").await, 1);
        assert!(right(house).await.is_ok(), "inside they come in");
    })
    .await;
}

#[tokio::test]
async fn a_sensitive_profile_gives_both_factors_in_order_on_every_channel() {
    for profile in [Profile::Executive, Profile::ExtendedRights, Profile::SocialData] {
        both(async |house| {
            let amina = of_profile(house, profile, Some(NUMBER)).await;
            let seed = house.app(&amina).await;
            for channel in Channel::ALL {
                let opened = sign_in(house, by(channel)).await.unwrap();
                assert_eq!(opened.step, Step::Sms, "{channel}");
                let code = house.texted_code().await.unwrap();
                let opened = give(house, &opened, &code).await.unwrap();
                assert_eq!(opened.step, Step::Factor, "{channel}");
                let code = seed.code(house.clock.now()).unwrap();
                let complete = confirm_factor(house, opened.token.expose(), &code, "10.1.2.3")
                    .await
                    .unwrap();
                assert_eq!(complete.step, Step::Complete, "{channel}");
                house.clock.advance(Duration::minutes(2));
            }
        })
        .await;
    }
}

#[tokio::test]
async fn a_sensitive_profile_enrols_inside_after_the_sms_and_never_outside() {
    both(async |house| {
        of_profile(house, Profile::Executive, Some(NUMBER)).await;
        let outside = sign_in(house, by(Channel::MobilePortal)).await;
        assert!(matches!(outside, Err(Error::Lacks(Lack::App))));
        assert!(house.texted().await.is_empty());
        let opened = right(house).await.unwrap();
        assert_eq!(opened.step, Step::Sms);
        assert!(
            begin_enrolment(house, opened.token.expose()).await.is_err(),
            "not before the SMS"
        );
        let code = house.texted_code().await.unwrap();
        let opened = give(house, &opened, &code).await.unwrap();
        assert_eq!(opened.step, Step::Enrol);
        assert!(begin_enrolment(house, opened.token.expose()).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_sensitive_profile_without_a_number_is_refused_everywhere_and_told_why() {
    both(async |house| {
        let amina = of_profile(house, Profile::SocialData, None).await;
        house.app(&amina).await;
        for channel in Channel::ALL {
            let refused = sign_in(house, by(channel)).await;
            assert!(matches!(refused, Err(Error::Lacks(Lack::Number))), "{channel}");
        }
    })
    .await;
}

#[tokio::test]
async fn another_code_replaces_the_first_one_a_minute_later_and_five_a_day_leave() {
    both(async |house| {
        with_number(house).await;
        let opened = on_mobile(house).await;
        let first = house.texted_code().await.unwrap();
        assert!(!resend(house, &opened).await, "too soon");
        house.clock.advance(Duration::seconds(60));
        assert!(resend(house, &opened).await);
        let second = house.texted_code().await.unwrap();
        assert!(matches!(give(house, &opened, &first).await, Err(Error::WrongSms)));
        for _ in 3..=5 {
            house.clock.advance(Duration::seconds(60));
            assert!(resend(house, &opened).await);
        }
        house.clock.advance(Duration::seconds(60));
        assert!(!resend(house, &opened).await, "the sixth");
        let texting = look(house, &opened).await;
        assert!(texting.exhausted && texting.sent_at.is_some());
        assert_eq!(
            texting.next_at - house.clock.now(),
            Duration::minutes(24 * 60 - 5)
        );
        assert!(matches!(
            give(house, &opened, &second).await,
            Err(Error::WrongSms)
        ));
        let last = house.texted_code().await.unwrap();
        assert!(give(house, &opened, &last).await.is_ok());
        house.clock.advance(Duration::hours(24));
        assert_eq!(on_mobile(house).await.step, Step::Sms);
        assert_eq!(house.texted().await.len(), 1, "a day later they leave again");
    })
    .await;
}

#[tokio::test]
async fn a_code_is_not_sent_late_nor_kept_in_clear() {
    both(async |house| {
        with_number(house).await;
        let opened = on_mobile(house).await;
        house.clock.advance(Duration::minutes(5));
        assert!(house.texted().await.is_empty(), "dropped");
        let mut work = Work::read(house).await.unwrap();
        assert_eq!(notice::waiting(work.tx(), notice::Way::Sms).await.unwrap(), 0);
        drop(work);
        assert_eq!(look(house, &opened).await.sent_at, None);
    })
    .await;
}

#[tokio::test]
async fn five_wrong_codes_lock_and_support_unlocks() {
    both(async |house| {
        let amina = with_number(house).await;
        let opened = on_mobile(house).await;
        let code = house.texted_code().await.unwrap();
        for _ in 0..4 {
            assert!(matches!(
                give(house, &opened, "00000000").await,
                Err(Error::WrongSms)
            ));
        }
        let fifth = give(house, &opened, "00000000").await;
        assert!(matches!(
            fifth,
            Err(Error::Standing(
                Circuit::IntraParis,
                State::LockedUnknownDevices,
                _
            ))
        ));
        assert!(matches!(give(house, &opened, &code).await, Err(Error::Over)));
        assert_eq!(standing(house, &amina).await, State::LockedUnknownDevices);
        let support = support(house).await;
        unlock(house, &support, &amina).await.unwrap();
        house.clock.advance(Duration::minutes(2));
        let opened = on_mobile(house).await;
        let code = house.texted_code().await.unwrap();
        assert!(give(house, &opened, &code).await.is_ok());
    })
    .await;
}
