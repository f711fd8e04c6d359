//! Applications on an agent's page: the agent's own answer, and IT's decisions.

use axum::http::StatusCode;
use guichet_core::{
    kernel::actor::{Door, Role},
    policy::Act,
    testing::both_with,
    ticket,
};

use super::{console, space};
use crate::testing::{agent, at_once, catalogue, extended, staff};

#[tokio::test]
async fn support_grants_the_vpn_and_restricts_with_a_reason_and_the_agent_is_told() {
    both_with(at_once, async |house| {
        catalogue(house).await;
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let (amina, app) = extended(house, "amina.diallo").await;
        let mut work = house.work(&amina, Door::Chat).await;
        let asked = ticket::request_vpn(&mut work).await.unwrap();
        work.save().await.unwrap();
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        assert!(sam_at.get("/queue").await.body.contains("Accès au VPN"));
        let path = format!("/agents/{}", amina.id);
        let page = sam_at.get(&path).await;
        assert!(page.body.contains(&asked.reference) && page.body.contains("allow_vpn"));
        let to = format!("{path}/applications");
        let seen = sam_at.post(&to, &[("verb", "allow_vpn"), ("reason", " ")]).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(seen.body.contains("role=\"alert\""), "{}", seen.body);
        house.proves(&amina, &sam, Act::GrantVpn).await;
        let granted = [("verb", "allow_vpn"), ("reason", "Télétravail deux jours")];
        let seen = sam_at.post(&to, &granted).await;
        assert!(seen.to().ends_with("done=granted"), "{}", seen.body);
        let said = house.said().await;
        assert_eq!(
            (said[0].0, said[0].1.key.as_str()),
            (amina.id, "channel-vpn-granted")
        );
        let page = sam_at.get(seen.to()).await;
        assert!(page.body.contains("L’accès au VPN est accordé.") && page.body.contains("bar_vpn"));
        let restrict = [
            ("verb", "restrict"),
            ("application", "budget"),
            ("limit", "vpn"),
            ("reason", "Droits étendus"),
        ];
        let seen = sam_at.post(&to, &restrict).await;
        assert!(seen.to().ends_with("done=restricted"), "{}", seen.body);
        // The console shows what the agent reads.
        let mut amina_at = space(house);
        amina_at.sign_in_as(house, &amina, &app).await;
        let sentence = "l’assistance informatique a limité votre accès";
        assert!(amina_at.get("/applications").await.body.contains(sentence));
        let page = sam_at.get(&path).await.body;
        assert!(page.contains(sentence));
        // As the catalogue calls them: at the head of a list, and in the timeline.
        let timeline = page.split("<ol class=\"line\">").nth(1).unwrap();
        assert!(
            page.contains("<summary>La messagerie") && timeline.contains("Budget"),
            "{page}"
        );
        assert!(!timeline.contains("budget"), "{timeline}");
        let lift = [
            ("verb", "lift"),
            ("application", "budget"),
            ("reason", "Mission finie"),
        ];
        house.proves(&amina, &sam, Act::LiftRestriction).await;
        assert!(sam_at.post(&to, &lift).await.to().ends_with("done=lifted"));
        house.proves(&amina, &sam, Act::LiftRestriction).await;
        assert!(
            sam_at
                .post(&to, &lift)
                .await
                .body
                .contains("Il n’y a rien à retirer")
        );
    })
    .await;
}

#[tokio::test]
async fn an_ordinary_profile_is_offered_no_restriction_and_refused_one_in_words() {
    both_with(at_once, async |house| {
        catalogue(house).await;
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let amina = agent(house, "amina.diallo").await;
        let (rosa, _) = extended(house, "rosa.leroy").await;
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let offered = sam_at.get(&format!("/agents/{}", rosa.id)).await;
        assert!(offered.body.contains("value=\"restrict\""));
        let path = format!("/agents/{}", amina.id);
        assert!(!sam_at.get(&path).await.body.contains("value=\"restrict\""));
        let restrict = [
            ("verb", "restrict"),
            ("application", "budget"),
            ("limit", "vpn"),
            ("reason", "Droits étendus"),
        ];
        let seen = sam_at.post(&format!("{path}/applications"), &restrict).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            seen.body.contains("le profil de cet agent est ordinaire"),
            "{}",
            seen.body
        );
        assert!(house.said().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_failure_of_the_vpn_shows_what_was_tried_and_is_answered() {
    both_with(at_once, async |house| {
        let (sam, seed) = staff(house, "sam.support", Role::ItSupport).await;
        let amina = agent(house, "amina.diallo").await;
        let mut work = house.work(&amina, Door::Chat).await;
        let tried = vec!["vpn-tried-old".to_owned(), "vpn-tried-restart".to_owned()];
        let ticket = ticket::report_vpn(&mut work, tried).await.unwrap();
        work.save().await.unwrap();
        let mut sam_at = console(house);
        sam_at.sign_in_as(house, &sam, &seed).await;
        let path = format!("/agents/{}", amina.id);
        let page = sam_at.get(&path).await;
        assert!(page.body.contains("trop ancienne") && page.body.contains("Poste redémarré"));
        let id = ticket.id.to_string();
        let answer = [
            ("verb", "answer"),
            ("ticket", id.as_str()),
            ("reason", "Certificat renouvelé"),
        ];
        assert!(sam_at.post(&path, &answer).await.to().ends_with("done=answered"));
        let said = house.said().await;
        assert_eq!(said[0].1.key, "ticket-answered");
    })
    .await;
}

#[tokio::test]
async fn attack_23_a_role_that_may_only_look_can_change_no_right() {
    both_with(at_once, async |house| {
        catalogue(house).await;
        let amina = agent(house, "amina.diallo").await;
        for (name, role) in [("aude.audit", Role::Auditor), ("henri.hr", Role::HrOfficer)] {
            let (who, seed) = staff(house, name, role).await;
            let mut browser = console(house);
            browser.sign_in_as(house, &who, &seed).await;
            let path = format!("/agents/{}", amina.id);
            let page = browser.get(&path).await;
            assert!(page.body.contains("Applications et canaux") && !page.body.contains("allow_vpn"));
            for (verb, application) in [
                ("allow_vpn", ""),
                ("bar_vpn", ""),
                ("restrict", "budget"),
                ("lift", "budget"),
            ] {
                let fields = [
                    ("verb", verb),
                    ("application", application),
                    ("limit", "vpn"),
                    ("reason", "Parce que"),
                ];
                let seen = browser.post(&format!("{path}/applications"), &fields).await;
                assert_eq!(seen.status, StatusCode::FORBIDDEN, "{verb} by {name}");
            }
        }
        assert!(house.said().await.is_empty());
    })
    .await;
}
