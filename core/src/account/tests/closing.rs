//! Deactivating, and reactivating by the right side.

use super::*;
use crate::people;

#[tokio::test]
async fn attack_10_unlocking_a_deactivated_account_is_refused_and_reactivating_a_locked_one_leaves_it_locked()
{
    both(async |house| {
        let cast = cast(house).await;
        lock(house, &cast.amina).await;
        close(house, &cast.admin, &cast.amina, Why::Inactivity)
            .await
            .unwrap();
        let refused = unlock_by(house, &cast.support, Door::Console, &cast.amina).await;
        assert!(matches!(
            refused,
            Err(ticket::Error::Account(Error::Misfit(Misfit::Deactivated(
                Why::Inactivity
            ))))
        ));
        assert_eq!(
            reopen(house, &cast.support, &cast.amina).await.unwrap(),
            Reactivated::Done
        );
        assert_eq!(
            state(house, &cast.amina, Circuit::IntraParis).await,
            State::LockedEverywhere(LockCause::Agent)
        );
        assert_eq!(
            keys(house).await.last().unwrap(),
            "account-reactivated-still-locked"
        );
        unlock_by(house, &cast.support, Door::Console, &cast.amina)
            .await
            .unwrap();
        assert_eq!(
            state(house, &cast.amina, Circuit::IntraParis).await,
            State::Active
        );
    })
    .await;
}

#[tokio::test]
async fn inactivity_is_lifted_by_it_and_a_change_of_assignment_by_human_resources() {
    both(async |house| {
        let cast = cast(house).await;
        for (why, by, may, may_not) in [
            (Why::Inactivity, &cast.admin, &cast.support, &cast.hr),
            (Why::ChangeOfAssignment, &cast.hr, &cast.hr, &cast.support),
        ] {
            close(house, by, &cast.amina, why).await.unwrap();
            assert_eq!(
                state(house, &cast.amina, Circuit::IntraParis).await,
                State::Deactivated(why)
            );
            for by in [may_not, &cast.contact, &cast.auditor, &cast.amina] {
                assert!(matches!(
                    reopen(house, by, &cast.amina).await,
                    Err(ticket::Error::Denied(_))
                ));
            }
            assert_eq!(reopen(house, may, &cast.amina).await.unwrap(), Reactivated::Done);
            assert_eq!(
                state(house, &cast.amina, Circuit::IntraParis).await,
                State::Active
            );
        }
        assert_eq!(
            keys(house).await,
            [
                "account-deactivated",
                "account-reactivated",
                "account-deactivated",
                "account-reactivated"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn an_administrative_deactivation_takes_two_people_from_two_sides() {
    both(async |house| {
        let cast = cast(house).await;
        close(house, &cast.hr, &cast.amina, Why::Administrative)
            .await
            .unwrap();
        assert!(matches!(
            reopen(house, &cast.support, &cast.amina).await,
            Err(ticket::Error::Denied(_))
        ));
        assert_eq!(
            reopen(house, &cast.admin, &cast.amina).await.unwrap(),
            Reactivated::OtherSideMustAgree
        );
        assert!(reopen(house, &cast.admin, &cast.amina).await.is_err());
        assert_eq!(
            state(house, &cast.amina, Circuit::IntraParis).await,
            State::Deactivated(Why::Administrative)
        );
        assert_eq!(
            reopen(house, &cast.hr, &cast.amina).await.unwrap(),
            Reactivated::Done
        );
    })
    .await;
}

#[tokio::test]
async fn who_holds_both_roles_does_not_agree_with_themselves() {
    both(async |house| {
        let cast = cast(house).await;
        house.grant(&cast.admin, Role::HrOfficer, None).await;
        close(house, &cast.hr, &cast.amina, Why::Administrative)
            .await
            .unwrap();
        assert_eq!(
            reopen(house, &cast.admin, &cast.amina).await.unwrap(),
            Reactivated::OtherSideMustAgree
        );
        let alone = reopen(house, &cast.admin, &cast.amina).await;
        assert!(matches!(alone, Err(ticket::Error::Account(Error::SamePerson))));
        assert_eq!(
            reopen(house, &cast.hr, &cast.amina).await.unwrap(),
            Reactivated::Done
        );
    })
    .await;
}

#[tokio::test]
async fn deactivating_is_denied_to_who_could_not_answer_for_it() {
    both(async |house| {
        let cast = cast(house).await;
        for (why, denied) in [
            (Why::Inactivity, [&cast.hr, &cast.support]),
            (Why::ChangeOfAssignment, [&cast.admin, &cast.support]),
            (Why::Administrative, [&cast.contact, &cast.auditor]),
        ] {
            for by in denied {
                assert!(matches!(
                    close(house, by, &cast.amina, why).await,
                    Err(Error::Denied(_))
                ));
            }
        }
        assert!(matches!(
            close(house, &cast.admin, &cast.admin, Why::Inactivity).await,
            Err(Error::Denied(_))
        ));
        assert_eq!(
            state(house, &cast.amina, Circuit::IntraParis).await,
            State::Active
        );
    })
    .await;
}

#[tokio::test]
async fn who_leaves_the_city_is_signed_out_unlinked_and_forgotten_by_name() {
    both(async |house| {
        let cast = cast(house).await;
        house.link(&cast.amina).await;
        let mut work = house.work(&cast.admin, Door::Console).await;
        assert!(matches!(
            depart(&mut work, &leaves(&cast.amina)).await,
            Err(Error::Denied(_))
        ));
        drop(work);
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        depart(&mut work, &leaves(&cast.amina)).await.unwrap();
        assert_eq!(people::link_of(&mut work, cast.amina.id).await.unwrap(), None);
        assert_eq!(
            people::by_username(&mut work, "amina.diallo").await.unwrap(),
            None
        );
        let after = people::find(&mut work, cast.amina.id).await.unwrap().unwrap();
        assert!(after.session_epoch > cast.amina.session_epoch);
    })
    .await;
}

fn leaves(agent: &Agent) -> Departure {
    Departure {
        agent: agent.id,
        number: agent.number.clone(),
        reason: "Mutation hors de la Ville".to_owned(),
    }
}
