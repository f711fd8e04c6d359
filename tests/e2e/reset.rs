//! A forgotten password, through a real mail server (AC9).

use crate::house::both;
use crate::suite;
use guichet::demo::PASSWORD;

const NEW: &str = "Un-mot-de-passe-neuf-7";

#[test]
fn a_forgotten_password_is_replaced_through_a_mail_that_waits_for_its_server() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let page = suite.browse().await;
            page.go(&house.space).await;
            page.follow("Mot de passe oublié").await;
            house.post.close().await;
            let fields = [
                ("IntraParis", None),
                ("Identifiant ou matricule", Some("amina.diallo")),
                (
                    "Adresse électronique professionnelle",
                    Some("amina.diallo@paris.example"),
                ),
            ];
            let asked = page.submit("Recevoir le lien", &fields).await;
            assert!(asked.text.contains("Demande enregistrée"), "{asked:?}");
            house.post.open().await;

            let mail = house.post.next("amina.diallo@paris.example").await;
            let link = mail.link(&house.space);
            // A mail scanner looks first: looking uses nothing up.
            page.go(link).await;
            let form = page.go(link).await;
            assert!(form.text.contains("Nouveau mot de passe IntraParis"), "{form:?}");
            let fields = [
                ("Nouveau mot de passe", Some(NEW)),
                ("Le même, une seconde fois", Some(NEW)),
            ];
            let done = page.submit("Enregistrer ce mot de passe", &fields).await;
            assert!(done.text.contains("enregistré"), "{done:?}");

            let again = page.go(link).await;
            assert!(again.text.contains("Ce lien ne sert plus"), "{again:?}");
            let old = page.sign_in(&house.space, "amina.diallo", PASSWORD).await;
            assert!(old.text.contains("Connexion refusée"), "{old:?}");
            let new = page.sign_in(&house.space, "amina.diallo", NEW).await;
            assert!(new.text.contains("Bonjour Amina"), "{new:?}");
        })
        .await;
    });
}
