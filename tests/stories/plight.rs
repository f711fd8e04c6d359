//! What befell two people before a scene begins: the same to both, Léa who writes French and Leo who writes English.
//!
//! ```text
//! = ordinary with number          who they are: a profile, with a mobile or not, `staff` or not
//! = intraparis created            a personal password; `temporary`; `guessed 2`; `locked`; `deactivated administrative`
//! = unused                        for so long that the accounts are deactivated
//! = known device                  they signed in once, on a device of theirs
//! = locked by agent
//! = authenticator app
//! = codes used up                 no more SMS today
//! ```

use chrono::Duration;
use guichet_core::account::{self, Circuit, Deactivate, Why};
use guichet_core::factor;
use guichet_core::kernel::actor::{Door, Role};
use guichet_core::kernel::secret::Secret;
use guichet_core::kernel::words::Lang;
use guichet_core::kernel::work::Work;
use guichet_core::people::{self, Agent, Profile};
use guichet_core::session::{confirm_second, sign_in};
use guichet_core::testing::{SECOND, knock};

use crate::house::Stage;

const FIRST: &str = "Tarte-aux-9mures";
const WRONG: &str = "Tarte-aux-8mures";

impl Stage<'_> {
    /// Makes it so. What they are told meanwhile is no part of the scene.
    pub(crate) async fn prepare(&mut self, fact: &str) -> Result<(), String> {
        let words: Vec<&str> = fact.split_whitespace().collect();
        if let Some(profile) = Profile::ALL
            .into_iter()
            .find(|profile| words.first() == Some(&profile.as_str()))
        {
            self.enter(profile, &words[1..]).await;
            return Ok(());
        }
        if words == ["unused"] {
            self.leave_unused().await?;
        }
        for username in ["lea.roux", "leo.roux"] {
            let agent = self.agent(username).await;
            self.befall(&agent, &words).await?;
        }
        self.settle().await;
        self.told.clear();
        Ok(())
    }

    async fn enter(&self, profile: Profile, with: &[&str]) {
        for (username, lang, mobile) in [
            ("lea.roux", Lang::Fr, "06 39 98 00 27"),
            ("leo.roux", Lang::En, "06 39 98 00 28"),
        ] {
            let agent = self
                .house
                .agent_with(username, |agent| {
                    agent.lang = lang;
                    agent.profile = profile;
                    agent.mobile = with.contains(&"number").then(|| mobile.into());
                    agent.it_contact = Some("karim.benali".into());
                    agent.hr_officer = Some("nadia.petit".into());
                })
                .await;
            self.house.link(&agent).await;
            if with.contains(&"staff") {
                self.house.grant(&agent, Role::ItSupport, None).await;
            }
        }
    }

    async fn agent(&self, username: &str) -> Agent {
        let mut work = Work::read(self.house).await.unwrap();
        people::by_username(&mut work, username).await.unwrap().unwrap()
    }

    /// Day after day nobody signs in, is warned, and warned again.
    async fn leave_unused(&self) -> Result<(), String> {
        let lea = self.agent("lea.roux").await;
        for _ in 0..2000 {
            self.house.clock.advance(Duration::days(1));
            let mut work = Work::write(self.house).await.unwrap();
            work.act_as_system("dormant");
            account::tend_dormant(&mut work).await.unwrap();
            let account = account::one(&mut work, lea.id, Circuit::IntraParis)
                .await
                .unwrap();
            work.save().await.unwrap();
            if account.standing.closed.is_some() {
                return Ok(());
            }
        }
        Err("nothing is ever deactivated".into())
    }

    async fn befall(&self, agent: &Agent, words: &[&str]) -> Result<(), String> {
        match words {
            ["known", "device"] => self.come_in(agent).await,
            ["locked", "by", "agent"] => {
                let mut work = self.house.work(agent, Door::Chat).await;
                account::lock_self(&mut work).await.unwrap();
                work.save().await.unwrap();
            }
            ["authenticator", "app"] => {
                self.house.app(agent).await;
            }
            ["codes", "used", "up"] => self.use_up_codes(agent).await?,
            ["unused"] => {}
            [circuit, rest @ ..] => {
                let circuit = Circuit::ALL.into_iter().find(|known| known.as_str() == *circuit);
                let circuit = circuit.ok_or_else(|| format!("no such fact: {words:?}"))?;
                self.befall_account(agent, circuit, rest).await?;
            }
            [] => return Err("an empty fact".into()),
        }
        Ok(())
    }

    async fn befall_account(&self, agent: &Agent, circuit: Circuit, what: &[&str]) -> Result<(), String> {
        let clear = match circuit {
            Circuit::IntraParis => FIRST,
            Circuit::MonCompteParisien => SECOND,
        };
        match what {
            ["created"] => self.house.password(agent, circuit, clear).await,
            ["temporary"] => self.house.temporary(agent, circuit, clear).await,
            ["guessed", times] => self.guess(agent, circuit, times.parse().unwrap()).await,
            ["locked"] => {
                self.guess(agent, circuit, self.house.settings.lock.failures)
                    .await
            }
            ["deactivated", why] => {
                let why = [Why::ChangeOfAssignment, Why::Administrative]
                    .into_iter()
                    .find(|known| known.as_str() == *why)
                    .ok_or_else(|| format!("no such reason: {why}"))?;
                let hr = self.agent("nadia.petit").await;
                let mut work = self.house.work(&hr, Door::Console).await;
                let wish = Deactivate {
                    agent: agent.id,
                    circuit,
                    why,
                    reason: "Pour la scène".into(),
                };
                account::deactivate(&mut work, &wish).await.unwrap();
                work.save().await.unwrap();
            }
            _ => return Err(format!("no such fact: {what:?}")),
        }
        Ok(())
    }

    /// Both passwords, on a device that is known from then on.
    async fn come_in(&self, agent: &Agent) {
        let opened = sign_in(self.house, knock(&agent.username, FIRST)).await.unwrap();
        let second = Secret::new(SECOND.into());
        confirm_second(self.house, opened.token.expose(), &second, "10.1.2.3")
            .await
            .unwrap();
    }

    /// So many wrong passwords, from a device that nobody knows.
    async fn guess(&self, agent: &Agent, circuit: Circuit, times: i64) {
        let mut knocked = match circuit {
            Circuit::IntraParis => None,
            Circuit::MonCompteParisien => {
                Some(sign_in(self.house, knock(&agent.username, FIRST)).await.unwrap())
            }
        };
        for _ in 0..times {
            let wrong = match &mut knocked {
                None => sign_in(self.house, knock(&agent.username, WRONG)).await,
                Some(opened) => {
                    let wrong = Secret::new(WRONG.into());
                    confirm_second(self.house, opened.token.expose(), &wrong, "10.1.2.3").await
                }
            };
            assert!(wrong.is_err(), "a wrong password opens nothing");
        }
    }

    async fn use_up_codes(&self, agent: &Agent) -> Result<(), String> {
        for _ in 0..50 {
            let mut work = Work::read(self.house).await.unwrap();
            if factor::exhausted_until(&mut work, agent).await.unwrap().is_some() {
                return Ok(());
            }
            drop(work);
            self.house.clock.advance(Duration::minutes(6));
            self.come_in(agent).await;
        }
        Err("codes never end".into())
    }
}
