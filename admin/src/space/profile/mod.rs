//! My profile: what the record says, what was declared and what became of it (PR1).

mod address;
mod bank;
mod family;

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{DefaultBodyLimit, Query},
    response::{IntoResponse, Redirect},
    routing::{get, post},
};
use guichet_core::{
    kernel::line::Value,
    profile::{self, Change, Detail, Kind, Limits, Sheet, Stage},
    ticket,
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Failure, Site, Visit, page};

/// A file this many times too large is heard out.
const HEARD_OUT: usize = 6;

/// Its pages.
pub(super) fn routes(limits: Limits) -> Router<Arc<Site>> {
    let most = DefaultBodyLimit::max(limits.bytes.saturating_mul(HEARD_OUT));
    Router::new()
        .route("/profile", get(show))
        .route("/profile/address", get(address::show).post(address::declare))
        .route("/profile/bank", get(bank::show).post(bank::declare).layer(most))
        .route(
            "/profile/family",
            get(family::show).post(family::declare).layer(most),
        )
        .route("/profile/withdraw", post(withdraw))
        .route("/profile/card", post(card))
}

#[derive(Template)]
#[template(path = "space/profile.html")]
struct Page<'a> {
    v: &'a Visit,
    sheet: Sheet,
    done: bool,
    /// A new address was just sent: a card is another request.
    moved: bool,
}

/// What was just sent, if anything.
#[derive(Deserialize)]
pub(super) struct After {
    #[serde(default)]
    done: String,
}

pub(super) async fn show(v: Visit, Query(after): Query<After>) -> Answer {
    let mut me = v.reading().await?;
    let sheet = profile::mine(&mut me.work).await?;
    page(&Page {
        v: &me.v,
        sheet,
        done: after.done.parse::<Kind>().is_ok(),
        moved: after.done.parse() == Ok(Kind::Address),
    })
}

/// Back to the page, which says that it is sent.
fn sent(change: &Change) -> Answer {
    Ok(Redirect::to(&format!("/profile?done={}", change.kind())).into_response())
}

#[derive(Deserialize)]
pub(super) struct Which {
    kind: String,
}

pub(super) async fn withdraw(v: Visit, Checked(which): Checked<Which>) -> Answer {
    let kind = which.kind.parse().map_err(|_| Failure::Garbled)?;
    let mut me = v.writing().await?;
    profile::withdraw(&mut me.work, kind).await?;
    me.work.save().await?;
    Ok(Redirect::to("/profile").into_response())
}

#[derive(Deserialize)]
pub(super) struct Nothing {}

/// Asks for a card; the request is among those on the home page.
pub(super) async fn card(v: Visit, Checked(Nothing {}): Checked<Nothing>) -> Answer {
    let mut me = v.writing().await?;
    ticket::request_card(&mut me.work).await?;
    me.work.save().await?;
    Ok(Redirect::to("/").into_response())
}

impl Page<'_> {
    fn value(&self, detail: Option<&Detail>) -> String {
        let value = detail.map_or_else(|| Value::word("profile-none"), Detail::value);
        self.v.t1("profile-plain", "value", value)
    }

    fn kinds(&self) -> [(Kind, String, String); Kind::ALL.len()] {
        Kind::ALL.map(|kind| {
            let change = format!("space-profile-change-{kind}");
            (kind, self.value(self.sheet.of(kind)), self.v.t(change))
        })
    }

    fn known(&self, text: Option<&String>) -> String {
        text.map_or_else(|| self.v.t("profile-none"), Clone::clone)
    }

    fn withdraws(&self, change: &Change) -> String {
        let kind = self.v.t(change.kind().key());
        self.v.t1("space-profile-withdraw", "kind", kind)
    }

    /// The month that it pays from, where it does.
    fn effective(&self, change: &Change) -> Option<String> {
        let month = change.effective?.first();
        Some(self.v.t1("space-profile-effective", "month", Value::Month(month)))
    }

    fn chip(&self, change: &Change) -> &'static str {
        match change.stage {
            Stage::Declared | Stage::Confirmed => "warn",
            Stage::Validated => "good",
            Stage::Refused => "bad",
            Stage::Withdrawn => "",
        }
    }
}
