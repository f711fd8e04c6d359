//! One unit of work: a transaction, who acts, a single `now`, and what is to be said about it. Dropped unsaved, it is
//! rolled back.

use chrono::{DateTime, NaiveDate, Utc};
use std::sync::Arc;

use super::actor::{Actor, Person};
use super::audit::Entry;
use super::chance::Chance;
use super::config::Settings;
use super::db::Tx;
use super::fault::Fault;
use super::house::House;
use super::line::{Args, Line, Saying};
use super::notice::{self, Draft, Letter, NoticeId, Text, Way};
use super::secret::Keys;
use crate::people::{Agent, AgentId};

/// See the module.
pub struct Work {
    house: Arc<House>,
    tx: Tx,
    actor: Actor,
    now: DateTime<Utc>,
    written: i64,
    /// Ways by which something is to leave.
    told: Vec<Way>,
    /// What a unit that only reads has looked at; one that may write logs it at once.
    looked_at: Option<Vec<Entry>>,
}

impl Work {
    /// A unit that may write. It opens as nobody.
    pub async fn write(house: &Arc<House>) -> Result<Self, Fault> {
        let tx = house.db.begin_write().await?;
        Ok(Self::open(house, tx, None))
    }

    /// A unit that only reads. Views of personal data are logged when it is saved, in a transaction of their own: who looks
    /// does not keep those who write waiting.
    pub async fn read(house: &Arc<House>) -> Result<Self, Fault> {
        let tx = house.db.begin_read().await?;
        Ok(Self::open(house, tx, Some(vec![])))
    }

    fn open(house: &Arc<House>, tx: Tx, looked_at: Option<Vec<Entry>>) -> Self {
        Self {
            house: house.clone(),
            tx,
            actor: Actor::Nobody,
            now: house.clock.now(),
            written: 0,
            told: vec![],
            looked_at,
        }
    }

    /// Becomes an identified person.
    pub fn act_as(&mut self, person: Person) {
        self.actor = Actor::Person(person);
    }

    /// Becomes a job of the house.
    pub fn act_as_system(&mut self, job: &'static str) {
        self.actor = Actor::System(job);
    }

    /// Becomes whoever runs commands on the machine.
    pub fn act_as_operator(&mut self) {
        self.actor = Actor::Operator;
    }

    /// On whose behalf this is done.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The instant of this unit, the same throughout.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The date of [`Work::now`] in the city.
    pub fn today(&self) -> NaiveDate {
        self.house.today_at(self.now)
    }

    /// The house.
    pub fn house(&self) -> &Arc<House> {
        &self.house
    }

    /// The house's numbers.
    pub fn settings(&self) -> &Settings {
        &self.house.settings
    }

    /// The house's keys.
    pub fn keys(&self) -> &Keys {
        &self.house.keys
    }

    /// The source of chance.
    pub fn chance(&self) -> &Chance {
        &self.house.chance
    }

    /// The transaction, for the stores.
    pub fn tx(&mut self) -> &mut Tx {
        &mut self.tx
    }

