//! The staff's site: open from the internal network and the VPN only, always with a second factor (CO1).

mod act;
mod agent;
mod announcements;
mod applications;
mod caller;
mod changes;
mod documents;
mod log;
mod outbox;
mod queue;
mod search;
mod slip;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use guichet_core::kernel::{fault::Fault, house::House};

use crate::{
    door::{self, Face, Site},
    entry,
};

/// Its navigation: path and word key.
pub(crate) const RUBRICS: &[(&str, &str)] = &[
    ("/", "console-search-nav"),
    ("/queue", "console-queue-nav"),
    ("/changes", "console-changes-nav"),
    ("/documents", "console-documents-nav"),
    ("/announcements", "console-announcements-nav"),
    ("/log", "console-log-nav"),
];

/// The staff's site. A fault is a setting that can't be used.
pub fn console(house: Arc<House>) -> Result<Router, Fault> {
    let most = documents::longest(&house);
    let site = Site::new(house, Face::Console)?;
    let pages = Router::new()
        .route("/", get(search::show))
        .route("/queue", get(queue::show))
        .route("/agents/{id}/applications", post(applications::act))
        .route("/agents/{id}/temporary", post(slip::issue))
        .route("/agents/{id}/caller", get(caller::show).post(caller::act))
        .route("/agents/{id}", get(agent::show).post(act::act))
        .merge(changes::routes())
        .route("/documents", get(documents::list))
        .route("/documents/{id}", get(documents::show).post(documents::answer))
        .route("/documents/{id}/deliver", post(documents::deliver).layer(most))
        .route(
            "/announcements",
            get(announcements::show).post(announcements::announce),
        )
        .route("/log", get(log::show))
        .route("/outbox", get(outbox::show))
        .merge(entry::routes());
    Ok(door::close(pages, site))
}
