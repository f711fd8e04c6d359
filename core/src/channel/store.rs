//! The room's SQL.

use chrono::{DateTime, Utc};

use super::application::Application;
use super::see::Restriction;
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::kernel::words::Both;
use crate::people::AgentId;

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    name_fr: String,
    name_en: String,
    also: String,
    internal: String,
    vpn: String,
    mobile_portal: String,
    reach_fr: String,
    reach_en: String,
}

impl TryFrom<Row> for Application {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        let read = |text: &str| {
            text.parse()
                .map_err(|()| Fault::inconsistent("applications", &row.code, "an opening is unknown"))
        };
        Ok(Self {
            openings: [read(&row.internal)?, read(&row.vpn)?, read(&row.mobile_portal)?],
            name: Both {
                fr: row.name_fr,
                en: row.name_en,
            },
            also: row
                .also
                .split('|')
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
            reach: Both {
                fr: row.reach_fr,
                en: row.reach_en,
            },
            code: row.code,
        })
    }
}

pub(super) async fn applications(tx: &mut Tx) -> Result<Vec<Application>, Fault> {
    let sql = "SELECT code, name_fr, name_en, also, internal, vpn, mobile_portal, reach_fr, reach_en FROM applications \
               ORDER BY place, code";
    all!(tx, Row, sql)?
        .into_iter()
        .map(Application::try_from)
        .collect()
}

pub(super) async fn put(tx: &mut Tx, place: i64, application: &Application) -> Result<(), Fault> {
    let [internal, vpn, mobile_portal] = application.openings.map(|opening| opening.as_str());
    run!(
        tx,
        "INSERT INTO applications (code, place, name_fr, name_en, also, internal, vpn, mobile_portal, reach_fr, reach_en) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
         ON CONFLICT (code) DO UPDATE SET place = $2, name_fr = $3, name_en = $4, also = $5, internal = $6, vpn = $7, \
         mobile_portal = $8, reach_fr = $9, reach_en = $10",
        &application.code,
        place,
        &application.name.fr,
        &application.name.en,
        application.also.join("|"),
        internal,
        vpn,
        mobile_portal,
        &application.reach.fr,
        &application.reach.en
    )
    .map(drop)
}

pub(super) async fn restrictions(tx: &mut Tx, agent: AgentId) -> Result<Vec<Restriction>, Fault> {
    let sql =
        "SELECT application, allowed, why, set_at FROM restrictions WHERE agent_id = $1 ORDER BY application";
    all!(tx, (String, String, String, DateTime<Utc>), sql, agent)?
        .into_iter()
        .map(|(application, allowed, why, set_at)| {
            let limit = allowed
                .parse()
                .map_err(|()| Fault::inconsistent("restrictions", &application, "what is left is unknown"))?;
            Ok(Restriction {
                application,
                limit,
                why,
                set_at,
            })
        })
        .collect()
}

pub(super) async fn restrict(
    tx: &mut Tx,
    agent: AgentId,
    restriction: &Restriction,
    by: Option<AgentId>,
) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO restrictions (agent_id, application, allowed, why, set_at, set_by) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (agent_id, application) DO UPDATE SET allowed = $3, why = $4, set_at = $5, set_by = $6",
        agent,
        &restriction.application,
        restriction.limit.as_str(),
        &restriction.why,
        restriction.set_at,
        by
    )
    .map(drop)
}

pub(super) async fn lift(tx: &mut Tx, agent: AgentId, application: &str) -> Result<bool, Fault> {
    let sql = "DELETE FROM restrictions WHERE agent_id = $1 AND application = $2";
    Ok(run!(tx, sql, agent, application)? == 1)
}

pub(super) async fn has_vpn(tx: &mut Tx, agent: AgentId) -> Result<bool, Fault> {
    let sql = "SELECT count(*) FROM vpn_rights WHERE agent_id = $1";
    Ok(scalar!(tx, i64, sql, agent)?.unwrap_or(0) > 0)
}

pub(super) async fn grant_vpn(
    tx: &mut Tx,
    agent: AgentId,
    now: DateTime<Utc>,
    by: Option<AgentId>,
) -> Result<bool, Fault> {
    let sql = "INSERT INTO vpn_rights (agent_id, granted_at, granted_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    Ok(run!(tx, sql, agent, now, by)? == 1)
}

pub(super) async fn revoke_vpn(tx: &mut Tx, agent: AgentId) -> Result<bool, Fault> {
    Ok(run!(tx, "DELETE FROM vpn_rights WHERE agent_id = $1", agent)? == 1)
}
