//! Leave that starts soon and that nobody has decided on (LV9): warnings, reminders, the trace, lapsing.

use super::*;
use crate::kernel::audit;

/// The scheduled job, on this day at 8:30 in Paris; says how many were told.
async fn morning(house: &TestHouse, day: &str) -> usize {
    house.clock.set(format!("{day}T07:30:00Z").parse().unwrap());
    let mut work = Work::write(house).await.unwrap();
    work.act_as_system("reminder.leave_unvalidated");
    let told = warn_applicants(&mut work).await.unwrap();
    work.save().await.unwrap();
    told
}

async fn chase(house: &TestHouse, agent: &Agent, number: i64) -> Result<Request, Error> {
    let mut work = house.work(agent, Door::Chat).await;
    let request = remind_decider(&mut work, number).await?;
    work.save().await?;
    Ok(request)
}

async fn deeds(house: &TestHouse, agent: &Agent, number: i64) -> Vec<Deed> {
    let mut work = house.work(agent, Door::Chat).await;
    let request = look(&mut work, number).await.unwrap();
    let traces = trace(&mut work, &request).await.unwrap();
    traces.iter().map(|trace| trace.deed).collect()
}

/// Amina's undecided request from Monday 23 to Friday 27 March.
async fn waiting_week(house: &TestHouse) -> (Team, i64) {
    let team = team(house).await;
    let days = wish(&team.amina, am("2026-03-23"), pm("2026-03-27"));
    let number = ask(house, &team.amina, days).await.unwrap().number;
    told(house).await;
    (team, number)
}

#[tokio::test]
async fn the_applicant_is_warned_five_two_and_one_working_days_before_and_on_friday_for_monday() {
    both(async |house| {
        let (team, number) = waiting_week(house).await;
        let mut warned = vec![];
        for day in 12..=22 {
            let day = format!("2026-03-{day}");
            if morning(house, &day).await == 1 {
                warned.push(day);
            }
        }
        // Monday 16, Thursday 19, Friday 20; neither Wednesday, nor the weekend.
        assert_eq!(warned, ["2026-03-16", "2026-03-19", "2026-03-20"]);
        let told = told(house).await;
        assert_eq!(told.len(), 3);
        for (to, line) in &told {
            assert_eq!(
                (*to, line.key.as_str(), line.urgent),
                (team.amina.id, "leave-told-unvalidated", true)
            );
            assert_eq!(line.choices[0].id, format!("leave.remind:{number}"));
        }
        assert_eq!(deeds(house, &team.amina, number).await, [Deed::Warned; 3]);
    })
    .await;
}

#[tokio::test]
async fn a_second_run_on_the_same_morning_warns_nobody_twice() {
    both(async |house| {
        let (team, number) = waiting_week(house).await;
        assert_eq!(morning(house, "2026-03-20").await, 1);
        assert_eq!(morning(house, "2026-03-20").await, 0);
        assert_eq!(told(house).await.len(), 1);
        assert_eq!(deeds(house, &team.amina, number).await, [Deed::Warned]);
    })
    .await;
}

#[tokio::test]
async fn what_is_decided_or_taken_back_is_warned_about_no_more() {
    both(async |house| {
        let (team, number) = waiting_week(house).await;
        say(house, &team.boss, number, Verdict::Validate).await.unwrap();
        let other = wish(&team.amina, am("2026-03-19"), pm("2026-03-19"));
        let other = ask(house, &team.amina, other).await.unwrap().number;
        take_back(house, &team.amina, other).await.unwrap();
        assert_eq!(morning(house, "2026-03-16").await, 0);
        assert_eq!(morning(house, "2026-03-20").await, 0);
    })
    .await;
}

#[tokio::test]
async fn one_tap_reminds_the_supervisor_once_a_day_and_is_kept() {
    both(async |house| {
        let (team, number) = waiting_week(house).await;
        let request = chase(house, &team.amina, number).await.unwrap();
        assert_eq!(request.stage, Stage::Submitted);
        let first = told(house).await;
        let [(to, line)] = first.as_slice() else {
            panic!("{first:?}")
        };
        assert_eq!(
            (*to, line.key.as_str(), line.urgent),
            (team.boss.id, "leave-chased", true)
        );
        assert_eq!(line.choices.len(), 2, "it can be decided at once");
        let again = chase(house, &team.amina, number).await;
        assert!(matches!(again, Err(Error::RemindedToday { .. })), "{again:?}");
        assert_eq!(told(house).await, []);
        house.clock.advance(Duration::days(1));
        chase(house, &team.amina, number).await.unwrap();
        assert_eq!(deeds(house, &team.amina, number).await, [Deed::Reminded; 2]);
        let mut work = house.work(&team.boss, Door::Chat).await;
        let logged = audit::about(work.tx(), team.amina.id, 1).await.unwrap();
        assert_eq!(logged[0].what, "leave.chase");
    })
    .await;
}

#[tokio::test]
async fn only_its_author_has_a_supervisor_reminded_and_only_while_it_waits() {
    both(async |house| {
        let (team, number) = waiting_week(house).await;
        let colleague = house.agent("paul.petit").await;
        for other in [&team.boss, &colleague] {
            let denied = chase(house, other, number).await;
            assert!(matches!(denied, Err(Error::Denied(_))), "{denied:?}");
        }
        let unknown = chase(house, &team.amina, 99).await;
        assert!(matches!(unknown, Err(Error::Unknown { number: 99 })));
        say(house, &team.boss, number, Verdict::Validate).await.unwrap();
        let decided = chase(house, &team.amina, number).await;
        assert!(
            matches!(
                decided,
                Err(Error::Settled {
                    stage: Stage::Validated,
                    ..
                })
            ),
            "{decided:?}"
        );
        let mut nobody = Work::write(house).await.unwrap();
        assert!(matches!(
            warn_applicants(&mut nobody).await,
            Err(Error::Denied(_))
        ));
        assert!(matches!(
            remind_decider(&mut nobody, number).await,
            Err(Error::Denied(_))
        ));
    })
    .await;
}

#[tokio::test]
async fn past_its_first_day_it_lapses_and_its_author_is_told_once() {
    both(async |house| {
        let (team, number) = waiting_week(house).await;
        assert_eq!(
            morning(house, "2026-03-23").await,
            0,
            "it may still be decided today"
        );
        assert_eq!(morning(house, "2026-03-24").await, 1);
        assert_eq!(morning(house, "2026-03-25").await, 0);
        let told = told(house).await;
        let [(to, line)] = told.as_slice() else {
            panic!("{told:?}")
        };
        assert_eq!((*to, line.key.as_str()), (team.amina.id, "leave-told-lapsed"));
        let late = say(house, &team.boss, number, Verdict::Validate).await;
        assert!(
            matches!(
                late,
                Err(Error::Settled {
                    stage: Stage::Lapsed,
                    ..
                })
            ),
            "{late:?}"
        );
        assert_eq!(
            account(house, &team.amina, Kind::Annual, 2026).await,
            (50, 0, 0, 50)
        );
        let chased = chase(house, &team.amina, number).await;
        assert!(
            matches!(
                chased,
                Err(Error::Settled {
                    stage: Stage::Lapsed,
                    ..
                })
            ),
            "{chased:?}"
        );
    })
    .await;
}
