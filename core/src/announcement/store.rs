//! The room's SQL.

use chrono::{DateTime, Utc};

use super::model::{Announcement, AnnouncementId, Audience, Draft};
use super::send::Preview;
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::kernel::notice::NoticeId;
use crate::kernel::words::Both;
use crate::people::{AgentId, DepartmentId};

#[derive(sqlx::FromRow)]
struct Row {
    id: AnnouncementId,
    by_id: AgentId,
    department_id: Option<DepartmentId>,
    profile: Option<String>,
    fr: String,
    en: String,
    sent_at: DateTime<Utc>,
    ended_at: Option<DateTime<Utc>>,
    out_of_reach: i64,
    told_to: Option<AgentId>,
    portions: i64,
    department: Option<String>,
}

impl Row {
    fn read(self) -> Result<Announcement, Fault> {
        let profile = self.profile.map(|profile| profile.parse()).transpose();
        Ok(Announcement {
            id: self.id,
            by: self.by_id,
            draft: Draft {
                audience: Audience {
                    department: self.department_id,
                    profile: profile.map_err(|e| Fault::inconsistent("announcements", self.id, e))?,
                },
                text: Both {
                    fr: self.fr,
                    en: self.en,
                },
            },
            sent_at: self.sent_at,
            ended_at: self.ended_at,
        })
    }
}

macro_rules! announcements {
    ($condition:literal) => {
        concat!(
            "SELECT a.id, a.by_id, a.department_id, a.profile, a.fr, a.en, a.sent_at, a.ended_at, a.out_of_reach, a.told_to, ",
            "a.portions, d.name AS department FROM announcements a LEFT JOIN departments d ON d.id = a.department_id ",
            $condition
        )
    };
}

/// 0 rows: it was sent already.
pub(super) async fn insert(
    tx: &mut Tx,
    id: AnnouncementId,
    by: AgentId,
    preview: &Preview,
    now: DateTime<Utc>,
) -> Result<u64, Fault> {
    let Audience { department, profile } = preview.draft.audience;
    run!(
        tx,
        "INSERT INTO announcements (id, by_id, department_id, profile, fr, en, sent_at, out_of_reach, portions) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0) ON CONFLICT (id) DO NOTHING",
        id,
        by,
        department,
        profile.map(|profile| profile.as_str()),
        &preview.draft.text.fr,
        &preview.draft.text.en,
        now,
        preview.out_of_reach
    )
}

/// The oldest under way, the last agent who was told, and the portions so far.
pub(super) async fn oldest(tx: &mut Tx) -> Result<Option<(Announcement, Option<AgentId>, i64)>, Fault> {
    let sql = announcements!("WHERE a.ended_at IS NULL ORDER BY a.sent_at, a.id LIMIT 1");
    let Some(row) = one!(tx, Row, sql)? else {
        return Ok(None);
    };
    let (told_to, portions) = (row.told_to, row.portions);
    Ok(Some((row.read()?, told_to, portions)))
}

/// `false`: somebody else has gone further.
pub(super) async fn advance(
    tx: &mut Tx,
    id: AnnouncementId,
    portions: i64,
    told_to: Option<AgentId>,
    ended_at: Option<DateTime<Utc>>,
) -> Result<bool, Fault> {
    let sql = "UPDATE announcements SET told_to = $1, ended_at = $2, portions = portions + 1 WHERE id = $3 AND portions = $4";
    Ok(run!(tx, sql, told_to, ended_at, id, portions)? == 1)
}

pub(super) async fn insert_notice(
    tx: &mut Tx,
    id: AnnouncementId,
    agent: AgentId,
    notice: NoticeId,
) -> Result<(), Fault> {
    let sql = "INSERT INTO announcement_notices (announcement_id, agent_id, notice_id) VALUES ($1, $2, $3)";
    run!(tx, sql, id, agent, notice).map(drop)
}

/// Each with the name of its department, and how many were out of reach.
pub(super) async fn latest(
    tx: &mut Tx,
    limit: i64,
) -> Result<Vec<(Announcement, Option<String>, i64)>, Fault> {
    let rows = all!(
        tx,
        Row,
        announcements!("ORDER BY a.sent_at DESC, a.id DESC LIMIT $1"),
        limit
    )?;
    let read = |mut row: Row| {
        let (department, out_of_reach) = (row.department.take(), row.out_of_reach);
        Ok((row.read()?, department, out_of_reach))
    };
    rows.into_iter().map(read).collect()
}

/// How many of its notices stand where.
pub(super) async fn stages(tx: &mut Tx, id: AnnouncementId) -> Result<Vec<(String, i64)>, Fault> {
    let sql = "SELECT n.stage, count(*) FROM announcement_notices a JOIN notices n ON n.id = a.notice_id \
               WHERE a.announcement_id = $1 GROUP BY n.stage";
    all!(tx, (String, i64), sql, id)
}
