//! SMS leave here: through a Kannel's sendsms interface, or into a folder for the demo.

use std::path::PathBuf;
use std::time::Duration;

use reqwest::{Client, StatusCode, header::CONTENT_TYPE};

use crate::kernel::config::{self, secret_file};
use crate::kernel::fault::Fault;
use crate::kernel::notice::{NoticeId, Text};
use crate::kernel::secret::Secret;

/// A way for SMS to leave.
pub enum Texter {
    /// A Kannel.
    Kannel(Box<Kannel>),
    /// Files `NOTICE-ID.txt` in a folder: the number on the first line, then the words.
    Folder(PathBuf),
}

/// The sendsms interface of a Kannel. What is secret goes in headers and body: addresses are logged.
pub struct Kannel {
    client: Client,
    url: String,
    user: String,
    password: Secret,
    sender: String,
}

impl Texter {
    /// From the configuration's `sms` section.
    pub fn open(sms: &config::Sms) -> Result<Self, Fault> {
        let wrong = |why: &str| Fault::config("sms.transport", &sms.transport, why);
        if let Some(folder) = sms.transport.strip_prefix("folder:") {
            std::fs::create_dir_all(folder)
                .map_err(|e| wrong(&format!("{e}: name a folder that can be written")))?;
            return Ok(Self::Folder(folder.into()));
        }
        let url = sms
            .transport
            .strip_prefix("kannel:")
            .filter(|url| url.starts_with("http://") || url.starts_with("https://"))
            .ok_or_else(|| wrong("write `kannel:http://HOST:PORT/cgi-bin/sendsms` or `folder:PATH`"))?;
        // A gateway is near: no proxy of the environment stands between, and nothing leads elsewhere.
        let client = Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(20))
            .build()
            .map_err(|e| Fault::outside("HTTP client", e))?;
        Ok(Self::Kannel(Box::new(Kannel {
            client,
            url: url.to_owned(),
            user: sms.user.clone(),
            password: secret_file("sms.password_file", &sms.password_file)?,
            sender: sms.sender.clone(),
        })))
    }

    /// Sends one SMS. Kannel's answer is kept as what it was sent as.
    pub async fn send(&self, id: NoticeId, text: &Text) -> Result<String, Fault> {
        let body = plain(&text.body);
        match self {
            Self::Kannel(kannel) => kannel.send(&text.to, body).await,
            Self::Folder(folder) => {
                let path = folder.join(format!("{id}.txt"));
                tokio::fs::write(path, format!("{}\n{body}\n", text.to))
                    .await
                    .map_err(|e| Fault::outside("SMS folder", e))?;
                Ok(id.to_string())
            }
        }
    }

    /// Answers when the gateway does, and knows us.
    pub async fn ping(&self) -> Result<(), Fault> {
        match self {
            Self::Kannel(kannel) => kannel.ping().await,
            Self::Folder(_) => Ok(()),
        }
    }
}

impl Kannel {
    async fn ask(&self, to: Option<&str>, body: String) -> Result<(StatusCode, String), Fault> {
        let mut request = self
            .client
            .post(&self.url)
            .header("X-Kannel-Username", &self.user)
            .header("X-Kannel-Password", self.password.expose())
            .header("X-Kannel-Coding", "0")
            .header(CONTENT_TYPE, "text/plain; charset=UTF-8")
            .body(body);
        if let Some(to) = to {
            request = request.header("X-Kannel-To", to);
        }
        if !self.sender.is_empty() {
            request = request.header("X-Kannel-From", &self.sender);
        }
        let answer = request.send().await.map_err(unreachable)?;
        let status = answer.status();
        Ok((status, answer.text().await.map_err(unreachable)?))
    }

    async fn send(&self, to: &str, body: String) -> Result<String, Fault> {
        match self.ask(Some(to), body).await? {
            (StatusCode::ACCEPTED, said) => Ok(said),
            // The message itself: it would be refused again.
            (StatusCode::BAD_REQUEST, said) => Err(Fault::inconsistent("notices", "sms", said)),
            (status, said) => Err(Fault::outside("Kannel", format!("{status} {said}"))),
        }
    }

    /// A message to nobody is refused for that, by a gateway that knows us.
    async fn ping(&self) -> Result<(), Fault> {
        match self.ask(None, "ping".to_owned()).await? {
            (StatusCode::BAD_REQUEST, _) => Ok(()),
            (StatusCode::FORBIDDEN, said) => {
                let why = format!(
                    "{said}: `sms.user` and the password file must be those of its `sendsms-user`, and it must allow \
                     our address"
                );
                Err(Fault::outside("Kannel", why))
            }
            (status, said) => Err(Fault::outside("Kannel", format!("{status} {said}"))),
        }
    }
}

/// The cause says more than the error itself, whose address is not for the log.
fn unreachable(error: reqwest::Error) -> Fault {
    let error = error.without_url();
    let mut cause: &dyn std::error::Error = &error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    Fault::outside("Kannel", cause)
}

/// In the alphabet of telephones (GSM 03.38) as far as our words need it: one SMS instead of two, and no question marks.
fn plain(body: &str) -> String {
    body.chars()
        .map(|c| match c {
            '\u{a0}' | '\u{202f}' => ' ',
            '’' => '\'',
            '«' | '»' => '\u{22}',
            '–' | '—' => '-',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::config::Settings;
    use crate::kernel::line::Value;
    use crate::kernel::words::{Lang, Words};

    #[test]
    fn a_code_fits_in_one_sms_in_both_languages() {
        let settings = Settings::shipped().unwrap();
        let words = Words::load(settings.city.time_zone, |lang| settings.names(lang)).unwrap();
        let args = vec![
            ("code".into(), Value::from("12345678")),
            ("minutes".into(), Value::from(5)),
        ];
        for lang in [Lang::Fr, Lang::En] {
            let text = plain(&words.say(lang, "factor-sms", &args));
            assert!(text.chars().count() <= 160, "{text}");
            // What GSM 03.38 has of our letters.
            assert!(
                text.chars().all(|c| c.is_ascii() || "éèàùìòÉÇ".contains(c)),
                "{text}"
            );
            assert!(text.contains("12345678"), "{text}");
        }
    }

    #[test]
    fn a_transport_that_is_none_is_named_with_its_remedy() {
        for transport in [
            "",
            "kannel:",
            "kannel:ftp://x",
            "http://x/cgi-bin/sendsms",
            "smpp://x",
        ] {
            let mut sms = Settings::shipped().unwrap().sms;
            sms.transport = transport.to_owned();
            let error = Texter::open(&sms).err().unwrap().to_string();
            assert!(
                error.contains("sms.transport") && error.contains("folder:PATH"),
                "{error}"
            );
        }
        let mut sms = Settings::shipped().unwrap().sms;
        sms.password_file = "/nowhere/sms.password".into();
        let error = Texter::open(&sms).err().unwrap().to_string();
        assert!(
            error.contains("sms.password_file") && error.contains("/nowhere"),
            "{error}"
        );
    }
}
