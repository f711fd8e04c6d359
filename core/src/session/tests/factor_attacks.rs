//! Attacks on what a code is good for, by their number. Each has its honest twin.

use super::code_attacks::{FROM, app, at_the_app, mobile, now, sms, with_mobile};
use super::*;
use crate::people::Profile;

#[tokio::test]
async fn attack_19_no_code_is_good_twice_wherever_it_was_given() {
    both(async |house| {
        let (amina, seed, opened) = at_the_app(house).await;
        let used = now(house, &seed);
        let signed_in = app(house, &opened, &used).await.unwrap();
        // At another sign-in, and within the drift.
        let second = right(house).await.unwrap();
        assert!(matches!(app(house, &second, &used).await, Err(Error::WrongCode)));
        house.clock.advance(Duration::seconds(30));
        assert!(matches!(app(house, &second, &used).await, Err(Error::WrongCode)));
        // Given within a session, it is used up at the door.
        let later = now(house, &seed);
        let here = Here {
            token: signed_in.token.expose().to_owned(),
            site: Site::Space,
            channel: Channel::Internal,
            origin: FROM.to_owned(),
        };
        prove(house, &here, &Secret::new(RIGHT.to_owned()), Some(&later))
            .await
            .unwrap();
        house.clock.advance(Duration::seconds(30));
        let support = support(house).await;
        let third = right(house).await.unwrap();
        assert!(app(house, &third, &later).await.is_err());
        assert_eq!(
            standing(house, &amina).await,
            account::State::LockedUnknownDevices
        );
        unlock(house, &support, &amina).await.unwrap();
        // A recovery code and an SMS, the same.
        let mut work = Work::write(house).await.unwrap();
        let codes = new_recovery_codes(&mut work, &here).await.unwrap();
        work.save().await.unwrap();
        let opened = right(house).await.unwrap();
        assert!(app(house, &opened, codes[0].expose()).await.is_ok());
        let opened = right(house).await.unwrap();
        assert!(app(house, &opened, codes[0].expose()).await.is_err());
        with_mobile(house, "jean.martin", NUMBER).await;
        let jean = mobile(house, "jean.martin").await.unwrap();
        let text = house.texted_code().await.unwrap();
        assert!(sms(house, &jean, &text).await.is_ok());
        let again = mobile(house, "jean.martin").await.unwrap();
        assert!(sms(house, &jean, &text).await.is_err());
        assert!(sms(house, &again, &text).await.is_err());
        // Honest: the code of the next half minute.
        house.clock.advance(Duration::seconds(30));
        let opened = right(house).await.unwrap();
        assert!(app(house, &opened, &now(house, &seed)).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn attack_20_no_path_leads_around_a_factor() {
    both(async |house| {
        let amina = house
            .agent_with("amina.diallo", |amina| {
                amina.mobile = Some(NUMBER.to_owned());
                amina.profile = Profile::Executive;
            })
            .await;
        house.passwords(&amina, RIGHT).await;
        let seed = house.app(&amina).await;
        let over = |answer: Result<Opened, Error>| matches!(answer, Err(Error::Over));
        let at_sms = mobile(house, "amina.diallo").await.unwrap();
        assert_eq!(at_sms.step, Step::Sms);
        let token = at_sms.token.expose();
        // The second factor before the first, a new password, an enrolment, a page: not with this token.
        assert!(over(app(house, &at_sms, &now(house, &seed)).await));
        let new = Secret::new("Un-mot-de-passe-neuf-7".to_owned());
        assert!(over(set_password(house, token, new).await));
        assert!(matches!(begin_enrolment(house, token).await, Err(Error::Over)));
        assert!(over(confirm_enrolment(house, token, &now(house, &seed)).await));
        for channel in Channel::ALL {
            let mut work = Work::read(house).await.unwrap();
            assert!(enter(&mut work, token, Site::Space, channel).await.is_err());
        }
        // After one factor the other is still asked.
        let code = house.texted_code().await.unwrap();
        let at_app = sms(house, &at_sms, &code).await.unwrap();
        assert_eq!((at_app.step, at_app.device.is_none()), (Step::Factor, true));
        assert!(over(sms(house, &at_app, &code).await));
        let complete = app(house, &at_app, &now(house, &seed)).await.unwrap();
        let device = complete.device.unwrap().expose().to_owned();
        // A known device replaces no factor.
        house.clock.advance(Duration::minutes(2));
        let known = from_device(house, &device, RIGHT).await.unwrap();
        assert_eq!(known.step, Step::Sms);
        // A session of one channel is none of another, and a lost number opens nothing.
        let mut work = Work::read(house).await.unwrap();
        let inside = enter(&mut work, complete.token.expose(), Site::Space, Channel::Internal).await;
        assert!(matches!(inside, Err(Error::Over)));
        // Honest: where it belongs.
        let mobile = enter(
            &mut work,
            complete.token.expose(),
            Site::Space,
            Channel::MobilePortal,
        )
        .await;
        assert!(mobile.is_ok());
    })
    .await;
}
