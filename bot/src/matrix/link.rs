//! The bot's presence on Matrix: it connects, hears into the inbox, says the outbox, and replaces its device when it must.

use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use guichet_core::conversation::{self, Heard, What};
use guichet_core::kernel::config::secret_file;
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::house::House;
use guichet_core::people;
use matrix_sdk::Client;
use matrix_sdk::ruma::{EventId, RoomId, UserId};
use tokio::sync::watch;

use super::connect::{self, Account};
use super::hear::{Batch, Deaf, Ears};
use super::{outbox, room, say, trust};
use crate::desk::{Gate, Unfit, secret_name};
use crate::understand::secret::find_secret;

/// The name under which the position is kept.
const CURSOR: &str = "matrix";

/// One per process.
pub struct Link {
    house: Arc<House>,
    account: Account,
    client: watch::Sender<Option<Client>>,
}

impl Link {
    /// Reads the account from the settings. Nothing is connected yet.
    pub fn new(house: &Arc<House>) -> Result<Self, Fault> {
        let settings = &house.settings.matrix;
        let password = secret_file("matrix.password_file", &settings.password_file)?;
        let recovery = secret_file("matrix.passphrase_file", &settings.passphrase_file)?;
        let account = Account {
            homeserver: settings.homeserver.clone(),
            user: settings.user.clone(),
            password: Arc::new(password),
            recovery: Some(Arc::new(recovery)),
            store: settings.store.clone(),
            display_name: Some(settings.display_name.clone()).filter(|name| !name.is_empty()),
        };
        Ok(Self {
            house: house.clone(),
            account,
            client: watch::Sender::new(None),
        })
    }

    /// Hears and says, until it is stopped. Ends by itself only when a person has to do something.
    pub fn run(&self) -> BoxFuture<'_, Result<(), Fault>> {
        self.go().boxed()
    }

    async fn go(&self) -> Result<(), Fault> {
        loop {
            let client = self.connect().await?;
            self.client.send_replace(Some(client.clone()));
            let end = tokio::select! {
                end = self.hear(&client) => end,
                () = self.say(&client) => continue,
            };
            self.client.send_replace(None);
            match end {
                Deaf::Replace(why) => {
                    tracing::warn!(why, "the bot's device is replaced");
                    connect::retire(&client, &self.account).await?;
                }
                Deaf::Fault(fault) => return Err(fault),
            }
        }
    }

    /// Says what waits, except while the homeserver is away: each try would only make it wait longer.
    async fn say(&self, client: &Client) {
        loop {
            self.connected().await;
            tokio::select! {
                () = outbox::deliver(&self.house, client) => return,
                () = self.cut_off() => {}
            }
        }
    }

    /// Returns when the bot is connected: from then on it hears and says.
    pub async fn connected(&self) {
        let _ = self.client.subscribe().wait_for(Option::is_some).await;
    }

    /// Returns when the homeserver is away.
    pub async fn cut_off(&self) {
        let _ = self.client.subscribe().wait_for(Option::is_none).await;
    }

    async fn connect(&self) -> Result<Client, Fault> {
        let mut patience = Patience::default();
        loop {
            match connect::connect(&self.account, &self.house.keys, &self.house.chance).await {
                Ok(client) => return Ok(client),
                Err(fault) if fault.is_passing() => patience.wait(&self.house, &fault).await,
                Err(fault) => return Err(fault),
            }
        }
    }

    /// Hears until the device is deaf.
    async fn hear(&self, client: &Client) -> Deaf {
        let mut patience = Patience::default();
        let mut ears = loop {
            match self.ears(client).await {
                Ok(ears) => break ears,
                Err(Deaf::Fault(fault)) if fault.is_passing() => patience.wait(&self.house, &fault).await,
                Err(deaf) => return deaf,
            }
        };
        loop {
            let kept = match ears.next().await {
                Ok(batch) => {
                    self.client
                        .send_if_modified(|is| is.replace(client.clone()).is_none());
                    self.keep(client, batch).await
                }
                Err(Deaf::Fault(fault)) => {
                    self.client.send_replace(None);
                    Err(fault)
                }
                Err(deaf) => return deaf,
            };
            match kept {
                Ok(()) => {
                    ears.stored();
                    patience = Patience::default();
                }
                Err(fault) if fault.is_passing() => patience.wait(&self.house, &fault).await,
                Err(fault) => return Deaf::Fault(fault),
            }
        }
    }

    async fn ears(&self, client: &Client) -> Result<Ears, Deaf> {
        let cursor = conversation::cursor(&self.house, CURSOR).await?;
        let waiting = conversation::undecryptable(&self.house).await?;
        let waiting = waiting.into_iter().map(|(heard, _)| heard).collect();
        Ears::open(client, cursor, waiting, people::servers(&self.house.settings)).await
    }

    async fn keep(&self, client: &Client, batch: &Batch) -> Result<(), Fault> {
        match batch {
            Batch::New(heard, cursor) => {
                let heard = self.conceal(client, heard).await;
                conversation::keep(&self.house, CURSOR, &heard, cursor).await
            }
            Batch::Late(heard) => {
                for heard in self.conceal(client, heard).await {
                    conversation::decrypted(&self.house, &heard).await?;
                }
                Ok(())
            }
        }
    }

    /// Takes secrets out before anything is written, and out of the room where the bot has the power.
    async fn conceal(&self, client: &Client, heard: &[Heard]) -> Vec<Heard> {
        let mut safe = Vec::with_capacity(heard.len());
        for mut heard in heard.iter().cloned() {
            if let What::Said(text) = &heard.what
                && let Some(kind) = find_secret(text)
            {
                let redacted = redact(client, &heard).await;
                heard.what = What::Secret {
                    kind: secret_name(kind).to_owned(),
                    redacted,
                };
            }
            safe.push(heard);
        }
        safe
    }
}

