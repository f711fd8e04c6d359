//! Somebody at a browser that knows nothing but cookies and forms: quick enough to play many people, and quick to tell
//! that an answer never came.

use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Client, RequestBuilder, StatusCode};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

/// One person, with cookies of their own, at one site.
pub struct Forms {
    http: Client,
    site: String,
    cookies: Mutex<BTreeMap<String, String>>,
}

/// What came back.
pub struct Page {
    pub status: StatusCode,
    /// Where the page sends its reader.
    pub to: Option<String>,
    pub html: String,
}

/// No answer: what was asked for may have happened or not.
pub type Answered = Result<Page, reqwest::Error>;

impl Forms {
    pub fn new(site: &str) -> Self {
        let http = Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(30))
            .build();
        Self {
            http: http.unwrap(),
            site: site.to_owned(),
            cookies: Mutex::default(),
        }
    }

    pub async fn get(&self, path: &str) -> Answered {
        self.send(self.http.get(format!("{}{path}", self.site))).await
    }

    /// Sends the form of a page that was shown, with these fields in it.
    pub async fn submit(&self, shown: &Page, path: &str, fields: &[(&str, &str)]) -> Answered {
        let key = [("key", shown.value("key"))];
        let fields = key
            .iter()
            .chain(fields)
            .map(|(k, v)| format!("{k}={}", escaped(v)));
        let body = fields.collect::<Vec<_>>().join("&");
        let request = self.http.post(format!("{}{path}", self.site)).body(body);
        self.send(request.header("content-type", "application/x-www-form-urlencoded"))
            .await
    }

    /// Signs in, with the code of an authenticator app where one is asked for.
    pub async fn sign_in(&self, username: &str, password: &str, code: Option<&str>) -> Answered {
        let mut path = "/sign-in".to_owned();
        while path != "/" {
            let shown = self.get(&path).await?;
            let known = [
                ("username", Some(username)),
                ("password", Some(password)),
                ("code", code),
                ("to", Some("/")),
            ];
            let asked = known.iter().filter_map(|(name, value)| Some((*name, (*value)?)));
            let fields: Vec<_> = asked.filter(|(name, _)| shown.asks(name)).collect();
            let answer = self.submit(&shown, &path, &fields).await?;
            path = answer.to.unwrap_or_else(|| panic!("not let in: {}", answer.html));
        }
        self.get("/").await
    }

    async fn send(&self, request: RequestBuilder) -> Answered {
        let cookies = self
            .cookies
            .lock()
            .unwrap()
            .iter()
            .map(|(k, v)| format!("{k}={v}"))
            .collect::<Vec<_>>();
        let answer = request
            .header(COOKIE, cookies.join("; "))
            .header("accept-language", "fr")
            .send()
            .await?;
        for cookie in answer.headers().get_all(SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.cookies
                .lock()
                .unwrap()
                .insert(name.to_owned(), value.to_owned());
        }
        let to = answer
            .headers()
            .get(LOCATION)
            .map(|to| to.to_str().unwrap().to_owned());
        Ok(Page {
            status: answer.status(),
            to,
            html: answer.text().await?,
        })
    }
}

impl Page {
    fn asks(&self, name: &str) -> bool {
        self.html.contains(&format!("name=\"{name}\""))
    }

    /// The values of all hidden fields of that name.
    pub fn values<'a>(&'a self, name: &str) -> Vec<&'a str> {
        let before = format!("name=\"{name}\" value=\"");
        let found = self.html.match_indices(&before);
        found
            .filter_map(|(at, _)| self.html[at + before.len()..].split('"').next())
            .collect()
    }

    fn value(&self, name: &str) -> &str {
        self.values(name)
            .first()
            .unwrap_or_else(|| panic!("no {name} in {}", self.html))
    }

    /// The paths that begin so, of its links, each once.
    pub fn links(&self, beginning: &str) -> Vec<String> {
        let before = format!("href=\"{beginning}");
        let found = self.html.match_indices(&before);
        let mut links: Vec<String> = found
            .filter_map(|(at, _)| self.html[at + "href=\"".len()..].split('"').next())
            .map(str::to_owned)
            .collect();
        links.dedup();
        links
    }
}

fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let bytes = text.bytes();
    bytes
        .map(|byte| {
            if plain(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
