//! What human resources do, and who they are.

use super::*;
use crate::kernel::audit;
use crate::kernel::line::Value;
use crate::kernel::work::Work;
use crate::testing::both;

#[tokio::test]
async fn a_document_is_delivered_once_and_its_agent_told_without_its_content() {
    both(async |house| {
        let (amina, nadia) = (house.agent("amina.diallo").await, nadia(house).await);
        let request = asked(house, &amina, &certificate()).await.unwrap();
        let mut work = house.work(&nadia, Door::Console).await;
        let waiting = queue(&mut work).await.unwrap();
        assert_eq!(
            waiting
                .iter()
                .map(|(one, agent)| (one.id, agent.id))
                .collect::<Vec<_>>(),
            [(request.id, amina.id)]
        );
        let case = open(&mut work, request.id).await.unwrap();
        assert_eq!((case.request.number, case.others.len()), (request.number, 0));
        work.save().await.unwrap();
        let mut work = house.work(&nadia, Door::Console).await;
        for (wrong, pdf) in [
            ("html", &b"<html>%%EOF"[..]),
            ("cut short", &PDF[..12]),
            ("nothing", b""),
            ("exe", b"MZ %PDF-1.4 %%EOF"),
        ] {
            assert!(
                matches!(deliver(&mut work, request.id, pdf).await, Err(Error::NotPdf)),
                "{wrong}"
            );
        }
        let mut large = PDF.to_vec();
        large.resize(5 * 1024 * 1024 + 1, b' ');
        assert!(matches!(
            deliver(&mut work, request.id, &large).await,
            Err(Error::TooLarge(5))
        ));
        drop(work);
        let document = delivered(house, &nadia, request.id).await.unwrap();
        assert!(matches!(
            delivered(house, &nadia, request.id).await,
            Err(Error::NotOpen)
        ));
        let said = house.said().await;
        assert_eq!(
            (said.len(), said[0].0, said[0].1.key.as_str()),
            (1, amina.id, "document-ready")
        );
        let letter = house.mailed().await.remove(0);
        assert_eq!(letter.to, amina.email);
        assert!(
            !letter.body.contains("attestation") && !letter.body.contains("http"),
            "{}",
            letter.body
        );
        let mut work = house.work(&amina, Door::Space).await;
        assert_eq!(documents(&mut work).await.unwrap(), [document]);
        let log = audit::about(work.tx(), amina.id, 9).await.unwrap();
        let did: Vec<(&str, &str)> = log
            .iter()
            .map(|row| (row.kind.as_str(), row.what.as_str()))
            .collect();
        assert_eq!(
            did[..3],
            [
                ("change", "document.deliver"),
                ("view", "document.open"),
                ("change", "document.request")
            ]
        );
        drop(work);
        let mut work = house.work(&nadia, Door::Console).await;
        assert!(queue(&mut work).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_refusal_needs_words_and_a_question_an_answer() {
    both(async |house| {
        let (amina, nadia) = (house.agent("amina.diallo").await, nadia(house).await);
        let asked_for = asked(house, &amina, &certificate()).await.unwrap();
        let mut work = house.work(&amina, Door::Chat).await;
        assert!(matches!(
            reply(&mut work, asked_for.number, "2025").await,
            Err(Error::NothingAsked)
        ));
        drop(work);
        let mut work = house.work(&nadia, Door::Console).await;
        assert!(matches!(
            refuse(&mut work, asked_for.id, " ").await,
            Err(Error::NoWords)
        ));
        assert!(matches!(
            ask(&mut work, asked_for.id, "").await,
            Err(Error::NoWords)
        ));
        ask(&mut work, asked_for.id, "Quelle année ?").await.unwrap();
        work.save().await.unwrap();
        let said = house.said().await.remove(0).1;
        assert!(
            said.args
                .contains(&("question".to_owned(), Value::from("Quelle année ?")))
        );
        assert!(
            !house.mailed().await.remove(0).body.contains("année"),
            "by mail without content"
        );
        let mut work = house.work(&amina, Door::Chat).await;
        assert!(matches!(
            reply(&mut work, asked_for.number, " ").await,
            Err(Error::NoWords)
        ));
        reply(&mut work, asked_for.number, "2025").await.unwrap();
        assert!(matches!(
            reply(&mut work, asked_for.number, "2024").await,
            Err(Error::NothingAsked)
        ));
        work.save().await.unwrap();
        let mut work = house.work(&nadia, Door::Console).await;
        let case = open(&mut work, asked_for.id).await.unwrap();
        assert_eq!(
            (case.request.stage, case.request.reply.as_deref()),
            (Stage::Submitted, Some("2025"))
        );
        refuse(&mut work, asked_for.id, "Déjà remise").await.unwrap();
        for late in [
            refuse(&mut work, asked_for.id, "Encore").await.err(),
            ask(&mut work, asked_for.id, "Encore ?").await.err(),
            deliver(&mut work, asked_for.id, PDF).await.err(),
        ] {
            assert!(matches!(late, Some(Error::NotOpen)), "{late:?}");
        }
        work.save().await.unwrap();
        assert_eq!(house.said().await.remove(0).1.key, "document-refused");
        let own = own_requests(house, &amina).await.remove(0);
        assert_eq!(
            (own.stage, own.reason.as_deref()),
            (Stage::Refused, Some("Déjà remise"))
        );
    })
    .await;
}

#[tokio::test]
async fn attack_23_only_an_hr_officer_of_the_department_tends_a_request_and_nobody_their_own() {
    both(async |house| {
        let (amina, nadia) = (house.agent("amina.diallo").await, nadia(house).await);
        let request = asked(house, &amina, &certificate()).await.unwrap();
        let far = house
            .agent_with("paul.roux", |agent| agent.department = "DPE".into())
            .await;
        house.grant(&far, Role::HrOfficer, Some(far.department)).await;
        let mut others = vec![far];
        for (name, role) in [
            ("karim.benali", Role::ItSupport),
            ("sophie.lambert", Role::ItAdmin),
            ("aude.audit", Role::Auditor),
            ("tom.petit", Role::ItContact),
        ] {
            let other = house.agent(name).await;
            house.grant(&other, role, None).await;
            others.push(other);
        }
        for other in &others {
            let mut work = house.work(other, Door::Console).await;
            assert!(queue(&mut work).await.unwrap().is_empty(), "{}", other.username);
            assert!(matches!(open(&mut work, request.id).await, Err(Error::Denied(_))));
            assert!(matches!(
                deliver(&mut work, request.id, PDF).await,
                Err(Error::Denied(_))
            ));
            assert!(matches!(
                refuse(&mut work, request.id, "Non").await,
                Err(Error::Denied(_))
            ));
            assert!(matches!(
                ask(&mut work, request.id, "Quoi ?").await,
                Err(Error::Denied(_))
            ));
        }
        // The role counts in the console only, and never for oneself.
        let mut work = house.work(&nadia, Door::Chat).await;
        assert!(matches!(queue(&mut work).await, Err(Error::Denied(_))));
        assert!(matches!(open(&mut work, request.id).await, Err(Error::Denied(_))));
        drop(work);
        let own = asked(house, &nadia, &certificate()).await.unwrap();
        assert!(matches!(
            delivered(house, &nadia, own.id).await,
            Err(Error::Denied(_))
        ));
        // Another agent can neither see nor touch it.
        let leo = house.agent("leo.martin").await;
        let mut work = house.work(&leo, Door::Space).await;
        assert!(mine(&mut work).await.unwrap().is_empty());
        assert!(matches!(
            withdraw(&mut work, request.number).await,
            Err(Error::NotOpen)
        ));
        assert!(matches!(
            reply(&mut work, request.number, "x").await,
            Err(Error::NotOpen)
        ));
        drop(work);
        let mut nobody = Work::write(house).await.unwrap();
        assert!(matches!(queue(&mut nobody).await, Err(Error::Denied(_))));
        drop(nobody);
        assert_eq!(own_requests(house, &amina).await[0].stage, Stage::Submitted);
        delivered(house, &nadia, request.id).await.unwrap();
    })
    .await;
}
