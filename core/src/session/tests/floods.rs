//! More strangers at the door than the house can look after (AC5).

use super::*;
use crate::kernel::queue::{Lane, Turn};

/// The line of strangers is full until these are dropped.
async fn flood(house: &TestHouse) -> (Turn, tokio::task::JoinHandle<()>) {
    let at_work = house.door.enter(Lane::Unknown).await.unwrap();
    let behind: Arc<House> = Arc::clone(house);
    let waiting = tokio::spawn(async move {
        let _turn = behind.door.enter(Lane::Unknown).await;
        std::future::pending::<()>().await;
    });
    tokio::task::yield_now().await;
    (at_work, waiting)
}

#[tokio::test]
async fn attack_15_strangers_who_crowd_the_door_keep_out_strangers_only() {
    let narrow = |settings: &mut crate::kernel::config::Settings| {
        (settings.password.hash_slots, settings.password.hash_queue) = (1, 1);
    };
    both_with(narrow, async |house| {
        let amina = amina(house).await;
        let bruno = house.agent("bruno.marin").await;
        house.passwords(&bruno, RIGHT).await;
        let device = known_device(house).await;
        let of_bruno = sign_in(house, knock("bruno.marin", RIGHT)).await.unwrap();
        let of_bruno = of_bruno.device.unwrap().expose().to_owned();
        let before = house.logged(&amina).await.len();
        let (at_work, waiting) = flood(house).await;
        // Nobody knows them: no cookie, one that is none, a forged one, somebody else's, one with a wrong end.
        let (id, _) = device.split_once('.').unwrap();
        let forged = format!("{id}.AAAA");
        let longer = format!("{device}x");
        let shown = [None, Some("x"), Some(&*forged), Some(&*of_bruno), Some(&*longer)];
        for cookie in shown {
            let ask = SignIn {
                device: cookie.map(str::to_owned),
                ..knock("amina.diallo", RIGHT)
            };
            assert!(
                matches!(sign_in(house, ask).await, Err(Error::Busy)),
                "{cookie:?}"
            );
        }
        let nobody = sign_in(house, knock("nul.inconnu", RIGHT)).await;
        assert!(matches!(nobody, Err(Error::Busy)), "whoever it is");
        assert_eq!(house.logged(&amina).await.len(), before, "nothing was written");
        // The honest twin: her own device, and a wrong password there counts as ever.
        from_device(house, &device, RIGHT).await.unwrap();
        assert!(matches!(
            from_device(house, &device, WRONG).await,
            Err(Error::NotRecognised)
        ));
        // Once the crowd is gone, everybody.
        drop(at_work);
        waiting.abort();
        let _ = waiting.await;
        right(house).await.unwrap();
    })
    .await;
}
