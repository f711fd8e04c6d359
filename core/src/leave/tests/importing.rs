//! Leave granted elsewhere.

use super::*;

fn granted(agent: &Agent, from: &str, to: &str) -> Granted {
    Granted {
        agent: agent.id,
        kind: Kind::Annual,
        from: am(from),
        to: pm(to),
        asked_at: "2026-01-05T08:00:00Z".parse().unwrap(),
        granted_at: "2026-01-06T08:00:00Z".parse().unwrap(),
    }
}

#[tokio::test]
async fn a_leave_granted_elsewhere_counts_and_nobody_is_told() {
    both(async |house| {
        let team = team(house).await;
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        import(&mut work, granted(&team.amina, "2026-02-16", "2026-02-20"))
            .await
            .unwrap();
        work.save().await.unwrap();
        assert_eq!(
            account(house, &team.amina, Kind::Annual, 2026).await,
            (50, 10, 0, 40)
        );
        assert!(told(house).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn only_the_operator_imports_and_never_twice() {
    both(async |house| {
        let team = team(house).await;
        let leave = granted(&team.amina, "2026-02-16", "2026-02-20");
        let refused = import(&mut house.work(&team.amina, Door::Chat).await, leave).await;
        assert!(matches!(refused, Err(Error::Denied(_))));
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        import(&mut work, leave).await.unwrap();
        assert!(matches!(
            import(&mut work, leave).await,
            Err(Error::Overlaps { .. })
        ));
        let weekend = import(&mut work, granted(&team.amina, "2026-02-14", "2026-02-15")).await;
        assert!(matches!(weekend, Err(Error::NothingToTake { .. })));
    })
    .await;
}
