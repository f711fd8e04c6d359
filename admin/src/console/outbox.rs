//! The mail of a demonstration, which is kept in a folder instead of being sent. Where mail is really sent there is no
//! such page: letters are for their readers.

use std::path::Path;

use askama::Template;
use base64::{Engine, prelude::BASE64_STANDARD};
use guichet_core::kernel::fault::Fault;

use crate::door::{Answer, Failure, Visit, kept_mail, page};

/// Letters shown, the newest first.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "console/outbox.html")]
struct Page<'a> {
    v: &'a Visit,
    letters: Vec<Letter>,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Letter {
    to: String,
    subject: String,
    body: String,
}

pub(super) async fn show(v: Visit) -> Answer {
    let folder = kept_mail(&v.site.house.settings)
        .ok_or(Failure::NotFound)?
        .to_owned();
    let letters = newest(&folder)
        .await
        .map_err(|error| Fault::outside("mail folder", error))?;
    // Whoever plays an agent who forgot a password has nobody to sign in as: the page asks for no session.
    let v = match v.clone().reading().await {
        Ok(me) => me.v,
        Err(Failure::SignIn) => v,
        Err(failure) => return Err(failure),
    };
    page(&Page { v: &v, letters })
}

async fn newest(folder: &Path) -> std::io::Result<Vec<Letter>> {
    let mut names = vec![];
    let mut entries = tokio::fs::read_dir(folder).await?;
    while let Some(entry) = entries.next_entry().await? {
        names.push(entry.path());
    }
    // Names are ids, which are in the order of time.
    names.sort();
    let mut letters = vec![];
    for path in names.iter().rev().take(SHOWN) {
        letters.push(read(&tokio::fs::read_to_string(path).await?));
    }
    Ok(letters)
}

/// Reads a letter as we write them: base64 throughout, long headers folded.
fn read(text: &str) -> Letter {
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
    let head = head.replace("\r\n ", " ");
    let header = |name: &str| {
        let value = head
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .unwrap_or_default();
        value.split(' ').map(word).collect::<String>()
    };
    let body: String = body.split_whitespace().collect();
    Letter {
        to: header("To: "),
        subject: header("Subject: "),
        body: decoded(&body),
    }
}

/// A word of a header, encoded (RFC 2047) or not. Between encoded words the blank does not count.
fn word(word: &str) -> String {
    match word
        .strip_prefix("=?utf-8?b?")
        .and_then(|rest| rest.strip_suffix("?="))
    {
        Some(encoded) => decoded(encoded),
        None => format!("{word} "),
    }
}

fn decoded(base64: &str) -> String {
    BASE64_STANDARD.decode(base64).map_or_else(
        |_| base64.to_owned(),
        |bytes| String::from_utf8_lossy(&bytes).into_owned(),
    )
}

impl Letter {
    /// The body, its links apart: a demonstration is played by clicking on them.
    fn parts(&self) -> Vec<(&str, bool)> {
        self.body
            .split_inclusive(char::is_whitespace)
            .flat_map(|piece| {
                let word = piece.trim_end();
                let blank = piece.get(word.len()..).unwrap_or_default();
                let is_link = word.starts_with("http://") || word.starts_with("https://");
                [(word, is_link), (blank, false)]
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_letter_is_read_as_it_was_written() {
        let raw = "From: Guichet <g@paris.example>\r\nTo: amina.diallo@paris.example\r\n\
                   Subject: =?utf-8?b?UsOpaW5pdGlhbGlzYXRpb24=?=\r\n =?utf-8?b?IGR1IG1vdCBkZSBwYXNzZQ==?=\r\n\
                   Content-Transfer-Encoding: base64\r\n\r\nQm9uam91ciwKaHR0cDovL2xvY2FsaG9z\r\ndC9yZXNldC94IGZpbg==\r\n";
        let letter = read(raw);
        assert_eq!(letter.subject, "Réinitialisation du mot de passe");
        assert_eq!(letter.to.trim(), "amina.diallo@paris.example");
        assert_eq!(letter.body, "Bonjour,\nhttp://localhost/reset/x fin");
        let links: Vec<&str> = letter
            .parts()
            .into_iter()
            .filter(|(_, is_link)| *is_link)
            .map(|(text, _)| text)
            .collect();
        assert_eq!(links, ["http://localhost/reset/x"]);
    }
}
