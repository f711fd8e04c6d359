//! How a document is handed out: as payslips are.

use chrono::Duration;

use super::*;
use crate::kernel::audit;
use crate::kernel::work::Work;
use crate::testing::both;

async fn with_document(house: &TestHouse) -> (Agent, Document) {
    let (amina, nadia) = (house.agent("amina.diallo").await, nadia(house).await);
    let request = asked(house, &amina, &certificate()).await.unwrap();
    let document = delivered(house, &nadia, request.id).await.unwrap();
    (amina, document)
}

/// Another agent, and the officer who delivered it.
async fn others(house: &TestHouse) -> [Agent; 2] {
    let leo = house.agent("leo.martin").await;
    let mut work = Work::read(house).await.unwrap();
    let nadia = crate::people::by_username(&mut work, "nadia.petit")
        .await
        .unwrap();
    [leo, nadia.unwrap()]
}

async fn linked(house: &TestHouse, agent: &Agent, id: DocumentId) -> String {
    let mut work = house.work(agent, Door::Chat).await;
    let (_, link) = link(&mut work, id).await.unwrap();
    work.save().await.unwrap();
    assert!(
        link.url.starts_with("http://localhost:8480/document/"),
        "{}",
        link.url
    );
    link.url.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_stored_file_is_sealed_and_opens_only_for_its_agent() {
    both(async |house| {
        let (amina, document) = with_document(house).await;
        let file = house
            .settings
            .document
            .store
            .join(format!("{}.sealed", document.id));
        let sealed = std::fs::read(&file).unwrap();
        assert!(!sealed.windows(11).any(|w| w == b"Attestation"));
        let mut work = house.work(&amina, Door::Space).await;
        assert_eq!(own(&mut work, document.id).await.unwrap().1, PDF);
        work.save().await.unwrap();
        let mut work = house.work(&amina, Door::Space).await;
        let log = audit::about(work.tx(), amina.id, 1).await.unwrap();
        assert_eq!(
            (log[0].kind.as_str(), log[0].what.as_str()),
            ("view", "document.download")
        );
        drop(work);
        // Somebody else's is as if it were not: another agent's, and the officer's who delivered it.
        for other in others(house).await {
            for door in [Door::Space, Door::Console, Door::Chat] {
                let mut work = house.work(&other, door).await;
                assert!(documents(&mut work).await.unwrap().is_empty());
                assert!(
                    matches!(own(&mut work, document.id).await, Err(Error::Unknown)),
                    "{}",
                    other.username
                );
                assert!(
                    matches!(link(&mut work, document.id).await, Err(Error::Unknown)),
                    "{}",
                    other.username
                );
            }
        }
        // Files can't be exchanged for one another.
        let second = DocumentId::from(uuid::Uuid::from_u128(7));
        std::fs::copy(
            &file,
            house.settings.document.store.join(format!("{second}.sealed")),
        )
        .unwrap();
        assert!(shelf(house).read(second).is_err());
    })
    .await;
}

#[tokio::test]
async fn attack_3_a_link_made_for_one_agent_opens_for_no_other() {
    both(async |house| {
        let (amina, document) = with_document(house).await;
        let token = linked(house, &amina, document.id).await;
        for other in others(house).await {
            let mut work = house.work(&other, Door::Space).await;
            assert!(matches!(look(&mut work, &token).await, Err(Error::DeadLink)));
            assert!(matches!(download(&mut work, &token).await, Err(Error::DeadLink)));
        }
        let mut nobody = Work::write(house).await.unwrap();
        assert!(matches!(look(&mut nobody, &token).await, Err(Error::Denied(_))));
        drop(nobody);
        // A link to a document is no link to a payslip.
        let mut work = house.work(&amina, Door::Space).await;
        assert!(matches!(
            crate::payslip::look(&mut work, &token).await,
            Err(crate::payslip::Error::DeadLink)
        ));
        assert_eq!(download(&mut work, &token).await.unwrap().1, PDF);
    })
    .await;
}

#[tokio::test]
async fn attack_5_a_link_works_once_and_for_a_quarter_of_an_hour() {
    both(async |house| {
        let (amina, document) = with_document(house).await;
        let (used, old) = (
            linked(house, &amina, document.id).await,
            linked(house, &amina, document.id).await,
        );
        let mut work = house.work(&amina, Door::Space).await;
        assert_eq!(download(&mut work, &used).await.unwrap().0, document);
        work.save().await.unwrap();
        let mut work = house.work(&amina, Door::Space).await;
        assert!(matches!(download(&mut work, &used).await, Err(Error::DeadLink)));
        assert!(matches!(look(&mut work, &used).await, Err(Error::DeadLink)));
        look(&mut work, &old).await.unwrap();
        drop(work);
        house.clock.advance(Duration::minutes(15));
        let mut work = house.work(&amina, Door::Space).await;
        assert!(matches!(look(&mut work, &old).await, Err(Error::DeadLink)));
        for guess in ["", "nonsense", &old[1..]] {
            assert!(
                matches!(download(&mut work, guess).await, Err(Error::DeadLink)),
                "{guess}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn attack_9_whoever_only_looks_at_a_link_uses_nothing_up() {
    both(async |house| {
        let (amina, document) = with_document(house).await;
        let token = linked(house, &amina, document.id).await;
        let mut work = house.work(&amina, Door::Space).await;
        for _ in 0..20 {
            assert_eq!(look(&mut work, &token).await.unwrap().id, document.id);
        }
        assert_eq!(download(&mut work, &token).await.unwrap().1, PDF);
    })
    .await;
}
