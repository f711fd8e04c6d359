//! The Rust end of `web/browser.mjs`: people at Chromium, with scripts off unless the page is not ours.

use crate::driver::{Driver, text};
use guichet::demo::PASSWORD;
use guichet_core::kernel::words::Lang;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::process::Command;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/web");
static COUNT: AtomicU32 = AtomicU32::new(1);

/// Any number of people, each with cookies of their own.
pub struct Browser(Driver);

impl Browser {
    pub async fn start() -> Self {
        let npm = |args: &[&str]| Command::new("npm").args(args).current_dir(FOLDER).status();
        let when = |file: &str| {
            Path::new(FOLDER)
                .join(file)
                .metadata()
                .and_then(|file| file.modified())
        };
        // npm keeps its own copy of the list: an older one lacks what was added since.
        let made = when("node_modules/.package-lock.json");
        if made.map_or(true, |made| made < when("package-lock.json").unwrap()) {
            assert!(npm(&["ci", "--no-audit", "--no-fund"]).await.unwrap().success());
        }
        let mut command = Command::new("node");
        command.arg("browser.mjs").current_dir(FOLDER);
        Self(Driver::start(command))
    }

    /// Somebody who reads French.
    pub async fn person(&self) -> Page<'_> {
        self.open(json!({ "language": "fr-FR" })).await
    }

    /// The same, whose browser runs scripts.
    pub async fn person_with_scripts(&self) -> Page<'_> {
        self.open(json!({ "language": "fr-FR", "scripts": true })).await
    }

    /// Somebody with a narrow phone, whose every page is examined and pictured in files that begin so.
    pub async fn examiner(&self, lang: Lang, pictures: &Path) -> Page<'_> {
        self.open(json!({ "language": lang.code(), "pictures": pictures }))
            .await
    }

    async fn open(&self, mut command: Value) -> Page<'_> {
        let name = COUNT.fetch_add(1, Ordering::Relaxed).to_string();
        let page = Page {
            browser: &self.0,
            name,
        };
        command["do"] = "open".into();
        page.ask(command).await;
        page
    }
}

/// What one of them has before their eyes.
pub struct Page<'a> {
    browser: &'a Driver,
    name: String,
}

/// A page as it is read.
#[derive(Debug)]
pub struct Seen {
    pub text: String,
    pub html: String,
    pub status: u64,
    pub url: String,
    /// What those who examine find wrong with it.
    pub broken: Vec<String>,
}

impl Page<'_> {
    async fn ask(&self, mut command: Value) -> Value {
        command["as"] = self.name.clone().into();
        self.browser.ask(command).await.unwrap()
    }

    async fn see(&self, command: Value) -> Seen {
        let seen = self.ask(command).await;
        Seen {
            text: text(&seen, "text"),
            html: text(&seen, "html"),
            status: seen["status"].as_u64().unwrap(),
            url: text(&seen, "url"),
            broken: serde_json::from_value(seen["broken"].clone()).unwrap(),
        }
    }

    pub async fn go(&self, url: &str) -> Seen {
        self.see(json!({ "do": "go", "url": url })).await
    }

    /// Fills in the form that has this button, by its labels, and sends it. A field without text is an option to take.
    pub async fn submit(&self, button: &str, fields: &[(&str, Option<&str>)]) -> Seen {
        self.see(json!({ "do": "submit", "button": button, "fields": fields }))
            .await
    }

    /// Signs in to a site whose address is `site`; the second password is the demo's, and given where it is asked for.
    pub async fn sign_in(&self, site: &str, username: &str, password: &str) -> Seen {
        self.go(site).await;
        let fields = [
            ("Identifiant", Some(username)),
            ("Mot de passe IntraParis", Some(password)),
        ];
        let seen = self.submit("Se connecter", &fields).await;
        if !seen.text.contains("Votre mot de passe MonCompteParisien") {
            return seen;
        }
        let second = [("Mot de passe MonCompteParisien", Some(PASSWORD))];
        self.submit("Continuer", &second).await
    }

    pub async fn follow(&self, link: &str) -> Seen {
        self.see(json!({ "do": "follow", "link": link })).await
    }

    /// Presses a button by its place in the page, and waits for the page after it.
    pub async fn press(&self, element: &str) -> Seen {
        self.see(json!({ "do": "press", "element": element })).await
    }

    /// Opens what is folded under these words.
    pub async fn unfold(&self, summary: &str) -> Seen {
        self.see(json!({ "do": "unfold", "summary": summary })).await
    }

    /// The page as it stands.
    pub async fn look(&self) -> Seen {
        self.see(json!({ "do": "look" })).await
    }

    /// Edits the page, as people with bad intentions or old extensions do: an attribute of the first element that fits.
    pub async fn tamper(&self, element: &str, attribute: &str, value: &str) {
        self.ask(json!({ "do": "tamper", "element": element, "attribute": attribute, "value": value }))
            .await;
    }

    /// Fills in a field of a page with scripts.
    pub async fn write(&self, element: &str, words: &str) {
        self.ask(json!({ "do": "write", "element": element, "words": words }))
            .await;
    }

    pub async fn click(&self, element: &str) {
        self.ask(json!({ "do": "click", "element": element })).await;
    }

    /// Waits until these words stand on the page.
    pub async fn until(&self, words: &str) -> Seen {
        self.see(json!({ "do": "until", "words": words })).await
    }

    pub async fn picture(&self, path: &Path) {
        self.ask(json!({ "do": "picture", "path": path })).await;
    }

    /// Presses what starts a download and returns the file.
    pub async fn download(&self, button: &str) -> Vec<u8> {
        let file = self.ask(json!({ "do": "download", "button": button })).await;
        std::fs::read(text(&file, "path")).unwrap()
    }
}
