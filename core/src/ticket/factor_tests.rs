//! What support replaces once the agent has shown who they are (MF8, CO3), on both databases.

use super::call_tests::{executive, karim, unproven};
use super::*;
use crate::account::{Circuit, Lift, Lock, Misfit, State};
use crate::channel::Channel;
use crate::kernel::actor::{Door, Role};
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::people::{self, Agent, By, Profile};
use crate::policy::Act;
use crate::session::{self, Opened, Site, Step, caller_ways, confirm_second, enter, sign_in};
use crate::testing::{SECOND, TestHouse, both, knock};

const RIGHT: &str = "Tarte-aux-9mures";
const OLD: &str = "06 39 98 00 17";
const NEW: &str = "06 39 98 00 42";

/// An ordinary agent with two-factor sign-in, a number and an app.
async fn hugo(house: &TestHouse) -> Agent {
    let hugo = house
        .agent_with("hugo.bernard", |agent| agent.mobile = Some(OLD.to_owned()))
        .await;
    house.link(&hugo).await;
    house.passwords(&hugo, RIGHT).await;
    house.app(&hugo).await;
    hugo
}

async fn enters(house: &TestHouse, name: &str) -> Result<Opened, session::Error> {
    let opened = sign_in(house, knock(name, RIGHT)).await?;
    if opened.step != Step::Second {
        return Ok(opened);
    }
    let second = Secret::new(SECOND.to_owned());
    confirm_second(house, opened.token.expose(), &second, "10.1.2.3").await
}

async fn reset(house: &TestHouse, officer: &Agent, agent: &Agent) -> Result<(), Error> {
    let mut work = house.work(officer, Door::Console).await;
    reset_factor(&mut work, agent.id, "Téléphone perdu").await?;
    work.save().await?;
    Ok(())
}

async fn renumber(house: &TestHouse, officer: &Agent, agent: &Agent, number: &str) -> Result<(), Error> {
    let mut work = house.work(officer, Door::Console).await;
    change_number(&mut work, agent.id, number, "Nouvelle ligne").await?;
    work.save().await?;
    Ok(())
}

#[tokio::test]
async fn a_lost_app_is_taken_away_once_its_owner_has_shown_who_they_are_and_is_told_everywhere() {
    both(async |house| {
        let (hugo, (karim, _)) = (hugo(house).await, karim(house).await);
        let opened = enters(house, "hugo.bernard").await.unwrap();
        assert_eq!(opened.step, Step::Factor);
        let mut work = house.work(&hugo, Door::Chat).await;
        let asked = ask_about_factor(&mut work).await.unwrap();
        work.save().await.unwrap();
        assert!(unproven(&reset(house, &karim, &hugo).await));
        house.proves(&hugo, &karim, Act::ResetFactor).await;
        reset(house, &karim, &hugo).await.unwrap();
        let said = house.said().await.pop().unwrap();
        assert_eq!((said.0, &*said.1.key), (hugo.id, "ticket-factor-reset"));
        let (mails, texts) = (house.mailed().await, house.texted().await);
        assert_eq!((mails.len(), texts.len()), (1, 1));
        assert_eq!(texts[0].to, "+33639980017");
        let mut work = house.work(&hugo, Door::Chat).await;
        let ticket = of(&mut work, hugo.id).await.unwrap().remove(0);
        assert_eq!((ticket.reference, ticket.status), (asked.reference, Status::Done));
        drop(work);
        // The sign-in under way ended with it, and the next one asks no app any more.
        assert!(
            session::confirm_factor(house, opened.token.expose(), "000000", "10.1.2.3")
                .await
                .is_err()
        );
        assert_eq!(enters(house, "hugo.bernard").await.unwrap().step, Step::Complete);
        house.proves(&hugo, &karim, Act::ResetFactor).await;
        assert!(matches!(reset(house, &karim, &hugo).await, Err(Error::NoApp)));
    })
    .await;
}

