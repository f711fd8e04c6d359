//! The catalogue, the answer and the rights, on both databases.

use super::*;
use crate::kernel::actor::{Door, Role};
use crate::kernel::words::{Both, Lang};
use crate::kernel::work::Work;
use crate::people::{Agent, Profile};
use crate::policy::Act;
use crate::testing::{TestHouse, both};

const SHIPPED: &str = include_str!("../../../applications.example.csv");

async fn load(house: &TestHouse, text: &str) -> Report {
    let mut work = Work::write(house).await.unwrap();
    work.act_as_operator();
    let report = import(&mut work, text).await.unwrap();
    work.save().await.unwrap();
    report
}

async fn support(house: &TestHouse) -> Agent {
    let support = house.agent("karim.benali").await;
    house.grant(&support, Role::ItSupport, None).await;
    support
}

fn application(openings: [Opening; 3]) -> Application {
    let name = Both {
        fr: "Budget".into(),
        en: "Budget".into(),
    };
    Application {
        code: "budget".into(),
        reach: name.clone(),
        name,
        also: vec!["appli budget".into()],
        openings,
    }
}

fn access_of(vpn: Vpn, limit: Option<Limit>) -> Access {
    let restrictions = limit.map(|limit| Restriction {
        application: "budget".into(),
        limit,
        why: "Données sensibles".into(),
        set_at: crate::testing::start(),
    });
    Access {
        vpn,
        restrictions: restrictions.into_iter().collect(),
    }
}

/// One line for each application, restriction, right to the VPN and channel: what it does here, and where else it works.
#[test]
fn the_answer_is_this_table() {
    use Opening::{Closed, Full, Reduced};
    let mut table = String::new();
    for openings in [
        [Full; 3],
        [Full, Full, Reduced],
        [Full, Full, Closed],
        [Full, Closed, Closed],
    ] {
        for limit in [
            None,
            Some(Limit::InternalOrVpn),
            Some(Limit::Internal),
            Some(Limit::Vpn),
        ] {
            for vpn in [Vpn::Granted, Vpn::Missing] {
                let access = access_of(vpn.clone(), limit);
                let here = Channel::ALL.map(|channel| {
                    let here = why_not(&application(openings), Some(channel), &access).here;
                    format!("{:?}", here.unwrap())
                });
                let ways = why_not(&application(openings), None, &access).ways;
                let ways: Vec<&str> = ways.iter().map(|way| way.channel.as_str()).collect();
                let opens = openings.map(|opening| opening.as_str()).join("/");
                let limit = limit.map_or("-", Limit::as_str);
                table += &format!(
                    "{opens} {limit} {vpn:?}: {} | {}\n",
                    here.join(" "),
                    ways.join(" ")
                );
            }
        }
    }
    assert_eq!(table, include_str!("tests.txt"), "{table}");
}

#[test]
fn an_application_is_found_by_any_of_its_names_and_the_longer_name_wins() {
    let mut wide = application([Opening::Full; 3]);
    (wide.code, wide.also) = ("budget-annexe".into(), vec![]);
    wide.name.fr = "Budget annexe".into();
    wide.name.en = "Side budget".into();
    let catalogue = [application([Opening::Full; 3]), wide];
    let found = |text| -> Vec<String> {
        let found = named(&catalogue, text);
        found.into_iter().map(|one| one.code.clone()).collect()
    };
    assert_eq!(found("pourquoi l’appli BUDGET ne s’ouvre pas ?"), ["budget"]);
    assert_eq!(found("le budget annexe, d’ici"), ["budget-annexe"]);
    assert_eq!(found("side budget please"), ["budget-annexe"]);
    assert_eq!(found("budget et budget annexe"), ["budget", "budget-annexe"]);
    assert_eq!(found("mes budgets"), Vec::<String>::new());
    assert_eq!(found(""), Vec::<String>::new());
}

