//! What may follow the password: a code, the enrolment of an authenticator app, a new password. The token of the sign-in
//! under way is in the session's cookie and opens nothing else until the last step is done.

use std::sync::Arc;

use askama::Template;
use axum::extract::Query;
use guichet_core::{
    factor::Setup,
    kernel::{secret::Secret, work::Work},
    password::rules::Broken,
    session::{self, Arrival, Error, Opened},
};
use qrcode::{EcLevel, QrCode, render::svg};
use serde::Deserialize;

use super::sign_in::Onward;
use crate::door::{Answer, Checked, Errors, Failure, Visit, local, page, scripted, wrong};

#[derive(Template)]
#[template(path = "entry/factor.html")]
struct FactorPage<'a> {
    v: &'a Visit,
    to: &'a str,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "entry/enrol.html")]
struct EnrolPage<'a> {
    v: &'a Visit,
    errors: Errors,
    qr: String,
    setup: Setup,
}

/// Recovery codes, shown once.
#[derive(Template)]
#[template(path = "entry/recovery.html")]
pub(crate) struct RecoveryPage<'a> {
    pub(crate) v: &'a Visit,
    pub(crate) codes: &'a [Secret],
    /// Where to go on.
    pub(crate) next: &'a str,
}

#[derive(Template)]
#[template(path = "entry/new_password.html")]
struct PasswordPage<'a> {
    v: &'a Visit,
    to: &'a str,
    account: String,
    errors: Errors,
}

#[derive(Deserialize)]
pub(super) struct Code {
    pub(super) code: String,
    #[serde(default)]
    pub(super) to: String,
}

/// The app's code, or one that replaces it.
#[derive(Deserialize)]
pub(super) struct CodeOrRecovery {
    #[serde(default)]
    code: String,
    #[serde(default)]
    recovery: String,
    #[serde(default)]
    to: String,
}

/// A new password, typed twice.
#[derive(Deserialize)]
pub(super) struct NewPassword {
    new: Secret,
    repeat: Secret,
    #[serde(default)]
    to: String,
}

pub(super) fn token(v: &Visit) -> Result<Arc<str>, Failure> {
    v.token.clone().ok_or(Failure::SignIn)
}

/// What a step that did not succeed means: errors to show, or no page at all.
fn again(v: &Visit, field: &'static str, error: Error) -> Result<Errors, Failure> {
    match error {
        Error::WrongCode => Ok(Errors::none().on(field, v.t("session-wrong-code"))),
        Error::Broken(broken) => Ok(broken_rules(v, Errors::none(), &broken)),
        error => Err(error.into()),
    }
}

/// The rules that a new password breaks.
pub(crate) fn broken_rules(v: &Visit, errors: Errors, broken: &[Broken]) -> Errors {
    broken
        .iter()
        .fold(errors, |errors, rule| errors.on("new", v.t(rule.key())))
}

pub(super) async fn factor(v: Visit, Query(onward): Query<Onward>) -> Answer {
    token(&v)?;
    page(&FactorPage {
        v: &v,
        to: onward.to(),
        errors: Errors::none(),
    })
}

pub(super) async fn confirm_factor(v: Visit, Checked(form): Checked<CodeOrRecovery>) -> Answer {
    let to = local(&form.to).to_owned();
    let (field, code) = if form.recovery.is_empty() {
        ("code", form.code)
    } else {
        ("recovery", form.recovery)
    };
    let opened = session::confirm_factor(&v.site.house, &token(&v)?, &code, &v.origin()).await;
    match opened {
        Ok(opened) => Ok(v.opened(&opened, &to)),
        Err(error) => page(&FactorPage {
            v: &v,
            to: &to,
            errors: again(&v, field, error)?,
        })
        .map(wrong),
    }
}

pub(super) async fn enrol(v: Visit) -> Answer {
    show_enrolment(&v, Errors::none()).await
}

pub(super) async fn confirm_enrolment(v: Visit, Checked(form): Checked<Code>) -> Answer {
    let to = local(&form.to);
    match session::confirm_enrolment(&v.site.house, &token(&v)?, &form.code).await {
        Ok(opened) => {
            let held = v.clone().holding(opened.token.expose());
            let shown = page(&RecoveryPage {
                v: &held,
                codes: &opened.recovery,
                next: &Visit::next(&opened, to),
            })?;
            Ok(v.opened_showing(&opened, shown))
        }
        Err(error) => show_enrolment(&v, again(&v, "code", error)?).await.map(wrong),
    }
}

async fn show_enrolment(v: &Visit, errors: Errors) -> Answer {
    let setup = session::begin_enrolment(&v.site.house, &token(v)?).await?;
    page(&EnrolPage {
        v,
        errors,
        qr: drawn(&setup.url)?,
        setup,
    })
}

/// The QR code as an SVG element.
pub(crate) fn drawn(url: &str) -> Result<String, Failure> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M)
        .map_err(|error| guichet_core::kernel::fault::Fault::outside("QR code", error))?;
    let svg = code.render::<svg::Color<'_>>().min_dimensions(240, 240).build();
    // Inside a page the XML declaration would be text.
    Ok(svg
        .split_once("?>")
        .map_or(svg.clone(), |(_, element)| element.to_owned()))
}

pub(super) async fn new_password(v: Visit, Query(onward): Query<Onward>) -> Answer {
    show_new_password(&v, onward.to(), Errors::none()).await
}

pub(super) async fn set_password(v: Visit, Checked(form): Checked<NewPassword>) -> Answer {
    let to = local(&form.to);
    let errors = new_password_errors(&v, &form.new, &form.repeat);
    if errors.any() {
        return show_new_password(&v, to, errors).await.map(wrong);
    }
    let arrival = Arrival::now();
    let opened: Result<Opened, Error> = session::set_password(&v.site.house, &token(&v)?, form.new).await;
    arrival.hold(&v.site.house).await;
    match opened {
        Ok(opened) => Ok(v.opened(&opened, to)),
        // The password is set, and the other account is missing or stands in the way.
        Err(error @ Error::Standing(..)) => super::sign_in::refused(&v, to, &error),
        Err(error) => show_new_password(&v, to, again(&v, "new", error)?)
            .await
            .map(wrong),
    }
}

async fn show_new_password(v: &Visit, to: &str, errors: Errors) -> Answer {
    let mut work = Work::read(&v.site.house).await?;
    let circuit = session::asks_password(&mut work, &token(v)?).await?;
    scripted(page(&PasswordPage {
        v,
        to,
        account: v.t(circuit.key()),
        errors,
    }))
}

/// What is wrong with a new password before any rule is asked.
pub(crate) fn new_password_errors(v: &Visit, new: &Secret, repeat: &Secret) -> Errors {
    let errors = Errors::none().unless_filled("new", new.expose(), v.t("entry-password-missing"));
    if new.expose() == repeat.expose() {
        errors
    } else {
        errors.on("repeat", v.t("entry-password-differs"))
    }
}
