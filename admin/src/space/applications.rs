//! My applications (CH2, CH3): what opens from here, what does not and why, how to get there; and asking for the VPN.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use guichet_core::{
    channel::{self, Channel, Here, Vpn},
    diagnosis,
    kernel::line::Line,
    ticket,
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Visit, page};

#[derive(Template)]
#[template(path = "space/applications.html")]
struct Page<'a> {
    v: &'a Visit,
    three: Line,
    may_ask: bool,
    rows: Vec<channel::Answer>,
}

pub(super) async fn show(v: Visit) -> Answer {
    let mut me = v.reading().await?;
    let rows = diagnosis::applications(&mut me.work, me.agent.id, Some(me.v.channel)).await?;
    let access = ticket::access(&mut me.work, me.agent.id).await?;
    page(&Page {
        v: &me.v,
        three: channel::three(&access),
        may_ask: access.vpn == Vpn::Missing,
        rows,
    })
}

#[derive(Deserialize)]
pub(super) struct Nothing {}

/// Asks IT for the VPN.
pub(super) async fn ask_for_vpn(v: Visit, Checked(Nothing {}): Checked<Nothing>) -> Answer {
    let mut me = v.writing().await?;
    ticket::request_vpn(&mut me.work).await?;
    me.work.save().await?;
    Ok(Redirect::to("/applications").into_response())
}

impl Page<'_> {
    fn channels(&self) -> [Channel; 3] {
        Channel::ALL
    }

    fn chip(&self, answer: &channel::Answer) -> &'static str {
        match answer.here {
            Some(Here::Opens) => "good",
            Some(Here::Reduced) => "warn",
            _ => "bad",
        }
    }
}
