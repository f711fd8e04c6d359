//! The diagnosis from what is stored, on both databases.

use super::*;
use crate::account::{Circuit, Lifter};
use crate::kernel::actor::{Door, Role};
use crate::kernel::line::Line;
use crate::kernel::words::Lang;
use crate::kernel::work::Work;
use crate::people::Agent;
use crate::session::{confirm_second, sign_in};
use crate::testing::{TestHouse, both, knock};

const CLEAR: &str = "Tarte-aux-9mures";

async fn amina(house: &TestHouse) -> Agent {
    let amina = house
        .agent_with("amina.diallo", |amina| {
            amina.mobile = Some("06 39 98 00 17".into())
        })
        .await;
    for circuit in Circuit::ALL {
        house.password(&amina, circuit, CLEAR).await;
    }
    amina
}

async fn own(house: &TestHouse, agent: &Agent) -> Diagnosis {
    of(&mut house.work(agent, Door::Chat).await, agent.id)
        .await
        .unwrap()
}

async fn fail(house: &TestHouse, times: usize) {
    for _ in 0..times {
        assert!(
            sign_in(house, knock("amina.diallo", "Tarte-aux-8mures"))
                .await
                .is_err()
        );
    }
}

#[tokio::test]
async fn failures_warn_then_lock_and_the_request_is_shown_to_the_agent_and_to_support() {
    both(async |house| {
        let amina = amina(house).await;
        let support = house.agent("karim.benali").await;
        house.grant(&support, Role::ItSupport, None).await;
        assert_eq!(own(house, &amina).await.findings, []);
        fail(house, 2).await;
        assert_eq!(
            own(house, &amina).await.findings[0].cause,
            Cause::CloseToLock { left: 1 }
        );
        fail(house, 1).await;
        let finding = own(house, &amina).await.findings.remove(0);
        assert_eq!(finding.cause, Cause::LockedUnknownDevices { known_devices: 0 });
        assert_eq!(finding.lifted_by, Lifter::ItSupport);
        let mut work = house.work(&amina, Door::Chat).await;
        let ticket = request_help(&mut work, Circuit::IntraParis).await.unwrap();
        work.save().await.unwrap();
        let mut work = house.work(&support, Door::Console).await;
        let seen = of(&mut work, amina.id).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(seen.findings[0].request, Some(ticket.reference));
        assert_eq!(seen, own(house, &amina).await);
        let views = house
            .logged(&amina)
            .await
            .into_iter()
            .filter(|(kind, ..)| kind == "view")
            .count();
        assert_eq!(
            views, 1,
            "that support looked is noted, that the agent did is not"
        );
    })
    .await;
}

#[tokio::test]
async fn a_known_device_is_counted_as_a_way_in() {
    both(async |house| {
        let amina = amina(house).await;
        let opened = sign_in(house, knock("amina.diallo", CLEAR)).await.unwrap();
        let second = crate::kernel::secret::Secret::new(CLEAR.to_owned());
        confirm_second(house, opened.token.expose(), &second, "10.1.2.3")
            .await
            .unwrap();
        fail(house, 3).await;
        let cause = own(house, &amina).await.findings[0].cause;
        assert_eq!(cause, Cause::LockedUnknownDevices { known_devices: 1 });
    })
    .await;
}

#[tokio::test]
async fn attack_23_nobody_reads_the_diagnosis_of_another() {
    both(async |house| {
        let (amina, other) = (amina(house).await, house.agent("jean.martin").await);
        for door in [Door::Chat, Door::Space, Door::Console] {
            let mut work = house.work(&other, door).await;
            assert!(matches!(of(&mut work, amina.id).await, Err(Error::Denied(_))));
        }
        let mut work = Work::read(house).await.unwrap();
        assert!(matches!(of(&mut work, amina.id).await, Err(Error::Denied(_))));
    })
    .await;
}

fn all_lines(line: &Line) -> Vec<&Line> {
    std::iter::once(line)
        .chain(line.items.iter().flat_map(all_lines))
        .collect()
}

#[tokio::test]
async fn every_finding_is_said_whole_in_both_languages() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house.temporary(&amina, Circuit::IntraParis, CLEAR).await;
        fail(house, 3).await;
        let found = own(house, &amina).await.line();
        let keys: Vec<&str> = all_lines(&found)
            .into_iter()
            .map(|line| line.key.as_str())
            .collect();
        assert_eq!(
            keys,
            [
                "diagnosis-found",
                "diagnosis-locked-no-known-device",
                "diagnosis-not-created",
                "diagnosis-awaiting-first-sign-in",
                "diagnosis-lacks-either"
            ]
        );
        for lang in Lang::ALL {
            for line in all_lines(&found) {
                let said = house.words.say(lang, &line.key, &line.args);
                assert!(!said.contains(['{', '[', '$']), "{said}");
            }
        }
    })
    .await;
}
