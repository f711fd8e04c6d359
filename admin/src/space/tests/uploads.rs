//! Bank details and family situation on the web: files that come in, files that don't, and where they can be had.

use std::sync::Arc;

use axum::http::StatusCode;
use guichet_core::{
    channel::Channel,
    kernel::actor::Role,
    testing::{TestHouse, both_with},
};

use crate::testing::{Browser, PASSWORD, agent, at_once, staff};

const IBAN: &str = "FR76 3000 6000 0112 3456 7890 189";

fn pdf() -> Vec<u8> {
    let text = "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n";
    format!("{text}xref\n0 1\nstartxref\n{}\n%%EOF\n", text.len()).into_bytes()
}

async fn both(test: impl AsyncFn(&TestHouse)) {
    let folder = tempfile::tempdir().unwrap();
    let next = std::sync::atomic::AtomicU32::new(0);
    let change = |settings: &mut guichet_core::kernel::config::Settings| {
        at_once(settings);
        let n = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        settings.profile.store = folder.path().join(format!("store-{n}"));
    };
    both_with(change, test).await;
}

async fn amina(house: &TestHouse) -> Browser {
    agent(house, "amina.diallo").await;
    let mut browser = super::browser(house);
    assert_eq!(browser.sign_in("amina.diallo", PASSWORD).await.to(), "/");
    browser
}

/// Sends the form for new bank details.
async fn bank(
    browser: &mut Browser,
    iban: &str,
    password: &str,
    file: (&str, &[u8]),
) -> crate::testing::Seen {
    browser.get("/profile/bank").await;
    let key = browser.key.clone();
    let parts = [
        ("key", None, key.as_bytes()),
        ("iban", None, iban.as_bytes()),
        ("file", Some(file.0), file.1),
        ("old", None, password.as_bytes()),
    ];
    browser.upload("/profile/bank", &parts).await
}

