//! Who is speaking (BO2), and what never is a command (BO12): real rooms, real keys, real traffic.

use crate::house::both;
use crate::suite;
use guichet::demo::PASSWORD;
use serde_json::json;

#[test]
fn an_address_of_another_name_is_linked_by_a_code_from_the_space_and_takes_the_place_of_the_old_one() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let (old, new) = (suite.login("amina.diallo").await, suite.login("ad75").await);
            let former = old.dm(&house.bot).await;
            old.hear(&former).await;

            let page = suite.browse().await;
            page.sign_in(&house.space, "amina.diallo", PASSWORD).await;
            page.go(&format!("{}/security/chat", house.space)).await;
            let password = ("Mot de passe IntraParis actuel", Some(PASSWORD));
            let button = "Envoyer un code à cette adresse";
            let odd = [("Adresse de messagerie", Some("@ad75:evil.example")), password];
            let refused = page.submit(button, &odd).await;
            assert!(
                refused.text.contains("autre serveur, evil.example"),
                "{refused:?}"
            );
            let own = [("Adresse de messagerie", Some("@ad75:localhost")), password];
            let waits = page.submit(button, &own).await;
            assert!(waits.text.contains("Entrer le code"), "{waits:?}");

            // The bot opens a room with an address that it has never met.
            let room = new.join(&house.bot).await;
            let sent = new.hear(&room).await;
            assert!(sent.encrypted && sent.text.contains("Amina Diallo"), "{sent:?}");
            let (_, code) = sent.text.split_once("Amina Diallo").unwrap();
            let code: String = code.chars().filter(char::is_ascii_digit).take(8).collect();
            let linked = page
                .submit("Relier cette adresse", &[("Code à huit chiffres", Some(&code))])
                .await;
            assert!(linked.text.contains("@ad75:localhost"), "{linked:?}");

            let told = new.hear(&room).await;
            assert!(told.text.contains("est reliée à votre compte"), "{told:?}");
            let told = old.hear(&former).await;
            assert!(told.text.contains("@ad75:localhost l’a remplacée"), "{told:?}");
            let mail = house.post.next("amina.diallo@paris.example").await;
            assert!(mail.subject.contains("est reliée à votre compte"), "{mail:?}");

            let answer = new.exchange(&room, "solde").await;
            assert!(answer.text.contains("12 jours"), "leave at once: {answer:?}");
            let answer = new.exchange(&room, "ma dernière fiche de paie").await;
            assert!(
                answer.text.contains("vient d’être reliée"),
                "documents later: {answer:?}"
            );
            let answer = old.exchange(&former, "solde").await;
            assert!(answer.text.contains("je ne sais pas qui vous êtes"), "{answer:?}");
            house.stop().await;
        })
        .await;
    });
}

#[test]
fn another_cross_signing_key_ends_the_link() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            // Nobody else plays him: what he shows would change under them.
            let lucas = suite.login("lucas.henry").await;
            lucas.cross_sign().await;
            let room = lucas.dm(&house.bot).await;
            lucas.hear(&room).await;
            for _ in 0..2 {
                let answer = lucas.exchange(&room, "solde").await;
                assert!(answer.text.contains("jours"), "{answer:?}");
            }
            lucas.cross_sign().await;
            let answer = lucas.exchange(&room, "solde").await;
            assert!(
                answer.text.contains("identité de chiffrement a changé") && !answer.text.contains("12 jours"),
                "{answer:?}"
            );
            let mail = house.post.next("lucas.henry@paris.example").await;
            assert!(mail.subject.contains("est rompu"), "{mail:?}");
            let answer = lucas.exchange(&room, "solde").await;
            assert!(answer.text.contains("je ne sais pas qui vous êtes"), "{answer:?}");
            house.stop().await;
        })
        .await;
    });
}

#[test]
fn attack_25_what_is_sent_beside_the_encryption_or_rewritten_commands_nothing() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let (amina, room) = house.welcome(suite, "amina.diallo").await;
            let text = |words: &str| json!({ "msgtype": "m.text", "body": words });
            let plain = async |id: &str, kind: &str, content| {
                let path = format!("/_matrix/client/v3/rooms/{room}/send/{kind}/{id}");
                let sent = amina.api("PUT", &path, Some(content)).await;
                assert_eq!(sent["status"], 200, "{sent}");
                sent["body"]["event_id"].clone()
            };
            // In clear in an encrypted room: answered, and not as a command.
            let said = plain("in-clear", "m.room.message", text("solde")).await;
            let answer = amina.hear(&room).await;
            assert!(answer.text.contains("sans chiffrement"), "{answer:?}");
            // An edit, a notice, a text of an unknown kind, a body that is none, a sender that is claimed: nothing.
            let edit = json!({
                "msgtype": "m.text", "body": "* solde", "m.new_content": { "msgtype": "m.text", "body": "solde" },
                "m.relates_to": { "rel_type": "m.replace", "event_id": said }
            });
            amina.send(&room, "m.room.message", edit).await;
            amina.send(&room, "m.room.message", json!({ "msgtype": "m.notice", "body": "solde" })).await;
            amina.send(&room, "example.command", text("solde")).await;
            amina.send(&room, "m.room.message", json!({ "msgtype": "m.text", "body": 12 })).await;
            plain("odd", "m.reaction", json!({ "m.relates_to": { "rel_type": "m.annotation" } })).await;
            // The honest twin is answered, once, and before it nothing was.
            let answer = amina.exchange(&room, "solde").await;
            assert!(answer.encrypted && answer.text.contains("12 jours"), "{answer:?}");
            let answer = amina.exchange(&room, "aide").await;
            assert!(answer.text.contains("Voici ce que je sais faire"), "{answer:?}");
            house.stop().await;
        })
        .await;
    });
}

#[test]
fn attack_25_who_enters_between_question_and_answer_hears_nothing() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let amina = suite.login("amina.diallo").await;
            let third = suite.login("third.person").await;
            let room = amina.dm(&house.bot).await;
            amina.hear(&room).await;
            // While the house is away somebody asks, and somebody else is let in.
            house.kill().await;
            amina.say(&room, "solde").await;
            let who = json!({ "user_id": "@third.person:localhost" });
            let invite = format!("/_matrix/client/v3/rooms/{room}/invite");
            amina.api("POST", &invite, Some(who)).await;
            third
                .api(
                    "POST",
                    &format!("/_matrix/client/v3/join/{room}"),
                    Some(json!({})),
                )
                .await;
            house.serve();
            let answer = amina.hear(&room).await;
            assert!(
                answer.text.contains("Une autre personne est présente") && !answer.text.contains("jours"),
                "{answer:?}"
            );
            third
                .api(
                    "POST",
                    &format!("/_matrix/client/v3/rooms/{room}/leave"),
                    Some(json!({})),
                )
                .await;
            let answer = amina.exchange(&room, "solde").await;
            assert!(answer.text.contains("12 jours"), "{answer:?}");
            // A rule by which anybody may knock opens the room as well.
            let rule = format!("/_matrix/client/v3/rooms/{room}/state/m.room.join_rules");
            for open in ["knock", "public"] {
                amina.api("PUT", &rule, Some(json!({ "join_rule": open }))).await;
                let answer = amina.exchange(&room, "solde").await;
                assert!(
                    answer.text.contains("D’autres personnes pourraient"),
                    "{open}: {answer:?}"
                );
            }
            house.stop().await;
        })
        .await;
    });
}
