//! Balances, and who may do what.

use super::*;

#[tokio::test]
async fn a_balance_tells_what_is_validated_waiting_and_left_for_each_kind_and_year() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        entitled(house, &amina, Kind::Annual, 2027, 50).await;
        entitled(house, &amina, Kind::Annual, 2025, 50).await;
        let first = ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap();
        say(house, &boss, first.number, Verdict::Validate).await.unwrap();
        ask(house, &amina, wish(&amina, pm("2026-05-04"), pm("2026-05-15")))
            .await
            .unwrap();
        assert_eq!(account(house, &amina, Kind::Annual, 2026).await, (50, 10, 15, 25));
        assert_eq!(account(house, &amina, Kind::Rtt, 2026).await, (20, 0, 0, 20));
        assert_eq!(account(house, &amina, Kind::Annual, 2027).await, (50, 0, 0, 50));
        let shown = balance(&mut house.work(&amina, Door::Chat).await, amina.id)
            .await
            .unwrap();
        assert_eq!(shown.len(), 3, "past years are not shown");
    })
    .await;
}

#[tokio::test]
async fn an_entitlement_stated_again_replaces_the_first() {
    both(async |house| {
        let Team { amina, .. } = team(house).await;
        entitled(house, &amina, Kind::Annual, 2026, 45).await;
        assert_eq!(account(house, &amina, Kind::Annual, 2026).await, (45, 0, 0, 45));
    })
    .await;
}

#[tokio::test]
async fn nobody_else_sees_a_balance_or_asks_decides_and_withdraws_in_an_agents_place() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let colleague = house.agent("paul.petit").await;
        house.grant(&colleague, Role::HrOfficer, None).await;
        let days = wish(&amina, am("2026-03-16"), pm("2026-03-20"));
        let number = ask(house, &amina, days).await.unwrap().number;
        for other in [&boss, &colleague] {
            let mut work = house.work(other, Door::Console).await;
            assert!(matches!(
                balance(&mut work, amina.id).await,
                Err(Error::Denied(_))
            ));
            assert!(matches!(mine(&mut work, amina.id).await, Err(Error::Denied(_))));
            assert!(matches!(preview(&mut work, days).await, Err(Error::Denied(_))));
            assert!(matches!(request(&mut work, days).await, Err(Error::Denied(_))));
            assert!(matches!(
                withdrawable(&mut work, number).await,
                Err(Error::Denied(_))
            ));
            assert!(matches!(withdraw(&mut work, number).await, Err(Error::Denied(_))));
            let granted = entitle(&mut work, other.id, Kind::Annual, 2026, HalfDays(100)).await;
            assert!(matches!(granted, Err(Error::Denied(_))));
        }
        for other in [&amina, &colleague] {
            let mut work = house.work(other, Door::Console).await;
            assert!(matches!(
                decide(&mut work, number, Verdict::Validate).await,
                Err(Error::Denied(_))
            ));
            assert!(matches!(consider(&mut work, number).await, Err(Error::Denied(_))));
            assert!(matches!(waiting(&mut work, boss.id).await, Err(Error::Denied(_))));
        }
        assert!(matches!(
            look(&mut house.work(&colleague, Door::Console).await, number).await,
            Err(Error::Denied(_))
        ));
        let own = Action::DecideLeave {
            agent: amina.id,
            supervisor: Some(amina.id),
        };
        assert_eq!(
            allow(&actor(&amina, Door::Chat), own),
            Err(Denied(own)),
            "not even as one's own supervisor"
        );
        let mut nobody = Work::write(house).await.unwrap();
        assert!(matches!(
            balance(&mut nobody, amina.id).await,
            Err(Error::Denied(_))
        ));
        assert!(matches!(
            decide(&mut nobody, number, Verdict::Validate).await,
            Err(Error::Denied(_))
        ));
    })
    .await;
}
