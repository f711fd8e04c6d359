//! Links made, replaced and ended, on both databases.

use super::*;
use crate::kernel::actor::{Door, Grant};
use crate::people::{Speaker, identify, import};
use crate::testing::{TestHouse, both};

const HERS: &str = "@amina.diallo:localhost";

async fn speaks(house: &TestHouse, address: &str, key: Option<&str>) -> &'static str {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_system("desk");
    let speaker = identify(&mut work, address, key).await.unwrap();
    work.save().await.unwrap();
    match speaker {
        Speaker::Known(..) => "known",
        Speaker::Stranger(None) => "stranger",
        Speaker::Stranger(Some(_)) => "impossible",
        Speaker::KeyChanged(_) => "key changed",
    }
}

async fn mails(house: &TestHouse) -> Vec<String> {
    let mailed = house.mailed().await.into_iter();
    mailed
        .map(|letter| format!("{}: {}", letter.to, letter.subject))
        .collect()
}

#[tokio::test]
async fn a_first_message_makes_a_link_that_its_key_keeps_and_another_key_ends() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let karim = house.agent("karim.benali").await;
        house.grant(&karim, Role::ItSupport, None).await;
        assert_eq!(speaks(house, HERS, None).await, "known");
        assert_eq!(mails(house).await.len(), 1, "the mailbox is told of the link");
        // The first key she shows is hers, and stays so.
        assert_eq!(speaks(house, HERS, Some("one")).await, "known");
        assert_eq!(speaks(house, HERS, Some("one")).await, "known");
        assert_eq!(mails(house).await.len(), 0);
        assert_eq!(speaks(house, HERS, Some("two")).await, "key changed");
        let told = house.said().await;
        assert_eq!(told.len(), 1);
        assert_eq!(
            (told[0].0, told[0].1.key.as_str()),
            (karim.id, "people-key-changed")
        );
        assert_eq!(mails(house).await.len(), 1, "the mailbox is told of the end");
        for key in [Some("one"), Some("two"), None] {
            assert_eq!(speaks(house, HERS, key).await, "stranger", "{key:?}");
        }
        let log: Vec<String> = house.logged(&amina).await.into_iter().map(|row| row.1).collect();
        assert_eq!(log[..3], ["people.unlink", "people.pin", "people.link"]);
    })
    .await;
}

#[tokio::test]
async fn a_key_that_is_no_longer_shown_is_a_changed_key() {
    both(async |house| {
        house.agent("amina.diallo").await;
        assert_eq!(speaks(house, HERS, Some("one")).await, "known");
        assert_eq!(speaks(house, HERS, None).await, "key changed");
    })
    .await;
}

#[tokio::test]
async fn a_new_link_replaces_the_old_one_and_everybody_hears_of_it() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house.link(&amina).await;
        let mut work = Work::write(house).await.unwrap();
        work.act_as_system("test");
        link(&mut work, amina.id, "@other:localhost", Proof::SpaceCode).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(speaks(house, HERS, None).await, "stranger");
        assert_eq!(speaks(house, "@other:localhost", None).await, "known");
        let said = house.all_said().await;
        let to: Vec<_> = said.iter().map(|(agent, at, line)| (*agent, at.as_deref(), line.key.as_str())).collect();
        assert_eq!(
            to,
            [(None, Some(HERS), "people-link-replaced"), (Some(amina.id), None, "people-linked")]
        );
        assert_eq!(
            mails(house).await,
            ["amina.diallo@paris.example: Ville de Paris\u{a0}: une adresse de messagerie est reliée à votre compte"]
        );
        let mut work = Work::read(house).await.unwrap();
        let link = link_of(&mut work, amina.id).await.unwrap().unwrap();
        assert_eq!(link.linked_at, work.now(), "it is new, whatever the old one was");
    })
    .await;
}