    /// A new id, ordered by time (UUIDv7).
    pub fn new_id<Id: From<uuid::Uuid>>(&mut self) -> Result<Id, Fault> {
        let random = self.house.chance.bytes::<10>()?;
        let millis = u64::try_from(self.now.timestamp_millis()).unwrap_or_default();
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random)
            .into_uuid()
            .into())
    }

    /// A growing number that keeps the order of rows written within one unit and across units.
    pub(super) fn next_seq(&mut self) -> i64 {
        self.written += 1;
        self.now
            .timestamp_micros()
            .saturating_mul(1000)
            .saturating_add(self.written)
    }

    /// Writes a row of the audit log.
    pub async fn audit(&mut self, entry: Entry) -> Result<(), Fault> {
        match &mut self.looked_at {
            Some(views) if entry.is_view() => views.push(entry),
            _ => entry.insert(self).await?,
        }
        Ok(())
    }

    /// Says `line` to an agent, in their own direct room.
    pub async fn tell(&mut self, agent: AgentId, line: Line) -> Result<NoticeId, Fault> {
        self.chat((Some(agent), None, None), line.into(), None).await
    }

    /// As [`Work::tell`]; it is dropped when it has not left by `expires_at`: a code is not sent late.
    pub async fn tell_until(
        &mut self,
        agent: AgentId,
        line: Line,
        expires_at: DateTime<Utc>,
    ) -> Result<NoticeId, Fault> {
        self.chat((Some(agent), None, None), line.into(), Some(expires_at))
            .await
    }

    /// Answers in the room where something was said.
    pub async fn answer(
        &mut self,
        agent: Option<AgentId>,
        room: &str,
        saying: Saying,
    ) -> Result<NoticeId, Fault> {
        self.chat((agent, Some(room), None), saying, None).await
    }

    /// Says `saying` to a chat address that is nobody's, or no longer somebody's, in a direct room with it. It is
    /// dropped when it has not left by `expires_at`: a code is not sent late.
    pub async fn tell_address(
        &mut self,
        address: &str,
        saying: Saying,
        expires_at: DateTime<Utc>,
    ) -> Result<NoticeId, Fault> {
        self.chat((None, None, Some(address)), saying, Some(expires_at))
            .await
    }

    async fn chat(
        &mut self,
        (agent, room, address): (Option<AgentId>, Option<&str>, Option<&str>),
        saying: Saying,
        expires_at: Option<DateTime<Utc>>,
    ) -> Result<NoticeId, Fault> {
        let clear = serde_json::to_vec(&saying).map_err(|e| Fault::outside("notice", e))?;
        let choices = notice::choice_ids(&saying);
        self.told.push(Way::Chat);
        let draft = Draft {
            way: Way::Chat,
            agent,
            room,
            address,
            clear,
            choices,
            due_at: self.now,
            expires_at,
        };
        notice::insert(self, draft).await
    }

    /// Writes an e-mail to the address that HR holds: the words `KEY-subject` and `KEY-body`, in the agent's language.
    /// With `expires_at` it is dropped when it has not left by then: a link that no longer works is not sent late.
    pub async fn mail(
        &mut self,
        agent: &Agent,
        key: &str,
        args: &Args,
        expires_at: Option<DateTime<Utc>>,
    ) -> Result<NoticeId, Fault> {
        let words = &self.house.words;
        let letter = Letter {
            to: agent.email.clone(),
            subject: words.say(agent.lang, &format!("{key}-subject"), args),
            body: words.say(agent.lang, &format!("{key}-body"), args),
        };
        let clear = serde_json::to_vec(&letter).map_err(|e| Fault::outside("notice", e))?;
        self.told.push(Way::Mail);
        let draft = Draft {
            way: Way::Mail,
            agent: Some(agent.id),
            room: None,
            address: None,
            clear,
            choices: None,
            due_at: self.now,
            expires_at,
        };
        notice::insert(self, draft).await
    }

    /// Writes an SMS to a number of an agent: the word `key`, in the agent's language. It is dropped when it has not
    /// left by `expires_at`.
    pub async fn text(
        &mut self,
        agent: &Agent,
        number: &str,
        key: &str,
        args: &Args,
        expires_at: DateTime<Utc>,
    ) -> Result<NoticeId, Fault> {
        let text = Text {
            to: number.to_owned(),
            body: self.house.words.say(agent.lang, key, args),
        };
        let clear = serde_json::to_vec(&text).map_err(|e| Fault::outside("notice", e))?;
        self.told.push(Way::Sms);
        let draft = Draft {
            way: Way::Sms,
            agent: Some(agent.id),
            room: None,
            address: None,
            clear,
            choices: None,
            due_at: self.now,
            expires_at: Some(expires_at),
        };
        notice::insert(self, draft).await
    }

    /// Marks a place to come back to: a use case that is refused must leave nothing behind.
    pub async fn mark(&mut self) -> Result<(), Fault> {
        run!(&mut self.tx, "SAVEPOINT step").map(drop)
    }

    /// Takes back everything since [`Work::mark`].
    pub async fn back_to_mark(&mut self) -> Result<(), Fault> {
        run!(&mut self.tx, "ROLLBACK TO SAVEPOINT step").map(drop)
    }

    /// Makes everything durable, and rings for those who deliver it.
    pub async fn save(self) -> Result<(), Fault> {
        match self.looked_at {
            Some(ref views) if !views.is_empty() => return self.log_views().await,
            _ => self.tx.commit().await?,
        }
        for way in self.told {
            way.bell(&self.house).ring();
        }
        Ok(())
    }

    async fn log_views(mut self) -> Result<(), Fault> {
        let views = self.looked_at.take().unwrap_or_default();
        let mut work = self.anew().await?;
        for view in views {
            work.audit(view).await?;
        }
        work.tx.commit().await
    }

    /// Takes everything back and keeps only the refusal, in a small transaction of its own.
    pub async fn refuse(self, entry: Entry) -> Result<(), Fault> {
        let mut work = self.anew().await?;
        work.audit(entry).await?;
        work.save().await
    }

    /// A unit that may write, by the same actor at the same instant; what was done so far is taken back.
    async fn anew(self) -> Result<Self, Fault> {
        let Self {
            house,
            tx,
            actor,
            now,
            ..
        } = self;
        tx.rollback().await?;
        let tx = house.db.begin_write().await?;
        Ok(Self {
            house,
            tx,
            actor,
            now,
            written: 0,
            told: vec![],
            looked_at: None,
        })
    }
}
