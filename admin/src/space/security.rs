//! Security: the second factors, open sessions, which the agent can close, the password, the linked chat address.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use guichet_core::{
    channel::Channel,
    factor::{self, Overview},
    people,
    session::{self, Session, SessionId},
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Failure, Visit, page};

#[derive(Template)]
#[template(path = "space/security.html")]
struct Page<'a> {
    v: &'a Visit,
    here: SessionId,
    sessions: Vec<Session>,
    chat: Option<String>,
    factors: Overview,
}

pub(super) async fn show(v: Visit) -> Answer {
    let mut me = v.reading().await?;
    let agent = me.agent.id;
    let sessions = session::list(&mut me.work, agent).await?;
    let chat = people::chat_of(&mut me.work, agent)
        .await?
        .map(|(address, _)| address);
    let factors = factor::overview(&mut me.work, agent).await?;
    page(&Page {
        factors,
        v: &me.v,
        here: me.session.id,
        sessions,
        chat,
    })
}

#[derive(Deserialize)]
pub(super) struct Which {
    session: String,
}

pub(super) async fn close(v: Visit, Checked(which): Checked<Which>) -> Answer {
    let session: SessionId = which.session.parse().map_err(|_| Failure::Garbled)?;
    let mut me = v.writing().await?;
    session::revoke(&mut me.work, me.agent.id, session).await?;
    me.work.save().await?;
    Ok(Redirect::to("/security").into_response())
}

impl Page<'_> {
    fn is_here(&self, session: &Session) -> bool {
        session.id == self.here
    }

    /// An app may be enrolled here and now.
    fn may_enrol(&self) -> bool {
        !self.factors.app && self.factors.may_have_app() && self.v.channel != Channel::MobilePortal
    }

    /// It may be, but not from outside.
    fn must_come_in(&self) -> bool {
        !self.factors.app && self.factors.may_have_app() && self.v.channel == Channel::MobilePortal
    }

    fn place(&self, session: &Session) -> String {
        format!("space-place-{}", session.channel)
    }
}
