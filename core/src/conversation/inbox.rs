//! What was heard and not yet handled.

use chrono::Duration;
use std::sync::Arc;

use super::heard::{Heard, What};
use super::store::{self, InboxRow, NewInbox};
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::work::Work;

/// An event whose turn it is.
#[derive(Debug)]
pub struct Waiting {
    /// What was heard.
    pub heard: Heard,
    /// How often the house failed on it.
    pub attempts: i64,
}

/// Stores what a sync brought together with the cursor past it. What is already known is left alone.
pub async fn keep(house: &Arc<House>, name: &str, heard: &[Heard], token: &str) -> Result<(), Fault> {
    let mut work = Work::write(house).await?;
    let now = work.now();
    let mut seq = if heard.is_empty() {
        0
    } else {
        store::last_seq(work.tx()).await?
    };
    for event in heard {
        seq += 1;
        let stage = if matches!(event.what, What::Undecryptable(_)) {
            "undecryptable"
        } else {
            "waiting"
        };
        let sealed = seal(&work, event)?;
        let Heard {
            event_id,
            room,
            sender,
            sent_at,
            ..
        } = event;
        let row = NewInbox {
            event_id,
            seq,
            room,
            sender,
            sealed,
            sent_at: *sent_at,
            stage,
        };
        store::insert(work.tx(), row, now).await?;
    }
    store::set_cursor(work.tx(), name, token, now).await?;
    work.save().await?;
    if !heard.is_empty() {
        house.heard.ring();
    }
    Ok(())
}

/// How far `name` has been followed.
pub async fn cursor(house: &Arc<House>, name: &str) -> Result<Option<String>, Fault> {
    let mut work = Work::read(house).await?;
    store::cursor(work.tx(), name).await
}

/// The event whose turn it is: the oldest one, room by room.
pub async fn next_waiting(house: &Arc<House>) -> Result<Option<Waiting>, Fault> {
    let mut work = Work::read(house).await?;
    let now = work.now();
    let Some(row) = store::next(work.tx(), now).await? else {
        return Ok(None);
    };
    let attempts = row.attempts;
    Ok(Some(Waiting {
        heard: open(&work, row)?,
        attempts,
    }))
}

/// Marks an event handled within the unit that carries out what it asked. `false`: it was handled already, and this
/// unit must be dropped.
pub async fn done(work: &mut Work, event_id: &str) -> Result<bool, Fault> {
    Ok(store::finish(work.tx(), event_id, "handled").await? == 1)
}

/// The house failed on an event: it keeps its place, and is tried again after `wait`.
pub async fn postpone(house: &Arc<House>, event_id: &str, wait: Duration) -> Result<(), Fault> {
    let mut work = Work::write(house).await?;
    let retry_at = work.now() + wait;
    store::postpone(work.tx(), event_id, retry_at).await?;
    work.save().await
}

/// Events that could not be decrypted, as raw JSON by event id.
pub async fn undecryptable(house: &Arc<House>) -> Result<Vec<(Heard, String)>, Fault> {
    let mut work = Work::read(house).await?;
    let rows = store::undecryptable(work.tx()).await?;
    raw(&work, rows)
}

/// Those of them that have waited longer than `age`, and whose senders do not know it yet.
pub async fn unreadable_since(house: &Arc<House>, age: Duration) -> Result<Vec<Heard>, Fault> {
    let mut work = Work::read(house).await?;
    let before = work.now() - age;
    let rows = store::older_undecryptable(work.tx(), before).await?;
    rows.into_iter().map(|row| open(&work, row)).collect()
}

/// The sender of an undecryptable event is told so in this unit. `false`: they were, or it can be read by now.
pub async fn told(work: &mut Work, event_id: &str) -> Result<bool, Fault> {
    let now = work.now();
    Ok(store::mark_told(work.tx(), event_id, now).await? == 1)
}

/// Forgets the events that could not be decrypted for `age`.
pub async fn forget_unreadable(house: &Arc<House>, age: Duration) -> Result<u64, Fault> {
    let mut work = Work::write(house).await?;
    let before = work.now() - age;
    let forgotten = store::fail_undecryptable(work.tx(), before).await?;
    work.save().await?;
    Ok(forgotten)
}

/// An event could be decrypted after all: it takes its turn.
pub async fn decrypted(house: &Arc<House>, heard: &Heard) -> Result<(), Fault> {
    let mut work = Work::write(house).await?;
    let sealed = seal(&work, heard)?;
    store::replace(work.tx(), &heard.event_id, sealed).await?;
    work.save().await?;
    house.heard.ring();
    Ok(())
}

fn raw(work: &Work, rows: Vec<InboxRow>) -> Result<Vec<(Heard, String)>, Fault> {
    let mut found = vec![];
    for row in rows {
        let heard = open(work, row)?;
        if let What::Undecryptable(raw) = &heard.what {
            let raw = raw.clone();
            found.push((heard, raw));
        }
    }
    Ok(found)
}

fn seal(work: &Work, heard: &Heard) -> Result<Vec<u8>, Fault> {
    let clear = serde_json::to_vec(heard).map_err(|e| Fault::outside("inbox", e))?;
    work.keys().seal(work.chance(), "inbox", &clear)
}

fn open(work: &Work, row: InboxRow) -> Result<Heard, Fault> {
    let sealed = row
        .sealed
        .ok_or_else(|| Fault::inconsistent("inbox", &row.event_id, "waiting without content"))?;
    let clear = work.keys().open("inbox", &sealed)?;
    serde_json::from_slice(&clear).map_err(|e| Fault::inconsistent("inbox", &row.event_id, e))
}
