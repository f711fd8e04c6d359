//! Checking callers (CO6), on both databases. Today is Wednesday 11 March 2026.

use std::sync::Arc;

use chrono::Duration;

use super::*;
use crate::account::{Circuit, Lift};
use crate::kernel::actor::{Door, Role};
use crate::kernel::house::House;
use crate::kernel::line::{Line, Value};
use crate::kernel::work::Work;
use crate::people::{self, Agent, By, CheckId, Profile, Unproven};
use crate::policy::Act;
use crate::session::{self, Here, Uncalled, caller_ways, confirm_caller};
use crate::testing::{TestHouse, both};

pub(super) const UNLOCK: Act = Act::Unlock(Circuit::IntraParis);
const NUMBER: &str = "06 39 98 00 17";

/// An executive with a number, linked three days ago, who has locked the own accounts' first one out for strangers.
pub(super) async fn executive(house: &TestHouse) -> Agent {
    let agent = house
        .agent_with("amina.diallo", |agent| {
            agent.profile = Profile::Executive;
            agent.mobile = Some(NUMBER.to_owned());
        })
        .await;
    house.link(&agent).await;
    house.passwords(&agent, "Tarte-aux-9mures").await;
    lock(house, &agent).await;
    agent
}

/// Strangers' failures lock it for unknown devices.
pub(super) async fn lock(house: &TestHouse, agent: &Agent) {
    for _ in 0..3 {
        let knock = crate::testing::knock(&agent.username, "Tarte-aux-8mures");
        assert!(session::sign_in(house, knock).await.is_err());
    }
    house.said().await;
    house.mailed().await;
}

pub(super) async fn karim(house: &TestHouse) -> (Agent, Here) {
    house.at_the_desk("karim.benali", Role::ItSupport).await
}

pub(super) async fn ask(
    house: &TestHouse,
    officer: &Agent,
    agent: &Agent,
    act: Act,
    by: By,
) -> Result<(), Error> {
    let mut work = house.work(officer, Door::Console).await;
    call(&mut work, agent.id, act, by).await?;
    work.save().await?;
    Ok(())
}

/// The check that waits, of whatever officer.
pub(super) async fn waiting(house: &TestHouse, officer: &Agent, agent: &Agent) -> Option<CheckId> {
    let mut work = house.work(officer, Door::Console).await;
    let checks = people::checks(&mut work, agent).await.unwrap();
    checks
        .into_iter()
        .find(|check| check.waits())
        .map(|check| check.id)
}

pub(super) fn code(line: &Line) -> String {
    match line.args.iter().find(|(name, _)| name == "code") {
        Some((_, Value::Text(code))) => code.clone(),
        other => panic!("{other:?}"),
    }
}

/// A code by chat: its check, and the code as the agent reads it.
pub(super) async fn coded(house: &TestHouse, officer: &Agent, agent: &Agent, act: Act) -> (CheckId, String) {
    ask(house, officer, agent, act, By::Chat).await.unwrap();
    // What is said at one instant has no order.
    let said = house.said().await.into_iter();
    let mut codes = said.filter(|(_, line)| line.key == "session-caller-code");
    let line = codes.next().unwrap().1;
    assert!(codes.next().is_none());
    (waiting(house, officer, agent).await.unwrap(), code(&line))
}

/// Another code than this one.
pub(super) fn other(code: &str) -> String {
    code.chars().map(|c| if c == '9' { '0' } else { '9' }).collect()
}

pub(super) async fn unlock_as(house: &TestHouse, officer: &Agent, agent: &Agent) -> Result<(), Error> {
    let mut work = house.work(officer, Door::Console).await;
    let lift = Lift {
        agent: agent.id,
        circuit: Circuit::IntraParis,
        reason: "Appel".to_owned(),
    };
    unlock(&mut work, &lift).await?;
    work.save().await?;
    Ok(())
}

pub(super) fn unproven(result: &Result<(), Error>) -> bool {
    matches!(
        result,
        Err(Error::Account(account::Error::Unproven(Unproven::Missing(_))))
    )
}

