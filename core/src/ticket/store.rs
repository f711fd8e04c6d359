//! The room's SQL.

use chrono::{DateTime, Utc};

use super::model::{Kind, Ticket, TicketId};
use crate::account::Circuit;
use crate::kernel::db::Tx;
use crate::kernel::fault::Fault;
use crate::people::AgentId;

#[derive(sqlx::FromRow)]
struct Row {
    id: TicketId,
    reference: String,
    kind: String,
    agent_id: AgentId,
    circuit: Option<String>,
    status: String,
    causes: String,
    opened_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    closed_by: Option<AgentId>,
    answer: Option<String>,
}

impl TryFrom<Row> for Ticket {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        let broken = |what: &str| Fault::inconsistent("tickets", row.id, format!("{what} is unknown"));
        Ok(Self {
            id: row.id,
            kind: row.kind.parse().map_err(|()| broken("kind"))?,
            agent: row.agent_id,
            circuit: row
                .circuit
                .map(|circuit| circuit.parse().map_err(|()| broken("circuit")))
                .transpose()?,
            status: row.status.parse().map_err(|()| broken("status"))?,
            causes: serde_json::from_str(&row.causes).map_err(|_| broken("causes"))?,
            reference: row.reference,
            opened_at: row.opened_at,
            closed_at: row.closed_at,
            closed_by: row.closed_by,
            answer: row.answer,
        })
    }
}

macro_rules! ticket_where {
    ($condition:literal) => {
        concat!(
            "SELECT id, reference, kind, agent_id, circuit, status, causes, opened_at, closed_at, closed_by, answer ",
            "FROM tickets ",
            $condition
        )
    };
}

fn tickets(rows: Vec<Row>) -> Result<Vec<Ticket>, Fault> {
    rows.into_iter().map(Ticket::try_from).collect()
}

pub(super) async fn find(tx: &mut Tx, id: TicketId) -> Result<Option<Ticket>, Fault> {
    one!(tx, Row, ticket_where!("WHERE id = $1"), id)?
        .map(Ticket::try_from)
        .transpose()
}

pub(super) async fn open_of(
    tx: &mut Tx,
    agent: AgentId,
    kind: Kind,
    circuit: Option<Circuit>,
) -> Result<Option<Ticket>, Fault> {
    let sql =
        ticket_where!("WHERE agent_id = $1 AND kind = $2 AND coalesce(circuit, '') = $3 AND status = 'open'");
    one!(
        tx,
        Row,
        sql,
        agent,
        kind.as_str(),
        circuit.map_or("", Circuit::as_str)
    )?
    .map(Ticket::try_from)
    .transpose()
}

pub(super) async fn of(tx: &mut Tx, agent: AgentId, limit: i64) -> Result<Vec<Ticket>, Fault> {
    let sql = ticket_where!("WHERE agent_id = $1 ORDER BY opened_at DESC, reference DESC LIMIT $2");
    tickets(all!(tx, Row, sql, agent, limit)?)
}

pub(super) async fn open(tx: &mut Tx, kind: Option<Kind>, limit: i64) -> Result<Vec<Ticket>, Fault> {
    let sql = ticket_where!(
        "WHERE status = 'open' AND kind = coalesce($1, kind) ORDER BY opened_at, reference LIMIT $2"
    );
    tickets(all!(tx, Row, sql, kind.map(Kind::as_str), limit)?)
}

pub(super) async fn next_number(tx: &mut Tx, year: i64) -> Result<i64, Fault> {
    let number = scalar!(
        tx,
        i64,
        "INSERT INTO ticket_numbers (year, last) VALUES ($1, 1) \
         ON CONFLICT (year) DO UPDATE SET last = ticket_numbers.last + 1 RETURNING last",
        year
    )?;
    number.ok_or_else(|| Fault::inconsistent("ticket_numbers", year, "no number was given"))
}

pub(super) async fn insert(tx: &mut Tx, ticket: &Ticket) -> Result<(), Fault> {
    let causes =
        serde_json::to_string(&ticket.causes).map_err(|e| Fault::inconsistent("tickets", ticket.id, e))?;
    run!(
        tx,
        "INSERT INTO tickets (id, reference, kind, agent_id, circuit, status, causes, opened_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        ticket.id,
        &ticket.reference,
        ticket.kind.as_str(),
        ticket.agent,
        ticket.circuit.map(Circuit::as_str),
        ticket.status.as_str(),
        causes,
        ticket.opened_at
    )
    .map(drop)
}

pub(super) async fn close(
    tx: &mut Tx,
    id: TicketId,
    status: &str,
    by: Option<AgentId>,
    answer: &str,
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let rows = run!(
        tx,
        "UPDATE tickets SET status = $1, closed_at = $2, closed_by = $3, answer = $4 WHERE id = $5 AND status = 'open'",
        status,
        now,
        by,
        answer,
        id
    )?;
    Ok(rows == 1)
}
