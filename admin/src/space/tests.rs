//! The space, as a browser meets it: every page, every refusal, and the attacks that have a number.

use axum::http::{Method, StatusCode};
use guichet_core::{
    channel::Channel,
    kernel::{actor::Door, work::Work},
    leave,
    people::Agent,
    testing::{TestHouse, both, both_with},
};

use crate::testing::{Browser, PASSWORD, agent, at_once, letter, link, provision};

const NEW: &str = "Automne-2027 nouveau";

fn browser(house: &TestHouse) -> Browser {
    Browser::new(
        &crate::space(std::sync::Arc::clone(house)).unwrap(),
        Channel::Internal,
    )
}

#[tokio::test]
async fn signing_in_opens_home_and_signing_out_closes_it() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut amina = browser(house);
        assert_eq!(amina.get("/").await.to(), "/sign-in");
        let seen = amina.sign_in("amina.diallo", PASSWORD).await;
        assert_eq!(
            (seen.status, seen.to()),
            (StatusCode::SEE_OTHER, "/"),
            "{}",
            seen.body
        );
        let home = amina.get("/").await;
        assert!(
            home.body.contains("Bonjour Amina") && home.body.contains("MonCompteParisien"),
            "{}",
            home.body
        );
        let stolen = amina.clone();
        let out = amina.post("/sign-out", &[]).await;
        assert_eq!(out.to(), "/sign-in");
        assert!(out.header("clear-site-data").contains("cache"));
        for mut after in [amina, stolen] {
            assert_eq!(after.get("/").await.to(), "/sign-in");
        }
    })
    .await;
}

#[tokio::test]
async fn signing_in_leads_back_to_the_page_asked_for_and_never_elsewhere() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut amina = browser(house);
        let asked = amina.get("/leave").await;
        assert_eq!(asked.to(), "/sign-in?to=/leave");
        let page = amina.get(asked.to()).await;
        assert_eq!(page.field("to").as_deref(), Some("/leave"));
        assert_eq!(
            amina
                .get("/sign-in?to=//evil.example")
                .await
                .field("to")
                .as_deref(),
            Some("/")
        );
        let fields = [
            ("username", "amina.diallo"),
            ("password", PASSWORD),
            ("to", "https://evil.example/"),
        ];
        assert_eq!(amina.post("/sign-in", &fields).await.to(), "/");
    })
    .await;
}

#[tokio::test]
async fn attack_11_refusals_are_the_same_bytes_whoever_it_is() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let locked = agent(house, "leo.martin").await;
        let mut stranger = browser(house);
        for _ in 0..house.settings.lock.failures {
            stranger.sign_in(&locked.username, "wrong").await;
        }
        let mut seen = vec![];
        for (name, password) in [
            ("amina.diallo", "wrong"),
            ("nobody.atall", "wrong"),
            ("leo.martin", "wrong"),
            ("nobody.atall", PASSWORD),
            ("", "x"),
        ] {
            let page = stranger.sign_in(name, password).await;
            seen.push((page.status, page.headers.clone(), page.body.clone()));
        }
        let empty = seen.pop().unwrap();
        assert!(empty.2.contains("Saisissez votre identifiant"));
        for other in &seen {
            assert_eq!(other, &seen[0]);
        }
        assert_eq!(seen[0].0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(seen[0].2.contains("Connexion refusée"));
    })
    .await;
}

