//! An agent talks to the bot from a client that is not ours, encrypted (BO1).

use crate::house::both;
use crate::suite;
use serde_json::json;

#[test]
fn solde_is_answered_encrypted_to_a_client_that_is_not_ours() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let amina = suite.login("amina.diallo").await;
            let room = amina.dm(&house.bot).await;
            let welcome = amina.hear(&room).await;
            assert!(welcome.text.contains("Amina"), "{welcome:?}");
            let answer = amina.exchange(&room, "solde").await;
            assert!(answer.encrypted && answer.sender == house.bot, "{answer:?}");
            assert!(
                answer.text.contains("12 jours") && answer.html.contains("<li>"),
                "{answer:?}"
            );
            house.stop().await;
        })
        .await;
    });
}

#[test]
fn the_bots_device_is_signed_by_its_own_identity() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let amina = suite.login("amina.diallo").await;
            amina.dm(&house.bot).await;
            let query = json!({ "device_keys": { &house.bot: [] } });
            let keys = &amina
                .api("POST", "/_matrix/client/v3/keys/query", Some(query))
                .await["body"];
            let signer = keys["self_signing_keys"][&house.bot]["keys"]
                .as_object()
                .unwrap()
                .keys()
                .next()
                .unwrap();
            let devices = keys["device_keys"][&house.bot].as_object().unwrap();
            assert_eq!(devices.len(), 1);
            let device = devices.values().next().unwrap();
            assert!(device["signatures"][&house.bot].get(signer).is_some(), "{device}");
        })
        .await;
    });
}

#[test]
fn what_is_said_while_the_bot_is_away_is_answered_once_when_it_is_back() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let (amina, room) = house.welcome(suite, "amina.diallo").await;
            house.kill().await;
            amina.say(&room, "solde").await;
            house.serve();
            let answer = amina.hear(&room).await;
            assert!(answer.text.contains("12 jours"), "{answer:?}");
            // The next thing heard is the answer to the next question: nothing came in between.
            let help = amina.exchange(&room, "aide").await;
            assert!(!help.text.contains("12 jours"), "{help:?}");
        })
        .await;
    });
}
