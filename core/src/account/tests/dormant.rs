//! Accounts that nobody uses. Today is Wednesday 11 March 2026.

use chrono::Duration;

use super::*;
use crate::people::{Absence, record_absence};

async fn tended(house: &TestHouse) -> usize {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_system("test");
    let told = tend_dormant(&mut work).await.unwrap();
    work.save().await.unwrap();
    told
}

async fn amina(house: &TestHouse) -> Agent {
    let amina = house.agent("amina.diallo").await;
    for circuit in Circuit::ALL {
        house.password(&amina, circuit, "Tarte-aux-9mures").await;
    }
    amina
}

async fn away(house: &TestHouse, agent: &Agent, first: &str, last: Option<&str>) {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_operator();
    let absence = Absence {
        first: first.parse().unwrap(),
        last: last.map(|day| day.parse().unwrap()),
    };
    record_absence(&mut work, agent.id, absence).await.unwrap();
    work.save().await.unwrap();
}

async fn states(house: &TestHouse, agent: &Agent) -> [State; 2] {
    let mut work = Work::read(house).await.unwrap();
    of(&mut work, agent.id)
        .await
        .unwrap()
        .map(|account| account.standing.state(false))
}

const CLOSED: [State; 2] = [State::Deactivated(Why::Inactivity); 2];

#[tokio::test]
async fn who_does_not_sign_in_is_warned_twice_for_both_accounts_at_once_and_then_deactivated() {
    both(async |house| {
        let amina = amina(house).await;
        house.clock.advance(Duration::days(149));
        assert_eq!(tended(house).await, 0);
        house.clock.advance(Duration::days(1));
        assert_eq!(tended(house).await, 1);
        assert_eq!(tended(house).await, 0, "once means once");
        let said = house.said().await;
        assert_eq!(said.len(), 1);
        assert_eq!(
            (said[0].1.key.as_str(), said[0].1.items.len()),
            ("account-dormant", 2)
        );
        let mails = house.mailed().await;
        let body = mails[0].body.replace('\u{a0}', " ");
        assert!(
            mails.len() == 1 && body.contains("lundi 7 septembre 2026"),
            "{mails:?}"
        );
        house.clock.advance(Duration::days(23));
        assert_eq!(tended(house).await, 1);
        house.clock.advance(Duration::days(6));
        assert_eq!(tended(house).await, 0);
        assert_eq!(states(house, &amina).await, [State::Active; 2]);
        house.clock.advance(Duration::days(1));
        assert_eq!(tended(house).await, 1);
        assert_eq!(states(house, &amina).await, CLOSED);
        assert_eq!(
            keys(house).await,
            ["account-dormant", "account-deactivated", "account-deactivated"]
        );
        assert_eq!(house.mailed().await.len(), 3, "the mailbox is told as well");
        assert_eq!(tended(house).await, 0);
    })
    .await;
}

#[tokio::test]
async fn guesses_of_strangers_are_no_use_of_an_account_and_a_reactivation_begins_anew() {
    both(async |house| {
        let (amina, karim) = (amina(house).await, house.agent("karim.benali").await);
        house.grant(&karim, Role::ItSupport, None).await;
        house.clock.advance(Duration::days(173));
        tended(house).await;
        let mut work = Work::write(house).await.unwrap();
        lock_out(
            &mut work,
            &amina,
            Circuit::IntraParis,
            Lock::UnknownDevices,
            Channel::Internal,
        )
        .await
        .unwrap();
        work.save().await.unwrap();
        house.clock.advance(Duration::days(7));
        assert_eq!(tended(house).await, 1);
        assert_eq!(states(house, &amina).await, CLOSED);
        let mut work = house.work(&karim, Door::Console).await;
        let lift = Lift {
            agent: amina.id,
            circuit: Circuit::IntraParis,
            reason: "Agente de retour".into(),
        };
        reactivate(&mut work, &lift, &[]).await.unwrap();
        work.save().await.unwrap();
        house.clock.advance(Duration::days(100));
        assert_eq!(tended(house).await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_deactivated_while_away_on_record_and_who_returns_is_warned_first() {
    both(async |house| {
        let amina = amina(house).await;
        // Ten days at work, a year away.
        away(house, &amina, "2026-03-22", Some("2027-03-21")).await;
        house.clock.advance(Duration::days(375));
        assert_eq!(tended(house).await, 0, "nothing is sent during the absence");
        house.clock.advance(Duration::days(1 + 139));
        assert_eq!(
            tended(house).await,
            1,
            "170 days of presence do not count the year between"
        );
        assert_eq!(states(house, &amina).await, [State::Active; 2]);
    })
    .await;
}

#[tokio::test]
async fn who_was_already_dormant_when_leaving_has_a_week_after_the_return() {
    both(async |house| {
        let amina = amina(house).await;
        away(house, &amina, "2026-09-01", None).await;
        house.clock.advance(Duration::days(400));
        assert_eq!(tended(house).await, 0, "a return that is not known is waited for");
        away(house, &amina, "2026-09-01", Some("2027-04-15")).await;
        assert_eq!(tended(house).await, 0);
        house.clock.advance(Duration::days(1));
        assert_eq!(tended(house).await, 1);
        house.clock.advance(Duration::days(6));
        assert_eq!(tended(house).await, 0);
        assert_eq!(states(house, &amina).await, [State::Active; 2]);
        house.clock.advance(Duration::days(1));
        assert_eq!(tended(house).await, 1);
        assert_eq!(states(house, &amina).await, CLOSED);
    })
    .await;
}

#[tokio::test]
async fn only_the_house_itself_looks_for_dormant_accounts() {
    both(async |house| {
        let admin = house.agent("karim.benali").await;
        house.grant(&admin, Role::ItAdmin, None).await;
        let mut work = house.work(&admin, Door::Console).await;
        assert!(matches!(tend_dormant(&mut work).await, Err(Error::Denied(_))));
        drop(work);
        let mut work = Work::write(house).await.unwrap();
        assert!(matches!(tend_dormant(&mut work).await, Err(Error::Denied(_))));
    })
    .await;
}
