//! Forgotten passwords: both circuits, the link and its page.

use axum::http::{Method, StatusCode};
use guichet_core::testing::both_with;

use super::{NEW, browser};
use crate::testing::{PASSWORD, agent, at_once, letter, link};

#[tokio::test]
async fn attack_9_opening_a_reset_link_uses_nothing_up_and_sending_it_does() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let mut page = browser(house);
        page.get("/forgotten").await;
        let fields = [
            ("circuit", "intraparis"),
            ("name", &amina.number),
            ("email", &amina.email),
        ];
        let done = page.post("/forgotten", &fields).await;
        assert!(
            done.status == StatusCode::OK && done.body.contains("Demande enregistrée"),
            "{}",
            done.body
        );
        let path = link(house).await.unwrap();
        let mut scanner = browser(house);
        for method in [Method::GET, Method::HEAD, Method::GET] {
            assert_eq!(
                scanner.ask(method, &path, String::new()).await.status,
                StatusCode::OK
            );
        }
        let shown = page.get(&path).await;
        assert!(
            shown.body.contains("IntraParis") && !shown.body.contains("name=\"code\""),
            "{}",
            shown.body
        );
        assert_eq!(shown.header("referrer-policy"), "no-referrer");
        assert_eq!(
            page.post(&path, &[("new", "weak"), ("repeat", "weak")])
                .await
                .status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let done = page.post(&path, &[("new", NEW), ("repeat", NEW)]).await;
        assert!(
            done.status == StatusCode::OK && done.body.contains("Mot de passe"),
            "{}",
            done.body
        );
        for seen in [
            page.get(&path).await,
            page.post(&path, &[("new", NEW), ("repeat", NEW)]).await,
        ] {
            assert!(seen.body.contains("Ce lien ne sert plus"), "{}", seen.body);
        }
        assert_eq!(browser(house).sign_in("amina.diallo", NEW).await.to(), "/");
    })
    .await;
}

#[tokio::test]
async fn attack_1_a_link_is_built_from_the_configuration_whatever_the_request_says() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let mut page = browser(house);
        for (name, value) in [
            ("host", "evil.example"),
            ("x-forwarded-host", "evil.example"),
            ("x-forwarded-proto", "https"),
            ("forwarded", "host=evil.example;proto=https"),
            ("x-original-host", "evil.example"),
            ("origin", "https://evil.example"),
        ] {
            page.headers.push((name, value.to_owned()));
        }
        page.get("/forgotten").await;
        let fields = [
            ("circuit", "moncompteparisien"),
            ("name", "amina.diallo"),
            ("email", &amina.email),
        ];
        page.post("/forgotten", &fields).await;
        let letter = letter(house).await.unwrap();
        assert!(
            letter.body.contains("http://localhost:8480/reset/"),
            "{}",
            letter.body
        );
        assert!(!letter.body.contains("evil.example"), "{}", letter.body);
    })
    .await;
}

#[tokio::test]
async fn forgotten_answers_the_same_whether_or_not_it_is_anybody() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let mut page = browser(house);
        page.get("/forgotten").await;
        let mut seen = vec![];
        for (name, email) in [
            ("amina.diallo", amina.email.as_str()),
            ("amina.diallo", "other@paris.example"),
            ("nobody.atall", "nobody.atall@paris.example"),
            ("amina.diallo", "amina.diallo@paris.example@evil.example"),
        ] {
            let done = page
                .post(
                    "/forgotten",
                    &[("circuit", "intraparis"), ("name", name), ("email", email)],
                )
                .await;
            seen.push((done.status, done.headers.clone(), done.body.clone()));
        }
        assert!(seen.iter().all(|other| *other == seen[0]));
        assert!(
            link(house).await.is_some() && link(house).await.is_none(),
            "one letter, to the one who exists"
        );
        let unasked = page
            .post("/forgotten", &[("name", "amina.diallo"), ("email", &amina.email)])
            .await;
        assert!(
            unasked.body.contains("Indiquez lequel des deux comptes"),
            "{}",
            unasked.body
        );
        assert!(
            unasked.body.contains("value=\"amina.diallo\""),
            "what was typed is kept: {}",
            unasked.body
        );
    })
    .await;
}

#[tokio::test]
async fn attack_22_no_session_survives_a_reset_and_no_token_survives_a_sign_in() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let (mut one, mut two) = (browser(house), browser(house));
        // Fixation: a token planted before signing in is worth nothing after it.
        one.cookies
            .insert("space-session-internal".into(), "planted".into());
        one.sign_in("amina.diallo", PASSWORD).await;
        assert_ne!(one.cookies["space-session-internal"], "planted");
        two.sign_in("amina.diallo", PASSWORD).await;
        let mut page = browser(house);
        page.get("/forgotten").await;
        page.post(
            "/forgotten",
            &[
                ("circuit", "intraparis"),
                ("name", "amina.diallo"),
                ("email", &amina.email),
            ],
        )
        .await;
        let path = link(house).await.unwrap();
        page.get(&path).await;
        page.post(&path, &[("new", NEW), ("repeat", NEW)]).await;
        for mut session in [one, two] {
            assert_eq!(session.get("/").await.to(), "/sign-in");
        }
    })
    .await;
}
