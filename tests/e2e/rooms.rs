//! In which rooms the bot speaks of personal matters, and which it makes itself (BO1).

use crate::house::both;
use crate::leave::working_day;
use crate::suite;
use guichet_core::kernel::words::Lang;
use serde_json::json;

#[test]
fn nothing_personal_is_said_where_a_third_person_is_invited() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let amina = suite.login("amina.diallo").await;
            let _claire = suite.login("claire.moreau").await;
            let room = amina.dm(&house.bot).await;
            amina.hear(&room).await;
            let claire = json!({ "user_id": "@claire.moreau:localhost" });
            let invite = format!("/_matrix/client/v3/rooms/{room}/invite");
            amina.api("POST", &invite, Some(claire.clone())).await;
            let answer = amina.exchange(&room, "solde").await;
            assert!(!answer.text.contains("jours"), "{answer:?}");
            let kick = format!("/_matrix/client/v3/rooms/{room}/kick");
            amina.api("POST", &kick, Some(claire)).await;
            let answer = amina.exchange(&room, "solde").await;
            assert!(answer.text.contains("12 jours"), "{answer:?}");
        })
        .await;
    });
}

#[test]
fn who_never_wrote_to_the_bot_is_told_in_a_room_that_it_makes() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let amina = suite.login("amina.diallo").await;
            let claire = suite.login("claire.moreau").await;
            let room = amina.dm(&house.bot).await;
            amina.hear(&room).await;
            let day = house.words.date(Lang::Fr, working_day());
            amina.exchange(&room, &format!("congé annuel le {day}")).await;
            amina.exchange(&room, "oui").await;
            let made = claire.join(&house.bot).await;
            let asked = claire.hear(&made).await;
            assert!(
                asked.encrypted && asked.text.contains("Amina Diallo"),
                "{asked:?}"
            );
            // She answers where she was asked.
            let answer = claire.exchange(&made, "aide").await;
            assert!(answer.encrypted && answer.text.contains("Claire"), "{answer:?}");
        })
        .await;
    });
}
