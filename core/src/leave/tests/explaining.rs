//! "Why do I have 12.5 days?" (LV8): every line of it.

use super::*;

async fn why(house: &TestHouse, agent: &Agent) -> Vec<Explained> {
    explain(&mut house.work(agent, Door::Chat).await, agent.id)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_balance_adds_up_line_by_line() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let first = wish(&amina, am("2026-03-16"), pm("2026-03-20"));
        let first = ask(house, &amina, first).await.unwrap().number;
        say(house, &boss, first, Verdict::Validate).await.unwrap();
        let second = wish(&amina, am("2026-05-04"), am("2026-05-15"));
        let second = ask(house, &amina, second).await.unwrap().number;
        let gone = wish(&amina, am("2026-06-01"), pm("2026-06-05"));
        let gone = ask(house, &amina, gone).await.unwrap().number;
        take_back(house, &amina, gone).await.unwrap();
        let explained = why(house, &amina).await;
        let [annual, rtt] = explained.as_slice() else {
            panic!("{explained:?}")
        };
        let rule = annual.rule.as_ref().unwrap();
        assert_eq!((rule.weeks, rule.weekly), (5, days(5)), "25 days are 5 times 5");
        assert!(rule.source.contains("85-1250"), "{}", rule.source);
        let takings: Vec<_> = annual
            .takings
            .iter()
            .map(|taking| (taking.number, taking.cost, taking.stage))
            .collect();
        let expected = [
            (first, days(5), Stage::Validated),
            (second, HalfDays(15), Stage::Submitted),
        ];
        assert_eq!(takings, expected, "what was taken back takes nothing");
        let sum: HalfDays = annual.takings.iter().map(|taking| taking.cost).sum();
        assert_eq!(annual.balance.entitled - sum, annual.balance.left());
        assert_eq!(annual.balance.left(), HalfDays(25), "12.5 days");
        let split = annual.split.unwrap();
        assert_eq!(
            (split.taken, split.days, split.credited),
            (days(5), 1, 2027),
            "five days in March"
        );
        assert_eq!(annual.until, NaiveDate::from_ymd_opt(2026, 12, 31));
        assert_eq!((rtt.rule.as_ref(), rtt.split, rtt.takings.len()), (None, None, 0));
    })
    .await;
}

#[tokio::test]
async fn a_request_across_new_year_takes_its_part_of_each() {
    both(async |house| {
        let Team { amina, .. } = team(house).await;
        entitled(house, &amina, Kind::Annual, 2027, 46).await;
        let days_off = wish(&amina, am("2026-12-28"), pm("2027-01-08"));
        ask(house, &amina, days_off).await.unwrap();
        let explained = why(house, &amina).await;
        let costs: Vec<_> = explained
            .iter()
            .filter(|one| one.balance.kind == Kind::Annual)
            .map(|one| {
                (
                    one.balance.year,
                    one.takings[0].cost,
                    one.rule.is_some(),
                    one.split,
                )
            })
            .collect();
        // 23 days are not five weeks: they are what human resources recorded. What waits earns nothing.
        assert_eq!(costs, [(2026, days(4), true, None), (2027, days(5), false, None)]);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_is_told_why() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        for other in [&boss, &house.agent("paul.petit").await] {
            let denied = explain(&mut house.work(other, Door::Chat).await, amina.id).await;
            assert!(matches!(denied, Err(Error::Denied(_))));
        }
    })
    .await;
}
