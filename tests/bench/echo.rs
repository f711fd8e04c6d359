//! The bare bot that Guichet is measured against: matrix-sdk as it comes, its SQLite store, a loop of `sync_once`, each
//! text sent back. It does nothing that an echo does not need, and keeps nothing that a crash could lose.

use anyhow::Result;
use matrix_sdk::config::SyncSettings;
use matrix_sdk::ruma::api::client::filter::FilterDefinition;
use matrix_sdk::ruma::events::room::member::StrippedRoomMemberEvent;
use matrix_sdk::ruma::events::room::message::{
    MessageType, OriginalSyncRoomMessageEvent, RoomMessageEventContent,
};
use matrix_sdk::{Client, Room};
use std::path::Path;
use std::time::Duration;

/// Echoes until it is killed.
pub async fn run(homeserver: &str, user: &str, password: &str, store: &Path) -> Result<()> {
    let client = Client::builder()
        .homeserver_url(homeserver)
        .sqlite_store(store, None)
        .build()
        .await?;
    client.matrix_auth().login_username(user, password).await?;
    client.add_event_handler(enter);
    client.add_event_handler(answer);
    // Members only where they are needed, as a simple bot would ask for them.
    let sync = SyncSettings::new().filter(FilterDefinition::with_lazy_loading().into());
    let mut cursor = client
        .sync_once(sync.clone().timeout(Duration::ZERO))
        .await?
        .next_batch;
    loop {
        let since = sync.clone().timeout(Duration::from_secs(30)).token(cursor);
        cursor = client.sync_once(since).await?.next_batch;
    }
}

async fn enter(event: StrippedRoomMemberEvent, room: Room) {
    if event.state_key == room.own_user_id() {
        tokio::spawn(async move { room.join().await });
    }
}

async fn answer(event: OriginalSyncRoomMessageEvent, room: Room) {
    if event.sender == room.own_user_id() {
        return;
    }
    if let MessageType::Text(text) = event.content.msgtype {
        tokio::spawn(async move { room.send(RoomMessageEventContent::text_plain(text.body)).await });
    }
}
