//! The console, as staff meet it: the way in, the search, an agent's page with its actions, the queue, the log.

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::TimeDelta;
use guichet_core::{
    channel::Channel,
    kernel::actor::Role,
    testing::{TestHouse, both, both_with},
};

use crate::testing::{Browser, PASSWORD, agent, at_once, link, staff};

fn console(house: &TestHouse) -> Browser {
    Browser::new(&crate::console(Arc::clone(house)).unwrap(), Channel::Internal)
}

fn space(house: &TestHouse) -> Browser {
    Browser::new(&crate::space(Arc::clone(house)).unwrap(), Channel::Internal)
}

async fn lock_out(house: &TestHouse, username: &str) {
    let mut stranger = space(house);
    for _ in 0..house.settings.lock.failures {
        stranger.sign_in(username, "wrong").await;
    }
}

#[tokio::test]
async fn staff_come_in_with_password_and_code_and_a_code_works_once() {
    both_with(at_once, async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let mut one = console(house);
        assert_eq!(one.sign_in("sam.support", PASSWORD).await.to(), "/factor");
        assert!(
            one.get("/").await.to().starts_with("/sign-in"),
            "half a sign-in opens nothing"
        );
        one.get("/factor").await;
        let wrong = one.post("/factor", &[("code", "000000")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("href=\"#code\""), "{}", wrong.body);
        let code = seed.code(house.clock.now()).unwrap();
        assert_eq!(one.post("/factor", &[("code", &code)]).await.to(), "/");
        assert!(one.get("/").await.body.contains(&sam.name()));
        let mut two = console(house);
        two.sign_in("sam.support", PASSWORD).await;
        two.get("/factor").await;
        assert_eq!(
            two.post("/factor", &[("code", &code)]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    })
    .await;
}

#[tokio::test]
async fn staff_without_an_app_enrol_one_before_anything_else() {
    both_with(at_once, async |house| {
        let lena = agent(house, "lena.support").await;
        house.grant(&lena, Role::ItSupport, None).await;
        let mut browser = console(house);
        assert_eq!(browser.sign_in("lena.support", PASSWORD).await.to(), "/enrol");
        assert!(browser.get("/").await.to().starts_with("/sign-in"));
        let page = browser.get("/enrol").await;
        assert!(page.body.contains("<svg") && !page.body.contains("<?xml") && !page.body.contains("style="));
        let (_, rest) = page.body.split_once("aria-labelledby=\"manual\">").unwrap();
        let key = rest.split('<').next().unwrap().to_owned();
        assert_eq!(key.split(' ').map(str::len).collect::<Vec<_>>(), [4; 8], "{key}");
        let again = browser.post("/enrol", &[("code", "000000")]).await;
        assert!(
            again.status == StatusCode::UNPROCESSABLE_ENTITY && again.body.contains(&key),
            "the same key: {}",
            again.body
        );
        let seed = seed_of(&key);
        let code = seed.code(house.clock.now()).unwrap();
        assert_eq!(browser.post("/enrol", &[("code", &code)]).await.to(), "/");
        assert_eq!(browser.get("/").await.status, StatusCode::OK);
        house.clock.advance(TimeDelta::minutes(1));
        console(house).sign_in_as(house, &lena, &seed).await;
    })
    .await;
}

fn seed_of(key: &str) -> guichet_core::factor::Seed {
    let mut bits = 0u64;
    let mut have = 0;
    let mut bytes = vec![];
    for c in key.bytes().filter(u8::is_ascii_alphanumeric) {
        let value = if c.is_ascii_uppercase() {
            c - b'A'
        } else {
            c - b'2' + 26
        };
        (bits, have) = (bits << 5 | u64::from(value), have + 5);
        if have >= 8 {
            have -= 8;
            bytes.push((bits >> have) as u8);
        }
    }
    guichet_core::factor::Seed::new(bytes.try_into().unwrap())
}

#[tokio::test]
async fn agents_without_a_role_do_not_come_in_and_nobody_does_from_outside() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let (_, _) = staff(house, "sam.support", Role::ItSupport).await;
        let seen = console(house).sign_in("amina.diallo", PASSWORD).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!seen.headers.contains_key("set-cookie"), "{:?}", seen.headers);
        let site = crate::console(Arc::clone(house)).unwrap();
        let outside = Browser::new(&site, Channel::MobilePortal).get("/sign-in").await;
        assert_eq!(outside.status, StatusCode::FORBIDDEN);
        // A session of the space is no session of the console.
        let mut amina = space(house);
        amina.sign_in("amina.diallo", PASSWORD).await;
        let token = amina.cookies["space-session-internal"].clone();
        let mut browser = console(house);
        browser.cookies.insert("console-session-internal".into(), token);
        assert_eq!(browser.get("/").await.to(), "/sign-in");
    })
    .await;
}

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
async fn an_it_contact_finds_and_sees_only_the_own_department() {
    both_with(at_once, async |house| {
        let own = house.agent("camille.moreau").await;
        let other = house
            .agent_with("camille.martin", |new| new.department = "DPE".into())
            .await;
        let ivan = agent(house, "ivan.contact").await;
        house.grant(&ivan, Role::ItContact, Some(own.department)).await;
        let mut browser = console(house);
        browser.sign_in("ivan.contact", PASSWORD).await;
        let page = browser.get("/enrol").await;
        let (_, rest) = page.body.split_once("aria-labelledby=\"manual\">").unwrap();
        let seed = seed_of(rest.split('<').next().unwrap());
        browser
            .post("/enrol", &[("code", &seed.code(house.clock.now()).unwrap())])
            .await;
        assert_eq!(
            browser.get("/?q=camille").await.to(),
            format!("/agents/{}", own.id)
        );
        assert_eq!(
            browser.get(&format!("/agents/{}", other.id)).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(browser.get("/log").await.status, StatusCode::FORBIDDEN);
        let seen = browser.get(&format!("/agents/{}", own.id)).await;
        assert!(
            !seen.body.contains("value=\"unlock\""),
            "an IT contact lifts no lock"
        );
    })
    .await;
}

#[tokio::test]
async fn support_unlocks_with_a_reason_and_the_page_says_what_was_done() {
    both_with(at_once, async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let amina = agent(house, "amina.diallo").await;
        lock_out(house, "amina.diallo").await;
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let path = format!("/agents/{}", amina.id);
        let page = sam_at.get(&path).await;
        assert!(
            page.body.contains("value=\"unlock\"") && page.body.contains("Chronologie"),
            "{}",
            page.body
        );
        let no_reason = sam_at
            .post(
                &path,
                &[("verb", "unlock"), ("circuit", "intraparis"), ("reason", "  ")],
            )
            .await;
        assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(no_reason.body.contains("role=\"alert\"") && no_reason.body.contains("value=\"unlock\""));
        let act = [
            ("verb", "unlock"),
            ("circuit", "intraparis"),
            ("reason", "Agent rappelé <b>"),
        ];
        let done = sam_at.post(&path, &act).await;
        assert_eq!(done.to(), format!("{path}?done=unlocked"), "{}", done.body);
        let page = sam_at.get(done.to()).await;
        assert!(page.body.contains("Le compte est déverrouillé") && !page.body.contains("value=\"unlock\""));
        assert!(page.body.contains("Agent rappelé &#60;b&#62;"), "{}", page.body);
        assert_eq!(
            sam_at.post(&path, &act).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "already so"
        );
        assert_eq!(space(house).sign_in("amina.diallo", PASSWORD).await.to(), "/");
    })
    .await;
}

