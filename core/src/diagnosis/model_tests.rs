//! The diagnosis, fact by fact.

use chrono::TimeDelta;

use super::*;
use crate::account::{Closure, Lock, Stage};

fn now() -> DateTime<Utc> {
    "2026-03-11T08:00:00Z".parse().unwrap()
}

fn active(circuit: Circuit) -> AccountFacts {
    let standing = Standing {
        stage: Stage::Active,
        lock: None,
        closed: None,
    };
    let password = Some(PasswordFacts {
        temporary: false,
        forced: false,
        ends_at: now() + TimeDelta::days(100),
    });
    AccountFacts {
        circuit,
        standing,
        password,
        failures: 0,
        request: None,
        locked_until: None,
    }
}

fn facts(change: impl FnOnce(&mut AccountFacts)) -> Facts {
    let mut first = active(Circuit::IntraParis);
    change(&mut first);
    let accounts = vec![first, active(Circuit::MonCompteParisien)];
    Facts {
        now: now(),
        accounts,
        known_devices: 0,
        limit: 3,
        staff: false,
        enrolled: false,
        factors: FactorFacts::default(),
    }
}

fn causes(facts: &Facts) -> Vec<(Circuit, Cause)> {
    diagnose(facts)
        .into_iter()
        .map(|finding| (finding.circuit, finding.cause))
        .collect()
}

fn closed(why: Why) -> Option<Closure> {
    Some(Closure { why, agreed: None })
}

#[test]
fn two_sound_accounts_have_nothing_in_the_way() {
    assert_eq!(diagnose(&facts(|_| {})), []);
}

#[test]
fn a_lock_names_support_and_the_devices_that_still_work() {
    let mut facts = facts(|account| account.standing.lock = Some(Lock::UnknownDevices));
    facts.known_devices = 2;
    let finding = diagnose(&facts).remove(0);
    assert_eq!(finding.cause, Cause::LockedUnknownDevices { known_devices: 2 });
    assert_eq!(
        (finding.lifted_by, finding.next),
        (Lifter::ItSupport, Next::RequestUnlock)
    );
    assert_eq!(
        finding.offer(),
        Some(("access.request:intraparis".into(), "diagnosis-choice-unlock"))
    );
}

#[test]
fn an_open_request_is_followed_and_not_offered_again() {
    let facts = facts(|account| {
        account.standing.lock = Some(Lock::Everywhere(LockCause::Failures));
        account.request = Some("2026-000042".into());
    });
    let finding = diagnose(&facts).remove(0);
    assert_eq!(
        (finding.next, finding.request.as_deref()),
        (Next::FollowRequest, Some("2026-000042"))
    );
    assert_eq!(finding.offer(), None);
}

#[test]
fn each_deactivation_names_who_lifts_it() {
    for (why, lifter) in [
        (Why::Inactivity, Lifter::ItSupport),
        (Why::ChangeOfAssignment, Lifter::Hr),
        (Why::Administrative, Lifter::ItAdminAndHr),
    ] {
        let finding = diagnose(&facts(|account| account.standing.closed = closed(why))).remove(0);
        assert_eq!(
            (finding.cause, finding.lifted_by),
            (Cause::Deactivated(why), lifter)
        );
        assert_eq!(finding.next, Next::RequestReactivation);
    }
}

#[test]
fn everything_that_stands_in_the_way_is_found_what_blocks_most_first_across_both_accounts() {
    let mut facts = facts(|account| {
        account.standing.lock = Some(Lock::UnknownDevices);
        account.password = Some(PasswordFacts {
            temporary: false,
            forced: false,
            ends_at: now(),
        });
    });
    facts.accounts[1].standing.closed = closed(Why::ChangeOfAssignment);
    assert_eq!(
        causes(&facts),
        [
            (
                Circuit::MonCompteParisien,
                Cause::Deactivated(Why::ChangeOfAssignment)
            ),
            (
                Circuit::IntraParis,
                Cause::LockedUnknownDevices { known_devices: 0 }
            ),
            (Circuit::IntraParis, Cause::PasswordExpired),
        ]
    );
}

#[test]
fn a_missing_account_is_named_and_the_agent_may_create_it() {
    let facts = facts(|account| {
        account.standing = Standing::NEW;
        account.password = None;
    });
    let finding = diagnose(&facts).remove(0);
    assert_eq!((finding.cause, finding.next), (Cause::NotCreated, Next::Create));
}

#[test]
fn a_temporary_password_is_awaited_until_it_has_lapsed() {
    let temporary = |ends_at| {
        facts(|account| {
            account.standing.stage = Stage::AwaitingFirstSignIn;
            account.password = Some(PasswordFacts {
                temporary: true,
                forced: false,
                ends_at,
            });
        })
    };
    let until = now() + TimeDelta::hours(1);
    assert_eq!(
        causes(&temporary(until)),
        [(Circuit::IntraParis, Cause::AwaitingFirstSignIn { until })]
    );
    assert_eq!(
        causes(&temporary(now())),
        [(Circuit::IntraParis, Cause::TemporaryLapsed)]
    );
}

#[test]
fn failures_below_the_limit_are_a_warning_with_a_way_out() {
    let finding = diagnose(&facts(|account| account.failures = 2)).remove(0);
    assert_eq!(
        (finding.cause, finding.next),
        (Cause::CloseToLock { left: 1 }, Next::Reset)
    );
    assert_eq!(
        finding.offer(),
        Some(("access.reset:intraparis".into(), "diagnosis-choice-reset"))
    );
}

#[test]
fn staff_without_an_app_are_told_and_others_are_not() {
    let mut facts = facts(|_| {});
    facts.staff = true;
    assert_eq!(causes(&facts), [(Circuit::IntraParis, Cause::NoFactor)]);
    facts.enrolled = true;
    assert_eq!(causes(&facts), []);
}

#[test]
fn a_lacking_factor_is_named_once_with_who_can_help_and_where_it_stands_in_the_way() {
    let found = |inside, mobile| {
        let mut facts = facts(|_| {});
        facts.factors = FactorFacts {
            inside,
            mobile,
            exhausted_until: None,
        };
        let mut found = diagnose(&facts);
        assert_eq!(found.len(), 1);
        let finding = found.remove(0);
        (finding.cause, finding.lifted_by, finding.next)
    };
    let lacks = |lack, everywhere| Cause::Lacks { lack, everywhere };
    assert_eq!(
        found(Some(Lack::Number), Some(Lack::Number)),
        (lacks(Lack::Number, true), Lifter::Hr, Next::RegisterNumber)
    );
    assert_eq!(
        found(None, Some(Lack::Either)),
        (lacks(Lack::Either, false), Lifter::Hr, Next::RegisterNumber)
    );
    assert_eq!(
        found(None, Some(Lack::App)),
        (lacks(Lack::App, false), Lifter::Agent, Next::SignIn)
    );
}

#[test]
fn the_daily_limit_of_codes_is_a_cause_that_nobody_can_lift_earlier() {
    let until = now() + TimeDelta::hours(7);
    let mut facts = facts(|account| account.failures = 1);
    facts.factors.exhausted_until = Some(until);
    let found = diagnose(&facts);
    assert_eq!(found[0].cause, Cause::SmsExhausted { until });
    assert_eq!((found[0].lifted_by, found[0].next), (Lifter::Nobody, Next::Wait));
    assert_eq!(found[1].cause, Cause::CloseToLock { left: 2 });
}
