//! Coming in, being kept out, going out.

use std::sync::Arc;

use axum::http::StatusCode;
use guichet_core::{
    channel::Channel,
    testing::{both, both_with},
};

use super::{NEW, browser};
use crate::testing::{Browser, PASSWORD, agent, at_once, provision};

#[tokio::test]
async fn signing_in_opens_home_and_signing_out_closes_it() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut amina = browser(house);
        assert_eq!(amina.get("/").await.to(), "/sign-in");
        let seen = amina.sign_in("amina.diallo", PASSWORD).await;
        assert_eq!(
            (seen.status, seen.to()),
            (StatusCode::SEE_OTHER, "/"),
            "{}",
            seen.body
        );
        let home = amina.get("/").await;
        assert!(
            home.body.contains("Bonjour Amina") && home.body.contains("MonCompteParisien"),
            "{}",
            home.body
        );
        let stolen = amina.clone();
        let out = amina.post("/sign-out", &[]).await;
        assert_eq!(out.to(), "/sign-in");
        assert!(out.header("clear-site-data").contains("cache"));
        for mut after in [amina, stolen] {
            assert_eq!(after.get("/").await.to(), "/sign-in");
        }
    })
    .await;
}

#[tokio::test]
async fn signing_in_leads_back_to_the_page_asked_for_and_never_elsewhere() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut amina = browser(house);
        let asked = amina.get("/leave").await;
        assert_eq!(asked.to(), "/sign-in?to=/leave");
        let page = amina.get(asked.to()).await;
        assert_eq!(page.field("to").as_deref(), Some("/leave"));
        assert_eq!(
            amina
                .get("/sign-in?to=//evil.example")
                .await
                .field("to")
                .as_deref(),
            Some("/")
        );
        let fields = [
            ("username", "amina.diallo"),
            ("password", PASSWORD),
            ("to", "https://evil.example/"),
        ];
        assert_eq!(amina.post("/sign-in", &fields).await.to(), "/second");
    })
    .await;
}

#[tokio::test]
async fn attack_11_refusals_are_the_same_bytes_whoever_it_is() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let locked = agent(house, "leo.martin").await;
        let mut stranger = browser(house);
        for _ in 0..house.settings.lock.failures {
            stranger.sign_in(&locked.username, "wrong").await;
        }
        let mut seen = vec![];
        for (name, password) in [
            ("amina.diallo", "wrong"),
            ("nobody.atall", "wrong"),
            ("leo.martin", "wrong"),
            ("nobody.atall", PASSWORD),
            ("", "x"),
        ] {
            let page = stranger.sign_in(name, password).await;
            seen.push((page.status, page.headers.clone(), page.body.clone()));
        }
        let empty = seen.pop().unwrap();
        assert!(empty.2.contains("Saisissez votre identifiant"));
        for other in &seen {
            assert_eq!(other, &seen[0]);
        }
        assert_eq!(seen[0].0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(seen[0].2.contains("Connexion refusée"));
    })
    .await;
}

