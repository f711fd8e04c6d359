//! Notices before passwords come to their end (RM2), and what the end is (AC8). Today is Wednesday 11 March 2026.

use chrono::TimeDelta;

use super::*;
use crate::kernel::actor::Role;
use crate::people::{Absence, Agent, Profile, record_absence};
use crate::testing::{TestHouse, both, both_with};

const CLEAR: &str = "Tarte-aux-9mures";

async fn reminded(house: &TestHouse) -> usize {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_system("test");
    let told = remind_of_expiry(&mut work).await.unwrap();
    work.save().await.unwrap();
    told
}

async fn amina(house: &TestHouse, profile: Profile) -> Agent {
    let amina = house
        .agent_with("amina.diallo", |new| new.profile = profile)
        .await;
    house.passwords(&amina, CLEAR).await;
    amina
}

async fn away(house: &TestHouse, agent: &Agent, first: &str, last: Option<&str>) {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_operator();
    let absence = Absence {
        first: first.parse().unwrap(),
        last: last.map(|day| day.parse().unwrap()),
    };
    record_absence(&mut work, agent.id, absence).await.unwrap();
    work.save().await.unwrap();
}

/// Looks each morning of so many days; on which of them, counted from the first, somebody was told.
async fn mornings(house: &TestHouse, days: i64) -> Vec<i64> {
    let mut told = vec![];
    for day in 1..=days {
        house.clock.advance(TimeDelta::days(1));
        if reminded(house).await > 0 {
            told.push(day);
        }
        assert_eq!(reminded(house).await, 0, "once means once");
    }
    told
}

#[tokio::test]
async fn everybody_is_told_15_7_3_and_1_days_before_and_on_the_day_by_mail_and_chat() {
    both(async |house| {
        amina(house, Profile::Ordinary).await;
        house.clock.advance(TimeDelta::days(345));
        assert_eq!(mornings(house, 30).await, [5, 13, 17, 19, 20]);
        let said = house.said().await;
        let items: Vec<&str> = said.iter().map(|(_, line)| line.items[0].key.as_str()).collect();
        assert_eq!(
            items,
            [
                "password-expiring-later",
                "password-expiring-later",
                "password-expiring-later",
                "password-expiring-tomorrow",
                "password-expiring-today"
            ]
        );
        assert!(
            said.iter()
                .all(|(_, line)| line.key == "password-expiring" && line.items.len() == 2)
        );
        let mails = house.mailed().await;
        assert_eq!(mails.len(), 5);
        let body = mails[0].body.replace('\u{a0}', " ");
        assert!(body.contains("dans 15 jours, le jeudi 11 mars 2027"), "{body}");
        assert!(
            body.contains("IntraParis") && body.contains("MonCompteParisien"),
            "{body}"
        );
    })
    .await;
}

#[tokio::test]
async fn extended_rights_shorten_a_password_s_life_to_180_days() {
    both(async |house| {
        let amina = amina(house, Profile::ExtendedRights).await;
        house.clock.advance(TimeDelta::days(160));
        assert_eq!(mornings(house, 22).await, [5, 13, 17, 19, 20]);
        let mut work = Work::read(house).await.unwrap();
        let kept = kept(&mut work, amina.id, Circuit::IntraParis)
            .await
            .unwrap()
            .unwrap();
        let ends_at = ends_at(&mut work, &amina, &kept).await.unwrap();
        assert_eq!(ends_at - kept.set_at, TimeDelta::days(180));
    })
    .await;
}

#[tokio::test]
async fn the_other_sensitive_profiles_keep_the_standard_life() {
    both(async |house| {
        amina(house, Profile::Executive).await;
        house.clock.advance(TimeDelta::days(160));
        assert_eq!(mornings(house, 30).await, [0; 0]);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_said_during_a_long_absence_and_the_notices_begin_anew_when_its_day_moves() {
    both(async |house| {
        let amina = amina(house, Profile::Ordinary).await;
        house.clock.advance(TimeDelta::days(345));
        assert_eq!(mornings(house, 6).await, [5], "14 days are left");
        // Away for two months from tomorrow on: those days do not count.
        let tomorrow = house.today_at(house.clock.now()) + TimeDelta::days(1);
        let back = tomorrow + TimeDelta::days(59);
        away(house, &amina, &tomorrow.to_string(), Some(&back.to_string())).await;
        assert_eq!(mornings(house, 60).await, [0; 0]);
        assert_eq!(
            mornings(house, 15).await,
            [1, 7, 11, 13, 14],
            "back with 13 days left, and told so on the first one"
        );
    })
    .await;
}

#[tokio::test]
async fn an_absence_without_a_known_return_ends_nothing() {
    both(async |house| {
        let amina = amina(house, Profile::Ordinary).await;
        away(house, &amina, "2027-03-20", None).await;
        house.clock.advance(TimeDelta::days(345));
        assert_eq!(
            mornings(house, 25).await,
            [5, 13, 17, 19, 20],
            "its end comes before"
        );
        let other = house.agent("jean.martin").await;
        house.passwords(&other, CLEAR).await;
        away(house, &other, "2028-01-01", None).await;
        house.clock.advance(TimeDelta::days(290));
        house.said().await;
        assert_eq!(reminded(house).await, 0, "still here, and away before the end");
    })
    .await;
}

#[tokio::test]
async fn who_has_a_new_password_a_closed_account_or_has_left_is_not_told() {
    both(async |house| {
        let amina = amina(house, Profile::Ordinary).await;
        let (hr, gone) = (house.agent("nadia.petit").await, house.agent("jean.martin").await);
        house.passwords(&gone, CLEAR).await;
        house.grant(&hr, Role::HrOfficer, None).await;
        house.clock.advance(TimeDelta::days(340));
        let mut work = house.work(&hr, crate::kernel::actor::Door::Console).await;
        let wish = account::Deactivate {
            agent: amina.id,
            circuit: Circuit::IntraParis,
            why: account::Why::ChangeOfAssignment,
            reason: "mutation".into(),
        };
        account::deactivate(&mut work, &wish).await.unwrap();
        work.act_as_operator();
        account::depart(
            &mut work,
            &account::Departure {
                agent: gone.id,
                number: gone.number.clone(),
                reason: "Départ".to_owned(),
            },
        )
        .await
        .unwrap();
        work.save().await.unwrap();
        house.said().await;
        house.clock.advance(TimeDelta::days(10));
        assert_eq!(reminded(house).await, 1);
        let said = house.said().await;
        assert_eq!(
            (said.len(), said[0].1.items.len()),
            (1, 1),
            "the open account alone"
        );
        let new = hashed(
            house,
            &crate::kernel::secret::Secret::new("Un-7eme-quai-bleu".into()),
        )
        .await
        .unwrap();
        let mut work = Work::write(house).await.unwrap();
        replace(&mut work, &amina, Circuit::MonCompteParisien, new, How::Changed)
            .await
            .unwrap();
        work.save().await.unwrap();
        assert_eq!(mornings(house, 30).await, [0; 0]);
    })
    .await;
}

#[tokio::test]
async fn no_notices_at_all_can_be_chosen_and_nobody_but_the_house_sends_them() {
    both_with(
        |settings| settings.password.notice_days = vec![],
        async |house| {
            let amina = amina(house, Profile::Ordinary).await;
            house.clock.advance(TimeDelta::days(366));
            assert_eq!(reminded(house).await, 0);
            let mut work = house.work(&amina, crate::kernel::actor::Door::Space).await;
            assert!(matches!(remind_of_expiry(&mut work).await, Err(Error::Denied(_))));
        },
    )
    .await;
}
