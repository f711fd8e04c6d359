//! Somebody else decides (LV3): delegations by dates, chains, escalation; never one's own.

use super::*;

async fn hand_over(
    house: &TestHouse,
    from: &Agent,
    to: &str,
    first: &str,
    last: &str,
) -> Result<Delegation, Error> {
    let mut work = house.work(from, Door::Space).await;
    let dates: (NaiveDate, NaiveDate) = (first.parse().unwrap(), last.parse().unwrap());
    let delegation = delegate(&mut work, to, dates.0, dates.1).await?;
    work.save().await?;
    Ok(delegation)
}

async fn waits_for(house: &TestHouse, agent: &Agent) -> Vec<i64> {
    let mut work = house.work(agent, Door::Chat).await;
    let waiting = waiting(&mut work, agent.id).await.unwrap();
    waiting.iter().map(|request| request.number).collect()
}

/// The scheduled job at 8:30 in Paris.
async fn morning(house: &TestHouse, day: &str) {
    house.clock.set(format!("{day}T07:30:00Z").parse().unwrap());
    let mut work = Work::write(house).await.unwrap();
    work.act_as_system("reminder.leave_unvalidated");
    warn_applicants(&mut work).await.unwrap();
    work.save().await.unwrap();
}

async fn ask_week(house: &TestHouse, agent: &Agent) -> i64 {
    let week = wish(agent, am("2026-04-20"), pm("2026-04-24"));
    ask(house, agent, week).await.unwrap().number
}

fn keys(told: &[(AgentId, Line)]) -> Vec<(AgentId, &str)> {
    told.iter().map(|(to, line)| (*to, line.key.as_str())).collect()
}

#[tokio::test]
async fn a_delegate_is_told_and_decides_between_the_dates_and_the_applicant_knows_in_whose_place() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let nina = house.agent("nina.roche").await;
        hand_over(house, &boss, "nina.roche", "2026-03-12", "2026-03-13")
            .await
            .unwrap();
        assert_eq!(keys(&told(house).await), [(nina.id, "leave-told-delegated")]);
        let number = ask_week(house, &amina).await;
        assert_eq!(
            keys(&told(house).await),
            [(boss.id, "leave-asked")],
            "it begins tomorrow"
        );
        assert!(matches!(
            say(house, &nina, number, Verdict::Validate).await,
            Err(Error::Denied(_))
        ));
        house.clock.advance(Duration::days(1));
        assert_eq!(waits_for(house, &nina).await, [number]);
        assert_eq!(waits_for(house, &boss).await, [number], "both can decide");
        say(house, &nina, number, Verdict::Validate).await.unwrap();
        let told = told(house).await;
        assert_eq!(keys(&told), [(amina.id, "leave-told-validated")]);
        assert!(
            told[0]
                .1
                .items
                .iter()
                .any(|item| item.key == "leave-told-in-place"),
            "{told:?}"
        );
        let late = say(house, &boss, number, Verdict::Validate).await;
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
async fn a_delegation_ends_with_its_last_day_or_before() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let nina = house.agent("nina.roche").await;
        let number = ask_week(house, &amina).await;
        let first = hand_over(house, &boss, "nina.roche", "2026-03-11", "2026-03-12")
            .await
            .unwrap();
        assert_eq!(waits_for(house, &nina).await, [number]);
        let mine = async || {
            let mut work = house.work(&boss, Door::Space).await;
            delegations(&mut work, boss.id).await.unwrap().len()
        };
        assert_eq!(mine().await, 1);
        let mut work = house.work(&nina, Door::Space).await;
        end_delegation(&mut work, first.id).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(mine().await, 1, "only who handed over takes it back");
        let mut work = house.work(&boss, Door::Space).await;
        end_delegation(&mut work, first.id).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(mine().await, 0);
        assert!(waits_for(house, &nina).await.is_empty());
        hand_over(house, &boss, "nina.roche", "2026-03-11", "2026-03-12")
            .await
            .unwrap();
        house.clock.advance(Duration::days(2));
        assert!(
            waits_for(house, &nina).await.is_empty(),
            "Friday 13 is past the last day"
        );
        assert!(matches!(
            say(house, &nina, number, Verdict::Validate).await,
            Err(Error::Denied(_))
        ));
    })
    .await;
}

