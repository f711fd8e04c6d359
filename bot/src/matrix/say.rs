//! Saying: messages with their transaction id, so that one sent twice arrives once.
//!
//! Into one room one after the other: the SDK panics when two messages race past the rotation of the room's key.

use guichet_core::kernel::fault::Fault;
use matrix_sdk::Room;
use matrix_sdk::ruma::events::Mentions;
use matrix_sdk::ruma::events::reaction::ReactionEventContent;
use matrix_sdk::ruma::events::relation::{Annotation, InReplyTo, Replacement, Reply};
use matrix_sdk::ruma::events::room::message::{
    Relation, RoomMessageEventContent, RoomMessageEventContentWithoutRelation,
};
use matrix_sdk::ruma::{EventId, OwnedEventId, OwnedTransactionId, OwnedUserId};

/// A message in the two forms that clients choose from.
#[derive(Clone, Debug, Default)]
pub struct Message {
    /// The text, whole in itself: some clients show nothing else.
    pub plain: String,
    /// The same with emphasis and lists.
    pub html: String,
    /// The person who has to act: the message then notifies, where it would otherwise arrive quietly.
    pub urgent_for: Option<OwnedUserId>,
    /// The message it answers.
    pub reply_to: Option<OwnedEventId>,
}

impl Message {
    fn content(&self) -> RoomMessageEventContent {
        let (plain, html) = (self.plain.as_str(), self.html.as_str());
        let mut content = match &self.urgent_for {
            Some(person) => RoomMessageEventContent::text_html(plain, html)
                .add_mentions(Mentions::with_user_ids([person.clone()])),
            None => RoomMessageEventContent::notice_html(plain, html).add_mentions(Mentions::new()),
        };
        content.relates_to = self
            .reply_to
            .clone()
            .map(|to| Relation::Reply(Reply::new(InReplyTo::new(to))));
        content
    }
}

/// Sends a message. The same `transaction` sent again gives the same event.
pub async fn say(room: &Room, transaction: &str, message: &Message) -> Result<OwnedEventId, Fault> {
    let sent = room
        .send(message.content())
        .with_transaction_id(transaction.into())
        .await
        .map_err(unsaid)?;
    Ok(sent.response.event_id)
}

/// Rewrites an earlier message. It notifies nobody.
pub async fn edit(
    room: &Room,
    transaction: &str,
    target: &EventId,
    message: &Message,
) -> Result<OwnedEventId, Fault> {
    let new: RoomMessageEventContentWithoutRelation = message.content().into();
    let mut content = RoomMessageEventContent::notice_html(format!("* {}", message.plain), &message.html);
    content.relates_to = Some(Relation::Replacement(Replacement::new(target.to_owned(), new)));
    let sent = room
        .send(content)
        .with_transaction_id(transaction.into())
        .await
        .map_err(unsaid)?;
    Ok(sent.response.event_id)
}

/// Puts a reaction under a message. Reactions are never encrypted: `key` tells nothing of the person.
pub async fn react(
    room: &Room,
    transaction: &str,
    target: &EventId,
    key: &str,
) -> Result<OwnedEventId, Fault> {
    let content = ReactionEventContent::new(Annotation::new(target.to_owned(), key.to_owned()));
    let sent = room
        .send(content)
        .with_transaction_id(transaction.into())
        .await
        .map_err(unsaid)?;
    Ok(sent.response.event_id)
}

/// Takes a message or reaction back; another's only where the bot has the power.
pub async fn redact(room: &Room, transaction: &str, target: &EventId) -> Result<(), Fault> {
    let transaction = OwnedTransactionId::from(transaction);
    room.redact(target, None, Some(transaction))
        .await
        .map_err(|e| unsaid(e.into()))?;
    Ok(())
}

/// What the server refuses for good is not sent again.
pub(super) fn unsaid(e: matrix_sdk::Error) -> Fault {
    let refused = e
        .as_client_api_error()
        .is_some_and(|e| e.status_code.is_client_error() && e.status_code != 429);
    if refused {
        Fault::inconsistent("outbox", "message", e)
    } else {
        Fault::outside("homeserver", e)
    }
}
