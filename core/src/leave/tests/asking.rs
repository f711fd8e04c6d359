//! What may be asked for, and what is refused.

use super::*;

#[tokio::test]
async fn a_request_reaches_the_supervisor_at_once_with_two_answers_and_is_not_granted() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let request = ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20")))
            .await
            .unwrap();
        assert_eq!((request.stage, request.cost), (Stage::Submitted, days(5)));
        let told = told(house).await;
        let [(to, line)] = told.as_slice() else {
            panic!("{told:?}")
        };
        assert_eq!(
            (*to, line.key.as_str(), line.urgent),
            (boss.id, "leave-asked", true)
        );
        let choices: Vec<_> = line.choices.iter().map(|choice| choice.id.clone()).collect();
        let number = request.number;
        assert_eq!(
            choices,
            [
                format!("leave.validate:{number}"),
                format!("leave.refuse:{number}")
            ]
        );
        let said = house.words.say(Lang::Fr, &line.key, &line.args);
        assert!(said.contains(
            "Amina Diallo souhaite 5\u{a0}jours de congé annuel, du lundi 16\u{a0}mars 2026 au vendredi"
        ));
        let seen = look(&mut house.work(&boss, Door::Chat).await, number)
            .await
            .unwrap();
        assert_eq!(seen, request);
        assert_eq!(
            waiting(&mut house.work(&boss, Door::Chat).await, boss.id)
                .await
                .unwrap(),
            [request]
        );
    })
    .await;
}

#[tokio::test]
async fn a_preview_shows_days_holidays_and_balances_and_writes_nothing() {
    both(async |house| {
        let Team { amina, .. } = team(house).await;
        entitled(house, &amina, Kind::Annual, 2027, 50).await;
        let seen = look_ahead(house, &amina, wish(&amina, am("2026-12-21"), pm("2027-01-05")))
            .await
            .unwrap();
        assert_eq!(seen.count.cost, days(10));
        let skipped: Vec<_> = seen
            .count
            .skipped
            .iter()
            .map(|skipped| skipped.date.to_string())
            .collect();
        assert_eq!(skipped, ["2026-12-25", "2027-01-01"]);
        let expected = [
            Left {
                year: 2026,
                before: days(25),
                after: days(17),
            },
            Left {
                year: 2027,
                before: days(25),
                after: days(23),
            },
        ];
        assert_eq!(seen.left, expected);
        assert_eq!(seen.supervisor, "Jean Martin");
        assert_eq!(told(house).await, []);
        assert_eq!(account(house, &amina, Kind::Annual, 2026).await, (50, 0, 0, 50));
        assert_eq!(
            mine(&mut house.work(&amina, Door::Chat).await, amina.id)
                .await
                .unwrap(),
            []
        );
    })
    .await;
}

#[tokio::test]
async fn the_public_holidays_of_the_city_s_region_cost_nothing() {
    for (region, cost) in [(Region::Metropole, 5), (Region::AlsaceMoselle, 4)] {
        both_with(
            |settings| settings.city.region = region,
            async |house| {
                let Team { amina, .. } = team(house).await;
                // To Good Friday.
                let week = wish(&amina, am("2026-03-30"), pm("2026-04-03"));
                let seen = look_ahead(house, &amina, week).await.unwrap();
                assert_eq!(seen.count.cost, days(cost));
            },
        )
        .await;
    }
}

#[tokio::test]
async fn dates_already_asked_for_are_refused_but_the_other_half_of_a_day_is_not() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let morning = ask(house, &amina, wish(&amina, am("2026-03-16"), am("2026-03-16"))).await.unwrap();
        assert_eq!(morning.cost, HalfDays(1));
        ask(house, &amina, wish(&amina, pm("2026-03-16"), pm("2026-03-16"))).await.unwrap();
        for (from, to) in [("2026-03-16", "2026-03-16"), ("2026-03-13", "2026-03-17")] {
            let refused = ask(house, &amina, wish(&amina, am(from), pm(to))).await;
            assert!(matches!(refused, Err(Error::Overlaps { number, stage: Stage::Submitted, .. }) if number == morning.number));
        }
        say(house, &boss, morning.number, Verdict::Validate).await.unwrap();
        let refused = ask(house, &amina, Wish { kind: Kind::Rtt, ..wish(&amina, am("2026-03-16"), am("2026-03-17")) }).await;
        assert!(matches!(refused, Err(Error::Overlaps { stage: Stage::Validated, .. })));
        let afternoon = morning.number + 1;
        say(house, &boss, afternoon, because("réunion de service obligatoire")).await.unwrap();
        ask(house, &amina, wish(&amina, pm("2026-03-16"), pm("2026-03-17"))).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn impossible_requests_are_refused_for_what_they_are() {
    both(async |house| {
        let Team { amina, .. } = team(house).await;
        let refusal = async |from, to| {
            look_ahead(house, &amina, wish(&amina, from, to))
                .await
                .unwrap_err()
        };
        let error = refusal(am("2026-03-20"), pm("2026-03-16")).await;
        assert!(matches!(error, Error::BadPeriod(BadPeriod::EndBeforeStart)));
        let error = refusal(pm("2026-03-16"), am("2026-03-16")).await;
        assert!(matches!(error, Error::BadPeriod(BadPeriod::NothingBetween)));
        let error = refusal(am("2026-03-10"), pm("2026-03-12")).await;
        assert!(
            matches!(error, Error::Past { from } if from == NaiveDate::from_ymd_opt(2026, 3, 10).unwrap())
        );
        let error = refusal(am("2026-03-14"), pm("2026-03-15")).await;
        assert!(matches!(error, Error::NothingToTake { skipped, .. } if skipped.is_empty()));
        let error = refusal(am("2026-05-14"), pm("2026-05-14")).await;
        assert!(matches!(error, Error::NothingToTake { skipped, .. } if skipped.len() == 1));
        let error = refusal(am("2026-08-03"), pm("2026-09-03")).await;
        assert!(matches!(
            error,
            Error::TooLong {
                days: 32,
                limit: 31,
                joined: false
            }
        ));
        let error = refusal(am("2026-08-03"), pm("9999-12-31")).await;
        assert!(matches!(error, Error::TooLong { joined: false, .. }));
        let error = refusal(am("2026-12-28"), pm("2027-01-08")).await;
        assert!(matches!(
            error,
            Error::NoEntitlement {
                kind: Kind::Annual,
                year: 2027
            }
        ));
        let rtt = Wish {
            kind: Kind::Rtt,
            ..wish(&amina, am("2026-03-16"), pm("2026-03-30"))
        };
        let error = look_ahead(house, &amina, rtt).await.unwrap_err();
        let Error::NotEnough {
            kind: Kind::Rtt,
            year: 2026,
            left,
            cost,
        } = error
        else {
            panic!("{error:?}")
        };
        assert_eq!((left, cost), (days(10), days(11)));
        let today = look_ahead(house, &amina, wish(&amina, pm("2026-03-11"), pm("2026-03-11")))
            .await
            .unwrap();
        assert_eq!(
            today.count.cost,
            HalfDays(1),
            "this afternoon may still be asked for"
        );
    })
    .await;
}

