//! Where a talk stands. The state itself is the dialogue's: here it is sealed bytes.

use chrono::{DateTime, Duration, Utc};
use std::sync::Arc;

use super::store;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::work::Work;
use crate::people::AgentId;

/// A talk under way in a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// With whom, if they are known.
    pub agent: Option<AgentId>,
    /// The dialogue's state, as it serialised it.
    pub state: String,
    /// When the person last spoke.
    pub heard_at: DateTime<Utc>,
}

/// The talk in a room, if one is under way.
pub async fn recall(work: &mut Work, room: &str) -> Result<Option<Talk>, Fault> {
    let Some(row) = store::talk(work.tx(), room).await? else {
        return Ok(None);
    };
    let state = work.keys().open("talk", &row.sealed)?;
    let state = String::from_utf8(state).map_err(|e| Fault::inconsistent("conversations", room, e))?;
    Ok(Some(Talk {
        agent: row.agent_id,
        state,
        heard_at: row.heard_at,
    }))
}

/// Keeps where the talk in a room stands.
pub async fn remember(work: &mut Work, room: &str, agent: Option<AgentId>, state: &str) -> Result<(), Fault> {
    let sealed = work.keys().seal(work.chance(), "talk", state.as_bytes())?;
    let now = work.now();
    store::set_talk(work.tx(), room, agent, sealed, now).await
}

/// The talk in a room is over. `false`: there was none.
pub async fn forget(work: &mut Work, room: &str) -> Result<bool, Fault> {
    Ok(store::delete_talk(work.tx(), room).await? == 1)
}

/// Rooms where the person has said nothing for `age` in the middle of a talk.
pub async fn rooms_gone_quiet(house: &Arc<House>, age: Duration) -> Result<Vec<String>, Fault> {
    let mut work = Work::read(house).await?;
    let before = work.now() - age;
    store::quiet_rooms(work.tx(), before).await
}
