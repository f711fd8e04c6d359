//! Attacks on the pages that create accounts.

use axum::http::{Method, StatusCode};
use guichet_core::{
    account::{self, Circuit, Deactivate, Why},
    kernel::actor::{Door, Role},
    testing::{both, both_with},
};

use super::creation::{MAIL, ask};
use super::{NEW, browser};
use crate::testing::{agent, at_once, letter, link};

#[tokio::test]
async fn attack_01_a_creation_link_is_built_from_the_configuration_whatever_the_request_says() {
    both_with(at_once, async |house| {
        let amina = house.agent("amina.diallo").await;
        for (n, (name, value)) in [
            ("host", "evil.example"),
            ("x-forwarded-host", "evil.example"),
            ("x-forwarded-server", "evil.example"),
            ("forwarded", "host=evil.example;proto=https"),
            ("x-original-host", "evil.example"),
            ("x-host", "evil.example"),
            ("origin", "https://evil.example"),
            ("referer", "https://evil.example/create"),
        ]
        .into_iter()
        .enumerate()
        {
            let mut page = browser(house);
            page.headers.push((name, value.to_owned()));
            let circuit = Circuit::ALL[n % 2].as_str();
            // Three letters an hour for each circuit.
            house.clock.advance(chrono::TimeDelta::minutes(31));
            ask(&mut page, circuit, &amina.number, MAIL).await;
            let letter = letter(house).await.unwrap();
            assert!(
                letter.body.contains("http://localhost:8480/create/"),
                "{}",
                letter.body
            );
            assert!(!letter.body.contains("evil"), "{name}: {}", letter.body);
        }
    })
    .await;
}

#[tokio::test]
async fn attack_02_two_addresses_in_one_form_get_nothing() {
    both_with(at_once, async |house| {
        house.agent("amina.diallo").await;
        let mut page = browser(house);
        page.get("/create").await;
        let start = format!("key={}&circuit=intraparis&name=amina.diallo", page.key);
        let evil = "evil%40evil.example";
        let good = "amina.diallo%40paris.example";
        for rest in [
            format!("&email={good}&email={evil}"),
            format!("&email={evil}&email={good}"),
            format!("&email[]={good}&email[]={evil}"),
            format!("&email={good}%2C{evil}"),
            format!("&email={good}%0A{evil}"),
            format!("&email={good}%00{evil}"),
            format!("&email[0]={good}&email[1]={evil}"),
        ] {
            page.ask(Method::POST, "/create", format!("{start}{rest}")).await;
            assert_eq!(letter(house).await.map(|letter| letter.to), None, "{rest}");
        }
        let mut json = browser(house);
        json.headers.push(("content-type", "application/json".into()));
        let body = r#"{"circuit":"intraparis","name":"amina.diallo","email":["amina.diallo@paris.example","evil@evil.example"]}"#;
        json.ask(Method::POST, "/create", body.into()).await;
        assert_eq!(letter(house).await.map(|letter| letter.to), None);
        // The honest twin.
        page.ask(Method::POST, "/create", format!("{start}&email={good}")).await;
        assert_eq!(letter(house).await.unwrap().to, MAIL);
    })
    .await;
}

#[tokio::test]
async fn attack_03_the_page_of_a_link_creates_for_whom_it_was_sent_whatever_the_form_says() {
    both_with(at_once, async |house| {
        let jean = house.agent("jean.martin").await;
        house.agent("amina.diallo").await;
        let mut page = browser(house);
        ask(&mut page, "intraparis", "amina.diallo", MAIL).await;
        let path = link(house).await.unwrap();
        page.get(&path).await;
        let (id, number) = (jean.id.to_string(), jean.number.as_str());
        for (name, value) in [
            ("username", "jean.martin"),
            ("name", number),
            ("agent", &id),
            ("agent_id", &id),
            ("email", "jean.martin@paris.example"),
            ("circuit", "moncompteparisien"),
        ] {
            let fields = [("new", "weak"), ("repeat", "weak"), (name, value)];
            let seen = page.post(&path, &fields).await;
            assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        }
        let fields = [("new", NEW), ("repeat", NEW), ("username", "jean.martin")];
        let seen = page.post(&path, &fields).await;
        assert!(seen.body.contains("Compte IntraParis créé"), "{}", seen.body);
        let refused = page.sign_in("jean.martin", NEW).await;
        assert!(
            refused.body.contains("La connexion n’a pas abouti"),
            "{}",
            refused.body
        );
        let right = page.sign_in("amina.diallo", NEW).await;
        assert!(
            right.body.contains("MonCompteParisien n’est pas encore créé"),
            "{}",
            right.body
        );
    })
    .await;
}

