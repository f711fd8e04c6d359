//! Decisions taken back (BO12): by who made them, for five minutes, and never past a rule.

use std::sync::Arc;

use super::*;
use crate::kernel::audit;
use crate::kernel::db::Db;
use crate::people::{self, Contacts};

async fn undone(house: &TestHouse, agent: &Agent, number: i64) -> Result<Request, Error> {
    let mut work = house.work(agent, Door::Chat).await;
    let request = undo(&mut work, number).await?;
    work.save().await?;
    Ok(request)
}

async fn decided(house: &TestHouse, team: &Team, verdict: Verdict) -> i64 {
    let wish = wish(&team.amina, am("2026-03-16"), pm("2026-03-20"));
    let number = ask(house, &team.amina, wish).await.unwrap().number;
    say(house, &team.boss, number, verdict).await.unwrap();
    told(house).await;
    number
}

async fn fresh(house: &TestHouse, agent: &Agent) -> Vec<i64> {
    let mut work = house.work(agent, Door::Chat).await;
    let found = undoable(&mut work, agent.id).await.unwrap();
    found.iter().map(|request| request.number).collect()
}

#[tokio::test]
async fn a_fresh_decision_is_taken_back_logged_and_told() {
    both(async |house| {
        let team = team(house).await;
        let balance = async || account(house, &team.amina, Kind::Annual, 2026).await;
        for verdict in [Verdict::Validate, because("deux collègues absents")] {
            let number = decided(house, &team, verdict).await;
            assert_eq!(fresh(house, &team.boss).await, [number]);
            house.clock.advance(Duration::seconds(299));
            let request = undone(house, &team.boss, number).await.unwrap();
            let bare = (request.stage, request.decided_at, request.reason);
            assert_eq!(bare, (Stage::Submitted, None, None));
            assert_eq!(balance().await, (50, 0, 10, 40));
            let told = told(house).await;
            let [(to, line)] = told.as_slice() else {
                panic!("{told:?}")
            };
            let told = (*to, line.key.as_str(), line.urgent);
            assert_eq!(told, (team.amina.id, "leave-told-undone", true));
            let mut work = house.work(&team.boss, Door::Chat).await;
            let logged = audit::about(work.tx(), team.amina.id, 1).await.unwrap();
            assert_eq!(
                (logged[0].kind.as_str(), logged[0].what.as_str()),
                ("change", "leave.undo")
            );
            drop(work);
            assert_eq!(fresh(house, &team.boss).await, [] as [i64; 0]);
            let again = undone(house, &team.boss, number).await;
            assert!(matches!(
                again,
                Err(Error::Settled {
                    stage: Stage::Submitted,
                    ..
                })
            ));
            take_back(house, &team.amina, number).await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn after_five_minutes_a_decision_is_final() {
    both(async |house| {
        let team = team(house).await;
        let number = decided(house, &team, Verdict::Validate).await;
        house.clock.advance(Duration::minutes(5));
        assert_eq!(fresh(house, &team.boss).await, [] as [i64; 0]);
        let late = undone(house, &team.boss, number).await;
        assert!(matches!(late, Err(Error::TooLate { minutes: 5, .. })), "{late:?}");
        assert_eq!(
            account(house, &team.amina, Kind::Annual, 2026).await,
            (50, 10, 0, 40)
        );
        assert_eq!(told(house).await, []);
    })
    .await;
}

#[tokio::test]
async fn nobody_takes_back_what_somebody_else_decided() {
    both(async |house| {
        let team = team(house).await;
        let number = decided(house, &team, Verdict::Validate).await;
        let own = undone(house, &team.amina, number).await;
        assert!(matches!(own, Err(Error::Denied(_))), "{own:?}");
        let next = house.agent("nina.roche").await;
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        let contacts = Contacts {
            supervisor: Some("nina.roche".to_owned()),
            it_contact: None,
            hr_officer: None,
        };
        people::assign(&mut work, team.amina.id, &contacts).await.unwrap();
        work.save().await.unwrap();
        let former = undone(house, &team.boss, number).await;
        assert!(matches!(former, Err(Error::Denied(_))), "{former:?}");
        let successor = undone(house, &next, number).await;
        assert!(matches!(successor, Err(Error::TooLate { .. })), "{successor:?}");
        assert_eq!(
            account(house, &team.amina, Kind::Annual, 2026).await,
            (50, 10, 0, 40)
        );
    })
    .await;
}

#[tokio::test]
async fn a_refusal_is_not_taken_back_where_its_days_were_given_to_another_request() {
    both(async |house| {
        let team = team(house).await;
        let number = decided(house, &team, because("deux collègues absents")).await;
        let other = wish(&team.amina, am("2026-03-18"), pm("2026-03-18"));
        let other = ask(house, &team.amina, other).await.unwrap().number;
        let late = undone(house, &team.boss, number).await;
        assert!(
            matches!(late, Err(Error::Overlaps { number, .. }) if number == other),
            "{late:?}"
        );
        take_back(house, &team.amina, other).await.unwrap();
        // The days are free again, and the balance is not.
        entitled(house, &team.amina, Kind::Annual, 2026, 8).await;
        let late = undone(house, &team.boss, number).await;
        assert!(matches!(late, Err(Error::NotEnough { .. })), "{late:?}");
        entitled(house, &team.amina, Kind::Annual, 2026, 10).await;
        undone(house, &team.boss, number).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_began_meanwhile_stays_as_it_was_decided() {
    both(async |house| {
        let team = team(house).await;
        let today = wish(&team.amina, am("2026-03-11"), pm("2026-03-11"));
        let number = ask(house, &team.amina, today).await.unwrap().number;
        // 23:58 in Paris.
        house.clock.advance(Duration::hours(14) + Duration::minutes(58));
        say(house, &team.boss, number, Verdict::Validate).await.unwrap();
        house.clock.advance(Duration::minutes(3));
        assert_eq!(fresh(house, &team.boss).await, [] as [i64; 0]);
        let late = undone(house, &team.boss, number).await;
        assert!(
            matches!(
                late,
                Err(Error::Settled {
                    stage: Stage::Validated,
                    ..
                })
            ),
            "{late:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn of_two_undoings_at_the_same_instant_one_is_told() {
    both(async |house| {
        let team = team(house).await;
        let number = decided(house, &team, because("deux collègues absents")).await;
        let (one, other) = tokio::join!(
            undone(house, &team.boss, number),
            undone(house, &team.boss, number)
        );
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        assert_eq!(told(house).await.len(), 1);
    })
    .await;
}

/// Until somebody waits for what another unit holds. On SQLite nobody begins to write while another does.
async fn until_somebody_waits(house: &TestHouse) {
    let sql = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let waiting = async || {
        let mut work = Work::read(house).await.unwrap();
        scalar!(work.tx(), i64, sql).unwrap()
    };
    if matches!(house.db, Db::Pg(_)) {
        while waiting().await != Some(1) {}
    }
}

#[tokio::test]
async fn who_had_to_wait_takes_back_only_what_still_can_be() {
    both(async |house| {
        let team = team(house).await;
        let number = decided(house, &team, Verdict::Validate).await;
        // The boss takes it back in one place, refuses it, and Amina asks for one of its days again …
        let mut work = house.work(&team.boss, Door::Chat).await;
        undo(&mut work, number).await.unwrap();
        let waiting = {
            let (house, boss) = (Arc::clone(house), team.boss.clone());
            tokio::spawn(async move {
                let mut work = Work::write(&house).await?;
                let boss = people::person(&mut work, &boss, Door::Space).await?;
                work.act_as(boss);
                let request = undo(&mut work, number).await?;
                work.save().await?;
                Ok::<_, Error>(request)
            })
        };
        // … while she takes the same decision back in another, and has found it validated.
        until_somebody_waits(house).await;
        decide(&mut work, number, because("deux collègues absents"))
            .await
            .unwrap();
        let amina = people::person(&mut work, &team.amina, Door::Chat).await.unwrap();
        work.act_as(amina);
        let day = wish(&team.amina, am("2026-03-18"), pm("2026-03-18"));
        let other = request(&mut work, day).await.unwrap().number;
        work.save().await.unwrap();
        let late = waiting.await.unwrap();
        assert!(
            matches!(late, Err(Error::Overlaps { number, .. }) if number == other),
            "{late:?}"
        );
    })
    .await;
}
