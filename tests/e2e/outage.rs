//! What Guichet stands on is away, at its start or later: the log and `guichet check` say which, nothing untrue is said,
//! and what was to be said is said once when it is back.

use crate::forms::{Forms, Page};
use crate::house::{House, has_postgres};
use crate::postgres::Postgres;
use crate::suite;
use reqwest::StatusCode;
use std::time::Duration;
use tokio::time::{interval, timeout};

/// The first page that fits; whatever was away is back within half a minute.
async fn page(forms: &Forms, path: &str, fits: impl Fn(&Page) -> bool) -> Page {
    let mut look = interval(Duration::from_millis(200));
    let found = async {
        loop {
            look.tick().await;
            match forms.get(path).await {
                Ok(page) if fits(&page) => break page,
                _ => {}
            }
        }
    };
    timeout(Duration::from_secs(60), found)
        .await
        .expect("no such page")
}

/// The form of a page that is there at last, with these fields in it.
async fn submit(forms: &Forms, path: &str, fields: &[(&str, &str)]) -> Page {
    let shown = page(forms, path, |page| page.status == StatusCode::OK).await;
    forms.submit(&shown, path, fields).await.unwrap()
}

/// Locks Amina out of the space.
async fn lock_amina(house: &House) {
    let forms = Forms::new(&house.space);
    for _ in 0..3 {
        let fields = [
            ("username", "amina.diallo"),
            ("password", "pas-le-bon-1A!"),
            ("to", "/"),
        ];
        let refused = submit(&forms, "/sign-in", &fields).await;
        assert!(refused.html.contains("Connexion refusée"), "{}", refused.html);
    }
}

async fn ask_for_a_link(house: &House) {
    let forms = Forms::new(&house.space);
    let (name, email) = ("amina.diallo", "amina.diallo@paris.example");
    let fields = [("circuit", "intraparis"), ("name", name), ("email", email)];
    let asked = submit(&forms, "/forgotten", &fields).await;
    assert!(asked.html.contains("Demande enregistrée"), "{}", asked.html);
}

#[test]
fn a_homeserver_that_is_away_is_waited_for_and_what_happened_meanwhile_is_told_once() {
    suite::run(async |suite| {
        let folder = suite.scratch("synapse");
        let start = async || suite.synapse_in(&folder).await;
        let home = start().await;
        let mut house = House::on_sqlite(suite, &home).await;
        suite.register(&home, "amina.diallo", suite::PASSWORD).await;
        home.stop().await;

        let (status, said) = house.run("check").await;
        assert!(
            status == Some(1) && said.contains("Serveur Matrix : homeserver:"),
            "{said}"
        );
        assert!(
            said.contains("Base de données : en ordre") && said.contains("Courriel : en ordre"),
            "{said}"
        );
        house.serve();
        // The web does not need it.
        lock_amina(&house).await;
        let mail = house.post.next("amina.diallo@paris.example").await;
        assert!(mail.subject.contains("verrouillé"), "{mail:?}");
        house.until_logged("homeserver").await;

        let home = start().await;
        let amina = suite.login_at(home.url(), "amina.diallo", suite::PASSWORD).await;
        // The bot comes to her: she has never written to it.
        let room = amina.join(&house.bot).await;
        let told = amina.hear(&room).await.text;
        assert!(told.contains("échecs de connexion"), "{told}");

        home.stop().await;
        let karim = Forms::new(&house.console);
        karim
            .sign_in(
                "karim.benali",
                guichet::demo::PASSWORD,
                Some(&house.code("karim.benali")),
            )
            .await
            .unwrap();
        let found = karim.get("/?q=amina.diallo").await.unwrap();
        let agent = found.to.unwrap();
        let fields = [
            ("verb", "unlock"),
            ("circuit", "intraparis"),
            ("reason", "Rappelée au numéro connu"),
        ];
        let unlocked = submit(&karim, &agent, &fields).await;
        assert_eq!(unlocked.status, StatusCode::SEE_OTHER, "{}", unlocked.html);
        let home = start().await;
        let told = amina.hear(&room).await.text;
        assert!(told.contains("est déverrouillé"), "{told}");
        // The next thing heard is the answer to the next question: nothing came twice.
        let balance = amina.exchange(&room, "solde").await.text;
        assert!(balance.contains("12 jours"), "{balance}");
        assert_eq!(house.post.all().await.len(), 1);
        house.stop().await;
        home.stop().await;
    });
}

#[test]
fn a_mail_server_that_is_away_at_the_start_gets_each_mail_once_when_it_is_back() {
    suite::run(async |suite| {
        let mut house = House::on_sqlite(suite, suite.synapse()).await;
        house.post.close().await;
        let (status, said) = house.run("check").await;
        assert!(status == Some(1) && said.contains("Courriel : mail:"), "{said}");
        assert!(
            said.contains("Base de données : en ordre") && said.contains("Serveur Matrix : en ordre"),
            "{said}"
        );
        house.serve();
        ask_for_a_link(&house).await;
        house.until_logged("a notice could not leave yet").await;
        house.post.open().await;
        let mail = house.post.next("amina.diallo@paris.example").await;
        assert!(mail.body.contains("/reset/"), "{mail:?}");
        house.stop().await;
        assert_eq!(house.post.all().await.len(), 1);
    });
}

#[test]
fn a_database_that_is_away_is_named_and_survived_and_nobody_is_answered_twice() {
    if !has_postgres() {
        return;
    }
    suite::run(async |suite| {
        let postgres = Postgres::make();
        postgres.start();
        let mut house = House::on_postgres(suite, &postgres.url()).await;
        postgres.stop();
        let (status, said) = house.run("check").await;
        assert!(
            status == Some(1) && said.contains("Base de données : database:"),
            "{said}"
        );
        assert!(
            said.contains("refused") && said.contains("Courriel : en ordre"),
            "{said}"
        );
        // It does not pretend to serve: whoever starts it is told why, and starts it again.
        let (status, said) = house.run("serve").await;
        assert!(
            status == Some(1) && said.contains("guichet: database:") && said.contains("refused"),
            "{said}"
        );

        postgres.start();
        house.serve();
        let (amina, room) = house.welcome(suite, "amina.diallo").await;
        let space = Forms::new(&house.space);
        space
            .sign_in("amina.diallo", guichet::demo::PASSWORD, None)
            .await
            .unwrap();

        postgres.stop();
        amina.say(&room, "solde").await;
        let broken = space.get("/leave").await.unwrap();
        assert_eq!(broken.status, StatusCode::SERVICE_UNAVAILABLE, "{}", broken.html);
        assert!(
            broken.html.contains("La faute n’est pas la vôtre"),
            "{}",
            broken.html
        );
        let (_, incident) = broken.html.split_once("<p class=\"code-big\">").unwrap();
        let incident = incident.split('<').next().unwrap();
        assert!(
            incident.len() == 9 && house.logged().contains(incident),
            "{incident}"
        );
        postgres.start();
        let balance = amina.hear(&room).await.text;
        assert!(balance.contains("12 jours"), "{balance}");
        let help = amina.exchange(&room, "aide").await.text;
        assert!(!help.contains("12 jours"), "{help}");
        let leave = page(&space, "/leave", |page| page.status == StatusCode::OK).await;
        assert!(leave.html.contains("Congés"), "{}", leave.html);
        house.stop().await;
    });
}
