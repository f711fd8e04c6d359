//! The code that came by SMS, another one, and what to do when none comes (MF5, MF6).

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect},
};
use guichet_core::{
    factor::Texting,
    kernel::{line::Args, work::Work},
    session::{self, Error},
};
use serde::Deserialize;

use super::sign_in::Onward;
use super::steps::{Code, token};
use crate::door::{Answer, Checked, Errors, Visit, local, page, wrong};

#[derive(Template)]
#[template(path = "entry/sms.html")]
struct Page<'a> {
    v: &'a Visit,
    errors: Errors,
    /// Where to go once signed in.
    to: &'a str,
    texting: Texting,
    /// Another code may be asked for now.
    may_ask: bool,
    per_day: i64,
    minutes: i64,
}

#[derive(Deserialize)]
pub(super) struct Resend {
    #[serde(default)]
    to: String,
}

pub(super) async fn show(v: Visit, Query(onward): Query<Onward>) -> Answer {
    render(&v, onward.to(), Errors::none()).await
}

pub(super) async fn confirm(v: Visit, Checked(form): Checked<Code>) -> Answer {
    let to = local(&form.to);
    match session::confirm_sms(&v.site.house, &token(&v)?, &form.code, &v.origin()).await {
        Ok(opened) => Ok(v.opened(&opened, to)),
        Err(Error::WrongSms) => render(&v, to, Errors::none().on("code", v.t("session-wrong-sms")))
            .await
            .map(wrong),
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn resend(v: Visit, Checked(form): Checked<Resend>) -> Answer {
    let mut work = Work::write(&v.site.house).await?;
    session::resend_sms(&mut work, &token(&v)?).await?;
    work.save().await?;
    let again = match local(&form.to) {
        "/" => "/sms".to_owned(),
        to => format!("/sms?to={to}"),
    };
    Ok(Redirect::to(&again).into_response())
}

async fn render(v: &Visit, to: &str, errors: Errors) -> Answer {
    let mut work = Work::read(&v.site.house).await?;
    let texting = session::look_at_sms(&mut work, &token(v)?).await?;
    let numbers = &work.settings().sms;
    page(&Page {
        v,
        errors,
        to,
        may_ask: texting.next_at <= work.now(),
        per_day: numbers.per_day,
        minutes: numbers.code_minutes,
        texting,
    })
}

impl Page<'_> {
    /// Where the code is, or why there is none.
    fn where_it_is(&self) -> String {
        let (key, at) = match (self.texting.sent_at, self.texting.exhausted) {
            (Some(sent_at), _) => ("entry-sms-sent", sent_at),
            (None, true) => ("entry-sms-exhausted", self.texting.next_at),
            (None, false) if self.may_ask => ("entry-sms-old", self.texting.next_at),
            (None, false) => ("entry-sms-too-soon", self.texting.next_at),
        };
        let args: Args = vec![
            ("number".into(), self.texting.masked.as_str().into()),
            ("at".into(), at.into()),
            ("minutes".into(), self.minutes.into()),
            ("count".into(), self.per_day.into()),
        ];
        self.v.say(key, &args)
    }
}
