//! The honest and the mistaken.

use super::*;
use crate::account::{Lock, State};

#[tokio::test]
async fn the_right_password_opens_a_session_and_makes_the_device_known() {
    both(async |house| {
        let amina = amina(house).await;
        let opened = right(house).await.unwrap();
        assert_eq!(opened.step, Step::Complete);
        let mut work = Work::read(house).await.unwrap();
        let entered = enter(&mut work, opened.token.expose(), Site::Space, Channel::Internal)
            .await
            .unwrap();
        assert_eq!(entered.agent.id, amina.id);
        assert!(work.actor().is(amina.id));
        let cookie = opened.device.unwrap();
        let again = from_device(house, cookie.expose(), RIGHT).await.unwrap();
        assert!(again.device.is_none(), "a known device gets no second cookie");
    })
    .await;
}

#[tokio::test]
async fn the_name_is_taken_in_any_letter_case_and_with_spaces_around() {
    both(async |house| {
        amina(house).await;
        assert!(sign_in(house, knock("  Amina.DIALLO ", RIGHT)).await.is_ok());
        assert!(matches!(
            sign_in(house, knock("amina diallo", RIGHT)).await,
            Err(Error::NotRecognised)
        ));
    })
    .await;
}

#[tokio::test]
async fn three_failures_in_any_spelling_of_the_name_lock_for_unknown_devices_and_the_agent_is_told_at_once() {
    both(async |house| {
        let amina = amina(house).await;
        for name in ["amina.diallo", "AMINA.diallo", " amina.Diallo"] {
            assert!(matches!(
                sign_in(house, knock(name, WRONG)).await,
                Err(Error::NotRecognised)
            ));
        }
        assert_eq!(standing(house, &amina).await, State::LockedUnknownDevices);
        let said = house.said().await;
        assert_eq!(said.len(), 1);
        assert_eq!(
            (said[0].0, said[0].1.key.as_str()),
            (amina.id, "account-alert-unknown-devices")
        );
        assert!(said[0].1.urgent);
        assert_eq!(said[0].1.choices[0].id, "access.not_me");
        let mailed = house.mailed().await;
        assert_eq!(mailed.len(), 1);
        assert_eq!(mailed[0].to, "amina.diallo@paris.example");
        let body = mailed[0].body.replace('\u{a0}', " ");
        assert!(
            body.contains("mercredi 11 mars 2026") && body.contains("poste du réseau interne"),
            "{body}"
        );
    })
    .await;
}

#[tokio::test]
async fn waiting_does_not_lift_a_lock_and_support_does() {
    both(async |house| {
        let (amina, support) = (amina(house).await, support(house).await);
        locked_for_strangers(house).await;
        house.clock.advance(Duration::days(30));
        assert!(matches!(right(house).await, Err(Error::NotRecognised)));
        unlock(house, &support, &amina).await.unwrap();
        assert_eq!(right(house).await.unwrap().step, Step::Complete);
        let keys: Vec<_> = house.said().await.into_iter().map(|(_, line)| line.key).collect();
        assert_eq!(keys, ["account-alert-unknown-devices", "account-unlocked"]);
    })
    .await;
}

#[tokio::test]
async fn a_success_forgives_the_failures_before_it() {
    both(async |house| {
        amina(house).await;
        for _ in 0..4 {
            for _ in 0..2 {
                assert!(wrong(house).await.is_err());
            }
            assert!(right(house).await.is_ok());
        }
    })
    .await;
}

#[tokio::test]
async fn a_known_device_at_the_limit_locks_the_account_everywhere_and_ends_its_sessions() {
    both(async |house| {
        let amina = amina(house).await;
        let cookie = known_device(house).await;
        let opened = from_device(house, &cookie, RIGHT).await.unwrap();
        for _ in 0..3 {
            assert!(enters(house, &opened).await);
            assert!(matches!(
                from_device(house, &cookie, WRONG).await,
                Err(Error::NotRecognised)
            ));
        }
        assert!(matches!(
            standing(house, &amina).await,
            State::LockedEverywhere(_)
        ));
        assert!(!enters(house, &opened).await);
        // The counter of strangers is untouched, so theirs is checked, and told once the password is right.
        assert!(matches!(
            right(house).await,
            Err(Error::Standing(
                Circuit::IntraParis,
                State::LockedEverywhere(_),
                _
            ))
        ));
        assert!(matches!(
            from_device(house, &cookie, RIGHT).await,
            Err(Error::NotRecognised)
        ));
    })
    .await;
}

