//! Setting and changing the password.

use super::*;
use crate::password::rules::Broken;

const NEW: &str = "Un-7eme-quai-bleu";

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn change(opened: &Opened, old: &str, new: &str) -> ChangePassword {
    ChangePassword {
        token: opened.token.expose().to_owned(),
        site: Site::Space,
        channel: Channel::Internal,
        origin: "10.1.2.3".to_owned(),
        circuit: Circuit::IntraParis,
        old: secret(old),
        new: secret(new),
    }
}

#[tokio::test]
async fn a_temporary_password_is_good_only_to_set_a_personal_one() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        newcomer(house, &amina).await;
        let opened = right(house).await.unwrap();
        assert_eq!(opened.step, Step::NewPassword);
        assert!(opened.device.is_none());
        assert!(!enters(house, &opened).await);
        let token = opened.token.expose();
        assert!(matches!(
            set_password(house, token, secret("court")).await,
            Err(Error::Broken(_))
        ));
        let same = set_password(house, token, secret(RIGHT)).await;
        assert!(matches!(same, Err(Error::Broken(broken)) if broken == [Broken::UsedBefore]));
        let complete = set_password(house, token, secret(NEW)).await.unwrap();
        assert_eq!(complete.step, Step::Complete);
        assert!(enters(house, &complete).await);
        assert!(matches!(
            set_password(house, token, secret("Encore-1-autre!")).await,
            Err(Error::Over)
        ));
        assert!(
            matches!(right(house).await, Err(Error::NotRecognised)),
            "the temporary one is gone"
        );
        assert_eq!(
            sign_in(house, knock("amina.diallo", NEW)).await.unwrap().step,
            Step::Complete
        );
    })
    .await;
}

/// Two browsers that came as far as the choice of a personal password with the same slip.
async fn two_browsers(house: &TestHouse, name: &str) -> (Agent, Opened, Opened) {
    let agent = house.agent(name).await;
    newcomer(house, &agent).await;
    let first = sign_in(house, knock(name, RIGHT)).await.unwrap();
    let second = sign_in(house, knock(name, RIGHT)).await.unwrap();
    let step = Step::NewPassword;
    assert_eq!((first.step, second.step), (step, step));
    (agent, first, second)
}

/// A newer slip, by human resources, who have seen the newcomer.
async fn another_slip(house: &TestHouse, agent: &Agent) -> Secret {
    let hr = house.agent("nadia.petit").await;
    house.grant(&hr, Role::HrOfficer, None).await;
    let (drawn, hashed) = crate::password::draw_temporary(house).await.unwrap();
    let mut work = house.work(&hr, Door::Console).await;
    let wish = crate::password::IssueTemporary {
        agent: agent.id,
        circuit: Circuit::IntraParis,
        seen: true,
        reason: "Vue au guichet".to_owned(),
    };
    crate::password::issue_temporary(&mut work, &wish, hashed)
        .await
        .unwrap();
    work.save().await.unwrap();
    drawn
}

#[tokio::test]
async fn attack_05_one_slip_sets_one_personal_password_whoever_is_first() {
    let set = async |house: &TestHouse, opened: &Opened, new: &str| {
        set_password(house, opened.token.expose(), secret(new))
            .await
            .is_ok()
    };
    let other = "Deux-8vieux ponts";
    both(async |house| {
        // One after the other, in both orders: whoever comes second has nothing any more.
        let (_, first, second) = two_browsers(house, "amina.diallo").await;
        assert!(set(house, &first, NEW).await && !set(house, &second, other).await);
        let (_, first, second) = two_browsers(house, "bruno.marin").await;
        assert!(set(house, &second, other).await && !set(house, &first, NEW).await);
        // The same password, from both.
        let (_, first, second) = two_browsers(house, "carla.marin").await;
        assert!(set(house, &first, NEW).await && !set(house, &second, NEW).await);
        // With the slip again, once it is used up.
        assert!(sign_in(house, knock("carla.marin", RIGHT)).await.is_err());
        // At the same instant: one of them, and the log knows of one.
        for name in ["diego.marin", "elsa.marin", "fanny.marin"] {
            let (agent, first, second) = two_browsers(house, name).await;
            let both = tokio::join!(set(house, &first, NEW), set(house, &second, other));
            assert!(both.0 != both.1, "{name}: {both:?}");
            let of_each = async |word| sign_in(house, knock(name, word)).await.is_ok();
            assert_eq!((of_each(NEW).await, of_each(other).await), both, "{name}");
            let logged = house.logged(&agent).await;
            let set = logged
                .iter()
                .filter(|(_, what, _)| what == "password.set_at_sign_in");
            assert_eq!(set.count(), 1, "{name}");
        }
        // A newer slip ends what was begun with the older one. Its own is good.
        let (agent, begun, _) = two_browsers(house, "gilda.marin").await;
        let slip = another_slip(house, &agent).await;
        assert!(!set(house, &begun, NEW).await);
        let fresh = sign_in(house, knock("gilda.marin", slip.expose())).await.unwrap();
        assert!(set(house, &fresh, NEW).await);
    })
    .await;
}

#[tokio::test]
async fn a_temporary_password_lapses_and_says_so_only_to_who_knows_it() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        newcomer(house, &amina).await;
        house.clock.advance(Duration::hours(72));
        assert!(matches!(
            right(house).await,
            Err(Error::TemporaryLapsed(Circuit::IntraParis))
        ));
        assert!(matches!(wrong(house).await, Err(Error::NotRecognised)));
    })
    .await;
}

