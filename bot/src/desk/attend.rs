//! Standing at the desk: message after message, and an eye on talks that went quiet.

use chrono::Duration;
use guichet_core::conversation;
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::house::House;
use guichet_core::kernel::line::{Line, Saying};
use guichet_core::kernel::work::Work;
use std::sync::Arc;

use super::{Gate, Memory, handle};
use crate::talk::State;

/// How often the desk looks by itself: for what another process has heard, and for talks that went quiet.
const LOOK: std::time::Duration = std::time::Duration::from_secs(1);
/// Looks between two searches for talks that went quiet.
const ROUND: u32 = 20;

/// Handles messages as they come, until it is dropped. A fault is logged and waited out: nothing is lost meanwhile.
pub async fn attend(house: &Arc<House>, gate: &impl Gate) {
    let mut bell = house.heard.listen();
    let mut looks = 0;
    loop {
        bell.mark_unchanged();
        loop {
            match handle(house, gate).await {
                Ok(true) => {}
                Ok(false) => break,
                Err(fault) => {
                    tracing::error!(%fault, "the desk could not look at its messages");
                    break;
                }
            }
        }
        looks += 1;
        if looks >= ROUND {
            looks = 0;
            if let Err(fault) = lapse(house).await {
                tracing::error!(%fault, "talks that went quiet could not be ended");
            }
            if let Err(fault) = own_up(house).await {
                tracing::error!(%fault, "nobody could be told of messages that can't be read");
            }
        }
        let _ = tokio::time::timeout(LOOK, bell.changed()).await;
    }
}

/// Ends the talks in which the person has said nothing for a quarter of an hour, and says so.
pub async fn lapse(house: &Arc<House>) -> Result<(), Fault> {
    let age = Duration::minutes(house.settings.chat.conversation_minutes);
    for room in conversation::rooms_gone_quiet(house, age).await? {
        let mut work = Work::write(house).await?;
        work.act_as_system("desk");
        let talk = conversation::recall(&mut work, &room).await?;
        if let Some(talk) = talk
            && conversation::forget(&mut work, &room).await?
        {
            let Memory { state, lang } = Memory::read(&talk.state);
            let lines = vec![Line::public("talk-lapsed")];
            // Where only the language was remembered, nothing was left in the middle.
            if state != State::Idle {
                work.answer(talk.agent, &room, Saying { lines, lang }).await?;
            }
        }
        work.save().await?;
    }
    Ok(())
}

/// Says of messages that still can't be decrypted that they can't. They are answered if their key comes within a day.
pub async fn own_up(house: &Arc<House>) -> Result<(), Fault> {
    for heard in conversation::unreadable_since(house, Duration::minutes(1)).await? {
        let mut work = Work::write(house).await?;
        work.act_as_system("desk");
        if conversation::told(&mut work, &heard.event_id).await? {
            work.answer(None, &heard.room, Line::public("talk-undecryptable").into())
                .await?;
        }
        work.save().await?;
    }
    conversation::forget_unreadable(house, Duration::hours(24))
        .await
        .map(drop)
}