pub(super) fn is(result: &Result<(), session::Error>, why: Uncalled) -> bool {
    matches!(result, Err(session::Error::Caller(found)) if *found == why)
}

#[tokio::test]
async fn the_code_names_officer_request_and_act_and_lets_this_officer_do_it_once() {
    both(async |house| {
        let (amina, (karim, here)) = (executive(house).await, karim(house).await);
        let mut work = house.work(&amina, Door::Chat).await;
        crate::diagnosis::request_help(&mut work, Circuit::IntraParis)
            .await
            .unwrap();
        work.save().await.unwrap();
        assert!(unproven(&unlock_as(house, &karim, &amina).await));
        ask(house, &karim, &amina, UNLOCK, By::Chat).await.unwrap();
        let line = house.said().await.pop().unwrap().1;
        let said = |name: &str| line.args.iter().find(|(own, _)| own == name).unwrap().1.clone();
        assert_eq!(said("officer"), Value::from("Karim Benali"));
        assert_eq!(said("act"), UNLOCK.value());
        assert_eq!(said("reference"), Value::from("2026-000001"), "her own request");
        let id = waiting(house, &karim, &amina).await.unwrap();
        assert_eq!(line.choices[0].id, format!("access.did_not_call:{id}"));
        assert!(
            unproven(&unlock_as(house, &karim, &amina).await),
            "sent is not shown"
        );
        confirm_caller(house, &here, id, &code(&line)).await.unwrap();
        unlock_as(house, &karim, &amina).await.unwrap();
        lock(house, &amina).await;
        assert!(unproven(&unlock_as(house, &karim, &amina).await), "once");
        let plain: String = code(&line).split(' ').collect();
        let logged = house.logged(&amina).await;
        assert!(logged.iter().all(|(_, _, facts)| !facts.contains(&plain)));
    })
    .await;
}

#[tokio::test]
async fn a_code_goes_only_to_what_is_old_enough_and_not_what_is_replaced() {
    both(async |house| {
        let (amina, (karim, _)) = (executive(house).await, karim(house).await);
        let ways = async |agent: &Agent, act| -> Vec<By> {
            let mut work = house.work(&karim, Door::Console).await;
            let ways = caller_ways(&mut work, agent.id, act).await.unwrap();
            ways.into_iter().map(|way| way.by).collect()
        };
        assert_eq!(ways(&amina, UNLOCK).await, [By::Chat, By::Sms]);
        assert_eq!(ways(&amina, Act::ChangeNumber).await, [By::Chat]);
        assert_eq!(
            ways(&amina, Act::ResetFactor).await,
            [By::Chat],
            "the same telephone"
        );
        assert_eq!(ways(&amina, Act::UnlinkChat).await, [By::Sms]);
        // A number that was changed an hour ago.
        let changed = house.clock.now() - Duration::hours(1);
        let mut work = Work::write(house).await.unwrap();
        run!(
            work.tx(),
            "UPDATE agents SET mobile_at = $1 WHERE id = $2",
            changed,
            amina.id
        )
        .unwrap();
        work.save().await.unwrap();
        assert_eq!(ways(&amina, UNLOCK).await, [By::Chat]);
        let refused = ask(house, &karim, &amina, UNLOCK, By::Sms).await;
        assert!(matches!(
            refused,
            Err(Error::Session(session::Error::Caller(Uncalled::NoWay)))
        ));
        assert!(house.texted().await.is_empty());
        house.clock.advance(Duration::hours(71));
        assert_eq!(ways(&amina, UNLOCK).await, [By::Chat, By::Sms]);
        // A chat of 71 hours; one whose owner has reported something; nothing at all.
        let hugo = house.agent("hugo.bernard").await;
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        let linked_at = work.now() - Duration::hours(71);
        people::provision_link(&mut work, hugo.id, "@hugo.bernard:localhost", linked_at)
            .await
            .unwrap();
        work.save().await.unwrap();
        assert_eq!(ways(&hugo, UNLOCK).await, []);
        house.clock.advance(Duration::hours(1));
        assert_eq!(ways(&hugo, UNLOCK).await, [By::Chat]);
        let mut work = house.work(&amina, Door::Chat).await;
        account::lock_self(&mut work).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(ways(&amina, UNLOCK).await, [By::Sms]);
        assert_eq!(ways(&house.agent("lea.petit").await, UNLOCK).await, []);
    })
    .await;
}

