//! Callers who deny it, callers seen in person, and who may not check them (CO6), on both databases.

use chrono::Duration;

use super::call_tests::{UNLOCK, ask, coded, executive, is, karim, lock, unlock_as, unproven, waiting};
use super::*;
use crate::account::{Circuit, Lift};
use crate::kernel::actor::{Door, Role};
use crate::people::{self, Agent, By, Profile, Unproven};
use crate::policy::Act;
use crate::session::{self, Uncalled, confirm_caller};
use crate::testing::{TestHouse, both};

/// The IT contact of the department in which the tests' agents are.
async fn thomas(house: &TestHouse, agent: &Agent) -> Agent {
    let thomas = house.agent("thomas.petit").await;
    house
        .grant(&thomas, Role::ItContact, Some(agent.department))
        .await;
    thomas
}

#[tokio::test]
async fn i_did_not_call_voids_the_check_and_opens_a_security_request() {
    both(async |house| {
        let (amina, (karim, here)) = (executive(house).await, karim(house).await);
        let admin = house.agent("alain.admin").await;
        house.grant(&admin, Role::ItAdmin, None).await;
        let (id, code) = coded(house, &karim, &amina, UNLOCK).await;
        // Nobody else can deny it for her.
        let hugo = house.agent("hugo.bernard").await;
        let mut work = house.work(&hugo, Door::Chat).await;
        assert!(matches!(did_not_call(&mut work, id).await, Err(Error::NotOpen)));
        drop(work);
        let mut work = house.work(&amina, Door::Chat).await;
        let ticket = did_not_call(&mut work, id).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(ticket.kind, Kind::Security);
        assert_eq!(ticket.causes, ["ticket-cause-did-not-call"]);
        let said = house.said().await;
        let keys: Vec<_> = said.iter().map(|(whom, line)| (*whom, &*line.key)).collect();
        assert_eq!(
            keys,
            [
                (admin.id, "ticket-did-not-call-alarm"),
                (amina.id, "ticket-did-not-call")
            ]
        );
        let late = confirm_caller(house, &here, id, &code).await;
        assert!(is(&late, Uncalled::NoCode), "{late:?}");
        // Denied after it was proved: it is worth nothing. After it was used: that is said.
        let (id, code) = coded(house, &karim, &amina, UNLOCK).await;
        confirm_caller(house, &here, id, &code).await.unwrap();
        let mut work = house.work(&amina, Door::Chat).await;
        did_not_call(&mut work, id).await.unwrap();
        work.save().await.unwrap();
        assert!(unproven(&unlock_as(house, &karim, &amina).await));
        let (id, code) = coded(house, &karim, &amina, UNLOCK).await;
        confirm_caller(house, &here, id, &code).await.unwrap();
        unlock_as(house, &karim, &amina).await.unwrap();
        let mut work = house.work(&amina, Door::Chat).await;
        did_not_call(&mut work, id).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(
            house.said().await.pop().unwrap().1.key,
            "ticket-did-not-call-late"
        );
    })
    .await;
}

#[tokio::test]
async fn attack_22_what_was_shown_does_not_outlive_what_it_rests_on() {
    both(async |house| {
        let (amina, (karim, here)) = (executive(house).await, karim(house).await);
        // "This was not me", a link that ends, a lock of one's own: each voids what was proved.
        for how in 0..3 {
            house.clock.advance(Duration::minutes(61));
            house.link_again(&amina).await;
            house.proves(&amina, &karim, UNLOCK).await;
            let mut work = house.work(&amina, Door::Chat).await;
            match how {
                0 => drop(not_me(&mut work).await.unwrap()),
                1 => people::unlink(&mut work, amina.id, "").await.unwrap(),
                _ => account::lock_self(&mut work).await.unwrap(),
            }
            work.save().await.unwrap();
            let refused = unlock_as(house, &karim, &amina).await;
            assert!(unproven(&refused), "{how}: {refused:?}");
        }
        // An officer whose session has ended, and one whose role was taken away.
        let (hugo, _) = (sensitive(house, "hugo.bernard").await, ());
        let (id, code) = coded(house, &karim, &hugo, UNLOCK).await;
        let mut work = house.work(&karim, Door::Space).await;
        not_me(&mut work).await.unwrap();
        work.save().await.unwrap();
        let over = confirm_caller(house, &here, id, &code).await;
        assert!(matches!(over, Err(session::Error::Over)), "{over:?}");
        house.proves(&hugo, &karim, UNLOCK).await;
        house.dismiss(&karim).await;
        assert!(matches!(
            unlock_as(house, &karim, &hugo).await,
            Err(Error::Denied(_))
        ));
        // Honest: an officer who is there, an agent who stays.
        let (lea, hers) = house.at_the_desk("lea.petit", Role::ItSupport).await;
        let (id, code) = coded(house, &lea, &hugo, UNLOCK).await;
        confirm_caller(house, &hers, id, &code).await.unwrap();
        unlock_as(house, &lea, &hugo).await.unwrap();
    })
    .await;
}

