//! Checking a caller, as staff do it (CO6).

use axum::http::StatusCode;
use guichet_core::{
    kernel::{actor::Role, line::Value},
    policy::Act,
    testing::both_with,
};

use super::{console, lock_out};
use crate::testing::{agent, at_once, extended, staff};

#[tokio::test]
async fn a_sensitive_account_is_unlocked_once_its_owner_has_read_the_code_that_came_by_chat() {
    both_with(at_once, async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let (amina, _) = extended(house, "amina.diallo").await;
        house.link(&amina).await;
        lock_out(house, "amina.diallo").await;
        house.said().await;
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let path = format!("/agents/{}", amina.id);
        let caller = format!("{path}/caller");
        assert!(sam_at.get(&path).await.body.contains(&caller));
        let unlock = [("verb", "unlock"), ("circuit", "intraparis"), ("reason", "appel")];
        let refused = sam_at.post(&path, &unlock).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.body.contains(&format!("<a href=\"{caller}\">")),
            "the remedy is one click away"
        );
        let act = "unlock:intraparis";
        let page = sam_at.get(&format!("{caller}?act={act}")).await;
        assert!(page.body.contains("@amina.diallo:localhost"), "{}", page.body);
        assert!(page.body.contains("** ** ** ** 19") && !page.body.contains("39 98 00 19"));
        let sent = sam_at.post(&caller, &[("verb", "chat"), ("act", act)]).await;
        assert_eq!(sent.to(), caller, "{}", sent.body);
        let line = house.said().await.pop().unwrap().1;
        let code = match line.args.iter().find(|(name, _)| name == "code") {
            Some((_, Value::Text(code))) => code.clone(),
            other => panic!("{other:?}"),
        };
        let page = sam_at.get(&caller).await;
        assert!(!page.body.contains(&code), "only the agent has it");
        let check = page.field("check").unwrap();
        let wrong = [("verb", "confirm"), ("check", &*check), ("code", "1")];
        let refused = sam_at.post(&caller, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let right = [("verb", "confirm"), ("check", &*check), ("code", &*code)];
        let proved = sam_at.post(&caller, &right).await;
        assert_eq!(proved.to(), format!("{path}?done=verified"), "{}", proved.body);
        let done = sam_at.post(&path, &unlock).await;
        assert_eq!(done.to(), format!("{path}?done=unlocked"), "{}", done.body);
    })
    .await;
}