#[tokio::test]
async fn attack_20_a_reset_factor_lets_nobody_past_what_the_profile_asks() {
    both(async |house| {
        let (amina, (karim, _)) = (executive(house).await, karim(house).await);
        house.app(&amina).await;
        house.clear_lock(&amina).await;
        house.proves(&amina, &karim, Act::ResetFactor).await;
        reset(house, &karim, &amina).await.unwrap();
        house.texted().await;
        // The SMS is asked, then an app is enrolled: neither step can be left out.
        let opened = enters(house, "amina.diallo").await.unwrap();
        assert_eq!(opened.step, Step::Sms);
        let token = opened.token.expose();
        assert!(session::begin_enrolment(house, token).await.is_err());
        assert!(
            session::confirm_factor(house, token, "000000", "10.1.2.3")
                .await
                .is_err()
        );
        let mut work = house.work(&amina, Door::Space).await;
        let entered = enter(&mut work, token, Site::Space, Channel::Internal).await;
        assert!(entered.is_err());
        drop(work);
        // On the mobile portal, where nobody enrols, the door stays shut.
        let outside = session::SignIn {
            channel: Channel::MobilePortal,
            ..knock("amina.diallo", RIGHT)
        };
        let outside = sign_in(house, outside).await.unwrap();
        let second = Secret::new(SECOND.to_owned());
        let outside = confirm_second(house, outside.token.expose(), &second, "10.1.2.3").await;
        assert!(matches!(outside, Err(session::Error::Lacks(_))), "{outside:?}");
        // Resetting lifts no lock, and brings no deactivated account back.
        house.app(&amina).await;
        let mut work = house.work(&amina, Door::Chat).await;
        account::lock_self(&mut work).await.unwrap();
        work.save().await.unwrap();
        house.proves(&amina, &karim, Act::ResetFactor).await;
        reset(house, &karim, &amina).await.unwrap();
        assert!(matches!(
            enters(house, "amina.diallo").await,
            Err(session::Error::Standing(..))
        ));
    })
    .await;
}

#[tokio::test]
async fn attack_08_a_number_is_changed_with_notice_to_the_old_one_and_vouches_for_nobody_yet() {
    both(async |house| {
        let (hugo, (karim, _)) = (hugo(house).await, karim(house).await);
        for odd in [
            "",
            "0899 12 34 56",
            "06 12",
            "+1 202 555 0100",
            "06 39 98 00 17 et 18",
        ] {
            house.proves(&hugo, &karim, Act::ChangeNumber).await;
            let refused = renumber(house, &karim, &hugo, odd).await;
            assert!(matches!(refused, Err(Error::BadNumber)), "{odd}: {refused:?}");
        }
        house.void(&hugo).await;
        assert!(unproven(&renumber(house, &karim, &hugo, NEW).await));
        house.proves(&hugo, &karim, Act::ResetFactor).await;
        assert!(
            unproven(&renumber(house, &karim, &hugo, NEW).await),
            "for another act"
        );
        house.proves(&hugo, &karim, Act::ChangeNumber).await;
        let same = renumber(house, &karim, &hugo, "+33639980017").await;
        assert!(matches!(
            same,
            Err(Error::Account(account::Error::Misfit(Misfit::AlreadySo)))
        ));
        renumber(house, &karim, &hugo, NEW).await.unwrap();
        let to: Vec<_> = house.texted().await.into_iter().map(|text| text.to).collect();
        assert_eq!(to, ["+33639980017", "+33639980042"]);
        assert_eq!(house.mailed().await.len(), 1);
        // The thief who had it changed can't go on from there: no code goes to it, and the old number hears of the rest.
        let mut work = house.work(&karim, Door::Console).await;
        let ways = caller_ways(&mut work, hugo.id, Act::Temporary(Circuit::IntraParis))
            .await
            .unwrap();
        assert!(ways.iter().all(|way| way.by == By::Chat), "{ways:?}");
        let found = people::search(&mut work, "0639980042", 5).await.unwrap();
        assert_eq!(found.len(), 1);
        assert!(people::search(&mut work, OLD, 5).await.unwrap().is_empty());
        drop(work);
        house.proves(&hugo, &karim, Act::ResetFactor).await;
        reset(house, &karim, &hugo).await.unwrap();
        let to: Vec<_> = house.texted().await.into_iter().map(|text| text.to).collect();
        assert_eq!(to, ["+33639980042", "+33639980017"]);
    })
    .await;
}

