//! Known devices. A signed cookie, given after a complete sign-in, gives a device a counter of its own, so that strangers
//! can't lock its owner out. It replaces neither password nor factor.

use chrono::TimeDelta;
use subtle::ConstantTimeEq;

use super::store;
use crate::account::{self, Circuit};
use crate::kernel::fault::Fault;
use crate::kernel::secret::{Keys, Secret, url_safe};
use crate::kernel::work::Work;
use crate::people::AgentId;

id!(
    /// A device on which an agent has signed in.
    DeviceId
);

/// The device that the cookie names, if it is one of this agent's, signed by us, not expired and not forgotten.
pub(super) async fn known(work: &mut Work, agent: AgentId, cookie: &str) -> Result<Option<DeviceId>, Fault> {
    let Some(device) = named(cookie) else {
        return Ok(None);
    };
    let signed = signed(work.keys(), agent, device);
    if !bool::from(signed.as_bytes().ct_eq(cookie.as_bytes())) {
        return Ok(None);
    }
    still_known(work, agent, device)
        .await
        .map(|known| known.then_some(device))
}

fn named(cookie: &str) -> Option<DeviceId> {
    let (id, _) = cookie.split_once('.')?;
    id.parse().ok()
}

/// Whether it looks like such a cookie at all.
pub(super) fn may_be(cookie: &str) -> bool {
    named(cookie).is_some()
}

/// Whether a device is still known.
pub(super) async fn still_known(work: &mut Work, agent: AgentId, device: DeviceId) -> Result<bool, Fault> {
    let now = work.now();
    let epoch = account::one(work, agent, Circuit::IntraParis).await?.device_epoch;
    store::device_is_known(work.tx(), device, agent, epoch, now).await
}

/// Gets to know a device, and gives the cookie for it. The oldest of too many is forgotten.
pub(super) async fn welcome(work: &mut Work, agent: AgentId) -> Result<(DeviceId, Secret), Fault> {
    let (id, now): (DeviceId, _) = (work.new_id()?, work.now());
    let expires_at = now + TimeDelta::days(work.settings().lock.device_days);
    let keep = work.settings().lock.devices;
    let epoch = account::one(work, agent, Circuit::IntraParis).await?.device_epoch;
    store::insert_device(work.tx(), id, agent, epoch, now, expires_at).await?;
    store::forget_oldest_devices(work.tx(), agent, keep).await?;
    Ok((id, Secret::new(signed(work.keys(), agent, id))))
}

/// How many devices an agent is known on. For use cases that already judged the actor.
pub async fn count(work: &mut Work, agent: AgentId) -> Result<i64, Fault> {
    let now = work.now();
    let epoch = account::one(work, agent, Circuit::IntraParis).await?.device_epoch;
    store::count_devices(work.tx(), agent, epoch, now).await
}

fn signed(keys: &Keys, agent: AgentId, device: DeviceId) -> String {
    let tag = keys.tag("device", format!("{agent} {device}").as_bytes());
    format!("{device}.{}", url_safe(&tag))
}
