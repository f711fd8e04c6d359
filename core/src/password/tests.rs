//! Bringing passwords in, on both databases.

use super::*;
use crate::kernel::actor::{Door, Role};
use crate::kernel::secret::Secret;
use crate::testing::both;

async fn some(house: &crate::testing::TestHouse) -> Hashed {
    hashed(house, &Secret::new("Tarte-aux-9mures".into()))
        .await
        .unwrap()
}

#[tokio::test]
async fn only_the_operator_brings_accounts_in_and_never_over_one_that_exists() {
    both(async |house| {
        let (amina, admin) = (
            house.agent("amina.diallo").await,
            house.agent("ines.moreau").await,
        );
        house.grant(&admin, Role::ItAdmin, None).await;
        let mut work = house.work(&admin, Door::Console).await;
        let denied = provision(&mut work, &amina, Circuit::IntraParis, some(house).await, false).await;
        assert!(matches!(denied, Err(Error::Denied(_))));
        drop(work);
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        assert!(
            provision(&mut work, &amina, Circuit::IntraParis, some(house).await, false)
                .await
                .unwrap()
        );
        let first = kept(&mut work, amina.id, Circuit::IntraParis).await.unwrap();
        assert!(
            !provision(&mut work, &amina, Circuit::IntraParis, some(house).await, true)
                .await
                .unwrap()
        );
        assert_eq!(
            kept(&mut work, amina.id, Circuit::IntraParis).await.unwrap(),
            first
        );
        assert_eq!(
            kept(&mut work, amina.id, Circuit::MonCompteParisien)
                .await
                .unwrap(),
            None
        );
    })
    .await;
}

#[tokio::test]
async fn attack_07_no_password_stands_in_the_database_or_the_log() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house
            .password(&amina, Circuit::IntraParis, "Tarte-aux-9mures")
            .await;
        let mut work = Work::read(house).await.unwrap();
        let kept = kept(&mut work, amina.id, Circuit::IntraParis)
            .await
            .unwrap()
            .unwrap();
        assert!(kept.hash.starts_with("$argon2id$v=19$"));
        drop(work);
        for (_, _, facts) in house.logged(&amina).await {
            assert!(!facts.contains("Tarte") && !facts.contains("argon2"), "{facts}");
        }
        assert_eq!(format!("{:?}", Secret::new("Tarte-aux-9mures".into())), "***");
    })
    .await;
}

#[tokio::test]
async fn support_alone_has_a_link_sent_and_is_told_when_none_leaves() {
    both(async |house| {
        let (amina, sam) = (
            house.agent("amina.diallo").await,
            house.agent("sam.support").await,
        );
        house.grant(&sam, Role::ItSupport, None).await;
        let wish = |reason: &str| account::Lift {
            agent: amina.id,
            circuit: Circuit::IntraParis,
            reason: reason.into(),
        };
        for (agent, door) in [
            (&amina, Door::Space),
            (&amina, Door::Console),
            (&sam, Door::Space),
        ] {
            let mut work = house.work(agent, door).await;
            let denied = send_link(&mut work, &wish("vu au guichet")).await;
            assert!(matches!(denied, Err(Error::Denied(_))), "{door:?}");
        }
        let mut work = house.work(&sam, Door::Console).await;
        let no_reason = send_link(&mut work, &wish(" ")).await;
        assert!(matches!(no_reason, Err(Error::Account(account::Error::NoReason))));
        // Who never had an account gets the link that creates it, and it is announced as such.
        let sent = send_link(&mut work, &wish("vu au guichet")).await.unwrap();
        assert_eq!(sent, Purpose::Creation);
        work.save().await.unwrap();
        let letter = house.mailed().await.pop().unwrap();
        assert_eq!(letter.to, amina.email);
        assert!(
            letter.body.contains("/create/") && letter.subject.contains("créer"),
            "{letter:?}"
        );
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        let first = some(house).await;
        provision(&mut work, &amina, Circuit::IntraParis, first, false)
            .await
            .unwrap();
        work.save().await.unwrap();
        let mut work = house.work(&sam, Door::Console).await;
        // The link that creates the account counts with those that reset its password.
        for _ in 1..house.settings.reset.mails_per_hour {
            let sent = send_link(&mut work, &wish("vu au guichet")).await.unwrap();
            assert_eq!(sent, Purpose::Reset);
        }
        let many = send_link(&mut work, &wish("vu au guichet")).await;
        assert!(matches!(many, Err(Error::TooManyLinks)));
    })
    .await;
}
