//! A newcomer's first day (AC14): the first password, the account that is missing, and its creation by a real mail.

use crate::house::both;
use crate::suite;
use guichet::demo::PASSWORD;

const OWN: &str = "Un-mot-de-passe-neuf-7";
const SECOND: &str = "Deux-quais-verts-8";

#[test]
fn a_newcomer_is_told_which_account_is_missing_and_creates_it_by_mail() {
    suite::run(async |suite| {
        both(suite, async |house| {
            house.serve();
            let page = suite.browse().await;
            let first = page.sign_in(&house.space, "salome.brun", PASSWORD).await;
            assert!(
                first.text.contains("Choisissez votre mot de passe IntraParis"),
                "{first:?}"
            );
            let chosen = [
                ("Nouveau mot de passe", Some(OWN)),
                ("Le même, une seconde fois", Some(OWN)),
            ];
            let missing = page.submit("Enregistrer ce mot de passe", &chosen).await;
            assert!(
                missing.text.contains("MonCompteParisien n’est pas encore créé"),
                "{missing:?}"
            );

            page.follow("Créer mon compte").await;
            let who = [
                ("MonCompteParisien", None),
                ("Matricule", Some("salome.brun")),
                (
                    "Adresse électronique professionnelle",
                    Some("salome.brun@paris.example"),
                ),
            ];
            let asked = page.submit("Recevoir le lien", &who).await;
            assert!(
                asked
                    .text
                    .contains("votre lien pour créer le compte MonCompteParisien"),
                "{asked:?}"
            );
            let mail = house.post.next("salome.brun@paris.example").await;
            let link = mail.link(&house.space);
            // A mail scanner looks first: looking creates nothing and uses nothing up.
            page.go(link).await;
            let form = page.go(link).await;
            assert!(
                form.text.contains("Créer votre compte MonCompteParisien"),
                "{form:?}"
            );
            let chosen = [
                ("Nouveau mot de passe", Some(SECOND)),
                ("Le même, une seconde fois", Some(SECOND)),
            ];
            let done = page.submit("Enregistrer ce mot de passe", &chosen).await;
            assert!(done.text.contains("Compte MonCompteParisien créé"), "{done:?}");
            let again = page.go(link).await;
            assert!(again.text.contains("Ce lien ne sert plus"), "{again:?}");

            page.go(&house.space).await;
            let first = [
                ("Identifiant", Some("salome.brun")),
                ("Mot de passe IntraParis", Some(OWN)),
            ];
            page.submit("Se connecter", &first).await;
            let second = [("Mot de passe MonCompteParisien", Some(SECOND))];
            let home = page.submit("Continuer", &second).await;
            assert!(home.text.contains("Bonjour Salomé"), "{home:?}");
        })
        .await;
    });
}
