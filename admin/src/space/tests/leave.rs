//! Leave on the web: the agent's own requests, the supervisor's decisions.

use axum::http::StatusCode;
use guichet_core::{
    kernel::{actor::Door, work::Work},
    leave,
    people::Agent,
    testing::{TestHouse, both_with},
};

use super::browser;
use crate::testing::{PASSWORD, agent, at_once, provision};

#[tokio::test]
async fn leave_is_seen_withdrawn_and_decided_on_the_web() {
    both_with(at_once, async |house| {
        let sarah = agent(house, "sarah.benali").await;
        let amina = house
            .agent_with("amina.diallo", |new| new.supervisor = Some("sarah.benali".into()))
            .await;
        provision(house, &amina, false).await;
        let mut numbers = vec![];
        for day in [16, 18, 20] {
            numbers.push(ask_for_leave(house, &amina, day).await.to_string());
        }
        let mut amina_at = browser(house);
        amina_at.sign_in("amina.diallo", PASSWORD).await;
        let mine = amina_at.get("/leave").await;
        assert_eq!(mine.body.matches("En attente").count(), 3, "{}", mine.body);
        assert_eq!(
            amina_at
                .post("/leave/withdraw", &[("number", &numbers[0])])
                .await
                .to(),
            "/leave"
        );
        let again = amina_at.post("/leave/withdraw", &[("number", &numbers[0])]).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "withdrawn already");
        let own = [
            ("number", numbers[1].as_str()),
            ("verdict", "validate"),
            ("reason", ""),
        ];
        assert_eq!(
            amina_at.post("/decisions", &own).await.status,
            StatusCode::FORBIDDEN,
            "not one's own"
        );

        let mut sarah_at = browser(house);
        sarah_at.sign_in(&sarah.username, PASSWORD).await;
        let waiting = sarah_at.get("/decisions").await;
        assert_eq!(
            waiting.body.matches("Amina Diallo").count(),
            2,
            "{}",
            waiting.body
        );
        assert_eq!(sarah_at.post("/decisions", &own).await.to(), "/decisions");
        let mut refusal = [
            ("number", numbers[2].as_str()),
            ("verdict", "refuse"),
            ("reason", ""),
        ];
        assert_eq!(
            sarah_at.post("/decisions", &refusal).await.status,
            StatusCode::CONFLICT,
            "a refusal needs a reason"
        );
        refusal[2].1 = "Effectif minimum non atteint";
        refusal[1].1 = "maybe";
        assert_eq!(
            sarah_at.post("/decisions", &refusal).await.status,
            StatusCode::BAD_REQUEST,
            "a garbled verdict decides nothing"
        );
        refusal[1].1 = "refuse";
        refusal[2].1 = "Effectif minimum non atteint ce jour-là dans l'équipe";
        assert_eq!(sarah_at.post("/decisions", &refusal).await.to(), "/decisions");
        assert!(sarah_at.get("/decisions").await.body.contains("Aucune demande"));
        let mine = amina_at.get("/leave").await.body;
        for word in ["Validée", "Refusée", "Retirée", "Effectif minimum"] {
            assert!(mine.contains(word), "{word}: {mine}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_fresh_decision_is_taken_back_on_the_web() {
    both_with(at_once, async |house| {
        let sarah = agent(house, "sarah.benali").await;
        let amina = house
            .agent_with("amina.diallo", |new| new.supervisor = Some("sarah.benali".into()))
            .await;
        provision(house, &amina, false).await;
        let number = ask_for_leave(house, &amina, 16).await.to_string();
        let (mut amina_at, mut sarah_at) = (browser(house), browser(house));
        amina_at.sign_in("amina.diallo", PASSWORD).await;
        sarah_at.sign_in(&sarah.username, PASSWORD).await;
        let verdict = [
            ("number", number.as_str()),
            ("verdict", "validate"),
            ("reason", ""),
        ];
        let undo = [("number", number.as_str())];
        assert!(!sarah_at.get("/decisions").await.body.contains("/decisions/undo"));
        sarah_at.post("/decisions", &verdict).await;
        let decided = sarah_at.get("/decisions").await.body;
        assert!(
            decided.contains("/decisions/undo") && decided.contains("5 minutes"),
            "{decided}"
        );
        let denied = amina_at.post("/decisions/undo", &undo).await;
        assert_eq!(denied.status, StatusCode::FORBIDDEN, "not one's own");
        assert_eq!(sarah_at.post("/decisions/undo", &undo).await.to(), "/decisions");
        let again = sarah_at.get("/decisions").await.body;
        assert!(
            again.contains("Amina Diallo") && !again.contains("Aucune demande"),
            "{again}"
        );
        assert!(amina_at.get("/leave").await.body.contains("En attente"));
        sarah_at.post("/decisions", &verdict).await;
        house.clock.advance(chrono::Duration::minutes(5));
        let late = sarah_at.post("/decisions/undo", &undo).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
        assert!(!sarah_at.get("/decisions").await.body.contains("/decisions/undo"));
        assert!(amina_at.get("/leave").await.body.contains("Validée"));
    })
    .await;
}

#[tokio::test]
async fn the_cancellation_of_granted_leave_is_asked_for_and_agreed_on_the_web() {
    both_with(at_once, async |house| {
        let sarah = agent(house, "sarah.benali").await;
        let amina = house
            .agent_with("amina.diallo", |new| new.supervisor = Some("sarah.benali".into()))
            .await;
        provision(house, &amina, false).await;
        let number = ask_for_leave(house, &amina, 16).await.to_string();
        let mut amina_at = browser(house);
        amina_at.sign_in("amina.diallo", PASSWORD).await;
        assert!(!amina_at.get("/leave").await.body.contains("/leave/cancel"));
        let mut sarah_at = browser(house);
        sarah_at.sign_in(&sarah.username, PASSWORD).await;
        assert!(sarah_at.get("/decisions").await.body.contains("Amina Diallo"));
        let yes = |number| [("number", number), ("verdict", "validate"), ("reason", "")];
        assert_eq!(
            sarah_at.post("/decisions", &yes(&number)).await.to(),
            "/decisions"
        );
        assert!(amina_at.get("/leave").await.body.contains("/leave/cancel"));
        let asked = amina_at.post("/leave/cancel", &[("number", &number)]).await;
        assert_eq!(asked.to(), "/leave");
        let twice = amina_at.post("/leave/cancel", &[("number", &number)]).await;
        assert_eq!(twice.status, StatusCode::CONFLICT, "it waits already");
        let theirs = sarah_at.post("/leave/cancel", &[("number", &number)]).await;
        assert_eq!(theirs.status, StatusCode::FORBIDDEN);
        let waiting = sarah_at.get("/decisions").await.body;
        assert!(waiting.contains("l’annulation de 1"), "{waiting}");
        assert_eq!(sarah_at.post("/decisions", &yes("2")).await.to(), "/decisions");
        let mine = amina_at.get("/leave").await.body;
        assert!(mine.contains("Annulée avec l’accord"), "{mine}");
        assert!(!mine.contains("/leave/cancel"), "{mine}");
    })
    .await;
}

async fn ask_for_leave(house: &TestHouse, agent: &Agent, day: u32) -> i64 {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_operator();
    leave::entitle(
        &mut work,
        agent.id,
        leave::Kind::Annual,
        2026,
        leave::HalfDays::days(25),
    )
    .await
    .unwrap();
    work.save().await.unwrap();
    let date = chrono::NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    let from = leave::HalfDay {
        date,
        half: leave::Half::Am,
    };
    let to = leave::HalfDay {
        date,
        half: leave::Half::Pm,
    };
    let mut work = house.work(agent, Door::Chat).await;
    let wish = leave::Wish {
        agent: agent.id,
        kind: leave::Kind::Annual,
        from,
        to,
        instead_of: None,
    };
    let number = leave::request(&mut work, wish).await.unwrap().number;
    work.save().await.unwrap();
    number
}

#[tokio::test]
async fn a_balance_is_explained_and_a_supervisor_reminded_on_the_web() {
    both_with(at_once, async |house| {
        agent(house, "sarah.benali").await;
        let amina = house
            .agent_with("amina.diallo", |new| new.supervisor = Some("sarah.benali".into()))
            .await;
        provision(house, &amina, false).await;
        let number = ask_for_leave(house, &amina, 16).await.to_string();
        let mut amina_at = browser(house);
        amina_at.sign_in("amina.diallo", PASSWORD).await;
        let remind = [("number", number.as_str())];
        amina_at.get("/leave").await;
        assert_eq!(amina_at.post("/leave/remind", &remind).await.to(), "/leave");
        let mine = amina_at.get("/leave").await.body;
        assert!(mine.contains("vous avez fait envoyer un rappel"), "{mine}");
        assert!(mine.contains("D’où viennent ces soldes"), "{mine}");
        assert!(mine.contains("en attente de décision"), "{mine}");
        let twice = amina_at.post("/leave/remind", &remind).await;
        assert_eq!(twice.status, StatusCode::CONFLICT, "once a day");
    })
    .await;
}

#[tokio::test]
async fn decisions_are_handed_over_and_taken_back_on_the_web() {
    both_with(at_once, async |house| {
        let sarah = agent(house, "sarah.benali").await;
        house.agent("nina.roche").await;
        let mut sarah_at = browser(house);
        sarah_at.sign_in(&sarah.username, PASSWORD).await;
        sarah_at.get("/decisions").await;
        let today = house.clock.now().date_naive().to_string();
        let over = |to: &'static str| [("username", to), ("first", &today), ("last", &today)];
        let send = over("nina.roche");
        assert_eq!(
            sarah_at.post("/decisions/delegate", &send).await.to(),
            "/decisions"
        );
        let page = sarah_at.get("/decisions").await.body;
        assert!(page.contains("décide avec vous du"), "{page}");
        let own = over("sarah.benali");
        assert_eq!(
            sarah_at.post("/decisions/delegate", &own).await.status,
            StatusCode::CONFLICT
        );
        let (_, after) = page.split_once("name=\"id\" value=\"").unwrap();
        let (id, _) = after.split_once('"').unwrap();
        assert_eq!(
            sarah_at.post("/decisions/delegate/end", &[("id", id)]).await.to(),
            "/decisions"
        );
        assert!(
            !sarah_at
                .get("/decisions")
                .await
                .body
                .contains("décide avec vous du")
        );
    })
    .await;
}
