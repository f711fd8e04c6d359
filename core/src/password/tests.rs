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
