//! The door before pages of the tests' own.

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    http::{Method, StatusCode},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use guichet_core::{
    channel::Channel,
    kernel::{fault::Fault, house::House},
    testing::{both, both_with},
};
use serde::Deserialize;

use super::{Checked, Face, Failure, Site, Visit, close};
use crate::testing::Browser;

#[derive(Deserialize)]
struct Wish {
    email: String,
}

async fn show(visit: Visit) -> Html<String> {
    Html(format!(
        "{} {} <input name=\"key\" value=\"{}\">",
        visit.lang.code(),
        visit.channel,
        visit.form_key()
    ))
}

async fn take(Checked(wish): Checked<Wish>) -> String {
    wish.email
}

async fn fail() -> Failure {
    Fault::inconsistent("leave", "17", "a secret detail").into()
}

async fn busy() -> Failure {
    Failure::Busy
}

async fn stumble() -> Response {
    let empty: [u8; 0] = [];
    let at = std::hint::black_box(3);
    (StatusCode::OK, empty[at].to_string()).into_response()
}

fn site(house: &Arc<House>, face: Face) -> Router {
    let pages = Router::new()
        .route("/form", get(show).post(take))
        .route("/fail", get(fail))
        .route("/fail/{link}", get(fail))
        .route("/busy", get(busy))
        .route("/stumble", get(stumble));
    close(pages, Site::new(house.clone(), face).unwrap())
}

fn space(house: &Arc<House>) -> Browser {
    Browser::new(&site(house, Face::Space), Channel::Internal)
}

