//! Who reads the log, and that reading leaves a row.

use super::{Error, PAGE, about, newest};
use crate::kernel::actor::{Door, Role};
use crate::kernel::audit::Logged;
use crate::people;
use crate::testing::both;

#[tokio::test]
async fn the_whole_log_is_for_auditors_and_administrators_in_the_console() {
    both(async |house| {
        for (name, role, reads) in [
            ("ana.auditor", Some(Role::Auditor), true),
            ("ada.admin", Some(Role::ItAdmin), true),
            ("sam.support", Some(Role::ItSupport), false),
            ("hana.human", Some(Role::HrOfficer), false),
            ("amina.diallo", None, false),
        ] {
            let agent = house.agent(name).await;
            if let Some(role) = role {
                house.grant(&agent, role, None).await;
            }
            let mut work = house.work(&agent, Door::Console).await;
            let read = newest(&mut work, None).await;
            assert_eq!(read.is_ok(), reads, "{name}");
            assert!(reads || matches!(read, Err(Error::Denied(_))));
            drop(work);
            let mut outside = house.work(&agent, Door::Space).await;
            assert!(
                matches!(newest(&mut outside, None).await, Err(Error::Denied(_))),
                "{name} from the space"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn reading_the_log_is_logged_and_pages_go_back_in_time() {
    both(async |house| {
        let ana = house.agent("ana.auditor").await;
        house.grant(&ana, Role::Auditor, None).await;
        house.clock.advance(chrono::TimeDelta::seconds(1));
        let mut work = house.work(&ana, Door::Console).await;
        newest(&mut work, None).await.unwrap();
        let rows = newest(&mut work, None).await.unwrap();
        assert_eq!(
            (rows[0].what.as_str(), rows[0].actor_id),
            ("log.read", Some(ana.id))
        );
        let older = newest(&mut work, Some(rows[0].seq)).await.unwrap();
        assert!(older.iter().all(|row| row.seq < rows[0].seq));
        assert_eq!(older[0].id, rows[1].id);
    })
    .await;
}

#[tokio::test]
async fn the_rows_about_an_agent_are_for_those_who_may_see_their_access() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let other = house.agent("leo.martin").await;
        let sam = house.agent("sam.support").await;
        house.grant(&sam, Role::ItSupport, None).await;
        let mut work = house.work(&sam, Door::Console).await;
        assert!(
            about(&mut work, amina.id)
                .await
                .unwrap()
                .iter()
                .all(|row| row.about_id == Some(amina.id))
        );
        drop(work);
        let mut work = house.work(&other, Door::Space).await;
        assert!(matches!(about(&mut work, amina.id).await, Err(Error::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn however_often_somebody_looked_what_happened_is_still_shown() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let sam = house.agent("sam.support").await;
        house.grant(&sam, Role::ItSupport, None).await;
        house.clock.advance(chrono::TimeDelta::seconds(1));
        let mut work = house.work(&sam, Door::Console).await;
        let before = about(&mut work, amina.id).await.unwrap();
        assert_eq!(before.last().unwrap().what, "people.import");
        for _ in 0..=PAGE {
            people::look(&mut work, amina.id).await.unwrap();
        }
        let after = about(&mut work, amina.id).await.unwrap();
        let ids = |rows: &[Logged]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!(ids(&after), ids(&before));
    })
    .await;
}
