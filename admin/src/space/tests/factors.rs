//! Second factors in the browser: the code by SMS, recovery codes, and what the Security page says.

use std::sync::Arc;

use axum::{Router, http::StatusCode};
use chrono::TimeDelta;
use guichet_core::{
    channel::Channel,
    people::Profile,
    testing::{TestHouse, both_with},
};

use crate::testing::{Browser, PASSWORD, at_once, provision, seed_of};

/// The space, and Amina's phone outside of it.
async fn phone(house: &TestHouse) -> (Router, Browser) {
    let amina = house
        .agent_with("amina.diallo", |new| new.mobile = Some("06 39 98 00 17".into()))
        .await;
    provision(house, &amina, false).await;
    let site = crate::space(Arc::clone(house)).unwrap();
    let phone = Browser::new(&site, Channel::MobilePortal);
    (site, phone)
}

#[tokio::test]
async fn on_the_mobile_portal_the_page_asks_for_the_code_says_where_it_is_and_sends_another() {
    both_with(at_once, async |house| {
        let (_, mut phone) = phone(house).await;
        assert_eq!(phone.sign_in("amina.diallo", PASSWORD).await.to(), "/sms");
        assert_eq!(phone.get("/").await.to(), "/sign-in", "not yet");
        let page = phone.get("/sms").await;
        assert!(page.body.contains("** ** ** ** 17"), "{}", page.body);
        assert!(!page.body.contains("33639980017") && !page.body.contains("/sms/resend"));
        let first = house.texted_code().await.unwrap();
        house.clock.advance(TimeDelta::seconds(61));
        let page = phone.get("/sms").await;
        assert!(page.body.contains("/sms/resend"), "{}", page.body);
        assert_eq!(phone.post("/sms/resend", &[]).await.to(), "/sms");
        let second = house.texted_code().await.unwrap();
        phone.get("/sms").await;
        let wrong = phone.post("/sms", &[("code", &first)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("id=\"code-error\""), "{}", wrong.body);
        assert_eq!(phone.post("/sms", &[("code", &second)]).await.to(), "/");
        let security = phone.get("/security").await;
        assert!(
            security.body.contains("** ** ** ** 17") && security.body.contains("/security/second-factor")
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_lacks_a_factor_is_told_what_to_do_after_the_right_password_only() {
    both_with(at_once, async |house| {
        let amina = house.agent("amina.diallo").await;
        provision(house, &amina, false).await;
        let site = crate::space(Arc::clone(house)).unwrap();
        let mut phone = Browser::new(&site, Channel::MobilePortal);
        let wrong = phone.sign_in("amina.diallo", "Printemps-2027!").await;
        assert!(!wrong.body.contains("second facteur"), "{}", wrong.body);
        let right = phone.sign_in("amina.diallo", PASSWORD).await;
        assert!(right.body.contains("second facteur"), "{}", right.body);
        let mut inside = Browser::new(&site, Channel::Internal);
        assert_eq!(inside.sign_in("amina.diallo", PASSWORD).await.to(), "/");
    })
    .await;
}

#[tokio::test]
async fn a_sensitive_profile_enrols_inside_sees_ten_codes_once_and_makes_others_after_a_proof() {
    both_with(at_once, async |house| {
        let iris = house
            .agent_with("iris.sensible", |new| {
                new.mobile = Some("06 39 98 00 18".into());
                new.profile = Profile::SocialData;
            })
            .await;
        provision(house, &iris, false).await;
        let site = crate::space(Arc::clone(house)).unwrap();
        let mut inside = Browser::new(&site, Channel::Internal);
        assert_eq!(inside.sign_in("iris.sensible", PASSWORD).await.to(), "/sms");
        inside.get("/sms").await;
        let code = house.texted_code().await.unwrap();
        assert_eq!(inside.post("/sms", &[("code", &code)]).await.to(), "/enrol");
        let page = inside.get("/enrol").await;
        let (_, rest) = page.body.split_once("aria-labelledby=\"manual\">").unwrap();
        let seed = seed_of(rest.split('<').next().unwrap());
        let code = seed.code(house.clock.now()).unwrap();
        let shown = inside.post("/enrol", &[("code", &code)]).await;
        assert_eq!((shown.status, keys(&shown.body).len()), (StatusCode::OK, 10));
        assert!(shown.body.contains("href=\"/\""), "{}", shown.body);
        let again = inside.post("/enrol", &[("code", &code)]).await;
        assert!(keys(&again.body).is_empty(), "shown once");
        let security = inside.get("/security").await;
        assert!(
            security.body.contains("données sociales") && security.body.contains("/security/recovery"),
            "{}",
            security.body
        );
        let asked = inside.get("/security/recovery").await;
        assert!(
            asked.body.contains("action=\"/security/prove\""),
            "{}",
            asked.body
        );
        house.clock.advance(TimeDelta::seconds(30));
        let code = seed.code(house.clock.now()).unwrap();
        let proof = [
            ("password", PASSWORD),
            ("code", &code),
            ("to", "/security/recovery"),
        ];
        assert_eq!(
            inside.post("/security/prove", &proof).await.to(),
            "/security/recovery"
        );
        inside.get("/security/recovery").await;
        let fresh = inside.post("/security/recovery", &[]).await;
        assert_eq!(keys(&fresh.body).len(), 10);
        assert!(
            keys(&fresh.body)
                .iter()
                .all(|key| !shown.body.contains(key.as_str()))
        );
    })
    .await;
}

fn keys(body: &str) -> Vec<String> {
    body.split("<li class=\"key\">")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn after_the_code_by_sms_the_page_first_asked_for_is_shown() {
    both_with(at_once, async |house| {
        let (site, mut phone) = phone(house).await;
        phone.get("/sign-in?to=/leave").await;
        let name = [
            ("username", "amina.diallo"),
            ("password", PASSWORD),
            ("to", "/leave"),
        ];
        let second = phone.post("/sign-in", &name).await;
        assert_eq!(second.to(), "/second?to=/leave");
        phone.get(second.to()).await;
        let sms = phone
            .post("/second", &[("password", PASSWORD), ("to", "/leave")])
            .await;
        assert_eq!(sms.to(), "/sms?to=/leave");
        let page = phone.get(sms.to()).await;
        assert_eq!(page.field("to").as_deref(), Some("/leave"));
        let again = phone.post("/sms/resend", &[("to", "/leave")]).await;
        assert_eq!(again.to(), "/sms?to=/leave");
        let code = house.texted_code().await.unwrap();
        let wrong = phone.post("/sms", &[("code", "1"), ("to", "/leave")]).await;
        assert_eq!(wrong.field("to").as_deref(), Some("/leave"));
        let done = phone.post("/sms", &[("code", &code), ("to", "/leave")]).await;
        assert_eq!(done.to(), "/leave");
        // To this site only, whatever is asked.
        let mut phone = Browser::new(&site, Channel::MobilePortal);
        assert_eq!(phone.sign_in("amina.diallo", PASSWORD).await.to(), "/sms");
        house.clock.advance(TimeDelta::seconds(61));
        let page = phone.get("/sms?to=https://evil.example/").await;
        assert_eq!(page.field("to").as_deref(), Some("/"));
        let to = phone.post("/sms/resend", &[("to", "//evil.example")]).await;
        assert_eq!(to.to(), "/sms");
    })
    .await;
}

#[tokio::test]
async fn linking_a_chat_from_the_mobile_portal_asks_the_code_by_sms_too() {
    both_with(at_once, async |house| {
        let (_, mut phone) = phone(house).await;
        phone.sign_in("amina.diallo", PASSWORD).await;
        phone.get("/sms").await;
        let code = house.texted_code().await.unwrap();
        phone.post("/sms", &[("code", &code)]).await;
        house.clock.advance(TimeDelta::seconds(61));
        let page = phone.get("/security/chat").await;
        assert!(page.body.contains("/security/prove/send"), "{}", page.body);
        let link = |code| [("address", "@a.d:localhost"), ("old", PASSWORD), ("app", code)];
        let bare = phone.post("/security/chat/start", &link("")).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bare.body.contains("id=\"app-error\""), "{}", bare.body);
        let sent = phone
            .post("/security/prove/send", &[("to", "/security/chat")])
            .await;
        assert_eq!(sent.to(), "/security/chat");
        let page = phone.get("/security/chat").await;
        assert!(page.body.contains("** ** ** ** 17"), "{}", page.body);
        let code = house.texted_code().await.unwrap();
        let done = phone.post("/security/chat/start", &link(&code)).await;
        assert_eq!(done.to(), "/security/chat", "{}", done.body);
        let away = phone
            .post("/security/prove/send", &[("to", "https://evil.example")])
            .await;
        assert_eq!(away.to(), "/");
    })
    .await;
}
