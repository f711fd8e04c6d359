//! My documents: payslips by month, and the page behind a link from chat. A link opens nothing by itself: it takes the
//! session of the one it was made for, and the PDF leaves only when the page's form is sent.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use guichet_core::payslip::{self, Payslip, PayslipId};
use serde::Deserialize;

use crate::door::{Answer, Checked, Failure, Visit, page};

#[derive(Template)]
#[template(path = "space/documents.html")]
struct Page<'a> {
    v: &'a Visit,
    payslips: Vec<Payslip>,
}

#[derive(Template)]
#[template(path = "space/payslip.html")]
struct LinkPage<'a> {
    v: &'a Visit,
    payslip: Payslip,
}

pub(super) async fn show(v: Visit) -> Answer {
    let mut me = v.reading().await?;
    let payslips = payslip::mine(&mut me.work).await?;
    page(&Page { v: &me.v, payslips })
}

#[derive(Deserialize)]
pub(super) struct Which {
    payslip: String,
}

pub(super) async fn download(v: Visit, Checked(which): Checked<Which>) -> Answer {
    let id: PayslipId = which.payslip.parse().map_err(|_| Failure::Garbled)?;
    let mut me = v.writing().await?;
    let (payslip, pdf) = payslip::own(&mut me.work, id).await?;
    me.work.save().await?;
    Ok(attached(&me.v, &payslip, pdf))
}

pub(super) async fn show_link(v: Visit, Path(link): Path<String>) -> Answer {
    let mut me = v.reading().await?;
    let payslip = payslip::look(&mut me.work, &link).await?;
    page(&LinkPage { v: &me.v, payslip })
}

/// Nothing but the key of the visit.
#[derive(Deserialize)]
pub(super) struct Sent {}

pub(super) async fn use_link(v: Visit, Path(link): Path<String>, Checked(Sent {}): Checked<Sent>) -> Answer {
    let mut me = v.writing().await?;
    let (payslip, pdf) = payslip::download(&mut me.work, &link).await?;
    // On record first, handed out after.
    me.work.save().await?;
    Ok(attached(&me.v, &payslip, pdf))
}

fn attached(v: &Visit, payslip: &Payslip, pdf: Vec<u8>) -> Response {
    let name = v.t1("space-payslip-file", "month", payslip.month.to_string());
    let mut response = pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}.pdf\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

impl Page<'_> {
    fn month(&self, payslip: &Payslip) -> String {
        self.v.month(payslip.month.first())
    }

    /// Kibibytes, at least one.
    fn size(&self, payslip: &Payslip) -> i64 {
        (payslip.size / 1024).max(1)
    }
}

impl LinkPage<'_> {
    fn month(&self) -> String {
        self.v.month(self.payslip.month.first())
    }
}
