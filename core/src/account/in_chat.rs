//! What an agent may do in chat (BO12), by how the accounts stand and how old the link is: one pure table, and the use
//! case that asks it. `tests/stories/chat_rights.txt` prints it whole.

use chrono::{DateTime, Utc};

use super::model::{Lock, LockCause, Standing, Why};
use super::{Error, of};
use crate::kernel::actor::{Actor, Door};
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::people::{self, AgentId};
use crate::policy::{Action, allow};

/// How an agent stands towards the chat: the worst of both accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Footing {
    /// Active, expired, not created yet, or locked for devices that a linked chat is none of.
    Sound,
    /// Locked everywhere by failures.
    Locked,
    /// Locked by the agent after something suspicious.
    Reported,
    /// Deactivated.
    Deactivated(Why),
    /// No longer with the city.
    Left,
}

/// How old the link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// New until then.
    Fresh(DateTime<Utc>),
    /// Old enough.
    Settled,
}

/// What is asked in chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Help, languages: nothing of one's own.
    Help,
    /// A reset link for the professional mailbox, which even strangers may ask for.
    Reset,
    /// What stands in the way of signing in.
    Diagnosis,
    /// That it be lifted, by those who can.
    Request,
    /// Reporting, ending sessions, locking, unlinking: what only closes something.
    Close,
    /// Leave, one's own or to be decided.
    Leave,
    /// Payslips and other documents.
    Documents,
    /// One's own record: address, bank details, family, phone.
    Profile,
    /// Showing on the phone who one is (CO6).
    Verification,
}

impl Matter {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 9] = [
        Self::Help,
        Self::Reset,
        Self::Diagnosis,
        Self::Request,
        Self::Close,
        Self::Leave,
        Self::Documents,
        Self::Profile,
        Self::Verification,
    ];
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barred {
    /// The account is locked.
    Locked,
    /// The agent locked it.
    Reported,
    /// It is deactivated.
    Deactivated(Why),
    /// The agent is no longer with the city.
    Left,
    /// The link is new, until then.
    Fresh(DateTime<Utc>),
}

impl Footing {
    /// The worst of these standings.
    pub fn of(standings: &[Standing]) -> Self {
        let by_agent = |standing: &&Standing| standing.lock == Some(Lock::Everywhere(LockCause::Agent));
        let locked = |standing: &&Standing| matches!(standing.lock, Some(Lock::Everywhere(_)));
        if standings.iter().any(|standing| by_agent(&standing)) {
            return Self::Reported;
        }
        if let Some(closure) = standings.iter().find_map(|standing| standing.closed) {
            return Self::Deactivated(closure.why);
        }
        if standings.iter().any(|standing| locked(&standing)) {
            Self::Locked
        } else {
            Self::Sound
        }
    }

    /// The table.
    pub fn allows(self, age: Age, matter: Matter) -> Result<(), Barred> {
        use Matter::{Close, Diagnosis, Documents, Help, Leave, Profile, Request, Reset, Verification};
        match (self, matter) {
            (Self::Left, Help | Reset) => Ok(()),
            (Self::Left, _) => Err(Barred::Left),
            (_, Help | Reset | Diagnosis | Request | Close) => Ok(()),
            (Self::Reported, Leave | Documents | Profile | Verification) => Err(Barred::Reported),
            (Self::Deactivated(why), Leave | Documents | Profile | Verification) => {
                Err(Barred::Deactivated(why))
            }
            (Self::Sound | Self::Locked, Leave) => Ok(()),
            (Self::Locked, Documents | Profile | Verification) => Err(Barred::Locked),
            (Self::Sound, Documents | Profile | Verification) => match age {
                Age::Settled => Ok(()),
                Age::Fresh(until) => Err(Barred::Fresh(until)),
            },
        }
    }
}

/// Judges what the agent who speaks in chat may ask now. Other doors have rules of their own; whoever is not known is
/// judged by each use case.
pub async fn may_in_chat(work: &mut Work, matter: Matter) -> Result<(), Error> {
    let agent = match work.actor() {
        Actor::Person(person) if person.door == Door::Chat => person.agent,
        _ => return Ok(()),
    };
    allow(work.actor(), Action::ActForOneself)?;
    chat_allows(work, agent, matter).await?.map_err(Error::Barred)
}

/// Whether the table gives this to an agent in chat now. For use cases that already judged the actor.
pub(crate) async fn chat_allows(
    work: &mut Work,
    agent: AgentId,
    matter: Matter,
) -> Result<Result<(), Barred>, Fault> {
    let [first, second] = of(work, agent).await?;
    let hours = work.settings().link.hold_hours;
    let now = work.now();
    let (footing, age) = match people::link_of(work, agent).await? {
        // Ended in this very conversation, or with the employment.
        None => (Footing::Left, Age::Fresh(now)),
        Some(link) if link.settled_at(hours) > now => (
            Footing::of(&[first.standing, second.standing]),
            Age::Fresh(link.settled_at(hours)),
        ),
        Some(_) => (Footing::of(&[first.standing, second.standing]), Age::Settled),
    };
    Ok(footing.allows(age, matter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{Closure, Stage};

    fn standing(lock: Option<Lock>, why: Option<Why>) -> Standing {
        Standing {
            stage: Stage::Active,
            lock,
            closed: why.map(|why| Closure { why, agreed: None }),
        }
    }

    #[test]
    fn the_worse_account_counts_and_strangers_failures_do_not() {
        let sound = standing(None, None);
        let locked = standing(Some(Lock::Everywhere(LockCause::Failures)), None);
        let reported = standing(Some(Lock::Everywhere(LockCause::Agent)), None);
        let closed = standing(None, Some(Why::Inactivity));
        let strangers = standing(Some(Lock::UnknownDevices), None);
        for (standings, footing) in [
            ([sound, sound], Footing::Sound),
            ([Standing::NEW, Standing::NEW], Footing::Sound),
            ([strangers, sound], Footing::Sound),
            ([locked, sound], Footing::Locked),
            ([sound, locked], Footing::Locked),
            ([closed, locked], Footing::Deactivated(Why::Inactivity)),
            ([reported, closed], Footing::Reported),
            ([sound, reported], Footing::Reported),
        ] {
            assert_eq!(Footing::of(&standings), footing, "{standings:?}");
        }
    }
}