#[tokio::test]
async fn attack_11_anonymous_answers_leave_at_the_same_delay() {
    both(async |house| {
        agent(house, "amina.diallo").await;
        let mut stranger = browser(house);
        let least = std::time::Duration::from_millis(house.settings.lock.answer_after_ms);
        for (path, fields) in [
            (
                "/sign-in",
                [("username", "nobody.atall"), ("password", "x"), ("to", "/")],
            ),
            (
                "/forgotten",
                [
                    ("circuit", "intraparis"),
                    ("name", "nobody.atall"),
                    ("email", "x@paris.example"),
                ],
            ),
        ] {
            stranger.get(path).await;
            let begun = std::time::Instant::now();
            stranger.post(path, &fields).await;
            assert!(begun.elapsed() >= least, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn three_failures_lock_strangers_out_and_the_right_password_is_refused_alike() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut known = browser(house);
        known.sign_in("amina.diallo", PASSWORD).await;
        known.get("/").await;
        let mut stranger = browser(house);
        let mut refused = vec![];
        for password in ["a", "b", "c", PASSWORD] {
            refused.push(stranger.sign_in("amina.diallo", password).await.body);
        }
        assert!(refused.iter().all(|body| *body == refused[0]));
        let home = known.get("/").await;
        assert_eq!(home.status, StatusCode::OK, "the known device goes on");
        assert!(
            home.body.contains("name=\"circuit\" value=\"intraparis\""),
            "and can ask for help: {}",
            home.body
        );
        let asked = known.post("/help", &[("circuit", "intraparis")]).await;
        assert_eq!(asked.to(), "/");
        let home = known.get("/").await;
        assert!(
            home.body.contains("2026-000001") && !home.body.contains("action=\"/help\""),
            "{}",
            home.body
        );
        assert_eq!(
            known.post("/help", &[("circuit", "else")]).await.status,
            StatusCode::BAD_REQUEST
        );
        let nothing = known.post("/help", &[("circuit", "moncompteparisien")]).await;
        assert_eq!(nothing.status, StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn a_temporary_password_opens_nothing_but_the_page_that_replaces_it() {
    both_with(at_once, async |house| {
        let nina = house.agent("nina.petit").await;
        provision(house, &nina, true).await;
        let mut nina = browser(house);
        assert_eq!(nina.sign_in("nina.petit", PASSWORD).await.to(), "/new-password");
        for path in ["/", "/leave", "/security", "/password"] {
            assert!(nina.get(path).await.to().starts_with("/sign-in"), "{path}");
        }
        let page = nina.get("/new-password").await;
        assert!(
            page.body.contains("autocomplete=\"new-password\"")
                && page.body.contains("Au moins 12 caractères")
        );
        let differs = nina
            .post("/new-password", &[("new", NEW), ("repeat", "other")])
            .await;
        assert!(
            differs.body.contains("Les deux saisies sont différentes"),
            "{}",
            differs.body
        );
        let weak = nina
            .post("/new-password", &[("new", "short"), ("repeat", "short")])
            .await;
        assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            weak.body.contains("href=\"#new\"") && weak.body.contains("aria-invalid=\"true\""),
            "{}",
            weak.body
        );
        assert!(!weak.body.contains("short"), "a password is never sent back");
        assert_eq!(
            nina.post("/new-password", &[("new", NEW), ("repeat", NEW)])
                .await
                .to(),
            "/"
        );
        assert_eq!(nina.get("/").await.status, StatusCode::OK);
        assert_eq!(browser(house).sign_in("nina.petit", NEW).await.to(), "/");
    })
    .await;
}

#[tokio::test]
async fn attack_9_opening_a_reset_link_uses_nothing_up_and_sending_it_does() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let mut page = browser(house);
        page.get("/forgotten").await;
        let fields = [
            ("circuit", "intraparis"),
            ("name", &amina.number),
            ("email", &amina.email),
        ];
        let done = page.post("/forgotten", &fields).await;
        assert!(
            done.status == StatusCode::OK && done.body.contains("Demande enregistrée"),
            "{}",
            done.body
        );
        let path = link(house).await.unwrap();
        let mut scanner = browser(house);
        for method in [Method::GET, Method::HEAD, Method::GET] {
            assert_eq!(
                scanner.ask(method, &path, String::new()).await.status,
                StatusCode::OK
            );
        }
        let shown = page.get(&path).await;
        assert!(
            shown.body.contains("IntraParis") && !shown.body.contains("name=\"code\""),
            "{}",
            shown.body
        );
        assert_eq!(shown.header("referrer-policy"), "no-referrer");
        assert_eq!(
            page.post(&path, &[("new", "weak"), ("repeat", "weak")])
                .await
                .status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let done = page.post(&path, &[("new", NEW), ("repeat", NEW)]).await;
        assert!(
            done.status == StatusCode::OK && done.body.contains("Mot de passe"),
            "{}",
            done.body
        );
        for seen in [
            page.get(&path).await,
            page.post(&path, &[("new", NEW), ("repeat", NEW)]).await,
        ] {
            assert!(seen.body.contains("Ce lien ne sert plus"), "{}", seen.body);
        }
        assert_eq!(browser(house).sign_in("amina.diallo", NEW).await.to(), "/");
    })
    .await;
}

#[tokio::test]
async fn attack_1_a_link_is_built_from_the_configuration_whatever_the_request_says() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let mut page = browser(house);
        for (name, value) in [
            ("host", "evil.example"),
            ("x-forwarded-host", "evil.example"),
            ("x-forwarded-proto", "https"),
            ("forwarded", "host=evil.example;proto=https"),
            ("x-original-host", "evil.example"),
            ("origin", "https://evil.example"),
        ] {
            page.headers.push((name, value.to_owned()));
        }
        page.get("/forgotten").await;
        let fields = [
            ("circuit", "moncompteparisien"),
            ("name", "amina.diallo"),
            ("email", &amina.email),
        ];
        page.post("/forgotten", &fields).await;
        let letter = letter(house).await.unwrap();
        assert!(
            letter.body.contains("http://localhost:8480/reset/"),
            "{}",
            letter.body
        );
        assert!(!letter.body.contains("evil.example"), "{}", letter.body);
    })
    .await;
}