#[tokio::test]
async fn with_nothing_left_the_it_contact_sees_the_agent_and_a_second_person_confirms() {
    both_with(at_once, async |house| {
        let (ivan, seed) = staff(house, "ivan.contact", Role::ItContact).await;
        let (sam, his) = staff(house, "sam.support", Role::ItSupport).await;
        let amina = agent(house, "amina.diallo").await;
        let caller = format!("/agents/{}/caller", amina.id);
        let act = ("act", "temporary:intraparis");
        let mut ivan_at = console(house);
        ivan_at.sign_in_as(house, &ivan, &seed).await;
        let page = ivan_at.get(&format!("{caller}?act={}", act.1)).await;
        assert!(page.body.contains("J’ai vu l’agent en personne"), "{}", page.body);
        assert!(
            page.body.contains("<h2>Remettre un mot de passe provisoire"),
            "{}",
            page.body
        );
        let bare = ivan_at
            .post(&caller, &[("verb", "seen"), act, ("reason", " ")])
            .await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        let seen = ivan_at
            .post(&caller, &[("verb", "seen"), act, ("reason", "carte d’agent")])
            .await;
        assert_eq!(seen.to(), caller, "{}", seen.body);
        assert!(
            !ivan_at.get(&caller).await.body.contains("value=\"second\""),
            "not by the same person"
        );
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &his).await;
        let page = sam_at.get(&caller).await;
        assert!(page.body.contains("Ivan Contact"), "{}", page.body);
        assert!(
            !page.body.contains("J’ai vu l’agent en personne"),
            "support does not vouch"
        );
        let check = page.field("check").unwrap();
        let second = [
            ("verb", "second"),
            ("check", &*check),
            ("reason", "appelé Ivan au bureau"),
        ];
        assert_eq!(sam_at.post(&caller, &second).await.to(), caller);
        let page = ivan_at.get(&caller).await;
        assert!(page.body.contains("possible jusqu’au"), "{}", page.body);
        for garbled in [
            vec![("verb", "else"), act],
            vec![("verb", "chat"), ("act", "everything")],
            vec![("verb", "confirm"), ("check", "x"), ("code", "1")],
        ] {
            let refused = sam_at.post(&caller, &garbled).await;
            assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{garbled:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_agents_page_resets_factors_changes_numbers_forces_passwords_and_ends_what_hr_ends() {
    both_with(at_once, async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let (nadia, hers) = staff(house, "nadia.rh", Role::HrOfficer).await;
        let (lea, _) = staff(house, "lea.petit", Role::Auditor).await;
        let amina = agent(house, "amina.diallo").await;
        let path = format!("/agents/{}", lea.id);
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let page = sam_at.get(&path).await;
        for verb in ["reset-factor", "number", "force"] {
            assert!(page.body.contains(&format!("value=\"{verb}\"")), "{verb}");
        }
        for verb in ["deactivate", "depart"] {
            assert!(!page.body.contains(&format!("value=\"{verb}\"")), "{verb}");
        }
        let reset = [("verb", "reset-factor"), ("reason", "téléphone perdu")];
        let refused = sam_at.post(&path, &reset).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        house.proves(&lea, &sam, Act::ResetFactor).await;
        let done = sam_at.post(&path, &reset).await;
        assert_eq!(done.to(), format!("{path}?done=reset-factor"), "{}", done.body);
        let number = [
            ("verb", "number"),
            ("number", "06 39 98 00 42"),
            ("reason", "nouvelle ligne"),
        ];
        house.proves(&lea, &sam, Act::ChangeNumber).await;
        let done = sam_at.post(&path, &number).await;
        assert_eq!(done.to(), format!("{path}?done=number"), "{}", done.body);
        assert!(sam_at.get(done.to()).await.body.contains("06 39 98 00 42"));
        let force = [
            ("verb", "force"),
            ("circuit", "intraparis"),
            ("reason", "compromis"),
        ];
        let done = sam_at.post(&path, &force).await;
        assert_eq!(done.to(), format!("{path}?done=forced"), "{}", done.body);
        for verb in ["deactivate", "depart"] {
            let act = [
                ("verb", verb),
                ("circuit", "intraparis"),
                ("why", "administrative"),
                ("number", &*lea.number),
                ("reason", "x"),
            ];
            assert_eq!(sam_at.post(&path, &act).await.status, StatusCode::FORBIDDEN);
        }
        let mut nadia_at = console(house);
        nadia_at.sign_in_as(house, &nadia, &hers).await;
        let path = format!("/agents/{}", amina.id);
        nadia_at.get(&path).await;
        let close = [
            ("verb", "deactivate"),
            ("circuit", "intraparis"),
            ("why", "change_of_assignment"),
            ("reason", "mutation"),
        ];
        let done = nadia_at.post(&path, &close).await;
        assert_eq!(done.to(), format!("{path}?done=deactivated"), "{}", done.body);
        let leave = |number| [("verb", "depart"), ("number", number), ("reason", "départ")];
        let slip = nadia_at.post(&path, &leave("1")).await;
        assert_eq!(slip.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = nadia_at.post(&path, &leave(&amina.number)).await;
        assert_eq!(done.to(), format!("{path}?done=departed"), "{}", done.body);
        assert_eq!(nadia_at.get(done.to()).await.status, StatusCode::OK);
    })
    .await;
}
