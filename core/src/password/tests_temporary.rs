//! Temporary passwords handed over in person (AC15).

use super::rules::broken;
use super::*;
use crate::account::{Circuit, State, Why};
use crate::kernel::actor::{Door, Role};
use crate::kernel::secret::Secret;
use crate::people::{Agent, Profile};
use crate::policy::Act;
use crate::testing::{TestHouse, both};

/// Somebody with a role over the department that everybody is of.
async fn staff(house: &TestHouse, name: &str, role: Role, of: Option<&Agent>) -> Agent {
    let staff = house.agent(name).await;
    house.grant(&staff, role, of.map(|agent| agent.department)).await;
    staff
}

fn wish(agent: &Agent, circuit: Circuit) -> IssueTemporary {
    IssueTemporary {
        agent: agent.id,
        circuit,
        seen: true,
        reason: "Vu au bureau 12".to_owned(),
    }
}

async fn issue(house: &TestHouse, by: &Agent, wish: &IssueTemporary) -> Result<(Secret, Slip), Error> {
    let (drawn, hashed) = draw_temporary(house).await.unwrap();
    let mut work = house.work(by, Door::Console).await;
    let slip = issue_temporary(&mut work, wish, hashed).await?;
    work.save().await?;
    Ok((drawn, slip))
}

fn unproven(answer: &Result<(Secret, Slip), Error>) -> bool {
    matches!(answer, Err(Error::Account(account::Error::Unproven(_))))
}

#[tokio::test]
async fn who_was_not_seen_shows_who_they_are_for_this_very_act_once() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let contact = staff(house, "thomas.petit", Role::ItContact, Some(&amina)).await;
        let other = staff(house, "lea.petit", Role::ItContact, Some(&amina)).await;
        let unseen = |circuit| IssueTemporary {
            seen: false,
            ..wish(&amina, circuit)
        };
        let (one, two) = (Circuit::IntraParis, Circuit::MonCompteParisien);
        // For another act, another account, another officer, another agent: all of it is nothing.
        house.proves(&amina, &contact, Act::ResetFactor).await;
        assert!(unproven(&issue(house, &contact, &unseen(one)).await));
        house.proves(&amina, &contact, Act::Temporary(two)).await;
        assert!(unproven(&issue(house, &contact, &unseen(one)).await));
        house.proves(&amina, &other, Act::Temporary(one)).await;
        assert!(unproven(&issue(house, &contact, &unseen(one)).await));
        house.proves(&other, &contact, Act::Temporary(one)).await;
        assert!(unproven(&issue(house, &contact, &unseen(one)).await));
        house.proves(&amina, &contact, Act::Temporary(one)).await;
        house.clock.advance(chrono::TimeDelta::minutes(16));
        assert!(unproven(&issue(house, &contact, &unseen(one)).await), "too late");
        // A reason that is missing does not use the proof up.
        house.proves(&amina, &contact, Act::Temporary(one)).await;
        let silent = IssueTemporary {
            reason: String::new(),
            ..unseen(one)
        };
        assert!(issue(house, &contact, &silent).await.is_err());
        assert!(issue(house, &contact, &unseen(one)).await.is_ok());
        assert!(unproven(&issue(house, &contact, &unseen(one)).await), "once");
    })
    .await;
}

