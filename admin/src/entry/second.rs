//! Step 2 (AC2): the password of the second circuit, with words, reset link and lock of its own.

use askama::Template;
use axum::extract::Query;
use guichet_core::{
    kernel::secret::Secret,
    session::{self, Arrival, Error},
};
use serde::Deserialize;

use super::sign_in::Onward;
use crate::door::{Answer, Checked, Errors, Failure, Visit, local, page, wrong};

#[derive(Template)]
#[template(path = "entry/second.html")]
struct Page<'a> {
    v: &'a Visit,
    errors: Errors,
    to: &'a str,
    days: i64,
}

#[derive(Deserialize)]
pub(super) struct Form {
    password: Secret,
    #[serde(default)]
    to: String,
}

pub(super) async fn show(v: Visit, Query(onward): Query<Onward>) -> Answer {
    v.token.as_ref().ok_or(Failure::SignIn)?;
    render(&v, onward.to(), Errors::none())
}

pub(super) async fn confirm(v: Visit, Checked(form): Checked<Form>) -> Answer {
    let to = local(&form.to);
    let token = v.token.clone().ok_or(Failure::SignIn)?;
    let errors =
        Errors::none().unless_filled("password", form.password.expose(), v.t("entry-password-missing"));
    if errors.any() {
        return render(&v, to, errors).map(wrong);
    }
    let arrival = Arrival::now();
    let opened = session::confirm_second(&v.site.house, &token, &form.password, &v.origin()).await;
    arrival.hold(&v.site.house).await;
    match opened {
        Ok(opened) => Ok(v.opened(&opened, to)),
        Err(error @ Error::WrongSecond) => {
            let sentence = v.say(error.key().unwrap_or_default(), &error.args());
            render(&v, to, errors.on("password", sentence)).map(wrong)
        }
        Err(error) => Err(error.into()),
    }
}

fn render(v: &Visit, to: &str, errors: Errors) -> Answer {
    page(&Page {
        v,
        errors,
        to,
        days: v.site.house.settings.session.second_days,
    })
}
