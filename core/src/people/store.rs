//! The room's SQL.

use chrono::{DateTime, NaiveDate, Utc};

use super::absence::{Absence, AbsenceId};
use super::model::{Agent, AgentId, DepartmentId, Profile};
use crate::kernel::actor::{Grant, Role};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::kernel::words::Lang;

#[derive(sqlx::FromRow)]
struct Row {
    id: AgentId,
    number: String,
    username: String,
    given_name: String,
    family_name: String,
    email: String,
    mobile: Option<String>,
    department_id: DepartmentId,
    supervisor_id: Option<AgentId>,
    it_contact_id: Option<AgentId>,
    hr_officer_id: Option<AgentId>,
    pattern: String,
    pattern_anchor: Option<String>,
    lang: String,
    session_epoch: i64,
    profile: String,
    second_factor_at: Option<DateTime<Utc>>,
}

impl From<Row> for Agent {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            number: row.number,
            username: row.username,
            given_name: row.given_name,
            family_name: row.family_name,
            email: row.email,
            mobile: row.mobile,
            department: row.department_id,
            supervisor: row.supervisor_id,
            it_contact: row.it_contact_id,
            hr_officer: row.hr_officer_id,
            pattern: row.pattern,
            pattern_anchor: row.pattern_anchor,
            lang: Lang::from_code(&row.lang),
            session_epoch: row.session_epoch,
            // What is not understood is guarded like what is most sensitive.
            profile: row.profile.parse().unwrap_or(Profile::ExtendedRights),
            second_factor_at: row.second_factor_at,
        }
    }
}

macro_rules! agent_where {
    ($condition:literal) => {
        concat!(
            "SELECT a.id, a.number, a.username, a.given_name, a.family_name, a.email, a.mobile, a.department_id, ",
            "a.supervisor_id, a.it_contact_id, a.hr_officer_id, a.pattern, a.pattern_anchor, a.lang, a.session_epoch, ",
            "a.profile, a.second_factor_at ",
            "FROM agents a ",
            $condition
        )
    };
}

pub(super) async fn find(tx: &mut Tx, id: AgentId) -> Result<Option<Agent>, Fault> {
    Ok(one!(tx, Row, agent_where!("WHERE a.id = $1"), id)?.map(Agent::from))
}

pub(super) async fn by_username(tx: &mut Tx, username: &str) -> Result<Option<Agent>, Fault> {
    Ok(one!(
        tx,
        Row,
        agent_where!("WHERE a.username = $1 AND a.left_at IS NULL"),
        username
    )?
    .map(Agent::from))
}

pub(super) async fn by_number(tx: &mut Tx, number: &str) -> Result<Option<Agent>, Fault> {
    Ok(one!(
        tx,
        Row,
        agent_where!("WHERE a.number = $1 AND a.left_at IS NULL"),
        number
    )?
    .map(Agent::from))
}

pub(super) async fn by_chat(tx: &mut Tx, address: &str) -> Result<Option<Agent>, Fault> {
    let sql = agent_where!(
        "JOIN chat_identities c ON c.agent_id = a.id WHERE c.address = $1 AND c.ended_at IS NULL AND a.left_at IS NULL"
    );
    Ok(one!(tx, Row, sql, address)?.map(Agent::from))
}

/// Agents of whom one word begins with `first` and one with `second`. Of a range, the end is the first text that no
/// longer does.
pub(super) async fn with_words(
    tx: &mut Tx,
    first: (&str, &str),
    second: (&str, &str),
    limit: i64,
) -> Result<Vec<Agent>, Fault> {
    let sql = agent_where!(
        "WHERE a.id IN (SELECT DISTINCT w.agent_id FROM agent_words w WHERE w.word >= $1 AND w.word < $2 AND EXISTS \
         (SELECT 1 FROM agent_words o WHERE o.agent_id = w.agent_id AND o.word >= $3 AND o.word < $4) LIMIT $5)"
    );
    Ok(all!(tx, Row, sql, first.0, first.1, second.0, second.1, limit)?
        .into_iter()
        .map(Agent::from)
        .collect())
}

pub(super) async fn words_of(tx: &mut Tx, agent: AgentId) -> Result<Vec<String>, Fault> {
    let rows = all!(
        tx,
        (String,),
        "SELECT word FROM agent_words WHERE agent_id = $1",
        agent
    )?;
    Ok(rows.into_iter().map(|(word,)| word).collect())
}

pub(super) async fn insert_department(
    tx: &mut Tx,
    id: DepartmentId,
    code: &str,
    name: &str,
) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO departments (id, code, name) VALUES ($1, $2, $3)",
        id,
        code,
        name
    )
    .map(drop)
}

