//! Announcing, on both databases.

use super::*;
use crate::kernel::actor::{Door, Role};
use crate::kernel::words::Both;
use crate::kernel::work::Work;
use crate::people::{Agent, Profile};
use crate::testing::{TestHouse, both};

async fn officer(house: &TestHouse, name: &str, role: Role) -> Agent {
    let officer = house.agent(name).await;
    house.grant(&officer, role, None).await;
    officer
}

fn draft(audience: Audience) -> Draft {
    Draft {
        audience,
        text: Both {
            fr: " La messagerie s’arrête ce soir de 20 h à 22 h. ".to_owned(),
            en: String::new(),
        },
    }
}

async fn sent(house: &TestHouse, by: &Agent, id: AnnouncementId, draft: &Draft) -> Result<Preview, Error> {
    let mut work = house.work(by, Door::Console).await;
    let preview = send(&mut work, id, draft).await?;
    work.save().await?;
    Ok(preview)
}

async fn new_id(house: &TestHouse) -> AnnouncementId {
    Work::read(house).await.unwrap().new_id().unwrap()
}

async fn report(house: &TestHouse, by: &Agent) -> Vec<Report> {
    reports(&mut house.work(by, Door::Console).await).await.unwrap()
}

#[tokio::test]
async fn everybody_with_a_chat_is_told_once_and_the_report_says_who_was_not() {
    both(async |house| {
        let ines = officer(house, "ines.moreau", Role::ItAdmin).await;
        let mut linked = vec![];
        for name in ["amina.diallo", "jean.martin", "lea.petit"] {
            let agent = house.agent(name).await;
            house.link(&agent).await;
            linked.push(agent.id);
        }
        house.agent("paul.durand").await;
        let (id, draft) = (new_id(house).await, draft(Audience::default()));
        let preview = sent(house, &ines, id, &draft).await.unwrap();
        assert_eq!((preview.reached, preview.out_of_reach), (3, 2));
        // Pressed twice, it is one.
        sent(house, &ines, id, &draft).await.unwrap();
        assert_eq!(spread(house).await.unwrap(), 3);
        assert_eq!(spread(house).await.unwrap(), 0);
        let before = report(house, &ines).await;
        assert_eq!((before.len(), before[0].waiting, before[0].said), (1, 3, 0));
        let mut told: Vec<_> = house.said().await;
        told.sort_by_key(|(agent, _)| *agent);
        linked.sort();
        assert_eq!(told.iter().map(|(agent, _)| *agent).collect::<Vec<_>>(), linked);
        assert!(told.iter().all(|(_, line)| *line == preview.line()));
        let after = &report(house, &ines).await[0];
        assert_eq!(
            (after.waiting, after.said, after.lost, after.out_of_reach),
            (0, 3, 0, 2)
        );
        assert!(after.announcement.ended_at.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_department_or_a_profile_hears_what_is_for_it_and_nobody_else() {
    both(async |house| {
        let ines = officer(house, "ines.moreau", Role::ItAdmin).await;
        let amina = house
            .agent_with("amina.diallo", |agent| agent.profile = Profile::SocialData)
            .await;
        let jean = house
            .agent_with("jean.martin", |agent| agent.department = "DSOL".to_owned())
            .await;
        for agent in [&amina, &jean] {
            house.link(agent).await;
        }
        for (audience, whom) in [
            (
                Audience {
                    department: Some(jean.department),
                    profile: None,
                },
                &jean,
            ),
            (
                Audience {
                    department: None,
                    profile: Some(Profile::SocialData),
                },
                &amina,
            ),
        ] {
            let id = new_id(house).await;
            sent(house, &ines, id, &draft(audience)).await.unwrap();
            spread(house).await.unwrap();
            let told: Vec<_> = house.said().await.into_iter().map(|(agent, _)| agent).collect();
            assert_eq!(told, [whom.id]);
        }
        let nobody = Audience {
            department: Some(jean.department),
            profile: Some(Profile::Executive),
        };
        let refused = sent(house, &ines, new_id(house).await, &draft(nobody)).await;
        assert!(matches!(refused, Err(Error::Nobody)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_portion_that_was_not_saved_is_told_again_and_two_processes_tell_each_once() {
    both(async |house| {
        let ines = officer(house, "ines.moreau", Role::ItAdmin).await;
        for name in ["amina.diallo", "jean.martin", "lea.petit"] {
            let agent = house.agent(name).await;
            house.link(&agent).await;
        }
        let id = new_id(house).await;
        sent(house, &ines, id, &draft(Audience::default())).await.unwrap();
        let (one, other) = tokio::join!(spread(house), spread(house));
        assert_eq!(one.unwrap() + other.unwrap(), 3);
        assert_eq!(house.said().await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn attack_23_only_it_announces_and_within_its_department_and_a_bad_text_is_refused() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house.link(&amina).await;
        let elsewhere = house
            .agent_with("jean.martin", |agent| agent.department = "DSOL".to_owned())
            .await;
        house.link(&elsewhere).await;
        let everybody = draft(Audience::default());
        for (name, role) in [
            ("ivan.contact", Role::ItContact),
            ("nadia.hr", Role::HrOfficer),
            ("ana.audit", Role::Auditor),
        ] {
            let officer = officer(house, name, role).await;
            let refused = sent(house, &officer, new_id(house).await, &everybody).await;
            assert!(matches!(refused, Err(Error::Denied(_))), "{name}: {refused:?}");
        }
        let refused = sent(house, &amina, new_id(house).await, &everybody).await;
        assert!(matches!(refused, Err(Error::Denied(_))), "{refused:?}");
        // Support of one department: there, and neither elsewhere nor everywhere.
        let sam = house.agent("sam.support").await;
        house.grant(&sam, Role::ItSupport, Some(amina.department)).await;
        let to = |department| {
            draft(Audience {
                department: Some(department),
                profile: None,
            })
        };
        for wide in [everybody.clone(), to(elsewhere.department)] {
            let refused = sent(house, &sam, new_id(house).await, &wide).await;
            assert!(matches!(refused, Err(Error::Denied(_))), "{refused:?}");
        }
        sent(house, &sam, new_id(house).await, &to(amina.department))
            .await
            .unwrap();
        for (text, bad) in [
            ("  ", BadText::Empty),
            (&"é".repeat(1_001), BadText::TooLong(1_001)),
        ] {
            let mut wrong = to(amina.department);
            wrong.text.fr = text.to_owned();
            let refused = sent(house, &sam, new_id(house).await, &wrong).await;
            assert!(
                matches!(refused, Err(Error::Text(why)) if why == bad),
                "{refused:?}"
            );
        }
        assert_eq!(spread(house).await.unwrap(), 1);
    })
    .await;
}
