//! My profile: what is declared, what is refused in words, what is taken back.

use axum::http::StatusCode;
use guichet_core::testing::{TestHouse, both_with};

use crate::testing::{Browser, PASSWORD, agent, at_once};

const ADDRESS: [(&str, &str); 3] = [
    ("street", "12 rue des Lilas"),
    ("postcode", "75019"),
    ("town", "Paris"),
];

async fn amina(house: &TestHouse) -> Browser {
    agent(house, "amina.diallo").await;
    let mut browser = super::browser(house);
    assert_eq!(browser.sign_in("amina.diallo", PASSWORD).await.to(), "/");
    browser
}

#[tokio::test]
async fn an_address_is_declared_shown_and_taken_back_and_a_card_is_another_request() {
    both_with(at_once, async |house| {
        let mut amina = amina(house).await;
        let page = amina.get("/profile").await;
        assert!(page.body.contains("non renseigné") && page.body.contains("amina.diallo@paris.example"));
        amina.get("/profile/address").await;
        let sent = amina.post("/profile/address", &ADDRESS).await;
        assert_eq!(sent.to(), "/profile?done=address", "{}", sent.body);
        let page = amina.get("/profile?done=address").await;
        assert!(
            page.body.contains("12 rue des Lilas, 75019 Paris"),
            "{}",
            page.body
        );
        assert!(page.body.contains("ne renouvelle pas la carte professionnelle"));
        let again = amina.post("/profile/address", &ADDRESS).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert!(
            again.body.contains("Un changement est déjà en cours"),
            "{}",
            again.body
        );
        amina.get("/profile").await;
        assert_eq!(
            amina.post("/profile/withdraw", &[("kind", "address")]).await.to(),
            "/profile"
        );
        let page = amina.get("/profile").await;
        assert!(page.body.contains("Retiré"), "{}", page.body);
        assert_eq!(
            amina
                .post("/profile/withdraw", &[("kind", "address")])
                .await
                .status,
            StatusCode::CONFLICT
        );
        assert_eq!(
            amina.post("/profile/withdraw", &[("kind", "all")]).await.status,
            StatusCode::BAD_REQUEST
        );
        amina.get("/profile").await;
        assert_eq!(amina.post("/profile/card", &[]).await.to(), "/");
        assert!(amina.get("/").await.body.contains("arte professionnelle"));
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_an_address_is_said_at_its_field_and_what_was_typed_stays() {
    both_with(at_once, async |house| {
        let mut amina = amina(house).await;
        amina.get("/profile/address").await;
        for (field, value, said) in [
            ("street", "12", "Il manque le numéro et la rue"),
            ("postcode", "7501", "Le code postal compte cinq chiffres"),
            ("town", "", "Il manque la ville"),
        ] {
            let mut form = ADDRESS;
            form.iter_mut().find(|(name, _)| *name == field).unwrap().1 = value;
            let seen = amina.post("/profile/address", &form).await;
            assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(
                seen.body.contains(said) && seen.body.contains(&format!("href=\"#{field}\"")),
                "{}",
                seen.body
            );
            let kept = if field == "street" {
                "value=\"Paris\""
            } else {
                "value=\"12 rue des Lilas\""
            };
            assert!(seen.body.contains(kept), "{}", seen.body);
        }
    })
    .await;
}

#[tokio::test]
async fn attack_24_what_an_agent_writes_is_text_on_every_page() {
    both_with(at_once, async |house| {
        let mut amina = amina(house).await;
        amina.get("/profile/address").await;
        for street in [
            "<script>alert(1)</script>",
            "\"><img src=x>",
            "{{ v.t(\"x\") }}",
            "{ $value }",
        ] {
            let form = [("street", street), ("postcode", "75019"), ("town", "Paris")];
            assert_eq!(
                amina.post("/profile/address", &form).await.to(),
                "/profile?done=address"
            );
            let page = amina.get("/profile").await;
            assert!(
                !page.body.contains("<script>") && !page.body.contains("<img src=x"),
                "{}",
                page.body
            );
            amina.post("/profile/withdraw", &[("kind", "address")]).await;
        }
    })
    .await;
}
