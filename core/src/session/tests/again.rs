//! Showing again who one is: with the code by SMS, where that is what signing in asks.

use super::code_attacks::{FROM, mobile, sms, with_mobile};
use super::*;
use crate::kernel::line::Value;

fn here(opened: &Opened, channel: Channel) -> Here {
    Here {
        token: opened.token.expose().to_owned(),
        site: Site::Space,
        channel,
        origin: FROM.to_owned(),
    }
}

async fn on_the_phone(house: &TestHouse) -> Here {
    let opened = mobile(house, "amina.diallo").await.unwrap();
    let code = house.texted_code().await.unwrap();
    let opened = sms(house, &opened, &code).await.unwrap();
    house.clock.advance(Duration::seconds(61));
    here(&opened, Channel::MobilePortal)
}

async fn give(house: &Arc<House>, here: &Here, code: Option<&str>) -> Result<(), Error> {
    prove(house, here, &Secret::new(RIGHT.to_owned()), code).await
}

async fn send(house: &TestHouse, here: &Here) -> bool {
    let mut work = Work::write(house).await.unwrap();
    let sent = send_again(&mut work, here).await.unwrap();
    work.save().await.unwrap();
    sent
}

async fn again(house: &TestHouse, here: &Here) -> Again {
    asks_again(&mut Work::read(house).await.unwrap(), here)
        .await
        .unwrap()
}

#[tokio::test]
async fn the_code_by_sms_is_asked_again_of_who_has_no_app_where_signing_in_asks_it() {
    both(async |house| {
        with_mobile(house, "amina.diallo", NUMBER).await;
        // Inside, the password is enough to come in, and enough here.
        let inside = here(&right(house).await.unwrap(), Channel::Internal);
        assert!(again(house, &inside).await.is_nothing());
        assert!(!send(house, &inside).await);
        give(house, &inside, None).await.unwrap();
        let phone = on_the_phone(house).await;
        let texting = again(house, &phone).await.texting().cloned().unwrap();
        assert_eq!(
            (texting.masked.as_str(), texting.sent_at),
            ("** ** ** ** 17", None)
        );
        assert!(matches!(give(house, &phone, None).await, Err(Error::WrongSms)));
        assert!(send(house, &phone).await);
        assert!(!send(house, &phone).await, "one a minute");
        let code = house.texted_code().await.unwrap();
        give(house, &phone, Some(&code)).await.unwrap();
        let late = give(house, &phone, Some(&code)).await;
        assert!(matches!(late, Err(Error::WrongSms)), "once: {late:?}");
    })
    .await;
}

#[tokio::test]
async fn attack_20_no_other_code_shows_again_who_one_is() {
    both(async |house| {
        let amina = with_mobile(house, "amina.diallo", NUMBER).await;
        with_mobile(house, "jean.martin", "06 39 98 00 18").await;
        let (one, two) = (on_the_phone(house).await, on_the_phone(house).await);
        assert!(send(house, &two).await);
        let of_two = house.texted_code().await.unwrap();
        let of_jean = {
            mobile(house, "jean.martin").await.unwrap();
            house.texted_code().await.unwrap()
        };
        // Of another session of hers, of somebody else, none, nonsense; and the password alone is not enough to link.
        for code in [Some(&*of_two), Some(&*of_jean), None, Some("00000000 ")] {
            let refused = give(house, &one, code).await;
            assert!(matches!(refused, Err(Error::WrongSms)), "{code:?}: {refused:?}");
        }
        let ask = |here: &Here, code: Option<String>| StartLink {
            token: here.token.clone(),
            channel: here.channel,
            origin: here.origin.clone(),
            address: "@a.d:localhost".to_owned(),
            password: Secret::new(RIGHT.to_owned()),
            code,
        };
        // That was the fifth wrong code, however it was given.
        let refused = start_link(house, ask(&one, None)).await;
        assert!(matches!(refused, Err(Error::Standing(..))), "{refused:?}");
        assert!(house.all_said().await.iter().all(|(agent, ..)| agent.is_some()));
        let late = give(house, &two, Some(&of_two)).await;
        assert!(late.is_err(), "right, and too late");
        // Honest, once support has unlocked.
        let support = support(house).await;
        unlock(house, &support, &amina).await.unwrap();
        house.clock.advance(Duration::seconds(61));
        let phone = on_the_phone(house).await;
        assert!(send(house, &phone).await);
        let code = house.texted_code().await.unwrap();
        start_link(house, ask(&phone, Some(code))).await.unwrap();
        let said = house.all_said().await;
        let sent = said.iter().find(|(_, _, line)| line.key == "session-link-code");
        let named = &sent.unwrap().2.args[1].1;
        assert_eq!(*named, Value::from("Amina Diallo"));
    })
    .await;
}
