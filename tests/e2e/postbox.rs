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

    /// Out of order.
    pub async fn close(&self) {
        self.driver.ask(json!({ "do": "close" })).await.unwrap();
    }

    /// In order again.
    pub async fn open(&self) {
        self.driver.ask(json!({ "do": "open" })).await.unwrap();
    }
}
