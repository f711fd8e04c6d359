//! The agents' own site.

mod applications;
mod chat;
mod decisions;
mod documents;
mod factors;
mod forgotten;
mod help;
mod home;
mod leave;
mod password;
mod profile;
mod requests;
mod reset;
mod security;
mod team;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use guichet_core::{
    kernel::{fault::Fault, house::House},
    profile::Limits,
};

use crate::{
    door::{self, Face, Site},
    entry,
};

/// Its navigation: path and word key.
pub(crate) const RUBRICS: &[(&str, &str)] = &[
    ("/", "space-home-nav"),
    ("/documents", "space-documents-nav"),
    ("/leave", "space-leave-nav"),
    ("/profile", "space-profile-nav"),
    ("/applications", "space-applications-nav"),
    ("/security", "space-security-nav"),
];

/// The agents' site. A fault is a setting that can't be used.
pub fn space(house: Arc<House>) -> Result<Router, Fault> {
    let limits = Limits::of(&house.settings);
    let site = Site::new(house, Face::Space)?;
    let pages = Router::new()
        .route("/", get(home::show))
        .route("/help", get(help::show).post(home::ask_for_help))
        .route("/help/{slug}", get(help::read))
        .route("/forgotten", get(forgotten::show).post(forgotten::send))
        .route(
            "/create",
            get(forgotten::show_create).post(forgotten::send_create),
        )
        .route("/create/{link}", get(reset::show).post(reset::finish))
        .route("/reset/{link}", get(reset::show).post(reset::finish))
        .route("/documents", get(documents::show).post(documents::download))
        .route(
            "/payslip/{link}",
            get(documents::show_payslip).post(documents::use_payslip),
        )
        .route(
            "/document/{link}",
            get(documents::show_link).post(documents::use_link),
        )
        .route("/documents/new", get(requests::show).post(requests::send))
        .route("/documents/requests", post(requests::act))
        .route("/leave", get(leave::show))
        .route("/leave/withdraw", post(leave::withdraw))
        .route("/leave/team", get(team::show))
        .route("/leave/cancel", post(leave::cancel))
        .route("/leave/remind", post(leave::remind))
        .route("/decisions", get(decisions::show).post(decisions::decide))
        .route("/decisions/delegate", post(decisions::delegate))
        .route("/decisions/delegate/end", post(decisions::end_delegation))
        .route("/decisions/undo", post(decisions::undo))
        .route("/applications", get(applications::show))
        .route("/applications/vpn", post(applications::ask_for_vpn))
        .merge(profile::routes(limits))
        .route("/security", get(security::show))
        .route("/security/close", post(security::close))
        .route("/security/chat", get(chat::show))
        .route("/security/chat/start", post(chat::start))
        .route("/security/chat/confirm", post(chat::confirm))
        .route("/security/chat/end", post(chat::end))
        .route("/security/second-factor", post(factors::ask_second_factor))
        .route("/security/prove", post(factors::prove))
        .route("/security/prove/send", post(factors::send_code))
        .route("/security/app", get(factors::show_app).post(factors::confirm_app))
        .route(
            "/security/recovery",
            get(factors::show_recovery).post(factors::new_recovery),
        )
        .route("/password/{circuit}", get(password::show).post(password::change))
        .merge(entry::routes());
    Ok(door::close(pages, site))
}