async fn redact(client: &Client, heard: &Heard) -> bool {
    let (Ok(room), Ok(event)) = (RoomId::parse(&heard.room), EventId::parse(&heard.event_id)) else {
        return false;
    };
    let Some(room) = client.get_room(&room) else {
        return false;
    };
    say::redact(&room, &format!("redact {event}"), &event)
        .await
        .is_ok()
}

impl Gate for Link {
    async fn check(&self, room: &str, sender: &str) -> Result<Option<Unfit>, Fault> {
        let Some(client) = self.client.borrow().clone() else {
            return Err(Fault::outside("homeserver", "not connected"));
        };
        let (Ok(room), Ok(sender)) = (RoomId::parse(room), UserId::parse(sender)) else {
            return Ok(Some(Unfit::Absent));
        };
        let Some(room) = client.get_room(&room) else {
            return Ok(Some(Unfit::Absent));
        };
        // Boxed: what calls the desk need not be compiled with the SDK's types.
        room::check(&room, &sender).boxed().await.map_err(say::unsaid)
    }

    async fn key(&self, sender: &str) -> Result<Option<String>, Fault> {
        let Some(client) = self.client.borrow().clone() else {
            return Err(Fault::outside("homeserver", "not connected"));
        };
        let Ok(sender) = UserId::parse(sender) else {
            return Ok(None);
        };
        trust::shown_key(&client, &sender)
            .boxed()
            .await
            .map_err(say::unsaid)
    }
}

/// Waits ever longer, up to eight seconds, and never at the same moments as others: somebody may be waiting for an answer.
#[derive(Default)]
struct Patience(u32);

impl Patience {
    async fn wait(&mut self, house: &House, fault: &Fault) {
        let longest = 500 * 2_u64.pow(self.0.min(4));
        let jitter = house
            .chance
            .bytes::<1>()
            .map_or(0, |[byte]| longest * u64::from(byte) / 512);
        self.0 += 1;
        tracing::warn!(%fault, times = self.0, "tried again soon");
        tokio::time::sleep(Duration::from_millis(longest - jitter)).await;
    }
}
