//! Attacks 3 and 7 on the proofs of the second factor and of a link: those of one agent in the hands of another, and where
//! they can be read.

use super::*;
use crate::factor::Seed;
use crate::kernel::line::Value;

/// Somebody with both passwords and an app, before its code, and a recovery code of theirs.
struct AtTheApp {
    agent: Agent,
    seed: Seed,
    recovery: String,
    waiting: Opened,
}

fn app_code(house: &TestHouse, seed: &Seed) -> String {
    seed.code(house.clock.now()).unwrap()
}

async fn confirm(house: &TestHouse, waiting: &Opened, code: &str) -> Result<Opened, Error> {
    confirm_factor(house, waiting.token.expose(), code, "10.1.2.3").await
}

async fn at_the_app(house: &TestHouse, name: &str) -> AtTheApp {
    let agent = house.agent(name).await;
    house.passwords(&agent, RIGHT).await;
    let seed = house.app(&agent).await;
    let opened = sign_in(house, knock(name, RIGHT)).await.unwrap();
    let inside = confirm(house, &opened, &app_code(house, &seed)).await.unwrap();
    house.clock.advance(Duration::seconds(30));
    let here = Here {
        token: inside.token.expose().to_owned(),
        site: Site::Space,
        channel: Channel::Internal,
        origin: "10.1.2.3".to_owned(),
    };
    let code = app_code(house, &seed);
    prove(house, &here, &Secret::new(RIGHT.to_owned()), Some(&code))
        .await
        .unwrap();
    let mut work = Work::write(house).await.unwrap();
    let codes = new_recovery_codes(&mut work, &here).await.unwrap();
    work.save().await.unwrap();
    house.clock.advance(Duration::seconds(30));
    AtTheApp {
        recovery: codes[0].expose().to_owned(),
        waiting: sign_in(house, knock(name, RIGHT)).await.unwrap(),
        agent,
        seed,
    }
}

/// Names the address in this session; the code that was sent there.
async fn code_for(house: &TestHouse, opened: &Opened, address: &str) -> String {
    let wish = StartLink {
        token: opened.token.expose().to_owned(),
        channel: Channel::Internal,
        origin: "10.1.2.3".to_owned(),
        address: address.to_owned(),
        password: Secret::new(RIGHT.to_owned()),
        code: None,
    };
    start_link(house, wish).await.unwrap();
    let said = house.all_said().await;
    let (_, _, line) = said
        .iter()
        .find(|(_, to, _)| to.as_deref() == Some(address))
        .unwrap();
    match line.args.iter().find(|(name, _)| name == "code") {
        Some((_, Value::Text(code))) => code.clone(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn attack_03_the_app_and_the_recovery_codes_of_one_agent_open_nothing_of_another() {
    both(async |house| {
        let amina = at_the_app(house, "amina.diallo").await;
        let jean = at_the_app(house, "jean.martin").await;
        let refused = |answer| matches!(answer, Err(Error::WrongCode));
        assert!(refused(
            confirm(house, &jean.waiting, &app_code(house, &amina.seed)).await
        ));
        assert!(refused(confirm(house, &jean.waiting, &amina.recovery).await));
        assert!(refused(confirm(house, &amina.waiting, &jean.recovery).await));
        // Honest: each with their own. What the other tried with it has not used it up.
        assert!(confirm(house, &amina.waiting, &amina.recovery).await.is_ok());
        assert!(
            confirm(house, &jean.waiting, &app_code(house, &jean.seed))
                .await
                .is_ok()
        );
    })
    .await;
}

#[tokio::test]
async fn attack_03_the_code_sent_to_one_address_links_no_other() {
    both(async |house| {
        let amina = amina(house).await;
        let jean = house.agent("jean.martin").await;
        house.passwords(&jean, RIGHT).await;
        let hers = right(house).await.unwrap();
        let his = sign_in(house, knock("jean.martin", RIGHT)).await.unwrap();
        let for_hers = code_for(house, &hers, "@a.d:localhost").await;
        let for_his = code_for(house, &his, "@j.m:localhost").await;
        let back = async |opened: &Opened, code: &str| {
            confirm_link(house, opened.token.expose(), Channel::Internal, code).await
        };
        assert!(back(&his, &for_hers).await.is_err());
        assert!(back(&hers, &for_his).await.is_err());
        back(&hers, &for_hers).await.unwrap();
        back(&his, &for_his).await.unwrap();
        let mut work = Work::read(house).await.unwrap();
        for (agent, address) in [(&amina, "@a.d:localhost"), (&jean, "@j.m:localhost")] {
            let linked = crate::people::link_of(&mut work, agent.id)
                .await
                .unwrap()
                .unwrap();
            assert_eq!(linked.address, address);
        }
    })
    .await;
}

#[tokio::test]
async fn attack_07_no_code_stands_in_the_log_or_stays_in_the_outbox() {
    both(async |house| {
        let amina = with_number(house).await;
        let jean = at_the_app(house, "jean.martin").await;
        let ask = SignIn {
            channel: Channel::MobilePortal,
            ..knock("amina.diallo", RIGHT)
        };
        let waiting = sign_in(house, ask).await.unwrap();
        let sms = house.texted_code().await.unwrap();
        let shown = app_code(house, &jean.seed);
        assert!(!format!("{waiting:?} {:?}", jean.waiting).contains(waiting.token.expose()));
        confirm_sms(house, waiting.token.expose(), &sms, "10.1.2.3")
            .await
            .unwrap();
        confirm(house, &jean.waiting, &shown).await.unwrap();
        let opened = sign_in(house, knock("amina.diallo", RIGHT)).await.unwrap();
        let link = code_for(house, &opened, "@a.d:localhost").await;
        let codes = [sms, shown, link, jean.recovery.clone()];
        for agent in [&amina, &jean.agent] {
            for (_, what, facts) in house.logged(agent).await {
                for code in &codes {
                    let digits: String = code.split([' ', '-']).collect();
                    assert!(
                        !facts.contains(code) && !facts.contains(&digits),
                        "{what} {facts}"
                    );
                }
            }
        }
        let mut work = Work::read(house).await.unwrap();
        let kept = "SELECT count(*) FROM notices WHERE stage = 'sent' AND sealed IS NOT NULL";
        assert_eq!(scalar!(work.tx(), i64, kept).unwrap(), Some(0));
    })
    .await;
}
