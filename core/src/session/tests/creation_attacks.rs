//! Attacks on the links that create accounts.

use super::creations::{MAIL, MCP, NEW, ask, finish, link_for, look, state, token};
use super::*;
use crate::account::{Lock, LockCause, State, Verb};
use crate::password::Purpose;

/// The account as it stands after some verbs.
async fn change(house: &TestHouse, agent: &Agent, circuit: Circuit, verbs: &[Verb]) {
    let mut work = Work::write(house).await.unwrap();
    for verb in verbs {
        account::change(&mut work, agent.id, circuit, *verb)
            .await
            .unwrap();
    }
    work.save().await.unwrap();
}

#[tokio::test]
async fn attack_10_creation_revives_nothing_whatever_the_state() {
    let closed = Verb::Deactivate(Why::Administrative);
    let states: [&[Verb]; 6] = [
        &[],
        &[Verb::LockOut(Lock::UnknownDevices)],
        &[Verb::LockOut(Lock::Everywhere(LockCause::Failures))],
        &[Verb::LockSelf],
        &[Verb::Deactivate(Why::Inactivity)],
        &[Verb::LockSelf, closed],
    ];
    both(async |house| {
        for (n, verbs) in states.into_iter().enumerate() {
            let name = format!("amina.diallo{}", ["a", "b", "c", "d", "e", "f"][n]);
            let agent = house.agent(&name).await;
            house.passwords(&agent, RIGHT).await;
            for circuit in Circuit::ALL {
                change(house, &agent, circuit, verbs).await;
                let before = state(house, &agent, circuit).await;
                let letters = ask(house, Purpose::Creation, circuit, &name, &agent.email).await;
                assert!(token(&letters[0]).is_none(), "{}", letters[0].body);
                assert!(
                    letters[0].subject.contains("existe déjà"),
                    "{}",
                    letters[0].subject
                );
                assert_eq!(state(house, &agent, circuit).await, before);
            }
        }
        // The honest twin: who has none gets the link.
        house.agent("amina.diallo").await;
        for circuit in Circuit::ALL {
            finish(house, &link_for(house, circuit).await, NEW).await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn attack_04_a_link_does_only_what_it_was_sent_for() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        // A reset creates nothing, and says by mail how to create.
        for circuit in Circuit::ALL {
            let letters = ask(house, Purpose::Reset, circuit, "amina.diallo", MAIL).await;
            assert!(letters[0].subject.contains("pas encore créé") && !letters[0].body.contains("/reset/"));
        }
        // A creation link is dead once the account exists by another way.
        let link = link_for(house, Circuit::IntraParis).await;
        house.password(&amina, Circuit::IntraParis, RIGHT).await;
        assert!(matches!(look(house, &link).await, Err(Error::DeadLink)));
        assert!(matches!(finish(house, &link, NEW).await, Err(Error::DeadLink)));
        // Neither does the link of one circuit open the other, nor a token that was never mailed anything.
        let link = link_for(house, MCP).await;
        for wrong in ["", "x", &link[1..], &link.to_uppercase(), &format!("{link}0")] {
            assert!(
                matches!(finish(house, wrong, NEW).await, Err(Error::DeadLink)),
                "{wrong}"
            );
        }
        assert!(matches!(
            sign_in(house, knock("amina.diallo", NEW)).await,
            Err(Error::NotRecognised)
        ));
        assert_eq!(finish(house, &link, SECOND).await.unwrap().circuit, MCP);
        assert!(right(house).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn attack_05_a_creation_link_is_dead_once_used_replaced_expired_or_sent_to_a_former_address() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let older = link_for(house, MCP).await;
        let newer = link_for(house, MCP).await;
        assert!(
            matches!(finish(house, &older, NEW).await, Err(Error::DeadLink)),
            "replaced"
        );
        house.clock.advance(Duration::minutes(30));
        assert!(
            matches!(finish(house, &newer, NEW).await, Err(Error::DeadLink)),
            "expired"
        );
        house.clock.advance(Duration::minutes(31));
        let link = link_for(house, MCP).await;
        let mut work = Work::write(house).await.unwrap();
        run!(
            work.tx(),
            "UPDATE agents SET email = 'other@paris.example' WHERE id = $1",
            amina.id
        )
        .unwrap();
        work.save().await.unwrap();
        assert!(
            matches!(look(house, &link).await, Err(Error::DeadLink)),
            "a former address"
        );
        let mut work = Work::write(house).await.unwrap();
        run!(
            work.tx(),
            "UPDATE agents SET email = $2 WHERE id = $1",
            amina.id,
            &amina.email
        )
        .unwrap();
        work.save().await.unwrap();
        finish(house, &link, NEW).await.unwrap();
        assert!(
            matches!(finish(house, &link, NEW).await, Err(Error::DeadLink)),
            "used"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attack_05_a_creation_link_used_many_times_at_once_creates_once() {
    both(async |house| {
        house.agent("amina.diallo").await;
        let link = link_for(house, MCP).await;
        let mut all = tokio::task::JoinSet::new();
        for n in 0..6 {
            let (house, link): (Arc<House>, _) = (Arc::clone(house), link.clone());
            all.spawn(async move {
                finish(&house, &link, &format!("Un-{n}eme-quai-bleu"))
                    .await
                    .is_ok()
            });
        }
        assert_eq!(all.join_all().await.into_iter().filter(|set| *set).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn attack_06_tokens_are_long_random_and_never_the_same() {
    both(async |house| {
        let mut seen = std::collections::HashSet::new();
        for n in 0..6 {
            let name = format!("agent.a{n}");
            let agent = house.agent(&name).await;
            for circuit in Circuit::ALL {
                for _ in 0..3 {
                    let letters = ask(house, Purpose::Creation, circuit, &name, &agent.email).await;
                    let token = token(&letters[0]).unwrap();
                    assert!(token.len() >= 43, "256 bits: {token}");
                    assert!(!token.contains(&agent.number) && !token.contains("agent"));
                    assert!(seen.insert(token));
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn attack_09_looking_at_a_creation_link_creates_nothing_and_uses_nothing_up() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        for circuit in Circuit::ALL {
            let link = link_for(house, circuit).await;
            for _ in 0..5 {
                assert!(look(house, &link).await.is_ok());
            }
            assert_eq!(state(house, &amina, circuit).await, State::NotCreated);
            assert!(finish(house, &link, NEW).await.is_ok());
        }
    })
    .await;
}

#[tokio::test]
async fn attack_03_the_link_of_one_agent_creates_nothing_for_another() {
    both(async |house| {
        let others = [
            "jean.martin",
            "jean.martin2",
            "zoe.petit",
            "leo.petit",
            "ana.petit",
        ];
        for name in others {
            house.agent(name).await;
        }
        let amina = house.agent("amina.diallo").await;
        for circuit in Circuit::ALL {
            finish(house, &link_for(house, circuit).await, RIGHT)
                .await
                .unwrap();
            assert_eq!(state(house, &amina, circuit).await, State::Active);
        }
        for name in others {
            let mut work = Work::read(house).await.unwrap();
            let other = crate::people::by_username(&mut work, name)
                .await
                .unwrap()
                .unwrap();
            drop(work);
            for circuit in Circuit::ALL {
                assert_eq!(state(house, &other, circuit).await, State::NotCreated, "{name}");
            }
            assert!(matches!(
                sign_in(house, knock(name, RIGHT)).await,
                Err(Error::NotRecognised)
            ));
        }
    })
    .await;
}

#[tokio::test]
async fn attack_10_a_link_is_dead_once_its_agent_has_left_the_city() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        house.password(&amina, Circuit::IntraParis, RIGHT).await;
        let creation = link_for(house, MCP).await;
        let reset = ask(house, Purpose::Reset, Circuit::IntraParis, "amina.diallo", MAIL).await;
        let (_, reset) = reset[0].body.split_once("/reset/").unwrap();
        let reset = reset.split_whitespace().next().unwrap();
        assert!(look(house, reset).await.is_ok());
        let mut work = Work::write(house).await.unwrap();
        work.act_as_operator();
        account::depart(
            &mut work,
            &account::Departure {
                agent: amina.id,
                number: amina.number.clone(),
                reason: "Départ".to_owned(),
            },
        )
        .await
        .unwrap();
        work.save().await.unwrap();
        house.mailed().await;
        for link in [creation.as_str(), reset] {
            assert!(matches!(look(house, link).await, Err(Error::DeadLink)));
            assert!(matches!(finish(house, link, NEW).await, Err(Error::DeadLink)));
        }
        for purpose in [Purpose::Creation, Purpose::Reset] {
            assert!(ask(house, purpose, MCP, "amina.diallo", MAIL).await.is_empty());
        }
    })
    .await;
}

#[tokio::test]
async fn attack_07_a_token_stands_in_the_letter_and_nowhere_else() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        for circuit in Circuit::ALL {
            let link = link_for(house, circuit).await;
            for (_, _, facts) in house.logged(&amina).await {
                assert!(!facts.contains(&link), "{facts}");
            }
            let shown = look(house, &link).await.unwrap();
            assert!(!format!("{shown:?}").contains(&link));
            let mut work = Work::read(house).await.unwrap();
            let kept = all!(
                work.tx(),
                (Vec<u8>,),
                "SELECT tag FROM resets WHERE tag IS NOT NULL"
            )
            .unwrap();
            assert!(
                kept.iter()
                    .all(|(tag,)| tag.len() == 32 && tag != link.as_bytes())
            );
            drop(work);
            finish(house, &link, NEW).await.unwrap();
        }
        assert!(house.said().await.iter().all(|(_, line)| line.links.is_empty()));
    })
    .await;
}
