//! Creating an account by a link to the mailbox (AC14), on both circuits.

use super::*;
use crate::account::State;
use crate::kernel::notice::Letter;
use crate::password::{Purpose, StartReset, start_reset};

pub(super) const NEW: &str = "Un-7eme-quai-bleu";
pub(super) const MAIL: &str = "amina.diallo@paris.example";
pub(super) const MCP: Circuit = Circuit::MonCompteParisien;

pub(super) async fn ask(
    house: &TestHouse,
    purpose: Purpose,
    circuit: Circuit,
    name: &str,
    email: &str,
) -> Vec<Letter> {
    let mut work = Work::write(house).await.unwrap();
    let wish = StartReset {
        purpose,
        circuit,
        name: name.to_owned(),
        email: email.to_owned(),
    };
    start_reset(&mut work, &wish).await.unwrap();
    work.save().await.unwrap();
    house.mailed().await
}

pub(super) async fn link_for(house: &TestHouse, circuit: Circuit) -> String {
    let letters = ask(house, Purpose::Creation, circuit, "amina.diallo", MAIL).await;
    token(&letters[0]).unwrap()
}

/// The token of the link in a letter that has one.
pub(super) fn token(letter: &Letter) -> Option<String> {
    let link = letter
        .body
        .split_whitespace()
        .find(|word| word.starts_with("http://localhost:8480/create/"))?;
    link.rsplit('/').next().map(str::to_owned)
}

pub(super) async fn look(house: &TestHouse, link: &str) -> Result<Link, Error> {
    look_at_link(&mut Work::read(house).await.unwrap(), link).await
}

pub(super) async fn finish(house: &Arc<House>, link: &str, new: &str) -> Result<Link, Error> {
    let (link, new) = (link.to_owned(), Secret::new(new.to_owned()));
    let (channel, origin) = (Channel::Internal, "10.1.2.3".to_owned());
    let ask = FinishReset {
        link,
        new,
        code: None,
        channel,
        origin,
    };
    finish_reset(house, ask).await
}

pub(super) async fn state(house: &TestHouse, agent: &Agent, circuit: Circuit) -> State {
    let mut work = Work::read(house).await.unwrap();
    account::one(&mut work, agent.id, circuit)
        .await
        .unwrap()
        .standing
        .state(false)
}

#[tokio::test]
async fn a_newcomer_creates_both_accounts_and_signs_in() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        for (circuit, password) in [(Circuit::IntraParis, RIGHT), (MCP, SECOND)] {
            let letters = ask(
                house,
                Purpose::Creation,
                circuit,
                &amina.number,
                " Amina.Diallo@PARIS.example ",
            )
            .await;
            assert!(
                letters[0].subject.contains("créer le compte"),
                "{}",
                letters[0].subject
            );
            let link = token(&letters[0]).unwrap();
            let shown = look(house, &link).await.unwrap();
            assert_eq!((shown.circuit, shown.purpose), (circuit, Purpose::Creation));
            finish(house, &link, password).await.unwrap();
            assert_eq!(state(house, &amina, circuit).await, State::Active);
        }
        let said = house.said().await;
        assert!(
            said.iter()
                .all(|(_, line)| line.key == "password-account-created")
        );
        assert_eq!(right(house).await.unwrap().step, Step::Complete);
    })
    .await;
}

#[tokio::test]
async fn one_account_alone_does_not_let_anybody_in() {
    both(async |house| {
        house.agent("amina.diallo").await;
        let link = link_for(house, Circuit::IntraParis).await;
        finish(house, &link, RIGHT).await.unwrap();
        assert!(matches!(
            right(house).await,
            Err(Error::Standing(MCP, State::NotCreated, _))
        ));
        let link = link_for(house, MCP).await;
        finish(house, &link, SECOND).await.unwrap();
        assert!(right(house).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn guesses_from_before_an_account_was_created_do_not_count_against_it() {
    both(async |house| {
        house.agent("amina.diallo").await;
        locked_for_strangers(house).await;
        for (circuit, password) in [(Circuit::IntraParis, RIGHT), (MCP, SECOND)] {
            let link = link_for(house, circuit).await;
            finish(house, &link, password).await.unwrap();
        }
        assert!(right(house).await.is_ok());
    })
    .await;
}
