//! The post: takes mails from the outbox to the mailer.

use chrono::Duration;
use std::sync::Arc;

use super::mailer::Mailer;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::notice::{self, Letter, Way};

/// Sends the mail whose turn it is. `false`: none is due.
///
/// A crash between the server's answer and our commit sends it a second time, with the same Message-ID: mail knows no
/// better, and a mail lost would be worse.
pub async fn send_next(house: &Arc<House>, mailer: &Mailer) -> Result<bool, Fault> {
    let Some(claimed) = notice::claim::<Letter>(house, Way::Mail, Duration::seconds(60)).await? else {
        return Ok(false);
    };
    match mailer.send(claimed.id, &claimed.content).await {
        Ok(message_id) => notice::sent(house, claimed.id, None, &message_id).await?,
        Err(fault) if fault.is_passing() => {
            tracing::warn!(notice = %claimed.id, attempts = claimed.attempts, %fault, "a mail could not leave yet");
            notice::failed(house, claimed.id, claimed.attempts, &fault.to_string()).await?;
        }
        Err(fault) => {
            tracing::error!(notice = %claimed.id, %fault, "a mail can never leave");
            notice::give_up(house, claimed.id, &fault.to_string()).await?;
        }
    }
    Ok(true)
}

/// Sends mails as they come, until it is dropped.
pub async fn attend(house: &Arc<House>, mailer: &Mailer) {
    let mut bell = house.bell.listen();
    loop {
        bell.mark_unchanged();
        loop {
            match send_next(house, mailer).await {
                Ok(true) => {}
                Ok(false) => break,
                Err(fault) => {
                    tracing::error!(%fault, "the post could not look at its mails");
                    break;
                }
            }
        }
        let _ = tokio::time::timeout(std::time::Duration::from_secs(1), bell.changed()).await;
    }
}