#[tokio::test]
async fn every_answer_carries_the_policy_and_no_page_is_stored() {
    both(async |house| {
        let mut browser = space(house);
        for path in ["/form", "/fail", "/nowhere", "/busy"] {
            let seen = browser.get(path).await;
            let policy = seen.header("content-security-policy");
            assert!(
                policy.starts_with("default-src 'none'; style-src 'self'; img-src 'self';"),
                "{path}: {policy}"
            );
            assert!(
                policy.contains("form-action 'self'") && policy.contains("frame-ancestors 'none'"),
                "{policy}"
            );
            assert!(
                !policy.contains("script") && !policy.contains("unsafe"),
                "{policy}"
            );
            assert_eq!(seen.header("x-content-type-options"), "nosniff");
            assert_eq!(seen.header("referrer-policy"), "no-referrer");
            assert_eq!(seen.header("cross-origin-opener-policy"), "same-origin");
            assert_eq!(seen.header("cache-control"), "no-store", "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn assets_are_kept_for_ever_under_a_name_that_changes_with_them() {
    both(async |house| {
        let mut browser = space(house);
        let page = browser.get("/nowhere").await;
        for (address, kind) in [
            (super::sheet(), "text/css; charset=utf-8"),
            (super::mark(), "image/svg+xml"),
        ] {
            assert!(page.body.contains(&address), "{address}");
            let seen = browser.get(&address).await;
            assert_eq!((seen.status, seen.header("content-type")), (StatusCode::OK, kind));
            assert!(seen.header("cache-control").contains("immutable"));
        }
        assert_eq!(
            browser.get("/assets/guichet-0.css").await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn a_form_is_taken_only_with_the_key_of_its_own_visit() {
    both(async |house| {
        let (mut mine, mut other) = (space(house), space(house));
        mine.get("/form").await;
        other.get("/form").await;
        assert_ne!(mine.key, other.key);
        assert_eq!(mine.post("/form", &[("email", "a@b")]).await.body, "a@b");
        for key in ["", "x", &other.key, &mine.key[1..], &mine.key.to_lowercase()] {
            let seen = mine
                .clone()
                .post_bare("/form", &[("key", key), ("email", "a@b")])
                .await;
            assert_eq!(seen.status, StatusCode::FORBIDDEN, "{key}");
            assert!(seen.body.contains("Formulaire périmé"));
        }
        assert_eq!(
            mine.clone().post_bare("/form", &[("email", "a@b")]).await.status,
            StatusCode::FORBIDDEN
        );
        // Another site can make the browser send a form, but neither our cookie with it nor the key in it.
        let mut without = mine.clone();
        without.cookies.clear();
        assert_eq!(
            without.post("/form", &[("email", "a@b")]).await.status,
            StatusCode::FORBIDDEN
        );
    })
    .await;
}

#[tokio::test]
async fn attack_2_a_field_sent_twice_or_as_something_else_is_not_read() {
    both(async |house| {
        let mut browser = space(house);
        browser.get("/form").await;
        let twice = [("email", "a@paris.example"), ("email", "b@evil.example")];
        assert_eq!(
            browser.post("/form", &twice).await.status,
            StatusCode::BAD_REQUEST
        );
        let list = [("email[]", "a@paris.example"), ("email[]", "b@evil.example")];
        assert_eq!(browser.post("/form", &list).await.status, StatusCode::BAD_REQUEST);
        let key = browser.key.clone();
        let keys = [("key", key.as_str()), ("key", key.as_str()), ("email", "a@b")];
        assert_eq!(
            browser.post_bare("/form", &keys).await.status,
            StatusCode::FORBIDDEN
        );
        browser.headers.push(("content-type", "application/json".into()));
        assert_eq!(
            browser.post("/form", &[("email", "a@b")]).await.status,
            StatusCode::BAD_REQUEST
        );
    })
    .await;
}

#[tokio::test]
async fn more_than_a_form_is_refused_unread() {
    both(async |house| {
        let mut browser = space(house);
        browser.get("/form").await;
        let seen = browser
            .post("/form", &[("email", &"x".repeat(super::LONGEST_FORM))])
            .await;
        assert_eq!(seen.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(seen.body.contains("Envoi trop volumineux"));
    })
    .await;
}

#[tokio::test]
async fn a_fault_shows_a_code_and_nothing_else() {
    both(async |house| {
        let mut browser = space(house);
        let seen = browser.get("/fail").await;
        assert_eq!(seen.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(!seen.body.contains("secret detail") && !seen.body.contains("leave"));
        let (_, code) = seen.body.split_once("class=\"code-big\">").unwrap();
        assert!(code[..9].bytes().enumerate().all(|(i, b)| if i == 4 {
            b == b'-'
        } else {
            b.is_ascii_digit()
        }));
        let bug = browser.get("/stumble").await;
        assert!(bug.status.is_server_error());
        assert!(bug.body.contains("code-big") && bug.header("cache-control") == "no-store");
    })
    .await;
}

/// What is logged meanwhile, here and on no other thread.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn attack_07_a_fault_on_the_page_of_a_link_logs_the_page_and_not_the_token() {
    both(async |house| {
        let log = Log::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt().with_writer(move || writer.clone());
        let guard = tracing::subscriber::set_default(subscriber.finish());
        let seen = space(house).get("/fail/uN-jeton-qui-ouvre").await;
        drop(guard);
        assert_eq!(seen.status, StatusCode::INTERNAL_SERVER_ERROR);
        let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        assert!(logged.contains("/fail/{link}"), "{logged}");
        assert!(!logged.contains("jeton"), "{logged}");
    })
    .await;
}

#[tokio::test]
async fn too_much_to_do_says_when_to_come_back() {
    both(async |house| {
        let seen = space(house).get("/busy").await;
        assert_eq!(
            (seen.status, seen.header("retry-after")),
            (StatusCode::SERVICE_UNAVAILABLE, "5")
        );
        assert!(seen.body.contains("Réessayez dans quelques secondes"));
    })
    .await;
}

#[tokio::test]
async fn what_does_not_exist_and_what_is_asked_wrongly_get_a_page() {
    both(async |house| {
        let mut browser = space(house);
        let seen = browser.get("/nowhere").await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND);
        assert!(seen.body.contains("<html lang=\"fr\">") && seen.body.contains("Page introuvable"));
        let seen = browser.ask(Method::DELETE, "/form", String::new()).await;
        assert_eq!(seen.status, StatusCode::METHOD_NOT_ALLOWED);
        assert!(seen.body.contains("Page introuvable") && seen.header("allow").contains("GET"));
    })
    .await;
}

#[tokio::test]
async fn the_language_is_what_was_chosen_here_else_what_the_browser_prefers() {
    both(async |house| {
        let mut browser = space(house);
        browser.headers.push(("accept-language", "en-GB".into()));
        assert!(browser.get("/form").await.body.starts_with("en "));
        let chosen = browser
            .post("/language", &[("lang", "fr"), ("back", "/form")])
            .await;
        assert_eq!((chosen.status, chosen.to()), (StatusCode::SEE_OTHER, "/form"));
        assert!(browser.get("/form").await.body.starts_with("fr "));
        let away = browser
            .post("/language", &[("lang", "xx"), ("back", "//evil.example")])
            .await;
        assert_eq!(away.to(), "/");
        assert!(
            browser.get("/form").await.body.starts_with("fr "),
            "no language is no choice"
        );
    })
    .await;
}

#[tokio::test]
async fn cookies_are_strict_and_bound_to_the_host_over_https() {
    both(async |house| {
        let seen = space(house).get("/form").await;
        let cookie = seen.header("set-cookie");
        assert!(
            cookie.starts_with("space-visit=") && !cookie.contains("Secure"),
            "{cookie}"
        );
        assert!(cookie.contains("HttpOnly; SameSite=Strict"), "{cookie}");
        assert_eq!(seen.header("strict-transport-security"), "");
    })
    .await;
    both_with(
        |settings| settings.space.public_url = "https://guichet.paris.example".into(),
        async |house| {
            let seen = space(house).get("/form").await;
            let cookie = seen.header("set-cookie");
            assert!(cookie.starts_with("__Host-space-visit="), "{cookie}");
            assert!(
                cookie.contains("; Path=/; HttpOnly; SameSite=Strict; Secure"),
                "{cookie}"
            );
            assert!(seen.header("strict-transport-security").starts_with("max-age="));
        },
    )
    .await;
}

#[tokio::test]
async fn attack_21_the_console_does_not_open_from_outside_whatever_the_browser_claims() {
    both(async |house| {
        let console = site(house, Face::Console);
        let mut outside = Browser::new(&console, None);
        outside.headers.push(("x-forwarded-for", "10.1.2.3".into()));
        outside.headers.push(("forwarded", "for=10.1.2.3".into()));
        outside.headers.push(("x-real-ip", "10.1.2.3".into()));
        for path in ["/form", "/fail", "/nowhere"] {
            let seen = outside.get(path).await;
            assert_eq!(seen.status, StatusCode::FORBIDDEN, "{path}");
            assert!(seen.body.contains("Console fermée depuis l’extérieur"));
        }
        let mut inside = Browser::new(&console, None).from([10, 1, 2, 3]);
        assert!(inside.get("/form").await.body.contains(" internal "));
        let mut vpn = Browser::new(&console, None).from([172, 16, 0, 9]);
        assert!(vpn.get("/form").await.body.contains(" vpn "));
        assert_eq!(
            Browser::new(&console, Channel::MobilePortal)
                .get("/form")
                .await
                .status,
            StatusCode::FORBIDDEN
        );
    })
    .await;
}

#[tokio::test]
async fn every_page_leads_to_the_accessibility_statement() {
    both(async |house| {
        let mut browser = space(house);
        assert!(
            browser
                .get("/nowhere")
                .await
                .body
                .contains("href=\"/accessibility\"")
        );
        let statement = browser.get("/accessibility").await;
        assert_eq!(statement.status, StatusCode::OK);
        assert!(
            statement.body.contains("Déclaration d’accessibilité") && statement.body.contains("non conforme")
        );
    })
    .await;
}