pub(super) async fn department_by_code(tx: &mut Tx, code: &str) -> Result<Option<DepartmentId>, Fault> {
    scalar!(
        tx,
        DepartmentId,
        "SELECT id FROM departments WHERE code = $1",
        code
    )
}

pub(super) async fn department_code(tx: &mut Tx, id: DepartmentId) -> Result<Option<String>, Fault> {
    scalar!(tx, String, "SELECT code FROM departments WHERE id = $1", id)
}

pub(super) async fn insert_agent(tx: &mut Tx, agent: &Agent) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO agents (id, number, username, given_name, family_name, email, mobile, department_id, supervisor_id, \
         it_contact_id, hr_officer_id, pattern, pattern_anchor, lang, session_epoch, profile, touch) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0)",
        agent.id,
        &agent.number,
        &agent.username,
        &agent.given_name,
        &agent.family_name,
        &agent.email,
        &agent.mobile,
        agent.department,
        agent.supervisor,
        agent.it_contact,
        agent.hr_officer,
        &agent.pattern,
        &agent.pattern_anchor,
        agent.lang.code(),
        agent.session_epoch,
        agent.profile.as_str()
    )
    .map(drop)
}

pub(super) async fn set_contacts(
    tx: &mut Tx,
    agent: AgentId,
    supervisor: Option<AgentId>,
    it_contact: Option<AgentId>,
    hr_officer: Option<AgentId>,
) -> Result<(), Fault> {
    let sql = "UPDATE agents SET supervisor_id = $1, it_contact_id = $2, hr_officer_id = $3 WHERE id = $4";
    run!(tx, sql, supervisor, it_contact, hr_officer, agent).map(drop)
}

pub(super) async fn insert_word(tx: &mut Tx, word: &str, agent: AgentId) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO agent_words (word, agent_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        word,
        agent
    )
    .map(drop)
}

pub(super) async fn insert_role(tx: &mut Tx, agent: AgentId, grant: Grant) -> Result<(), Fault> {
    let sql = "INSERT INTO staff_roles (agent_id, role, department_id) VALUES ($1, $2, $3)";
    run!(tx, sql, agent, grant.role.name(), grant.department).map(drop)
}

pub(super) async fn roles_of(tx: &mut Tx, agent: AgentId) -> Result<Vec<Grant>, Fault> {
    let sql = "SELECT role, department_id FROM staff_roles WHERE agent_id = $1 ORDER BY role";
    all!(tx, (String, Option<DepartmentId>), sql, agent)?
        .into_iter()
        .map(|(role, department)| {
            let role = role
                .parse()
                .map_err(|why| Fault::inconsistent("staff_roles", agent, why))?;
            Ok(Grant { role, department })
        })
        .collect()
}

/// True when the address was linked to somebody before, and no longer is.
pub(super) async fn was_linked(tx: &mut Tx, address: &str) -> Result<bool, Fault> {
    let sql = "SELECT count(*) FROM chat_identities WHERE address = $1 AND ended_at IS NOT NULL";
    Ok(scalar!(tx, i64, sql, address)?.unwrap_or(0) > 0)
}

pub(super) async fn chat_of(tx: &mut Tx, agent: AgentId) -> Result<Option<(String, Option<String>)>, Fault> {
    let sql = "SELECT address, room FROM chat_identities WHERE agent_id = $1 AND ended_at IS NULL";
    one!(tx, (String, Option<String>), sql, agent)
}

pub(super) async fn met_in(tx: &mut Tx, agent: AgentId, room: &str) -> Result<(), Fault> {
    let sql = "UPDATE chat_identities SET room = $1 WHERE agent_id = $2 AND ended_at IS NULL AND (room IS NULL OR room <> $1)";
    run!(tx, sql, room, agent).map(drop)
}

pub(super) async fn hold(tx: &mut Tx, agent: AgentId) -> Result<(), Fault> {
    run!(tx, "UPDATE agents SET touch = touch + 1 WHERE id = $1", agent).map(drop)
}

pub(super) async fn set_lang(tx: &mut Tx, agent: AgentId, lang: Lang) -> Result<(), Fault> {
    run!(
        tx,
        "UPDATE agents SET lang = $1 WHERE id = $2",
        lang.code(),
        agent
    )
    .map(drop)
}

pub(super) async fn holders(tx: &mut Tx, role: Role) -> Result<Vec<AgentId>, Fault> {
    let sql = "SELECT DISTINCT agent_id FROM staff_roles WHERE role = $1 ORDER BY agent_id";
    let rows = all!(tx, (AgentId,), sql, role.name())?;
    Ok(rows.into_iter().map(|(agent,)| agent).collect())
}

