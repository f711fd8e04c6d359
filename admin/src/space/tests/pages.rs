//! The pages of whoever is signed in.

use axum::http::StatusCode;
use guichet_core::testing::both_with;

use super::{NEW, browser};
use crate::testing::{PASSWORD, agent, at_once};

#[tokio::test]
async fn sessions_are_listed_and_closed_one_by_one_by_their_owner_only() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        agent(house, "leo.martin").await;
        let (mut one, mut two, mut leo) = (browser(house), browser(house), browser(house));
        one.sign_in("amina.diallo", PASSWORD).await;
        two.sign_in("amina.diallo", PASSWORD).await;
        leo.sign_in("leo.martin", PASSWORD).await;
        let page = one.get("/security").await;
        let (_, rest) = page.body.split_once("name=\"session\" value=\"").unwrap();
        let other = rest[..36].to_owned();
        assert_eq!(
            rest.matches("name=\"session\"").count(),
            0,
            "the session in use is not offered"
        );
        leo.get("/security").await;
        leo.post("/security/close", &[("session", &other)]).await;
        assert_eq!(
            two.get("/").await.status,
            StatusCode::OK,
            "not somebody else's to close"
        );
        one.post("/security/close", &[("session", &other)]).await;
        assert_eq!(
            (two.get("/").await.to(), one.get("/").await.status),
            ("/sign-in", StatusCode::OK)
        );
    })
    .await;
}

#[tokio::test]
async fn changing_the_password_asks_for_the_old_one_and_closes_the_other_sessions() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let (mut one, mut two) = (browser(house), browser(house));
        one.sign_in("amina.diallo", PASSWORD).await;
        two.sign_in("amina.diallo", PASSWORD).await;
        one.get("/password/intraparis").await;
        let wrong = one
            .post(
                "/password/intraparis",
                &[("old", "wrong"), ("new", NEW), ("repeat", NEW)],
            )
            .await;
        assert!(
            wrong.body.contains("Le mot de passe actuel ne convient pas"),
            "{}",
            wrong.body
        );
        let same = one
            .post(
                "/password/intraparis",
                &[("old", PASSWORD), ("new", PASSWORD), ("repeat", PASSWORD)],
            )
            .await;
        assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = one
            .post(
                "/password/intraparis",
                &[("old", PASSWORD), ("new", NEW), ("repeat", NEW)],
            )
            .await;
        assert_eq!(done.to(), "/security", "{}", done.body);
        assert_eq!(
            (one.get("/").await.status, two.get("/").await.to()),
            (StatusCode::OK, "/sign-in")
        );
    })
    .await;
}

#[tokio::test]
async fn a_click_on_another_site_leads_through_our_own_page_first() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut amina = browser(house);
        amina.sign_in("amina.diallo", PASSWORD).await;
        // What a browser does with strict cookies when a chat client's link is clicked: it sends none.
        let mut led = amina.clone();
        led.cookies.clear();
        led.headers.push(("sec-fetch-site", "cross-site".into()));
        let page = led.get("/leave").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            page.body.contains("http-equiv=\"refresh\"") && page.body.contains("href=\"/leave\""),
            "{}",
            page.body
        );
        // And with the next click, on our own page.
        amina.headers.push(("sec-fetch-site", "same-origin".into()));
        assert!(amina.get("/leave").await.body.contains("Mes congés"));
        // A form shown without the session's cookie is still taken with it.
        let mut reset = amina.clone();
        reset.headers.clear();
        reset.key = {
            led.headers.clear();
            led.get("/forgotten").await;
            led.key.clone()
        };
        reset.cookies.extend(led.cookies.clone());
        let sent = reset
            .post(
                "/forgotten",
                &[("circuit", "intraparis"), ("name", "x.y"), ("email", "x@y")],
            )
            .await;
        assert_eq!(sent.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn every_page_that_is_somebodys_asks_who_it_is() {
    both_with(at_once, async |house| {
        let mut nobody = browser(house);
        for path in [
            "/",
            "/leave",
            "/decisions",
            "/security",
            "/password/intraparis",
            "/factor",
            "/enrol",
            "/new-password",
        ] {
            assert!(nobody.get(path).await.to().starts_with("/sign-in"), "{path}");
        }
        nobody.get("/sign-in").await;
        for path in [
            "/help",
            "/leave/withdraw",
            "/decisions",
            "/decisions/undo",
            "/security/close",
            "/password/intraparis",
        ] {
            let fields = [
                ("circuit", "intraparis"),
                ("number", "1"),
                ("verdict", "validate"),
                ("reason", "x"),
                ("session", "00000000-0000-7000-8000-000000000000"),
                ("old", "x"),
                ("new", "x"),
                ("repeat", "x"),
            ];
            assert_eq!(nobody.post(path, &fields).await.to(), "/sign-in", "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn pages_speak_both_languages() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut amina = browser(house);
        amina.sign_in("amina.diallo", PASSWORD).await;
        for path in [
            "/",
            "/leave",
            "/decisions",
            "/security",
            "/password/intraparis",
            "/forgotten",
            "/sign-in",
        ] {
            let fr = amina.get(path).await;
            assert!(
                fr.body.contains("<html lang=\"fr\">")
                    && !fr.body.contains("[space-")
                    && !fr.body.contains("[entry-"),
                "{path}"
            );
        }
        amina.post("/language", &[("lang", "en"), ("back", "/")]).await;
        for path in [
            "/",
            "/leave",
            "/decisions",
            "/security",
            "/password/intraparis",
            "/forgotten",
            "/sign-in",
        ] {
            let en = amina.get(path).await;
            assert!(
                en.body.contains("<html lang=\"en\">") && !en.body.contains("[space-"),
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_nul_in_a_form_or_an_address_is_garbled_and_no_fault_of_the_house() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut anybody = browser(house);
        anybody.get("/forgotten").await;
        let form = [
            ("circuit", "intraparis"),
            ("name", "amina\0diallo"),
            ("email", "amina.diallo@paris.example"),
        ];
        let garbled = anybody.post("/forgotten", &form).await;
        assert_eq!(garbled.status, StatusCode::BAD_REQUEST, "{}", garbled.body);
        let garbled = anybody.get("/sign-in?to=%00").await;
        assert_eq!(garbled.status, StatusCode::BAD_REQUEST);
        assert_eq!(anybody.get("/sign-in").await.status, StatusCode::OK);
    })
    .await;
}
