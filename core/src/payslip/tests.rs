//! Use cases of payslips, on both databases.

use chrono::Duration;
use std::path::PathBuf;

use super::attend::round;
use super::*;
use crate::kernel::actor::Door;
use crate::kernel::audit;
use crate::kernel::dropped::Done;
use crate::kernel::work::Work;
use crate::people::Agent;
use crate::testing::{TestHouse, both_with, start};

const PDF: &[u8] = b"%PDF-1.4\nSalaire\n%%EOF\n";

struct Drop(PathBuf);

impl Drop {
    fn new(house: &TestHouse) -> Self {
        let folder = house.settings.payslip.store.with_extension("drop");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> &Self {
        std::fs::write(self.0.join(name), bytes).unwrap();
        self
    }
}

async fn both<F: AsyncFn(&TestHouse)>(test: F) {
    let next = std::sync::atomic::AtomicU32::new(0);
    let folder = tempfile::tempdir().unwrap();
    let change = |settings: &mut crate::kernel::config::Settings| {
        let n = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        settings.payslip.store = folder.path().join(format!("store-{n}"));
    };
    both_with(change, test).await;
}

async fn with_october(house: &TestHouse, agent: &Agent) -> PathBuf {
    let drop = Drop::new(house);
    let manifest = format!("file;number;month\na.pdf;{};2026-02\n", agent.number);
    drop.file("a.pdf", PDF).file("manifest.csv", manifest.as_bytes());
    assert_eq!(import(house, &drop.0).await.unwrap().count(Verdict::Matched), 1);
    drop.0
}

fn february() -> Month {
    Month::new(2026, 2).unwrap()
}

#[tokio::test]
async fn every_file_of_the_drop_is_accounted_for_and_a_second_run_changes_nothing() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let drop = Drop::new(house);
        let n = &amina.number;
        let manifest = format!(
            "file;number;month\na.pdf;{n};2026-02\ncopy.pdf;{n};2026-02\nb.pdf;9999999;2026-02\ncut.pdf;{n};2026-01\n\
             gone.pdf;{n};2026-01\n../a.pdf;{n};2026-01\nm.pdf;{n};février\n"
        );
        drop.file("a.pdf", PDF).file("copy.pdf", PDF).file("b.pdf", PDF).file("cut.pdf", &PDF[..12]);
        drop.file("m.pdf", PDF).file("stray.pdf", PDF).file("manifest.csv", manifest.as_bytes());
        let report = import(house, &drop.0).await.unwrap();
        let found: Vec<_> = report.rows.iter().map(|row| (row.file.as_str(), row.verdict)).collect();
        assert_eq!(
            found,
            [
                ("a.pdf", Verdict::Matched),
                ("copy.pdf", Verdict::Duplicate),
                ("b.pdf", Verdict::Unmatched("no agent has this number")),
                ("cut.pdf", Verdict::Damaged("not a whole PDF")),
                ("gone.pdf", Verdict::Damaged("the file is missing")),
                ("../a.pdf", Verdict::Unmatched("not a plain file name")),
                ("m.pdf", Verdict::Unmatched("the month is not written 2026-10")),
                ("stray.pdf", Verdict::Unmatched("not in the manifest")),
            ]
        );
        let again = import(house, &drop.0).await.unwrap();
        assert_eq!((again.count(Verdict::Matched), again.count(Verdict::Duplicate)), (0, 2));
        let mut work = house.work(&amina, Door::Chat).await;
        assert_eq!(mine(&mut work).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_stored_file_is_sealed_and_opens_only_for_its_agent() {
    both(async |house| {
        let (amina, paul) = (
            house.agent("amina.diallo").await,
            house.agent("paul.girard").await,
        );
        with_october(house, &amina).await;
        let file = std::fs::read_dir(&house.settings.payslip.store)
            .unwrap()
            .next()
            .unwrap()
            .unwrap()
            .path();
        let sealed = std::fs::read(file).unwrap();
        assert!(!sealed.windows(7).any(|w| w == b"Salaire"));
        let mut work = house.work(&amina, Door::Space).await;
        let id = mine(&mut work).await.unwrap()[0].id;
        assert_eq!(own(&mut work, id).await.unwrap().1, PDF);
        work.save().await.unwrap();
        let mut work = house.work(&paul, Door::Space).await;
        assert!(mine(&mut work).await.unwrap().is_empty());
        assert!(
            matches!(own(&mut work, id).await, Err(Error::Unknown)),
            "somebody else's is as if it were not"
        );
        let log = audit::about(work.tx(), amina.id, 9).await.unwrap();
        assert_eq!(
            (log[0].kind.as_str(), log[0].what.as_str()),
            ("view", "payslip.download")
        );
    })
    .await;
}

#[tokio::test]
async fn attack_3_a_link_made_for_one_agent_opens_for_no_other_and_works_once() {
    both(async |house| {
        let (amina, paul) = (
            house.agent("amina.diallo").await,
            house.agent("paul.girard").await,
        );
        with_october(house, &amina).await;
        let mut work = house.work(&amina, Door::Chat).await;
        let link = link(&mut work, february()).await.unwrap();
        work.save().await.unwrap();
        assert!(
            link.url.starts_with("http://localhost:8480/payslip/"),
            "{}",
            link.url
        );
        let token = link.url.rsplit('/').next().unwrap();
        let mut work = house.work(&paul, Door::Space).await;
        assert!(matches!(look(&mut work, token).await, Err(Error::DeadLink)));
        assert!(matches!(download(&mut work, token).await, Err(Error::DeadLink)));
        drop(work);
        let mut work = Work::write(house).await.unwrap();
        assert!(look(&mut work, token).await.is_err(), "nobody is nobody's agent");
        drop(work);
        let mut work = house.work(&amina, Door::Space).await;
        for _ in 0..3 {
            look(&mut work, token).await.unwrap();
        }
        assert_eq!(download(&mut work, token).await.unwrap().1, PDF);
        work.save().await.unwrap();
        let mut work = house.work(&amina, Door::Space).await;
        assert!(matches!(look(&mut work, token).await, Err(Error::DeadLink)));
        assert!(matches!(download(&mut work, token).await, Err(Error::DeadLink)));
    })
    .await;
}

#[tokio::test]
async fn a_link_dies_after_a_quarter_of_an_hour() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        with_october(house, &amina).await;
        let mut work = house.work(&amina, Door::Chat).await;
        let link = link(&mut work, february()).await.unwrap();
        work.save().await.unwrap();
        let token = link.url.rsplit('/').next().unwrap();
        house.clock.advance(Duration::minutes(15));
        let mut work = house.work(&amina, Door::Space).await;
        assert!(matches!(look(&mut work, token).await, Err(Error::DeadLink)));
    })
    .await;
}

