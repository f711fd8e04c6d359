//! Asking for documents, and taking requests back.

use super::*;
use crate::kernel::config::Settings;
use crate::kernel::work::Work;
use crate::testing::{both, both_with};

#[tokio::test]
async fn the_time_is_that_of_the_agents_department_in_working_days() {
    let slow = |settings: &mut Settings| {
        let kind = settings.document.kinds.first_mut().unwrap();
        kind.departments.insert("DPE".to_owned(), 8);
    };
    both_with(slow, async |house| {
        let amina = house.agent("amina.diallo").await;
        let paul = house
            .agent_with("paul.roux", |agent| agent.department = "DPE".into())
            .await;
        for (agent, days, due) in [(&amina, 3, "2026-03-16"), (&paul, 8, "2026-03-23")] {
            let mut work = house.work(agent, Door::Chat).await;
            let all = offers(&mut work).await.unwrap();
            let first = all.first().unwrap();
            assert_eq!(
                (first.working_days, first.due_on.to_string()),
                (days, due.to_owned())
            );
            assert!(
                !all.iter().any(|offer| offer.code == "activity_report"),
                "it only arrives"
            );
            drop(work);
            let request = asked(house, agent, &certificate()).await.unwrap();
            assert_eq!(request.due_on.to_string(), due);
        }
        let mut nobody = Work::write(house).await.unwrap();
        assert!(matches!(offers(&mut nobody).await, Err(Error::Denied(_))));
        assert!(matches!(
            request(&mut nobody, &certificate()).await,
            Err(Error::Denied(_))
        ));
        assert!(matches!(mine(&mut nobody).await, Err(Error::Denied(_))));
        assert!(matches!(documents(&mut nobody).await, Err(Error::Denied(_))));
        assert!(matches!(withdraw(&mut nobody, 1).await, Err(Error::Denied(_))));
        assert!(matches!(reply(&mut nobody, 1, "x").await, Err(Error::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn the_form_asks_what_its_kind_asks_and_keeps_nothing_else() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let wish = |change: &dyn Fn(&mut Wish)| {
            let mut wish = certificate();
            change(&mut wish);
            wish
        };
        let refused = async |wish: Wish| asked(house, &amina, &wish).await.unwrap_err();
        let missing = refused(wish(&|wish| wish.purpose = None)).await;
        assert!(matches!(missing, Error::Missing(Particular::Purpose)));
        let missing = refused(wish(&|wish| wish.lang = None)).await;
        assert!(matches!(missing, Error::Missing(Particular::Language)));
        let end = wish(&|wish| wish.kind = "unemployment_certificate".to_owned());
        assert!(matches!(
            refused(end.clone()).await,
            Error::Missing(Particular::Date)
        ));
        let far = Wish {
            about_on: "3026-03-31".parse().ok(),
            ..end.clone()
        };
        assert!(matches!(refused(far).await, Error::BadDay(_)));
        for kind in ["activity_report", "lottery", ""] {
            let none = wish(&|wish| kind.clone_into(&mut wish.kind));
            assert!(matches!(refused(none).await, Error::NoKind), "{kind}");
        }
        assert!(own_requests(house, &amina).await.is_empty());
        let end = Wish {
            about_on: "2026-03-31".parse().ok(),
            ..end
        };
        let request = asked(house, &amina, &end).await.unwrap();
        assert_eq!(
            (request.purpose, request.lang),
            (None, None),
            "not asked, not kept"
        );
        assert_eq!(own_requests(house, &amina).await, [request]);
    })
    .await;
}

#[tokio::test]
async fn the_same_is_asked_for_once_and_again_when_the_first_is_over() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let first = asked(house, &amina, &certificate()).await.unwrap();
        let again = asked(house, &amina, &certificate()).await.unwrap_err();
        assert!(matches!(again, Error::AskedAlready(number) if number == first.number));
        let housing = Wish {
            purpose: Some(Purpose::Housing),
            ..certificate()
        };
        let second = asked(house, &amina, &housing).await.unwrap();
        assert_eq!(second.number, first.number + 1);
        let mut work = house.work(&amina, Door::Chat).await;
        withdraw(&mut work, first.number).await.unwrap();
        assert!(matches!(
            withdraw(&mut work, first.number).await,
            Err(Error::NotOpen)
        ));
        work.save().await.unwrap();
        let third = asked(house, &amina, &certificate()).await.unwrap();
        let stages: Vec<Stage> = own_requests(house, &amina)
            .await
            .iter()
            .map(|one| one.stage)
            .collect();
        assert_eq!(stages, [Stage::Submitted, Stage::Submitted, Stage::Withdrawn]);
        assert_eq!(third.reference(), format!("DOC-{}", first.number + 2));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn asked_twice_at_the_same_instant_it_is_one_request() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let (house, amina) = (std::sync::Arc::clone(house), amina.clone());
            all.spawn(async move {
                let mut work = Work::write(&house).await.unwrap();
                let person = crate::people::person(&mut work, &amina, Door::Space)
                    .await
                    .unwrap();
                work.act_as(person);
                let asked = request(&mut work, &certificate()).await;
                if asked.is_ok() {
                    work.save().await.unwrap();
                }
                asked.is_ok()
            });
        }
        let made = all.join_all().await.into_iter().filter(|made| *made).count();
        assert_eq!((made, own_requests(house, &amina).await.len()), (1, 1));
    })
    .await;
}
