//! Cancellation by agreement, and decisions on linked requests taken back (LV6).

use super::changing::{WEEK, annual, change, give_up, granted, stages, undone};
use super::*;

#[tokio::test]
async fn granted_leave_is_cancelled_by_agreement_and_its_days_come_back() {
    both(async |house| {
        let team = team(house).await;
        let old = granted(house, &team, WEEK).await;
        let request = give_up(house, &team.amina, old).await.unwrap();
        assert_eq!(
            (request.asks, request.cost, request.stage),
            (Asks::Cancel, days(5), Stage::Submitted)
        );
        assert_eq!(
            annual(house, &team).await,
            (50, 10, 0, 40),
            "it stands until they agree"
        );
        let asked = told(house).await;
        assert_eq!(
            (asked[0].0, asked[0].1.key.as_str()),
            (team.boss.id, "leave-asked")
        );
        let mut work = house.work(&team.boss, Door::Chat).await;
        let seen = waiting(&mut work, team.boss.id).await.unwrap();
        assert_eq!(seen.len(), 1);
        assert_eq!(seen[0], request);
        work.save().await.unwrap();
        let own = say(house, &team.amina, request.number, Verdict::Validate).await;
        assert!(matches!(own, Err(Error::Denied(_))), "{own:?}");
        say(house, &team.boss, request.number, Verdict::Validate)
            .await
            .unwrap();
        assert_eq!(annual(house, &team).await, (50, 0, 0, 50));
        let now = [(old, Stage::Cancelled), (request.number, Stage::Validated)];
        assert_eq!(stages(house, &team.amina).await, now);
        let told = told(house).await;
        assert_eq!(
            (told[0].0, told[0].1.key.as_str()),
            (team.amina.id, "leave-told-validated-cancel")
        );
        let again = give_up(house, &team.amina, old).await;
        assert!(
            matches!(
                again,
                Err(Error::Settled {
                    stage: Stage::Cancelled,
                    ..
                })
            ),
            "{again:?}"
        );
        ask(house, &team.amina, wish(&team.amina, am(WEEK.0), pm(WEEK.1)))
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_declined_cancellation_needs_a_fact_and_the_leave_stands() {
    both(async |house| {
        let team = team(house).await;
        let old = granted(house, &team, WEEK).await;
        let number = give_up(house, &team.amina, old).await.unwrap().number;
        let vague = say(house, &team.boss, number, because("non")).await;
        assert!(matches!(vague, Err(Error::Reason(_))), "{vague:?}");
        told(house).await;
        say(
            house,
            &team.boss,
            number,
            because("votre remplaçant est déjà engagé"),
        )
        .await
        .unwrap();
        assert_eq!(
            stages(house, &team.amina).await,
            [(old, Stage::Validated), (number, Stage::Refused)]
        );
        let told = told(house).await;
        assert_eq!(told[0].1.key, "leave-told-refused-cancel");
        assert_eq!(told[0].1.items[0].key, "leave-old-stands");
    })
    .await;
}

#[tokio::test]
async fn leave_that_has_begun_is_neither_changed_nor_cancelled_here() {
    both(async |house| {
        let team = team(house).await;
        let old = granted(house, &team, WEEK).await;
        let number = give_up(house, &team.amina, old).await.unwrap().number;
        // Sunday evening: still to come. Monday: begun.
        house.clock.advance(Duration::days(5));
        let begun = say(house, &team.boss, number, Verdict::Validate).await;
        assert!(
            matches!(
                begun,
                Err(Error::Settled {
                    stage: Stage::Lapsed,
                    ..
                })
            ),
            "{begun:?}"
        );
        let begun = give_up(house, &team.amina, old).await;
        assert!(matches!(begun, Err(Error::Begun { .. })), "{begun:?}");
        let begun = change(house, &team, old, ("2026-03-16", "2026-03-18")).await;
        assert!(matches!(begun, Err(Error::Begun { .. })), "{begun:?}");
        assert_eq!(annual(house, &team).await, (50, 10, 0, 40));
    })
    .await;
}

#[tokio::test]
async fn a_decision_on_a_change_is_undone_whole_unless_its_days_were_used() {
    both(async |house| {
        let team = team(house).await;
        let old = granted(house, &team, WEEK).await;
        let number = give_up(house, &team.amina, old).await.unwrap().number;
        say(house, &team.boss, number, Verdict::Validate).await.unwrap();
        undone(house, &team.boss, number).await.unwrap();
        assert_eq!(
            stages(house, &team.amina).await,
            [(old, Stage::Validated), (number, Stage::Submitted)]
        );
        assert_eq!(annual(house, &team).await, (50, 10, 0, 40));
        say(house, &team.boss, number, Verdict::Validate).await.unwrap();
        let next = ask(
            house,
            &team.amina,
            wish(&team.amina, am("2026-03-18"), pm("2026-03-18")),
        )
        .await
        .unwrap();
        let spent = undone(house, &team.boss, number).await;
        assert!(matches!(spent, Err(Error::Spent { .. })), "{spent:?}");
        take_back(house, &team.amina, next.number).await.unwrap();
        entitled(house, &team.amina, Kind::Annual, 2026, 8).await;
        let spent = undone(house, &team.boss, number).await;
        assert!(matches!(spent, Err(Error::Spent { .. })), "{spent:?}");
        assert_eq!(annual(house, &team).await, (8, 0, 0, 8));
        entitled(house, &team.amina, Kind::Annual, 2026, 10).await;
        undone(house, &team.boss, number).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_decision_that_is_being_changed_is_not_taken_back_under_its_author() {
    both(async |house| {
        let team = team(house).await;
        let old = ask(house, &team.amina, wish(&team.amina, am(WEEK.0), pm(WEEK.1)))
            .await
            .unwrap()
            .number;
        say(house, &team.boss, old, Verdict::Validate).await.unwrap();
        let new = change(house, &team, old, ("2026-03-16", "2026-03-18"))
            .await
            .unwrap()
            .number;
        let built_on = undone(house, &team.boss, old).await;
        assert!(
            matches!(built_on, Err(Error::Linked { by, .. }) if by == new),
            "{built_on:?}"
        );
        say(house, &team.boss, new, because("deux collègues absents"))
            .await
            .unwrap();
        // The refusal of the change may be taken back while the leave that it changes is there.
        undone(house, &team.boss, new).await.unwrap();
        assert_eq!(
            stages(house, &team.amina).await,
            [(old, Stage::Validated), (new, Stage::Submitted)]
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_changes_or_cancels_the_leave_of_somebody_else() {
    both(async |house| {
        let team = team(house).await;
        let old = granted(house, &team, WEEK).await;
        let theirs = Wish {
            instead_of: Some(old),
            ..wish(&team.boss, am("2026-03-23"), pm("2026-03-23"))
        };
        let denied = ask(house, &team.boss, theirs).await;
        assert!(matches!(denied, Err(Error::Denied(_))), "{denied:?}");
        let denied = give_up(house, &team.boss, old).await;
        assert!(matches!(denied, Err(Error::Denied(_))), "{denied:?}");
        let mut work = house.work(&team.boss, Door::Chat).await;
        let denied = changeable(&mut work, old).await;
        assert!(matches!(denied, Err(Error::Denied(_))), "{denied:?}");
    })
    .await;
}

#[tokio::test]
async fn of_a_change_and_a_cancellation_at_the_same_instant_one_waits() {
    both(async |house| {
        let team = team(house).await;
        let old = granted(house, &team, WEEK).await;
        let (one, other) = tokio::join!(
            change(house, &team, old, ("2026-03-16", "2026-03-18")),
            give_up(house, &team.amina, old)
        );
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        assert_eq!(told(house).await.len(), 1);
    })
    .await;
}
