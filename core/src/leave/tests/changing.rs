//! Changes and cancellations (LV6): the granted leave stands until the answer, and never twice.

use super::*;
use crate::kernel::audit;

pub(super) const WEEK: (&str, &str) = ("2026-03-16", "2026-03-20");

pub(super) async fn granted(house: &TestHouse, team: &Team, (from, to): (&str, &str)) -> i64 {
    let number = ask(house, &team.amina, wish(&team.amina, am(from), pm(to)))
        .await
        .unwrap()
        .number;
    say(house, &team.boss, number, Verdict::Validate).await.unwrap();
    // A decision is final by then.
    house.clock.advance(Duration::minutes(5));
    told(house).await;
    number
}

pub(super) fn instead(team: &Team, old: i64, (from, to): (&str, &str)) -> Wish {
    Wish {
        instead_of: Some(old),
        ..wish(&team.amina, am(from), pm(to))
    }
}

pub(super) async fn change(
    house: &TestHouse,
    team: &Team,
    old: i64,
    to: (&str, &str),
) -> Result<Request, Error> {
    ask(house, &team.amina, instead(team, old, to)).await
}

pub(super) async fn give_up(house: &TestHouse, agent: &Agent, number: i64) -> Result<Request, Error> {
    let mut work = house.work(agent, Door::Chat).await;
    let request = cancel(&mut work, number).await?;
    work.save().await?;
    Ok(request)
}

pub(super) async fn undone(house: &TestHouse, agent: &Agent, number: i64) -> Result<Request, Error> {
    let mut work = house.work(agent, Door::Chat).await;
    let request = undo(&mut work, number).await?;
    work.save().await?;
    Ok(request)
}

pub(super) async fn stages(house: &TestHouse, agent: &Agent) -> Vec<(i64, Stage)> {
    let mut work = house.work(agent, Door::Chat).await;
    let mut all = mine(&mut work, agent.id).await.unwrap();
    all.sort_by_key(|request| request.number);
    all.iter()
        .map(|request| (request.number, request.stage))
        .collect()
}

pub(super) async fn annual(house: &TestHouse, team: &Team) -> (i64, i64, i64, i64) {
    account(house, &team.amina, Kind::Annual, 2026).await
}