#[tokio::test]
async fn forgotten_answers_the_same_whether_or_not_it_is_anybody() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let mut page = browser(house);
        page.get("/forgotten").await;
        let mut seen = vec![];
        for (name, email) in [
            ("amina.diallo", amina.email.as_str()),
            ("amina.diallo", "other@paris.example"),
            ("nobody.atall", "nobody.atall@paris.example"),
            ("amina.diallo", "amina.diallo@paris.example@evil.example"),
        ] {
            let done = page
                .post(
                    "/forgotten",
                    &[("circuit", "intraparis"), ("name", name), ("email", email)],
                )
                .await;
            seen.push((done.status, done.headers.clone(), done.body.clone()));
        }
        assert!(seen.iter().all(|other| *other == seen[0]));
        assert!(
            link(house).await.is_some() && link(house).await.is_none(),
            "one letter, to the one who exists"
        );
        let unasked = page
            .post("/forgotten", &[("name", "amina.diallo"), ("email", &amina.email)])
            .await;
        assert!(
            unasked.body.contains("Indiquez lequel des deux comptes"),
            "{}",
            unasked.body
        );
        assert!(
            unasked.body.contains("value=\"amina.diallo\""),
            "what was typed is kept: {}",
            unasked.body
        );
    })
    .await;
}

#[tokio::test]
async fn attack_22_no_session_survives_a_reset_and_no_token_survives_a_sign_in() {
    both_with(at_once, async |house| {
        let amina = agent(house, "amina.diallo").await;
        let (mut one, mut two) = (browser(house), browser(house));
        // Fixation: a token planted before signing in is worth nothing after it.
        one.cookies
            .insert("space-session-internal".into(), "planted".into());
        one.sign_in("amina.diallo", PASSWORD).await;
        assert_ne!(one.cookies["space-session-internal"], "planted");
        two.sign_in("amina.diallo", PASSWORD).await;
        let mut page = browser(house);
        page.get("/forgotten").await;
        page.post(
            "/forgotten",
            &[
                ("circuit", "intraparis"),
                ("name", "amina.diallo"),
                ("email", &amina.email),
            ],
        )
        .await;
        let path = link(house).await.unwrap();
        page.get(&path).await;
        page.post(&path, &[("new", NEW), ("repeat", NEW)]).await;
        for mut session in [one, two] {
            assert_eq!(session.get("/").await.to(), "/sign-in");
        }
    })
    .await;
}

