//! The stage: a small cast, a direct room for each, and everything said delivered to whom it is for.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use chrono::Duration;
use guichet_bot::desk::{self, Gate, Unfit};
use guichet_bot::render::render;
use guichet_core::account::Circuit;
use guichet_core::channel::{self, Limit};
use guichet_core::conversation::{self, Heard, What};
use guichet_core::kernel::actor::{Door, Role};
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::house::House;
use guichet_core::kernel::line::Saying;
use guichet_core::kernel::notice::{self, Letter, Way};
use guichet_core::kernel::words::Lang;
use guichet_core::kernel::work::Work;
use guichet_core::leave::{self, HalfDays, Kind};
use guichet_core::people::{self, By, Profile};
use guichet_core::testing::TestHouse;
use guichet_core::ticket;

/// The rooms of the stage: `!first.last` is a direct room, `!company` is not.
#[derive(Default)]
pub(crate) struct Rooms {
    /// The cross-signing keys that chat addresses show.
    pub(crate) keys: BTreeMap<String, String>,
}

impl Gate for Rooms {
    async fn check(&self, room: &str, _: &str) -> Result<Option<Unfit>, Fault> {
        Ok(match room {
            "!company" => Some(Unfit::Company),
            "!plain" => Some(Unfit::Unencrypted),
            "!open" => Some(Unfit::Open),
            _ => None,
        })
    }

    async fn key(&self, sender: &str) -> Result<Option<String>, Fault> {
        Ok(self.keys.get(sender).cloned())
    }
}

/// A house with its cast.
pub(crate) struct Stage<'h> {
    pub(crate) house: &'h TestHouse,
    /// What each person (or `mail`) has been told and the screenplay has not yet heard.
    pub(crate) told: BTreeMap<String, VecDeque<String>>,
    /// The last event said in each room.
    last: BTreeMap<String, String>,
    /// Its rooms.
    pub(crate) rooms: Rooms,
    events: u32,
}

impl<'h> Stage<'h> {
    /// Amina, her supervisor Claire, Claire's own supervisor Paul, Karim of IT support and Nadia of HR, all linked
    /// some days ago; Zoé, who never wrote; Hugo, who has a mobile; Iris, who works with social data;
    /// Rosa and Emma, who have extended rights, accounts, the VPN, and Budget on the internal network only.
    pub(crate) async fn set(house: &'h TestHouse) -> Self {
        let paul = house.agent("paul.girard").await;
        let claire = house
            .agent_with("claire.moreau", |a| a.supervisor = Some("paul.girard".into()))
            .await;
        let karim = house.agent("karim.benali").await;
        let nadia = house.agent("nadia.petit").await;
        house.grant(&karim, Role::ItSupport, None).await;
        house.grant(&nadia, Role::HrOfficer, None).await;
        let amina = house
            .agent_with("amina.diallo", |a| {
                a.supervisor = Some("claire.moreau".into());
                a.it_contact = Some("karim.benali".into());
                a.hr_officer = Some("nadia.petit".into());
            })
            .await;
        let john = house
            .agent_with("john.smith", |a| {
                a.lang = Lang::En;
                a.supervisor = Some("claire.moreau".into());
            })
            .await;
        let hugo = house
            .agent_with("hugo.mobile", |a| a.mobile = Some("06 39 98 00 17".into()))
            .await;
        let iris = house
            .agent_with("iris.sensible", |a| {
                a.mobile = Some("06 39 98 00 18".into());
                a.profile = Profile::SocialData;
            })
            .await;
        for agent in [&paul, &claire, &karim, &nadia, &amina, &john, &hugo, &iris] {
            house.link(agent).await;
        }
        house
            .agent_with("zoe.nouvelle", |a| a.supervisor = Some("claire.moreau".into()))
            .await;
        equipped(house).await;
        for agent in ["amina.diallo", "john.smith", "claire.moreau"] {
            entitled(house, agent).await;
        }
        Self {
            house,
            told: BTreeMap::new(),
            last: BTreeMap::new(),
            rooms: Rooms::default(),
            events: 0,
        }
    }

    /// `person` says `text` in `room`, and everything it causes is carried out and delivered.
    pub(crate) async fn say(&mut self, person: &str, room: &str, text: &str) {
        let what = match guichet_bot::understand::secret::find_secret(text) {
            Some(kind) => What::Secret {
                kind: desk::secret_name(kind).to_owned(),
                redacted: true,
            },
            None => What::Said(text.to_owned()),
        };
        self.hear(person, room, what, Duration::zero()).await;
    }

    /// Something reaches the house, `late` after it was sent.
    pub(crate) async fn hear(&mut self, person: &str, room: &str, what: What, late: Duration) {
        self.events += 1;
        // No two messages are of the same instant: the log keeps their order.
        self.house.clock.advance(Duration::milliseconds(1));
        let heard = Heard {
            event_id: format!("${}", self.events),
            room: room.to_owned(),
            sender: format!("@{person}:localhost"),
            sent_at: self.house.clock.now() - late,
            what,
        };
        conversation::keep(self.house, "matrix", &[heard], &self.events.to_string())
            .await
            .unwrap();
        self.settle().await;
    }

