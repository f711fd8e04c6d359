//! What no dialogue expects, through a real homeserver: whoever writes gets an answer, and the next "solde" still works.

use crate::house::both;
use crate::leave::working_day;
use crate::nio::Agent;
use crate::suite;
use guichet_core::kernel::words::Lang;
use serde_json::{Value, json};

/// Nearly the longest that a homeserver carries encrypted: an event has 64 KiB, and encryption makes a third more of it.
const LONGEST: usize = 47_000;

/// Sends a message with this content and returns the answer.
async fn send(amina: &Agent<'_>, room: &str, content: Value) -> String {
    amina.send(room, "m.room.message", content).await;
    amina.hear(room).await.text
}

/// Whatever was said before, this is answered now, and nothing else comes first.
async fn solde(amina: &Agent<'_>, room: &str) {
    let balance = amina.exchange(room, "solde").await.text;
    assert!(balance.contains("12 jours"), "{balance}");
}

#[test]
fn whatever_is_written_is_answered_in_a_few_words() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let (amina, room) = house.welcome(suite, "amina.diallo").await;
            let long = "a".repeat(LONGEST);
            let many = "conge solde ".repeat(LONGEST / 12);
            for words in [
                "frobnicate",
                "",
                "   ",
                "\n\t\r\n",
                "\u{202e}\u{2066}",
                "\u{200b}\u{200d}\u{feff}",
                "\u{7}\u{1b}[2J\u{0}",
                "Wie viele Urlaubstage habe ich noch?",
                "كم يوم إجازة بقي لي؟",
                "🦆",
                &long,
                &many,
            ] {
                let answer = amina.exchange(&room, words).await;
                let shown: String = words.chars().take(40).collect();
                assert!(!answer.text.trim().is_empty(), "{shown:?}");
                assert!(
                    !answer.text.contains("Une erreur de notre côté"),
                    "{shown:?}: {answer:?}"
                );
                assert!(answer.text.len() < 1000, "{shown:?}: {answer:?}");
            }
            for words in [
                "\u{202e}solde\u{202c}",
                "so\u{200b}lde",
                "sol\u{0}de",
                "solde\u{feff}",
                " \u{2067}solde",
                "!solde",
            ] {
                let balance = amina.exchange(&room, words).await.text;
                assert!(balance.contains("12 jours"), "{words:?}: {balance}");
            }
            solde(&amina, &room).await;
            house.stop().await;
        })
        .await;
    });
}

#[test]
fn a_message_that_is_no_text_is_answered_and_never_stops_the_next() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let (amina, room) = house.welcome(suite, "amina.diallo").await;
            for content in [
                json!({ "msgtype": "org.example.new", "body": "solde" }),
                json!({ "msgtype": "m.image", "body": "solde.png", "url": "mxc://localhost/none" }),
                json!({ "msgtype": "m.file", "body": "solde.pdf", "file": { "url": 3 } }),
            ] {
                let answer = send(&amina, &room, content.clone()).await;
                assert!(
                    answer.contains("Écrivez-moi en quelques mots"),
                    "{content}: {answer}"
                );
            }
            // No person writes this: it is passed over, and what comes next is answered.
            for content in [
                json!({}),
                json!({ "msgtype": "m.text" }),
                json!({ "msgtype": "m.text", "body": 12 }),
                json!({ "msgtype": 7, "body": "aide" }),
                json!({ "msgtype": "m.text", "body": "aide", "m.relates_to": "solde" }),
                json!({ "msgtype": "m.text", "body": "aide", "m.relates_to": { "rel_type": 1 } }),
            ] {
                amina.send(&room, "m.room.message", content).await;
                solde(&amina, &room).await;
            }
            house.stop().await;
        })
        .await;
    });
}

#[test]
fn an_edit_never_commands() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let (amina, room) = house.welcome(suite, "amina.diallo").await;
            let said = json!({ "msgtype": "m.text", "body": "aide" });
            let first = amina.send(&room, "m.room.message", said).await;
            amina.hear(&room).await;
            let new = json!({ "msgtype": "m.text", "body": "solde" });
            for relation in [
                json!({ "rel_type": "m.replace", "event_id": first }),
                json!({ "rel_type": "m.replace", "event_id": 5 }),
                json!({ "rel_type": "m.replace" }),
            ] {
                let edit = json!({
                    "msgtype": "m.text", "body": "* solde", "m.new_content": new, "m.relates_to": relation,
                });
                amina.send(&room, "m.room.message", edit).await;
            }
            // The next thing heard answers this, not the edits.
            let help = amina.exchange(&room, "aide").await.text;
            assert!(help.contains("Voici ce que je sais faire"), "{help}");
            solde(&amina, &room).await;
            house.stop().await;
        })
        .await;
    });
}

#[test]
fn what_is_invisible_in_a_reason_reaches_neither_the_database_nor_the_reader() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let amina = suite.login("amina.diallo").await;
            let claire = suite.login("claire.moreau").await;
            let (room, office) = tokio::join!(amina.dm(&house.bot), claire.dm(&house.bot));
            amina.hear(&room).await;
            claire.hear(&office).await;
            let day = house.words.date(Lang::Fr, working_day());
            amina.exchange(&room, &format!("congé annuel le {day}")).await;
            amina.exchange(&room, "oui").await;
            let asked = claire.hear(&office).await.text;
            let (_, number) = asked.split_once("n° ").unwrap();
            let number = number.split(' ').next().unwrap();
            claire.exchange(&office, &format!("refuser {number}")).await;
            let reason = "deux\u{0} collègues \u{202e}sont déjà\u{200b} absents";
            let sure = claire.exchange(&office, reason).await.text;
            assert!(
                sure.contains("pour ce motif : deux collègues sont déjà absents ?"),
                "{sure:?}"
            );
            let done = claire.exchange(&office, "oui").await.text;
            assert!(done.contains("est refusée"), "{done}");
            let told = amina.hear(&room).await.text;
            assert!(
                told.contains("Motif : deux collègues sont déjà absents."),
                "{told:?}"
            );
            house.stop().await;
        })
        .await;
    });
}
