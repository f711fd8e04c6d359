//! My documents: who gets a payslip, and what opening a link does not do.

use axum::http::StatusCode;
use guichet_core::{
    kernel::actor::Door,
    payslip::{self, Month, Verdict},
    people::Agent,
    testing::{TestHouse, both_with},
};

use crate::testing::{Browser, PASSWORD, agent, at_once};

const PDF: &[u8] = b"%PDF-1.4\nSalaire\n%%EOF\n";

async fn both(test: impl AsyncFn(&TestHouse)) {
    let folder = tempfile::tempdir().unwrap();
    let next = std::sync::atomic::AtomicU32::new(0);
    let change = |settings: &mut guichet_core::kernel::config::Settings| {
        at_once(settings);
        let n = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        settings.payslip.store = folder.path().join(format!("store-{n}"));
    };
    both_with(change, test).await;
}

async fn with_february(house: &TestHouse, agent: &Agent) {
    let drop = tempfile::tempdir().unwrap();
    std::fs::write(drop.path().join("a.pdf"), PDF).unwrap();
    let manifest = format!("file;number;month\na.pdf;{};2026-02\n", agent.number);
    std::fs::write(drop.path().join("manifest.csv"), manifest).unwrap();
    assert_eq!(
        payslip::import(house, drop.path())
            .await
            .unwrap()
            .count(Verdict::Matched),
        1
    );
}

async fn signed_in(house: &TestHouse, username: &str) -> Browser {
    let mut browser = super::browser(house);
    assert_eq!(browser.sign_in(username, PASSWORD).await.to(), "/");
    browser
}

#[tokio::test]
async fn own_payslips_are_listed_and_downloaded_and_nobody_elses() {
    both(async |house| {
        let amina = agent(house, "amina.diallo").await;
        agent(house, "leo.martin").await;
        with_february(house, &amina).await;
        let mut amina_at = signed_in(house, "amina.diallo").await;
        let page = amina_at.get("/documents").await;
        assert!(page.body.contains("février 2026"), "{}", page.body);
        let id = page.body.split_once("name=\"payslip\" value=\"").unwrap().1[..36].to_owned();
        let seen = amina_at.post("/documents", &[("payslip", &id)]).await;
        assert_eq!((seen.status, seen.body.as_bytes()), (StatusCode::OK, PDF));
        assert_eq!(seen.header("content-type"), "application/pdf");
        assert_eq!(
            seen.header("content-disposition"),
            "attachment; filename=\"bulletin-2026-02.pdf\""
        );
        assert_eq!(seen.header("cache-control"), "no-store");
        let mut leo = signed_in(house, "leo.martin").await;
        let none = leo.get("/documents").await;
        assert!(none.body.contains("Aucun bulletin"), "{}", none.body);
        assert_eq!(
            leo.post("/documents", &[("payslip", &id)]).await.status,
            StatusCode::CONFLICT
        );
        assert_eq!(
            leo.post("/documents", &[("payslip", "../x")]).await.status,
            StatusCode::BAD_REQUEST
        );
    })
    .await;
}

#[tokio::test]
async fn a_link_is_used_up_by_its_form_only_and_by_its_agent_only() {
    both(async |house| {
        let amina = agent(house, "amina.diallo").await;
        agent(house, "leo.martin").await;
        with_february(house, &amina).await;
        let mut work = house.work(&amina, Door::Chat).await;
        let link = payslip::link(&mut work, Month::new(2026, 2).unwrap())
            .await
            .unwrap();
        work.save().await.unwrap();
        let path = link
            .url
            .strip_prefix(&house.settings.space.public_url)
            .unwrap()
            .to_owned();

        let mut nobody = super::browser(house);
        assert_eq!(nobody.get(&path).await.to(), format!("/sign-in?to={path}"));
        let mut leo = signed_in(house, "leo.martin").await;
        assert_eq!(leo.get(&path).await.status, StatusCode::CONFLICT);
        assert_eq!(leo.post(&path, &[]).await.status, StatusCode::CONFLICT);

        let mut amina_at = signed_in(house, "amina.diallo").await;
        for _ in 0..2 {
            let page = amina_at.get(&path).await;
            assert!(
                page.status == StatusCode::OK && page.body.contains("février 2026"),
                "{}",
                page.body
            );
        }
        assert_eq!(amina_at.post(&path, &[]).await.body.as_bytes(), PDF);
        assert_eq!(amina_at.post(&path, &[]).await.status, StatusCode::CONFLICT);
        assert_eq!(amina_at.get(&path).await.status, StatusCode::CONFLICT);
    })
    .await;
}
