//! Requests, on both databases. Today is Wednesday 11 March 2026.

use super::*;
use crate::account::{Circuit, Lift, LockCause, State};
use crate::diagnosis::{self, request_help};
use crate::kernel::actor::{Door, Role};
use crate::kernel::line::Value;
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::people::Agent;
use crate::session::{Step, confirm_second, sign_in};
use crate::testing::{SECOND, TestHouse, both, knock};

async fn locked(house: &TestHouse, name: &str) -> Agent {
    let agent = house
        .agent_with(name, |agent| agent.mobile = Some("06 39 98 00 17".into()))
        .await;
    house
        .password(&agent, Circuit::IntraParis, "Tarte-aux-9mures")
        .await;
    let mut work = house.work(&agent, Door::Chat).await;
    account::lock_self(&mut work).await.unwrap();
    work.save().await.unwrap();
    house.said().await;
    agent
}

async fn ask(house: &TestHouse, agent: &Agent) -> Result<Ticket, diagnosis::Error> {
    let mut work = house.work(agent, Door::Chat).await;
    let ticket = request_help(&mut work, Circuit::IntraParis).await?;
    work.save().await?;
    Ok(ticket)
}

async fn support(house: &TestHouse) -> Agent {
    let support = house.agent("karim.benali").await;
    house.grant(&support, Role::ItSupport, None).await;
    support
}

fn lift(agent: &Agent) -> Lift {
    Lift {
        agent: agent.id,
        circuit: Circuit::IntraParis,
        reason: "Identité vérifiée".to_owned(),
    }
}

async fn of_amina(house: &TestHouse, amina: &Agent) -> Vec<Ticket> {
    mine(&mut house.work(amina, Door::Chat).await).await.unwrap()
}

