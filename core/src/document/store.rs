//! The room's SQL.

use std::fmt::Display;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Document, DocumentId, Purpose, Request, RequestId};
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::kernel::words::{Both, Lang};
use crate::people::AgentId;

#[derive(sqlx::FromRow)]
struct Row {
    id: RequestId,
    number: i64,
    agent_id: AgentId,
    kind: String,
    name_fr: String,
    name_en: String,
    purpose: Option<String>,
    lang: Option<String>,
    about_on: Option<String>,
    stage: String,
    opened_at: DateTime<Utc>,
    due_on: String,
    question: Option<String>,
    reply: Option<String>,
    closed_at: Option<DateTime<Utc>>,
    closed_by: Option<AgentId>,
    reason: Option<String>,
}

fn read<T: FromStr>(table: &'static str, id: impl Display, what: &str, text: &str) -> Result<T, Fault> {
    text.parse()
        .map_err(|_| Fault::inconsistent(table, id, format!("{what} is {text}")))
}

impl TryFrom<Row> for Request {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        let table = "document_requests";
        let purpose = row.purpose.as_deref();
        let purpose = purpose.map(|text| read::<Purpose>(table, row.id, "purpose", text));
        let about_on = row.about_on.as_deref();
        let about_on = about_on.map(|text| read(table, row.id, "about_on", text));
        Ok(Self {
            id: row.id,
            number: row.number,
            agent: row.agent_id,
            kind: row.kind,
            name: Both {
                fr: row.name_fr,
                en: row.name_en,
            },
            purpose: purpose.transpose()?,
            lang: row.lang.as_deref().map(Lang::from_code),
            about_on: about_on.transpose()?,
            stage: read(table, row.id, "stage", &row.stage)?,
            opened_at: row.opened_at,
            due_on: read(table, row.id, "due_on", &row.due_on)?,
            question: row.question,
            reply: row.reply,
            closed_at: row.closed_at,
            closed_by: row.closed_by,
            reason: row.reason,
        })
    }
}

macro_rules! request_where {
    ($condition:literal) => {
        concat!(
            "SELECT id, number, agent_id, kind, name_fr, name_en, purpose, lang, about_on, stage, opened_at, due_on, ",
            "question, reply, closed_at, closed_by, reason FROM document_requests ",
            $condition
        )
    };
}

fn requests(rows: Vec<Row>) -> Result<Vec<Request>, Fault> {
    rows.into_iter().map(Request::try_from).collect()
}

/// The next number of a request. Concurrent requests wait here for one another.
pub(super) async fn next_number(tx: &mut Tx) -> Result<i64, Fault> {
    let next = scalar!(
        tx,
        i64,
        "UPDATE document_numbers SET last = last + 1 RETURNING last"
    )?;
    next.ok_or_else(|| Fault::inconsistent("document_numbers", "last", "the table is empty"))
}

pub(super) async fn insert_request(tx: &mut Tx, request: &Request) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO document_requests (id, number, agent_id, kind, name_fr, name_en, purpose, lang, about_on, stage, \
         opened_at, due_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        request.id,
        request.number,
        request.agent,
        &request.kind,
        &request.name.fr,
        &request.name.en,
        request.purpose.map(Purpose::as_str),
        request.lang.map(Lang::code),
        request.about_on.map(|day| day.to_string()),
        request.stage.as_str(),
        request.opened_at,
        request.due_on.to_string()
    )
    .map(drop)
}

pub(super) async fn find(tx: &mut Tx, id: RequestId) -> Result<Option<Request>, Fault> {
    one!(tx, Row, request_where!("WHERE id = $1"), id)?
        .map(Request::try_from)
        .transpose()
}

pub(super) async fn by_number(tx: &mut Tx, number: i64) -> Result<Option<Request>, Fault> {
    one!(tx, Row, request_where!("WHERE number = $1"), number)?
        .map(Request::try_from)
        .transpose()
}

pub(super) async fn of(tx: &mut Tx, agent: AgentId) -> Result<Vec<Request>, Fault> {
    let sql = request_where!("WHERE agent_id = $1 ORDER BY number DESC");
    requests(all!(tx, Row, sql, agent)?)
}

pub(super) async fn open(tx: &mut Tx, limit: i64) -> Result<Vec<Request>, Fault> {
    let sql = request_where!("WHERE stage IN ('submitted', 'asked') ORDER BY due_on, number LIMIT $1");
    requests(all!(tx, Row, sql, limit)?)
}

