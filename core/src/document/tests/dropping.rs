//! Documents that arrive by the drop folder.

use chrono::Duration;

use super::super::attend::round;
use super::*;
use crate::kernel::config::Settings;
use crate::kernel::dropped::Done;
use crate::payslip::Verdict;
use crate::testing::both_with;

async fn both(test: impl AsyncFn(&TestHouse)) {
    let next = std::sync::atomic::AtomicU32::new(0);
    let folder = tempfile::tempdir().unwrap();
    let change = |settings: &mut Settings| {
        let n = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        settings.document.drop = folder.path().join(format!("drop-{n}"));
        std::fs::create_dir_all(&settings.document.drop).unwrap();
    };
    both_with(change, test).await;
}

#[tokio::test]
async fn every_file_of_the_drop_is_accounted_for_and_a_second_run_changes_nothing() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let (drop, n) = (&house.settings.document.drop, &amina.number);
        let manifest = format!(
            "file;number;kind;title;date\na.pdf;{n};activity_report;Bilan 2025;2026-01-15\n\
             copy.pdf;{n};activity_report;Bilan 2025;2026-01-15\nb.pdf;{n};lottery;;2026-01-15\n\
             c.pdf;{n};appraisal;;janvier\nd.pdf;9999999;appraisal;;2026-01-15\n../a.pdf;{n};appraisal;;2026-01-15\n"
        );
        for name in ["a.pdf", "copy.pdf", "b.pdf", "c.pdf", "d.pdf"] {
            std::fs::write(drop.join(name), PDF).unwrap();
        }
        std::fs::write(drop.join("manifest.csv"), manifest).unwrap();
        let report = import(house, drop).await.unwrap();
        let found: Vec<Verdict> = report.rows.iter().map(|row| row.verdict).collect();
        assert_eq!(
            found,
            [
                Verdict::Matched,
                Verdict::Duplicate,
                Verdict::Unmatched("no kind has this code"),
                Verdict::Unmatched("the date is not written 2026-03-31"),
                Verdict::Unmatched("no agent has this number"),
                Verdict::Unmatched("not a plain file name"),
            ]
        );
        assert_eq!(import(house, drop).await.unwrap().count(Verdict::Matched), 0);
        let mut work = house.work(&amina, Door::Space).await;
        let own = documents(&mut work).await.unwrap();
        assert_eq!(own.len(), 1);
        assert_eq!((own[0].kind.as_str(), own[0].title.as_deref()), ("activity_report", Some("Bilan 2025")));
        std::mem::drop(work);
        let said = house.said().await;
        assert_eq!((said.len(), said[0].1.key.as_str()), (1, "document-arrived"));
        assert!(!house.mailed().await[0].body.contains("Bilan"), "by mail without content");
        std::fs::write(drop.join("manifest.csv"), "file;number\n").unwrap();
        let wrong = import(house, drop).await.unwrap_err().to_string();
        assert!(wrong.contains("document.drop") && wrong.contains("kind"), "{wrong}");
    })
    .await;
}

#[tokio::test]
async fn what_is_dropped_is_imported_once_and_removed_after_its_years() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let (drop, mut done) = (&house.settings.document.drop, Done::default());
        let arrived = async || {
            documents(&mut house.work(&amina, Door::Chat).await)
                .await
                .unwrap()
                .len()
        };
        std::fs::write(drop.join("a.pdf"), PDF).unwrap();
        round(house, &mut done).await.unwrap();
        assert_eq!(arrived().await, 0, "nothing is read before the manifest is there");
        let manifest = format!(
            "file;number;kind;title;date\na.pdf;{};other;;2026-03-01\n",
            amina.number
        );
        std::fs::write(drop.join("manifest.csv"), manifest).unwrap();
        round(house, &mut done).await.unwrap();
        assert_eq!(arrived().await, 1);
        std::fs::remove_file(drop.join("report.csv")).unwrap();
        round(house, &mut done).await.unwrap();
        assert!(
            !drop.join("report.csv").exists(),
            "the same manifest is not read again"
        );
        house.clock.advance(Duration::days(3653));
        round(house, &mut done).await.unwrap();
        assert_eq!(arrived().await, 0, "retention runs by itself");
        assert_eq!(
            std::fs::read_dir(&house.settings.document.store).unwrap().count(),
            0
        );
    })
    .await;
}
