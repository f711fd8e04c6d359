//! Use cases of people, on both databases.

use super::*;
use crate::kernel::actor::{Door, Role};
use crate::kernel::audit;
use crate::kernel::work::Work;
use crate::testing::both;

#[tokio::test]
async fn an_agent_is_found_by_any_cut_word_of_name_number_address_or_phone() {
    both(async |house| {
        let amina = house
            .agent_with("amina.diallo", |a| {
                a.given_name = "Amina".into();
                a.family_name = "Diallo-Élysée".into();
                a.mobile = Some("+33 6 39 98 00 12".into());
            })
            .await;
        house.agent("amine.durand").await;
        let mut work = Work::read(house).await.unwrap();
        for text in [
            "elys",
            "DIALLO",
            "amina elysée",
            "diallo ami",
            "amina diallo elys",
            &amina.number,
            "amina.diallo@",
            "33 6 39 98",
            "06 39 98",
            "+33639980012",
            "0033 6 39 98 00 12",
            "0639.98.00.12",
        ] {
            let found = search(&mut work, text, 10).await.unwrap();
            assert_eq!(
                found.iter().map(|a| a.id).collect::<Vec<_>>(),
                [amina.id],
                "{text}"
            );
        }
        assert_eq!(search(&mut work, "amin", 10).await.unwrap().len(), 2);
        assert_eq!(search(&mut work, "amin", 1).await.unwrap().len(), 1);
        for text in ["", "   ", "zzz", "%", "amina durand", "amina diallo durand"] {
            assert!(search(&mut work, text, 10).await.unwrap().is_empty(), "{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_trusted_server_links_a_name_once_and_nobody_else() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut work = Work::write(house).await.unwrap();
        work.act_as_system("test");
        for stranger in ["@amina.diallo:evil.example", "@nobody.here:localhost"] {
            let speaker = identify(&mut work, stranger, None).await.unwrap();
            assert!(matches!(speaker, Speaker::Stranger(_)), "{stranger}: {speaker:?}");
        }
        for _ in 0..2 {
            let speaker = identify(&mut work, "@amina.diallo:localhost", None)
                .await
                .unwrap();
            assert!(
                matches!(&speaker, Speaker::Known(agent, _) if agent.id == amina.id),
                "{speaker:?}"
            );
        }
        assert_eq!(
            chat_of(&mut work, amina.id).await.unwrap().unwrap().0,
            "@amina.diallo:localhost"
        );
    })
    .await;
}

#[tokio::test]
async fn an_import_repeated_changes_nothing_and_a_bad_row_is_named() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let again = house
            .agent_with("amina.diallo", |a| a.number = amina.number.clone())
            .await;
        assert_eq!(again.id, amina.id);
        let mut work = Work::write(house).await.unwrap();
        let newcomer = Newcomer {
            number: "1".into(),
            username: "x.y".into(),
            given_name: "X".into(),
            family_name: "Y".into(),
            email: "x@paris.example".into(),
            mobile: None,
            department: "NOPE".into(),
            supervisor: None,
            it_contact: None,
            hr_officer: None,
            pattern: String::new(),
            pattern_anchor: None,
            lang: Default::default(),
            profile: Profile::default(),
        };
        assert!(matches!(
            import_agent(&mut work, &newcomer).await,
            Err(Error::Denied(_))
        ));
        work.act_as_operator();
        let error = import_agent(&mut work, &newcomer).await.unwrap_err().to_string();
        assert_eq!(error, "department = NOPE: no department has this code");
    })
    .await;
}

#[tokio::test]
async fn a_person_comes_with_their_roles() {
    both(async |house| {
        let karim = house.agent("karim.benali").await;
        house.grant(&karim, Role::ItSupport, None).await;
        house.grant(&karim, Role::ItContact, Some(karim.department)).await;
        let work = house.work(&karim, Door::Console).await;
        assert!(work.actor().holds(Role::ItSupport, karim.department));
        assert!(work.actor().holds_some(Role::ItContact));
        assert!(!work.actor().holds_some(Role::HrOfficer));
        drop(work);
        let work = house.work(&karim, Door::Chat).await;
        assert!(
            !work.actor().holds_some(Role::ItSupport),
            "roles count in the console only"
        );
    })
    .await;
}

