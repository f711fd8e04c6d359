//! To whom the links that create accounts are sent, and how many of them.

use super::creations::{MAIL, MCP, ask, link_for};
use super::*;
use crate::password::Purpose;

#[tokio::test]
async fn attack_02_one_address_and_only_the_one_on_file_gets_the_creation_link() {
    both(async |house| {
        house.agent("amina.diallo").await;
        house.agent("jean.martin").await;
        for email in [
            "amina.diallo@paris.example,evil@evil.example",
            "amina.diallo@paris.example;evil@evil.example",
            "amina.diallo@paris.example evil@evil.example",
            "amina.diallo@paris.example\nBcc: evil@evil.example",
            "[\"amina.diallo@paris.example\",\"evil@evil.example\"]",
            "<amina.diallo@paris.example>",
            "amina.diallo@paris.example@evil.example",
            "amina.diallo+x@paris.example",
            "jean.martin@paris.example",
            "",
        ] {
            for purpose in [Purpose::Creation, Purpose::Reset] {
                assert!(
                    ask(house, purpose, MCP, "amina.diallo", email).await.is_empty(),
                    "{email}"
                );
            }
        }
        assert_eq!(
            ask(house, Purpose::Creation, MCP, "amina.diallo", MAIL).await[0].to,
            MAIL
        );
    })
    .await;
}

#[tokio::test]
async fn attack_08_a_mailbox_that_hr_changed_gets_what_the_former_one_no_longer_does() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut work = Work::write(house).await.unwrap();
        run!(
            work.tx(),
            "UPDATE agents SET email = 'a.diallo@paris.example' WHERE id = $1",
            amina.id
        )
        .unwrap();
        work.save().await.unwrap();
        for circuit in Circuit::ALL {
            for purpose in [Purpose::Creation, Purpose::Reset] {
                assert!(
                    ask(house, purpose, circuit, "amina.diallo", MAIL)
                        .await
                        .is_empty()
                );
            }
            let letters = ask(
                house,
                Purpose::Creation,
                circuit,
                "amina.diallo",
                "a.diallo@paris.example",
            )
            .await;
            assert_eq!(letters[0].to, "a.diallo@paris.example");
        }
    })
    .await;
}

#[tokio::test]
async fn attack_12_three_mails_an_hour_for_both_kinds_of_link_together() {
    both(async |house| {
        house.agent("amina.diallo").await;
        for circuit in Circuit::ALL {
            let mut letters = 0;
            for purpose in [
                Purpose::Creation,
                Purpose::Reset,
                Purpose::Creation,
                Purpose::Reset,
                Purpose::Creation,
            ] {
                letters += ask(house, purpose, circuit, "amina.diallo", MAIL).await.len();
            }
            assert_eq!(letters, 3);
        }
        house.clock.advance(Duration::minutes(61));
        link_for(house, MCP).await;
    })
    .await;
}

#[tokio::test]
async fn attack_13_an_address_is_compared_whole_and_nothing_else_is_written_to() {
    both(async |house| {
        house.agent("amina.diallo").await;
        for email in [
            "amina.diallo@evil.example@paris.example",
            "amina.diallo@paris.example@evil.example",
            "amina.diallo@paris.example.evil.example",
            "\"amina.diallo\"@paris.example",
            "\"amina.diallo@paris.example\"@evil.example",
            "amina.diallo+evil@paris.example",
            "amina.diallo(evil)@paris.example",
            "amina.diallo@pаris.example", // a Cyrillic a
            "amina.diallo@xn--pris-8cd.example",
            "amina.diallo@ｐaris.example",
            "amina.dıallo@paris.example", // a dotless i
            "amina.diallo@paris.example.",
            "amina.diallo@[127.0.0.1]",
            "amina.diallo\u{0}@paris.example",
        ] {
            let letters = ask(house, Purpose::Creation, MCP, "amina.diallo", email).await;
            assert!(letters.is_empty(), "{email}");
        }
        // The honest twins: a blank of the clipboard, capitals of a telephone.
        for email in [
            MAIL,
            " amina.diallo@paris.example\n",
            "Amina.Diallo@Paris.Example",
        ] {
            let letters = ask(house, Purpose::Creation, MCP, "amina.diallo", email).await;
            assert_eq!(letters[0].to, MAIL, "{email}");
        }
    })
    .await;
}
