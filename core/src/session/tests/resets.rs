//! The reset link, from the request to the new password.

use super::*;
use crate::account::{Lift, State};
use crate::kernel::notice::Letter;
use crate::password::{Purpose, StartReset, start_reset};

const NEW: &str = "Un-7eme-quai-bleu";

async fn ask(house: &TestHouse, circuit: Circuit, name: &str, email: &str) {
    let mut work = Work::write(house).await.unwrap();
    let wish = StartReset {
        purpose: Purpose::Reset,
        circuit,
        name: name.to_owned(),
        email: email.to_owned(),
    };
    start_reset(&mut work, &wish).await.unwrap();
    work.save().await.unwrap();
}

async fn ask_for_amina(house: &TestHouse) -> String {
    ask(
        house,
        Circuit::IntraParis,
        "amina.diallo",
        "amina.diallo@paris.example",
    )
    .await;
    house.mailed().await.iter().find_map(link_in).unwrap()
}

fn link_in(letter: &Letter) -> Option<String> {
    let link = letter
        .body
        .split_whitespace()
        .find(|word| word.starts_with("http://localhost:8480/reset/"))?;
    link.rsplit('/').next().map(str::to_owned)
}

async fn look(house: &TestHouse, link: &str) -> Result<Link, Error> {
    look_at_link(&mut Work::read(house).await.unwrap(), link).await
}

async fn finish(house: &TestHouse, link: &str, code: Option<String>) -> Result<Link, Error> {
    finish_with(house, link, NEW, code).await
}

async fn finish_with(house: &TestHouse, link: &str, new: &str, code: Option<String>) -> Result<Link, Error> {
    let (link, new) = (link.to_owned(), Secret::new(new.to_owned()));
    let (channel, origin) = (Channel::Internal, "10.1.2.3".to_owned());
    finish_reset(
        house,
        FinishReset {
            link,
            new,
            code,
            channel,
            origin,
        },
    )
    .await
}

#[tokio::test]
async fn the_link_goes_to_the_mailbox_and_sets_a_password_once() {
    both(async |house| {
        let amina = amina(house).await;
        let opened = right(house).await.unwrap();
        ask(
            house,
            Circuit::IntraParis,
            &amina.number,
            " Amina.Diallo@PARIS.example ",
        )
        .await;
        let letter = house.mailed().await.pop().unwrap();
        assert_eq!(letter.to, "amina.diallo@paris.example");
        assert!(house.said().await.is_empty(), "nothing goes to the chat");
        let link = link_in(&letter).unwrap();
        let shown = look(house, &link).await.unwrap();
        assert_eq!(
            (shown.circuit, shown.username.as_str(), shown.asks_code),
            (Circuit::IntraParis, "amina.diallo", false)
        );
        finish(house, &link, None).await.unwrap();
        assert!(!enters(house, &opened).await);
        assert!(matches!(right(house).await, Err(Error::NotRecognised)));
        assert!(sign_in(house, knock("amina.diallo", NEW)).await.is_ok());
        let said = house.said().await;
        assert_eq!(said[0].1.key, "password-changed");
    })
    .await;
}