#[tokio::test]
async fn granted_leave_stands_until_its_change_is_validated_and_both_are_never_counted_together() {
    both(async |house| {
        let team = team(house).await;
        let old = granted(house, &team, WEEK).await;
        let preview = look_ahead(
            house,
            &team.amina,
            instead(&team, old, ("2026-03-18", "2026-03-25")),
        )
        .await;
        let left = preview.unwrap().left;
        assert_eq!((left[0].before, left[0].after), (days(20), days(19)));
        let new = change(house, &team, old, ("2026-03-18", "2026-03-25"))
            .await
            .unwrap()
            .number;
        assert_eq!(
            stages(house, &team.amina).await,
            [(old, Stage::Validated), (new, Stage::Submitted)]
        );
        // Six days instead of five: one more waits.
        assert_eq!(annual(house, &team).await, (50, 10, 2, 38));
        let asked = told(house).await;
        assert_eq!(
            (asked[0].0, asked[0].1.key.as_str()),
            (team.boss.id, "leave-asked")
        );
        say(house, &team.boss, new, Verdict::Validate).await.unwrap();
        assert_eq!(
            stages(house, &team.amina).await,
            [(old, Stage::Replaced), (new, Stage::Validated)]
        );
        assert_eq!(annual(house, &team).await, (50, 12, 0, 38));
        let mut work = house.work(&team.boss, Door::Chat).await;
        let logged = audit::about(work.tx(), team.amina.id, 2).await.unwrap();
        let logged: Vec<&str> = logged.iter().map(|row| row.what.as_str()).collect();
        assert!(logged.contains(&"leave.replace"), "{logged:?}");
        drop(work);
        // The days of the old one are free, those of the new one are not.
        ask(
            house,
            &team.amina,
            wish(&team.amina, am("2026-03-16"), pm("2026-03-17")),
        )
        .await
        .unwrap();
        let again = ask(
            house,
            &team.amina,
            wish(&team.amina, am("2026-03-25"), pm("2026-03-25")),
        )
        .await;
        assert!(
            matches!(again, Err(Error::Overlaps { number, .. }) if number == new),
            "{again:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn whatever_ends_a_change_without_a_yes_leaves_the_granted_leave_as_it_was() {
    both(async |house| {
        let team = team(house).await;
        let old = granted(house, &team, WEEK).await;
        let short = ("2026-03-16", "2026-03-18");
        let refused = change(house, &team, old, short).await.unwrap().number;
        assert_eq!(
            annual(house, &team).await,
            (50, 10, 0, 40),
            "a shorter leave holds nothing more"
        );
        say(house, &team.boss, refused, because("deux collègues absents"))
            .await
            .unwrap();
        let taken_back = change(house, &team, old, short).await.unwrap().number;
        take_back(house, &team.amina, taken_back).await.unwrap();
        let lapsed = change(house, &team, old, ("2026-03-13", "2026-03-18"))
            .await
            .unwrap()
            .number;
        house.clock.advance(Duration::days(3));
        let stands = [
            (old, Stage::Validated),
            (refused, Stage::Refused),
            (taken_back, Stage::Withdrawn),
            (lapsed, Stage::Lapsed),
        ];
        assert_eq!(stages(house, &team.amina).await, stands);
        assert_eq!(annual(house, &team).await, (50, 10, 0, 40));
        let late = say(house, &team.boss, lapsed, Verdict::Validate).await;
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
    })
    .await;
}

#[tokio::test]
async fn a_change_of_what_nobody_has_decided_on_takes_its_place_at_once() {
    both(async |house| {
        let team = team(house).await;
        let old = ask(house, &team.amina, wish(&team.amina, am(WEEK.0), pm(WEEK.1)))
            .await
            .unwrap()
            .number;
        told(house).await;
        let new = change(house, &team, old, ("2026-03-18", "2026-03-20"))
            .await
            .unwrap();
        let now = [(old, Stage::Withdrawn), (new.number, Stage::Submitted)];
        assert_eq!(stages(house, &team.amina).await, now);
        assert_eq!(annual(house, &team).await, (50, 0, 6, 44));
        assert_eq!(told(house).await.len(), 1, "the supervisor is told once");
        let late = say(house, &team.boss, old, Verdict::Validate).await;
        assert!(
            matches!(
                late,
                Err(Error::Settled {
                    stage: Stage::Withdrawn,
                    ..
                })
            ),
            "{late:?}"
        );
        // And this one in turn.
        let last = change(house, &team, new.number, ("2026-03-19", "2026-03-20"))
            .await
            .unwrap();
        say(house, &team.boss, last.number, because("deux collègues absents"))
            .await
            .unwrap();
        assert_eq!(annual(house, &team).await, (50, 0, 0, 50));
    })
    .await;
}

#[tokio::test]
async fn a_change_is_judged_by_every_rule_of_a_request() {
    both(async |house| {
        let team = team(house).await;
        let old = granted(house, &team, WEEK).await;
        let other = granted(house, &team, ("2026-03-30", "2026-04-03")).await;
        let overlap = change(house, &team, old, ("2026-03-27", "2026-03-30")).await;
        assert!(
            matches!(overlap, Err(Error::Overlaps { number, .. }) if number == other),
            "{overlap:?}"
        );
        let same = change(house, &team, old, WEEK).await;
        assert!(matches!(same, Err(Error::Unchanged { .. })), "{same:?}");
        entitled(house, &team.amina, Kind::Annual, 2026, 22).await;
        let more = change(house, &team, old, ("2026-03-16", "2026-03-24")).await;
        assert!(
            matches!(
                more,
                Err(Error::NotEnough {
                    left: HalfDays(12),
                    ..
                })
            ),
            "{more:?}"
        );
        change(house, &team, old, ("2026-03-16", "2026-03-23"))
            .await
            .unwrap();
        let second = change(house, &team, old, ("2026-03-16", "2026-03-17")).await;
        assert!(matches!(second, Err(Error::Linked { .. })), "{second:?}");
        let third = give_up(house, &team.amina, old).await;
        assert!(matches!(third, Err(Error::Linked { .. })), "{third:?}");
    })
    .await;
}
