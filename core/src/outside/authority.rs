//! Who has the last word on how an account stands. Everything else asks and tells it through `account`: a city whose accounts
//! live in a directory server has them read and changed there, at this one place.

use crate::account::{Account, Circuit};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;

/// What accounts are asked and told.
pub(crate) trait AccountAuthority {
    /// How an account stands; `None`: nothing has ever happened to it.
    async fn find(&self, tx: &mut Tx, agent: AgentId, circuit: Circuit) -> Result<Option<Account>, Fault>;

    /// Makes an account what it has become, unless it is no longer what it was: then `false`.
    async fn mark(&self, tx: &mut Tx, before: &Account, after: &Account) -> Result<bool, Fault>;
}

/// Guichet keeps the accounts itself, in its own database.
pub(crate) struct Embedded;
