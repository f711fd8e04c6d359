//! The way in and out, the same for both sites: signing in step by step, and signing out.

mod second;
mod sign_in;
mod sign_out;
mod sms;
mod steps;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::door::Site;

pub(crate) use steps::{RecoveryPage, broken_rules, drawn, new_password_errors};

/// The pages of the way in and out.
pub(crate) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::sign_in))
        .route("/second", get(second::show).post(second::confirm))
        .route("/sms", get(sms::show).post(sms::confirm))
        .route("/sms/resend", post(sms::resend))
        .route("/factor", get(steps::factor).post(steps::confirm_factor))
        .route("/enrol", get(steps::enrol).post(steps::confirm_enrolment))
        .route(
            "/new-password",
            get(steps::new_password).post(steps::set_password),
        )
        .route("/sign-out", post(sign_out::sign_out))
}
