//! The linked chat address: which one it is, linking another by a code that is sent to it, ending the link.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use guichet_core::{
    kernel::secret::Secret,
    people,
    session::{self, Again, Awaited, Error, StartLink},
};
use serde::Deserialize;

use super::factors::here;
use crate::door::{Answer, Checked, Errors, Failure, Signed, Visit, page, wrong};

#[derive(Template)]
#[template(path = "space/chat.html")]
struct Page<'a> {
    v: &'a Visit,
    errors: Errors,
    link: Option<people::Link>,
    awaited: Option<Awaited>,
    again: Again,
    address: String,
}

const HERE: &str = "/security/chat";

pub(super) async fn show(v: Visit) -> Answer {
    render(v.reading().await?, Errors::none(), String::new()).await
}

async fn render(mut me: Signed, errors: Errors, address: String) -> Answer {
    let agent = me.agent.id;
    let link = people::link_of(&mut me.work, agent).await?;
    let awaited = session::awaited_link(&mut me.work, &me.session).await?;
    let again = session::asks_again(&mut me.work, &here(&me.v)?).await?;
    page(&Page {
        v: &me.v,
        errors,
        link,
        awaited,
        again,
        address,
    })
}

/// Shows the page again with what is wrong.
async fn again(v: Visit, errors: Errors, address: String) -> Answer {
    render(v.reading().await?, errors, address).await.map(wrong)
}

#[derive(Deserialize)]
pub(super) struct Start {
    address: String,
    old: Secret,
    app: Option<String>,
}

pub(super) async fn start(v: Visit, Checked(form): Checked<Start>) -> Answer {
    let errors = Errors::none()
        .unless_filled("address", &form.address, v.t("space-chat-address-missing"))
        .unless_filled("old", form.old.expose(), v.t("entry-password-missing"));
    if errors.any() {
        return again(v, errors, form.address).await;
    }
    let ask = StartLink {
        token: v.token.as_deref().ok_or(Failure::SignIn)?.to_owned(),
        channel: v.channel,
        origin: v.origin(),
        address: form.address.clone(),
        password: form.old,
        code: form.app,
    };
    let errors = match session::start_link(&v.site.house, ask).await {
        Ok(()) => return Ok(Redirect::to(HERE).into_response()),
        Err(Error::NotRecognised) => errors.on("old", v.t("space-password-old-wrong")),
        Err(error @ (Error::WrongCode | Error::WrongSms)) => errors.on("app", said(&v, &error)),
        Err(error @ Error::Link(_)) => errors.on("address", said(&v, &error)),
        Err(error) => return Err(error.into()),
    };
    again(v, errors, form.address).await
}

#[derive(Deserialize)]
pub(super) struct Confirm {
    code: String,
}

pub(super) async fn confirm(v: Visit, Checked(form): Checked<Confirm>) -> Answer {
    let token = v.token.as_deref().ok_or(Failure::SignIn)?.to_owned();
    let errors = match session::confirm_link(&v.site.house, &token, v.channel, &form.code).await {
        Ok(()) => return Ok(Redirect::to(HERE).into_response()),
        Err(error @ Error::Link(_)) => Errors::none().on("code", said(&v, &error)),
        Err(error) => return Err(error.into()),
    };
    again(v, errors, String::new()).await
}

#[derive(Deserialize)]
pub(super) struct End {}

pub(super) async fn end(v: Visit, Checked(End {}): Checked<End>) -> Answer {
    let mut me = v.writing().await?;
    people::unlink(&mut me.work, me.agent.id, "").await?;
    me.work.save().await?;
    Ok(Redirect::to(HERE).into_response())
}

fn said(v: &Visit, error: &Error) -> String {
    v.say(error.key().unwrap_or_default(), &error.args())
}

impl Page<'_> {
    /// From when on the link gives everything, if it does not yet.
    fn held_until(&self, link: &people::Link) -> Option<chrono::DateTime<chrono::Utc>> {
        let house = &self.v.site.house;
        let settled = link.settled_at(house.settings.link.hold_hours);
        (settled > house.clock.now()).then_some(settled)
    }
}