/// `false`: it is not open any more.
pub(super) async fn close(
    tx: &mut Tx,
    id: RequestId,
    stage: &str,
    by: Option<AgentId>,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let sql = "UPDATE document_requests SET stage = $1, closed_at = $2, closed_by = $3, reason = $4 \
               WHERE id = $5 AND stage IN ('submitted', 'asked')";
    Ok(run!(tx, sql, stage, now, by, reason, id)? == 1)
}

/// `false`: it is not open any more. Another question takes the place of one that waits for its answer.
pub(super) async fn ask(tx: &mut Tx, id: RequestId, question: &str) -> Result<bool, Fault> {
    let sql = "UPDATE document_requests SET stage = 'asked', question = $1, reply = NULL \
               WHERE id = $2 AND stage IN ('submitted', 'asked')";
    Ok(run!(tx, sql, question, id)? == 1)
}

/// `false`: nothing was asked.
pub(super) async fn reply(tx: &mut Tx, id: RequestId, text: &str) -> Result<bool, Fault> {
    let sql =
        "UPDATE document_requests SET stage = 'submitted', reply = $1 WHERE id = $2 AND stage = 'asked'";
    Ok(run!(tx, sql, text, id)? == 1)
}

#[derive(sqlx::FromRow)]
struct DocumentRow {
    id: DocumentId,
    agent_id: AgentId,
    kind: String,
    name_fr: String,
    name_en: String,
    title: Option<String>,
    dated_on: String,
    size: i64,
    arrived_at: DateTime<Utc>,
    request_id: Option<RequestId>,
}

impl TryFrom<DocumentRow> for Document {
    type Error = Fault;

    fn try_from(row: DocumentRow) -> Result<Self, Fault> {
        Ok(Self {
            id: row.id,
            agent: row.agent_id,
            kind: row.kind,
            name: Both {
                fr: row.name_fr,
                en: row.name_en,
            },
            title: row.title,
            dated_on: read::<NaiveDate>("documents", row.id, "dated_on", &row.dated_on)?,
            size: row.size,
            arrived_at: row.arrived_at,
            request: row.request_id,
        })
    }
}

macro_rules! document_where {
    ($condition:literal) => {
        concat!(
            "SELECT id, agent_id, kind, name_fr, name_en, title, dated_on, size, arrived_at, request_id FROM documents ",
            $condition
        )
    };
}

pub(super) async fn insert_document(tx: &mut Tx, document: &Document, digest: &str) -> Result<(), Fault> {
    run!(
        tx,
        "INSERT INTO documents (id, agent_id, kind, name_fr, name_en, title, dated_on, digest, size, arrived_at, \
         request_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        document.id,
        document.agent,
        &document.kind,
        &document.name.fr,
        &document.name.en,
        document.title.as_deref(),
        document.dated_on.to_string(),
        digest,
        document.size,
        document.arrived_at,
        document.request
    )
    .map(drop)
}

pub(super) async fn document(tx: &mut Tx, id: DocumentId) -> Result<Option<Document>, Fault> {
    one!(tx, DocumentRow, document_where!("WHERE id = $1"), id)?
        .map(Document::try_from)
        .transpose()
}

pub(super) async fn of_request(tx: &mut Tx, id: RequestId) -> Result<Option<Document>, Fault> {
    one!(tx, DocumentRow, document_where!("WHERE request_id = $1"), id)?
        .map(Document::try_from)
        .transpose()
}

pub(super) async fn documents_of(tx: &mut Tx, agent: AgentId) -> Result<Vec<Document>, Fault> {
    let sql = document_where!("WHERE agent_id = $1 ORDER BY dated_on DESC, arrived_at DESC");
    all!(tx, DocumentRow, sql, agent)?
        .into_iter()
        .map(Document::try_from)
        .collect()
}

/// Whether this very file has arrived for the agent.
pub(super) async fn is_known(tx: &mut Tx, agent: AgentId, digest: &str) -> Result<bool, Fault> {
    let sql = "SELECT count(*) FROM documents WHERE agent_id = $1 AND digest = $2";
    Ok(scalar!(tx, i64, sql, agent, digest)?.unwrap_or(0) > 0)
}

pub(super) async fn older(tx: &mut Tx, before: NaiveDate) -> Result<Vec<Document>, Fault> {
    let sql = document_where!("WHERE dated_on < $1 ORDER BY dated_on");
    all!(tx, DocumentRow, sql, before.to_string())?
        .into_iter()
        .map(Document::try_from)
        .collect()
}

pub(super) async fn delete(tx: &mut Tx, id: DocumentId) -> Result<(), Fault> {
    run!(tx, "DELETE FROM documents WHERE id = $1", id).map(drop)
}