#[tokio::test]
async fn attack_10_a_forced_password_revives_nothing_and_the_old_one_opens_nothing() {
    both(async |house| {
        let (hugo, (karim, _)) = (hugo(house).await, karim(house).await);
        let lea = house.agent("lea.petit").await;
        house.passwords(&lea, RIGHT).await;
        let lift = |agent: &Agent| Lift {
            agent: agent.id,
            circuit: Circuit::IntraParis,
            reason: "Compromis".to_owned(),
        };
        let force = async |agent: &Agent| -> Result<(), crate::password::Error> {
            let mut work = house.work(&karim, Door::Console).await;
            crate::password::force_new(&mut work, &lift(agent)).await?;
            work.save().await?;
            Ok(())
        };
        let before = enters(house, "lea.petit").await.unwrap();
        assert_eq!(before.step, Step::Complete);
        force(&lea).await.unwrap();
        assert_eq!(house.said().await.pop().unwrap().1.key, "password-forced");
        let mut work = house.work(&lea, Door::Space).await;
        let entered = enter(&mut work, before.token.expose(), Site::Space, Channel::Internal).await;
        assert!(entered.is_err(), "sessions have ended");
        drop(work);
        assert!(force(&lea).await.is_err(), "once is enough");
        let opened = enters(house, "lea.petit").await.unwrap();
        assert_eq!(opened.step, Step::NewPassword);
        // Neither the same one, nor going round.
        let token = opened.token.expose();
        let same = session::set_password(house, token, Secret::new(RIGHT.to_owned())).await;
        assert!(matches!(same, Err(session::Error::Broken(_))), "{same:?}");
        let mut work = house.work(&lea, Door::Space).await;
        assert!(
            enter(&mut work, token, Site::Space, Channel::Internal)
                .await
                .is_err()
        );
        let found = crate::diagnosis::of(&mut work, lea.id).await.unwrap().findings;
        assert_eq!(found[0].cause.key(), "diagnosis-password-forced");
        drop(work);
        // Honest: a new one, and then nothing is asked any more.
        let new = Secret::new("Quatre-4-lilas-verts".to_owned());
        let opened = session::set_password(house, token, new).await.unwrap();
        assert!(matches!(opened.step, Step::Complete | Step::Second), "{opened:?}");
        // A lock stays; a deactivated account, one never created and one that waits are refused.
        let mut work = house.work(&hugo, Door::Chat).await;
        account::lock_self(&mut work).await.unwrap();
        work.save().await.unwrap();
        force(&hugo).await.unwrap();
        let mut work = house.work(&karim, Door::Console).await;
        let standing = account::one(&mut work, hugo.id, Circuit::IntraParis)
            .await
            .unwrap()
            .standing;
        assert!(matches!(standing.lock, Some(Lock::Everywhere(_))));
        drop(work);
        house.grant(&karim, Role::ItAdmin, None).await;
        let mut work = house.work(&karim, Door::Console).await;
        let wish = account::Deactivate {
            agent: lea.id,
            circuit: Circuit::IntraParis,
            why: account::Why::Administrative,
            reason: "Enquête".to_owned(),
        };
        account::deactivate(&mut work, &wish).await.unwrap();
        work.save().await.unwrap();
        assert!(force(&lea).await.is_err());
        let mut work = house.work(&karim, Door::Console).await;
        let standing = account::one(&mut work, lea.id, Circuit::IntraParis)
            .await
            .unwrap()
            .standing;
        assert!(matches!(standing.state(false), State::Deactivated(_)));
        drop(work);
        let none = house.agent("jean.martin").await;
        let waits = house.agent("zoe.blanc").await;
        house.temporary(&waits, Circuit::IntraParis, RIGHT).await;
        for agent in [&none, &waits] {
            assert!(force(agent).await.is_err(), "{}", agent.username);
        }
    })
    .await;
}

