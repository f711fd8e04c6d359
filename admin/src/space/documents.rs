//! My documents: payslips and what human resources delivered, by year; the requests under way; and the page behind a link
//! from chat. A link opens nothing by itself: it takes the session of the one it was made for, and the PDF leaves only when
//! the page's form is sent.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::{Datelike, NaiveDate};
use guichet_core::{
    document::{self, Document, DocumentId, Request, request_line},
    kernel::line::Line,
    payslip::{self, Payslip, PayslipId},
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Failure, Visit, page};

#[derive(Template)]
#[template(path = "space/documents.html")]
struct Page<'a> {
    v: &'a Visit,
    today: NaiveDate,
    requests: Vec<Request>,
    documents: Vec<(i32, Vec<Document>)>,
    payslips: Vec<(i32, Vec<Payslip>)>,
}

#[derive(Template)]
#[template(path = "space/handout.html")]
struct LinkPage<'a> {
    v: &'a Visit,
    title: String,
}

pub(super) async fn show(v: Visit) -> Answer {
    let mut me = v.reading().await?;
    let payslips = payslip::mine(&mut me.work).await?;
    let documents = document::documents(&mut me.work).await?;
    page(&Page {
        today: me.work.today(),
        requests: document::mine(&mut me.work).await?,
        documents: by_year(documents, |document| document.dated_on.year()),
        payslips: by_year(payslips, |payslip| payslip.month.first().year()),
        v: &me.v,
    })
}

/// The newest year first; within a year the order stays.
fn by_year<T>(all: Vec<T>, year: impl Fn(&T) -> i32) -> Vec<(i32, Vec<T>)> {
    let mut years: BTreeMap<i32, Vec<T>> = BTreeMap::new();
    for one in all {
        years.entry(year(&one)).or_default().push(one);
    }
    years.into_iter().rev().collect()
}

/// Which of the two is asked for.
#[derive(Deserialize)]
pub(super) struct Which {
    payslip: Option<PayslipId>,
    document: Option<DocumentId>,
}

pub(super) async fn download(v: Visit, Checked(which): Checked<Which>) -> Answer {
    let mut me = v.writing().await?;
    // On record first, handed out after.
    match (which.payslip, which.document) {
        (Some(id), None) => {
            let (payslip, pdf) = payslip::own(&mut me.work, id).await?;
            me.work.save().await?;
            Ok(attached(&payslip_name(&me.v, &payslip), pdf))
        }
        (None, Some(id)) => {
            let (document, pdf) = document::own(&mut me.work, id).await?;
            me.work.save().await?;
            Ok(attached(&document_name(&document), pdf))
        }
        _ => Err(Failure::Garbled),
    }
}

pub(super) async fn show_payslip(v: Visit, Path(link): Path<String>) -> Answer {
    let mut me = v.reading().await?;
    let payslip = payslip::look(&mut me.work, &link).await?;
    let month = me.v.month(payslip.month.first());
    let title = me.v.t1("space-payslip-title", "month", month);
    page(&LinkPage { v: &me.v, title })
}

/// Nothing but the key of the visit.
#[derive(Deserialize)]
pub(super) struct Sent {}

pub(super) async fn use_payslip(
    v: Visit,
    Path(link): Path<String>,
    Checked(Sent {}): Checked<Sent>,
) -> Answer {
    let mut me = v.writing().await?;
    let (payslip, pdf) = payslip::download(&mut me.work, &link).await?;
    me.work.save().await?;
    Ok(attached(&payslip_name(&me.v, &payslip), pdf))
}

pub(super) async fn show_link(v: Visit, Path(link): Path<String>) -> Answer {
    let mut me = v.reading().await?;
    let document = document::look(&mut me.work, &link).await?;
    let title = me.v.head(document.name.say(me.v.lang));
    page(&LinkPage { v: &me.v, title })
}

pub(super) async fn use_link(v: Visit, Path(link): Path<String>, Checked(Sent {}): Checked<Sent>) -> Answer {
    let mut me = v.writing().await?;
    let (document, pdf) = document::download(&mut me.work, &link).await?;
    me.work.save().await?;
    Ok(attached(&document_name(&document), pdf))
}

fn payslip_name(v: &Visit, payslip: &Payslip) -> String {
    v.t1("space-payslip-file", "month", payslip.month.to_string())
}

/// The code of its kind, which is plain, and its day.
fn document_name(document: &Document) -> String {
    format!("{}-{}", document.kind.replace('_', "-"), document.dated_on)
}

fn attached(name: &str, pdf: Vec<u8>) -> Response {
    let mut response = pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}.pdf\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

impl Page<'_> {
    /// Kibibytes, at least one.
    fn size(&self, bytes: &i64) -> i64 {
        (bytes / 1024).max(1)
    }

    fn month(&self, payslip: &Payslip) -> String {
        self.v.month(payslip.month.first())
    }

    fn said(&self, request: &Request) -> Line {
        request_line(request)
    }

    fn chip(&self, request: &Request) -> &'static str {
        match request.stage {
            document::Stage::Submitted | document::Stage::Asked => "warn",
            document::Stage::Delivered => "good",
            document::Stage::Refused => "bad",
            document::Stage::Withdrawn => "",
        }
    }

    fn awaits_reply(&self, request: &Request) -> bool {
        request.stage == document::Stage::Asked
    }

    /// Its kind, and its title where it has one.
    fn called(&self, document: &Document) -> String {
        let name = self.v.head(document.name.say(self.v.lang));
        match &document.title {
            Some(title) => format!("{name} – {title}"),
            None => name,
        }
    }
}
