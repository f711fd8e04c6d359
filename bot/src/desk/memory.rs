//! What is kept of a talk between two messages: where it stands, and the language last spoken in it. "OK" is no language.

use chrono::Duration;
use guichet_core::conversation;
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::words::Lang;
use guichet_core::kernel::work::Work;
use guichet_core::people::AgentId;
use serde::{Deserialize, Serialize};

use crate::talk::State;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// Where the talk stands.
    pub state: State,
    /// The language last spoken, where it is not the person's usual one.
    pub lang: Option<Lang>,
}

impl Memory {
    /// What was stored. A form written by another version means: let us start again.
    pub(super) fn read(stored: &str) -> Self {
        serde_json::from_str(stored).unwrap_or_default()
    }
}

/// What is remembered of the talk in a room, and whether it was left in the middle for too long: then it is nothing.
pub(super) async fn recall(work: &mut Work, room: &str) -> Result<(Memory, bool), Fault> {
    let Some(talk) = conversation::recall(work, room).await? else {
        return Ok((Memory::default(), false));
    };
    let memory = Memory::read(&talk.state);
    let lasts = Duration::minutes(work.settings().chat.conversation_minutes);
    if talk.heard_at + lasts > work.now() {
        return Ok((memory, false));
    }
    Ok((Memory::default(), memory.state != State::Idle))
}

/// Remembers it. Where nothing is to be remembered, nothing is stored.
pub(super) async fn keep(
    work: &mut Work,
    room: &str,
    agent: Option<AgentId>,
    memory: &Memory,
) -> Result<(), Fault> {
    if *memory == Memory::default() {
        return conversation::forget(work, room).await.map(drop);
    }
    let stored = serde_json::to_string(memory).map_err(|e| Fault::outside("talk", e))?;
    conversation::remember(work, room, agent, &stored).await
}
