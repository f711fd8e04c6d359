//! Who of the team is away (LV7), and what only some may know of it.

use super::*;
use crate::kernel::audit;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn colleague(house: &TestHouse, username: &str, supervisor: &str) -> Agent {
    let agent = house
        .agent_with(username, |a| a.supervisor = Some(supervisor.to_owned()))
        .await;
    entitled(house, &agent, Kind::Annual, 2026, 50).await;
    entitled(house, &agent, Kind::Rtt, 2026, 20).await;
    agent
}

async fn seen(house: &TestHouse, agent: &Agent) -> Vec<(String, Option<Kind>, bool)> {
    let mut work = house.work(agent, Door::Chat).await;
    let away = team_of(&mut work).await;
    work.save().await.unwrap();
    away.into_iter()
        .map(|one| (one.name, one.kind, one.waits))
        .collect()
}

async fn team_of(work: &mut Work) -> Vec<Away> {
    super::super::team(work, day("2026-03-16"), day("2026-03-22"))
        .await
        .unwrap()
}

#[tokio::test]
async fn colleagues_see_who_is_away_and_only_the_supervisor_and_the_author_which_leave_and_what_waits() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let paul = colleague(house, "paul.petit", "jean.martin").await;
        let rtt = Wish {
            kind: Kind::Rtt,
            ..wish(&amina, am("2026-03-16"), am("2026-03-16"))
        };
        let number = ask(house, &amina, rtt).await.unwrap().number;
        let name = "Amina Diallo".to_owned();
        assert_eq!(seen(house, &paul).await, []);
        assert_eq!(seen(house, &boss).await, [(name.clone(), Some(Kind::Rtt), true)]);
        assert_eq!(seen(house, &amina).await, [(name.clone(), Some(Kind::Rtt), true)]);
        say(house, &boss, number, Verdict::Validate).await.unwrap();
        assert_eq!(seen(house, &paul).await, [(name.clone(), None, false)]);
        assert_eq!(seen(house, &boss).await, [(name, Some(Kind::Rtt), false)]);
        let mut work = house.work(&paul, Door::Chat).await;
        let logged = audit::about(work.tx(), paul.id, 1).await.unwrap();
        let logged = (logged[0].kind.as_str(), logged[0].what.as_str());
        assert_eq!(logged, ("view", "leave.team"));
        let line = team_line(&team_of(&mut work).await, day("2026-03-16"), day("2026-03-22"));
        assert!(!format!("{line:?}").to_lowercase().contains("rtt"), "{line:?}");
    })
    .await;
}

#[tokio::test]
async fn another_team_sees_nothing_and_nobody_without_a_supervisor_is_a_team() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        house.agent("nina.roche").await;
        let other = colleague(house, "omar.sy", "nina.roche").await;
        let number = ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap()
            .number;
        say(house, &boss, number, Verdict::Validate).await.unwrap();
        assert_eq!(seen(house, &other).await, []);
        // Both have no supervisor: that makes them no team.
        let nina = house.agent("zoe.blanc").await;
        assert_eq!(seen(house, &nina).await, []);
    })
    .await;
}

#[tokio::test]
async fn what_was_cancelled_or_replaced_is_no_absence_and_a_cancellation_is_none() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let number = ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap()
            .number;
        say(house, &boss, number, Verdict::Validate).await.unwrap();
        let mut work = house.work(&amina, Door::Chat).await;
        let cancel = cancel(&mut work, number).await.unwrap().number;
        work.save().await.unwrap();
        assert_eq!(seen(house, &boss).await.len(), 1);
        say(house, &boss, cancel, Verdict::Validate).await.unwrap();
        assert_eq!(seen(house, &boss).await, []);
    })
    .await;
}

#[tokio::test]
async fn whoever_decides_is_warned_where_too_few_would_be_left_and_may_validate_all_the_same() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let paul = colleague(house, "paul.petit", "jean.martin").await;
        colleague(house, "lea.roux", "jean.martin").await;
        let first = ask(house, &paul, wish(&paul, am("2026-03-18"), pm("2026-03-20")))
            .await
            .unwrap();
        assert_eq!(told(house).await[0].1.items, [], "two of three are left");
        say(house, &boss, first.number, Verdict::Validate).await.unwrap();
        told(house).await;
        let second = ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap();
        let asked = told(house).await;
        assert_eq!(asked[0].1.items[0].key, "leave-short");
        let mut work = house.work(&boss, Door::Chat).await;
        let short = shortage(&mut work, &second).await.unwrap();
        let expected = Shortage {
            day: day("2026-03-18"),
            present: 1,
            members: 3,
            minimum: 2,
        };
        assert_eq!(short, Some(expected));
        drop(work);
        let denied = shortage(&mut house.work(&paul, Door::Chat).await, &second).await;
        assert!(matches!(denied, Err(Error::Denied(_))), "{denied:?}");
        say(house, &boss, second.number, Verdict::Validate).await.unwrap();
    })
    .await;
}
