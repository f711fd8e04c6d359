//! Staff at their desks, and callers who have shown who they are.

#![expect(clippy::unwrap_used, reason = "for tests, which may fail loudly")]

use chrono::Duration;

use super::{SECOND, TestHouse, knock};
use crate::channel::Channel;
use crate::factor::Seed;
use crate::kernel::actor::{Door, Role};
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::people::{self, Agent, By, Draft};
use crate::policy::Act;
use crate::session::{self, Here, SignIn, Site};

impl TestHouse {
    /// The agent has shown this officer, on the phone, who they are: `act` may be done, once.
    pub async fn proves(&self, agent: &Agent, officer: &Agent, act: Act) {
        let mut work = self.work(officer, Door::Console).await;
        let (id, now) = (work.new_id().unwrap(), work.now());
        let draft = Draft {
            id,
            agent: agent.id,
            officer: officer.id,
            act,
            reference: "2026-000000",
            by: By::Chat,
            tag: None,
            expires_at: now + Duration::minutes(5),
        };
        people::begin_check(&mut work, &draft).await.unwrap();
        let good = (now, now + Duration::minutes(15));
        assert!(people::prove_check(&mut work, id, good, None).await.unwrap());
        work.save().await.unwrap();
    }

    /// A member of staff with a session in the console, signed in by password and app.
    pub async fn at_the_desk(&self, username: &str, role: Role) -> (Agent, Here) {
        let agent = self.agent(username).await;
        self.grant(&agent, role, None).await;
        self.passwords(&agent, "Tarte-aux-9mures").await;
        let seed = self.app(&agent).await;
        (agent, self.enter_console(username, &seed).await)
    }

    /// Signs in to the console, with the password of [`TestHouse::at_the_desk`].
    pub async fn enter_console(&self, username: &str, seed: &Seed) -> Here {
        let ask = SignIn {
            site: Site::Console,
            ..knock(username, "Tarte-aux-9mures")
        };
        let origin = ask.origin.clone();
        let opened = session::sign_in(self, ask).await.unwrap();
        let second = Secret::new(SECOND.to_owned());
        let opened = session::confirm_second(self, opened.token.expose(), &second, &origin)
            .await
            .unwrap();
        let code = seed.code(self.clock.now()).unwrap();
        let opened = session::confirm_factor(self, opened.token.expose(), &code, &origin)
            .await
            .unwrap();
        Here {
            token: opened.token.expose().to_owned(),
            site: Site::Console,
            channel: Channel::Internal,
            origin,
        }
    }

    /// Links an agent whose link has ended, three days ago.
    pub async fn link_again(&self, agent: &Agent) {
        let mut work = Work::write(self).await.unwrap();
        let linked = people::link_of(&mut work, agent.id).await.unwrap().is_some();
        drop(work);
        if !linked {
            self.link(agent).await;
        }
    }

    /// Whatever an agent has shown is worth nothing more.
    pub async fn void(&self, agent: &Agent) {
        let mut work = Work::write(self).await.unwrap();
        people::void_checks(&mut work, agent.id, None).await.unwrap();
        work.save().await.unwrap();
    }

    /// Lifts the locks of an agent's accounts, as the operator's tools would.
    pub async fn clear_lock(&self, agent: &Agent) {
        let mut work = Work::write(self).await.unwrap();
        for circuit in crate::account::Circuit::ALL {
            crate::account::attempt::clear(&mut work, agent, circuit)
                .await
                .unwrap();
        }
        run!(
            work.tx(),
            "UPDATE accounts SET locked = NULL, locked_at = NULL WHERE agent_id = $1",
            agent.id
        )
        .unwrap();
        work.save().await.unwrap();
    }

    /// Takes all roles from an agent.
    pub async fn dismiss(&self, agent: &Agent) {
        let mut work = Work::write(self).await.unwrap();
        run!(work.tx(), "DELETE FROM staff_roles WHERE agent_id = $1", agent.id).unwrap();
        work.save().await.unwrap();
    }
}