#[tokio::test]
async fn a_session_is_good_on_its_own_channel_only() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let site = crate::space(std::sync::Arc::clone(house)).unwrap();
        let mut inside = Browser::new(&site, Channel::Internal);
        inside.sign_in("amina.diallo", PASSWORD).await;
        let token = inside.cookies["space-session-internal"].clone();
        let mut outside = Browser::new(&site, Channel::MobilePortal);
        outside
            .cookies
            .insert("space-session-internal".into(), token.clone());
        outside
            .cookies
            .insert("space-session-mobile_portal".into(), token);
        assert_eq!(outside.get("/").await.to(), "/sign-in");
        assert_eq!(inside.get("/").await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn sessions_are_listed_and_closed_one_by_one_by_their_owner_only() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        agent(house, "leo.martin").await;
        let (mut one, mut two, mut leo) = (browser(house), browser(house), browser(house));
        one.sign_in("amina.diallo", PASSWORD).await;
        two.sign_in("amina.diallo", PASSWORD).await;
        leo.sign_in("leo.martin", PASSWORD).await;
        let page = one.get("/security").await;
        let (_, rest) = page.body.split_once("name=\"session\" value=\"").unwrap();
        let other = rest[..36].to_owned();
        assert_eq!(
            rest.matches("name=\"session\"").count(),
            0,
            "the session in use is not offered"
        );
        leo.get("/security").await;
        leo.post("/security/close", &[("session", &other)]).await;
        assert_eq!(
            two.get("/").await.status,
            StatusCode::OK,
            "not somebody else's to close"
        );
        one.post("/security/close", &[("session", &other)]).await;
        assert_eq!(
            (two.get("/").await.to(), one.get("/").await.status),
            ("/sign-in", StatusCode::OK)
        );
    })
    .await;
}

#[tokio::test]
async fn changing_the_password_asks_for_the_old_one_and_closes_the_other_sessions() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let (mut one, mut two) = (browser(house), browser(house));
        one.sign_in("amina.diallo", PASSWORD).await;
        two.sign_in("amina.diallo", PASSWORD).await;
        one.get("/password").await;
        let wrong = one
            .post("/password", &[("old", "wrong"), ("new", NEW), ("repeat", NEW)])
            .await;
        assert!(
            wrong.body.contains("Le mot de passe actuel ne convient pas"),
            "{}",
            wrong.body
        );
        let same = one
            .post(
                "/password",
                &[("old", PASSWORD), ("new", PASSWORD), ("repeat", PASSWORD)],
            )
            .await;
        assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = one
            .post("/password", &[("old", PASSWORD), ("new", NEW), ("repeat", NEW)])
            .await;
        assert_eq!(done.to(), "/security", "{}", done.body);
        assert_eq!(
            (one.get("/").await.status, two.get("/").await.to()),
            (StatusCode::OK, "/sign-in")
        );
    })
    .await;
}