#[tokio::test]
async fn under_the_bare_rule_three_failures_lock_everywhere_whatever_the_device() {
    both_with(
        |settings| settings.lock.scope = crate::kernel::config::Scope::Account,
        async |house| {
            let amina = amina(house).await;
            let cookie = known_device(house).await;
            let opened = from_device(house, &cookie, RIGHT).await.unwrap();
            assert!(wrong(house).await.is_err());
            assert!(from_device(house, &cookie, WRONG).await.is_err());
            assert!(wrong(house).await.is_err());
            assert!(matches!(
                standing(house, &amina).await,
                State::LockedEverywhere(_)
            ));
            assert!(matches!(
                from_device(house, &cookie, RIGHT).await,
                Err(Error::NotRecognised)
            ));
            assert!(!enters(house, &opened).await);
        },
    )
    .await;
}

#[tokio::test]
async fn alerts_are_folded_into_one_an_hour() {
    both(async |house| {
        let (amina, support) = (amina(house).await, support(house).await);
        let mut alerts = vec![];
        for _ in 0..3 {
            locked_for_strangers(house).await;
            unlock(house, &support, &amina).await.unwrap();
            house.clock.advance(Duration::minutes(25));
        }
        locked_for_strangers(house).await;
        for (_, line) in house.said().await {
            if line.key == "account-alert-unknown-devices" {
                alerts.push(
                    line.args
                        .iter()
                        .find(|(name, _)| name == "folded")
                        .unwrap()
                        .1
                        .clone(),
                );
            }
        }
        assert_eq!(alerts, [0.into(), 2.into()]);
        assert_eq!(house.mailed().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn after_the_right_password_one_is_told_what_stands_in_the_way() {
    both(async |house| {
        let amina = amina(house).await;
        let admin = house.agent("ines.moreau").await;
        house.grant(&admin, Role::ItAdmin, None).await;
        let mut work = house.work(&admin, Door::Console).await;
        let why = Why::Inactivity;
        let wish = account::Deactivate {
            agent: amina.id,
            circuit: Circuit::IntraParis,
            why,
            reason: "180 jours".into(),
        };
        account::deactivate(&mut work, &wish).await.unwrap();
        work.save().await.unwrap();
        assert!(matches!(wrong(house).await, Err(Error::NotRecognised)));
        assert!(matches!(
            right(house).await,
            Err(Error::Standing(
                Circuit::IntraParis,
                State::Deactivated(Why::Inactivity),
                _
            ))
        ));
    })
    .await;
}

#[tokio::test]
async fn being_refused_with_the_right_password_counts_neither_as_failure_nor_as_success() {
    both(async |house| {
        let amina = amina(house).await;
        let mut work = Work::write(house).await.unwrap();
        account::lock_out(
            &mut work,
            &amina,
            Circuit::IntraParis,
            Lock::UnknownDevices,
            Channel::Vpn,
        )
        .await
        .unwrap();
        work.save().await.unwrap();
        assert!(wrong(house).await.is_err());
        for _ in 0..5 {
            assert!(matches!(
                right(house).await,
                Err(Error::Standing(
                    Circuit::IntraParis,
                    State::LockedUnknownDevices,
                    _
                ))
            ));
        }
        assert!(wrong(house).await.is_err());
        assert!(
            matches!(right(house).await, Err(Error::Standing(..))),
            "two failures are not the limit"
        );
        assert!(wrong(house).await.is_err());
        assert!(
            matches!(right(house).await, Err(Error::NotRecognised)),
            "the third is"
        );
    })
    .await;
}

#[tokio::test]
async fn a_hash_of_former_cost_is_renewed_at_sign_in() {
    both(async |house| {
        let amina = amina(house).await;
        let hash = async || {
            let mut work = Work::read(house).await.unwrap();
            crate::password::kept(&mut work, amina.id, Circuit::IntraParis)
                .await
                .unwrap()
                .unwrap()
                .hash
        };
        let mut work = Work::write(house).await.unwrap();
        let tag = house.keys.tag("password", RIGHT.as_bytes());
        let old = crate::password::hash::Cost {
            memory_kib: 16,
            passes: 1,
            lanes: 1,
        };
        let old = crate::password::hash::hash(&tag, &[1; 16], old).unwrap();
        let now = hash().await;
        crate::password::renew(&mut work, amina.id, Circuit::IntraParis, &now, &old)
            .await
            .unwrap();
        work.save().await.unwrap();
        assert!(hash().await.contains("m=16,"));
        assert!(right(house).await.is_ok());
        assert!(hash().await.contains("m=8,"));
        assert!(right(house).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn the_console_opens_to_staff_on_the_city_network_only() {
    both(async |house| {
        amina(house).await;
        let to = |channel| SignIn {
            site: Site::Console,
            channel,
            ..knock("amina.diallo", RIGHT)
        };
        assert!(matches!(
            sign_in(house, to(Channel::MobilePortal)).await,
            Err(Error::WrongChannel)
        ));
        assert!(matches!(
            sign_in(house, to(Channel::Vpn)).await,
            Err(Error::NotStaff)
        ));
    })
    .await;
}