#[tokio::test]
async fn an_expired_password_never_locks_and_has_to_be_changed() {
    both(async |house| {
        amina(house).await;
        house.clock.advance(Duration::days(365));
        let opened = right(house).await.unwrap();
        assert_eq!(opened.step, Step::NewPassword);
        let opened = set_password(house, opened.token.expose(), secret(NEW))
            .await
            .unwrap();
        assert_eq!(opened.step, Step::NewPassword, "the second one is as old");
        let complete = set_password(house, opened.token.expose(), secret("Quatre-4-lilas-verts"))
            .await
            .unwrap();
        assert!(enters(house, &complete).await);
    })
    .await;
}

#[tokio::test]
async fn a_waiting_session_lasts_ten_minutes() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        newcomer(house, &amina).await;
        let opened = right(house).await.unwrap();
        house.clock.advance(Duration::minutes(10));
        assert!(matches!(
            set_password(house, opened.token.expose(), secret(NEW)).await,
            Err(Error::Over)
        ));
    })
    .await;
}

#[tokio::test]
async fn a_changed_password_ends_every_other_session_and_is_told() {
    both(async |house| {
        let amina = amina(house).await;
        let (here, there) = (right(house).await.unwrap(), right(house).await.unwrap());
        let kept = change_password(house, change(&here, RIGHT, NEW)).await.unwrap();
        assert!(enters(house, &kept).await);
        assert!(!enters(house, &here).await && !enters(house, &there).await);
        let said = house.said().await;
        assert_eq!(
            (said[0].0, said[0].1.key.as_str()),
            (amina.id, "password-changed")
        );
        assert!(sign_in(house, knock("amina.diallo", NEW)).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn attack_16_guessing_the_old_password_in_the_change_form_meets_the_same_counter() {
    both(async |house| {
        let amina = amina(house).await;
        let opened = right(house).await.unwrap();
        for _ in 0..3 {
            assert!(matches!(
                change_password(house, change(&opened, WRONG, NEW)).await,
                Err(Error::NotRecognised)
            ));
        }
        assert!(matches!(
            standing(house, &amina).await,
            account::State::LockedEverywhere(_)
        ));
        assert!(matches!(
            change_password(house, change(&opened, RIGHT, NEW)).await,
            Err(Error::Over)
        ));
    })
    .await;
}

#[tokio::test]
async fn attack_16_the_change_form_compares_nothing_before_the_old_password_was_right() {
    both(async |house| {
        amina(house).await;
        let opened = right(house).await.unwrap();
        let answer = change_password(house, change(&opened, WRONG, RIGHT)).await;
        assert!(
            matches!(answer, Err(Error::NotRecognised)),
            "not a word about the new one being the current one"
        );
    })
    .await;
}

#[tokio::test]
async fn the_last_five_passwords_are_refused_and_the_sixth_is_not() {
    both(async |house| {
        amina(house).await;
        let mut opened = right(house).await.unwrap();
        let mut current = RIGHT.to_owned();
        let nth = |n: i32| format!("Un-{n}eme-quai-bleu");
        for n in 1..=4 {
            opened = change_password(house, change(&opened, &current, &nth(n)))
                .await
                .unwrap();
            current = nth(n);
            house.clock.advance(Duration::seconds(1));
        }
        for used in [RIGHT, &nth(1), &nth(2), &nth(3), &nth(4)] {
            let answer = change_password(house, change(&opened, &current, used)).await;
            assert!(
                matches!(answer, Err(Error::Broken(broken)) if broken == [Broken::UsedBefore]),
                "{used}"
            );
        }
        opened = change_password(house, change(&opened, &current, &nth(5)))
            .await
            .unwrap();
        assert!(
            change_password(house, change(&opened, &nth(5), RIGHT))
                .await
                .is_ok()
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attack_22_a_waiting_session_used_many_times_at_once_becomes_one_session() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        newcomer(house, &amina).await;
        let token = right(house).await.unwrap().token;
        let mut all = tokio::task::JoinSet::new();
        for n in 0..6 {
            let (house, token): (Arc<House>, _) = (Arc::clone(house), token.expose().to_owned());
            let new = secret(&format!("Un-{n}eme-quai-bleu"));
            all.spawn(async move { set_password(&house, &token, new).await.is_ok() });
        }
        assert_eq!(all.join_all().await.into_iter().filter(|set| *set).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_clock_of_a_password_stands_still_during_recorded_long_leave() {
    both(async |house| {
        let (amina, hr) = (amina(house).await, house.agent("nadia.petit").await);
        house.grant(&hr, Role::HrOfficer, None).await;
        let record = async |last: Option<&str>| {
            let mut work = house.work(&hr, Door::Console).await;
            let absence = crate::people::Absence {
                first: "2026-04-01".parse().unwrap(),
                last: last.map(|day| day.parse().unwrap()),
            };
            crate::people::record_absence(&mut work, amina.id, absence)
                .await
                .unwrap();
            work.save().await.unwrap();
        };
        record(None).await;
        house.clock.advance(Duration::days(700));
        assert_eq!(
            right(house).await.unwrap().step,
            Step::Complete,
            "back on a day nobody has recorded yet"
        );
        // 365 days from 11 March 2026, and the 100 from 1 April to 9 July that don't count.
        record(Some("2026-07-09")).await;
        assert_eq!(right(house).await.unwrap().step, Step::NewPassword);
        house.clock.advance(Duration::days(-700 + 464));
        assert_eq!(right(house).await.unwrap().step, Step::Complete);
        house.clock.advance(Duration::days(1));
        assert_eq!(right(house).await.unwrap().step, Step::NewPassword);
    })
    .await;
}