#[tokio::test]
async fn two_people_may_be_each_others_contacts() {
    both(async |house| {
        let (nathalie, julien) = (
            house.agent("nathalie.girard").await,
            house.agent("julien.faure").await,
        );
        let mut work = Work::write(house).await.unwrap();
        let to = |officer: &Agent| Contacts {
            hr_officer: Some(officer.username.clone()),
            ..Contacts::default()
        };
        assert!(matches!(
            assign(&mut work, julien.id, &to(&nathalie)).await,
            Err(Error::Denied(_))
        ));
        work.act_as_operator();
        assign(&mut work, julien.id, &to(&nathalie)).await.unwrap();
        assign(&mut work, nathalie.id, &to(&julien)).await.unwrap();
        let unknown = Contacts {
            supervisor: Some("no.body".into()),
            ..Contacts::default()
        };
        let refused = assign(&mut work, julien.id, &unknown).await.unwrap_err();
        assert!(matches!(
            refused,
            Error::Row {
                field: "supervisor",
                ..
            }
        ));
        let officer = find(&mut work, julien.id).await.unwrap().unwrap().hr_officer;
        assert_eq!(officer, Some(nathalie.id));
    })
    .await;
}

#[tokio::test]
async fn before_the_first_message_an_agent_is_reached_at_the_trusted_servers_address() {
    both(async |house| {
        let (amina, paul) = (
            house.agent("amina.diallo").await,
            house.agent("paul.girard").await,
        );
        let mut work = Work::write(house).await.unwrap();
        work.act_as_system("test");
        assert_eq!(
            chat_of(&mut work, amina.id).await.unwrap(),
            None,
            "reached, and not linked"
        );
        assert_eq!(
            reach(&mut work, amina.id).await.unwrap().unwrap().0,
            "@amina.diallo:localhost"
        );
        link(&mut work, paul.id, "@amina.diallo:localhost", Proof::SpaceCode)
            .await
            .unwrap();
        assert_eq!(
            reach(&mut work, amina.id).await.unwrap(),
            None,
            "somebody else is behind it"
        );
        assert_eq!(
            reach(&mut work, paul.id).await.unwrap().unwrap().0,
            "@amina.diallo:localhost"
        );
    })
    .await;
}

