//! Step 1 (AC2): username and password. Until the password is right, every refusal is the same page, byte for byte, and
//! leaves at the same delay.

use askama::Template;
use axum::extract::Query;
use guichet_core::{
    kernel::{line::Args, secret::Secret},
    session::{self, Arrival, Error},
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Errors, Visit, local, page, wrong};

#[derive(Template)]
#[template(path = "entry/sign_in.html")]
struct Page<'a> {
    v: &'a Visit,
    errors: Errors,
    refused: Option<(String, Args)>,
    to: &'a str,
    /// What becomes of an account after several failures.
    locked: String,
}

/// Where to go once signed in: carried from step to step.
#[derive(Deserialize)]
pub(super) struct Onward {
    #[serde(default)]
    to: String,
}

impl Onward {
    /// A page of this site, whatever was asked.
    pub(super) fn to(&self) -> &str {
        local(&self.to)
    }
}

#[derive(Deserialize)]
pub(super) struct Form {
    username: String,
    password: Secret,
    to: String,
}

pub(super) async fn show(v: Visit, Query(onward): Query<Onward>) -> Answer {
    render(&v, onward.to(), Errors::none(), None)
}

pub(super) async fn sign_in(v: Visit, Checked(form): Checked<Form>) -> Answer {
    let house = v.site.house.clone();
    let arrival = Arrival::now();
    let to = local(&form.to);
    let errors = Errors::none()
        .unless_filled("username", &form.username, v.t("entry-username-missing"))
        .unless_filled("password", form.password.expose(), v.t("entry-password-missing"));
    if errors.any() {
        return render(&v, to, errors, None).map(wrong);
    }
    let sign_in = session::SignIn {
        name: form.username,
        password: form.password,
        device: v.device.clone(),
        channel: v.channel,
        origin: v.origin(),
        site: v.site.face.of_session(),
    };
    let opened = session::sign_in(&house, sign_in).await;
    arrival.hold(&house).await;
    match opened {
        Ok(opened) => Ok(v.opened(&opened, to)),
        Err(error @ (Error::Fault(_) | Error::Busy)) => Err(error.into()),
        Err(error) => refused(&v, to, &error),
    }
}

/// The first page again, with what ended the sign-in.
pub(super) fn refused(v: &Visit, to: &str, error: &Error) -> Answer {
    let refused = error.key().map(|key| (key.to_owned(), error.args()));
    render(v, to, Errors::none(), refused).map(wrong)
}

fn render(v: &Visit, to: &str, errors: Errors, refused: Option<(String, Args)>) -> Answer {
    let lock = &v.site.house.settings.lock;
    let key = if lock.durations.is_empty() {
        "entry-refused-locked"
    } else {
        "entry-refused-locked-awhile"
    };
    let locked = v.t1(key, "failures", lock.failures);
    page(&Page {
        v,
        errors,
        refused,
        to,
        locked,
    })
}
