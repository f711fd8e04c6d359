//! The search, the queue, the log, the kept mail.

use axum::http::StatusCode;
use chrono::TimeDelta;
use guichet_core::{
    kernel::{actor::Role, config::Settings},
    testing::{both, both_with},
};

use super::{console, lock_out, space};
use crate::testing::{PASSWORD, agent, at_once, staff};

#[tokio::test]
async fn the_search_finds_by_name_number_and_address_and_opens_a_single_match() {
    both_with(at_once, async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let camille = house
            .agent_with("camille.moreau", |new| {
                new.mobile = Some("+33 6 12 34 56 78".into())
            })
            .await;
        house.agent("camille.martin").await;
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let home = sam_at.get("/").await;
        assert!(
            home.body.contains("autofocus") && home.body.contains("type=\"search\""),
            "{}",
            home.body
        );
        let two = sam_at.get("/?q=camille").await;
        assert!(
            two.body.contains("Camille Moreau") && two.body.contains("2 agents"),
            "{}",
            two.body
        );
        let page = format!("/agents/{}", camille.id);
        for q in [
            "moreau",
            "camille.moreau",
            &camille.number,
            &camille.email,
            "06%2012%2034%2056%2078",
            "Mor%20CAM",
        ] {
            assert_eq!(sam_at.get(&format!("/?q={q}")).await.to(), page, "{q}");
        }
        let none = sam_at.get("/?q=%3Cscript%3Ealert(1)%3C/script%3E").await;
        assert!(
            none.body.contains("Aucun agent") && !none.body.contains("<script"),
            "{}",
            none.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_request_shows_in_the_queue_with_its_age_and_can_be_turned_down() {
    both_with(at_once, async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let amina = agent(house, "amina.diallo").await;
        let mut amina_at = space(house);
        amina_at.sign_in("amina.diallo", PASSWORD).await;
        lock_out(house, "amina.diallo").await;
        amina_at.get("/").await;
        amina_at.post("/help", &[("circuit", "intraparis")]).await;
        house.clock.advance(TimeDelta::minutes(75));
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let queue = sam_at.get("/queue").await;
        assert!(
            queue.body.contains("chip warn") && queue.body.contains("1\u{a0}h"),
            "{}",
            queue.body
        );
        assert!(queue.body.contains("2026-000001") && queue.body.contains("Amina Diallo"));
        let path = format!("/agents/{}", amina.id);
        let page = sam_at.get(&path).await;
        let ticket = page.field("ticket").unwrap();
        sam_at
            .post(
                &path,
                &[("verb", "refuse"), ("ticket", &ticket), ("reason", "Doublon")],
            )
            .await;
        assert!(
            sam_at
                .get("/queue")
                .await
                .body
                .contains("Aucune demande n’attend")
        );
    })
    .await;
}

#[tokio::test]
async fn the_log_shows_decisions_views_and_refusals_to_those_who_may_read_it() {
    both_with(at_once, async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let (ana, ana_seed) = staff(house, "ana.auditor", Role::Auditor).await;
        let amina = agent(house, "amina.diallo").await;
        lock_out(house, "amina.diallo").await;
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let path = format!("/agents/{}", amina.id);
        sam_at.get(&path).await;
        sam_at
            .post(
                &path,
                &[
                    ("verb", "unlock"),
                    ("circuit", "intraparis"),
                    ("reason", "Rappel"),
                ],
            )
            .await;
        assert_eq!(sam_at.get("/log").await.status, StatusCode::FORBIDDEN);
        let mut ana_at = console(house);
        ana_at.sign_in_as(house, &ana, &ana_seed).await;
        let log = ana_at.get("/log").await;
        for word in [
            "Compte déverrouillé",
            "Fiche consultée",
            "Connexion refusée",
            "Rappel",
            "Sam Support",
        ] {
            assert!(log.body.contains(word), "{word}: {}", log.body);
        }
        assert_eq!(ana_at.get("/log?before=1").await.status, StatusCode::OK);
        for odd in [
            "/log?before=x",
            "/log?before=1&before=2",
            "/?q=a&q=b",
            "/agents/%ff",
        ] {
            let seen = ana_at.get(odd).await;
            assert_eq!(seen.status, StatusCode::BAD_REQUEST, "{odd}");
            assert!(seen.body.contains("<html lang=\"fr\">"), "{odd}: {}", seen.body);
        }
    })
    .await;
}

#[tokio::test]
async fn the_mail_of_a_demonstration_is_shown_without_signing_in_and_other_mail_to_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let letter = "To: amina.diallo@paris.example\r\nSubject: Lien\r\n\r\nQm9uam91cg==\r\n";
    std::fs::write(folder.path().join("1.eml"), letter).unwrap();
    let keep =
        |settings: &mut Settings| settings.mail.transport = format!("folder:{}", folder.path().display());
    both_with(keep, async |house| {
        let seen = console(house).get("/outbox").await;
        assert!(
            seen.status == StatusCode::OK && seen.body.contains("<pre>Bonjour"),
            "{}",
            seen.body
        );
        assert!(
            space(house)
                .get("/sign-in")
                .await
                .body
                .contains("href=\"http://localhost:8490/outbox\"")
        );
    })
    .await;
    both(async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let seen = sam_at.get("/outbox").await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND);
        assert!(!seen.body.contains("class=\"demo\""));
    })
    .await;
}