#[tokio::test]
async fn staff_look_agents_up_within_their_departments_and_every_look_is_logged() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let other = house
            .agent_with("amina.martin", |a| a.department = "DPE".into())
            .await;
        let ivan = house.agent("ivan.contact").await;
        house.grant(&ivan, Role::ItContact, Some(amina.department)).await;
        let mut work = house.work(&ivan, Door::Console).await;
        let found = look_up(&mut work, "amina", 10).await.unwrap();
        assert_eq!(found.iter().map(|a| a.id).collect::<Vec<_>>(), [amina.id]);
        assert_eq!(look(&mut work, amina.id).await.unwrap().unwrap().id, amina.id);
        assert!(matches!(look(&mut work, other.id).await, Err(Error::Denied(_))));
        let rows = audit::newest(work.tx(), i64::MAX, 2).await.unwrap();
        let whats: Vec<&str> = rows.iter().map(|row| row.what.as_str()).collect();
        assert_eq!(whats, ["people.look", "people.search"]);
        drop(work);
        for (agent, door) in [(&ivan, Door::Space), (&ivan, Door::Chat), (&amina, Door::Console)] {
            let mut work = house.work(agent, door).await;
            assert!(
                matches!(look_up(&mut work, "amina", 10).await, Err(Error::Denied(_))),
                "{door:?}"
            );
            assert!(
                matches!(look(&mut work, amina.id).await, Err(Error::Denied(_))),
                "{door:?}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn who_only_looks_is_logged_when_the_page_is_sure_and_keeps_no_writer_waiting() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let sam = house.agent("sam.support").await;
        house.grant(&sam, Role::ItSupport, None).await;
        let looks = async || {
            let logged = house.logged(&amina).await;
            logged.iter().filter(|(_, what, _)| what == "people.look").count()
        };
        let mut looking = Work::read(house).await.unwrap();
        let person = person(&mut looking, &sam, Door::Console).await.unwrap();
        looking.act_as(person);
        look(&mut looking, amina.id).await.unwrap().unwrap();
        // On SQLite there is one writer: it is free.
        house.work(&amina, Door::Space).await.save().await.unwrap();
        assert_eq!(looks().await, 0);
        looking.save().await.unwrap();
        assert_eq!(looks().await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_long_absence_is_recorded_by_hr_put_off_and_never_counted_twice() {
    both(async |house| {
        let (amina, nathalie) = (
            house.agent("amina.diallo").await,
            house.agent("nathalie.girard").await,
        );
        house.grant(&nathalie, Role::HrOfficer, None).await;
        let day = |text: &str| -> chrono::NaiveDate { text.parse().unwrap() };
        let away = |first, last: Option<&str>| Absence {
            first: day(first),
            last: last.map(day),
        };
        for (agent, door) in [
            (&amina, Door::Space),
            (&nathalie, Door::Chat),
            (&amina, Door::Console),
        ] {
            let mut work = house.work(agent, door).await;
            let refused = record_absence(&mut work, amina.id, away("2026-02-02", None)).await;
            assert!(matches!(refused, Err(Error::Denied(_))));
        }
        let mut work = house.work(&nathalie, Door::Console).await;
        record_absence(&mut work, amina.id, away("2026-02-02", None))
            .await
            .unwrap();
        record_absence(&mut work, amina.id, away("2026-02-02", Some("2026-06-30")))
            .await
            .unwrap();
        assert_eq!(
            absences(&mut work, amina.id).await.unwrap(),
            [away("2026-02-02", Some("2026-06-30"))],
            "the return is known now"
        );
        for (first, last, what) in [
            ("2026-06-30", None, "first_day = 2026-02-02"),
            ("2025-12-01", Some("2026-02-02"), "first_day = 2026-02-02"),
            ("2026-09-01", Some("2026-08-31"), "last_day = 2026-08-31"),
        ] {
            let refused = record_absence(&mut work, amina.id, away(first, last))
                .await
                .unwrap_err();
            assert!(refused.to_string().starts_with(what), "{refused}");
        }
        record_absence(&mut work, amina.id, away("2026-07-01", None))
            .await
            .unwrap();
        assert_eq!(absences(&mut work, amina.id).await.unwrap().len(), 2);
    })
    .await;
}

#[test]
fn the_days_of_an_absence_are_counted_within_bounds() {
    let day = |text: &str| -> chrono::NaiveDate { text.parse().unwrap() };
    let open = Absence {
        first: day("2026-02-02"),
        last: None,
    };
    let closed = Absence {
        last: Some(day("2026-02-11")),
        ..open
    };
    assert_eq!(closed.days_within(day("2026-01-01"), day("2026-12-31")), 10);
    assert_eq!(closed.days_within(day("2026-02-10"), day("2026-12-31")), 2);
    assert_eq!(closed.days_within(day("2026-02-12"), day("2026-12-31")), 0);
    assert_eq!(closed.days_within(day("2026-01-01"), day("2026-02-01")), 0);
    assert_eq!(open.days_within(day("2026-01-01"), day("2026-02-03")), 2);
    assert!(open.covers(day("2030-01-01")) && !closed.covers(day("2026-02-12")));
}

#[test]
fn days_of_absence_do_not_count() {
    let day = |text: &str| -> chrono::NaiveDate { text.parse().unwrap() };
    let away = |first, last: Option<&str>| Absence {
        first: day(first),
        last: last.map(day),
    };
    let march = away("2026-03-10", Some("2026-03-19"));
    for (from, days, absences, expected) in [
        ("2026-03-01", 10, vec![], Some("2026-03-11")),
        ("2026-03-01", 8, vec![march], Some("2026-03-09")),
        ("2026-03-01", 9, vec![march], Some("2026-03-20")),
        ("2026-03-01", 10, vec![march], Some("2026-03-21")),
        ("2026-03-15", 1, vec![march], Some("2026-03-20")),
        ("2026-03-19", 1, vec![march], Some("2026-03-20")),
        ("2026-03-20", 1, vec![march], Some("2026-03-21")),
        (
            "2026-03-01",
            10,
            vec![march, away("2026-03-20", Some("2026-03-29"))],
            Some("2026-03-31"),
        ),
        (
            "2026-03-01",
            8,
            vec![away("2026-03-10", None)],
            Some("2026-03-09"),
        ),
        ("2026-03-01", 9, vec![away("2026-03-10", None)], None),
        ("2026-03-15", 1, vec![away("2026-03-10", None)], None),
    ] {
        assert_eq!(
            days_later(day(from), days, &absences),
            expected.map(day),
            "{from} + {days}, {absences:?}"
        );
    }
}