    /// `person` reacts to the last thing that was said in `room`.
    pub(crate) async fn tap(&mut self, person: &str, room: &str, key: &str) {
        let what = What::Reacted {
            to: self.last.get(room).cloned().unwrap_or_default(),
            key: key.to_owned(),
        };
        self.hear(person, room, what, Duration::zero()).await;
    }

    /// The address of `person` shows this cross-signing key from here on.
    pub(crate) fn shows(&mut self, person: &str, key: &str) {
        let address = format!("@{person}:localhost");
        self.rooms.keys.insert(address, key.to_owned());
    }

    /// An officer has a code sent to an agent who calls about an act.
    pub(crate) async fn call(&mut self, officer_and_act: &str, agent: &str) {
        let (officer, act) = officer_and_act.trim().split_once(' ').unwrap();
        // No two messages are of the same instant.
        self.house.clock.advance(Duration::milliseconds(1));
        let mut work = Work::read(self.house).await.unwrap();
        let officer = people::by_username(&mut work, officer).await.unwrap().unwrap();
        let agent = people::by_username(&mut work, agent).await.unwrap().unwrap();
        drop(work);
        let mut work = self.house.work(&officer, Door::Console).await;
        ticket::call(&mut work, agent.id, act.parse().unwrap(), By::Chat)
            .await
            .unwrap();
        work.save().await.unwrap();
        self.settle().await;
    }

    /// Until nothing is left to handle or deliver.
    pub(crate) async fn settle(&mut self) {
        let house: &Arc<House> = self.house;
        while desk::handle(house, &self.rooms).await.unwrap() {}
        while let Some(claimed) = notice::next::<Saying>(house, Way::Chat, &[]).await.unwrap() {
            let mut work = Work::read(house).await.unwrap();
            let agent = match claimed.agent {
                Some(agent) => people::find(&mut work, agent).await.unwrap(),
                None => None,
            };
            drop(work);
            let (person, lang) = match &agent {
                Some(agent) => (agent.username.clone(), agent.lang),
                None => (claimed.room.clone().or(claimed.address).unwrap(), Lang::Fr),
            };
            let text = render(
                &house.words,
                claimed.content.lang.unwrap_or(lang),
                &claimed.content,
            )
            .plain;
            let room = claimed.room.unwrap_or_else(|| format!("!{person}"));
            let whom = if room == format!("!{person}") {
                person
            } else {
                room.clone()
            };
            self.told
                .entry(whom.trim_start_matches('!').to_owned())
                .or_default()
                .push_back(text);
            let event = format!("${}", claimed.id);
            self.last.insert(room.clone(), event.clone());
            notice::sent(house, claimed.id, Some(&room), &event)
                .await
                .unwrap();
        }
        while let Some(claimed) = notice::claim::<Letter>(house, Way::Mail, Duration::seconds(30))
            .await
            .unwrap()
        {
            let Letter { to, subject, .. } = claimed.content;
            self.told
                .entry("mail".into())
                .or_default()
                .push_back(format!("{to}: {subject}"));
            notice::sent(house, claimed.id, None, "<mail>").await.unwrap();
        }
    }

    /// Time passes; talks that went quiet lapse.
    /// The job of each morning about leave that nobody decided on.
    pub(crate) async fn warn(&mut self) {
        let mut work = Work::write(self.house).await.unwrap();
        work.act_as_system("reminder.leave_unvalidated");
        leave::warn_applicants(&mut work).await.unwrap();
        work.save().await.unwrap();
        self.settle().await;
    }

    pub(crate) async fn wait(&mut self, by: Duration) {
        self.house.clock.advance(by);
        desk::lapse(self.house).await.unwrap();
        self.settle().await;
    }
}

/// The shipped catalogue, and two agents who have their accounts and the VPN, and a restriction.
async fn equipped(house: &TestHouse) {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_operator();
    let catalogue = include_str!("../../applications.example.csv");
    let report = channel::import(&mut work, catalogue).await.unwrap();
    assert_eq!(report.wrong, []);
    work.save().await.unwrap();
    for (name, lang) in [("rosa.leroy", Lang::Fr), ("emma.jones", Lang::En)] {
        let agent = house
            .agent_with(name, |a| {
                a.lang = lang;
                a.mobile = Some("06 39 98 00 19".into());
                a.profile = Profile::ExtendedRights;
            })
            .await;
        house.link(&agent).await;
        for circuit in Circuit::ALL {
            house.password(&agent, circuit, "Tarte-aux-9mures").await;
        }
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        channel::provision_vpn(&mut work, agent.id).await.unwrap();
        let why = "Droits étendus sur les marchés";
        channel::provision_restriction(&mut work, agent.id, "budget", Limit::Internal, why)
            .await
            .unwrap();
        work.save().await.unwrap();
    }
}

/// 25 days of annual leave and 10 RTT for 2026.
async fn entitled(house: &TestHouse, username: &str) {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_operator();
    let agent = people::by_username(&mut work, username)
        .await
        .unwrap()
        .unwrap()
        .id;
    leave::entitle(&mut work, agent, Kind::Annual, 2026, HalfDays::days(25))
        .await
        .unwrap();
    leave::entitle(&mut work, agent, Kind::Rtt, 2026, HalfDays::days(10))
        .await
        .unwrap();
    work.save().await.unwrap();
}
