//! A change is declared, decided on, taken back; and who may do none of it.

use super::*;

#[tokio::test]
async fn an_address_counts_once_human_resources_have_validated_it_and_the_agent_is_told() {
    both(async |house| {
        let (amina, nadia) = amina_and_nadia(house).await;
        let first = declared(house, &amina, lilas()).await.unwrap();
        assert_eq!((first.stage, &first.before), (Stage::Confirmed, &None));
        let to_nadia = told(house, &nadia).await;
        assert_eq!(to_nadia[0].key, "profile-to-decide");
        assert!(
            !format!("{to_nadia:?}").contains("Lilas"),
            "the notice does not hold the address"
        );
        let mut work = house.work(&amina, Door::Space).await;
        assert_eq!(
            mine(&mut work).await.unwrap().of(Kind::Address),
            None,
            "not before it is validated"
        );
        drop(work);
        decided(house, &nadia, &first, Verdict::Validate).await.unwrap();
        assert_eq!(told(house, &amina).await[0].key, "profile-validated");
        assert_eq!(
            last_logged(house, &amina).await,
            ("change".into(), "profile.validate".into())
        );
        let second = declared(house, &amina, pantin()).await.unwrap();
        assert_eq!(
            second.before,
            Some(lilas()),
            "what holds stands beside what is declared"
        );
        decided(house, &nadia, &second, Verdict::Validate).await.unwrap();
        let mut work = house.work(&amina, Door::Chat).await;
        let sheet = mine(&mut work).await.unwrap();
        assert_eq!(sheet.of(Kind::Address), Some(&pantin()));
        assert_eq!(sheet.changes.len(), 2, "the history is kept");
        assert_eq!(sheet.hr_officer.as_deref(), Some("Nadia Petit"));
    })
    .await;
}

#[tokio::test]
async fn a_refusal_says_why_and_leaves_the_record_as_it_was() {
    both(async |house| {
        let (amina, nadia) = amina_and_nadia(house).await;
        let change = declared(house, &amina, lilas()).await.unwrap();
        let refuse = |reason: &str| Verdict::Refuse {
            reason: reason.into(),
        };
        assert!(matches!(
            decided(house, &nadia, &change, refuse("  ")).await,
            Err(Error::NoReason)
        ));
        told(house, &amina).await;
        decided(house, &nadia, &change, refuse("Rue inconnue"))
            .await
            .unwrap();
        let line = told(house, &amina).await.remove(0);
        assert_eq!((line.key.as_str(), line.urgent), ("profile-refused", true));
        assert!(line.args.iter().any(|(_, value)| *value == "Rue inconnue".into()));
        let mut work = house.work(&amina, Door::Space).await;
        let sheet = mine(&mut work).await.unwrap();
        assert_eq!(
            (sheet.of(Kind::Address), sheet.changes[0].stage),
            (None, Stage::Refused)
        );
        drop(work);
        for verdict in [Verdict::Validate, refuse("Deux fois")] {
            assert!(matches!(
                decided(house, &nadia, &change, verdict).await,
                Err(Error::NotOpen)
            ));
        }
    })
    .await;
}

#[tokio::test]
async fn one_change_of_a_kind_is_open_at_a_time_and_can_be_taken_back() {
    both(async |house| {
        let (amina, nadia) = amina_and_nadia(house).await;
        let change = declared(house, &amina, lilas()).await.unwrap();
        let again = declared(house, &amina, pantin()).await;
        assert!(matches!(again, Err(Error::Open(Kind::Address))));
        let mut work = house.work(&amina, Door::Chat).await;
        withdraw(&mut work, Kind::Address).await.unwrap();
        work.save().await.unwrap();
        let mut work = house.work(&amina, Door::Chat).await;
        assert!(matches!(
            withdraw(&mut work, Kind::Address).await,
            Err(Error::NotOpen)
        ));
        drop(work);
        assert!(matches!(
            decided(house, &nadia, &change, Verdict::Validate).await,
            Err(Error::NotOpen)
        ));
        let change = declared(house, &amina, lilas()).await.unwrap();
        decided(house, &nadia, &change, Verdict::Validate).await.unwrap();
        assert!(matches!(
            declared(house, &amina, lilas()).await,
            Err(Error::Same(Kind::Address))
        ));
    })
    .await;
}

