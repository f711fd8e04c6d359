//! Many accounts from one origin.

use super::*;

async fn spray(house: &TestHouse, names: std::ops::Range<i32>, origin: &str) {
    for n in names {
        let guess = SignIn {
            origin: origin.to_owned(),
            ..knock(&format!("agent.{n}"), WRONG)
        };
        assert!(matches!(sign_in(house, guess).await, Err(Error::NotRecognised)));
    }
}

#[tokio::test]
async fn attack_15_one_guess_each_at_many_names_from_one_address_raises_one_alarm() {
    both_with(
        |settings| settings.lock.storm_names = 6,
        async |house| {
            let admin = house.agent("ines.moreau").await;
            house.grant(&admin, Role::ItAdmin, None).await;
            spray(house, 0..5, "203.0.113.9").await;
            spray(house, 0..5, "203.0.113.9").await;
            spray(house, 5..9, "203.0.113.10").await;
            assert!(house.said().await.is_empty(), "five names from each are no storm");
            spray(house, 5..12, "203.0.113.9").await;
            let said = house.said().await;
            assert_eq!(said.len(), 1);
            assert_eq!((said[0].0, said[0].1.key.as_str()), (admin.id, "session-alarm"));
            house.clock.advance(Duration::minutes(61));
            spray(house, 20..27, "203.0.113.9").await;
            assert_eq!(
                house.said().await.len(),
                1,
                "a storm that goes on is told again after an hour"
            );
        },
    )
    .await;
}

#[tokio::test]
async fn honest_twin_failures_spread_over_the_day_raise_no_alarm() {
    both_with(
        |settings| settings.lock.storm_names = 6,
        async |house| {
            let admin = house.agent("ines.moreau").await;
            house.grant(&admin, Role::ItAdmin, None).await;
            for hour in 0..8 {
                spray(house, hour * 4..hour * 4 + 4, "10.1.2.3").await;
                house.clock.advance(Duration::minutes(11));
            }
            assert!(house.said().await.is_empty());
        },
    )
    .await;
}
