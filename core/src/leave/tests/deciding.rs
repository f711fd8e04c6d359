//! Decisions, withdrawals and requests that nobody decided.

use super::*;
use crate::kernel::audit;

#[tokio::test]
async fn a_validated_request_is_granted_deducted_and_told_at_once() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let number = ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap()
            .number;
        told(house).await;
        let granted = say(house, &boss, number, Verdict::Validate).await.unwrap();
        assert_eq!(granted.stage, Stage::Validated);
        assert_eq!(account(house, &amina, Kind::Annual, 2026).await, (50, 10, 0, 40));
        let told = told(house).await;
        let [(to, line)] = told.as_slice() else {
            panic!("{told:?}")
        };
        assert_eq!(
            (*to, line.key.as_str(), line.urgent),
            (amina.id, "leave-told-validated", true)
        );
        let listed = mine(&mut house.work(&amina, Door::Chat).await, amina.id)
            .await
            .unwrap();
        assert_eq!(listed, [granted]);
        assert_eq!(
            waiting(&mut house.work(&boss, Door::Chat).await, boss.id)
                .await
                .unwrap(),
            []
        );
    })
    .await;
}

#[tokio::test]
async fn a_refusal_needs_a_fact_gives_the_days_back_and_tells_the_reason() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let number = ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap()
            .number;
        told(house).await;
        let refused = say(house, &boss, number, because(" ")).await;
        assert!(matches!(refused, Err(Error::Reason(BadReason::Missing))));
        let refused = say(house, &boss, number, because("nécessité de service")).await;
        assert!(matches!(refused, Err(Error::Reason(BadReason::Vague))));
        let refused = say(
            house,
            &boss,
            number,
            because(&"inventaire des stocks ".repeat(30)),
        )
        .await;
        assert!(matches!(refused, Err(Error::Reason(BadReason::TooLong))));
        assert_eq!(told(house).await, []);
        say(house, &boss, number, because("deux collègues sont déjà absents."))
            .await
            .unwrap();
        assert_eq!(account(house, &amina, Kind::Annual, 2026).await, (50, 0, 0, 50));
        let told = told(house).await;
        let [(to, line)] = told.as_slice() else {
            panic!("{told:?}")
        };
        assert_eq!((*to, line.key.as_str()), (amina.id, "leave-told-refused"));
        assert!(line.args.contains(&(
            "reason".to_owned(),
            Value::from("deux collègues sont déjà absents")
        )));
    })
    .await;
}

#[tokio::test]
async fn the_first_decision_stands_and_the_second_is_told_so() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let number = ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap()
            .number;
        say(house, &boss, number, Verdict::Validate).await.unwrap();
        told(house).await;
        for verdict in [Verdict::Validate, because("deux collègues absents")] {
            let late = say(house, &boss, number, verdict).await;
            assert!(matches!(
                late,
                Err(Error::Settled {
                    stage: Stage::Validated,
                    decided_at: Some(_),
                    ..
                })
            ));
        }
        let late = take_back(house, &amina, number).await;
        assert!(matches!(
            late,
            Err(Error::Settled {
                stage: Stage::Validated,
                ..
            })
        ));
        assert_eq!(told(house).await, []);
        let unknown = say(house, &boss, 99, Verdict::Validate).await;
        assert!(matches!(unknown, Err(Error::Unknown { number: 99 })));
    })
    .await;
}

#[tokio::test]
async fn of_two_decisions_at_the_same_instant_one_stands() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let number = ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap()
            .number;
        told(house).await;
        let (one, other) = tokio::join!(
            say(house, &boss, number, Verdict::Validate),
            say(house, &boss, number, because("deux collègues absents")),
        );
        assert_eq!(
            u8::from(one.is_ok()) + u8::from(other.is_ok()),
            1,
            "{one:?} {other:?}"
        );
        let settled = |decision: &Result<Request, Error>| matches!(decision, Err(Error::Settled { .. }));
        assert!(settled(&one) || settled(&other));
        assert_eq!(told(house).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_request_taken_back_frees_its_days_and_the_supervisor_is_told() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let number = ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap()
            .number;
        told(house).await;
        assert_eq!(
            take_back(house, &amina, number).await.unwrap().stage,
            Stage::Withdrawn
        );
        assert_eq!(account(house, &amina, Kind::Annual, 2026).await, (50, 0, 0, 50));
        let told = told(house).await;
        let [(to, line)] = told.as_slice() else {
            panic!("{told:?}")
        };
        assert_eq!((*to, line.key.as_str()), (boss.id, "leave-told-withdrawn"));
        let late = say(house, &boss, number, Verdict::Validate).await;
        assert!(matches!(
            late,
            Err(Error::Settled {
                stage: Stage::Withdrawn,
                ..
            })
        ));
        ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn once_its_first_day_is_over_an_undecided_request_is_not_granted_and_holds_nothing() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let number = ask(house, &amina, wish(&amina, am("2026-03-12"), pm("2026-03-20")))
            .await
            .unwrap()
            .number;
        house.clock.advance(Duration::days(1));
        assert_eq!(
            waiting(&mut house.work(&boss, Door::Chat).await, boss.id)
                .await
                .unwrap()
                .len(),
            1
        );
        house.clock.advance(Duration::days(1));
        assert_eq!(
            waiting(&mut house.work(&boss, Door::Chat).await, boss.id)
                .await
                .unwrap(),
            []
        );
        let late = say(house, &boss, number, Verdict::Validate).await;
        assert!(matches!(
            late,
            Err(Error::Settled {
                stage: Stage::Lapsed,
                decided_at: None,
                ..
            })
        ));
        assert_eq!(account(house, &amina, Kind::Annual, 2026).await, (50, 0, 0, 50));
        let listed = mine(&mut house.work(&amina, Door::Chat).await, amina.id)
            .await
            .unwrap();
        assert_eq!(listed[0].stage, Stage::Lapsed);
        ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_supervisor_looks_at_a_request_before_deciding_and_the_look_is_logged() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let number = ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap()
            .number;
        let mut work = house.work(&boss, Door::Chat).await;
        assert_eq!(consider(&mut work, number).await.unwrap().number, number);
        let logged = audit::about(work.tx(), amina.id, 1).await.unwrap();
        assert_eq!(
            (logged[0].kind.as_str(), logged[0].what.as_str()),
            ("view", "leave.consider")
        );
        work.save().await.unwrap();
        assert_eq!(
            withdrawable(&mut house.work(&amina, Door::Chat).await, number)
                .await
                .unwrap()
                .number,
            number
        );
        say(house, &boss, number, Verdict::Validate).await.unwrap();
        let late = consider(&mut house.work(&boss, Door::Chat).await, number).await;
        assert!(matches!(
            late,
            Err(Error::Settled {
                stage: Stage::Validated,
                ..
            })
        ));
        let granted = withdrawable(&mut house.work(&amina, Door::Chat).await, number).await;
        assert_eq!(
            granted.unwrap().stage,
            Stage::Validated,
            "it can be cancelled by agreement"
        );
    })
    .await;
}