#[tokio::test]
async fn bank_details_are_declared_shown_masked_and_opened_by_human_resources_alone() {
    both(async |house| {
        let mut amina = amina(house).await;
        let page = amina.get("/profile/bank").await;
        assert!(
            page.body.contains("5 Mo au plus") && page.body.contains("avril 2026"),
            "{}",
            page.body
        );
        let sent = bank(&mut amina, IBAN, PASSWORD, ("rib.pdf", &pdf())).await;
        assert_eq!(sent.to(), "/profile?done=bank", "{}", sent.body);
        let page = amina.get("/profile").await;
        assert!(
            page.body.contains("IBAN FR, terminé par 0189") && !page.body.contains("3000"),
            "{}",
            page.body
        );
        let (nadia, seed) = staff(house, "nadia.petit", Role::HrOfficer).await;
        let mut nadia_at = Browser::new(&crate::console(Arc::clone(house)).unwrap(), Channel::Internal);
        nadia_at.sign_in_as(house, &nadia, &seed).await;
        let list = nadia_at.get("/changes").await;
        let path = list.body.split_once("href=\"/changes/").unwrap().1[..36].to_owned();
        let path = format!("/changes/{path}");
        let page = nadia_at.get(&path).await;
        assert!(page.body.contains(IBAN), "whole beside its proof: {}", page.body);
        let proof = nadia_at.post(&format!("{path}/proof"), &[]).await;
        assert_eq!(
            (proof.status, proof.header("content-type")),
            (StatusCode::OK, "application/pdf")
        );
        assert!(
            proof
                .header("content-disposition")
                .starts_with("attachment; filename=\"bank-")
        );
        assert_eq!(proof.header("x-content-type-options"), "nosniff");
        assert!(
            proof
                .header("content-security-policy")
                .starts_with("sandbox; default-src 'none'")
        );
        assert_eq!(proof.header("cache-control"), "no-store");
        assert!(proof.body.starts_with("%PDF"));
        // Nobody else, and never by the agents' site.
        for (username, role) in [("sam.support", Role::ItSupport), ("otto.auditor", Role::Auditor)] {
            let (other, seed) = staff(house, username, role).await;
            let mut other_at = Browser::new(&crate::console(Arc::clone(house)).unwrap(), Channel::Internal);
            other_at.sign_in_as(house, &other, &seed).await;
            let seen = other_at.post(&format!("{path}/proof"), &[]).await;
            assert_eq!(seen.status, StatusCode::FORBIDDEN, "{username}");
            assert!(!seen.body.contains("%PDF"));
        }
        assert_eq!(
            amina.post(&format!("{path}/proof"), &[]).await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_is_kept() {
    both(async |house| {
        let mut amina = amina(house).await;
        let large = [pdf(), vec![b' '; 6 * 1024 * 1024]].concat();
        let good = pdf();
        for (iban, password, file, field, said) in [
            (
                "FR76 3000",
                PASSWORD,
                ("rib.pdf", &good[..]),
                "iban",
                "comparez-le avec votre RIB",
            ),
            (IBAN, "", ("rib.pdf", &good), "old", ""),
            (IBAN, "pas-le-bon-1A!", ("rib.pdf", &good), "old", ""),
            (IBAN, PASSWORD, ("", &[]), "file", "absent ou vide"),
            (IBAN, PASSWORD, ("rib.pdf", &large), "file", "trop lourd"),
            (IBAN, PASSWORD, ("rib.html", b"<html>"), "file", "ni un PDF"),
            (IBAN, PASSWORD, ("rib.exe", &good), "file", "ne correspond pas"),
            (IBAN, PASSWORD, ("rib.pdf", &good[..40]), "file", "incomplet"),
            (
                IBAN,
                PASSWORD,
                ("rib.pdf", b"%PDF-1.7 <script>"),
                "file",
                "contient autre chose",
            ),
        ] {
            let seen = bank(&mut amina, iban, password, file).await;
            assert_eq!(
                seen.status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "{said}: {}",
                seen.body
            );
            assert!(
                seen.body.contains(&format!("href=\"#{field}\"")),
                "{field}: {}",
                seen.body
            );
            assert!(seen.body.contains(said), "{said}: {}", seen.body);
            assert!(
                !seen.body.contains(&format!("value=\"{PASSWORD}")),
                "no password comes back"
            );
        }
        assert!(!house.settings.profile.store.exists());
        assert!(
            amina
                .get("/profile")
                .await
                .body
                .contains("encore déclaré aucun changement")
        );
    })
    .await;
}

#[tokio::test]
async fn attack_forged_form_a_file_is_read_for_nobody_without_a_session_and_its_key() {
    both(async |house| {
        let mut amina = amina(house).await;
        amina.get("/profile/bank").await;
        let key = amina.key.clone();
        let (iban, old, file) = (IBAN.as_bytes(), PASSWORD.as_bytes(), pdf());
        let good = [
            ("key", None, key.as_bytes()),
            ("iban", None, iban),
            ("old", None, old),
            ("file", Some("rib.pdf"), &file[..]),
        ];
        let mut stranger = super::browser(house);
        stranger.get("/sign-in").await;
        assert_eq!(stranger.upload("/profile/bank", &good).await.to(), "/sign-in");
        let mut forged = good;
        forged[0].2 = b"somebody-elses-key";
        assert_eq!(
            amina.upload("/profile/bank", &forged).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(
            amina.upload("/profile/bank", &good[1..]).await.status,
            StatusCode::FORBIDDEN
        );
        let late = [good[1], good[2], good[3], good[0]];
        assert_eq!(
            amina.upload("/profile/bank", &late).await.status,
            StatusCode::FORBIDDEN,
            "the key comes first"
        );
        let twice = [good[0], good[1], good[1], good[2], good[3]];
        assert_eq!(
            amina.upload("/profile/bank", &twice).await.status,
            StatusCode::BAD_REQUEST
        );
        let two_files = [good[0], good[1], good[2], good[3], good[3]];
        assert_eq!(
            amina.upload("/profile/bank", &two_files).await.status,
            StatusCode::BAD_REQUEST
        );
        let nul = [good[0], ("iban", None, b"FR\0".as_slice()), good[2], good[3]];
        assert_eq!(
            amina.upload("/profile/bank", &nul).await.status,
            StatusCode::BAD_REQUEST
        );
        let endless = vec![b' '; 31 * 1024 * 1024];
        let endless = [good[0], ("file", Some("rib.pdf"), &endless[..])];
        assert_eq!(
            amina.upload("/profile/bank", &endless).await.status,
            StatusCode::PAYLOAD_TOO_LARGE
        );
        let plain = amina
            .post("/profile/bank", &[("iban", IBAN), ("old", PASSWORD)])
            .await;
        assert_eq!(plain.status, StatusCode::BAD_REQUEST, "not a form with a file");
        // Every other form stays as small as it was.
        let long = "a".repeat(17 * 1024);
        let form = [
            ("street", long.as_str()),
            ("postcode", "75019"),
            ("town", "Paris"),
        ];
        assert_eq!(
            amina.post("/profile/address", &form).await.status,
            StatusCode::PAYLOAD_TOO_LARGE
        );
        assert!(!house.settings.profile.store.exists());
        assert_eq!(
            amina.upload("/profile/bank", &good).await.to(),
            "/profile?done=bank",
            "the honest twin"
        );
    })
    .await;
}

#[tokio::test]
async fn a_family_event_is_declared_with_its_proof() {
    both(async |house| {
        let mut amina = amina(house).await;
        let file = pdf();
        for (event, on, said) in [
            ("", "2026-03-03", "Indiquez ce qui"),
            ("wedding", "2026-03-03", "Indiquez ce qui"),
            ("birth", "", "Indiquez la date"),
            ("birth", "3 mars", "Indiquez la date"),
            ("birth", "2026-03-12", "Cette date est à venir"),
        ] {
            amina.get("/profile/family").await;
            let key = amina.key.clone();
            let parts = [
                ("key", None, key.as_bytes()),
                ("event", None, event.as_bytes()),
                ("on", None, on.as_bytes()),
                ("file", Some("acte.pdf"), &file[..]),
            ];
            let seen = amina.upload("/profile/family", &parts).await;
            assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{event} {on}");
            assert!(seen.body.contains(said), "{said}: {}", seen.body);
        }
        amina.get("/profile/family").await;
        let key = amina.key.clone();
        let parts = [
            ("key", None, key.as_bytes()),
            ("event", None, b"birth".as_slice()),
            ("on", None, b"2026-03-03"),
            ("file", Some("acte.pdf"), &file[..]),
        ];
        assert_eq!(
            amina.upload("/profile/family", &parts).await.to(),
            "/profile?done=family"
        );
        let page = amina.get("/profile").await;
        assert!(page.body.contains("naissance, le mardi 3"), "{}", page.body);
        let again = amina.upload("/profile/family", &parts).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
    })
    .await;
}
