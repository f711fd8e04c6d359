//! Linking a chat address by a code (BO2), on both databases.

use chrono::{DateTime, Utc};

use super::*;
use crate::kernel::line::Value;
use crate::people::{self, BadAddress, Speaker};

const ADDRESS: &str = "@a.d:localhost";

fn ask(opened: &Opened, address: &str, password: &str) -> StartLink {
    StartLink {
        token: opened.token.expose().to_owned(),
        channel: Channel::Internal,
        origin: "10.1.2.3".to_owned(),
        address: address.to_owned(),
        password: Secret::new(password.to_owned()),
        code: None,
    }
}

async fn back(house: &TestHouse, opened: &Opened, code: &str) -> Result<(), Error> {
    confirm_link(house, opened.token.expose(), Channel::Internal, code).await
}

/// The code that was sent to the address; nothing else was said to it.
async fn sent(house: &TestHouse) -> String {
    let mut said = house.all_said().await.into_iter();
    let (agent, address, line) = said.next().unwrap();
    assert_eq!(
        (agent, address.as_deref(), said.next()),
        (None, Some(ADDRESS), None)
    );
    assert_eq!(line.key, "session-link-code");
    match line.args.into_iter().find(|(name, _)| name == "code") {
        Some((_, Value::Text(code))) => code,
        other => panic!("{other:?}"),
    }
}

/// Another code than this one.
fn other(code: &str) -> String {
    let digits = code.chars().rev().map(|c| if c == '9' { '0' } else { '9' });
    digits.filter(char::is_ascii_digit).collect()
}

async fn speaker(house: &TestHouse, address: &str) -> Option<Agent> {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_system("desk");
    match people::identify(&mut work, address, None).await.unwrap() {
        Speaker::Known(agent, _) => Some(*agent),
        _ => None,
    }
}

fn no_code(result: &Result<(), Error>) -> bool {
    matches!(result, Err(Error::Link(Unlinked::NoCode)))
}

#[tokio::test]
async fn the_code_sent_to_an_address_links_it_in_the_session_that_asked() {
    both(async |house| {
        let amina = amina(house).await;
        let (one, two) = (right(house).await.unwrap(), right(house).await.unwrap());
        start_link(house, ask(&one, ADDRESS, RIGHT)).await.unwrap();
        let code = sent(house).await;
        assert!(
            no_code(&back(house, &two, &code).await),
            "another session of hers"
        );
        assert!(speaker(house, ADDRESS).await.is_none());
        back(house, &one, &format!(" {code} ")).await.unwrap();
        assert_eq!(speaker(house, ADDRESS).await.unwrap().id, amina.id);
        assert!(no_code(&back(house, &one, &code).await), "once");
        let said = house.said().await;
        assert_eq!((said[0].0, said[0].1.key.as_str()), (amina.id, "people-linked"));
        assert_eq!(house.mailed().await.len(), 1);
        let facts = house.logged(&amina).await;
        let plain: String = code.split(' ').collect();
        assert!(
            facts
                .iter()
                .all(|(_, _, facts)| !facts.contains(&plain) && !facts.contains(&code))
        );
    })
    .await;
}

