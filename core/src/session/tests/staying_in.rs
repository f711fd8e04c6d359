//! How long sessions last, and how they end.

use super::*;

async fn by(house: &TestHouse, channel: Channel) -> Opened {
    let knock = SignIn {
        channel,
        ..knock("amina.diallo", RIGHT)
    };
    let opened = sign_in(house, knock).await.unwrap();
    if opened.step != Step::Sms {
        return opened;
    }
    let code = house.texted_code().await.unwrap();
    confirm_sms(house, opened.token.expose(), &code, "198.51.100.7")
        .await
        .unwrap()
}

async fn on(house: &TestHouse, opened: &Opened, channel: Channel) -> Result<Entered, Error> {
    let mut work = Work::read(house).await.unwrap();
    enter(&mut work, opened.token.expose(), Site::Space, channel).await
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_sooner_on_the_mobile_portal() {
    both(async |house| {
        with_number(house).await;
        for (channel, minutes) in [
            (Channel::Internal, 30),
            (Channel::Vpn, 30),
            (Channel::MobilePortal, 10),
        ] {
            let opened = by(house, channel).await;
            house.clock.advance(Duration::minutes(minutes - 1));
            let entered = on(house, &opened, channel).await.unwrap();
            touch(house, &entered.session).await.unwrap();
            house.clock.advance(Duration::minutes(minutes - 1));
            assert!(
                on(house, &opened, channel).await.is_ok(),
                "it was used in between"
            );
            house.clock.advance(Duration::minutes(1));
            assert!(matches!(on(house, &opened, channel).await, Err(Error::Over)));
        }
    })
    .await;
}

#[tokio::test]
async fn a_session_in_constant_use_ends_all_the_same() {
    both(async |house| {
        with_number(house).await;
        let opened = by(house, Channel::MobilePortal).await;
        for _ in 0..11 {
            house.clock.advance(Duration::minutes(5));
            touch(
                house,
                &on(house, &opened, Channel::MobilePortal).await.unwrap().session,
            )
            .await
            .unwrap();
        }
        house.clock.advance(Duration::minutes(5));
        assert!(matches!(
            on(house, &opened, Channel::MobilePortal).await,
            Err(Error::Over)
        ));
    })
    .await;
}

#[tokio::test]
async fn a_session_is_good_on_its_own_channel_and_site_only() {
    both(async |house| {
        amina(house).await;
        let opened = by(house, Channel::Internal).await;
        assert!(matches!(
            on(house, &opened, Channel::MobilePortal).await,
            Err(Error::Over)
        ));
        let mut work = Work::read(house).await.unwrap();
        let console = enter(&mut work, opened.token.expose(), Site::Console, Channel::Internal).await;
        assert!(matches!(console, Err(Error::Over)));
        assert!(work.actor().agent().is_none(), "a refused entry leaves nobody");
        for token in ["", "x", &"y".repeat(43)] {
            assert!(
                enter(&mut work, token, Site::Space, Channel::Internal)
                    .await
                    .is_err()
            );
        }
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_one_session_and_revoking_ends_another_of_ones_own() {
    both(async |house| {
        let amina = amina(house).await;
        let (first, second, third) = (
            right(house).await.unwrap(),
            right(house).await.unwrap(),
            right(house).await.unwrap(),
        );
        let mut work = Work::write(house).await.unwrap();
        sign_out(&mut work, first.token.expose()).await.unwrap();
        work.save().await.unwrap();
        assert!(!enters(house, &first).await);
        let mut work = Work::write(house).await.unwrap();
        let entered = enter(&mut work, second.token.expose(), Site::Space, Channel::Internal)
            .await
            .unwrap();
        let sessions = list(&mut work, amina.id).await.unwrap();
        assert_eq!(sessions.len(), 2);
        let other = sessions
            .iter()
            .find(|session| session.id != entered.session.id)
            .unwrap();
        revoke(&mut work, amina.id, other.id).await.unwrap();
        work.save().await.unwrap();
        assert!(enters(house, &second).await);
        assert!(!enters(house, &third).await);
    })
    .await;
}

#[tokio::test]
async fn attack_23_nobody_ends_or_sees_the_sessions_of_another() {
    both(async |house| {
        let amina = amina(house).await;
        let opened = right(house).await.unwrap();
        let other = house.agent("jean.martin").await;
        let session = {
            let mut work = house.work(&amina, Door::Space).await;
            list(&mut work, amina.id).await.unwrap().remove(0)
        };
        let mut work = house.work(&other, Door::Space).await;
        assert!(matches!(list(&mut work, amina.id).await, Err(Error::Denied(_))));
        assert!(matches!(
            revoke(&mut work, amina.id, session.id).await,
            Err(Error::Denied(_))
        ));
        revoke(&mut work, other.id, session.id).await.unwrap();
        work.save().await.unwrap();
        assert!(
            enters(house, &opened).await,
            "naming it as one's own does not help"
        );
    })
    .await;
}

#[tokio::test]
async fn attack_22_every_session_ends_with_deactivation_self_lock_and_not_me_and_devices_are_forgotten() {
    both(async |house| {
        let (amina, support) = (amina(house).await, support(house).await);
        for not_me in [true, false] {
            let opened = right(house).await.unwrap();
            let mut work = house.work(&amina, Door::Chat).await;
            if not_me {
                ticket::not_me(&mut work).await.unwrap();
            } else {
                account::lock_self(&mut work).await.unwrap();
            }
            work.save().await.unwrap();
            assert!(!enters(house, &opened).await);
            let cookie = opened.device.unwrap();
            locked_for_strangers(house).await;
            assert!(from_device(house, cookie.expose(), RIGHT).await.is_err());
            for circuit in Circuit::ALL {
                // What is not locked is refused, and stays as it is.
                let _ = unlock_one(house, &support, &amina, circuit).await;
            }
            let again = from_device(house, cookie.expose(), RIGHT).await.unwrap();
            assert!(again.device.is_some(), "it has to become known again");
        }
    })
    .await;
}

#[tokio::test]
async fn attack_22_a_role_taken_away_ends_the_console_at_once() {
    both(async |house| {
        let support = support(house).await;
        house.passwords(&support, RIGHT).await;
        let seed = house.app(&support).await;
        let opened = sign_in(
            house,
            SignIn {
                site: Site::Console,
                ..knock("karim.benali", RIGHT)
            },
        )
        .await
        .unwrap();
        let code = seed.code(house.clock.now()).unwrap();
        let complete = confirm_factor(house, opened.token.expose(), &code, "10.1.2.3")
            .await
            .unwrap();
        let mut work = Work::write(house).await.unwrap();
        run!(
            work.tx(),
            "DELETE FROM staff_roles WHERE agent_id = $1",
            support.id
        )
        .unwrap();
        work.save().await.unwrap();
        let mut work = Work::read(house).await.unwrap();
        let entered = enter(
            &mut work,
            complete.token.expose(),
            Site::Console,
            Channel::Internal,
        )
        .await;
        assert!(matches!(entered, Err(Error::Over)));
    })
    .await;
}
