//! An agent's page, and what may be done there by whom.

use axum::http::StatusCode;
use guichet_core::account::Circuit;
use guichet_core::kernel::actor::Role;
use guichet_core::testing::{both, both_with};

use super::{console, lock_out, seed_of, space};
use crate::testing::{PASSWORD, agent, at_once, link, staff};

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
async fn a_chat_is_unlinked_and_a_code_to_link_one_is_shown_once() {
    both_with(at_once, async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let amina = agent(house, "amina.diallo").await;
        house.link(&amina).await;
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let path = format!("/agents/{}", amina.id);
        sam_at.get(&path).await;
        let bare = sam_at.post(&path, &[("verb", "unlink"), ("reason", " ")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = sam_at
            .post(&path, &[("verb", "unlink"), ("reason", "téléphone perdu")])
            .await;
        assert_eq!(done.to(), format!("{path}?done=unlinked"));
        let bare = sam_at.post(&path, &[("verb", "link_code"), ("reason", "")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        let given = sam_at
            .post(&path, &[("verb", "link_code"), ("reason", "vue au guichet")])
            .await;
        let (_, rest) = given.body.split_once("<p class=\"code\">").unwrap();
        let code: String = rest.chars().take_while(|c| *c != '<').collect();
        assert_eq!(code.chars().filter(char::is_ascii_digit).count(), 8, "{code}");
        assert!(!sam_at.get(&path).await.body.contains(&code), "shown once");
    })
    .await;
}

#[tokio::test]
async fn where_there_is_no_account_its_creation_is_offered_and_no_other_password() {
    both(async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let new = house.agent("salome.brun").await;
        house
            .temporary(&new, Circuit::IntraParis, "Tarte-aux-9mures")
            .await;
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let path = format!("/agents/{}", new.id);
        let page = sam_at.get(&path).await.body;
        let forced = page.matches("value=\"force\"").count();
        assert_eq!(forced, 1, "for IntraParis alone");
        // For the other one, the link that creates it is sent.
        let created = page
            .matches("Envoyer un lien de création MonCompteParisien")
            .count();
        assert_eq!(created, 2, "in the summary and on the button: {page}");
        let fields = [
            ("verb", "reset"),
            ("circuit", "moncompteparisien"),
            ("reason", "Appel de l’agente"),
        ];
        let sent = sam_at.post(&path, &fields).await;
        assert_eq!(sent.to(), format!("{path}?done=created"));
        let seen = sam_at.get(sent.to()).await.body;
        assert!(seen.contains("Un lien de création part"), "{seen}");
        let letter = crate::testing::letter(house).await.unwrap();
        assert_eq!(letter.to, new.email);
        assert!(letter.body.contains("/create/"), "{}", letter.body);
    })
    .await;
}
