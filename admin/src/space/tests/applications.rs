//! My applications: what opens from here, and asking for the VPN.

use guichet_core::{
    channel::{self, Limit},
    kernel::work::Work,
    testing::both_with,
};

use super::browser;
use crate::testing::{at_once, catalogue, extended};

#[tokio::test]
async fn the_page_says_what_opens_from_here_and_asks_for_the_vpn_once() {
    both_with(at_once, async |house| {
        catalogue(house).await;
        let (amina, seed) = extended(house, "amina.diallo").await;
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        channel::provision_restriction(&mut work, amina.id, "paie", Limit::Vpn, "Droits étendus")
            .await
            .unwrap();
        work.save().await.unwrap();
        let mut browser = browser(house);
        browser.sign_in_as(house, &amina, &seed).await;
        let page = browser.get("/applications").await;
        for said in [
            "Mes applications",
            "poste du réseau interne",
            "Messagerie",
            "Facil’Familles",
            "l’assistance informatique a limité votre accès (VPN seulement)",
            "Droits étendus",
            "du lundi au vendredi",
            "Demander l’accès au VPN",
        ] {
            assert!(
                page.body.to_lowercase().contains(&said.to_lowercase()),
                "{said}: {}",
                page.body
            );
        }
        for _ in 0..2 {
            browser.get("/applications").await;
            browser.post("/applications/vpn", &[]).await;
        }
        let page = browser.get("/applications").await;
        assert!(page.body.contains("2026-000001") && !page.body.contains("/applications/vpn"));
        assert!(browser.get("/").await.body.contains("Accès au VPN"));
    })
    .await;
}
