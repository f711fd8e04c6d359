//! Bank details: who may change them, who hears of it, from when on they count; proofs, and how long they are kept.

use chrono::Duration;

use super::*;
use crate::kernel::notice::Letter;
use crate::kernel::secret::Secret;
use crate::kernel::work::Work;
use crate::people::{self, Proof as LinkProof};
use crate::session::{self, Here};
use crate::testing::{SECOND, both_with, knock};
use crate::ticket;

const IBAN: &str = "FR7630006000011234567890189";
const PASSWORD: &str = "Tarte-aux-9mures";

pub(super) fn pdf() -> Upload {
    let text = "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n";
    let bytes = format!("{text}xref\n0 1\nstartxref\n{}\n%%EOF\n", text.len());
    Upload {
        name: "rib.pdf".into(),
        bytes: bytes.into_bytes(),
    }
}

pub(super) async fn with_store<F: AsyncFn(&TestHouse)>(test: F) {
    let folder = tempfile::tempdir().unwrap();
    let next = std::sync::atomic::AtomicU32::new(0);
    let change = |settings: &mut crate::kernel::config::Settings| {
        let n = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        settings.profile.store = folder.path().join(format!("store-{n}"));
    };
    both_with(change, test).await;
}

/// Amina signs in to the space.
async fn signed_in(house: &TestHouse, amina: &Agent) -> Here {
    house.passwords(amina, PASSWORD).await;
    signed_in_again(house, amina).await
}

async fn proves(house: &TestHouse, here: &Here) {
    session::prove(house, here, &Secret::new(PASSWORD.to_owned()), None)
        .await
        .unwrap();
}

async fn declares(house: &TestHouse, amina: &Agent, here: &Here) -> Result<Change, Error> {
    let mut work = house.work(amina, Door::Space).await;
    let change = declare_bank(&mut work, here, Iban::read(IBAN).unwrap(), pdf()).await?;
    work.save().await?;
    Ok(change)
}

#[tokio::test]
async fn bank_details_are_declared_in_the_space_after_showing_again_who_one_is() {
    with_store(async |house| {
        let (amina, nadia) = amina_and_nadia(house).await;
        let here = signed_in(house, &amina).await;
        let bare = declares(house, &amina, &here).await;
        assert!(matches!(bare, Err(Error::Session(session::Error::NotProved))));
        proves(house, &here).await;
        let mut work = house.work(&amina, Door::Space).await;
        let plain = declare(&mut work, Detail::Bank(Iban::read(IBAN).unwrap()), Some(pdf())).await;
        assert!(
            matches!(plain, Err(Error::Session(_))),
            "not by the way of an address"
        );
        drop(work);
        let mut work = house.work(&amina, Door::Chat).await;
        let chat = declarable(&mut work, &Detail::Bank(Iban::read(IBAN).unwrap())).await;
        assert!(matches!(chat, Err(Error::Denied(_))), "never in a conversation");
        drop(work);
        house.clock.advance(Duration::minutes(5));
        let late = declares(house, &amina, &here).await;
        assert!(
            matches!(late, Err(Error::Session(session::Error::NotProved))),
            "a proof of who one is does not last"
        );
        proves(house, &here).await;
        let change = declares(house, &amina, &here).await.unwrap();
        assert_eq!(change.stage, Stage::Confirmed);
        let mut work = house.work(&nadia, Door::Console).await;
        let (seen, _, kept) = look(&mut work, change.id).await.unwrap();
        assert_eq!(seen.after.whole(), "FR76 3000 6000 0112 3456 7890 189".into());
        assert!(
            !format!("{:?}", seen.after.value()).contains("3000"),
            "masked everywhere else"
        );
        assert_eq!(kept.unwrap().format, Format::Pdf);
        let (_, _, content) = proof(&mut work, change.id).await.unwrap();
        assert!(content.starts_with(b"%PDF") && content.ends_with(b"%%EOF"));
        work.save().await.unwrap();
        assert_eq!(
            last_logged(house, &amina).await,
            ("view".into(), "profile.proof".into())
        );
        let file = std::fs::read_dir(&house.settings.profile.store)
            .unwrap()
            .next()
            .unwrap()
            .unwrap();
        let sealed = std::fs::read(file.path()).unwrap();
        assert!(
            !sealed.windows(4).any(|window| window == b"%PDF"),
            "sealed at rest"
        );
    })
    .await;
}