#[tokio::test]
async fn the_shipped_catalogue_comes_in_and_the_same_file_twice_changes_nothing() {
    both(async |house| {
        let first = load(house, SHIPPED).await;
        assert_eq!((first.new, first.changed, first.wrong), (7, 0, vec![]));
        let again = load(house, SHIPPED).await;
        assert_eq!((again.new, again.changed, again.same), (0, 0, 7));
        let changed = SHIPPED.replace(";Budget;", ";Budget 2;");
        assert_eq!(load(house, &changed).await.changed, 1);
        let agent = house.agent("amina.diallo").await;
        let mut work = house.work(&agent, Door::Chat).await;
        let catalogue = catalogue(&mut work).await.unwrap();
        let codes: Vec<&str> = catalogue.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes[..3], ["messagerie", "chronotime", "facil-familles"]);
        // CH2: messaging on all three channels, business applications inside and through the VPN, some reduced outside.
        let on = |code: &str| catalogue.iter().find(|one| one.code == code).unwrap().openings;
        assert_eq!(on("messagerie"), [Opening::Full; 3]);
        assert_eq!(on("chronotime")[2], Opening::Reduced);
        assert_eq!(on("budget")[2], Opening::Closed);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_row_is_named_with_its_line_field_value_and_remedy_and_nothing_is_written() {
    both(async |house| {
        let head = SHIPPED.lines().next().unwrap();
        let text = format!(
            "{head}\nok;A;A;;yes;yes;no;r;r\nok;B;B;;yes;yes;no;r;r\nX!;C;;;yes;oui;no;r;r\nshort;D\n"
        );
        let wrong = load(house, &text).await.wrong;
        let said: Vec<(u64, &str, &str)> = wrong
            .iter()
            .map(|wrong| (wrong.line, wrong.field, wrong.value.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                (3, "code", "ok"),
                (4, "code", "X!"),
                (4, "name_en", ""),
                (4, "vpn", "oui"),
                (5, "code", "")
            ]
        );
        assert!(wrong.iter().all(|wrong| !wrong.remedy.is_empty()));
        assert_eq!(load(house, "code;name_fr\nx;y\n").await.wrong.len(), 7);
        let agent = house.agent("amina.diallo").await;
        let mut work = house.work(&agent, Door::Chat).await;
        assert!(catalogue(&mut work).await.unwrap().is_empty());
        assert!(matches!(import(&mut work, SHIPPED).await, Err(Error::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn it_restricts_an_application_with_a_reason_the_agent_is_told_and_it_can_be_lifted() {
    both(async |house| {
        load(house, SHIPPED).await;
        let amina = house
            .agent_with("amina.diallo", |a| a.profile = Profile::ExtendedRights)
            .await;
        let support = support(house).await;
        let mut work = house.work(&support, Door::Console).await;
        let id = amina.id;
        let limit = Limit::Internal;
        assert!(matches!(
            restrict(&mut work, id, "budget", limit, "  ").await,
            Err(Error::NoReason)
        ));
        assert!(matches!(
            restrict(&mut work, id, "nothing", limit, "Droits étendus").await,
            Err(Error::NoApplication)
        ));
        restrict(&mut work, id, "budget", limit, "Droits étendus")
            .await
            .unwrap();
        work.save().await.unwrap();
        let said = house.said().await;
        assert_eq!((said[0].0, said[0].1.key.as_str()), (id, "channel-restricted"));
        let mut work = house.work(&amina, Door::Space).await;
        let access = super::access(&mut work, id).await.unwrap();
        let restriction = &access.restrictions[0];
        assert_eq!(
            (
                restriction.application.as_str(),
                restriction.limit,
                restriction.why.as_str()
            ),
            ("budget", Limit::Internal, "Droits étendus")
        );
        drop(work);
        house.proves(&amina, &support, Act::LiftRestriction).await;
        let mut work = house.work(&support, Door::Console).await;
        lift(&mut work, id, "budget", "Mission finie").await.unwrap();
        assert!(matches!(
            lift(&mut work, id, "budget", "Encore").await,
            Err(Error::Unproven(_))
        ));
        work.save().await.unwrap();
        house.proves(&amina, &support, Act::LiftRestriction).await;
        let mut work = house.work(&support, Door::Console).await;
        assert!(matches!(
            lift(&mut work, id, "budget", "Encore").await,
            Err(Error::NothingToLift)
        ));
        drop(work);
        let logged: Vec<String> = house
            .logged(&amina)
            .await
            .into_iter()
            .map(|(_, what, _)| what)
            .collect();
        let of_channels: Vec<&str> = logged
            .iter()
            .map(String::as_str)
            .filter(|what| what.starts_with("channel."))
            .collect();
        assert_eq!(of_channels, ["channel.lift", "channel.restrict"]);
    })
    .await;
}

#[tokio::test]
async fn an_ordinary_profile_has_no_extended_rights_to_restrict_by_hand_or_by_import() {
    both(async |house| {
        load(house, SHIPPED).await;
        let support = support(house).await;
        for profile in Profile::ALL {
            let name = format!("agent.{}", profile.as_str());
            let agent = house.agent_with(&name, |a| a.profile = profile).await;
            let (id, limit, why) = (agent.id, Limit::Internal, "Droits étendus");
            let mut work = house.work(&support, Door::Console).await;
            let by_hand = restrict(&mut work, id, "budget", limit, why).await;
            drop(work);
            let mut work = Work::write(house).await.unwrap();
            work.act_as_operator();
            let by_import = provision_restriction(&mut work, id, "budget", limit, why).await;
            for answer in [by_hand, by_import] {
                match profile {
                    Profile::Ordinary => assert!(matches!(answer, Err(Error::OrdinaryProfile))),
                    _ => answer.unwrap(),
                }
            }
            work.save().await.unwrap();
            let kept = super::access(&mut house.work(&agent, Door::Space).await, id)
                .await
                .unwrap();
            assert_eq!(kept.restrictions.len(), usize::from(profile != Profile::Ordinary));
        }
    })
    .await;
}

#[tokio::test]
async fn attack_23_nobody_but_it_changes_what_an_agent_may_use_not_even_that_agent() {
    both(async |house| {
        load(house, SHIPPED).await;
        let (amina, karim) = (house.agent("amina.diallo").await, support(house).await);
        let hr = house.agent("nadia.petit").await;
        house.grant(&hr, Role::HrOfficer, None).await;
        let auditor = house.agent("etienne.roux").await;
        house.grant(&auditor, Role::Auditor, None).await;
        let contact = house.agent("lea.petit").await;
        house
            .grant(&contact, Role::ItContact, Some(contact.department))
            .await;
        for (who, door) in [
            (&amina, Door::Chat),
            (&amina, Door::Space),
            (&amina, Door::Console),
            (&karim, Door::Space),
            (&karim, Door::Chat),
            (&hr, Door::Console),
            (&auditor, Door::Console),
            (&contact, Door::Console),
        ] {
            let mut work = house.work(who, door).await;
            let (id, why) = (amina.id, "Pourquoi pas");
            let denied = [
                restrict(&mut work, id, "budget", Limit::Vpn, why).await,
                lift(&mut work, id, "budget", why).await,
                allow_vpn(&mut work, id, why, &[]).await,
                bar_vpn(&mut work, id, why).await,
                provision_vpn(&mut work, id).await,
                provision_restriction(&mut work, id, "budget", Limit::Vpn, why).await,
            ];
            for answer in denied {
                assert!(
                    matches!(answer, Err(Error::Denied(_))),
                    "{} {door:?}",
                    who.username
                );
            }
        }
        // Nor does support decide about itself; about others it does.
        let mut work = house.work(&karim, Door::Console).await;
        assert!(matches!(
            allow_vpn(&mut work, karim.id, "Pour moi", &[]).await,
            Err(Error::Denied(_))
        ));
        allow_vpn(&mut work, amina.id, "Télétravail", &[]).await.unwrap();
        assert!(matches!(
            allow_vpn(&mut work, amina.id, "Encore", &[]).await,
            Err(Error::VpnGranted)
        ));
        work.save().await.unwrap();
        let mut work = house.work(&hr, Door::Space).await;
        assert!(matches!(access(&mut work, amina.id).await, Err(Error::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn every_answer_has_its_words_in_both_languages() {
    both(async |house| {
        let (open, most) = (Opening::Full, [Opening::Full, Opening::Full, Opening::Reduced]);
        for openings in [[open; 3], most, [Opening::Closed; 3]] {
            for vpn in [Vpn::Granted, Vpn::Missing, Vpn::Requested("2026-000001".into())] {
                for limit in [None, Some(Limit::Vpn), Some(Limit::InternalOrVpn)] {
                    for channel in [None, Some(Channel::Vpn), Some(Channel::MobilePortal)] {
                        let answer = why_not(&application(openings), channel, &access_of(vpn.clone(), limit));
                        let line = answer.line();
                        for lang in Lang::ALL {
                            for part in std::iter::once(&line).chain(&line.items) {
                                let said = house.words.say(lang, &part.key, &part.args);
                                assert!(!said.contains(['{', '[']), "{said}");
                            }
                        }
                    }
                }
            }
        }
    })
    .await;
}