#[tokio::test]
async fn attack_04_no_page_creates_anything_without_the_mailed_token() {
    both_with(at_once, async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut page = browser(house);
        ask(&mut page, "intraparis", "amina.diallo", MAIL).await;
        let path = link(house).await.unwrap();
        let token = path.rsplit('/').next().unwrap().to_owned();
        let number = &amina.number;
        let fields = [("new", NEW), ("repeat", NEW)];
        for wrong in [
            "/create/".to_owned(),
            "/create/0".to_owned(),
            format!("/create/{number}"),
            "/create/amina.diallo".to_owned(),
            format!("/create/{}", &token[1..]),
            format!("/create/{token}x"),
            format!("/create/%00{token}"),
            format!("/create/{token}/{token}"),
            "/new-password".to_owned(),
        ] {
            page.get("/create").await;
            let seen = page.post(&wrong, &fields).await;
            assert!(!seen.body.contains("créé</h1>"), "{wrong}: {}", seen.body);
        }
        let refused = page.sign_in("amina.diallo", NEW).await;
        assert!(
            refused.body.contains("La connexion n’a pas abouti"),
            "{}",
            refused.body
        );
        page.get(&path).await;
        let seen = page.post(&path, &fields).await;
        assert!(seen.body.contains("Compte IntraParis créé"), "{}", seen.body);
    })
    .await;
}

#[tokio::test]
async fn attack_05_a_used_or_replaced_link_is_dead_and_its_page_says_how_to_get_another() {
    both_with(at_once, async |house| {
        house.agent("amina.diallo").await;
        let mut page = browser(house);
        ask(&mut page, "intraparis", "amina.diallo", MAIL).await;
        let older = link(house).await.unwrap();
        ask(&mut page, "intraparis", "amina.diallo", MAIL).await;
        let newer = link(house).await.unwrap();
        let fields = [("new", NEW), ("repeat", NEW)];
        for _ in 0..2 {
            page.get("/create").await;
            for dead in [page.get(&older).await, page.post(&older, &fields).await] {
                assert!(dead.body.contains("Ce lien ne sert plus"), "{}", dead.body);
                assert!(dead.body.contains("href=\"/create\""), "{}", dead.body);
            }
        }
        page.get(&newer).await;
        let seen = page.post(&newer, &fields).await;
        assert!(seen.body.contains("Compte IntraParis créé"), "{}", seen.body);
        for dead in [page.get(&newer).await, page.post(&newer, &fields).await] {
            assert!(dead.body.contains("Ce lien ne sert plus"), "{}", dead.body);
        }
    })
    .await;
}

#[tokio::test]
async fn attack_07_no_answer_shows_the_token_or_leads_it_elsewhere() {
    both_with(at_once, async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut page = browser(house);
        for (circuit, name) in [
            ("intraparis", "amina.diallo"),
            ("moncompteparisien", amina.number.as_str()),
        ] {
            let done = ask(&mut page, circuit, name, MAIL).await;
            let path = link(house).await.unwrap();
            let token = path.rsplit('/').next().unwrap();
            assert!(!done.body.contains(token) && !format!("{:?}", done.headers).contains(token));
            let shown = page.get(&path).await;
            // The address of the page itself stands in the form that changes its language, on this site.
            let back = format!("name=\"back\" value=\"{path}\"");
            assert_eq!(
                shown.body.matches(token).count(),
                shown.body.matches(&back).count()
            );
            assert!(!format!("{:?}", shown.headers).contains(token));
            assert_eq!(shown.header("referrer-policy"), "no-referrer");
            assert!(shown.header("cache-control").contains("no-store"));
            assert!(!shown.body.contains("src=\"http") && !shown.body.contains("href=\"http"));
            let wrong = page.post(&path, &[("new", "weak"), ("repeat", "weak")]).await;
            assert_eq!(
                wrong.body.matches(token).count(),
                wrong.body.matches(&back).count()
            );
            let set = page.post(&path, &[("new", NEW), ("repeat", NEW)]).await;
            assert_eq!(set.body.matches(token).count(), set.body.matches(&back).count());
            assert!(!set.body.contains(NEW) && !wrong.body.contains("weak"));
        }
    })
    .await;
}

