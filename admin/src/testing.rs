//! A browser for the tests, and people to send in: it keeps cookies, remembers the key of the last form it saw, and reads pages.

use std::{collections::BTreeMap, net::SocketAddr};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use chrono::TimeDelta;
use guichet_core::{
    account::Circuit,
    channel::{self, Channel},
    factor::{self, Seed},
    kernel::{
        actor::Role,
        config::Settings,
        notice::{self, Letter, Way},
        secret::Secret,
        work::Work,
    },
    password,
    people::{Agent, Profile},
    testing::TestHouse,
};
use tower::ServiceExt;

use crate::door::Declared;

/// What a browser was answered.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Seen {
    /// Where it leads.
    pub(crate) fn to(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .and_then(|to| to.to_str().ok())
            .unwrap_or_default()
    }

    /// One header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The value of the hidden form field `name`.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        let (_, rest) = self.body.split_once(&format!("name=\"{name}\" value=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    }
}

/// See the module.
#[derive(Clone)]
pub(crate) struct Browser {
    site: Router,
    /// Its cookies.
    pub(crate) cookies: BTreeMap<String, String>,
    /// Sent with every request.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// The key of the last form seen.
    pub(crate) key: String,
    peer: SocketAddr,
    channel: Option<Channel>,
}

impl Browser {
    /// A browser on a site, through a listener declared as `channel`, or told apart by address.
    pub(crate) fn new(site: &Router, channel: impl Into<Option<Channel>>) -> Self {
        let peer = SocketAddr::from(([203, 0, 113, 9], 50_000));
        let channel = channel.into();
        Self {
            site: site.clone(),
            cookies: BTreeMap::new(),
            headers: vec![],
            key: String::new(),
            peer,
            channel,
        }
    }

    /// The same, from another address.
    pub(crate) fn from(mut self, ip: [u8; 4]) -> Self {
        self.peer = SocketAddr::from((ip, 50_000));
        self
    }

    /// Opens a page.
    pub(crate) async fn get(&mut self, path: &str) -> Seen {
        self.ask(Method::GET, path, String::new()).await
    }

    /// Sends a form with the key of the last page seen.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let key = self.key.clone();
        let mut all = vec![("key", key.as_str())];
        all.extend_from_slice(fields);
        self.post_bare(path, &all).await
    }

    /// Sends exactly these fields.
    pub(crate) async fn post_bare(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let body = serde_urlencoded::to_string(fields).unwrap();
        self.ask(Method::POST, path, body).await
    }

    /// Sends a form with files, each field with its name, the name of its file if it is one, and its content.
    pub(crate) async fn upload(&mut self, path: &str, parts: &[(&str, Option<&str>, &[u8])]) -> Seen {
        let mut body = vec![];
        for (name, file, content) in parts {
            let file = file.map_or_else(String::new, |file| format!("; filename=\"{file}\""));
            let head = format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
            body.extend([head.as_bytes(), content, b"\r\n"].concat());
        }
        body.extend(b"--edge--\r\n");
        let kind = "multipart/form-data; boundary=edge".to_owned();
        self.headers.push(("content-type", kind));
        let seen = self.ask_bytes(Method::POST, path, body).await;
        self.headers.pop();
        seen
    }

    /// Sends a request.
    pub(crate) async fn ask(&mut self, method: Method, path: &str, body: String) -> Seen {
        self.ask_bytes(method, path, body.into_bytes()).await
    }

    async fn ask_bytes(&mut self, method: Method, path: &str, body: Vec<u8>) -> Seen {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .extension(ConnectInfo(self.peer));
        if !self.headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        if let Some(channel) = self.channel {
            request = request.extension(Declared(channel));
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        let answer = self
            .site
            .clone()
            .oneshot(request.body(Body::from(body)).unwrap())
            .await
            .unwrap();
        let (parts, body) = answer.into_parts();
        let body = String::from_utf8_lossy(&to_bytes(body, usize::MAX).await.unwrap()).into_owned();
        self.keep(&parts.headers);
        if body.starts_with("<!doctype") {
            assert_eq!(unsaid(&body), None, "a word is missing on {path}");
            assert!(!body.contains("{$"), "a word lacks a value on {path}: {body}");
        }
        let seen = Seen {
            status: parts.status,
            headers: parts.headers,
            body,
        };
        self.key = seen.field("key").unwrap_or_else(|| self.key.clone());
        seen
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// A word key that a page shows instead of its words.
fn unsaid(body: &str) -> Option<&str> {
    let inside = body
        .split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']'))
        .map(|(inside, _)| inside);
    inside
        .into_iter()
        .find(|text| text.contains('-') && text.bytes().all(|b| b.is_ascii_lowercase() || b"-_".contains(&b)))
}

/// The password that tests give to accounts.
pub(crate) const PASSWORD: &str = "Printemps-2026!";

/// No delay before answers: those are what one test is about.
pub(crate) fn at_once(settings: &mut Settings) {
    settings.lock.answer_after_ms = 0;
}