pub(super) async fn departments(tx: &mut Tx) -> Result<Vec<(DepartmentId, String)>, Fault> {
    let sql = "SELECT id, name FROM departments ORDER BY code";
    all!(tx, (DepartmentId, String), sql)
}

pub(super) async fn reachable(
    tx: &mut Tx,
    department: Option<DepartmentId>,
    profile: Option<Profile>,
) -> Result<(i64, i64), Fault> {
    let sql = "SELECT count(c.id), count(*) - count(c.id) FROM agents a \
               LEFT JOIN chat_identities c ON c.agent_id = a.id AND c.ended_at IS NULL \
               WHERE a.left_at IS NULL AND ($1 IS NULL OR a.department_id = $1) AND ($2 IS NULL OR a.profile = $2)";
    let profile = profile.map(Profile::as_str);
    Ok(one!(tx, (i64, i64), sql, department, profile)?.unwrap_or_default())
}

pub(super) async fn reached_after(
    tx: &mut Tx,
    department: Option<DepartmentId>,
    profile: Option<Profile>,
    after: Option<AgentId>,
    limit: i64,
) -> Result<Vec<AgentId>, Fault> {
    let sql = "SELECT a.id FROM agents a JOIN chat_identities c ON c.agent_id = a.id AND c.ended_at IS NULL \
               WHERE a.left_at IS NULL AND ($1 IS NULL OR a.department_id = $1) AND ($2 IS NULL OR a.profile = $2) \
                 AND ($3 IS NULL OR a.id > $3) ORDER BY a.id LIMIT $4";
    let profile = profile.map(Profile::as_str);
    let rows = all!(tx, (AgentId,), sql, department, profile, after, limit)?;
    Ok(rows.into_iter().map(|(agent,)| agent).collect())
}

pub(super) async fn absences(tx: &mut Tx, agent: AgentId) -> Result<Vec<Absence>, Fault> {
    let sql = "SELECT first_day, last_day FROM long_absences WHERE agent_id = $1 ORDER BY first_day";
    let day = |text: &str| -> Result<NaiveDate, Fault> {
        text.parse()
            .map_err(|e| Fault::inconsistent("long_absences", agent, e))
    };
    all!(tx, (String, Option<String>), sql, agent)?
        .into_iter()
        .map(|(first, last)| {
            Ok(Absence {
                first: day(&first)?,
                last: last.as_deref().map(day).transpose()?,
            })
        })
        .collect()
}

pub(super) async fn insert_absence(
    tx: &mut Tx,
    id: AbsenceId,
    agent: AgentId,
    absence: &Absence,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO long_absences (id, agent_id, first_day, last_day, recorded_at) VALUES ($1, $2, $3, $4, $5)",
        id,
        agent,
        absence.first.to_string(),
        absence.last.map(|day| day.to_string()),
        now
    )
    .map(drop)
}

/// False when no absence begins on that day.
pub(super) async fn set_absence_end(tx: &mut Tx, agent: AgentId, absence: &Absence) -> Result<bool, Fault> {
    let rows = run!(
        tx,
        "UPDATE long_absences SET last_day = $1 WHERE agent_id = $2 AND first_day = $3",
        absence.last.map(|day| day.to_string()),
        agent,
        absence.first.to_string()
    )?;
    Ok(rows > 0)
}

pub(super) async fn set_second_factor(
    tx: &mut Tx,
    agent: AgentId,
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql = "UPDATE agents SET second_factor_at = $1 WHERE id = $2 AND second_factor_at IS NULL";
    Ok(run!(tx, sql, now, agent)? == 1)
}

pub(super) async fn set_mobile(
    tx: &mut Tx,
    agent: AgentId,
    number: &str,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let sql = "UPDATE agents SET mobile_before = mobile, mobile = $1, mobile_at = $2 WHERE id = $3";
    run!(tx, sql, number, now, agent).map(drop)
}

/// The number before, if it was replaced after `since`.
pub(super) async fn mobile_before(
    tx: &mut Tx,
    agent: AgentId,
    since: DateTime<Utc>,
) -> Result<Option<String>, Fault> {
    let sql = "SELECT mobile_before FROM agents WHERE id = $1 AND mobile_at > $2";
    let row = one!(tx, (Option<String>,), sql, agent, since)?;
    Ok(row.and_then(|(before,)| before))
}

pub(super) async fn delete_word(tx: &mut Tx, word: &str, agent: AgentId) -> Result<(), Fault> {
    let sql = "DELETE FROM agent_words WHERE word = $1 AND agent_id = $2";
    run!(tx, sql, word, agent).map(drop)
}