/// The twin of attack 8, for the pay: whoever takes over a session and changes where the pay goes is not silent.
#[tokio::test]
async fn attack_8_new_bank_details_are_told_to_every_contact_that_was_theirs_before() {
    with_store(async |house| {
        let (amina, nadia) = amina_and_nadia(house).await;
        let here = signed_in(house, &amina).await;
        house.link(&amina).await;
        house.mailed().await;
        // The taker has linked a chat address of their own just now.
        let mut work = Work::write(house).await.unwrap();
        work.act_as_system("test");
        people::link(&mut work, amina.id, "@taker:localhost", LinkProof::SpaceCode)
            .await
            .unwrap();
        work.save().await.unwrap();
        house.all_said().await;
        house.mailed().await;
        house.clock.advance(Duration::minutes(20));
        proves(house, &here).await;
        let change = declares(house, &amina, &here).await.unwrap();
        let told = |said: Vec<(Option<people::AgentId>, Option<String>, Line)>, key: &str| {
            let of = said.into_iter().filter(|(_, _, line)| line.key == key);
            of.map(|(agent, address, _)| (agent, address)).collect::<Vec<_>>()
        };
        let said = told(house.all_said().await, "profile-bank-declared");
        assert!(said.contains(&(Some(amina.id), None)), "{said:?}");
        let former = (None, Some("@amina.diallo:localhost".to_owned()));
        assert!(said.contains(&former), "{said:?}");
        let mails: Vec<Letter> = house.mailed().await;
        assert!(
            mails
                .iter()
                .any(|mail| mail.to == amina.email && mail.body.contains("0189")),
            "{mails:?}"
        );
        assert!(!format!("{mails:?}").contains("3000"), "masked in the mail too");
        // "This was not me" keeps the pay where it is, until somebody has looked into it.
        let mut work = house.work(&amina, Door::Chat).await;
        let report = ticket::not_me(&mut work).await.unwrap();
        work.save().await.unwrap();
        let validated = decided(house, &nadia, &change, Verdict::Validate).await;
        assert!(matches!(validated, Err(Error::Reported(reference)) if reference == report.reference));
        let refused = Verdict::Refuse {
            reason: "Compte usurpé".into(),
        };
        decided(house, &nadia, &change, refused).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn validated_before_the_closing_they_count_from_the_next_month_on() {
    with_store(async |house| {
        let (amina, nadia) = amina_and_nadia(house).await;
        house.passwords(&amina, PASSWORD).await;
        let payday = async |month: &str| {
            let work = house.work(&amina, Door::Space).await;
            let payday = next_payday(&work);
            assert_eq!(payday.month, month.parse().unwrap());
            payday.closes_on.to_string()
        };
        assert_eq!(payday("2026-04").await, "2026-03-20");
        house.clock.advance(Duration::days(8));
        assert_eq!(payday("2026-04").await, "2026-03-20", "on the eve");
        house.clock.advance(Duration::days(1));
        assert_eq!(
            payday("2026-05").await,
            "2026-04-20",
            "the day itself is too late"
        );
        let here = signed_in_again(house, &amina).await;
        proves(house, &here).await;
        let change = declares(house, &amina, &here).await.unwrap();
        let change = decided(house, &nadia, &change, Verdict::Validate).await.unwrap();
        assert_eq!(change.effective, "2026-05".parse().ok());
        assert!(
            told(house, &amina)
                .await
                .iter()
                .any(|line| line.key == "profile-bank-validated")
        );
    })
    .await;
}

/// Days later the first session is over.
async fn signed_in_again(house: &TestHouse, amina: &Agent) -> Here {
    let opened = session::sign_in(house, knock(&amina.username, PASSWORD))
        .await
        .unwrap();
    let second = Secret::new(SECOND.to_owned());
    let opened = session::confirm_second(house, opened.token.expose(), &second, "10.1.2.3")
        .await
        .unwrap();
    Here {
        token: opened.token.expose().to_owned(),
        site: session::Site::Space,
        channel: crate::channel::Channel::Internal,
        origin: "10.1.2.3".to_owned(),
    }
}

#[tokio::test]
async fn what_happened_in_the_family_waits_for_its_proof_and_then_for_human_resources() {
    with_store(async |house| {
        let (amina, nadia) = amina_and_nadia(house).await;
        let on = |day: &str| {
            Detail::Family(Family {
                event: Event::Birth,
                on: day.parse().unwrap(),
            })
        };
        let mut work = house.work(&amina, Door::Chat).await;
        assert!(matches!(
            declare(&mut work, on("2026-03-12"), None).await,
            Err(Error::Future)
        ));
        let change = declare(&mut work, on("2026-03-03"), None).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(change.stage, Stage::Declared);
        assert!(told(house, &nadia).await.is_empty(), "nothing to decide on yet");
        assert!(matches!(
            decided(house, &nadia, &change, Verdict::Validate).await,
            Err(Error::NotOpen)
        ));
        let mut work = house.work(&amina, Door::Space).await;
        let bad = Upload {
            bytes: b"<html>".to_vec(),
            ..pdf()
        };
        assert!(matches!(
            prove(&mut work, Kind::Family, bad).await,
            Err(Error::Proof(BadProof::Format))
        ));
        drop(work);
        let mut work = house.work(&amina, Door::Space).await;
        prove(&mut work, Kind::Family, pdf()).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(told(house, &nadia).await[0].key, "profile-to-decide");
        let mut work = house.work(&amina, Door::Space).await;
        assert!(
            matches!(prove(&mut work, Kind::Family, pdf()).await, Err(Error::NotOpen)),
            "once"
        );
        drop(work);
        decided(house, &nadia, &change, Verdict::Validate).await.unwrap();
        let mut work = house.work(&amina, Door::Space).await;
        assert_eq!(
            mine(&mut work).await.unwrap().of(Kind::Family),
            Some(&on("2026-03-03"))
        );
    })
    .await;
}

#[tokio::test]
async fn attack_23_a_proof_is_opened_by_nobody_but_who_decides_on_it() {
    with_store(async |house| {
        let (amina, nadia) = amina_and_nadia(house).await;
        let paul = house.agent("paul.girard").await;
        let support = house.agent("sam.support").await;
        house.grant(&support, Role::ItAdmin, None).await;
        let birth = Detail::Family(Family {
            event: Event::Birth,
            on: "2026-03-03".parse().unwrap(),
        });
        let mut work = house.work(&amina, Door::Space).await;
        let change = declare(&mut work, birth, Some(pdf())).await.unwrap();
        work.save().await.unwrap();
        for (other, door) in [
            (&paul, Door::Space),
            (&paul, Door::Console),
            (&support, Door::Console),
            (&nadia, Door::Space),
        ] {
            let mut work = house.work(other, door).await;
            assert!(
                matches!(proof(&mut work, change.id).await, Err(Error::Denied(_))),
                "{}",
                other.username
            );
            assert!(matches!(
                prove(&mut work, Kind::Family, pdf()).await,
                Err(Error::NotOpen | Error::Denied(_))
            ));
        }
        let mut work = house.work(&nadia, Door::Console).await;
        proof(&mut work, change.id).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_proof_is_removed_some_time_after_the_decision_and_the_change_stays() {
    with_store(async |house| {
        let (amina, nadia) = amina_and_nadia(house).await;
        let birth = Detail::Family(Family {
            event: Event::Birth,
            on: "2026-03-03".parse().unwrap(),
        });
        let mut work = house.work(&amina, Door::Space).await;
        let change = declare(&mut work, birth.clone(), Some(pdf())).await.unwrap();
        work.save().await.unwrap();
        house.clock.advance(Duration::days(100));
        assert_eq!(retire(house).await.unwrap(), 0, "nobody has decided");
        decided(house, &nadia, &change, Verdict::Validate).await.unwrap();
        house.clock.advance(Duration::days(90));
        assert_eq!(retire(house).await.unwrap(), 0);
        house.clock.advance(Duration::minutes(1));
        assert_eq!(retire(house).await.unwrap(), 1);
        assert_eq!(retire(house).await.unwrap(), 0);
        assert_eq!(
            std::fs::read_dir(&house.settings.profile.store).unwrap().count(),
            0
        );
        assert_eq!(last_logged(house, &amina).await.1, "profile.retire");
        let mut work = house.work(&nadia, Door::Console).await;
        assert!(matches!(proof(&mut work, change.id).await, Err(Error::Unknown)));
        let (seen, _, kept) = look(&mut work, change.id).await.unwrap();
        assert_eq!((seen.after, kept), (birth, None));
        drop(work);
        let mut work = house.work(&amina, Door::Space).await;
        assert!(mine(&mut work).await.unwrap().of(Kind::Family).is_some());
    })
    .await;
}
