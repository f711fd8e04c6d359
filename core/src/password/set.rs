//! Setting a password: first that it may be one (which costs hashes, so outside of any transaction), then keeping it.

use std::sync::Arc;

use super::check::{cost_of, tag_of};
use super::hash::{hash, matches};
use super::rules::{Broken, broken};
use super::{Error, Hashed, Kept, city_of, rules_of, store};
use crate::account::{self, Circuit, Verb, attempt};
use crate::kernel::audit::Entry;
use crate::kernel::config::Settings;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::queue::Lane;
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::people::{Agent, AgentId};

/// On what occasion a password is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// At sign-in, instead of a temporary or expired one.
    AtSignIn,
    /// By the agent, knowing the old one.
    Changed,
    /// By a link sent to the mailbox.
    Reset,
    /// By a link sent to the mailbox, for an account that had none.
    Creation,
}

impl How {
    fn what(self) -> &'static str {
        match self {
            How::AtSignIn => "password.set_at_sign_in",
            How::Changed => "password.change",
            How::Reset => "password.reset",
            How::Creation => "account.create",
        }
    }
}

/// Judges a new password of an agent and hashes it.
pub(crate) async fn prepare(
    house: &Arc<House>,
    agent: &Agent,
    circuit: Circuit,
    new: &Secret,
) -> Result<Hashed, Error> {
    let names = [agent.username.as_str(), &agent.given_name, &agent.family_name];
    let broken = broken(
        new.expose(),
        &names,
        &city_of(&house.settings),
        &rules_of(&house.settings),
    );
    if !broken.is_empty() {
        return Err(Error::Broken(broken));
    }
    let mut work = Work::read(house).await?;
    let mut refused = store::former(work.tx(), agent.id, circuit, remembered(&house.settings)).await?;
    refused.extend(
        super::kept(&mut work, agent.id, circuit)
            .await?
            .map(|kept| kept.hash),
    );
    drop(work);
    let (tag, cost, salt) = (tag_of(house, new), cost_of(house), house.chance.bytes::<16>()?);
    let hashed = house.heavy.run(Lane::Known, move || {
        let used = refused.iter().any(|stored| matches(&tag, stored));
        (!used).then(|| hash(&tag, &salt, cost))
    });
    match hashed.await? {
        None => Err(Error::Broken(vec![Broken::UsedBefore])),
        Some(hash) => Ok(Hashed(hash.map_err(|why| Fault::outside("argon2", why))?)),
    }
}

/// Keeps a personal password. Every session of the agent ends, and the agent is told. The account is neither unlocked
/// nor reactivated by it.
pub(crate) async fn replace(
    work: &mut Work,
    agent: &Agent,
    circuit: Circuit,
    new: Hashed,
    how: How,
) -> Result<(), Error> {
    let verb = match how {
        How::Creation => Verb::Create,
        How::AtSignIn | How::Changed | How::Reset => Verb::SetPersonal,
    };
    if verb == Verb::Create {
        // Somebody may have guessed at the name before there was an account.
        attempt::clear(work, agent, circuit).await?;
    }
    let agent = agent.id;
    let (_, after) = account::change(work, agent, circuit, verb).await?;
    put(work, agent, circuit, new, false).await?;
    account::end_sessions_of(work, agent).await?;
    work.audit(
        Entry::change(how.what())
            .about(agent)
            .with("circuit", circuit.as_str()),
    )
    .await?;
    let key = match (how, after.standing.lock) {
        (How::Creation, _) => "password-account-created",
        (_, Some(_)) => "password-changed-still-locked",
        (_, None) => "password-changed",
    };
    let line = account::told(key, circuit).arg("at", work.now());
    work.tell(
        agent,
        line.choice("access.not_me", "account-choice-not-me").urgent(),
    )
    .await?;
    Ok(())
}

/// How many passwords are remembered beside the one in use.
fn remembered(settings: &Settings) -> i64 {
    (settings.password.refuse_last - 1).max(0)
}

/// Puts a hash in place of the former one, which is remembered as long as the rules ask for it.
pub(super) async fn put(
    work: &mut Work,
    agent: AgentId,
    circuit: Circuit,
    Hashed(hash): Hashed,
    temporary: bool,
) -> Result<(), Fault> {
    let now = work.now();
    let old = super::kept(work, agent, circuit).await?;
    let newcomer = temporary && old.as_ref().is_none_or(|old| old.newcomer);
    if let Some(old) = old {
        let (id, keep) = (work.new_id()?, remembered(work.settings()));
        store::insert_former(work.tx(), id, agent, circuit, &old.hash, now).await?;
        store::forget_former(work.tx(), agent, circuit, keep).await?;
    }
    store::put(
        work.tx(),
        agent,
        circuit,
        &Kept {
            hash,
            temporary,
            set_at: now,
            forced: false,
            newcomer,
        },
    )
    .await
}
