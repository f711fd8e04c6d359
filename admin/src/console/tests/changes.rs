//! The queue of changes, and deciding on one.

use axum::http::StatusCode;
use guichet_core::{
    kernel::actor::{Door, Role},
    people::Agent,
    profile::{self, Address, Change, Detail},
    testing::{TestHouse, both_with},
};

use super::console;
use crate::testing::{Browser, agent, at_once, staff};

async fn declared(house: &TestHouse, agent: &Agent) -> Change {
    let address = Address::new("12 rue des Lilas", "75019", "Paris").unwrap();
    let mut work = house.work(agent, Door::Space).await;
    let change = profile::declare(&mut work, Detail::Address(address), None)
        .await
        .unwrap();
    work.save().await.unwrap();
    change
}

async fn signed_in(house: &TestHouse, username: &str, role: Role) -> Browser {
    let (agent, seed) = staff(house, username, role).await;
    let mut browser = console(house);
    browser.sign_in_as(house, &agent, &seed).await;
    browser
}

#[tokio::test]
async fn human_resources_see_old_beside_new_and_decide_once() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let change = declared(house, &amina).await;
        let mut nadia = signed_in(house, "nadia.petit", Role::HrOfficer).await;
        let list = nadia.get("/changes").await;
        let path = format!("/changes/{}", change.id);
        assert!(
            list.body.contains(&path) && !list.body.contains("Lilas"),
            "{}",
            list.body
        );
        let page = nadia.get(&path).await;
        assert!(
            page.body.contains("12 rue des Lilas, 75019 Paris"),
            "{}",
            page.body
        );
        assert!(page.body.contains("non renseigné"), "nothing was known before");
        let logged = house.logged(&amina).await;
        assert_eq!(
            (logged[0].0.as_str(), logged[0].1.as_str()),
            ("view", "profile.look")
        );
        let bare = nadia.post(&path, &[("verb", "refuse"), ("reason", " ")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bare.body.contains("Indiquez le motif"), "{}", bare.body);
        assert_eq!(
            nadia.post(&path, &[("verb", "burn")]).await.status,
            StatusCode::BAD_REQUEST
        );
        let done = nadia.post(&path, &[("verb", "validate")]).await;
        assert_eq!(done.to(), format!("{path}?done=validated"));
        let page = nadia.get(done.to()).await;
        assert!(page.body.contains("Le changement est validé") && !page.body.contains("value=\"validate\""));
        let twice = nadia
            .post(&path, &[("verb", "refuse"), ("reason", "Trop tard")])
            .await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(twice.body.contains("plus en attente"), "{}", twice.body);
        assert!(nadia.get("/changes").await.body.contains("Aucun changement"));
    })
    .await;
}

#[tokio::test]
async fn attack_23_no_other_role_opens_the_queue_or_a_change_by_its_address() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let change = declared(house, &amina).await;
        let path = format!("/changes/{}", change.id);
        for (username, role) in [
            ("sam.support", Role::ItSupport),
            ("ada.admin", Role::ItAdmin),
            ("carl.contact", Role::ItContact),
            ("otto.auditor", Role::Auditor),
        ] {
            let mut other = signed_in(house, username, role).await;
            for path in ["/changes", &path] {
                let seen = other.get(path).await;
                assert_eq!(seen.status, StatusCode::FORBIDDEN, "{username} {path}");
                assert!(!seen.body.contains("Lilas"));
            }
            let decided = other.post(&path, &[("verb", "validate")]).await;
            assert_eq!(decided.status, StatusCode::FORBIDDEN, "{username}");
        }
        let mut nadia = signed_in(house, "nadia.petit", Role::HrOfficer).await;
        for odd in [
            "/changes/1",
            "/changes/00000000-0000-7000-8000-000000000000",
            "/changes/..%2Flog",
        ] {
            assert_eq!(nadia.get(odd).await.status, StatusCode::NOT_FOUND, "{odd}");
        }
    })
    .await;
}
