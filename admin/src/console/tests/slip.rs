//! Temporary passwords on paper (AC15): who may hand one over, and where it is seen.

use axum::http::StatusCode;
use guichet_core::{
    kernel::actor::Role,
    people::Agent,
    testing::{TestHouse, both_with},
};

use super::{console, space};
use crate::testing::{Browser, PASSWORD, Seen, agent, at_once, letter, staff};

const NEW: &str = "Automne-2027 nouveau";

async fn at(house: &TestHouse, name: &str, role: Role) -> Browser {
    let (staff, seed) = staff(house, name, role).await;
    let mut browser = console(house);
    browser.sign_in_as(house, &staff, &seed).await;
    browser
}

async fn hand(at: &mut Browser, to: &Agent, circuit: &str) -> Seen {
    at.get(&format!("/agents/{}", to.id)).await;
    let fields = [
        ("circuit", circuit),
        ("seen", "yes"),
        ("reason", "Carte d’agent vue"),
    ];
    at.post(&format!("/agents/{}/temporary", to.id), &fields).await
}

/// The password on a slip.
fn drawn(slip: &Seen) -> &str {
    let (_, rest) = slip.body.split_once("<dd class=\"key\">").unwrap();
    rest.split('<').next().unwrap()
}

#[tokio::test]
async fn an_it_contact_prints_a_slip_and_the_agent_chooses_a_personal_password() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let mut ivan = at(house, "ivan.contact", Role::ItContact).await;
        let page = ivan.get(&format!("/agents/{}", amina.id)).await;
        assert!(page.body.contains("/temporary\""), "{}", page.body);
        let slip = hand(&mut ivan, &amina, "intraparis").await;
        assert_eq!(slip.status, StatusCode::OK, "{}", slip.body);
        assert!(slip.header("cache-control").contains("no-store"));
        assert!(slip.body.contains("amina.diallo") && slip.body.contains("IntraParis"));
        let drawn = drawn(&slip).to_owned();
        // The old one is worth nothing any more; the new one opens one page only.
        let mut amina_at = space(house);
        let old = amina_at.sign_in("amina.diallo", PASSWORD).await;
        assert!(old.body.contains("Connexion refusée"), "{}", old.body);
        let seen = amina_at.step_one("amina.diallo", &drawn).await;
        assert_eq!(seen.to(), "/new-password", "{}", seen.body);
        assert_eq!(amina_at.get("/").await.to(), "/sign-in");
        amina_at.get("/new-password").await;
        let fields = [("new", NEW), ("repeat", NEW), ("to", "/")];
        assert_eq!(amina_at.post("/new-password", &fields).await.to(), "/second");
        assert_eq!(amina_at.second(PASSWORD).await.to(), "/");
        // Once used, it is dead.
        let again = space(house).step_one("amina.diallo", &drawn).await;
        assert!(again.body.contains("Connexion refusée"), "{}", again.body);
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_said_and_nothing_is_issued() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let mut ivan = at(house, "ivan.contact", Role::ItContact).await;
        let page = format!("/agents/{}", amina.id);
        ivan.get(&page).await;
        for (fields, said) in [
            (
                vec![("circuit", "intraparis"), ("reason", "vu")],
                "doit d’abord être vérifiée",
            ),
            (
                vec![("circuit", "intraparis"), ("seen", "yes"), ("reason", "  ")],
                "motif",
            ),
        ] {
            let seen = ivan.post(&format!("{page}/temporary"), &fields).await;
            assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(seen.body.contains(said), "{}", seen.body);
        }
        assert_eq!(space(house).sign_in("amina.diallo", PASSWORD).await.to(), "/");
    })
    .await;
}

#[tokio::test]
async fn attack_07_the_temporary_password_stands_on_its_slip_and_nowhere_else() {
    both_with(at_once, async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut ivan = at(house, "ivan.contact", Role::ItContact).await;
        while letter(house).await.is_some() {}
        for circuit in ["intraparis", "moncompteparisien", "intraparis"] {
            let slip = hand(&mut ivan, &amina, circuit).await;
            let drawn = drawn(&slip);
            assert_eq!(slip.body.matches(drawn).count(), 1);
            assert!(!format!("{:?}", slip.headers).contains(drawn));
            let page = ivan.get(&format!("/agents/{}", amina.id)).await;
            assert!(!page.body.contains(drawn) && page.body.contains("Mot de passe temporaire remis"));
            let gone = ivan.get(&format!("/agents/{}/temporary", amina.id)).await;
            assert_eq!(gone.status, StatusCode::METHOD_NOT_ALLOWED, "never shown again");
            let mail = letter(house).await.unwrap();
            assert!(!mail.body.contains(drawn) && !mail.subject.contains(drawn));
            for (_, _, facts) in house.logged(&amina).await {
                assert!(!facts.contains(drawn), "{facts}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn attack_23_no_other_role_and_nobody_for_themselves_hands_one_over() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let newcomer = house.agent("noe.nouveau").await;
        for (name, role) in [
            ("sam.support", Role::ItSupport),
            ("ines.moreau", Role::ItAdmin),
            ("nadia.hr", Role::HrOfficer),
            ("ana.audit", Role::Auditor),
        ] {
            let mut browser = at(house, name, role).await;
            let page = browser.get(&format!("/agents/{}", amina.id)).await;
            assert!(!page.body.contains("/temporary\""), "{name}");
            let seen = hand(&mut browser, &amina, "intraparis").await;
            assert_eq!(seen.status, StatusCode::FORBIDDEN, "{name}");
            let for_newcomer = hand(&mut browser, &newcomer, "moncompteparisien").await.status;
            let expected = match role {
                Role::HrOfficer => StatusCode::OK,
                _ => StatusCode::FORBIDDEN,
            };
            assert_eq!(for_newcomer, expected, "{name}");
        }
        let (ivan, seed) = staff(house, "ivan.contact", Role::ItContact).await;
        let mut browser = console(house);
        browser.sign_in_as(house, &ivan, &seed).await;
        let own = hand(&mut browser, &ivan, "intraparis").await;
        assert_eq!(own.status, StatusCode::FORBIDDEN);
        // The honest twin.
        assert_eq!(
            hand(&mut browser, &amina, "intraparis").await.status,
            StatusCode::OK
        );
        let mut nobody = console(house);
        nobody.get("/sign-in").await;
        let fields = [("circuit", "intraparis"), ("seen", "yes"), ("reason", "vu")];
        let seen = nobody
            .post(&format!("/agents/{}/temporary", amina.id), &fields)
            .await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER);
    })
    .await;
}