#[tokio::test]
async fn a_locked_agent_asks_once_gets_a_reference_and_is_told_when_it_is_answered() {
    both(async |house| {
        let (amina, support) = (locked(house, "amina.diallo").await, support(house).await);
        let ticket = ask(house, &amina).await.unwrap();
        assert_eq!(ticket.reference, "2026-000001");
        assert_eq!((ticket.kind, ticket.status), (Kind::Unlock, Status::Open));
        assert_eq!(ticket.causes, ["diagnosis-locked-by-agent"]);
        assert_eq!(
            ask(house, &amina).await.unwrap().reference,
            ticket.reference,
            "asking again queues nothing"
        );
        let mut work = house.work(&support, Door::Console).await;
        let queue = queue(&mut work, Some(Kind::Unlock)).await.unwrap();
        assert_eq!(
            queue
                .iter()
                .map(|(ticket, agent)| (&*ticket.reference, agent.id))
                .collect::<Vec<_>>(),
            [("2026-000001", amina.id)]
        );
        unlock(&mut work, &lift(&amina)).await.unwrap();
        work.save().await.unwrap();
        let said = house.said().await;
        assert_eq!(
            (said[0].0, said[0].1.key.as_str()),
            (amina.id, "account-unlocked")
        );
        assert_eq!(
            said[0].1.items[0].args,
            [("reference".to_owned(), Value::from("2026-000001"))]
        );
        let done = of_amina(house, &amina).await.remove(0);
        assert_eq!((done.status, done.closed_by), (Status::Done, Some(support.id)));
        let mut work = house.work(&support, Door::Console).await;
        assert!(super::queue(&mut work, None).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn nothing_is_asked_when_nothing_stands_in_the_way() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house
            .password(&amina, Circuit::IntraParis, "Tarte-aux-9mures")
            .await;
        assert!(matches!(
            ask(house, &amina).await,
            Err(diagnosis::Error::NothingToAsk)
        ));
        assert!(of_amina(house, &amina).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn requests_at_the_same_instant_have_different_references_and_one_agent_only_one() {
    both(async |house| {
        let mut agents = vec![];
        for name in ["amina.diallo", "jean.martin", "lea.petit"] {
            agents.push(locked(house, name).await);
        }
        let mut all = tokio::task::JoinSet::new();
        for agent in agents.iter().chain(&agents) {
            let (house, agent) = (std::sync::Arc::clone(house), agent.clone());
            all.spawn(async move {
                let mut work = Work::write(&house).await.unwrap();
                let person = crate::people::person(&mut work, &agent, Door::Chat)
                    .await
                    .unwrap();
                work.act_as(person);
                let ticket = request_help(&mut work, Circuit::IntraParis).await.unwrap();
                work.save().await.unwrap();
                ticket.reference
            });
        }
        let mut references = all.join_all().await;
        references.sort();
        let twice = ["2026-000001", "2026-000002", "2026-000003"]
            .into_iter()
            .flat_map(|r| [r, r]);
        assert_eq!(references, twice.collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test]
async fn a_request_turned_down_lifts_nothing_and_tells_why() {
    both(async |house| {
        let (amina, support) = (locked(house, "amina.diallo").await, support(house).await);
        let ticket = ask(house, &amina).await.unwrap();
        let mut work = house.work(&support, Door::Console).await;
        assert!(matches!(
            refuse(&mut work, ticket.id, " ").await,
            Err(Error::Account(account::Error::NoReason))
        ));
        refuse(&mut work, ticket.id, "Rappelez d’abord").await.unwrap();
        assert!(matches!(
            refuse(&mut work, ticket.id, "Encore").await,
            Err(Error::NotOpen)
        ));
        work.save().await.unwrap();
        let said = house.said().await;
        assert_eq!(said[0].1.key, "ticket-refused");
        assert!(
            said[0]
                .1
                .args
                .contains(&("why".to_owned(), Value::from("Rappelez d’abord")))
        );
        assert_eq!(of_amina(house, &amina).await[0].status, Status::Refused);
        let mut work = Work::read(house).await.unwrap();
        let standing = account::one(&mut work, amina.id, Circuit::IntraParis)
            .await
            .unwrap()
            .standing;
        assert_eq!(standing.state(false), State::LockedEverywhere(LockCause::Agent));
        drop(work);
        assert_eq!(
            ask(house, &amina).await.unwrap().reference,
            "2026-000002",
            "one may ask again"
        );
    })
    .await;
}

#[tokio::test]
async fn this_was_not_me_asks_support_to_look_and_offers_to_lock() {
    both(async |house| {
        let (amina, support) = (house.agent("amina.diallo").await, support(house).await);
        let mut work = house.work(&amina, Door::Chat).await;
        let ticket = not_me(&mut work).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(ticket.kind, Kind::Security);
        let said = house.said().await;
        assert_eq!(
            (said[0].1.key.as_str(), said[0].1.choices[0].id.as_str()),
            ("ticket-not-me", "access.lock_self")
        );
        let mut work = house.work(&support, Door::Console).await;
        assert_eq!(queue(&mut work, Some(Kind::Security)).await.unwrap().len(), 1);
        drop(work);
        let mut work = Work::write(house).await.unwrap();
        assert!(matches!(not_me(&mut work).await, Err(Error::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn attack_23_requests_are_seen_by_their_agent_and_staff_of_the_department_and_by_nobody_else() {
    both(async |house| {
        let amina = locked(house, "amina.diallo").await;
        let ticket = ask(house, &amina).await.unwrap();
        let far = house
            .agent_with("paul.roux", |agent| agent.department = "DPE".into())
            .await;
        house.grant(&far, Role::ItContact, Some(far.department)).await;
        let near = house.agent("lea.petit").await;
        house.grant(&near, Role::ItContact, Some(near.department)).await;
        let other = house.agent("jean.martin").await;
        let mut work = house.work(&far, Door::Console).await;
        assert!(queue(&mut work, None).await.unwrap().is_empty());
        assert!(matches!(of(&mut work, amina.id).await, Err(Error::Denied(_))));
        drop(work);
        let mut work = house.work(&near, Door::Console).await;
        assert_eq!(queue(&mut work, None).await.unwrap().len(), 1);
        assert!(matches!(
            refuse(&mut work, ticket.id, "Non").await,
            Err(Error::Denied(_))
        ));
        drop(work);
        let mut work = house.work(&other, Door::Space).await;
        assert!(matches!(queue(&mut work, None).await, Err(Error::Denied(_))));
        assert!(matches!(of(&mut work, amina.id).await, Err(Error::Denied(_))));
        assert!(matches!(
            unlock(&mut work, &lift(&amina)).await,
            Err(Error::Denied(_))
        ));
        drop(work);
        let mut nobody = Work::write(house).await.unwrap();
        assert!(matches!(mine(&mut nobody).await, Err(Error::Denied(_))));
        assert!(matches!(
            request_help(&mut nobody, Circuit::IntraParis).await,
            Err(diagnosis::Error::Denied(_))
        ));
    })
    .await;
}

#[tokio::test]
async fn two_factor_sign_in_is_asked_for_and_granted_by_the_it_contact_of_the_department() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let contact = house.agent("thomas.petit").await;
        house
            .grant(&contact, Role::ItContact, Some(amina.department))
            .await;
        let mut work = house.work(&amina, Door::Chat).await;
        let asked = ask_second_factor(&mut work).await.unwrap();
        assert_eq!(ask_second_factor(&mut work).await.unwrap(), asked, "once");
        work.save().await.unwrap();
        for stranger in [&amina, &house.agent("jean.martin").await] {
            let mut work = house.work(stranger, Door::Console).await;
            let denied = grant_second_factor(&mut work, amina.id, "Vu au bureau").await;
            assert!(matches!(denied, Err(Error::Denied(_))));
        }
        let mut work = house.work(&contact, Door::Console).await;
        assert_eq!(queue(&mut work, Some(Kind::SecondFactor)).await.unwrap().len(), 1);
        assert!(
            grant_second_factor(&mut work, amina.id, " ").await.is_err(),
            "a reason"
        );
        grant_second_factor(&mut work, amina.id, "Vu au bureau")
            .await
            .unwrap();
        work.save().await.unwrap();
        let said = house.said().await;
        assert_eq!(said.last().unwrap().1.key, "ticket-second-factor-granted");
        let mut work = house.work(&amina, Door::Space).await;
        assert_eq!(mine(&mut work).await.unwrap()[0].status, Status::Done);
        assert!(matches!(
            ask_second_factor(&mut work).await,
            Err(Error::HasSecondFactor)
        ));
        drop(work);
        house.passwords(&amina, "Tarte-aux-9mures").await;
        let first = sign_in(house, knock("amina.diallo", "Tarte-aux-9mures"))
            .await
            .unwrap();
        let second = Secret::new(SECOND.to_owned());
        let opened = confirm_second(house, first.token.expose(), &second, "10.1.2.3")
            .await
            .unwrap();
        assert_eq!(
            opened.step,
            Step::Enrol,
            "inside, with no number: an app is enrolled"
        );
    })
    .await;
}

#[tokio::test]
async fn a_request_about_codes_is_answered_by_support_and_the_agent_is_told() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let support = house.agent("karim.benali").await;
        house.grant(&support, Role::ItSupport, None).await;
        let mut work = house.work(&amina, Door::Chat).await;
        let asked = ask_about_factor(&mut work).await.unwrap();
        work.save().await.unwrap();
        let mut work = house.work(&amina, Door::Console).await;
        assert!(answer(&mut work, asked.id, "x").await.is_err());
        drop(work);
        let mut work = house.work(&support, Door::Console).await;
        answer(&mut work, asked.id, "Numéro corrigé").await.unwrap();
        assert!(matches!(
            answer(&mut work, asked.id, "Encore").await,
            Err(Error::NotOpen)
        ));
        work.save().await.unwrap();
        assert_eq!(house.said().await.last().unwrap().1.key, "ticket-answered");
    })
    .await;
}
