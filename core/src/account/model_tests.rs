//! The rules of account standing, verb by verb.

use super::*;
use crate::account::{Lifter, State};

const ACTIVE: Standing = Standing {
    stage: Stage::Active,
    lock: None,
    closed: None,
};

/// Every standing there is, to state rules over all of them.
fn all() -> Vec<Standing> {
    let locks = [
        None,
        Some(Lock::UnknownDevices),
        Some(Lock::Everywhere(LockCause::Failures)),
        Some(Lock::Everywhere(LockCause::Agent)),
    ];
    let mut closures = vec![None];
    for why in Why::ALL {
        for agreed in [None, Some(Side::It), Some(Side::Hr)] {
            closures.push(Some(Closure { why, agreed }));
        }
    }
    let mut all = Vec::new();
    for stage in [Stage::NotCreated, Stage::AwaitingFirstSignIn, Stage::Active] {
        for lock in locks {
            for closed in &closures {
                all.push(Standing {
                    stage,
                    lock,
                    closed: *closed,
                });
            }
        }
    }
    all
}

fn closed(why: Why) -> Standing {
    ACTIVE.after(Verb::Deactivate(why)).unwrap()
}

#[test]
fn unlock_never_reactivates_whatever_the_standing() {
    for standing in all() {
        if let Ok(next) = standing.after(Verb::Unlock) {
            assert_eq!(next.closed, standing.closed);
            assert_eq!(next.stage, standing.stage);
        }
        if let Some(closure) = standing.closed {
            let refused = standing.after(Verb::Unlock).unwrap_err();
            assert!(
                matches!(refused, Misfit::Deactivated(why) if why == closure.why)
                    || refused == Misfit::NotCreated
            );
        }
    }
}

#[test]
fn a_new_password_neither_unlocks_nor_reactivates() {
    for standing in all() {
        for verb in [Verb::SetPersonal, Verb::IssueTemporary, Verb::Create] {
            if let Ok(next) = standing.after(verb) {
                assert_eq!((next.lock, next.closed), (standing.lock, standing.closed));
            }
            if standing.closed.is_some() {
                assert!(standing.after(verb).is_err());
            }
        }
    }
}

#[test]
fn only_what_was_never_created_is_created() {
    for standing in all() {
        let never = standing.stage == Stage::NotCreated && standing.closed.is_none();
        assert_eq!(standing.after(Verb::Create).is_ok(), never);
    }
}

#[test]
fn reactivation_never_unlocks() {
    let locked = ACTIVE.after(Verb::LockOut(Lock::UnknownDevices)).unwrap();
    let back = locked
        .after(Verb::Deactivate(Why::Inactivity))
        .unwrap()
        .after(Verb::Reactivate(Side::It))
        .unwrap();
    assert_eq!(back, locked);
}

#[test]
fn each_deactivation_is_lifted_by_its_own_side_only() {
    assert_eq!(
        closed(Why::Inactivity).after(Verb::Reactivate(Side::It)),
        Ok(ACTIVE)
    );
    assert_eq!(
        closed(Why::Inactivity).after(Verb::Reactivate(Side::Hr)),
        Err(Misfit::LiftedBy(Lifter::ItSupport))
    );
    assert_eq!(
        closed(Why::ChangeOfAssignment).after(Verb::Reactivate(Side::Hr)),
        Ok(ACTIVE)
    );
    assert_eq!(
        closed(Why::ChangeOfAssignment).after(Verb::Reactivate(Side::It)),
        Err(Misfit::LiftedBy(Lifter::Hr))
    );
}

#[test]
fn an_administrative_deactivation_needs_both_sides_in_any_order() {
    for (first, second) in [(Side::It, Side::Hr), (Side::Hr, Side::It)] {
        let half = closed(Why::Administrative)
            .after(Verb::Reactivate(first))
            .unwrap();
        assert_eq!(half.state(false), State::Deactivated(Why::Administrative));
        assert_eq!(half.after(Verb::Reactivate(first)), Err(Misfit::AlreadySo));
        assert_eq!(half.after(Verb::Reactivate(second)), Ok(ACTIVE));
    }
}

#[test]
fn a_lock_is_widened_and_never_narrowed_by_another_failure() {
    let unknown = ACTIVE.after(Verb::LockOut(Lock::UnknownDevices)).unwrap();
    let everywhere = unknown
        .after(Verb::LockOut(Lock::Everywhere(LockCause::Failures)))
        .unwrap();
    assert_eq!(everywhere.lock, Some(Lock::Everywhere(LockCause::Failures)));
    assert_eq!(
        everywhere.after(Verb::LockOut(Lock::UnknownDevices)),
        Err(Misfit::AlreadySo)
    );
    let reported = everywhere.after(Verb::LockSelf).unwrap();
    assert_eq!(reported.lock, Some(Lock::Everywhere(LockCause::Agent)));
    assert_eq!(
        reported.after(Verb::LockOut(Lock::Everywhere(LockCause::Failures))),
        Err(Misfit::AlreadySo)
    );
    assert_eq!(reported.after(Verb::Unlock), Ok(ACTIVE));
}

#[test]
fn what_was_never_created_can_only_be_issued_a_temporary_password() {
    let verbs = [
        Verb::SetPersonal,
        Verb::LockOut(Lock::UnknownDevices),
        Verb::LockSelf,
        Verb::Unlock,
        Verb::Deactivate(Why::Inactivity),
    ];
    for verb in verbs {
        assert_eq!(Standing::NEW.after(verb), Err(Misfit::NotCreated));
    }
    let awaiting = Standing::NEW.after(Verb::IssueTemporary).unwrap();
    assert_eq!(awaiting.state(false), State::AwaitingFirstSignIn);
    assert_eq!(awaiting.after(Verb::SetPersonal), Ok(ACTIVE));
}

#[test]
fn a_verb_that_changes_nothing_says_so() {
    assert_eq!(ACTIVE.after(Verb::Unlock), Err(Misfit::AlreadySo));
    assert_eq!(ACTIVE.after(Verb::Reactivate(Side::It)), Err(Misfit::AlreadySo));
    assert_eq!(ACTIVE.after(Verb::SetPersonal), Ok(ACTIVE));
}

#[test]
fn the_state_is_what_matters_most_and_always_says_who_can_lift_it() {
    let all_at_once = Standing {
        lock: Some(Lock::UnknownDevices),
        closed: Some(Closure {
            why: Why::Administrative,
            agreed: None,
        }),
        ..ACTIVE
    };
    assert_eq!(all_at_once.state(true), State::Deactivated(Why::Administrative));
    assert_eq!(ACTIVE.state(true), State::PasswordExpired);
    assert_eq!(ACTIVE.state(false).lifted_by(), Lifter::Nobody);
    for standing in all() {
        let state = standing.state(false);
        assert_eq!(state.lifted_by() == Lifter::Nobody, state == State::Active);
    }
}

#[test]
fn a_temporary_password_is_not_expired_but_awaited() {
    let awaiting = Standing::NEW.after(Verb::IssueTemporary).unwrap();
    assert_eq!(awaiting.state(true), State::AwaitingFirstSignIn);
}