#[tokio::test]
async fn attack_09_looking_at_the_link_uses_nothing_up() {
    both(async |house| {
        amina(house).await;
        let link = ask_for_amina(house).await;
        for _ in 0..20 {
            assert!(look(house, &link).await.is_ok());
        }
        assert!(finish(house, &link, None).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn attack_05_a_link_is_dead_once_used_replaced_expired_or_sent_to_a_former_address() {
    both(async |house| {
        let amina = amina(house).await;
        let used = ask_for_amina(house).await;
        finish(house, &used, None).await.unwrap();
        let older = ask_for_amina(house).await;
        let newer = ask_for_amina(house).await;
        for dead in [&used, &older] {
            assert!(matches!(look(house, dead).await, Err(Error::DeadLink)));
            assert!(matches!(finish(house, dead, None).await, Err(Error::DeadLink)));
        }
        assert!(look(house, &newer).await.is_ok());
        let mut work = Work::write(house).await.unwrap();
        run!(
            work.tx(),
            "UPDATE agents SET email = 'other@paris.example' WHERE id = $1",
            amina.id
        )
        .unwrap();
        work.save().await.unwrap();
        assert!(matches!(look(house, &newer).await, Err(Error::DeadLink)));
        let mut work = Work::write(house).await.unwrap();
        run!(
            work.tx(),
            "UPDATE agents SET email = $2 WHERE id = $1",
            amina.id,
            &amina.email
        )
        .unwrap();
        work.save().await.unwrap();
        house.clock.advance(Duration::minutes(30));
        assert!(matches!(finish(house, &newer, None).await, Err(Error::DeadLink)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attack_05_a_link_used_many_times_at_once_sets_one_password() {
    both(async |house| {
        amina(house).await;
        let link = ask_for_amina(house).await;
        let mut all = tokio::task::JoinSet::new();
        for n in 0..6 {
            let (house, link): (Arc<House>, _) = (Arc::clone(house), link.clone());
            let new = Secret::new(format!("Un-{n}eme-quai-bleu"));
            let (channel, origin) = (Channel::Internal, "10.1.2.3".to_owned());
            let ask = FinishReset {
                link,
                new,
                code: None,
                channel,
                origin,
            };
            all.spawn(async move { finish_reset(&house, ask).await.is_ok() });
        }
        assert_eq!(all.join_all().await.into_iter().filter(|set| *set).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn attack_11_the_answer_is_the_same_and_only_a_match_gets_mail() {
    both(async |house| {
        amina(house).await;
        house.agent("jean.martin").await;
        for (name, email) in [
            ("amina.diallo", "jean.martin@paris.example"),
            ("amina.diallo", ""),
            ("amina.diallo", "amina.diallo@paris.example,evil@evil.example"),
            ("amina.diallo", "amina.diallo@paris.example\nevil@evil.example"),
            ("nobody.here", "amina.diallo@paris.example"),
            ("", "amina.diallo@paris.example"),
        ] {
            ask(house, Circuit::IntraParis, name, email).await;
        }
        assert!(house.mailed().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn attack_12_three_mails_an_hour_and_circuit() {
    both(async |house| {
        amina(house).await;
        for circuit in Circuit::ALL {
            for _ in 0..5 {
                ask(house, circuit, "amina.diallo", "amina.diallo@paris.example").await;
            }
            assert_eq!(house.mailed().await.len(), 3);
        }
        house.clock.advance(Duration::minutes(61));
        ask_for_amina(house).await;
    })
    .await;
}

#[tokio::test]
async fn attack_10_a_reset_neither_unlocks_nor_reactivates() {
    both(async |house| {
        let (amina, support) = (amina(house).await, support(house).await);
        locked_for_strangers(house).await;
        let link = ask_for_amina(house).await;
        finish(house, &link, None).await.unwrap();
        assert_eq!(standing(house, &amina).await, State::LockedUnknownDevices);
        assert!(matches!(
            sign_in(house, knock("amina.diallo", NEW)).await,
            Err(Error::NotRecognised)
        ));
        assert!(
            house
                .said()
                .await
                .iter()
                .any(|(_, line)| line.key == "password-changed-still-locked")
        );
        unlock(house, &support, &amina).await.unwrap();
        assert!(sign_in(house, knock("amina.diallo", NEW)).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn attack_10_a_deactivated_account_gets_no_link_and_a_link_from_before_is_dead() {
    both(async |house| {
        let amina = amina(house).await;
        let link = ask_for_amina(house).await;
        let hr = house.agent("sophie.bernard").await;
        house.grant(&hr, Role::HrOfficer, None).await;
        let mut work = house.work(&hr, Door::Console).await;
        let (circuit, why) = (Circuit::IntraParis, Why::ChangeOfAssignment);
        let wish = account::Deactivate {
            agent: amina.id,
            circuit,
            why,
            reason: "Mutation".into(),
        };
        account::deactivate(&mut work, &wish).await.unwrap();
        work.save().await.unwrap();
        assert!(matches!(finish(house, &link, None).await, Err(Error::DeadLink)));
        ask(
            house,
            Circuit::IntraParis,
            "amina.diallo",
            "amina.diallo@paris.example",
        )
        .await;
        let letter = house.mailed().await.pop().unwrap();
        assert!(!letter.body.contains("/reset/"), "{}", letter.body);
        assert_eq!(standing(house, &amina).await, State::Deactivated(why));
        // The honest twin: human resources lift it, and the old password is good again.
        let mut work = house.work(&hr, Door::Console).await;
        let lift = Lift {
            agent: amina.id,
            circuit,
            reason: "Retour".into(),
        };
        assert_eq!(
            ticket::reactivate(&mut work, &lift).await.unwrap(),
            account::Reactivated::Done
        );
        work.save().await.unwrap();
        assert!(right(house).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn the_two_circuits_have_links_and_passwords_of_their_own() {
    both(async |house| {
        amina(house).await;
        ask(
            house,
            Circuit::MonCompteParisien,
            "amina.diallo",
            "amina.diallo@paris.example",
        )
        .await;
        let letter = house.mailed().await.pop().unwrap();
        assert!(letter.subject.contains("MonCompteParisien"), "{}", letter.subject);
        let link = link_in(&letter).unwrap();
        assert_eq!(
            finish(house, &link, None).await.unwrap().circuit,
            Circuit::MonCompteParisien
        );
        let first = super::super::sign_in(house, knock("amina.diallo", RIGHT))
            .await
            .unwrap();
        assert_eq!(first.step, Step::Second, "the other password stays");
        assert!(matches!(
            second(house, &first, SECOND).await,
            Err(Error::WrongSecond)
        ));
        assert_eq!(second(house, &first, NEW).await.unwrap().step, Step::Complete);
    })
    .await;
}

#[tokio::test]
async fn attack_20_where_there_is_an_app_the_link_asks_for_its_code_and_counts_the_wrong_ones() {
    both(async |house| {
        let amina = amina(house).await;
        let seed = house.app(&amina).await;
        let link = ask_for_amina(house).await;
        assert!(look(house, &link).await.unwrap().asks_code);
        assert!(matches!(finish(house, &link, None).await, Err(Error::WrongCode)));
        assert!(matches!(
            finish(house, &link, Some("000000".into())).await,
            Err(Error::WrongCode)
        ));
        let code = seed.code(house.clock.now());
        assert!(finish(house, &link, code).await.is_ok());
        let link = ask_for_amina(house).await;
        for _ in 0..2 {
            let answer = finish_with(house, &link, RIGHT, None).await;
            assert!(
                matches!(answer, Err(Error::Broken(_))),
                "a code is not spent on a password that will not do"
            );
        }
        let other = "Un-8eme-quai-bleu";
        for _ in 0..2 {
            assert!(matches!(
                finish_with(house, &link, other, None).await,
                Err(Error::WrongCode)
            ));
        }
        assert!(matches!(
            finish_with(house, &link, other, None).await,
            Err(Error::Standing(..))
        ));
        house.clock.advance(Duration::seconds(30));
        let late = finish_with(house, &link, other, seed.code(house.clock.now())).await;
        assert!(
            matches!(late, Err(Error::Standing(..))),
            "nothing is checked any more"
        );
    })
    .await;
}

#[tokio::test]
async fn a_reset_forgets_every_device() {
    both(async |house| {
        amina(house).await;
        let cookie = known_device(house).await;
        let link = ask_for_amina(house).await;
        finish(house, &link, None).await.unwrap();
        assert!(from_device(house, &cookie, NEW).await.unwrap().device.is_some());
    })
    .await;
}
