//! Requests for documents, as an HR officer meets them; and what the space shows of it.

use axum::http::StatusCode;
use guichet_core::{kernel::actor::Role, testing::both_with};

use super::{console, space};
use crate::testing::{Browser, PASSWORD, Seen, agent, at_once, staff};

const PDF: &str = "%PDF-1.4\nAttestation\n%%EOF\n";

/// Sends the form of a request, its file under a name that leads elsewhere.
async fn upload(browser: &mut Browser, path: &str, parts: &[(&str, &str)]) -> Seen {
    let file = |name: &str| (name == "file").then_some("../../x.exe");
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, content)| (*name, file(name), content.as_bytes()))
        .collect();
    browser.upload(path, &parts).await
}

/// With plain spaces.
fn plain(page: &Seen) -> String {
    page.body.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The form of a certificate: refused while something is missing or odd, then sent.
async fn ask_on_the_web(amina: &mut Browser) {
    let list = plain(&amina.get("/documents/new").await);
    assert!(
        list.contains("3 jours ouvrés") && !list.contains("activité"),
        "{list}"
    );
    let form = plain(&amina.get("/documents/new?kind=employer_certificate").await);
    assert!(
        form.contains("lundi 16 mars 2026") && form.contains("id=\"purpose\""),
        "{form}"
    );
    assert!(!form.contains("id=\"date\""), "only what the kind asks");
    let lacking = [
        ("kind", "employer_certificate"),
        ("purpose", ""),
        ("language", "en"),
    ];
    let seen = amina.post("/documents/new", &lacking).await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(seen.body.contains("role=\"alert\"") && seen.body.contains("Indiquez l’usage"));
    for (field, value) in [("purpose", "yacht"), ("date", "demain")] {
        let odd = [("kind", "employer_certificate"), (field, value)];
        assert_eq!(
            amina.post("/documents/new", &odd).await.status,
            StatusCode::BAD_REQUEST
        );
    }
    let full = [
        ("kind", "employer_certificate"),
        ("purpose", "bank"),
        ("language", "en"),
    ];
    assert_eq!(amina.post("/documents/new", &full).await.to(), "/documents");
    assert!(amina.get("/documents").await.body.contains("DOC-1"));
}

#[tokio::test]
async fn a_certificate_is_asked_for_answered_and_downloaded_on_the_web() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let (nadia, seed) = staff(house, "nadia.petit", Role::HrOfficer).await;
        let mut amina = space(house);
        amina.sign_in("amina.diallo", PASSWORD).await;
        ask_on_the_web(&mut amina).await;

        let mut nadia_at = console(house);
        nadia_at.sign_in_as(house, &nadia, &seed).await;
        let queue = plain(&nadia_at.get("/documents").await);
        assert!(
            queue.contains("Amina Diallo") && queue.contains("pour le lundi 16 mars 2026"),
            "{queue}"
        );
        let path = format!(
            "/documents/{}",
            &queue.split_once("href=\"/documents/").unwrap().1[..36]
        );
        let page = plain(&nadia_at.get(&path).await);
        assert!(
            page.contains("banque") && page.contains("anglais") && page.contains("5 Mo"),
            "{page}"
        );
        let ask = [("verb", "ask"), ("text", "Quelle banque ?")];
        assert!(nadia_at.post(&path, &ask).await.to().ends_with("done=asked"));
        let page = plain(&amina.get("/documents").await);
        assert!(
            page.contains("Quelle banque ?") && page.contains("value=\"reply\""),
            "{page}"
        );
        let reply = [("verb", "reply"), ("number", "1"), ("text", "La mienne")];
        assert_eq!(amina.post("/documents/requests", &reply).await.to(), "/documents");
        let page = plain(&nadia_at.get(&path).await);
        assert!(page.contains("La mienne"), "{page}");
        let empty = nadia_at.post(&path, &[("verb", "refuse"), ("text", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);

        let deliver = format!("{path}/deliver");
        let key = nadia_at.key.clone();
        let wrong = upload(&mut nadia_at, &deliver, &[("key", &key), ("file", "<html>")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("n’est pas un PDF entier"), "{}", wrong.body);
        let large = format!("{PDF}{}", " ".repeat(6 * 1024 * 1024));
        let key = nadia_at.key.clone();
        let seen = upload(&mut nadia_at, &deliver, &[("key", &key), ("file", &large)]).await;
        assert!(plain(&seen).contains("dépasse 5 Mo"), "{}", seen.body);
        let key = nadia_at.key.clone();
        let huge = " ".repeat(11 * 1024 * 1024);
        let seen = upload(&mut nadia_at, &deliver, &[("key", &key), ("file", &huge)]).await;
        assert_eq!(seen.status, StatusCode::PAYLOAD_TOO_LARGE);
        let seen = upload(&mut nadia_at, &deliver, &[("key", &key), ("file", PDF)]).await;
        assert!(seen.to().ends_with("done=delivered"), "{}", seen.body);
        let page = plain(&nadia_at.get(seen.to()).await);
        assert!(
            page.contains("Le document est remis.") && !page.contains("type=\"file\""),
            "{page}"
        );

        let page = plain(&amina.get("/documents").await);
        let id = page.split_once("name=\"document\" value=\"").unwrap().1[..36].to_owned();
        let seen = amina.post("/documents", &[("document", &id)]).await;
        assert_eq!(seen.body, PDF);
        assert_eq!(
            seen.header("content-disposition"),
            "attachment; filename=\"employer-certificate-2026-03-11.pdf\""
        );
    })
    .await;
}

#[tokio::test]
async fn attack_23_a_request_is_for_hr_officers_of_the_department_and_its_upload_for_their_own_form() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let (nadia, seed) = staff(house, "nadia.petit", Role::HrOfficer).await;
        let mut amina = space(house);
        amina.sign_in("amina.diallo", PASSWORD).await;
        amina.get("/documents/new").await;
        amina.post("/documents/new", &[("kind", "pay_certificate")]).await;
        let mut nadia_at = console(house);
        nadia_at.sign_in_as(house, &nadia, &seed).await;
        let queue = nadia_at.get("/documents").await.body;
        let path = format!(
            "/documents/{}",
            &queue.split_once("href=\"/documents/").unwrap().1[..36]
        );
        let deliver = format!("{path}/deliver");
        let (karim, seed) = staff(house, "karim.benali", Role::ItSupport).await;
        let mut karim_at = console(house);
        karim_at.sign_in_as(house, &karim, &seed).await;
        assert!(karim_at.get("/documents").await.body.contains("Aucune demande"));
        assert_eq!(karim_at.get(&path).await.status, StatusCode::FORBIDDEN);
        karim_at.get("/documents").await;
        let refuse = [("verb", "refuse"), ("text", "Non")];
        assert_eq!(karim_at.post(&path, &refuse).await.status, StatusCode::FORBIDDEN);
        let key = karim_at.key.clone();
        let own = [("key", key.as_str()), ("file", PDF)];
        assert_eq!(
            upload(&mut karim_at, &deliver, &own).await.status,
            StatusCode::FORBIDDEN
        );
        // A form that is not of the visit, in every way.
        nadia_at.get(&path).await;
        let own = nadia_at.key.clone();
        for parts in [
            &[("file", PDF)][..],
            &[("key", key.as_str()), ("file", PDF)],
            &[("file", PDF), ("key", own.as_str())],
            &[("key", own.as_str()), ("key", key.as_str()), ("file", PDF)],
        ] {
            let seen = upload(&mut nadia_at, &deliver, parts).await;
            assert!(seen.status.is_client_error(), "{parts:?}");
        }
        let twice = [("key", own.as_str()), ("file", PDF), ("file", PDF)];
        assert_eq!(
            upload(&mut nadia_at, &deliver, &twice).await.status,
            StatusCode::BAD_REQUEST
        );
        let nobody = upload(
            &mut console(house),
            &deliver,
            &[("key", own.as_str()), ("file", PDF)],
        )
        .await;
        assert!(nobody.status.is_client_error() || nobody.to().starts_with("/sign-in"));
        assert_eq!(
            nadia_at.get("/documents/nonsense").await.status,
            StatusCode::NOT_FOUND
        );
        let none = "/documents/00000000-0000-7000-8000-000000000000";
        assert_eq!(nadia_at.get(none).await.status, StatusCode::NOT_FOUND);
        assert!(
            nadia_at.get("/documents").await.body.contains("DOC-1"),
            "it waits as before"
        );
    })
    .await;
}
