//! A new professional card (PR4): asked for by the agent, seen to by human resources. No other change brings one about.

use super::Error;
use super::model::{Kind, Ticket};
use super::open::open;
use crate::account;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// Asks for a new card, or gives the request that is open already.
pub async fn request_card(work: &mut Work) -> Result<Ticket, Error> {
    allow(work.actor(), Action::ActForOneself)?;
    let agent = work.actor().agent().ok_or(account::Error::NoAgent)?;
    open(work, agent, Kind::Card, None, vec![]).await
}
