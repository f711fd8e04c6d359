//! Locking oneself, unlocking, ending sessions.

use super::*;

#[tokio::test]
async fn both_accounts_are_there_from_the_start_and_not_created() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut work = Work::read(house).await.unwrap();
        let accounts = of(&mut work, amina.id).await.unwrap();
        assert_eq!(accounts.clone().map(|account| account.circuit), Circuit::ALL);
        assert!(accounts.iter().all(|account| account.standing == Standing::NEW));
    })
    .await;
}

#[tokio::test]
async fn only_it_support_and_administrators_unlock_in_the_console_and_nobody_themselves() {
    both(async |house| {
        let cast = cast(house).await;
        house.grant(&cast.amina, Role::ItSupport, None).await;
        lock(house, &cast.amina).await;
        for (by, door) in [
            (&cast.hr, Door::Console),
            (&cast.contact, Door::Console),
            (&cast.auditor, Door::Console),
            (&cast.amina, Door::Console),
            (&cast.support, Door::Chat),
            (&cast.support, Door::Space),
        ] {
            let refused = unlock_by(house, by, door, &cast.amina).await;
            assert!(
                matches!(refused, Err(ticket::Error::Denied(_))),
                "{} {door:?}",
                by.username
            );
        }
        unlock_by(house, &cast.support, Door::Console, &cast.amina)
            .await
            .unwrap();
        assert_eq!(
            state(house, &cast.amina, Circuit::IntraParis).await,
            State::Active
        );
        let other = state(house, &cast.amina, Circuit::MonCompteParisien).await;
        assert_eq!(
            other,
            State::LockedEverywhere(LockCause::Agent),
            "one circuit at a time"
        );
    })
    .await;
}

#[tokio::test]
async fn unlocking_needs_a_reason_which_is_kept_and_the_agent_is_told_at_once() {
    both(async |house| {
        let cast = cast(house).await;
        lock(house, &cast.amina).await;
        let mut work = house.work(&cast.support, Door::Console).await;
        let refused = ticket::unlock(&mut work, &lift(&cast.amina, "  \n ")).await;
        assert!(matches!(refused, Err(ticket::Error::Account(Error::NoReason))));
        drop(work);
        unlock_by(house, &cast.support, Door::Console, &cast.amina)
            .await
            .unwrap();
        assert_eq!(keys(house).await, ["account-locked-by-agent", "account-unlocked"]);
        let mut work = Work::read(house).await.unwrap();
        let rows = crate::kernel::audit::about(work.tx(), cast.amina.id, 10)
            .await
            .unwrap();
        let row = rows.iter().find(|row| row.what == "account.unlock").unwrap();
        assert_eq!(
            (row.why.as_deref(), row.actor_id),
            (Some("Vérifié"), Some(cast.support.id))
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_not_locked_cannot_be_unlocked_and_nothing_is_told() {
    both(async |house| {
        let cast = cast(house).await;
        let refused = unlock_by(house, &cast.support, Door::Console, &cast.amina).await;
        assert!(matches!(
            refused,
            Err(ticket::Error::Account(Error::Misfit(Misfit::AlreadySo)))
        ));
        assert!(keys(house).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn agents_lock_both_own_accounts_once_and_nobody_does_it_for_them() {
    both(async |house| {
        let cast = cast(house).await;
        lock(house, &cast.amina).await;
        for circuit in Circuit::ALL {
            assert_eq!(
                state(house, &cast.amina, circuit).await,
                State::LockedEverywhere(LockCause::Agent)
            );
        }
        let mut work = house.work(&cast.amina, Door::Chat).await;
        assert!(matches!(
            lock_self(&mut work).await,
            Err(Error::Misfit(Misfit::AlreadySo))
        ));
        drop(work);
        let mut work = Work::write(house).await.unwrap();
        assert!(matches!(lock_self(&mut work).await, Err(Error::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn ending_sessions_is_for_support_with_a_reason_and_for_oneself() {
    both(async |house| {
        let cast = cast(house).await;
        let mut work = house.work(&cast.hr, Door::Console).await;
        assert!(matches!(
            end_sessions(&mut work, cast.amina.id, "Perte").await,
            Err(Error::Denied(_))
        ));
        drop(work);
        let mut work = house.work(&cast.support, Door::Console).await;
        assert!(matches!(
            end_sessions(&mut work, cast.amina.id, "").await,
            Err(Error::NoReason)
        ));
        end_sessions(&mut work, cast.amina.id, "Téléphone perdu")
            .await
            .unwrap();
        work.save().await.unwrap();
        let mut work = Work::read(house).await.unwrap();
        let amina = crate::people::find(&mut work, cast.amina.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(amina.session_epoch, cast.amina.session_epoch + 1);
        drop(work);
        assert_eq!(keys(house).await, ["account-sessions-ended"]);
    })
    .await;
}

#[tokio::test]
async fn every_word_of_an_account_is_said_in_both_languages() {
    both(async |house| {
        let refusals = [
            Error::Misfit(Misfit::Deactivated(Why::Administrative)),
            Error::Misfit(Misfit::LiftedBy(Lifter::Hr)),
            Error::Misfit(Misfit::NotCreated),
            Error::Misfit(Misfit::AlreadySo),
            Error::NoReason,
            Error::SamePerson,
            Error::NoAgent,
        ];
        for lang in crate::kernel::words::Lang::ALL {
            for refusal in &refusals {
                let said = house.words.say(lang, refusal.key().unwrap(), &refusal.args());
                assert!(!said.contains(['{', '[', '$']), "{said}");
            }
        }
    })
    .await;
}