/// Opens both accounts of an agent, with [`PASSWORD`] as their personal or temporary password.
pub(crate) async fn provision(house: &TestHouse, agent: &Agent, temporary: bool) {
    for circuit in Circuit::ALL {
        let first = password::hashed(house, &Secret::new(PASSWORD.to_owned()))
            .await
            .unwrap();
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        assert!(
            password::provision(&mut work, agent, circuit, first, temporary)
                .await
                .unwrap()
        );
        work.save().await.unwrap();
    }
}

/// An agent with both accounts.
pub(crate) async fn agent(house: &TestHouse, username: &str) -> Agent {
    let agent = house.agent(username).await;
    provision(house, &agent, false).await;
    agent
}

/// A staff member with an authenticator app, whose seed is given back.
pub(crate) async fn staff(house: &TestHouse, username: &str, role: Role) -> (Agent, Seed) {
    let agent = agent(house, username).await;
    house.grant(&agent, role, None).await;
    let seed = app(house, &agent).await;
    (agent, seed)
}

/// An agent with extended rights, who has both accounts, a mobile and an authenticator app, whose seed is given back.
pub(crate) async fn extended(house: &TestHouse, username: &str) -> (Agent, Seed) {
    let agent = house
        .agent_with(username, |new| {
            new.mobile = Some("06 39 98 00 19".into());
            new.profile = Profile::ExtendedRights;
        })
        .await;
    provision(house, &agent, false).await;
    let seed = app(house, &agent).await;
    (agent, seed)
}

async fn app(house: &TestHouse, agent: &Agent) -> Seed {
    let bytes: [u8; 20] = house.chance.bytes().unwrap();
    let mut work = Work::write(house).await.unwrap();
    work.act_as_operator();
    factor::provision(&mut work, agent, &Seed::new(bytes))
        .await
        .unwrap();
    work.save().await.unwrap();
    Seed::new(bytes)
}

/// The shipped catalogue of applications.
pub(crate) async fn catalogue(house: &TestHouse) {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_operator();
    let text = include_str!("../../applications.example.csv");
    assert_eq!(channel::import(&mut work, text).await.unwrap().wrong, []);
    work.save().await.unwrap();
}

/// The seed behind the key that the enrolment page shows.
pub(crate) fn seed_of(key: &str) -> Seed {
    let mut bits = 0u64;
    let mut have = 0;
    let mut bytes = vec![];
    for c in key.bytes().filter(u8::is_ascii_alphanumeric) {
        let value = if c.is_ascii_uppercase() {
            c - b'A'
        } else {
            c - b'2' + 26
        };
        (bits, have) = (bits << 5 | u64::from(value), have + 5);
        if have >= 8 {
            have -= 8;
            bytes.push((bits >> have) as u8);
        }
    }
    Seed::new(bytes.try_into().unwrap())
}

/// The oldest letter that has not been read yet.
pub(crate) async fn letter(house: &TestHouse) -> Option<Letter> {
    let claimed = notice::claim::<Letter>(house, Way::Mail, TimeDelta::minutes(1))
        .await
        .unwrap()?;
    notice::sent(house, claimed.id, None, "test").await.unwrap();
    Some(claimed.content)
}

/// The link in the oldest letter that has one, as a path of the space.
pub(crate) async fn link(house: &TestHouse) -> Option<String> {
    while let Some(letter) = letter(house).await {
        let own = house.settings.space.public_url.clone();
        for page in ["/reset/", "/create/"] {
            if let Some((_, rest)) = letter.body.split_once(&format!("{own}{page}")) {
                let token: String = rest.chars().take_while(|c| !c.is_whitespace()).collect();
                return Some(format!("{page}{token}"));
            }
        }
    }
    None
}

impl Browser {
    /// Opens the sign-in page and sends name and password; then the second password, [`PASSWORD`], where it is asked for.
    pub(crate) async fn sign_in(&mut self, name: &str, password: &str) -> Seen {
        let seen = self.step_one(name, password).await;
        if seen.to() == "/second" {
            self.second(PASSWORD).await
        } else {
            seen
        }
    }

    /// Opens the sign-in page and sends name and password.
    pub(crate) async fn step_one(&mut self, name: &str, password: &str) -> Seen {
        self.get("/sign-in").await;
        self.post(
            "/sign-in",
            &[("username", name), ("password", password), ("to", "/")],
        )
        .await
    }

    /// Opens the page of step 2 and sends the second password.
    pub(crate) async fn second(&mut self, password: &str) -> Seen {
        self.get("/second").await;
        self.post("/second", &[("password", password), ("to", "/")]).await
    }

    /// Signs in with an authenticator app and its code of this moment, after the code by SMS if one is asked.
    pub(crate) async fn sign_in_as(&mut self, house: &TestHouse, agent: &Agent, seed: &Seed) {
        let mut seen = self.sign_in(&agent.username, PASSWORD).await;
        if seen.to() == "/sms" {
            self.get("/sms").await;
            let code = house.texted_code().await.unwrap();
            seen = self.post("/sms", &[("code", &code)]).await;
        }
        assert_eq!(seen.to(), "/factor", "{}", seen.body);
        self.get("/factor").await;
        let code = seed.code(house.clock.now()).unwrap();
        let seen = self.post("/factor", &[("code", &code)]).await;
        assert_eq!(seen.to(), "/", "{}", seen.body);
    }
}
