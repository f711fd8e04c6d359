//! Mail leaves here: through SMTP, or into a folder for the demo.

use lettre::message::header::{ContentTransferEncoding, ContentType};
use lettre::message::{Body, Mailbox};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::path::PathBuf;

use crate::kernel::config::Mail;
use crate::kernel::fault::Fault;
use crate::kernel::notice::{Letter, NoticeId};

/// A way for mail to leave.
pub enum Mailer {
    /// An SMTP server.
    Smtp {
        /// The connection pool.
        smtp: Box<AsyncSmtpTransport<Tokio1Executor>>,
        /// The sender.
        from: Mailbox,
    },
    /// Files `NOTICE-ID.eml` in a folder.
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The sender.
        from: Mailbox,
    },
}

impl Mailer {
    /// From the configuration's `mail` section.
    pub fn open(mail: &Mail) -> Result<Self, Fault> {
        let from: Mailbox = mail.from.parse().map_err(|e| {
            Fault::config(
                "mail.from",
                &mail.from,
                format!("{e}: write `Name <address@domain>`"),
            )
        })?;
        if let Some(folder) = mail.transport.strip_prefix("folder:") {
            std::fs::create_dir_all(folder).map_err(|e| {
                Fault::config(
                    "mail.transport",
                    &mail.transport,
                    format!("{e}: name a folder that can be written"),
                )
            })?;
            return Ok(Self::Folder {
                folder: folder.into(),
                from,
            });
        }
        let smtp = AsyncSmtpTransport::<Tokio1Executor>::from_url(&mail.transport)
            .map_err(|e| {
                Fault::config(
                    "mail.transport",
                    "***",
                    format!("{e}: write `smtp://HOST:PORT`, `smtps://HOST:PORT` or `folder:PATH`"),
                )
            })?
            .timeout(Some(std::time::Duration::from_secs(20)))
            .build();
        Ok(Self::Smtp {
            smtp: Box::new(smtp),
            from,
        })
    }

    /// Sends one letter. The Message-ID is made from `id`, so that a letter sent twice is seen to be one.
    pub async fn send(&self, id: NoticeId, letter: &Letter) -> Result<String, Fault> {
        let (Self::Smtp { from, .. } | Self::Folder { from, .. }) = self;
        let message_id = format!("<{id}@{}>", from.email.domain());
        let message = compose(from, &message_id, letter)?;
        match self {
            Self::Smtp { smtp, .. } => {
                smtp.send(message).await.map_err(|e| Fault::outside("mail", e))?;
            }
            Self::Folder { folder, .. } => {
                let path = folder.join(format!("{id}.eml"));
                tokio::fs::write(path, message.formatted())
                    .await
                    .map_err(|e| Fault::outside("mail folder", e))?;
            }
        }
        Ok(message_id)
    }

    /// Answers when the server does.
    pub async fn ping(&self) -> Result<(), Fault> {
        match self {
            Self::Smtp { smtp, .. } => match smtp.test_connection().await {
                Ok(true) => Ok(()),
                Ok(false) => Err(Fault::outside("mail", "the server does not answer NOOP")),
                Err(e) => Err(Fault::outside("mail", e)),
            },
            Self::Folder { .. } => Ok(()),
        }
    }
}

fn compose(from: &Mailbox, message_id: &str, letter: &Letter) -> Result<Message, Fault> {
    // RUSTSEC-2026-0561: lettre 0.11.23 passes bare line breaks in headers on, and bodies unencoded. So: no control
    // characters in what becomes a header, and a body that is always base64.
    if letter
        .subject
        .chars()
        .chain(letter.to.chars())
        .any(char::is_control)
    {
        return Err(Fault::inconsistent(
            "notices",
            message_id,
            "a control character in a mail header",
        ));
    }
    let to: Mailbox = letter
        .to
        .parse()
        .map_err(|e| Fault::inconsistent("notices", message_id, e))?;
    let body = Body::new_with_encoding(letter.body.clone(), ContentTransferEncoding::Base64)
        .map_err(|_| Fault::inconsistent("notices", message_id, "a body that can't be encoded"))?;
    Message::builder()
        .from(from.clone())
        .to(to)
        .subject(letter.subject.clone())
        .message_id(Some(message_id.to_owned()))
        .header(AutoSubmitted)
        .header(ContentType::TEXT_PLAIN)
        .body(body)
        .map_err(|e| Fault::outside("mail", e))
}

/// Tells auto-responders to stay silent (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl lettre::message::header::Header for AutoSubmitted {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(to: &str, subject: &str) -> Letter {
        Letter {
            to: to.into(),
            subject: subject.into(),
            body: "Bonjour,\r\n.\r\nMAIL FROM:<evil>".into(),
        }
    }

    #[test]
    fn attack_24_line_breaks_never_become_headers_or_commands() {
        let from = "Guichet <guichet@paris.example>".parse().unwrap();
        for bad in [
            letter("a@paris.example", "x\nBcc: evil@example"),
            letter("a@paris.example", "x\ry"),
            letter("a@b.example\r\nBcc: e", "x"),
        ] {
            assert!(compose(&from, "<1@x>", &bad).is_err());
        }
        let honest = compose(
            &from,
            "<1@x>",
            &letter("amina.diallo@paris.example", "Réinitialisation"),
        )
        .unwrap();
        let text = String::from_utf8(honest.formatted()).unwrap();
        assert!(
            !text.contains("MAIL FROM")
                && text.contains("base64")
                && text.contains("Auto-Submitted: auto-generated"),
            "{text}"
        );
    }
}