#[tokio::test]
async fn naming_an_address_takes_the_password_and_the_factor_again() {
    both(async |house| {
        let amina = amina(house).await;
        let opened = right(house).await.unwrap();
        let refused = start_link(house, ask(&opened, ADDRESS, WRONG)).await;
        assert!(matches!(refused, Err(Error::NotRecognised)), "{refused:?}");
        let seed = house.app(&amina).await;
        let bare = start_link(house, ask(&opened, ADDRESS, RIGHT)).await;
        assert!(matches!(bare, Err(Error::WrongCode)), "{bare:?}");
        assert!(house.all_said().await.is_empty());
        let code = seed.code(house.clock.now());
        let with = StartLink {
            code,
            ..ask(&opened, ADDRESS, RIGHT)
        };
        start_link(house, with).await.unwrap();
        sent(house).await;
        // Guesses at the password count here as at the door.
        for _ in 0..3 {
            let _ = start_link(house, ask(&opened, ADDRESS, WRONG)).await;
        }
        let right = start_link(house, ask(&opened, ADDRESS, RIGHT)).await;
        assert!(
            matches!(right, Err(Error::NotRecognised | Error::Over)),
            "{right:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn attack_18_a_link_code_is_guessed_five_times_and_a_new_session_or_code_gives_no_more_at_it() {
    both(async |house| {
        amina(house).await;
        let opened = right(house).await.unwrap();
        start_link(house, ask(&opened, ADDRESS, RIGHT)).await.unwrap();
        let code = sent(house).await;
        for guess in ["", "1", "12345678901234567890", "1234567x"] {
            let wrong = back(house, &opened, guess).await;
            assert!(matches!(wrong, Err(Error::Link(Unlinked::WrongCode))), "{guess}");
        }
        assert!(no_code(&back(house, &opened, &other(&code)).await), "the fifth");
        assert!(no_code(&back(house, &opened, &code).await), "right, and too late");
        assert!(speaker(house, ADDRESS).await.is_none());
        // A second code ends the first one, and how many there are in an hour is limited.
        for _ in 0..4 {
            start_link(house, ask(&opened, ADDRESS, RIGHT)).await.unwrap();
            let newest = sent(house).await;
            if newest != code {
                let old = back(house, &opened, &code).await;
                assert!(matches!(old, Err(Error::Link(Unlinked::WrongCode))), "{old:?}");
            }
        }
        let more = start_link(house, ask(&opened, ADDRESS, RIGHT)).await;
        assert!(
            matches!(more, Err(Error::Link(Unlinked::TooManyCodes))),
            "{more:?}"
        );
        // The honest twin, an hour later.
        house.clock.advance(Duration::minutes(61));
        let opened = self::right(house).await.unwrap();
        start_link(house, ask(&opened, ADDRESS, RIGHT)).await.unwrap();
        let code = sent(house).await;
        back(house, &opened, &code).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_code_lapses_and_is_not_sent_late() {
    both(async |house| {
        amina(house).await;
        let opened = right(house).await.unwrap();
        start_link(house, ask(&opened, ADDRESS, RIGHT)).await.unwrap();
        let code = sent(house).await;
        house.clock.advance(Duration::minutes(10));
        assert!(no_code(&back(house, &opened, &code).await));
        start_link(house, ask(&opened, ADDRESS, RIGHT)).await.unwrap();
        house.clock.advance(Duration::minutes(10));
        assert!(house.all_said().await.is_empty(), "dropped");
    })
    .await;
}

#[tokio::test]
async fn attack_13_an_odd_address_is_refused_with_the_reason_and_nothing_is_sent() {
    both(async |house| {
        amina(house).await;
        let opened = right(house).await.unwrap();
        for (address, why) in [
            (
                "@a.d:evil.example",
                BadAddress::OtherServer("evil.example".into()),
            ),
            (
                "@a.d:localhost.evil.example",
                BadAddress::OtherServer("localhost.evil.example".into()),
            ),
            ("@a@evil.example@localhost", BadAddress::Malformed),
            ("a.d@localhost", BadAddress::Malformed),
            ("@а.d:localhost", BadAddress::LookAlike('а')), // a Cyrillic a
            ("@A.d:localhost", BadAddress::LookAlike('A')),
            ("@a.d\u{202e}:localhost", BadAddress::LookAlike('\u{202e}')),
        ] {
            let refused = start_link(house, ask(&opened, address, RIGHT)).await;
            assert!(
                matches!(&refused, Err(Error::Link(Unlinked::Address(bad))) if *bad == why),
                "{address}: {refused:?}"
            );
        }
        assert!(house.all_said().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn attack_22_a_session_that_has_ended_finishes_no_link() {
    both(async |house| {
        let amina = amina(house).await;
        let ways: [&dyn AsyncEnd; 4] = [&NotMe, &SignOut, &Lock, &Reset];
        for way in ways {
            house.clock.advance(Duration::minutes(61));
            let opened = right(house).await.unwrap();
            start_link(house, ask(&opened, ADDRESS, RIGHT)).await.unwrap();
            let code = sent(house).await;
            way.end(house, &amina, &opened).await;
            house.all_said().await;
            let late = back(house, &opened, &code).await;
            assert!(matches!(late, Err(Error::Over)), "{late:?}");
            // Signing in again does not take the old session's code over.
            if let Ok(again) = right(house).await {
                assert!(no_code(&back(house, &again, &code).await));
            }
            assert!(speaker(house, ADDRESS).await.is_none());
        }
    })
    .await;
}

type Done<'a> = std::pin::Pin<Box<dyn Future<Output = ()> + 'a>>;

/// A way in which a session ends.
trait AsyncEnd {
    fn end<'a>(&'a self, house: &'a TestHouse, agent: &'a Agent, opened: &'a Opened) -> Done<'a>;
}

struct NotMe;
struct SignOut;
struct Lock;
struct Reset;

impl AsyncEnd for NotMe {
    fn end<'a>(&'a self, house: &'a TestHouse, agent: &'a Agent, _: &'a Opened) -> Done<'a> {
        Box::pin(async move {
            let mut work = house.work(agent, Door::Chat).await;
            ticket::not_me(&mut work).await.unwrap();
            work.save().await.unwrap();
        })
    }
}

impl AsyncEnd for SignOut {
    fn end<'a>(&'a self, house: &'a TestHouse, _: &'a Agent, opened: &'a Opened) -> Done<'a> {
        Box::pin(async move {
            let mut work = Work::write(house).await.unwrap();
            sign_out(&mut work, opened.token.expose()).await.unwrap();
            work.save().await.unwrap();
        })
    }
}

impl AsyncEnd for Reset {
    fn end<'a>(&'a self, house: &'a TestHouse, agent: &'a Agent, _: &'a Opened) -> Done<'a> {
        Box::pin(async move {
            let mut work = Work::write(house).await.unwrap();
            account::end_sessions_of(&mut work, agent.id).await.unwrap();
            work.save().await.unwrap();
        })
    }
}

impl AsyncEnd for Lock {
    fn end<'a>(&'a self, house: &'a TestHouse, agent: &'a Agent, _: &'a Opened) -> Done<'a> {
        Box::pin(async move {
            let mut work = house.work(agent, Door::Chat).await;
            account::lock_self(&mut work).await.unwrap();
            work.save().await.unwrap();
            let support = support(house).await;
            for circuit in Circuit::ALL {
                unlock_one(house, &support, agent, circuit).await.unwrap();
            }
        })
    }
}

async fn write(house: &TestHouse, address: &str, code: &str) -> Option<people::AgentId> {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_system("desk");
    let used = use_link_code(&mut work, address, code).await.unwrap();
    work.save().await.unwrap();
    used
}

#[tokio::test]
async fn staff_who_saw_an_agent_give_a_code_that_links_the_address_which_writes_it() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let ivan = house.agent("ivan.contact").await;
        house.grant(&ivan, Role::ItContact, Some(amina.department)).await;
        for door in [Door::Chat, Door::Space] {
            let mut work = house.work(&ivan, door).await;
            let denied = issue_link_code(&mut work, amina.id, "vue").await;
            assert!(matches!(denied, Err(Error::Denied(_))), "{denied:?}");
        }
        let mut work = house.work(&ivan, Door::Console).await;
        let own = issue_link_code(&mut work, ivan.id, "moi").await;
        assert!(matches!(own, Err(Error::Denied(_))), "not for oneself");
        let bare = issue_link_code(&mut work, amina.id, " ").await;
        assert!(matches!(
            bare,
            Err(Error::Link(Unlinked::People(people::Error::NoReason)))
        ));
        let issued = issue_link_code(&mut work, amina.id, "vue au guichet")
            .await
            .unwrap();
        work.save().await.unwrap();
        assert_eq!(house.mailed().await.len(), 1, "she is told that a code was given");
        assert_eq!(write(house, ADDRESS, &other(&issued.code)).await, None);
        assert_eq!(write(house, ADDRESS, &issued.code).await, Some(amina.id));
        assert_eq!(speaker(house, ADDRESS).await.unwrap().id, amina.id);
        assert_eq!(write(house, "@else:localhost", &issued.code).await, None, "once");
    })
    .await;
}

#[tokio::test]
async fn a_code_of_the_mailbox_goes_there_only_and_all_are_answered_alike() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut work = Work::write(house).await.unwrap();
        work.act_as_system("desk");
        for (name, email) in [
            ("amina.diallo", "evil@example.org"),
            ("nobody.here", "amina.diallo@paris.example"),
            ("", ""),
            (&amina.number, " Amina.Diallo@paris.example "),
        ] {
            mail_link_code(&mut work, name, email).await.unwrap();
        }
        work.save().await.unwrap();
        let mailed = house.mailed().await;
        assert_eq!(mailed.len(), 1);
        assert_eq!(mailed[0].to, "amina.diallo@paris.example");
        let code = mailed[0].body.lines().find(|line| {
            let plain: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
            plain.len() == 8 && plain.iter().all(char::is_ascii_digit)
        });
        assert_eq!(write(house, ADDRESS, code.unwrap()).await, Some(amina.id));
    })
    .await;
}

#[tokio::test]
async fn attack_18_an_address_guesses_five_codes_a_day_whoevers_they_are() {
    both(async |house| {
        let (amina, karim) = (house.agent("amina.diallo").await, support(house).await);
        let mut work = house.work(&karim, Door::Console).await;
        let issued = issue_link_code(&mut work, amina.id, "vue au guichet")
            .await
            .unwrap();
        work.save().await.unwrap();
        for _ in 0..5 {
            assert_eq!(write(house, ADDRESS, &other(&issued.code)).await, None);
        }
        assert_eq!(write(house, ADDRESS, &issued.code).await, None, "no try is left");
        // The honest twin: another address has its own tries.
        let until: DateTime<Utc> = issued.expires_at;
        assert!(until > house.clock.now());
        assert_eq!(
            write(house, "@hers:localhost", &issued.code).await,
            Some(amina.id)
        );
    })
    .await;
}
