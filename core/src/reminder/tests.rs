//! The morning reminder, on both databases.

use chrono::Duration;

use super::tick;
use crate::kernel::actor::Door;
use crate::kernel::line::Saying;
use crate::kernel::notice::{self, Way};
use crate::leave::{self, Half, HalfDay, HalfDays, Kind, Wish};
use crate::testing::{TestHouse, both};

async fn told(house: &TestHouse) -> Vec<String> {
    let mut keys = vec![];
    while let Some(claimed) = notice::next::<Saying>(house, Way::Chat, &[]).await.unwrap() {
        keys.extend(claimed.content.lines.iter().map(|line| line.key.clone()));
        notice::sent(house, claimed.id, None, "$e").await.unwrap();
    }
    keys
}

/// A request of Amina for this day. Nobody is warned of it as long as it is more than five working days away.
async fn with_a_request(house: &TestHouse, day: &str) {
    house.agent("claire.moreau").await;
    let amina = house
        .agent_with("amina.diallo", |a| a.supervisor = Some("claire.moreau".into()))
        .await;
    let mut work = house.work(&amina, Door::Chat).await;
    work.act_as_operator();
    leave::entitle(&mut work, amina.id, Kind::Annual, 2026, HalfDays(50))
        .await
        .unwrap();
    work.save().await.unwrap();
    let mut work = house.work(&amina, Door::Chat).await;
    let day = day.parse().unwrap();
    let at = |half| HalfDay { date: day, half };
    let wish = Wish {
        agent: amina.id,
        kind: Kind::Annual,
        from: at(Half::Am),
        to: at(Half::Pm),
        instead_of: None,
    };
    leave::request(&mut work, wish).await.unwrap();
    work.save().await.unwrap();
    assert_eq!(told(house).await.len(), 1, "the supervisor was told at once");
}

#[tokio::test]
async fn a_supervisor_is_reminded_once_each_working_morning() {
    both(async |house| {
        with_a_request(house, "2026-04-01").await;
        assert_eq!(tick(house).await.unwrap(), 0, "the first look only begins");
        house.clock.advance(Duration::hours(24));
        assert_eq!(tick(house).await.unwrap(), 1);
        assert_eq!(tick(house).await.unwrap(), 0, "once means once");
        assert_eq!(told(house).await, ["leave-asked"]);
        // Thursday; then Friday, the weekend, Monday.
        for (hours, expected) in [(24, 1), (24, 0), (24, 0), (24, 1)] {
            house.clock.advance(Duration::hours(hours));
            assert_eq!(tick(house).await.unwrap(), expected);
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_missed_is_made_up_for_once_and_not_when_it_is_old() {
    both(async |house| {
        with_a_request(house, "2026-04-01").await;
        tick(house).await.unwrap();
        // Down from Wednesday to Friday noon: one reminder, not two.
        house.clock.advance(Duration::hours(51));
        assert_eq!(tick(house).await.unwrap(), 1);
        assert_eq!(told(house).await, ["leave-asked"]);
        // Down over the weekend until Monday at seven: Friday's is not repeated, nothing else was due.
        house.clock.advance(Duration::hours(66));
        assert_eq!(tick(house).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn the_author_of_undecided_leave_is_warned_by_schedule_once() {
    both(async |house| {
        // Wednesday 11 March; Thursday 19 is five working days from Thursday 12.
        with_a_request(house, "2026-03-19").await;
        tick(house).await.unwrap();
        house.clock.advance(Duration::hours(24));
        assert_eq!(tick(house).await.unwrap(), 2);
        assert_eq!(tick(house).await.unwrap(), 0, "once means once");
        assert_eq!(told(house).await, ["leave-asked", "leave-told-unvalidated"]);
    })
    .await;
}

#[tokio::test]
async fn two_nodes_at_the_same_instant_remind_once() {
    both(async |house| {
        with_a_request(house, "2026-04-01").await;
        tick(house).await.unwrap();
        house.clock.advance(Duration::hours(24));
        let (one, other) = tokio::join!(tick(house), tick(house));
        assert_eq!(one.unwrap() + other.unwrap(), 1);
        assert_eq!(told(house).await, ["leave-asked"]);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_told_that_nothing_waits() {
    both(async |house| {
        house.agent("claire.moreau").await;
        tick(house).await.unwrap();
        house.clock.advance(Duration::hours(24));
        assert_eq!(tick(house).await.unwrap(), 0);
        assert!(told(house).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn passwords_that_come_to_their_end_are_told_of_by_schedule_once() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house.passwords(&amina, "Tarte-aux-9mures").await;
        house.clock.advance(Duration::days(349));
        tick(house).await.unwrap();
        for (hours, expected) in [(24, 1), (0, 0), (24, 0)] {
            house.clock.advance(Duration::hours(hours));
            let mut sent = tick(house).await.unwrap();
            // What nobody uses is told of as well.
            sent -= told(house)
                .await
                .iter()
                .filter(|key| *key == "account-dormant")
                .count();
            assert_eq!(sent, expected);
        }
    })
    .await;
}
