//! Announcing: preview, send, report.

use axum::http::StatusCode;
use guichet_core::{announcement, kernel::actor::Role, testing::both_with};

use super::console;
use crate::testing::{agent, at_once, staff};

#[tokio::test]
async fn an_announcement_is_looked_at_then_sent_once_and_reported() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        house.link(&amina).await;
        let (ines, seed) = staff(house, "ines.moreau", Role::ItAdmin).await;
        let mut at = console(house);
        at.sign_in_as(house, &ines, &seed).await;
        let page = at.get("/announcements").await;
        assert!(page.body.contains("Aucune annonce"), "{}", page.body);
        let text = "Messagerie <arrêtée> ce soir";
        let empty = at
            .post("/announcements", &[("fr", " "), ("step", "preview")])
            .await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            empty.body.contains("Écrivez le texte en français"),
            "{}",
            empty.body
        );
        let before = at
            .post("/announcements", &[("fr", text), ("step", "preview")])
            .await;
        assert!(
            before.body.contains("Messagerie &#60;arrêtée&#62; ce soir"),
            "{}",
            before.body
        );
        assert!(before.body.contains("Un agent la lira"), "{}", before.body);
        assert_eq!(
            announcement::spread(house).await.unwrap(),
            0,
            "a look sends nothing"
        );
        let id = before.body.split("name=\"id\" value=\"").nth(1).unwrap();
        let id = id.split('"').next().unwrap();
        let send = [("fr", text), ("id", id), ("step", "send")];
        for _ in 0..2 {
            assert_eq!(
                at.post("/announcements", &send).await.to(),
                "/announcements?done=sent"
            );
        }
        assert_eq!(announcement::spread(house).await.unwrap(), 1);
        assert_eq!(house.said().await.len(), 1);
        let report = at.get("/announcements?done=sent").await;
        assert!(
            report.body.contains("Terminée") && report.body.contains("Toute la Ville"),
            "{}",
            report.body
        );
        let forged = at
            .post(
                "/announcements",
                &[
                    ("fr", text),
                    ("department", "1 OR 1"),
                    ("step", "send"),
                    ("id", id),
                ],
            )
            .await;
        assert_eq!(forged.status, StatusCode::BAD_REQUEST);
    })
    .await;
}

#[tokio::test]
async fn human_resources_neither_announce_nor_see_announcements() {
    both_with(at_once, async |house| {
        let (nadia, seed) = staff(house, "nadia.petit", Role::HrOfficer).await;
        let mut at = console(house);
        at.sign_in_as(house, &nadia, &seed).await;
        assert_eq!(at.get("/announcements").await.status, StatusCode::FORBIDDEN);
        let sent = at
            .post("/announcements", &[("fr", "Bonjour"), ("step", "preview")])
            .await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN);
    })
    .await;
}
