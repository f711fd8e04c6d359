//! Leave, asked for and validated in two conversations (LV1, LV2).

use crate::house::both;
use crate::suite;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use guichet_core::kernel::{clock::Clock, words::Lang};
use guichet_core::leave::{Holiday, Region};

#[test]
fn leave_is_asked_for_and_validated_in_conversation() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let amina = suite.login("amina.diallo").await;
            let claire = suite.login("claire.moreau").await;
            let (room, office) = tokio::join!(amina.dm(&house.bot), claire.dm(&house.bot));
            amina.hear(&room).await;
            claire.hear(&office).await;

            let day = house.words.date(Lang::Fr, working_day()).replace('\u{a0}', " ");
            let preview = amina
                .exchange(&room, &format!("je voudrais poser un congé annuel le {day}"))
                .await
                .text;
            assert!(
                preview.contains("pas encore envoyée : 1 jour de congé annuel"),
                "{preview}"
            );
            let sent = amina.exchange(&room, "oui").await.text;
            assert!(sent.contains("Elle n’est pas encore accordée"), "{sent}");

            let asked = claire.hear(&office).await.text;
            assert!(
                asked.contains("Amina Diallo souhaite 1 jour de congé annuel"),
                "{asked}"
            );
            let sure = claire.exchange(&office, "1").await.text;
            assert!(sure.contains("Voulez-vous la valider"), "{sure}");
            let done = claire.exchange(&office, "oui").await.text;
            assert!(done.contains("est validée"), "{done}");
            let granted = amina.hear(&room).await.text;
            assert!(granted.contains("Ce congé vous est accordé."), "{granted}");
            house.stop().await;
        })
        .await;
    });
}

/// A day two weeks from now or a little later on which Amina would have worked.
pub fn working_day() -> NaiveDate {
    working_days().next().unwrap()
}

/// That day and those after it.
pub fn working_days() -> impl Iterator<Item = NaiveDate> {
    let soon = Clock::System.now().date_naive() + Days::new(14);
    let is_off = |day: &NaiveDate| {
        matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || Holiday::on(*day, Region::Metropole).is_some()
    };
    soon.iter_days().filter(move |day| !is_off(day))
}