#[tokio::test]
async fn attack_23_only_support_replaces_factors_numbers_and_passwords_and_only_hr_lets_people_go() {
    both(async |house| {
        let hugo = hugo(house).await;
        let karim = karim(house).await.0;
        let roles = [
            ("ivan.contact", Some(Role::ItContact)),
            ("nadia.rh", Some(Role::HrOfficer)),
            ("anne.audit", Some(Role::Auditor)),
            ("lea.petit", None),
        ];
        for (name, role) in roles {
            let officer = house.agent(name).await;
            if let Some(role) = role {
                house.grant(&officer, role, None).await;
            }
            house.proves(&hugo, &officer, Act::ResetFactor).await;
            assert!(
                matches!(reset(house, &officer, &hugo).await, Err(Error::Denied(_))),
                "{name}"
            );
            assert!(
                matches!(renumber(house, &officer, &hugo, NEW).await, Err(Error::Denied(_))),
                "{name}"
            );
        }
        let leaves = |number: &str| account::Departure {
            agent: hugo.id,
            number: number.to_owned(),
            reason: "Mutation".to_owned(),
        };
        let mut work = house.work(&karim, Door::Console).await;
        let denied = account::depart(&mut work, &leaves(&hugo.number)).await;
        assert!(matches!(denied, Err(account::Error::Denied(_))), "{denied:?}");
        drop(work);
        let mut work = Work::read(house).await.unwrap();
        let nadia = people::by_username(&mut work, "nadia.rh").await.unwrap().unwrap();
        drop(work);
        let mut work = house.work(&nadia, Door::Console).await;
        let slip = account::depart(&mut work, &leaves("1")).await;
        assert!(matches!(slip, Err(account::Error::OtherNumber)), "{slip:?}");
        let mut bare = leaves(&hugo.number);
        bare.reason.clear();
        assert!(matches!(
            account::depart(&mut work, &bare).await,
            Err(account::Error::NoReason)
        ));
        account::depart(&mut work, &leaves(&hugo.number)).await.unwrap();
        let twice = account::depart(&mut work, &leaves(&hugo.number)).await;
        assert!(matches!(twice, Err(account::Error::Misfit(Misfit::AlreadySo))));
        work.save().await.unwrap();
        assert!(enters(house, "hugo.bernard").await.is_err());
        let own = account::Departure {
            agent: nadia.id,
            number: nadia.number.clone(),
            reason: "Moi".to_owned(),
        };
        let mut work = house.work(&nadia, Door::Console).await;
        assert!(matches!(
            account::depart(&mut work, &own).await,
            Err(account::Error::Denied(_))
        ));
    })
    .await;
}

#[tokio::test]
async fn another_key_behind_a_chat_address_opens_one_security_request() {
    both(async |house| {
        let amina = house
            .agent_with("amina.diallo", |agent| agent.profile = Profile::Ordinary)
            .await;
        let karim = karim(house).await.0;
        let mut work = house.work(&amina, Door::Chat).await;
        let refused = key_changed(&mut work, karim.id).await;
        assert!(
            matches!(refused, Err(Error::Denied(_))),
            "not by an agent for another"
        );
        drop(work);
        let mut work = Work::write(house).await.unwrap();
        work.act_as_system("desk");
        let ticket = key_changed(&mut work, amina.id).await.unwrap();
        let again = key_changed(&mut work, amina.id).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(ticket.reference, again.reference);
        let mut work = house.work(&karim, Door::Console).await;
        let queue = queue(&mut work, Some(Kind::Security)).await.unwrap();
        assert_eq!(queue[0].0.causes, ["ticket-cause-key-changed"]);
    })
    .await;
}