#[tokio::test]
async fn a_click_on_another_site_leads_through_our_own_page_first() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut amina = browser(house);
        amina.sign_in("amina.diallo", PASSWORD).await;
        // What a browser does with strict cookies when a chat client's link is clicked: it sends none.
        let mut led = amina.clone();
        led.cookies.clear();
        led.headers.push(("sec-fetch-site", "cross-site".into()));
        let page = led.get("/leave").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            page.body.contains("http-equiv=\"refresh\"") && page.body.contains("href=\"/leave\""),
            "{}",
            page.body
        );
        // And with the next click, on our own page.
        amina.headers.push(("sec-fetch-site", "same-origin".into()));
        assert!(amina.get("/leave").await.body.contains("Mes congés"));
        // A form shown without the session's cookie is still taken with it.
        let mut reset = amina.clone();
        reset.headers.clear();
        reset.key = {
            led.headers.clear();
            led.get("/forgotten").await;
            led.key.clone()
        };
        reset.cookies.extend(led.cookies.clone());
        let sent = reset
            .post(
                "/forgotten",
                &[("circuit", "intraparis"), ("name", "x.y"), ("email", "x@y")],
            )
            .await;
        assert_eq!(sent.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn every_page_that_is_somebodys_asks_who_it_is() {
    both_with(at_once, async |house| {
        let mut nobody = browser(house);
        for path in [
            "/",
            "/leave",
            "/decisions",
            "/security",
            "/password",
            "/factor",
            "/enrol",
            "/new-password",
        ] {
            assert!(nobody.get(path).await.to().starts_with("/sign-in"), "{path}");
        }
        nobody.get("/sign-in").await;
        for path in [
            "/help",
            "/leave/withdraw",
            "/decisions",
            "/security/close",
            "/password",
        ] {
            let fields = [
                ("circuit", "intraparis"),
                ("number", "1"),
                ("verdict", "validate"),
                ("reason", "x"),
                ("session", "00000000-0000-7000-8000-000000000000"),
                ("old", "x"),
                ("new", "x"),
                ("repeat", "x"),
            ];
            assert_eq!(nobody.post(path, &fields).await.to(), "/sign-in", "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn pages_speak_both_languages() {
    both_with(at_once, async |house| {
        agent(house, "amina.diallo").await;
        let mut amina = browser(house);
        amina.sign_in("amina.diallo", PASSWORD).await;
        for path in [
            "/",
            "/leave",
            "/decisions",
            "/security",
            "/password",
            "/forgotten",
            "/sign-in",
        ] {
            let fr = amina.get(path).await;
            assert!(
                fr.body.contains("<html lang=\"fr\">")
                    && !fr.body.contains("[space-")
                    && !fr.body.contains("[entry-"),
                "{path}"
            );
        }
        amina.post("/language", &[("lang", "en"), ("back", "/")]).await;
        for path in [
            "/",
            "/leave",
            "/decisions",
            "/security",
            "/password",
            "/forgotten",
            "/sign-in",
        ] {
            let en = amina.get(path).await;
            assert!(
                en.body.contains("<html lang=\"en\">") && !en.body.contains("[space-"),
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn leave_is_seen_withdrawn_and_decided_on_the_web() {
    both_with(at_once, async |house| {
        let sarah = agent(house, "sarah.benali").await;
        let amina = house
            .agent_with("amina.diallo", |new| new.supervisor = Some("sarah.benali".into()))
            .await;
        provision(house, &amina, false).await;
        let mut numbers = vec![];
        for day in [16, 18, 20] {
            numbers.push(ask_for_leave(house, &amina, day).await.to_string());
        }
        let mut amina_at = browser(house);
        amina_at.sign_in("amina.diallo", PASSWORD).await;
        let mine = amina_at.get("/leave").await;
        assert_eq!(mine.body.matches("En attente").count(), 3, "{}", mine.body);
        assert_eq!(
            amina_at
                .post("/leave/withdraw", &[("number", &numbers[0])])
                .await
                .to(),
            "/leave"
        );
        let again = amina_at.post("/leave/withdraw", &[("number", &numbers[0])]).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "withdrawn already");
        let own = [
            ("number", numbers[1].as_str()),
            ("verdict", "validate"),
            ("reason", ""),
        ];
        assert_eq!(
            amina_at.post("/decisions", &own).await.status,
            StatusCode::FORBIDDEN,
            "not one's own"
        );

        let mut sarah_at = browser(house);
        sarah_at.sign_in(&sarah.username, PASSWORD).await;
        let waiting = sarah_at.get("/decisions").await;
        assert_eq!(
            waiting.body.matches("Amina Diallo").count(),
            2,
            "{}",
            waiting.body
        );
        assert_eq!(sarah_at.post("/decisions", &own).await.to(), "/decisions");
        let mut refusal = [
            ("number", numbers[2].as_str()),
            ("verdict", "refuse"),
            ("reason", ""),
        ];
        assert_eq!(
            sarah_at.post("/decisions", &refusal).await.status,
            StatusCode::CONFLICT,
            "a refusal needs a reason"
        );
        refusal[2].1 = "Effectif minimum non atteint ce jour-là dans l'équipe";
        assert_eq!(sarah_at.post("/decisions", &refusal).await.to(), "/decisions");
        assert!(sarah_at.get("/decisions").await.body.contains("Aucune demande"));
        let mine = amina_at.get("/leave").await.body;
        for word in ["Validée", "Refusée", "Retirée", "Effectif minimum"] {
            assert!(mine.contains(word), "{word}: {mine}");
        }
    })
    .await;
}

async fn ask_for_leave(house: &TestHouse, agent: &Agent, day: u32) -> i64 {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_operator();
    leave::entitle(
        &mut work,
        agent.id,
        leave::Kind::Annual,
        2026,
        leave::HalfDays::days(25),
    )
    .await
    .unwrap();
    work.save().await.unwrap();
    let date = chrono::NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    let from = leave::HalfDay {
        date,
        half: leave::Half::Am,
    };
    let to = leave::HalfDay {
        date,
        half: leave::Half::Pm,
    };
    let mut work = house.work(agent, Door::Chat).await;
    let wish = leave::Wish {
        agent: agent.id,
        kind: leave::Kind::Annual,
        from,
        to,
    };
    let number = leave::request(&mut work, wish).await.unwrap().number;
    work.save().await.unwrap();
    number
}
