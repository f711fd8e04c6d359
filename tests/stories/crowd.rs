//! Many people at once on the leave of a few, on both databases. The large run is one of the figures (`tests/bench`).

#[path = "../history/mod.rs"]
mod history;

use guichet_core::testing::both;
use history::Applicant;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whatever_many_do_at_once_no_day_is_booked_twice_and_nothing_acknowledged_is_lost() {
    both(async |house| {
        let mut applicants = vec![];
        for (name, head) in [("amina.diallo", "claire.moreau"), ("jean.martin", "karim.benali")] {
            let supervisor = house.agent(head).await;
            let agent = house
                .agent_with(name, |agent| agent.supervisor = Some(head.to_owned()))
                .await;
            applicants.push(Applicant { agent, supervisor });
        }
        history::entitle(house, &applicants).await.unwrap();
        let played = history::play(&[(*house).clone()], &applicants, 16, 480, 1871)
            .await
            .unwrap();
        let wrong = played.check(house, &applicants).await.unwrap();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(played.acknowledged() > 100, "{:?}", played.refused);
        for why in ["overlaps another", "not enough left", "settled already"] {
            assert!(played.refused.contains_key(why), "{:?}", played.refused);
        }
    })
    .await;
}
