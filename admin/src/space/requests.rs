//! Asking for a document: which one, with the time that the agent's department takes; then what that kind asks for. And
//! what can be done about a request under way.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect},
};
use chrono::NaiveDate;
use guichet_core::{
    document::{self, Offer, Particular, Purpose, Wish, offer_line},
    kernel::{
        line::{Line, Value},
        words::Lang,
    },
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Failure, Visit, page, wrong};

#[derive(Template)]
#[template(path = "space/request.html")]
struct Page<'a> {
    v: &'a Visit,
    offers: Vec<Offer>,
    chosen: Option<Offer>,
    refused: Option<&'a Line>,
}

#[derive(Deserialize)]
pub(super) struct Which {
    kind: Option<String>,
}

pub(super) async fn show(v: Visit, Query(which): Query<Which>) -> Answer {
    form(v, which.kind, None).await
}

async fn form(v: Visit, kind: Option<String>, refused: Option<&Line>) -> Answer {
    let mut me = v.reading().await?;
    let offers = document::offers(&mut me.work).await?;
    let chosen = kind.and_then(|kind| offers.iter().find(|offer| offer.code == kind).cloned());
    page(&Page {
        v: &me.v,
        offers,
        chosen,
        refused,
    })
}

/// The form of a kind; fields that it does not show are not there.
#[derive(Deserialize)]
pub(super) struct Form {
    kind: String,
    #[serde(default)]
    purpose: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    date: String,
}

pub(super) async fn send(v: Visit, Checked(form): Checked<Form>) -> Answer {
    let lang = match form.language.as_str() {
        "" => None,
        code => Some(Lang::from_code(code)),
    };
    let wish = Wish {
        purpose: read(&form.purpose, |text| text.parse::<Purpose>().ok())?,
        lang,
        about_on: read(&form.date, |text| text.parse::<NaiveDate>().ok())?,
        kind: form.kind.clone(),
    };
    let mut me = v.clone().writing().await?;
    match document::request(&mut me.work, &wish)
        .await
        .map_err(Failure::from)
    {
        Ok(_) => {
            me.work.save().await?;
            Ok(Redirect::to("/documents").into_response())
        }
        Err(Failure::Refused(line)) => {
            drop(me);
            Ok(wrong(self::form(v, Some(form.kind), Some(&line)).await?))
        }
        Err(failure) => Err(failure),
    }
}

/// A field that may be empty, and means something otherwise.
fn read<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Failure> {
    match text.trim() {
        "" => Ok(None),
        text => parse(text).map(Some).ok_or(Failure::Garbled),
    }
}

/// What is done about a request.
#[derive(Deserialize)]
pub(super) struct Act {
    verb: String,
    number: i64,
    #[serde(default)]
    text: String,
}

pub(super) async fn act(v: Visit, Checked(act): Checked<Act>) -> Answer {
    let mut me = v.writing().await?;
    match act.verb.as_str() {
        "withdraw" => document::withdraw(&mut me.work, act.number).await?,
        "reply" => document::reply(&mut me.work, act.number, &act.text).await?,
        _ => return Err(Failure::Garbled),
    };
    me.work.save().await?;
    Ok(Redirect::to("/documents").into_response())
}

impl Page<'_> {
    fn time(&self, offer: &Offer) -> String {
        let line = offer_line(offer);
        self.v.head(&self.v.say(&line.key, &line.args))
    }

    fn promise(&self, offer: &Offer) -> String {
        let args = vec![
            ("name".to_owned(), Value::Both(offer.name.clone())),
            ("days".to_owned(), offer.working_days.into()),
            ("due".to_owned(), offer.due_on.into()),
        ];
        self.v.say("document-confirm", &args)
    }

    fn name(&self, offer: &Offer) -> String {
        self.v.head(offer.name.say(self.v.lang))
    }

    fn asks_purpose(&self, offer: &Offer) -> bool {
        offer.asks.contains(&Particular::Purpose)
    }

    fn asks_language(&self, offer: &Offer) -> bool {
        offer.asks.contains(&Particular::Language)
    }

    fn asks_date(&self, offer: &Offer) -> bool {
        offer.asks.contains(&Particular::Date)
    }

    fn purposes(&self) -> [Purpose; 6] {
        Purpose::ALL
    }
}
