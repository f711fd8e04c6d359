//! What the demo's documentation promises about its city.

use super::*;
use chrono::{Datelike, Weekday};
use std::collections::HashSet;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn agent<'a>(city: &'a City, username: &str) -> &'a Agent {
    city.agents
        .iter()
        .find(|agent| agent.file.username == username)
        .unwrap()
}

#[test]
fn the_same_seed_and_day_give_the_same_city() {
    let told = |seed| format!("{:?}", generate(seed, today()));
    assert_eq!(told(7), told(7));
    assert_ne!(told(7), told(8));
}

#[test]
fn the_people_of_the_documentation_have_their_places() {
    for seed in 0..20 {
        let city = generate(seed, today());
        assert_eq!(city.agents.len(), 61);
        assert_eq!(city.departments.len(), 5);
        let amina = agent(&city, "amina.diallo");
        assert_eq!(amina.file.supervisor.as_deref(), Some("claire.moreau"));
        assert_eq!(
            (amina.role, amina.file.pattern.as_str()),
            (None, "11 11 11 11 11 00 00")
        );
        assert_eq!(amina.file.it_contact.as_deref(), Some("thomas.petit"));
        assert_eq!(agent(&city, NEWCOMER).role, None);
        assert_eq!(agent(&city, "karim.benali").role, Some(Role::ItSupport));
        assert_eq!(agent(&city, "sophie.lambert").role, Some(Role::ItAdmin));
        assert_eq!(agent(&city, "etienne.roussel").role, Some(Role::Auditor));
    }
}

#[test]
fn nothing_that_must_be_unique_is_given_twice() {
    let city = generate(7, today());
    let unique = |what: fn(&Agent) -> Option<String>| {
        let all: Vec<_> = city.agents.iter().filter_map(what).collect();
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
        all.len()
    };
    assert_eq!(unique(|agent| Some(agent.file.username.clone())), 61);
    assert_eq!(unique(|agent| Some(agent.file.number.clone())), 61);
    assert!(
        (45..60).contains(&unique(|agent| agent.file.mobile.clone())),
        "some have no number"
    );
}

#[test]
fn everybody_but_one_has_a_supervisor_who_came_before() {
    let city = generate(7, today());
    let mut seen = HashSet::new();
    for agent in &city.agents {
        match &agent.file.supervisor {
            Some(supervisor) => assert!(seen.contains(supervisor), "{}", agent.file.username),
            None => assert_eq!(agent.file.username, "catherine.vallet"),
        }
        seen.insert(agent.file.username.clone());
    }
}

#[test]
fn contacts_and_officers_exist_and_nobody_is_their_own_officer() {
    let city = generate(7, today());
    for one in city.agents.iter().map(|agent| &agent.file) {
        let contact = agent(&city, one.it_contact.as_deref().unwrap());
        assert_eq!(
            (contact.role, &contact.file.department),
            (Some(Role::ItContact), &one.department)
        );
        let officer = agent(&city, one.hr_officer.as_deref().unwrap());
        assert_eq!(officer.role, Some(Role::HrOfficer));
        assert_ne!(officer.file.username, one.username);
    }
}

#[test]
fn leave_is_whole_weeks_in_the_past_and_never_overlaps() {
    let city = generate(7, today());
    assert!(city.leave.len() > 150);
    for leave in &city.leave {
        assert_eq!(
            (leave.first.weekday(), leave.last.weekday()),
            (Weekday::Mon, Weekday::Fri)
        );
        assert!(leave.asked_on < leave.first && leave.first < leave.last && leave.last < today());
        let overlapping = city.leave.iter().filter(|other| {
            other.agent == leave.agent && other.first <= leave.last && other.last >= leave.first
        });
        assert_eq!(overlapping.count(), 1);
    }
    assert!(
        city.leave
            .windows(2)
            .all(|pair| pair[0].asked_on <= pair[1].asked_on)
    );
}

#[test]
fn each_agent_has_twelve_payslips_that_add_up() {
    let city = generate(7, today());
    assert_eq!(city.payslips.len(), 61 * 12);
    assert!(
        city.payslips
            .iter()
            .all(|slip| slip.gross == slip.withheld + slip.net && slip.month.day() == 1)
    );
    let last = city.payslips.iter().map(|slip| slip.month).max().unwrap();
    assert_eq!(last, NaiveDate::from_ymd_opt(2026, 10, 1).unwrap());
}

#[test]
fn pay_comes_on_the_third_last_working_day() {
    let days = [28, 25, 27, 28, 27, 26, 29, 27, 28, 28, 26];
    for (month, day) in (1..).zip(days) {
        let first = NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
        assert_eq!(payday(first), first.with_day(day).unwrap());
    }
}

#[test]
fn a_month_is_paid_from_its_payday_on() {
    let last = |day| {
        let city = generate(7, NaiveDate::from_ymd_opt(2026, 11, day).unwrap());
        city.payslips
            .iter()
            .map(|slip| slip.month.month())
            .next_back()
            .unwrap()
    };
    assert_eq!((last(25), last(26)), (10, 11));
}