#[tokio::test]
async fn an_address_is_one_agents_and_a_link_is_made_by_its_agent_or_the_house() {
    both(async |house| {
        let (amina, paul) = (
            house.agent("amina.diallo").await,
            house.agent("paul.girard").await,
        );
        house.link(&amina).await;
        let mut work = Work::write(house).await.unwrap();
        work.act_as_system("test");
        let again = link(&mut work, amina.id, HERS, Proof::SpaceCode).await;
        assert!(matches!(again, Err(Error::AlreadyLinked)), "{again:?}");
        let stolen = link(&mut work, paul.id, HERS, Proof::SpaceCode).await;
        assert!(matches!(stolen, Err(Error::Taken)), "{stolen:?}");
        drop(work);
        let mut work = house.work(&paul, Door::Space).await;
        let other = link(&mut work, amina.id, "@other:localhost", Proof::SpaceCode).await;
        assert!(matches!(other, Err(Error::Denied(_))), "{other:?}");
        let other = provision_link(&mut work, paul.id, "@other:localhost", crate::testing::start()).await;
        assert!(matches!(other, Err(Error::Denied(_))), "{other:?}");
    })
    .await;
}

#[tokio::test]
async fn a_link_is_ended_by_its_agent_or_by_support_with_a_reason() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let (karim, nadia) = (
            house.agent("karim.benali").await,
            house.agent("nadia.petit").await,
        );
        house.grant(&karim, Role::ItSupport, None).await;
        house.grant(&nadia, Role::HrOfficer, None).await;
        house.link(&amina).await;
        for (who, door) in [
            (&nadia, Door::Console),
            (&karim, Door::Chat),
            (&karim, Door::Space),
        ] {
            let mut work = house.work(who, door).await;
            let denied = unlink(&mut work, amina.id, "perdu").await;
            assert!(matches!(denied, Err(Error::Denied(_))), "{denied:?}");
        }
        let mut work = house.work(&karim, Door::Console).await;
        let bare = unlink(&mut work, amina.id, "  ").await;
        assert!(matches!(bare, Err(Error::NoReason)), "{bare:?}");
        unlink(&mut work, amina.id, "téléphone perdu").await.unwrap();
        let again = unlink(&mut work, amina.id, "téléphone perdu").await;
        assert!(matches!(again, Err(Error::NotLinked)), "{again:?}");
        work.save().await.unwrap();
        assert_eq!(
            speaks(house, HERS, None).await,
            "stranger",
            "not made again by itself"
        );
        assert_eq!(house.all_said().await[0].1.as_deref(), Some(HERS));
        assert_eq!(mails(house).await.len(), 1);

        let mut work = house.work(&amina, Door::Space).await;
        link(&mut work, amina.id, "@other:localhost", Proof::SpaceCode)
            .await
            .unwrap();
        unlink(&mut work, amina.id, "").await.unwrap();
        work.save().await.unwrap();
        assert_eq!(speaks(house, "@other:localhost", None).await, "stranger");
    })
    .await;
}

#[tokio::test]
async fn attack_13_somebody_of_the_same_name_inherits_nothing_from_who_left() {
    both(async |house| {
        let before = house.agent("amina.diallo").await;
        assert_eq!(speaks(house, HERS, Some("one")).await, "known");
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        crate::people::depart(&mut work, &before).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(
            speaks(house, HERS, Some("one")).await,
            "stranger",
            "the link ends at once"
        );
        let after = house.agent("amina.diallo").await;
        assert_ne!(after.id, before.id);
        for key in [Some("one"), Some("two"), None] {
            assert_eq!(speaks(house, HERS, key).await, "stranger", "{key:?}");
        }
        // Not even a role survives by name, and nobody is written to by guess.
        let mut work = Work::write(house).await.unwrap();
        assert_eq!(crate::people::reach(&mut work, after.id).await.unwrap(), None);
        // The honest twin: a code proves the same address for the newcomer.
        work.act_as_system("test");
        link(&mut work, after.id, HERS, Proof::SpaceCode).await.unwrap();
        import::grant(
            &mut work,
            after.id,
            Grant {
                role: Role::ItSupport,
                department: None,
            },
        )
        .await
        .unwrap_err();
        work.save().await.unwrap();
        assert_eq!(speaks(house, HERS, Some("two")).await, "known");
    })
    .await;
}
