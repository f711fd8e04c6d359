//! Rooms: the check before every personal answer, and the direct room with an agent.

use std::time::Duration;

use matrix_sdk::ruma::UserId;
use matrix_sdk::ruma::api::client::room::create_room::v3::{Request, RoomPreset};
use matrix_sdk::ruma::api::client::state::get_state_event_for_key;
use matrix_sdk::ruma::events::room::encryption::RoomEncryptionEventContent;
use matrix_sdk::ruma::events::room::guest_access::{GuestAccess, RoomGuestAccessEventContent};
use matrix_sdk::ruma::events::room::history_visibility::{
    HistoryVisibility, RoomHistoryVisibilityEventContent,
};
use matrix_sdk::ruma::events::room::join_rules::RoomJoinRulesEventContent;
use matrix_sdk::ruma::events::{InitialStateEvent, StateEventType};
use matrix_sdk::ruma::room::JoinRule;
use matrix_sdk::{Client, Result, Room, RoomMemberships, RoomState};

use crate::desk::Unfit;

/// Checks that the room holds the agent and the bot, nobody else, and that nobody else may read it. It reads the same
/// local state that decides who gets the keys of the next message, so who is not seen here can't decrypt it either.
pub async fn check(room: &Room, agent: &UserId) -> Result<Option<Unfit>> {
    if room.state() != RoomState::Joined {
        return Ok(Some(Unfit::Absent));
    }
    if !room.latest_encryption_state().await?.is_encrypted() {
        return Ok(Some(Unfit::Unencrypted));
    }
    if !is_invite_only(room).await? {
        return Ok(Some(Unfit::Open));
    }
    if room.history_visibility_or_default() == HistoryVisibility::WorldReadable {
        return Ok(Some(Unfit::Open));
    }
    // As `Room::members`, without reading each member's profile and power.
    room.sync_members().await?;
    let store = room.client();
    let present = store
        .state_store()
        .get_user_ids(room.room_id(), RoomMemberships::JOIN | RoomMemberships::INVITE)
        .await?;
    if present
        .iter()
        .any(|user| user != agent && user != room.own_user_id())
    {
        return Ok(Some(Unfit::Company));
    }
    Ok((!present.iter().any(|user| user == agent)).then_some(Unfit::Absent))
}

/// What the bot itself wrote is not sent back to it (see `hear`), so it may not know the rule of a room that it made. It
/// asks once: had somebody changed the rule since, it would have heard.
async fn is_invite_only(room: &Room) -> Result<bool> {
    let closed = |rule: &JoinRule| matches!(rule, JoinRule::Invite | JoinRule::Private);
    if let Some(rule) = room.join_rule() {
        return Ok(closed(&rule));
    }
    let client = room.client();
    let known = format!("guichet invite-only {}", room.room_id()).into_bytes();
    if client.state_store().get_custom_value(&known).await?.is_some() {
        return Ok(true);
    }
    let (id, key) = (room.room_id().to_owned(), String::new());
    let answer = client
        .send(get_state_event_for_key::v3::Request::new(
            id,
            StateEventType::RoomJoinRules,
            key,
        ))
        .await?;
    let rule: RoomJoinRulesEventContent = answer.into_content().deserialize_as_unchecked()?;
    if closed(&rule.join_rule) {
        client
            .state_store()
            .set_custom_value_no_read(&known, vec![1])
            .await?;
    }
    Ok(closed(&rule.join_rule))
}

/// The direct room with the agent: the one there is, or a new one with the powers of `preset`.
pub async fn direct(client: &Client, agent: &UserId, preset: RoomPreset) -> Result<Room> {
    for room in client.get_dm_rooms(agent) {
        match check(&room, agent).await? {
            None => return Ok(room),
            Some(unfit) => tracing::info!(room = %room.room_id(), ?unfit, "passed over as a direct room"),
        }
    }
    create(client, agent, preset).await
}

async fn create(client: &Client, agent: &UserId, preset: RoomPreset) -> Result<Room> {
    let mut request = Request::new();
    request.invite = vec![agent.to_owned()];
    request.is_direct = true;
    request.preset = Some(preset);
    request.initial_state = vec![
        InitialStateEvent::with_empty_state_key(RoomEncryptionEventContent::with_recommended_defaults())
            .to_raw_any(),
        // What the bot says before the agent enters is for the agent, and for nobody invited later.
        InitialStateEvent::with_empty_state_key(RoomHistoryVisibilityEventContent::new(
            HistoryVisibility::Invited,
        ))
        .to_raw_any(),
        InitialStateEvent::with_empty_state_key(RoomGuestAccessEventContent::new(GuestAccess::Forbidden))
            .to_raw_any(),
    ];
    let room = client.create_room(request).await?;
    // Its state comes with a sync; until then the check above knows nothing of it.
    let _ = tokio::time::timeout(Duration::from_secs(20), room.sync_up()).await;
    Ok(room)
}
