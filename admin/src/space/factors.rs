//! The agent's own second factors: adding an app, and new recovery codes. Who it is is asked again first.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use guichet_core::{
    factor::Setup,
    kernel::secret::Secret,
    session::{self, Again, Error, Here},
    ticket,
};
use serde::Deserialize;

use crate::{
    door::{Answer, Checked, Errors, Failure, Visit, local, page, wrong},
    entry::{RecoveryPage, drawn},
};

#[derive(Template)]
#[template(path = "space/prove.html")]
struct ProvePage<'a> {
    v: &'a Visit,
    errors: Errors,
    again: Again,
    /// What it is for.
    to: &'static str,
}

#[derive(Template)]
#[template(path = "space/app.html")]
struct AppPage<'a> {
    v: &'a Visit,
    errors: Errors,
    qr: String,
    setup: Setup,
}

#[derive(Template)]
#[template(path = "space/recovery.html")]
struct NewRecoveryPage<'a> {
    v: &'a Visit,
}

const APP: &str = "/security/app";
const RECOVERY: &str = "/security/recovery";

#[derive(Deserialize)]
pub(super) struct Proof {
    password: Secret,
    code: Option<String>,
    to: String,
}

#[derive(Deserialize)]
pub(super) struct Code {
    code: String,
}

#[derive(Deserialize)]
pub(super) struct Nothing {}

pub(super) fn here(v: &Visit) -> Result<Here, Failure> {
    Ok(Here {
        token: v.token.as_deref().ok_or(Failure::SignIn)?.to_owned(),
        site: session::Site::Space,
        channel: v.channel,
        origin: v.origin(),
    })
}

pub(super) async fn prove(v: Visit, Checked(form): Checked<Proof>) -> Answer {
    let to = if form.to == RECOVERY { RECOVERY } else { APP };
    let errors =
        Errors::none().unless_filled("password", form.password.expose(), v.t("entry-password-missing"));
    if errors.any() {
        return ask(v, to, errors).await.map(wrong);
    }
    let proved = session::prove(&v.site.house, &here(&v)?, &form.password, form.code.as_deref()).await;
    let errors = match proved {
        Ok(()) => return Ok(Redirect::to(to).into_response()),
        Err(Error::NotRecognised) => errors.on("password", v.t("space-password-old-wrong")),
        Err(Error::WrongCode) => errors.on("code", v.t("session-wrong-code")),
        Err(Error::WrongSms) => errors.on("code", v.t("session-wrong-sms")),
        Err(error) => return Err(error.into()),
    };
    ask(v, to, errors).await.map(wrong)
}

/// Where a page goes on once the code has left.
#[derive(Deserialize)]
pub(super) struct Send {
    to: String,
}

pub(super) async fn send_code(v: Visit, Checked(form): Checked<Send>) -> Answer {
    let here = here(&v)?;
    let mut me = v.writing().await?;
    session::send_again(&mut me.work, &here).await?;
    me.work.save().await?;
    Ok(Redirect::to(local(&form.to)).into_response())
}

/// Asks who it is, before going on to `to`.
async fn ask(v: Visit, to: &'static str, errors: Errors) -> Answer {
    let here = here(&v)?;
    let mut me = v.reading().await?;
    let again = session::asks_again(&mut me.work, &here).await?;
    page(&ProvePage {
        v: &me.v,
        errors,
        again,
        to,
    })
}

pub(super) async fn show_app(v: Visit) -> Answer {
    app(v, Errors::none()).await
}

async fn app(v: Visit, errors: Errors) -> Answer {
    let here = here(&v)?;
    let mut me = v.clone().writing().await?;
    match session::begin_own_enrolment(&mut me.work, &here).await {
        Ok(setup) => {
            me.work.save().await?;
            let qr = drawn(&setup.url)?;
            page(&AppPage {
                v: &me.v,
                errors,
                qr,
                setup,
            })
        }
        Err(Error::NotProved) => {
            drop(me);
            ask(v, APP, errors).await
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn confirm_app(v: Visit, Checked(form): Checked<Code>) -> Answer {
    let here = here(&v)?;
    let mut me = v.clone().writing().await?;
    match session::confirm_own_enrolment(&mut me.work, &here, &form.code).await {
        Ok(codes) => {
            me.work.save().await?;
            page(&RecoveryPage {
                v: &me.v,
                codes: &codes,
                next: "/security",
            })
        }
        Err(Error::WrongCode) => {
            drop(me);
            let errors = Errors::none().on("code", v.t("session-wrong-code"));
            app(v, errors).await.map(wrong)
        }
        Err(Error::NotProved) => {
            drop(me);
            ask(v, APP, Errors::none()).await
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn show_recovery(v: Visit) -> Answer {
    let here = here(&v)?;
    let mut me = v.clone().reading().await?;
    match session::may_renew_recovery(&mut me.work, &here).await {
        Ok(()) => page(&NewRecoveryPage { v: &me.v }),
        Err(Error::NotProved) => {
            drop(me);
            ask(v, RECOVERY, Errors::none()).await
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn new_recovery(v: Visit, Checked(Nothing {}): Checked<Nothing>) -> Answer {
    let here = here(&v)?;
    let mut me = v.clone().writing().await?;
    match session::new_recovery_codes(&mut me.work, &here).await {
        Ok(codes) => {
            me.work.save().await?;
            page(&RecoveryPage {
                v: &me.v,
                codes: &codes,
                next: "/security",
            })
        }
        Err(Error::NotProved) => {
            drop(me);
            ask(v, RECOVERY, Errors::none()).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Asks for two-factor sign-in; the request is among those on the home page.
pub(super) async fn ask_second_factor(v: Visit, Checked(Nothing {}): Checked<Nothing>) -> Answer {
    let mut me = v.writing().await?;
    ticket::ask_second_factor(&mut me.work).await?;
    me.work.save().await?;
    Ok(Redirect::to("/").into_response())
}
