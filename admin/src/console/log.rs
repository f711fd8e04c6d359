//! The audit log (CO7), plain: who, whom, what, why, from which door. Nothing here can change it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use askama::Template;
use axum::extract::Query;
use guichet_core::{
    channel,
    kernel::{audit::Logged, work::Work},
    log,
    people::{self, AgentId},
};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::door::{Answer, Failure, Visit, page};

#[derive(Template)]
#[template(path = "console/log.html")]
struct Page<'a> {
    v: &'a Visit,
    rows: Vec<Row>,
    older: Option<i64>,
}

/// A row of the log, with names for ids.
pub(super) struct Row {
    pub(super) logged: Logged,
    pub(super) actor: String,
    pub(super) about: Option<(AgentId, String)>,
    /// What applications are called, by code.
    applications: Arc<BTreeMap<String, String>>,
}

#[derive(Deserialize)]
pub(super) struct From {
    before: Option<i64>,
}

pub(super) async fn show(v: Visit, Query(from): Query<From>) -> Answer {
    // Reading the log is itself logged.
    let mut me = v.reading().await?;
    let logged = log::newest(&mut me.work, from.before).await?;
    let older = logged
        .last()
        .filter(|_| logged.len() >= log::PAGE)
        .map(|last| last.seq);
    let rows = named(&me.v, &mut me.work, logged).await?;
    me.work.save().await?;
    page(&Page {
        v: &me.v,
        rows,
        older,
    })
}

/// Puts names to the ids of a log.
pub(super) async fn named(v: &Visit, work: &mut Work, logged: Vec<Logged>) -> Result<Vec<Row>, Failure> {
    let mut names: BTreeMap<AgentId, String> = BTreeMap::new();
    let ids: BTreeSet<AgentId> = logged
        .iter()
        .flat_map(|row| [row.actor_id, row.about_id])
        .flatten()
        .collect();
    for id in ids {
        let name = people::find(work, id).await?.map(|agent| agent.name());
        names.insert(id, name.unwrap_or_else(|| id.to_string()));
    }
    let mut applications = BTreeMap::new();
    if logged.iter().any(|row| row.what.starts_with("channel.")) {
        let catalogue = channel::catalogue(work).await?.into_iter();
        applications.extend(catalogue.map(|one| (one.code, v.head(one.name.say(v.lang)))));
    }
    let applications = Arc::new(applications);
    let name = |id: AgentId| names.get(&id).cloned().unwrap_or_default();
    Ok(logged
        .into_iter()
        .map(|logged| Row {
            actor: logged
                .actor_id
                .map_or_else(|| v.t(format!("console-actor-{}", logged.actor_kind)), name),
            about: logged.about_id.map(|id| (id, name(id))),
            applications: applications.clone(),
            logged,
        })
        .collect())
}

impl Row {
    /// What was done, in words where there are some; its name in the log otherwise.
    pub(super) fn what(&self, v: &Visit) -> String {
        let key = format!("console-did-{}", self.logged.what.replace('.', "-"));
        if v.site.house.words.has(&key) {
            v.t(key)
        } else {
            self.logged.what.clone()
        }
    }

    /// The door, in words where it has some.
    pub(super) fn door(&self, v: &Visit) -> String {
        let door = self.logged.door.as_deref().unwrap_or_default();
        let key = format!("console-door-{door}");
        if v.site.house.words.has(&key) {
            v.t(key)
        } else {
            door.to_owned()
        }
    }

    /// Its colour on a timeline.
    pub(super) fn tone(&self) -> &'static str {
        match (self.logged.kind.as_str(), self.logged.what.as_str()) {
            ("refusal", _) | (_, "account.lock" | "account.deactivate") => "bad",
            (_, "account.unlock" | "account.reactivate" | "session.open") => "good",
            _ => "",
        }
    }

    /// The facts, in words where they have some.
    pub(super) fn facts(&self, v: &Visit) -> Vec<(String, String)> {
        let facts: Map<String, Value> = serde_json::from_str(&self.logged.facts).unwrap_or_default();
        let word = |key: String, otherwise: &str| {
            if v.site.house.words.has(&key) {
                v.t(key)
            } else {
                otherwise.to_owned()
            }
        };
        let said = |(name, value): (String, Value)| {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let value = match name.as_str() {
                "circuit" => word(format!("account-circuit-{value}"), &value),
                "application" => self.applications.get(&value).cloned().unwrap_or(value),
                "channel" => word(format!("door-channel-{value}"), &value),
                _ => word(format!("console-value-{value}"), &value),
            };
            (word(format!("console-fact-{name}"), &name), value)
        };
        facts.into_iter().map(said).collect()
    }
}
