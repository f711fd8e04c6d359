//! The Rust end of `postbox.py`: a mail server that is not ours.

use crate::driver::{Driver, text};
use serde_json::json;
use std::path::Path;
use tokio::process::Command;

/// Everybody's postbox.
pub struct Postbox {
    driver: Driver,
    /// Where it takes mail.
    pub url: String,
}

/// A mail that arrived.
#[derive(Debug)]
pub struct Mail {
    pub subject: String,
    pub body: String,
}

impl Mail {
    /// The link to this site.
    pub fn link(&self, site: &str) -> &str {
        let mut words = self.body.split_whitespace();
        words.find(|word| word.starts_with(site)).unwrap()
    }
}

/// A mail among all others.
#[derive(Debug)]
pub struct Arrival {
    /// Its Message-ID.
    pub id: String,
    pub to: String,
    pub subject: String,
    pub body: String,
    /// Seconds since 1970.
    pub at: f64,
}

impl Postbox {
    pub async fn start(python: &Path) -> Self {
        let mut command = Command::new(python);
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/postbox.py"));
        let driver = Driver::start(command);
        let port = driver.ask(json!({ "do": "open" })).await.unwrap()["port"].clone();
        Self {
            driver,
            url: format!("smtp://127.0.0.1:{port}"),
        }
    }

    /// The next mail to an address.
    pub async fn next(&self, to: &str) -> Mail {
        let mail = self.driver.ask(json!({ "do": "next", "to": to })).await.unwrap();
        Mail {
            subject: text(&mail, "subject"),
            body: text(&mail, "body"),
        }
    }

    /// All mails that ever arrived, in order.
    pub async fn all(&self) -> Vec<Arrival> {
        let told = self.driver.ask(json!({ "do": "all" })).await.unwrap();
        let mails = told["mails"].as_array().unwrap().iter();
        mails
            .map(|mail| Arrival {
                id: text(mail, "id"),
                to: text(mail, "to"),
                subject: text(mail, "subject"),
                body: text(mail, "body"),
                at: mail["at"].as_f64().unwrap(),
            })
            .collect()
    }

    /// Out of order.
    pub async fn close(&self) {
        self.driver.ask(json!({ "do": "close" })).await.unwrap();
    }

    /// In order again.
    pub async fn open(&self) {
        self.driver.ask(json!({ "do": "open" })).await.unwrap();
    }
}
