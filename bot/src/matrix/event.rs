//! What a Matrix event says, reduced to what a conversation needs.

use std::borrow::Cow;

use chrono::DateTime;
use guichet_core::conversation::{Heard, What};
use matrix_sdk::deserialized_responses::{
    TimelineEvent, TimelineEventKind, VerificationLevel, VerificationState,
};
use matrix_sdk::ruma::UserId;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// True for what somebody else said without encrypting it.
pub fn is_in_clear(me: &UserId, event: &TimelineEvent) -> bool {
    matches!(event.kind, TimelineEventKind::PlainText { .. })
        && serde_json::from_str::<Event>(event.raw().json().get())
            .is_ok_and(|raw| raw.kind == "m.room.message" && raw.sender != me.as_str())
}

/// Reads an event; `None` when it is the bot's own or nothing that a conversation cares for.
pub fn read(room: &str, encrypted_room: bool, me: &UserId, event: &TimelineEvent) -> Option<Heard> {
    let text = event.raw().json().get();
    let raw: Event = serde_json::from_str(text).ok()?;
    if raw.is_invitation_of(me) {
        return heard(room, raw, event, What::Joined);
    }
    if raw.sender == me.as_str() || raw.state_key.is_some() {
        return None;
    }
    let what = match &event.kind {
        TimelineEventKind::UnableToDecrypt { .. } => What::Undecryptable(text.to_owned()),
        // The homeserver says one person, the keys say another.
        TimelineEventKind::Decrypted(decrypted)
            if decrypted.encryption_info.verification_state
                == VerificationState::Unverified(VerificationLevel::MismatchedSender) =>
        {
            return None;
        }
        TimelineEventKind::Decrypted(_) => what(&raw, false)?,
        TimelineEventKind::PlainText { .. } => what(&raw, encrypted_room)?,
    };
    heard(room, raw, event, what)
}

fn heard(room: &str, raw: Event, event: &TimelineEvent, what: What) -> Option<Heard> {
    Some(Heard {
        event_id: raw.event_id,
        room: room.to_owned(),
        sender: raw.sender.into_owned(),
        sent_at: event
            .timestamp
            .and_then(|ms| DateTime::from_timestamp_millis(ms.get().into()))?,
        what,
    })
}

/// The session whose key would open an undecryptable event.
pub fn session(raw: &str) -> Option<String> {
    serde_json::from_str::<Event>(raw).ok()?.content.session_id
}

/// True for the event that invited `me`: what was said before it was not said to the bot.
pub fn is_invitation(me: &UserId, event: &TimelineEvent) -> bool {
    serde_json::from_str::<Event>(event.raw().json().get()).is_ok_and(|raw| raw.is_invitation_of(me))
}

fn what(raw: &Event, in_clear: bool) -> Option<What> {
    let content = &raw.content;
    let relation = content.relates_to.as_ref();
    match &*raw.kind {
        "m.room.message" => match (
            relation.and_then(|r| r.rel_type.as_deref()),
            content.msgtype.as_deref()?,
        ) {
            // A text rewritten afterwards commands nothing. Notices are what bots say: answering them is how two bots
            // talk for ever.
            (Some("m.replace"), _) | (_, "m.notice") => None,
            _ if in_clear => Some(What::Unencrypted),
            (_, "m.text") => {
                let is_reply = relation.is_some_and(|r| r.in_reply_to.is_some());
                let body = content.body.as_deref()?;
                Some(What::Said(
                    if is_reply { without_quote(body) } else { body }.to_owned(),
                ))
            }
            _ => Some(What::Attachment),
        },
        "m.reaction" => {
            let relation = relation?;
            Some(What::Reacted {
                to: relation.event_id.clone()?,
                key: relation.key.clone()?,
            })
        }
        _ => None,
    }
}

/// Older clients quote what they reply to at the head of the text.
fn without_quote(body: &str) -> &str {
    let mut rest = body;
    while rest.starts_with("> ") {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    if rest.len() == body.len() {
        body
    } else {
        rest.trim_start_matches('\n')
    }
}

#[derive(Deserialize)]
struct Event<'a> {
    #[serde(borrow, rename = "type")]
    kind: Cow<'a, str>,
    event_id: String,
    #[serde(borrow)]
    sender: Cow<'a, str>,
    state_key: Option<String>,
    #[serde(default)]
    content: Content,
}

#[derive(Default, Deserialize)]
struct Content {
    msgtype: Option<String>,
    body: Option<String>,
    membership: Option<String>,
    session_id: Option<String>,
    #[serde(rename = "m.relates_to")]
    relates_to: Option<Relation>,
}

#[derive(Deserialize)]
struct Relation {
    rel_type: Option<String>,
    event_id: Option<String>,
    key: Option<String>,
    #[serde(rename = "m.in_reply_to")]
    in_reply_to: Option<IgnoredAny>,
}

