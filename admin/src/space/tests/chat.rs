//! Linking a chat address in the space.

use axum::http::StatusCode;
use guichet_core::{kernel::line::Value, testing::both_with};

use super::browser;
use crate::testing::{PASSWORD, agent, at_once};

const PATH: &str = "/security/chat";

#[tokio::test]
async fn an_address_is_linked_by_the_code_sent_to_it_and_ended_again() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let mut page = browser(house);
        page.sign_in("amina.diallo", PASSWORD).await;
        let empty = page.get(PATH).await;
        assert!(empty.body.contains("Aucune adresse") && !empty.body.contains("huit chiffres"));
        let start = "/security/chat/start";
        for (address, old, wrong) in [
            ("", PASSWORD, "Indiquez l’adresse"),
            ("amina", PASSWORD, "Ce n’est pas une adresse"),
            ("@amina:evil.example", PASSWORD, "autre serveur, evil.example"),
            ("@аmina:localhost", PASSWORD, "peut passer pour un autre"),
            (
                "@amina:localhost",
                "faux",
                "Le mot de passe actuel ne convient pas",
            ),
        ] {
            let refused = page.post(start, &[("address", address), ("old", old)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
            assert!(refused.body.contains(wrong), "{address}: {}", refused.body);
        }
        let sent = page
            .post(start, &[("address", "@amina:localhost"), ("old", PASSWORD)])
            .await;
        assert_eq!(sent.to(), PATH, "{}", sent.body);
        assert!(page.get(PATH).await.body.contains("Code à huit chiffres"));
        let (_, to, line) = house.all_said().await.remove(0);
        assert_eq!(to.as_deref(), Some("@amina:localhost"));
        let code = line.args.iter().find(|(name, _)| name == "code");
        let Some((_, Value::Text(code))) = code else {
            panic!("{line:?}")
        };
        let confirm = "/security/chat/confirm";
        let wrong = page.post(confirm, &[("code", "00000000x")]).await;
        assert!(wrong.body.contains("Ce code n’est pas le bon"), "{}", wrong.body);
        let done = page.post(confirm, &[("code", code)]).await;
        assert_eq!(done.to(), PATH, "{}", done.body);
        let linked = page.get(PATH).await;
        assert!(
            linked.body.contains("@amina:localhost")
                && linked.body.contains("à partir de")
                && linked.body.contains(">Délier cette adresse<"),
            "until when it is new: {}",
            linked.body
        );
        assert_eq!(page.post("/security/chat/end", &[]).await.to(), PATH);
        assert!(page.get(PATH).await.body.contains("Aucune adresse"));
        assert!(
            house
                .logged(&amina)
                .await
                .iter()
                .any(|row| row.1 == "people.unlink")
        );
    })
    .await;
}

#[tokio::test]
async fn the_page_is_its_agents_and_speaks_both_languages() {
    both_with(at_once, async |house| {
        let mut nobody = browser(house);
        assert!(nobody.get(PATH).await.to().starts_with("/sign-in"));
        nobody.get("/sign-in").await;
        for path in [
            "/security/chat/start",
            "/security/chat/confirm",
            "/security/chat/end",
        ] {
            let fields = [("address", "@a:localhost"), ("old", "x"), ("code", "1")];
            assert!(
                nobody.post(path, &fields).await.to().starts_with("/sign-in"),
                "{path}"
            );
        }
        agent(house, "amina.diallo").await;
        let mut page = browser(house);
        page.sign_in("amina.diallo", PASSWORD).await;
        page.get(PATH).await;
        page.post("/language", &[("lang", "en"), ("back", PATH)]).await;
        assert!(page.get(PATH).await.body.contains("Link an address"));
    })
    .await;
}