#[tokio::test]
async fn a_month_is_there_expected_or_unknown() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut work = Work::write(house).await.unwrap();
        let march = Month::new(2026, 3).unwrap();
        assert!(matches!(
            expect(&mut work, march, start().date_naive()).await,
            Err(Error::Denied(_))
        ));
        work.act_as_operator();
        expect(&mut work, march, "2026-03-27".parse().unwrap())
            .await
            .unwrap();
        work.save().await.unwrap();
        with_october(house, &amina).await;
        let mut work = house.work(&amina, Door::Chat).await;
        assert_eq!(
            available(&mut work, Some(february()))
                .await
                .unwrap()
                .arrived
                .unwrap()
                .month,
            february()
        );
        assert_eq!(
            available(&mut work, None).await.unwrap().month,
            february(),
            "the newest one"
        );
        let next = available(&mut work, Some(march)).await.unwrap();
        assert_eq!(
            (next.arrived, next.expected_on),
            (None, "2026-03-27".parse().ok())
        );
        assert!(matches!(link(&mut work, march).await, Err(Error::Unknown)));
    })
    .await;
}

#[tokio::test]
async fn what_is_older_than_the_kept_years_is_removed_and_nothing_else() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        with_october(house, &amina).await;
        assert_eq!(retire(house).await.unwrap(), 0);
        house.clock.advance(Duration::days(3653));
        assert_eq!(retire(house).await.unwrap(), 1);
        assert_eq!(
            std::fs::read_dir(&house.settings.payslip.store).unwrap().count(),
            0
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_dropped_is_imported_when_the_manifest_comes_and_reported_file_by_file() {
    let next = std::sync::atomic::AtomicU32::new(0);
    let folder = tempfile::tempdir().unwrap();
    let change = |settings: &mut crate::kernel::config::Settings| {
        let n = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        settings.payslip.store = folder.path().join(format!("store-{n}"));
        settings.payslip.drop = folder.path().join(format!("drop-{n}"));
        std::fs::create_dir_all(&settings.payslip.drop).unwrap();
    };
    both_with(change, async |house| {
        let amina = house.agent("amina.diallo").await;
        let (drop, mut done) = (&house.settings.payslip.drop, Done::default());
        let arrived = async || {
            let mut work = house.work(&amina, Door::Chat).await;
            mine(&mut work).await.unwrap().len()
        };
        round(house, &mut done).await.unwrap();
        std::fs::write(drop.join("a.pdf"), PDF).unwrap();
        std::fs::write(drop.join("=cmd.pdf"), PDF).unwrap();
        round(house, &mut done).await.unwrap();
        assert_eq!(arrived().await, 0, "nothing is read before the manifest is there");
        let manifest = format!("file;number;month\na.pdf;{};2026-02\n", amina.number);
        std::fs::write(drop.join("manifest.csv"), &manifest).unwrap();
        round(house, &mut done).await.unwrap();
        assert_eq!(arrived().await, 1);
        let report = || std::fs::read_to_string(drop.join("report.csv")).unwrap();
        assert_eq!(
            report(),
            "file;verdict;reason\na.pdf;matched;\n'=cmd.pdf;unmatched;not in the manifest\n"
        );
        std::fs::remove_file(drop.join("report.csv")).unwrap();
        round(house, &mut done).await.unwrap();
        assert!(
            !drop.join("report.csv").exists(),
            "the same manifest is not read again"
        );
        std::fs::write(drop.join("manifest.csv"), format!("{manifest}b.pdf;1;2026-02\n")).unwrap();
        round(house, &mut done).await.unwrap();
        assert!(
            report().contains("a.pdf;duplicate;\nb.pdf;damaged;the file is missing\n"),
            "{}",
            report()
        );
        house.clock.advance(Duration::days(3653));
        round(house, &mut done).await.unwrap();
        assert_eq!(arrived().await, 0, "retention runs by itself");
    })
    .await;
}