#[tokio::test]
async fn without_a_supervisor_other_than_oneself_there_is_no_request() {
    both(async |house| {
        let alone = house.agent("zoe.roy").await;
        entitled(house, &alone, Kind::Annual, 2026, 50).await;
        let refused = ask(house, &alone, wish(&alone, am("2026-03-16"), pm("2026-03-20"))).await;
        assert!(matches!(refused, Err(Error::NoSupervisor)));
        assert_eq!(told(house).await, []);
    })
    .await;
}

#[tokio::test]
async fn thirty_one_days_away_are_not_exceeded_by_asking_twice() {
    both(async |house| {
        let Team { amina, .. } = team(house).await;
        ask(house, &amina, wish(&amina, am("2026-08-03"), pm("2026-08-14")))
            .await
            .unwrap();
        let refused = ask(house, &amina, wish(&amina, am("2026-08-17"), pm("2026-09-04"))).await;
        assert!(matches!(
            refused,
            Err(Error::TooLong {
                days: 35,
                limit: 31,
                joined: true
            })
        ));
        ask(house, &amina, wish(&amina, pm("2026-08-17"), pm("2026-08-21")))
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn of_two_overlapping_requests_at_the_same_instant_one_stands() {
    both(async |house| {
        let Team { amina, .. } = team(house).await;
        let (one, other) = tokio::join!(
            ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20"))),
            ask(house, &amina, wish(&amina, am("2026-03-20"), pm("2026-03-24"))),
        );
        assert_eq!(
            u8::from(one.is_ok()) + u8::from(other.is_ok()),
            1,
            "{one:?} {other:?}"
        );
        assert_eq!(told(house).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn requests_of_different_agents_at_the_same_instant_have_different_numbers() {
    both(async |house| {
        let Team { amina, .. } = team(house).await;
        let paul = house
            .agent_with("paul.petit", |a| a.supervisor = Some("jean.martin".to_owned()))
            .await;
        entitled(house, &paul, Kind::Annual, 2026, 50).await;
        let (one, other) = tokio::join!(
            ask(house, &amina, wish(&amina, am("2026-03-16"), pm("2026-03-20"))),
            ask(house, &paul, wish(&paul, am("2026-03-16"), pm("2026-03-20"))),
        );
        let mut numbers = [one.unwrap().number, other.unwrap().number];
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2]);
    })
    .await;
}

#[tokio::test]
async fn part_time_and_two_week_cycles_count_their_own_days() {
    both(async |house| {
        house.agent("jean.martin").await;
        let supervised = |a: &mut crate::people::Newcomer| a.supervisor = Some("jean.martin".to_owned());
        let part_time = house.agent_with("lea.blanc", |a| {
            supervised(a);
            a.pattern = "11 11 10 11 11 00 00".to_owned();
        });
        let part_time = part_time.await;
        let cycle = house.agent_with("noe.brun", |a| {
            supervised(a);
            a.pattern = "11 11 11 11 11 00 00|11 11 11 11 00 00 00".to_owned();
            a.pattern_anchor = Some("2026-03-02".to_owned());
        });
        let cycle = cycle.await;
        for (agent, half_days) in [(&part_time, 9), (&cycle, 10)] {
            entitled(house, agent, Kind::Annual, 2026, 50).await;
            let seen = look_ahead(house, agent, wish(agent, am("2026-03-16"), pm("2026-03-20")))
                .await
                .unwrap();
            assert_eq!(seen.count.cost, HalfDays(half_days));
        }
        let seen = look_ahead(house, &cycle, wish(&cycle, am("2026-03-23"), pm("2026-03-27")))
            .await
            .unwrap();
        assert_eq!(seen.count.cost, days(4));
    })
    .await;
}