#[tokio::test]
async fn having_seen_a_sensitive_profile_is_not_enough() {
    both(async |house| {
        for profile in Profile::ALL {
            let name = format!("agent.{}", profile.as_str().replace('_', ""));
            let agent = house.agent_with(&name, |new| new.profile = profile).await;
            let contact = staff(house, &format!("contact.{name}"), Role::ItContact, Some(&agent)).await;
            let seen = issue(house, &contact, &wish(&agent, Circuit::IntraParis)).await;
            assert_eq!(seen.is_ok(), profile == Profile::Ordinary, "{profile:?}");
            assert_eq!(unproven(&seen), profile != Profile::Ordinary, "{profile:?}");
            house
                .proves(&agent, &contact, Act::Temporary(Circuit::IntraParis))
                .await;
            let proved = issue(house, &contact, &wish(&agent, Circuit::IntraParis)).await;
            assert!(proved.is_ok(), "{profile:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_drawn_is_readable_keeps_the_rules_and_is_never_the_same() {
    let house = TestHouse::sqlite(&|_| {}).await;
    let mut seen = std::collections::HashSet::new();
    for _ in 0..50 {
        let (drawn, _) = draw_temporary(&house).await.unwrap();
        let drawn = drawn.expose().to_owned();
        assert!(
            !drawn.contains(['0', 'O', '1', 'l', 'I', 'i', 'o', 'L']),
            "{drawn}"
        );
        assert_eq!((drawn.len(), drawn.matches('-').count()), (19, 3));
        assert_eq!(
            broken(&drawn, &[], &city_of(&house.settings), &rules_of(&house.settings)),
            []
        );
        assert!(seen.insert(drawn));
    }
}

#[tokio::test]
async fn the_it_contact_hands_one_over_and_the_agent_is_told_by_mail_and_chat() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house.passwords(&amina, "Tarte-aux-9mures").await;
        let contact = staff(house, "thomas.petit", Role::ItContact, Some(&amina)).await;
        for circuit in Circuit::ALL {
            let (_, slip) = issue(house, &contact, &wish(&amina, circuit)).await.unwrap();
            assert_eq!(slip.until, house.clock.now() + chrono::TimeDelta::hours(72));
            let mut work = Work::read(house).await.unwrap();
            let standing = account::one(&mut work, amina.id, circuit).await.unwrap().standing;
            assert_eq!(standing.state(false), State::AwaitingFirstSignIn);
            assert!(
                kept(&mut work, amina.id, circuit)
                    .await
                    .unwrap()
                    .unwrap()
                    .temporary
            );
        }
        let mailed = house.mailed().await;
        assert_eq!(mailed.len(), 2);
        assert!(
            mailed
                .iter()
                .all(|letter| letter.to == amina.email && !letter.body.contains("http"))
        );
        assert!(
            house
                .said()
                .await
                .iter()
                .all(|(to, line)| *to == amina.id && line.key == "password-temporary-issued")
        );
        let logged = house.logged(&amina).await;
        assert_eq!(
            logged
                .iter()
                .filter(|(_, what, _)| what == "password.issue_temporary")
                .count(),
            2
        );
    })
    .await;
}

#[tokio::test]
async fn hr_helps_newcomers_only_and_others_nobody() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let far = house
            .agent_with("zoe.loin", |new| new.department = "DPE".into())
            .await;
        let hr = staff(house, "nadia.petit", Role::HrOfficer, None).await;
        assert!(
            issue(house, &hr, &wish(&amina, Circuit::IntraParis))
                .await
                .is_ok()
        );
        // Lost, or lapsed: until there is a personal password, she is a newcomer.
        house.clock.advance(chrono::TimeDelta::hours(80));
        for _ in 0..2 {
            assert!(
                issue(house, &hr, &wish(&amina, Circuit::IntraParis))
                    .await
                    .is_ok()
            );
        }
        let personal = hashed(house, &Secret::new("Tarte-aux-9mures".into()))
            .await
            .unwrap();
        let mut work = Work::write(house).await.unwrap();
        replace(&mut work, &amina, Circuit::IntraParis, personal, How::AtSignIn)
            .await
            .unwrap();
        work.save().await.unwrap();
        let again = issue(house, &hr, &wish(&amina, Circuit::IntraParis)).await;
        assert!(matches!(again, Err(Error::Denied(_))), "no newcomer any more");
        let contact = staff(house, "thomas.petit", Role::ItContact, Some(&amina)).await;
        // Nor once the IT contact has handed one to her: she had a personal one before.
        issue(house, &contact, &wish(&amina, Circuit::IntraParis))
            .await
            .unwrap();
        let again = issue(house, &hr, &wish(&amina, Circuit::IntraParis)).await;
        assert!(matches!(again, Err(Error::Denied(_))), "had a personal one");
        assert!(matches!(
            issue(house, &contact, &wish(&far, Circuit::IntraParis)).await,
            Err(Error::Denied(_))
        ));
        assert!(matches!(
            issue(house, &contact, &wish(&contact, Circuit::IntraParis)).await,
            Err(Error::Denied(_))
        ));
        for (name, role) in [
            ("karim.benali", Role::ItSupport),
            ("ines.moreau", Role::ItAdmin),
            ("ana.audit", Role::Auditor),
        ] {
            let other = staff(house, name, role, None).await;
            assert!(
                matches!(
                    issue(house, &other, &wish(&amina, Circuit::IntraParis)).await,
                    Err(Error::Denied(_))
                ),
                "{name}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn it_takes_knowing_the_agent_a_reason_and_an_account_that_is_not_closed() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let contact = staff(house, "thomas.petit", Role::ItContact, Some(&amina)).await;
        let unseen = IssueTemporary {
            seen: false,
            ..wish(&amina, Circuit::IntraParis)
        };
        assert!(unproven(&issue(house, &contact, &unseen).await));
        let silent = IssueTemporary {
            reason: " ".into(),
            ..wish(&amina, Circuit::IntraParis)
        };
        assert!(matches!(
            issue(house, &contact, &silent).await,
            Err(Error::Account(account::Error::NoReason))
        ));
        house.passwords(&amina, "Tarte-aux-9mures").await;
        let mut work = Work::write(house).await.unwrap();
        account::change(
            &mut work,
            amina.id,
            Circuit::IntraParis,
            account::Verb::Deactivate(Why::Inactivity),
        )
        .await
        .unwrap();
        work.save().await.unwrap();
        let closed = issue(house, &contact, &wish(&amina, Circuit::IntraParis)).await;
        assert!(matches!(
            closed,
            Err(Error::Account(account::Error::Misfit(
                account::Misfit::Deactivated(Why::Inactivity)
            )))
        ));
    })
    .await;
}

#[tokio::test]
async fn a_chance_slip_never_unlocks() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house.passwords(&amina, "Tarte-aux-9mures").await;
        let contact = staff(house, "thomas.petit", Role::ItContact, Some(&amina)).await;
        let mut work = Work::write(house).await.unwrap();
        account::change(&mut work, amina.id, Circuit::IntraParis, account::Verb::LockSelf)
            .await
            .unwrap();
        work.save().await.unwrap();
        issue(house, &contact, &wish(&amina, Circuit::IntraParis))
            .await
            .unwrap();
        let mut work = Work::read(house).await.unwrap();
        let standing = account::one(&mut work, amina.id, Circuit::IntraParis)
            .await
            .unwrap()
            .standing;
        assert!(matches!(standing.state(false), State::LockedEverywhere(_)));
    })
    .await;
}