#[tokio::test]
async fn attack_03_a_code_serves_one_officer_one_agent_and_one_act() {
    both(async |house| {
        let (amina, (karim, here)) = (executive(house).await, karim(house).await);
        let (lea, hers) = house.at_the_desk("lea.petit", Role::ItSupport).await;
        let hugo = house
            .agent_with("hugo.bernard", |agent| agent.profile = Profile::SocialData)
            .await;
        house.link(&hugo).await;
        house.passwords(&hugo, "Tarte-aux-9mures").await;
        lock(house, &hugo).await;
        let (of_amina, code_a) = coded(house, &karim, &amina, UNLOCK).await;
        let (of_hugo, code_h) = coded(house, &karim, &hugo, UNLOCK).await;
        // Of somebody else, either way round; at another officer's desk.
        let wrong = confirm_caller(house, &here, of_amina, &code_h).await;
        assert!(is(&wrong, Uncalled::WrongCode), "{wrong:?}");
        let wrong = confirm_caller(house, &here, of_hugo, &code_a).await;
        assert!(is(&wrong, Uncalled::WrongCode), "{wrong:?}");
        let wrong = confirm_caller(house, &hers, of_amina, &code_a).await;
        assert!(is(&wrong, Uncalled::NoCode), "{wrong:?}");
        // Honest: the right code at the right desk. It still serves nobody and nothing else.
        confirm_caller(house, &here, of_amina, &code_a).await.unwrap();
        assert!(unproven(&unlock_as(house, &lea, &amina).await), "another officer");
        assert!(unproven(&unlock_as(house, &karim, &hugo).await), "another agent");
        let mut work = house.work(&karim, Door::Console).await;
        let sessions = account::end_sessions(&mut work, amina.id, "Appel").await;
        assert!(
            matches!(sessions, Err(account::Error::Unproven(_))),
            "another act"
        );
        let lift = Lift {
            agent: amina.id,
            circuit: Circuit::MonCompteParisien,
            reason: "Appel".to_owned(),
        };
        let other_circuit = unlock(&mut work, &lift).await;
        assert!(unproven(&other_circuit), "{other_circuit:?}");
        drop(work);
        unlock_as(house, &karim, &amina).await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attack_14_guesses_at_once_are_three_in_all() {
    both(async |house| {
        let (amina, (karim, here)) = (executive(house).await, karim(house).await);
        let (id, code) = coded(house, &karim, &amina, UNLOCK).await;
        let mut all = tokio::task::JoinSet::new();
        for guess in 0..12 {
            let (house, here): (Arc<House>, _) = (Arc::clone(house), here.clone());
            all.spawn(async move {
                confirm_caller(&house, &here, id, &format!("0000000{guess}"))
                    .await
                    .is_ok()
            });
        }
        assert!(all.join_all().await.into_iter().all(|open| !open));
        let logged = house.logged(&amina).await;
        let counted = logged
            .iter()
            .filter(|(kind, what, _)| kind == "refusal" && what == "session.confirm_caller");
        assert_eq!(counted.count(), 3);
        let late = confirm_caller(house, &here, id, &code).await;
        assert!(is(&late, Uncalled::NoCode), "right, and too late");
        // Honest: the right code, entered by impatient clicks at once, is right once.
        let (id, code) = coded(house, &karim, &amina, UNLOCK).await;
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let (house, here, code): (Arc<House>, _, _) = (Arc::clone(house), here.clone(), code.clone());
            all.spawn(async move { confirm_caller(&house, &here, id, &code).await.is_ok() });
        }
        let right = all.join_all().await.into_iter().filter(|right| *right).count();
        assert_eq!(right, 1);
        unlock_as(house, &karim, &amina).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn attack_16_no_other_door_takes_the_code() {
    both(async |house| {
        let (amina, (karim, here)) = (executive(house).await, karim(house).await);
        let (id, code) = coded(house, &karim, &amina, UNLOCK).await;
        // In chat, as a code that links; by whoever, to whatever.
        let mut work = Work::write(house).await.unwrap();
        work.act_as_system("desk");
        let linked = session::use_link_code(&mut work, "@thief:localhost", &code).await;
        assert!(matches!(linked, Ok(None)), "{linked:?}");
        work.save().await.unwrap();
        // With a token that is no console session: none, a guessed one, one of the other site or another channel.
        for token in ["", "guessed"] {
            let elsewhere = Here {
                token: token.to_owned(),
                ..here.clone()
            };
            let refused = confirm_caller(house, &elsewhere, id, &code).await;
            assert!(matches!(refused, Err(session::Error::Over)), "{refused:?}");
        }
        let elsewhere = Here {
            channel: crate::channel::Channel::MobilePortal,
            ..here.clone()
        };
        let refused = confirm_caller(house, &elsewhere, id, &code).await;
        assert!(matches!(refused, Err(session::Error::Over)), "{refused:?}");
        // Confirming as if seen in person skips the code.
        let mut work = house.work(&house.agent("lea.petit").await, Door::Console).await;
        assert!(matches!(
            second(&mut work, id, "Vue").await,
            Err(Error::Denied(_))
        ));
        drop(work);
        let (lea, _) = house.at_the_desk("lea.martin", Role::ItSupport).await;
        let mut work = house.work(&lea, Door::Console).await;
        assert!(matches!(second(&mut work, id, "Vue").await, Err(Error::NotOpen)));
        drop(work);
        assert!(unproven(&unlock_as(house, &karim, &amina).await));
        // Honest.
        confirm_caller(house, &here, id, &code).await.unwrap();
        unlock_as(house, &karim, &amina).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn attack_18_three_tries_five_minutes_and_few_codes_an_hour() {
    both(async |house| {
        let (amina, (karim, here)) = (executive(house).await, karim(house).await);
        let (id, code) = coded(house, &karim, &amina, UNLOCK).await;
        for guess in ["", "1234"] {
            let wrong = confirm_caller(house, &here, id, guess).await;
            assert!(is(&wrong, Uncalled::WrongCode), "{guess}");
        }
        let third = confirm_caller(house, &here, id, &other(&code)).await;
        assert!(is(&third, Uncalled::NoCode), "{third:?}");
        let late = confirm_caller(house, &here, id, &code).await;
        assert!(is(&late, Uncalled::NoCode), "{late:?}");
        // A newer code ends the older; one that has lapsed is none.
        let (first, of_first) = coded(house, &karim, &amina, UNLOCK).await;
        let (newer, of_newer) = coded(house, &karim, &amina, UNLOCK).await;
        let old = confirm_caller(house, &here, first, &of_first).await;
        assert!(is(&old, Uncalled::NoCode), "{old:?}");
        house.clock.advance(Duration::minutes(5));
        let lapsed = confirm_caller(house, &here, newer, &of_newer).await;
        assert!(is(&lapsed, Uncalled::NoCode), "{lapsed:?}");
        for _ in 0..2 {
            coded(house, &karim, &amina, UNLOCK).await;
        }
        let more = ask(house, &karim, &amina, UNLOCK, By::Sms).await;
        assert!(matches!(
            more,
            Err(Error::Session(session::Error::Caller(Uncalled::TooManyCodes)))
        ));
        // Honest, an hour later: slips of the finger are forgiven, spaces too.
        house.clock.advance(Duration::minutes(61));
        let here = house
            .enter_console("karim.benali", &house.app(&karim).await)
            .await;
        let (id, code) = coded(house, &karim, &amina, UNLOCK).await;
        let wrong = confirm_caller(house, &here, id, &other(&code)).await;
        assert!(is(&wrong, Uncalled::WrongCode), "{wrong:?}");
        confirm_caller(house, &here, id, &format!(" {code} "))
            .await
            .unwrap();
    })
    .await;
}
