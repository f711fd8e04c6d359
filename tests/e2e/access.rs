//! Locked out, told why, and let in again: in the browser, in chat and in the console (AC4, BO4, BO5, CO3).

use crate::house::both;
use crate::suite;
use guichet::demo::PASSWORD;

#[test]
fn who_is_locked_out_is_told_why_and_unlocked_by_support() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let (amina, room) = house.welcome(suite, "amina.diallo").await;

            let at_home = suite.browse().await;
            for _ in 0..3 {
                let refused = at_home
                    .sign_in(&house.space, "amina.diallo", "pas-le-bon-1A!")
                    .await;
                assert!(refused.text.contains("Connexion refusée"), "{refused:?}");
            }
            let alert = amina.hear(&room).await.text;
            assert!(
                alert.contains("verrouillé pour les appareils inconnus"),
                "{alert}"
            );
            let mail = house.post.next("amina.diallo@paris.example").await;
            assert!(
                mail.subject.contains("verrouillé pour les appareils inconnus"),
                "{mail:?}"
            );
            let still = at_home.sign_in(&house.space, "amina.diallo", PASSWORD).await;
            assert!(still.text.contains("Connexion refusée"), "{still:?}");

            let why = amina
                .exchange(&room, "pourquoi je n'arrive pas à me connecter ?")
                .await
                .text;
            assert!(why.contains("vous n’avez encore aucun appareil connu"), "{why}");
            assert!(
                why.contains("1 Demander le déverrouillage du compte IntraParis"),
                "{why}"
            );
            let asked = amina.exchange(&room, "1").await.text;
            assert!(
                asked.contains("est enregistrée : déverrouillage du compte IntraParis"),
                "{asked}"
            );

            let desk = suite.browse().await;
            desk.sign_in(&house.console, "karim.benali", PASSWORD).await;
            let code = house.code("karim.benali");
            desk.submit("Continuer", &[("Code à six chiffres", Some(&code))])
                .await;
            let queue = desk.follow("File d’attente").await;
            assert!(queue.text.contains("Amina Diallo"), "{queue:?}");
            desk.follow("Amina Diallo").await;
            let reason = [("Motif", Some("Agent rappelé au numéro connu"))];
            let done = desk.submit("Déverrouiller IntraParis", &reason).await;
            assert!(done.text.contains("Le compte est déverrouillé."), "{done:?}");

            let told = amina.hear(&room).await.text;
            assert!(told.contains("est déverrouillé"), "{told}");
            let home = at_home.sign_in(&house.space, "amina.diallo", PASSWORD).await;
            assert!(home.text.contains("Bonjour Amina"), "{home:?}");
            house.stop().await;
        })
        .await;
    });
}