#[tokio::test]
async fn support_has_a_link_sent_and_never_sees_it() {
    both_with(at_once, async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let amina = agent(house, "amina.diallo").await;
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let path = format!("/agents/{}", amina.id);
        sam_at.get(&path).await;
        let act = [
            ("verb", "reset"),
            ("circuit", "moncompteparisien"),
            ("reason", "Agent vu au guichet"),
        ];
        let done = sam_at.post(&path, &act).await;
        let page = sam_at.get(done.to()).await;
        assert!(
            page.body.contains("Un lien part vers l’adresse professionnelle"),
            "{}",
            page.body
        );
        let sent = link(house).await.unwrap();
        for _ in 1..house.settings.reset.mails_per_hour {
            assert_eq!(sam_at.post(&path, &act).await.status, StatusCode::SEE_OTHER);
        }
        let many = sam_at.post(&path, &act).await;
        assert_eq!(many.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(many.body.contains("Aucun lien n’est parti"), "{}", many.body);
        assert!(!page.body.contains(&sent) && sent.starts_with("/reset/"));
    })
    .await;
}

#[tokio::test]
async fn support_closes_the_sessions_of_an_agent() {
    both_with(at_once, async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let amina = agent(house, "amina.diallo").await;
        let mut amina_at = space(house);
        amina_at.sign_in("amina.diallo", PASSWORD).await;
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let path = format!("/agents/{}", amina.id);
        sam_at.get(&path).await;
        sam_at
            .post(&path, &[("verb", "sessions"), ("reason", "Poste volé")])
            .await;
        assert_eq!(amina_at.get("/").await.to(), "/sign-in");
    })
    .await;
}

#[tokio::test]
async fn attack_23_actions_are_refused_to_those_whose_role_does_not_allow_them() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        lock_out(house, "amina.diallo").await;
        for (name, role) in [("ana.auditor", Role::Auditor), ("hana.human", Role::HrOfficer)] {
            let (staff, seed) = staff(house, name, role).await;
            let mut browser = console(house);
            browser.sign_in_as(house, &staff, &seed).await;
            let path = format!("/agents/{}", amina.id);
            let page = browser.get(&path).await;
            assert!(
                page.status == StatusCode::OK && !page.body.contains("value=\"unlock\""),
                "{name}"
            );
            for verb in ["unlock", "reset", "sessions"] {
                let act = [("verb", verb), ("circuit", "intraparis"), ("reason", "parce que")];
                assert_eq!(
                    browser.post(&path, &act).await.status,
                    StatusCode::FORBIDDEN,
                    "{name} {verb}"
                );
            }
            for (verb, circuit) in [("else", "intraparis"), ("", "")] {
                let act = [("verb", verb), ("circuit", circuit), ("reason", "x")];
                assert_eq!(browser.post(&path, &act).await.status, StatusCode::BAD_REQUEST);
            }
            assert_eq!(
                browser.get("/agents/not-an-id").await.status,
                StatusCode::NOT_FOUND
            );
            let unknown = "/agents/00000000-0000-7000-8000-000000000000";
            assert_eq!(browser.get(unknown).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(
            space(house).sign_in("amina.diallo", PASSWORD).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
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
    })
    .await;
}

#[tokio::test]
async fn the_mail_of_a_demonstration_is_shown_and_other_mail_never() {
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