#[tokio::test]
async fn nobody_fills_the_queue_with_changes_declared_and_withdrawn() {
    both(async |house| {
        let (amina, _) = amina_and_nadia(house).await;
        for _ in 0..5 {
            declared(house, &amina, lilas()).await.unwrap();
            let mut work = house.work(&amina, Door::Space).await;
            withdraw(&mut work, Kind::Address).await.unwrap();
            work.save().await.unwrap();
        }
        assert!(matches!(
            declared(house, &amina, lilas()).await,
            Err(Error::TooMany(5))
        ));
        house.clock.advance(chrono::Duration::days(1));
        declared(house, &amina, lilas()).await.unwrap();
    })
    .await;
}

/// Attack 23: a role is checked, and so is the object.
#[tokio::test]
async fn attack_23_a_record_is_read_and_decided_by_nobody_but_its_agent_and_its_human_resources() {
    both(async |house| {
        let (amina, nadia) = amina_and_nadia(house).await;
        let paul = house.agent("paul.girard").await;
        let change = declared(house, &amina, lilas()).await.unwrap();
        let mut work = house.work(&paul, Door::Space).await;
        assert!(mine(&mut work).await.unwrap().changes.is_empty());
        assert!(matches!(
            withdraw(&mut work, Kind::Address).await,
            Err(Error::NotOpen)
        ));
        drop(work);
        let elsewhere = house
            .agent_with("hr.elsewhere", |new| new.department = "DEV".into())
            .await;
        house
            .grant(&elsewhere, Role::HrOfficer, Some(elsewhere.department))
            .await;
        let mut others = vec![
            (paul, Door::Space),
            (nadia.clone(), Door::Chat),
            (elsewhere, Door::Console),
        ];
        for (name, role) in [
            ("it.contact", Role::ItContact),
            ("it.support", Role::ItSupport),
            ("it.admin", Role::ItAdmin),
            ("the.auditor", Role::Auditor),
        ] {
            let staff = house.agent(name).await;
            house.grant(&staff, role, None).await;
            others.push((staff, Door::Console));
        }
        for (other, door) in &others {
            let mut work = house.work(other, *door).await;
            assert!(
                matches!(look(&mut work, change.id).await, Err(Error::Denied(_))),
                "{}",
                other.username
            );
            let decided = decide(&mut work, change.id, Verdict::Validate).await;
            assert!(matches!(decided, Err(Error::Denied(_))), "{}", other.username);
            let queue = queue(&mut work).await;
            assert!(queue.map_or(true, |queue| queue.is_empty()), "{}", other.username);
        }
        let own = declared(house, &nadia, lilas()).await.unwrap();
        let decided = decided(house, &nadia, &own, Verdict::Validate).await;
        assert!(
            matches!(decided, Err(Error::Denied(_))),
            "nobody decides on their own"
        );
        let mut work = house.work(&nadia, Door::Console).await;
        let waiting = queue(&mut work).await.unwrap();
        assert_eq!(waiting.len(), 1, "the honest twin sees the other one");
        assert_eq!(look(&mut work, change.id).await.unwrap().0.after, lilas());
        work.save().await.unwrap();
        assert_eq!(
            last_logged(house, &amina).await,
            ("view".into(), "profile.look".into())
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_declared_is_sealed_for_its_row() {
    both(async |house| {
        let (amina, _) = amina_and_nadia(house).await;
        let paul = house.agent("paul.girard").await;
        let first = declared(house, &amina, lilas()).await.unwrap();
        let second = declared(house, &paul, pantin()).await.unwrap();
        let mut work = crate::kernel::work::Work::write(house).await.unwrap();
        let sealed = |id: ChangeId| ("SELECT sealed FROM profile_changes WHERE id = $1", id);
        let (sql, id) = sealed(first.id);
        let bytes = scalar!(work.tx(), Vec<u8>, sql, id).unwrap().unwrap();
        assert!(!bytes.windows(5).any(|window| window == b"Lilas"));
        // Exchanged, they do not open.
        run!(
            work.tx(),
            "UPDATE profile_changes SET sealed = $1 WHERE id = $2",
            bytes,
            second.id
        )
        .unwrap();
        work.save().await.unwrap();
        let mut work = house.work(&paul, Door::Space).await;
        assert!(matches!(mine(&mut work).await, Err(Error::Fault(_))));
    })
    .await;
}
