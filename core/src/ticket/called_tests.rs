//! What a call leaves behind: messages that cost, and a request that must be closed.

use chrono::Duration;

use super::call_tests::{UNLOCK, ask, executive, karim};
use super::*;
use crate::channel::Channel;
use crate::kernel::actor::{Door, Role};
use crate::kernel::config::Settings;
use crate::kernel::secret::Secret;
use crate::people::{Agent, By};
use crate::policy::Act;
use crate::session::Uncalled;
use crate::testing::{SECOND, TestHouse, both, both_with, knock};

#[tokio::test]
async fn attack_12_codes_to_callers_and_codes_of_sign_ins_do_not_use_each_other_up() {
    let quick = |settings: &mut Settings| settings.sms.pause_seconds = 0;
    both_with(quick, async |house| {
        let (zoe, karim) = (mobile(house, "zoe.martin", "17").await, karim(house).await.0);
        let other = house.at_the_desk("sam.support", Role::ItSupport).await.0;
        house.link(&zoe).await;
        house.clock.advance(Duration::days(3));
        let too_many = |asked: Result<(), Error>| {
            matches!(
                asked,
                Err(Error::Session(session::Error::Caller(Uncalled::TooManyTexts)))
            )
        };
        // Five in a day, whoever asks, for whatever act, however far apart.
        for (at, officer) in [&karim, &other, &karim, &other, &karim].into_iter().enumerate() {
            let act = [UNLOCK, Act::EndSessions][at % 2];
            ask(house, officer, &zoe, act, By::Sms).await.unwrap();
            assert_eq!(house.texted().await.len(), 1, "{at}");
            house.clock.advance(Duration::hours(2));
        }
        for (officer, act) in [(&karim, UNLOCK), (&other, UNLOCK), (&other, Act::GrantVpn)] {
            assert!(too_many(ask(house, officer, &zoe, act, By::Sms).await), "{act}");
        }
        assert!(house.texted().await.is_empty());
        // Her own sign-in still has its codes, and another way of being verified is open.
        assert!(is_texted(house, "zoe.martin").await);
        ask(house, &karim, &zoe, UNLOCK, By::Chat).await.unwrap();
        // The other way round: whoever used up the codes of sign-ins has not used up these.
        let yves = mobile(house, "yves.martin", "18").await;
        for at in 0..6 {
            assert_eq!(is_texted(house, "yves.martin").await, at < 5, "{at}");
        }
        ask(house, &karim, &yves, UNLOCK, By::Sms).await.unwrap();
        // The next day.
        house.clock.advance(Duration::hours(24));
        ask(house, &karim, &zoe, UNLOCK, By::Sms).await.unwrap();
    })
    .await;
}

async fn mobile(house: &TestHouse, name: &str, digits: &str) -> Agent {
    let agent = house
        .agent_with(name, |agent| agent.mobile = Some(format!("06 39 98 00 {digits}")))
        .await;
    house.passwords(&agent, "Tarte-aux-9mures").await;
    agent
}

/// Signs in by the mobile portal as far as the code; whether one came.
async fn is_texted(house: &TestHouse, name: &str) -> bool {
    let mut knock = knock(name, "Tarte-aux-9mures");
    knock.channel = Channel::MobilePortal;
    let opened = session::sign_in(house, knock).await.unwrap();
    let second = Secret::new(SECOND.to_owned());
    let opened = session::confirm_second(house, opened.token.expose(), &second, "10.1.2.3").await;
    assert_eq!(opened.unwrap().step, session::Step::Sms);
    house.texted().await.len() == 1
}

#[tokio::test]
async fn a_call_is_closed_by_whoever_may_check_the_caller_and_the_agent_is_told() {
    both(async |house| {
        let amina = executive(house).await;
        let closers = [
            ("nadia.petit", Role::HrOfficer, true),
            ("thomas.petit", Role::ItContact, true),
            ("karim.benali", Role::ItSupport, true),
            ("ana.audit", Role::Auditor, false),
        ];
        for (name, role, may) in closers {
            let officer = house.agent(name).await;
            house.grant(&officer, role, Some(amina.department)).await;
            let asked = ask(house, &officer, &amina, Act::EndSessions, By::Chat).await;
            assert_eq!(asked.is_ok(), may, "{name}");
            house.said().await;
            let mut work = house.work(&officer, Door::Console).await;
            let open = of(&mut work, amina.id).await.unwrap().into_iter();
            let mut open = open.filter(|ticket| ticket.kind == Kind::Call && ticket.status == Status::Open);
            let Some(ticket) = open.next() else {
                assert!(!may, "{name}");
                continue;
            };
            answer(&mut work, ticket.id, "Vos sessions sont fermées.")
                .await
                .unwrap();
            work.save().await.unwrap();
            let told = house.said().await.pop().unwrap();
            assert_eq!((told.0, told.1.key.as_str()), (amina.id, "ticket-answered"));
            let mut work = house.work(&officer, Door::Console).await;
            let again = refuse(&mut work, ticket.id, "Trop tard").await;
            assert!(matches!(again, Err(Error::NotOpen)), "{again:?}");
        }
    })
    .await;
}