#[tokio::test]
async fn attack_11_anonymous_answers_leave_at_the_same_delay() {
    both(async |house| {
        agent(house, "amina.diallo").await;
        let mut stranger = browser(house);
        let least = std::time::Duration::from_millis(house.settings.lock.answer_after_ms);
        for (path, fields) in [
            (
                "/sign-in",
                [("username", "nobody.atall"), ("password", "x"), ("to", "/")],
            ),
            (
                "/forgotten",
                [
                    ("circuit", "intraparis"),
                    ("name", "nobody.atall"),
                    ("email", "x@paris.example"),
                ],
            ),
        ] {
            stranger.get(path).await;
            let begun = std::time::Instant::now();
            stranger.post(path, &fields).await;
            assert!(begun.elapsed() >= least, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn three_failures_lock_strangers_out_and_the_right_password_is_refused_alike() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut known = browser(house);
        known.sign_in("amina.diallo", PASSWORD).await;
        known.get("/").await;
        let mut stranger = browser(house);
        let mut refused = vec![];
        for password in ["a", "b", "c", PASSWORD] {
            refused.push(stranger.sign_in("amina.diallo", password).await.body);
        }
        assert!(refused.iter().all(|body| *body == refused[0]));
        let home = known.get("/").await;
        assert_eq!(home.status, StatusCode::OK, "the known device goes on");
        assert!(
            home.body.contains("name=\"circuit\" value=\"intraparis\""),
            "and can ask for help: {}",
            home.body
        );
        let asked = known.post("/help", &[("circuit", "intraparis")]).await;
        assert_eq!(asked.to(), "/");
        let home = known.get("/").await;
        assert!(
            home.body.contains("2026-000001") && !home.body.contains("action=\"/help\""),
            "{}",
            home.body
        );
        assert_eq!(
            known.post("/help", &[("circuit", "else")]).await.status,
            StatusCode::BAD_REQUEST
        );
        let nothing = known.post("/help", &[("circuit", "moncompteparisien")]).await;
        assert_eq!(nothing.status, StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn a_temporary_password_opens_nothing_but_the_page_that_replaces_it() {
    both_with(at_once, async |house| {
        let nina = house.agent("nina.petit").await;
        provision(house, &nina, true).await;
        let mut nina = browser(house);
        assert_eq!(nina.sign_in("nina.petit", PASSWORD).await.to(), "/new-password");
        for path in ["/", "/leave", "/security", "/password/intraparis"] {
            assert!(nina.get(path).await.to().starts_with("/sign-in"), "{path}");
        }
        let page = nina.get("/new-password").await;
        assert!(
            page.body.contains("autocomplete=\"new-password\"")
                && page.body.contains("Au moins 12 caractères")
        );
        let differs = nina
            .post("/new-password", &[("new", NEW), ("repeat", "other")])
            .await;
        assert!(
            differs.body.contains("Les deux saisies sont différentes"),
            "{}",
            differs.body
        );
        let weak = nina
            .post("/new-password", &[("new", "short"), ("repeat", "short")])
            .await;
        assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            weak.body.contains("href=\"#new\"") && weak.body.contains("aria-invalid=\"true\""),
            "{}",
            weak.body
        );
        assert!(!weak.body.contains("short"), "a password is never sent back");
        for (next, account) in [("/second", "IntraParis"), ("/", "MonCompteParisien")] {
            let page = nina.get("/new-password").await;
            assert!(
                page.body
                    .contains(&format!("Choisissez votre mot de passe {account}"))
            );
            let set = nina.post("/new-password", &[("new", NEW), ("repeat", NEW)]).await;
            assert_eq!(set.to(), next);
            if next == "/second" {
                assert_eq!(nina.second(PASSWORD).await.to(), "/new-password");
            }
        }
        assert_eq!(nina.get("/").await.status, StatusCode::OK);
        let mut again = browser(house);
        assert_eq!(again.step_one("nina.petit", NEW).await.to(), "/second");
        assert_eq!(again.second(NEW).await.to(), "/");
    })
    .await;
}

#[tokio::test]
async fn a_session_is_good_on_its_own_channel_only() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let site = crate::space(Arc::clone(house)).unwrap();
        let mut inside = Browser::new(&site, Channel::Internal);
        inside.sign_in("amina.diallo", PASSWORD).await;
        let token = inside.cookies["space-session-internal"].clone();
        let mut outside = Browser::new(&site, Channel::MobilePortal);
        outside
            .cookies
            .insert("space-session-internal".into(), token.clone());
        outside
            .cookies
            .insert("space-session-mobile_portal".into(), token);
        assert_eq!(outside.get("/").await.to(), "/sign-in");
        assert_eq!(inside.get("/").await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn step_two_asks_for_the_second_password_and_leads_on_to_the_page_asked_for() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut amina = browser(house);
        amina.get("/sign-in?to=/leave").await;
        let fields = [
            ("username", "amina.diallo"),
            ("password", PASSWORD),
            ("to", "/leave"),
        ];
        let seen = amina.post("/sign-in", &fields).await;
        assert_eq!(seen.to(), "/second?to=/leave");
        let page = amina.get(seen.to()).await;
        assert!(
            page.body.contains("Mot de passe MonCompteParisien")
                && page.body.contains("/forgotten?circuit=moncompteparisien"),
            "{}",
            page.body
        );
        assert!(amina.get("/leave").await.to().starts_with("/sign-in"));
        let wrong = amina
            .post("/second", &[("password", "wrong"), ("to", "/leave")])
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            wrong
                .body
                .contains("Le mot de passe MonCompteParisien n’est pas juste"),
            "{}",
            wrong.body
        );
        let evil = amina.clone();
        let right = amina
            .post("/second", &[("password", PASSWORD), ("to", "/leave")])
            .await;
        assert_eq!(right.to(), "/leave", "{}", right.body);
        let mut evil = evil;
        let late = evil
            .post(
                "/second",
                &[("password", PASSWORD), ("to", "https://evil.example")],
            )
            .await;
        assert!(
            late.to().starts_with("/sign-in"),
            "the step is over: {}",
            late.to()
        );
        amina.post("/sign-out", &[]).await;
        assert_eq!(
            amina.step_one("amina.diallo", PASSWORD).await.to(),
            "/",
            "the device is remembered"
        );
        let chosen = amina.get("/forgotten?circuit=moncompteparisien").await;
        assert!(chosen.body.contains("value=\"moncompteparisien\" checked"));
    })
    .await;
}
