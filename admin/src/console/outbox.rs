//! The mail and SMS of a demonstration, which are kept in folders instead of being sent. Where they are really sent there
//! is no such page: letters are for their readers.

use std::path::{Path, PathBuf};

use askama::Template;
use base64::{Engine, prelude::BASE64_STANDARD};
use guichet_core::kernel::fault::Fault;

use crate::door::{Answer, Failure, Visit, kept_mail, kept_texts, page};

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
    /// It came by SMS.
    is_text: bool,
    to: String,
    subject: String,
    body: String,
}

pub(super) async fn show(v: Visit) -> Answer {
    let settings = &v.site.house.settings;
    let mail = kept_mail(settings).ok_or(Failure::NotFound)?;
    let letters = newest(mail, kept_texts(settings))
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

async fn newest(mail: &Path, texts: Option<&Path>) -> std::io::Result<Vec<Letter>> {
    let mut names: Vec<PathBuf> = vec![];
    for folder in [Some(mail), texts].into_iter().flatten() {
        let mut entries = tokio::fs::read_dir(folder).await?;
        while let Some(entry) = entries.next_entry().await? {
            names.push(entry.path());
        }
    }
    // Names are ids, which are in the order of time.
    names.sort_by(|a, b| b.file_name().cmp(&a.file_name()));
    let mut letters = vec![];
    for path in names.iter().take(SHOWN) {
        let text = tokio::fs::read_to_string(path).await?;
        let is_text = path.extension().is_some_and(|ending| ending == "txt");
        letters.push(if is_text { read_text(&text) } else { read(&text) });
    }
    Ok(letters)
}

/// Reads an SMS as we write them: the number on the first line.
fn read_text(text: &str) -> Letter {
    let (to, body) = text.split_once('\n').unwrap_or(("", text));
    Letter {
        is_text: true,
        to: to.to_owned(),
        subject: String::new(),
        body: body.to_owned(),
    }
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
        words(value)
    };
    let body: String = body.split_whitespace().collect();
    Letter {
        is_text: false,
        to: header("To: "),
        subject: header("Subject: "),
        body: decoded(&body),
    }
}

/// The words of a header, encoded (RFC 2047) or not. Between two encoded words the blank does not count.
fn words(value: &str) -> String {
    let mut text = String::new();
    let mut after_encoded = false;
    for word in value.split(' ') {
        let encoded = word
            .strip_prefix("=?utf-8?b?")
            .and_then(|rest| rest.strip_suffix("?="));
        let joined = after_encoded && encoded.is_some();
        if !joined && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&encoded.map_or_else(|| word.to_owned(), decoded));
        after_encoded = encoded.is_some();
    }
    text
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
    fn a_kept_sms_is_read_as_it_was_written() {
        let letter = read_text("+33639980017\nGuichet : 12345678 est votre code.\n");
        assert_eq!((letter.is_text, letter.to.as_str()), (true, "+33639980017"));
        assert_eq!(letter.body, "Guichet : 12345678 est votre code.\n");
    }

    #[tokio::test]
    async fn mail_and_sms_are_shown_together_the_newest_first() {
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let [mail, texts] = folders.each_ref().map(tempfile::TempDir::path);
        std::fs::write(mail.join("1.eml"), "To: a@b.example\r\n\r\n").unwrap();
        std::fs::write(texts.join("2.txt"), "+33639980017\nun\n").unwrap();
        std::fs::write(mail.join("3.eml"), "To: c@d.example\r\n\r\n").unwrap();
        let to: Vec<String> = newest(mail, Some(texts))
            .await
            .unwrap()
            .into_iter()
            .map(|letter| letter.to)
            .collect();
        assert_eq!(to, ["c@d.example", "+33639980017", "a@b.example"]);
    }

    #[test]
    fn a_kept_letter_is_read_as_it_was_written() {
        let raw = "From: Guichet <g@paris.example>\r\nTo: amina.diallo@paris.example\r\n\
                   Subject: =?utf-8?b?UsOpaW5pdGlhbGlzYXRpb24=?=\r\n =?utf-8?b?IGR1IG1vdCBkZSBwYXNzZQ==?=\r\n\
                   Content-Transfer-Encoding: base64\r\n\r\nQm9uam91ciwKaHR0cDovL2xvY2FsaG9z\r\ndC9yZXNldC94IGZpbg==\r\n";
        let letter = read(raw);
        assert_eq!(letter.subject, "Réinitialisation du mot de passe");
        assert_eq!(letter.to, "amina.diallo@paris.example");
        assert_eq!(
            words("Ville =?utf-8?b?wqA6?= votre lien"),
            "Ville \u{a0}: votre lien"
        );
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