impl Event<'_> {
    fn is_invitation_of(&self, me: &UserId) -> bool {
        self.kind == "m.room.member"
            && self.state_key.as_deref() == Some(me.as_str())
            && self.content.membership.as_deref() == Some("invite")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use matrix_sdk::deserialized_responses::{UnableToDecryptInfo, UnableToDecryptReason};
    use matrix_sdk::ruma::serde::Raw;
    use matrix_sdk::ruma::user_id;
    use serde_json::{Value, json};

    fn heard(kind: &str, content: Value, encrypted_room: bool) -> Option<What> {
        let event = json!({
            "type": kind, "event_id": "$1", "sender": "@amina:ville.example", "origin_server_ts": 1_790_000_000_000_i64, "content": content
        });
        let event = TimelineEvent::from_plaintext(Raw::new(&event).unwrap().cast_unchecked());
        read("!r", encrypted_room, user_id!("@guichet:ville.example"), &event).map(|heard| heard.what)
    }

    fn message(content: Value) -> Option<What> {
        heard("m.room.message", content, false)
    }

    #[test]
    fn a_text_is_read() {
        let text = message(json!({ "msgtype": "m.text", "body": "solde" }));
        assert_eq!(text, Some(What::Said("solde".into())));
    }

    #[test]
    fn an_edit_is_not_heard() {
        let edit = message(json!({
            "msgtype": "m.text", "body": "* solde", "m.new_content": { "msgtype": "m.text", "body": "solde" },
            "m.relates_to": { "rel_type": "m.replace", "event_id": "$0" }
        }));
        assert_eq!(edit, None);
    }

    #[test]
    fn a_reply_is_read_without_its_quote() {
        let reply = message(json!({
            "msgtype": "m.text", "body": "> <@guichet:ville.example> Quel jour ?\n> Ou plus tard ?\n\nlundi",
            "m.relates_to": { "m.in_reply_to": { "event_id": "$0" } }
        }));
        assert_eq!(reply, Some(What::Said("lundi".into())));
    }

    #[test]
    fn a_quote_in_a_text_of_its_own_stays() {
        let text = message(json!({ "msgtype": "m.text", "body": "> solde" }));
        assert_eq!(text, Some(What::Said("> solde".into())));
    }

    #[test]
    fn a_notice_is_never_answered() {
        assert_eq!(message(json!({ "msgtype": "m.notice", "body": "solde" })), None);
    }

    #[test]
    fn a_text_in_clear_in_an_encrypted_room_is_flagged_and_not_kept() {
        let kind = heard(
            "m.room.message",
            json!({ "msgtype": "m.text", "body": "solde" }),
            true,
        );
        assert_eq!(kind, Some(What::Unencrypted));
    }

    #[test]
    fn a_reaction_is_read_in_an_encrypted_room_too() {
        let content =
            json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": "$0", "key": "✅" } });
        let kind = heard("m.reaction", content, true);
        assert_eq!(
            kind,
            Some(What::Reacted {
                to: "$0".into(),
                key: "✅".into()
            })
        );
    }

    #[test]
    fn an_invitation_is_the_beginning_of_a_talk() {
        let invitation = |whom: &str| {
            let event = json!({
                "type": "m.room.member", "event_id": "$1", "sender": "@amina:ville.example", "state_key": whom,
                "origin_server_ts": 1, "content": { "membership": "invite", "is_direct": true }
            });
            let event = TimelineEvent::from_plaintext(Raw::new(&event).unwrap().cast_unchecked());
            read("!r", true, user_id!("@guichet:ville.example"), &event)
        };
        let heard = invitation("@guichet:ville.example").unwrap();
        assert_eq!(
            (heard.sender.as_str(), heard.what),
            ("@amina:ville.example", What::Joined)
        );
        assert_eq!(invitation("@marc:ville.example"), None);
    }

    #[test]
    fn an_event_without_its_key_waits_whole() {
        let event = json!({
            "type": "m.room.encrypted", "event_id": "$1", "sender": "@amina:ville.example", "origin_server_ts": 1,
            "content": { "algorithm": "m.megolm.v1.aes-sha2", "session_id": "abc", "ciphertext": "…" }
        });
        let reason = UnableToDecryptReason::Unknown;
        let info = UnableToDecryptInfo {
            session_id: Some("abc".into()),
            reason,
        };
        let event = TimelineEvent::from_utd(Raw::new(&event).unwrap().cast_unchecked(), info);
        let heard = read("!r", true, user_id!("@guichet:ville.example"), &event).unwrap();
        let What::Undecryptable(raw) = heard.what else {
            panic!("{heard:?}")
        };
        assert_eq!(session(&raw).as_deref(), Some("abc"));
    }

    #[test]
    fn a_file_is_heard_but_not_read() {
        assert_eq!(
            message(json!({ "msgtype": "m.image", "body": "solde" })),
            Some(What::Attachment)
        );
    }

    #[test]
    fn what_is_malformed_or_of_another_type_is_passed_over() {
        assert_eq!(message(json!({ "body": "solde" })), None);
        assert_eq!(message(json!({ "msgtype": "m.text", "body": 12 })), None);
        assert_eq!(heard("m.call.invite", json!({}), false), None);
    }

    #[test]
    fn the_bot_does_not_hear_itself() {
        let event = json!({
            "type": "m.room.message", "event_id": "$1", "sender": "@guichet:ville.example", "origin_server_ts": 1,
            "content": { "msgtype": "m.text", "body": "solde" }
        });
        let event = TimelineEvent::from_plaintext(Raw::new(&event).unwrap().cast_unchecked());
        assert_eq!(
            read("!r", false, user_id!("@guichet:ville.example"), &event),
            None
        );
    }
}