#[tokio::test]
async fn attack_09_scanners_open_a_creation_link_and_use_nothing_up() {
    both_with(at_once, async |house| {
        house.agent("amina.diallo").await;
        let mut page = browser(house);
        ask(&mut page, "moncompteparisien", "amina.diallo", MAIL).await;
        let path = link(house).await.unwrap();
        for (name, value) in [
            ("user-agent", "Mozilla/5.0"),
            ("user-agent", "Barracuda Sentinel (EE)"),
            ("purpose", "prefetch"),
            ("sec-purpose", "prefetch;prerender"),
            ("x-purpose", "preview"),
        ] {
            let mut scanner = browser(house);
            scanner.headers.push((name, value.into()));
            for method in [Method::GET, Method::HEAD, Method::GET] {
                let seen = scanner.ask(method, &path, String::new()).await;
                assert_eq!(seen.status, StatusCode::OK);
            }
            // A scanner that also sends what it finds has no key of the form.
            scanner.cookies.clear();
            let sent = scanner.post_bare(&path, &[("new", NEW), ("repeat", NEW)]).await;
            assert_ne!(sent.status, StatusCode::OK);
        }
        page.get(&path).await;
        let seen = page.post(&path, &[("new", NEW), ("repeat", NEW)]).await;
        assert!(
            seen.body.contains("Compte MonCompteParisien créé"),
            "{}",
            seen.body
        );
    })
    .await;
}

#[tokio::test]
async fn attack_11_creation_answers_everybody_with_the_same_bytes() {
    both_with(at_once, async |house| {
        house.agent("amina.diallo").await;
        let created = agent(house, "leo.martin").await;
        let closed = agent(house, "zoe.martin").await;
        let admin = house.agent("ines.moreau").await;
        house.grant(&admin, Role::ItAdmin, None).await;
        let mut work = house.work(&admin, Door::Console).await;
        let wish = Deactivate {
            agent: closed.id,
            circuit: Circuit::IntraParis,
            why: Why::Administrative,
            reason: "essai".into(),
        };
        account::deactivate(&mut work, &wish).await.unwrap();
        work.save().await.unwrap();
        while letter(house).await.is_some() {}
        let mut page = browser(house);
        for path in ["/create", "/forgotten"] {
            // Three letters an hour.
            house.clock.advance(chrono::TimeDelta::minutes(61));
            page.get(path).await;
            let mut seen = vec![];
            let mut sent = 0;
            for (name, email) in [
                ("amina.diallo", MAIL),
                ("amina.diallo", "other@paris.example"),
                ("nobody.atall", "nobody.atall@paris.example"),
                (created.number.as_str(), created.email.as_str()),
                ("zoe.martin", closed.email.as_str()),
                ("zoe.martin", "amina.diallo@paris.example@evil.example"),
                ("amina.diallo", MAIL),
                ("' OR 1=1 --", "x@paris.example"),
            ] {
                let fields = [("circuit", "intraparis"), ("name", name), ("email", email)];
                let done = page.post(path, &fields).await;
                seen.push((done.status, done.headers.clone(), done.body.clone()));
                while letter(house).await.is_some() {
                    sent += 1;
                }
            }
            assert!(seen.iter().all(|other| *other == seen[0]), "{path}");
            assert_eq!(seen[0].0, StatusCode::OK);
            // The truth goes to the mailbox, and to those who have one here.
            assert_eq!(sent, 4, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn attack_11_creation_answers_everybody_after_the_same_time() {
    both(async |house| {
        house.agent("amina.diallo").await;
        let least = std::time::Duration::from_millis(house.settings.lock.answer_after_ms);
        let mut page = browser(house);
        for (name, email) in [
            ("amina.diallo", MAIL),
            ("amina.diallo", "other@paris.example"),
            ("nobody.atall", "nobody@paris.example"),
        ] {
            page.get("/create").await;
            let begun = std::time::Instant::now();
            let fields = [("circuit", "intraparis"), ("name", name), ("email", email)];
            page.post("/create", &fields).await;
            assert!(begun.elapsed() >= least, "{name}");
        }
    })
    .await;
}