async fn sensitive(house: &TestHouse, name: &str) -> Agent {
    let agent = house
        .agent_with(name, |agent| agent.profile = Profile::SocialData)
        .await;
    house.link(&agent).await;
    house.passwords(&agent, "Tarte-aux-9mures").await;
    lock(house, &agent).await;
    agent
}

#[tokio::test]
async fn attack_23_only_staff_of_the_department_check_callers_and_never_themselves() {
    both(async |house| {
        let amina = executive(house).await;
        let (far, _) = house.at_the_desk("paul.roux", Role::ItSupport).await;
        house.dismiss(&far).await;
        let other = house
            .agent_with("jean.martin", |agent| agent.department = "DPE".into())
            .await;
        house.grant(&far, Role::ItSupport, Some(other.department)).await;
        let auditor = house.agent("anne.audit").await;
        house.grant(&auditor, Role::Auditor, None).await;
        house.grant(&amina, Role::ItSupport, None).await;
        let plain = house.agent("lea.petit").await;
        for officer in [&far, &auditor, &amina, &plain] {
            let name = &officer.username;
            let refused = ask(house, officer, &amina, UNLOCK, By::Chat).await;
            assert!(matches!(refused, Err(Error::Denied(_))), "{name}: {refused:?}");
            let mut work = house.work(officer, Door::Console).await;
            let refused = vouch(&mut work, amina.id, UNLOCK, "Vue").await;
            assert!(matches!(refused, Err(Error::Denied(_))), "{name}: {refused:?}");
            assert!(people::checks(&mut work, &amina).await.is_err(), "{name}");
            let ways = session::caller_ways(&mut work, amina.id, UNLOCK).await;
            assert!(matches!(ways, Err(session::Error::Denied(_))), "{name}");
        }
        // The right person through another door is nobody here.
        let (karim, _) = karim(house).await;
        let mut work = house.work(&karim, Door::Chat).await;
        assert!(matches!(
            call(&mut work, amina.id, UNLOCK, By::Chat).await,
            Err(Error::Denied(_))
        ));
        drop(work);
        assert!(house.said().await.is_empty());
        // Honest.
        ask(house, &karim, &amina, UNLOCK, By::Chat).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn attack_help_desk_does_nothing_to_a_higher_privileged_account_without_its_owner() {
    both(async |house| {
        let amina = executive(house).await;
        let (karim, _) = karim(house).await;
        house.grant(&karim, Role::ItAdmin, None).await;
        let hugo = house.agent("hugo.bernard").await;
        house.link(&hugo).await;
        house.passwords(&hugo, "Tarte-aux-9mures").await;
        lock(house, &hugo).await;
        for (agent, sensitive) in [(&amina, true), (&hugo, false)] {
            let lift = || Lift {
                agent: agent.id,
                circuit: Circuit::IntraParis,
                reason: "Il insiste".to_owned(),
            };
            let mut work = house.work(&karim, Door::Console).await;
            let refused: Vec<(&str, bool)> = vec![
                ("unlock", unproven(&unlock(&mut work, &lift()).await)),
                (
                    "link",
                    matches!(
                        crate::password::send_link(&mut work, &lift()).await,
                        Err(crate::password::Error::Account(account::Error::Unproven(_)))
                    ),
                ),
                (
                    "sessions",
                    matches!(
                        account::end_sessions(&mut work, agent.id, "x").await,
                        Err(account::Error::Unproven(_))
                    ),
                ),
                (
                    "vpn",
                    matches!(
                        allow_vpn(&mut work, agent.id, "x").await,
                        Err(Error::Channel(channel::Error::Unproven(_)))
                    ),
                ),
                (
                    "link code",
                    matches!(
                        session::issue_link_code(&mut work, agent.id, "x").await,
                        Err(session::Error::Link(_))
                    ),
                ),
                (
                    "unlink",
                    matches!(
                        people::unlink(&mut work, agent.id, "x").await,
                        Err(people::Error::Unproven(_))
                    ),
                ),
            ];
            for (what, was_refused) in refused {
                assert_eq!(was_refused, sensitive, "{what} of {}", agent.username);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn seen_in_person_takes_two_people_and_the_agent_hears_of_it_by_every_way() {
    both(async |house| {
        let amina = executive(house).await;
        let (thomas, karim) = (thomas(house, &amina).await, karim(house).await.0);
        let mut work = house.work(&karim, Door::Console).await;
        assert!(matches!(
            vouch(&mut work, amina.id, UNLOCK, "Vue").await,
            Err(Error::Denied(_))
        ));
        drop(work);
        let mut work = house.work(&thomas, Door::Console).await;
        assert!(matches!(
            vouch(&mut work, amina.id, UNLOCK, " ").await,
            Err(Error::Account(account::Error::NoReason))
        ));
        let id = vouch(&mut work, amina.id, UNLOCK, "Carte vue").await.unwrap();
        assert!(matches!(
            second(&mut work, id, "Moi aussi").await,
            Err(Error::Account(account::Error::SamePerson))
        ));
        work.save().await.unwrap();
        assert_eq!(house.said().await.pop().unwrap().1.key, "ticket-caller-seen");
        assert_eq!((house.mailed().await.len(), house.texted().await.len()), (1, 1));
        assert!(unproven(&unlock_as(house, &karim, &amina).await));
        assert_eq!(waiting(house, &karim, &amina).await, Some(id));
        let mut work = house.work(&karim, Door::Console).await;
        second(&mut work, id, "Rappelé Thomas").await.unwrap();
        assert!(
            matches!(second(&mut work, id, "Encore").await, Err(Error::NotOpen)),
            "once"
        );
        work.save().await.unwrap();
        assert_eq!(house.said().await.pop().unwrap().1.key, "ticket-caller-seconded");
        assert_eq!((house.mailed().await.len(), house.texted().await.len()), (1, 1));
        // A sensitive profile is held for a day.
        house.clock.advance(Duration::hours(23));
        assert!(matches!(
            unlock_as(house, &karim, &amina).await,
            Err(Error::Account(account::Error::Unproven(Unproven::Held(..))))
        ));
        house.clock.advance(Duration::hours(1));
        unlock_as(house, &karim, &amina).await.unwrap();
        // What she denies in time never comes to pass; what nobody confirms lapses.
        lock(house, &amina).await;
        let mut work = house.work(&thomas, Door::Console).await;
        let id = vouch(&mut work, amina.id, UNLOCK, "Carte vue").await.unwrap();
        work.save().await.unwrap();
        let mut work = house.work(&amina, Door::Chat).await;
        did_not_call(&mut work, id).await.unwrap();
        work.save().await.unwrap();
        let mut work = house.work(&karim, Door::Console).await;
        assert!(matches!(second(&mut work, id, "Vue").await, Err(Error::NotOpen)));
        drop(work);
        let mut work = house.work(&thomas, Door::Console).await;
        let id = vouch(&mut work, amina.id, UNLOCK, "Carte vue").await.unwrap();
        work.save().await.unwrap();
        house.clock.advance(Duration::hours(24));
        let mut work = house.work(&karim, Door::Console).await;
        assert!(matches!(second(&mut work, id, "Vue").await, Err(Error::NotOpen)));
    })
    .await;
}

#[tokio::test]
async fn an_ordinary_profile_seen_in_person_need_not_wait() {
    both(async |house| {
        let hugo = house.agent("hugo.bernard").await;
        let (thomas, karim) = (thomas(house, &hugo).await, karim(house).await.0);
        let act = Act::Temporary(Circuit::IntraParis);
        let mut work = house.work(&thomas, Door::Console).await;
        let id = vouch(&mut work, hugo.id, act, "Carte vue").await.unwrap();
        work.save().await.unwrap();
        let mut work = house.work(&karim, Door::Console).await;
        second(&mut work, id, "Rappelé").await.unwrap();
        work.save().await.unwrap();
        // Either of the two may do it, once.
        let mut work = house.work(&thomas, Door::Console).await;
        people::proven(&mut work, &hugo, act).await.unwrap();
        assert!(people::proven(&mut work, &hugo, act).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_code_by_sms_is_as_good_and_what_is_late_is_dropped() {
    both(async |house| {
        let (amina, (karim, here)) = (executive(house).await, karim(house).await);
        ask(house, &karim, &amina, UNLOCK, By::Sms).await.unwrap();
        let text = house.texted().await.pop().unwrap();
        assert_eq!(text.to, "+33639980017");
        assert!(text.body.contains("Karim Benali"), "{}", text.body);
        let digits: String = text
            .body
            .split("lisez-le")
            .nth(1)
            .unwrap()
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        let id = waiting(house, &karim, &amina).await.unwrap();
        confirm_caller(house, &here, id, &digits).await.unwrap();
        // Not for long.
        house.clock.advance(Duration::minutes(15));
        assert!(unproven(&unlock_as(house, &karim, &amina).await));
        ask(house, &karim, &amina, UNLOCK, By::Sms).await.unwrap();
        ask(house, &karim, &amina, UNLOCK, By::Chat).await.unwrap();
        house.clock.advance(Duration::minutes(5));
        assert!(house.texted().await.is_empty() && house.said().await.is_empty());
    })
    .await;
}