#[tokio::test]
async fn a_chain_of_delegates_never_closes_and_nobody_decides_on_their_own() {
    both(async |house| {
        let Team { amina, boss } = team(house).await;
        let nina = house.agent("nina.roche").await;
        let over =
            async |from: &Agent, to: &str| hand_over(house, from, to, "2026-03-11", "2026-03-20").await;
        over(&boss, "nina.roche").await.unwrap();
        over(&nina, "amina.diallo").await.unwrap();
        for (from, to) in [
            (&nina, "jean.martin"),
            (&amina, "jean.martin"),
            (&amina, "nina.roche"),
        ] {
            let closed = over(from, to).await;
            assert!(matches!(closed, Err(Error::ClosedChain { .. })), "{closed:?}");
        }
        let number = ask_week(house, &amina).await;
        assert!(
            waits_for(house, &amina).await.is_empty(),
            "the chain ends at its author"
        );
        let own = say(house, &amina, number, Verdict::Validate).await;
        assert!(matches!(own, Err(Error::Denied(_))), "{own:?}");
        let paul = house
            .agent_with("paul.petit", |a| a.supervisor = Some("jean.martin".to_owned()))
            .await;
        entitled(house, &paul, Kind::Annual, 2026, 50).await;
        let other = ask_week(house, &paul).await;
        assert_eq!(
            waits_for(house, &amina).await,
            [other],
            "the chain reaches her for others"
        );
        say(house, &amina, other, Verdict::Validate).await.unwrap();
        // On other dates the same hand-over closes nothing.
        hand_over(house, &amina, "jean.martin", "2026-03-21", "2026-03-22")
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_delegation_that_makes_no_sense_is_refused() {
    both(async |house| {
        let Team { boss, .. } = team(house).await;
        house.agent("nina.roche").await;
        for to in ["jean.martin", "nobody.here", ""] {
            let refused = hand_over(house, &boss, to, "2026-03-11", "2026-03-12").await;
            assert!(matches!(refused, Err(Error::NoColleague { .. })), "{refused:?}");
        }
        let refused = hand_over(house, &boss, "nina.roche", "2026-03-13", "2026-03-12").await;
        assert!(matches!(
            refused,
            Err(Error::BadPeriod(BadPeriod::EndBeforeStart))
        ));
        let refused = hand_over(house, &boss, "nina.roche", "2026-03-09", "2026-03-10").await;
        assert!(matches!(refused, Err(Error::Past { .. })));
        let mut nobody = Work::write(house).await.unwrap();
        let today = nobody.today();
        assert!(delegate(&mut nobody, "nina.roche", today, today).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn after_three_working_days_the_next_level_may_decide_and_both_are_told_once() {
    both(async |house| {
        let chief = house.agent("odile.chef").await;
        let boss = house
            .agent_with("jean.martin", |a| a.supervisor = Some("odile.chef".to_owned()))
            .await;
        let amina = house
            .agent_with("amina.diallo", |a| a.supervisor = Some("jean.martin".to_owned()))
            .await;
        entitled(house, &amina, Kind::Annual, 2026, 50).await;
        let number = ask_week(house, &amina).await;
        told(house).await;
        // Asked on Wednesday 11: Thursday, Friday and Monday are three working days.
        for day in ["2026-03-12", "2026-03-13", "2026-03-14"] {
            morning(house, day).await;
            assert_eq!(told(house).await, [], "{day}");
        }
        assert!(matches!(
            say(house, &chief, number, Verdict::Validate).await,
            Err(Error::Denied(_))
        ));
        morning(house, "2026-03-16").await;
        let first = told(house).await;
        assert_eq!(
            keys(&first),
            [(chief.id, "leave-escalated"), (amina.id, "leave-told-escalated")]
        );
        morning(house, "2026-03-17").await;
        assert_eq!(told(house).await, [], "once");
        assert_eq!(waits_for(house, &chief).await, [number]);
        assert_eq!(
            waits_for(house, &boss).await,
            [number],
            "the supervisor still can"
        );
        assert_eq!(
            account(house, &amina, Kind::Annual, 2026).await,
            (50, 0, 10, 40),
            "no delay grants anything"
        );
        say(house, &chief, number, because("deux collègues absents"))
            .await
            .unwrap();
        assert_eq!(keys(&told(house).await), [(amina.id, "leave-told-refused")]);
    })
    .await;
}

#[tokio::test]
async fn what_would_come_up_to_its_own_author_does_not() {
    both(async |house| {
        // Odile supervises Jean, who is set as her supervisor: the level above is herself.
        let odile = house.agent("odile.chef").await;
        let boss = house
            .agent_with("jean.martin", |a| a.supervisor = Some("odile.chef".to_owned()))
            .await;
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        let contacts = crate::people::Contacts {
            supervisor: Some("jean.martin".to_owned()),
            it_contact: None,
            hr_officer: None,
        };
        crate::people::assign(&mut work, odile.id, &contacts)
            .await
            .unwrap();
        work.save().await.unwrap();
        entitled(house, &odile, Kind::Annual, 2026, 50).await;
        let number = ask_week(house, &odile).await;
        told(house).await;
        morning(house, "2026-03-18").await;
        assert_eq!(told(house).await, []);
        assert!(waits_for(house, &odile).await.is_empty());
        let own = say(house, &odile, number, Verdict::Validate).await;
        assert!(matches!(own, Err(Error::Denied(_))), "{own:?}");
        say(house, &boss, number, Verdict::Validate).await.unwrap();
    })
    .await;
}
