//! Bringing accounts in with their first passwords.

use super::check::{cost_of, tag_of};
use super::hash::hash;
use super::set::put;
use super::{Error, kept};
use crate::account::{self, Circuit, Verb, attempt};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::queue::Lane;
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::people::Agent;
use crate::policy::{Action, allow};

/// A password that has been hashed, and is in clear nowhere any more.
#[derive(Clone)]
pub struct Hashed(pub(super) String);

/// Hashes a first password.
pub async fn hashed(house: &House, password: &Secret) -> Result<Hashed, Error> {
    let (tag, cost, salt) = (
        tag_of(house, password),
        cost_of(house),
        house.chance.bytes::<16>()?,
    );
    let hash = house
        .heavy
        .run(Lane::Known, move || hash(&tag, &salt, cost))
        .await?;
    Ok(Hashed(hash.map_err(|why| Fault::outside("argon2", why))?))
}

/// Creates an account with its first password: a temporary one, which the agent must replace, or a personal one brought
/// over from elsewhere. Repeatable: an account that exists is left as it is, and `false` given.
pub async fn provision(
    work: &mut Work,
    agent: &Agent,
    circuit: Circuit,
    first: Hashed,
    temporary: bool,
) -> Result<bool, Error> {
    allow(work.actor(), Action::ProvisionAccount)?;
    if kept(work, agent.id, circuit).await?.is_some() {
        return Ok(false);
    }
    // Somebody may have guessed at the name before there was an account.
    attempt::clear(work, agent, circuit).await?;
    account::change(work, agent.id, circuit, Verb::IssueTemporary).await?;
    if !temporary {
        account::change(work, agent.id, circuit, Verb::SetPersonal).await?;
    }
    put(work, agent.id, circuit, first, temporary).await?;
    let entry = Entry::change("password.provision")
        .about(agent.id)
        .with("circuit", circuit.as_str());
    work.audit(entry.with("temporary", temporary)).await?;
    Ok(true)
}
