//! The bot's device: what becomes of it, and what becomes of messages whose key is late.

use crate::house::{House, both};
use crate::nio::Agent;
use crate::suite;
use serde_json::{Value, json};

/// The bot's keys, as anybody sees them.
async fn keys(agent: &Agent<'_>, house: &House) -> Value {
    let query = json!({ "device_keys": { &house.bot: [] } });
    let mut answer = agent
        .api("POST", "/_matrix/client/v3/keys/query", Some(query))
        .await;
    answer["body"].take()
}

#[test]
fn a_bot_that_lost_its_keys_comes_back_as_a_new_device_of_the_same_identity() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            // In no other story: who loses a device there would begin a new key here.
            let (bastien, room) = house.welcome(suite, "bastien.morel").await;
            for _ in 0..2 {
                bastien.exchange(&room, "aide").await;
            }
            let before = keys(&bastien, house).await;
            house.stop().await;
            house.lose_keys();
            house.serve();
            // Said with a key that only the lost device was given: the new one has it from the backup.
            let answer = bastien.exchange(&room, "solde").await;
            assert!(answer.encrypted && answer.text.contains("jours"), "{answer:?}");
            let after = keys(&bastien, house).await;
            assert_eq!(
                after["master_keys"][&house.bot]["keys"],
                before["master_keys"][&house.bot]["keys"]
            );
            let signers = after["self_signing_keys"][&house.bot]["keys"]
                .as_object()
                .unwrap();
            let signer = signers.keys().next().unwrap();
            let old = before["device_keys"][&house.bot].as_object().unwrap();
            let devices = after["device_keys"][&house.bot].as_object().unwrap();
            let (_, new) = devices
                .iter()
                .find(|(id, _)| !old.contains_key(*id))
                .expect("a new device");
            assert!(new["signatures"][&house.bot].get(signer).is_some(), "{new}");
            house.stop().await;
        })
        .await;
    });
}

#[test]
fn a_message_whose_key_comes_late_is_answered_when_it_comes() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let (amina, room) = house.welcome(suite, "amina.diallo").await;
            amina.say_locked(&room, "solde").await;
            let help = amina.exchange(&room, "aide").await;
            assert!(!help.text.contains("12 jours"), "{help:?}");
            // What waits for its key outlives the process.
            house.kill().await;
            house.serve();
            amina.unlock(&room).await;
            let answer = amina.hear(&room).await;
            assert!(answer.text.contains("12 jours"), "{answer:?}");
        })
        .await;
    });
}
