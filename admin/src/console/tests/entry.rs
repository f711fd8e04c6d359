//! The way in: password, code, enrolment.

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::TimeDelta;
use guichet_core::{channel::Channel, kernel::actor::Role, testing::both_with};

use super::{console, seed_of, space};
use crate::testing::{Browser, PASSWORD, agent, at_once, staff};

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
        let codes = browser.post("/enrol", &[("code", &code)]).await;
        assert!(codes.body.contains("href=\"/\""), "{}", codes.body);
        assert_eq!(browser.get("/").await.status, StatusCode::OK);
        house.clock.advance(TimeDelta::minutes(1));
        console(house).sign_in_as(house, &lena, &seed).await;
    })
    .await;
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
