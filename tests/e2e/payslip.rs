//! A payslip, asked for in chat and downloaded in the browser by nobody but its owner (DO1, DO3).

use crate::house::both;
use crate::suite;
use guichet::demo::PASSWORD;
use guichet_core::kernel::words::Lang;

#[test]
fn a_payslip_is_asked_for_in_chat_and_downloaded_by_its_owner_once() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let (amina, room) = house.welcome(suite, "amina.diallo").await;
            let month = house.words.month(Lang::Fr, house.payslip.first());
            let answer = amina
                .exchange(&room, &format!("ma fiche de paie de {month} est là ?"))
                .await
                .text;
            assert!(answer.contains("est disponible depuis"), "{answer}");
            let link = answer
                .split_whitespace()
                .find(|word| word.starts_with(&house.space))
                .unwrap();

            let claire = suite.browse().await;
            claire.sign_in(&house.space, "claire.moreau", PASSWORD).await;
            let stolen = claire.go(link).await;
            assert!(!stolen.text.contains("Télécharger"), "{stolen:?}");

            let page = suite.browse().await;
            let own = page.sign_in(link, "amina.diallo", PASSWORD).await;
            assert!(own.text.contains("Bulletin de paie"), "{own:?}");
            let pdf = page.download("Télécharger").await;
            assert!(pdf.starts_with(b"%PDF-1.4"));
            let used = page.go(link).await;
            assert!(!used.text.contains("Télécharger"), "{used:?}");
        })
        .await;
    });
}
