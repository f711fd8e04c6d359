//! What became of the latest announcements.

use super::model::Report;
use super::{Error, store};
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// How many are shown.
const SHOWN: i64 = 20;

/// The latest announcements of all, newest first.
pub async fn reports(work: &mut Work) -> Result<Vec<Report>, Error> {
    allow(work.actor(), Action::SeeAnnouncements)?;
    let mut reports = vec![];
    for (announcement, department, out_of_reach) in store::latest(work.tx(), SHOWN).await? {
        let (mut said, mut waiting, mut lost) = (0, 0, 0);
        for (stage, count) in store::stages(work.tx(), announcement.id).await? {
            match stage.as_str() {
                "sent" => said += count,
                "waiting" => waiting += count,
                _ => lost += count,
            }
        }
        reports.push(Report {
            announcement,
            department,
            said,
            waiting,
            lost,
            out_of_reach,
        });
    }
    Ok(reports)
}
