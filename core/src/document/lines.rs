//! What is said of offers and requests, wherever it is said.

use chrono::NaiveDate;

use super::kinds::Offer;
use super::model::{Purpose, Request, Stage};
use crate::kernel::line::{Line, Value};
use crate::kernel::words::Lang;

/// A kind, how long it takes in the agent's department, and the day it should be there.
pub fn offer_line(offer: &Offer) -> Line {
    Line::personal("document-offer")
        .arg("name", Value::Both(offer.name.clone()))
        .arg("days", offer.working_days)
        .arg("due", offer.due_on)
}

/// Where a request stands, in one sentence.
pub fn request_line(request: &Request) -> Line {
    let closed = request.closed_at.unwrap_or(request.opened_at);
    match request.stage {
        Stage::Submitted => request.named("document-is-submitted").arg("due", request.due_on),
        Stage::Asked => {
            let question = request.question.clone().unwrap_or_default();
            request.named("document-is-asked").arg("question", question)
        }
        Stage::Delivered => request
            .named("document-is-delivered")
            .arg("at", Value::Day(closed)),
        Stage::Refused => {
            let why = request.reason.clone().unwrap_or_default();
            let line = request.named("document-is-refused").arg("at", Value::Day(closed));
            line.arg("why", why)
        }
        Stage::Withdrawn => request
            .named("document-is-withdrawn")
            .arg("at", Value::Day(closed)),
    }
}

/// What a form says beside the kind, a line each.
pub fn particular_lines(
    purpose: Option<Purpose>,
    lang: Option<Lang>,
    about_on: Option<NaiveDate>,
) -> Vec<Line> {
    let purpose = purpose
        .map(|purpose| Line::personal("document-for-purpose").arg("purpose", Value::word(purpose.key())));
    let lang = lang.map(|lang| {
        let key = match lang {
            Lang::Fr => "document-lang-fr",
            Lang::En => "document-lang-en",
        };
        Line::personal("document-in-language").arg("language", Value::word(key))
    });
    let day = about_on.map(|day| Line::personal("document-about-day").arg("day", day));
    [purpose, lang, day].into_iter().flatten().collect()
}

impl Request {
    /// What its form said beside the kind.
    pub fn particulars(&self) -> Vec<Line> {
        particular_lines(self.purpose, self.lang, self.about_on)
    }
}
