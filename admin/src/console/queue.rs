//! The open requests, oldest first, each with its age.

use askama::Template;
use chrono::{DateTime, Utc};
use guichet_core::{
    people::Agent,
    ticket::{self, Ticket},
};

use crate::door::{Answer, Visit, page};

#[derive(Template)]
#[template(path = "console/queue.html")]
struct Page<'a> {
    v: &'a Visit,
    rows: Vec<Row>,
}

struct Row {
    ticket: Ticket,
    name: String,
    age: Age,
}

/// How long a request has been waiting.
pub(super) struct Age {
    minutes: i64,
}

impl Age {
    pub(super) fn of(opened_at: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        Self {
            minutes: (now - opened_at).num_minutes().max(0),
        }
    }

    /// Its words: minutes for the first hour, then hours, then days.
    pub(super) fn said(&self, v: &Visit) -> String {
        let (key, count) = match self.minutes {
            minutes @ ..60 => ("console-age-minutes", minutes),
            minutes @ 60..1440 => ("console-age-hours", minutes / 60),
            minutes => ("console-age-days", minutes / 1440),
        };
        v.t1(key, "count", count)
    }

    /// Its colour: somebody who cannot work should not wait for an hour, nor ever for four.
    pub(super) fn chip(&self) -> &'static str {
        match self.minutes {
            ..60 => "good",
            60..240 => "warn",
            _ => "bad",
        }
    }
}

pub(super) async fn show(v: Visit) -> Answer {
    let mut me = v.reading().await?;
    let now = me.work.now();
    let queue = ticket::queue(&mut me.work, None).await?;
    let row = |(ticket, agent): (Ticket, Agent)| Row {
        age: Age::of(ticket.opened_at, now),
        name: agent.name(),
        ticket,
    };
    page(&Page {
        v: &me.v,
        rows: queue.into_iter().map(row).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_grows_from_fresh_to_late() {
        let opened: DateTime<Utc> = "2026-03-11T08:00:00Z".parse().unwrap();
        let chip = |minutes| Age::of(opened, opened + chrono::TimeDelta::minutes(minutes)).chip();
        assert_eq!(
            (chip(-5), chip(59), chip(60), chip(239), chip(240)),
            ("good", "good", "warn", "warn", "bad")
        );
    }
}
