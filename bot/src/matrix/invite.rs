//! Invitations: the bot enters direct rooms of people from allowed servers, and declines the rest.

use std::time::Duration;

use matrix_sdk::ruma::UserId;
use matrix_sdk::{Client, Room};
use tokio::time::Instant;

/// The invitations still open.
pub struct Invites {
    client: Client,
    servers: Vec<String>,
    failures: u32,
    again_at: Option<Instant>,
}

impl Invites {
    /// Accepts invitations from people of `servers` and of the bot's own.
    pub fn new(client: &Client, me: &UserId, mut servers: Vec<String>) -> Self {
        servers.push(me.server_name().to_string());
        Self {
            client: client.clone(),
            servers,
            failures: 0,
            again_at: None,
        }
    }

    /// Answers the open invitations when there are `new` ones, or when it is time to try again: a server that is slow
    /// to federate refuses the first attempts.
    pub async fn answer(&mut self, new: bool) {
        if !new && self.again_at.is_none_or(|at| at > Instant::now()) {
            return;
        }
        let mut failed = false;
        for room in self.client.invited_rooms() {
            if let Err(e) = self.answer_one(&room).await {
                tracing::warn!(room = %room.room_id(), error = %e, "an invitation could not be answered: tried again later");
                failed = true;
            }
        }
        self.failures = if failed { (self.failures + 1).min(7) } else { 0 };
        self.again_at = failed.then(|| Instant::now() + Duration::from_secs(5) * 2_u32.pow(self.failures));
    }

    async fn answer_one(&self, room: &Room) -> matrix_sdk::Result<()> {
        let inviter = room.invite_details().await?.inviter_id;
        if self
            .servers
            .iter()
            .any(|server| server == inviter.server_name().as_str())
            && room.is_direct().await?
        {
            room.join().await?;
            tracing::info!(room = %room.room_id(), "entered a direct room");
        } else {
            tracing::info!(room = %room.room_id(), %inviter, "declined an invitation");
            room.leave().await?;
        }
        Ok(())
    }
}
