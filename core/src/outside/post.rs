//! The post: takes mails and SMS from the outbox to where they leave.

use chrono::Duration;
use std::sync::Arc;

use super::mailer::Mailer;
use super::sms::Texter;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::notice::{self, Letter, NoticeId, Text, Way};

/// Sends the mail whose turn it is. `false`: none is due.
///
/// A crash between the server's answer and our commit sends it a second time, with the same Message-ID: mail knows no
/// better, and a mail lost would be worse.
pub async fn send_next(house: &Arc<House>, mailer: &Mailer) -> Result<bool, Fault> {
    let Some(claimed) = notice::claim::<Letter>(house, Way::Mail, Duration::seconds(60)).await? else {
        return Ok(false);
    };
    let left = mailer.send(claimed.id, &claimed.content).await;
    settle(house, claimed.id, claimed.attempts, left).await
}

/// Sends the SMS whose turn it is. `false`: none is due. As with mail, a crash in between sends it twice: it is the same
/// code.
pub async fn text_next(house: &Arc<House>, texter: &Texter) -> Result<bool, Fault> {
    let Some(claimed) = notice::claim::<Text>(house, Way::Sms, Duration::seconds(60)).await? else {
        return Ok(false);
    };
    let left = texter.send(claimed.id, &claimed.content).await;
    settle(house, claimed.id, claimed.attempts, left).await
}

async fn settle(
    house: &Arc<House>,
    id: NoticeId,
    attempts: i64,
    left: Result<String, Fault>,
) -> Result<bool, Fault> {
    match left {
        Ok(sent_as) => notice::sent(house, id, None, &sent_as).await?,
        Err(fault) if fault.is_passing() => {
            tracing::warn!(notice = %id, attempts, %fault, "a notice could not leave yet");
            notice::failed(house, id, attempts, &fault.to_string()).await?;
        }
        Err(fault) => {
            tracing::error!(notice = %id, %fault, "a notice can never leave");
            notice::give_up(house, id, &fault.to_string()).await?;
        }
    }
    Ok(true)
}

/// Sends mails as they come, until it is dropped.
pub async fn attend(house: &Arc<House>, mailer: &Mailer) {
    attending(house, Way::Mail, &Carrier::Mail(mailer)).await;
}

/// Sends SMS as they come, until it is dropped. A slow mail server does not hold a code up.
pub async fn attend_texts(house: &Arc<House>, texter: &Texter) {
    attending(house, Way::Sms, &Carrier::Sms(texter)).await;
}

enum Carrier<'a> {
    Mail(&'a Mailer),
    Sms(&'a Texter),
}

async fn attending(house: &Arc<House>, way: Way, carrier: &Carrier<'_>) {
    let mut bell = way.bell(house).listen();
    loop {
        bell.mark_unchanged();
        loop {
            let carried = match carrier {
                Carrier::Mail(mailer) => send_next(house, mailer).await,
                Carrier::Sms(texter) => text_next(house, texter).await,
            };
            match carried {
                Ok(true) => {}
                Ok(false) => break,
                Err(fault) => {
                    tracing::error!(%fault, "the post could not look at what waits");
                    break;
                }
            }
        }
        let _ = tokio::time::timeout(std::time::Duration::from_secs(1), bell.changed()).await;
    }
}
