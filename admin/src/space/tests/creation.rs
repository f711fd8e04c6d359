//! Creating an account (AC14), as a browser meets it: from the sign-in page to the first sign-in.

use axum::http::StatusCode;
use guichet_core::testing::{TestHouse, both_with};

use super::{NEW, browser};
use crate::testing::{Browser, PASSWORD, Seen, at_once, link};

pub(super) const MAIL: &str = "amina.diallo@paris.example";

pub(super) async fn ask(page: &mut Browser, circuit: &str, name: &str, email: &str) -> Seen {
    page.get("/create").await;
    let fields = [("circuit", circuit), ("name", name), ("email", email)];
    page.post("/create", &fields).await
}

/// Follows the link of the last letter, and chooses a password.
async fn create(house: &TestHouse, page: &mut Browser, password: &str) -> Seen {
    let path = link(house).await.unwrap();
    page.get(&path).await;
    page.post(&path, &[("new", password), ("repeat", password)]).await
}

#[tokio::test]
async fn a_newcomer_comes_from_the_sign_in_page_and_is_told_which_account_is_missing() {
    both_with(at_once, async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut page = browser(house);
        let door = page.get("/sign-in").await;
        assert!(door.body.contains("/create\">Créer mon compte"), "{}", door.body);
        let done = ask(&mut page, "intraparis", &amina.number, MAIL).await;
        assert!(
            done.body.contains("votre lien pour créer le compte IntraParis"),
            "sender and subject are announced: {}",
            done.body
        );
        let path = link(house).await.unwrap();
        let form = page.get(&path).await;
        let script = form.body.split_once("<script src=\"").unwrap().1;
        let script = script.split('"').next().unwrap();
        assert!(
            form.header("content-security-policy")
                .contains("script-src 'self';")
        );
        assert!(!door.header("content-security-policy").contains("script"));
        let script = page.clone().get(script).await;
        assert!(script.header("content-type").starts_with("text/javascript"));
        assert!(!script.body.contains("fetch") && !script.body.contains("innerHTML"));
        // Without script, the answer names what is missing.
        let weak = page.post(&path, &[("new", "amina"), ("repeat", "amin")]).await;
        assert!(
            weak.body.contains("Les deux saisies sont différentes"),
            "{}",
            weak.body
        );
        let weak = page.post(&path, &[("new", "amina"), ("repeat", "amina")]).await;
        for missing in ["caractères", "majuscule", "chiffre", "caractère spécial", "nom"] {
            assert!(weak.body.contains(missing), "{missing}: {}", weak.body);
        }
        let created = page.post(&path, &[("new", NEW), ("repeat", NEW)]).await;
        assert!(
            created.status == StatusCode::OK && created.body.contains("Compte IntraParis créé"),
            "{}",
            created.body
        );
        // One account is not enough: the page names the missing one and leads to its creation.
        let refused = page.sign_in("amina.diallo", NEW).await;
        assert!(
            refused
                .body
                .contains("votre compte MonCompteParisien n’est pas encore créé"),
            "{}",
            refused.body
        );
        assert!(refused.body.contains("/create?circuit=moncompteparisien"));
        let form = page.get("/create?circuit=moncompteparisien").await;
        assert!(
            form.body.contains("value=\"moncompteparisien\" checked"),
            "{}",
            form.body
        );
        ask(&mut page, "moncompteparisien", &amina.number, MAIL).await;
        let created = create(house, &mut page, NEW).await;
        assert!(
            created.body.contains("Compte MonCompteParisien créé"),
            "{}",
            created.body
        );
        assert_eq!(page.step_one("amina.diallo", NEW).await.to(), "/second");
        assert_eq!(page.second(NEW).await.to(), "/");
    })
    .await;
}

#[tokio::test]
async fn who_has_chosen_a_first_password_is_led_to_the_account_that_is_missing() {
    both_with(at_once, async |house| {
        let amina = house.agent("amina.diallo").await;
        house
            .temporary(&amina, guichet_core::account::Circuit::IntraParis, PASSWORD)
            .await;
        let mut page = browser(house);
        let seen = page.step_one("amina.diallo", PASSWORD).await;
        assert_eq!(seen.to(), "/new-password", "{}", seen.body);
        page.get("/new-password").await;
        let seen = page
            .post("/new-password", &[("new", NEW), ("repeat", NEW), ("to", "/")])
            .await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            seen.body.contains("MonCompteParisien n’est pas encore créé")
                && seen.body.contains("/create?circuit=moncompteparisien"),
            "{}",
            seen.body
        );
    })
    .await;
}

#[tokio::test]
async fn the_page_says_what_is_missing_in_both_languages() {
    both_with(at_once, async |house| {
        let mut page = browser(house);
        page.get("/create").await;
        let seen = page
            .post("/create", &[("circuit", ""), ("name", "12"), ("email", "")])
            .await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            seen.body
                .contains("Indiquez lequel des deux comptes vous voulez créer.")
        );
        assert!(seen.body.contains("value=\"12\""), "{}", seen.body);
        let seen = browser_in_english(house).get("/create").await;
        assert!(
            seen.body.contains("Which account do you want to create?"),
            "{}",
            seen.body
        );
    })
    .await;
}

fn browser_in_english(house: &TestHouse) -> Browser {
    let mut page = browser(house);
    page.headers.push(("accept-language", "en".into()));
    page
}
