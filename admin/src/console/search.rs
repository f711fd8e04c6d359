//! One search box (CO2): name, username, number, e-mail, phone. A single match opens the agent's page at once.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect},
};
use guichet_core::people::{self, Agent};
use serde::Deserialize;

use crate::door::{Answer, Visit, page};

/// More than this, and it is quicker to type another letter.
const SHOWN: usize = 30;

#[derive(Template)]
#[template(path = "console/search.html")]
struct Page<'a> {
    v: &'a Visit,
    q: &'a str,
    found: Vec<Agent>,
    more: bool,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
}

pub(super) async fn show(v: Visit, Query(asked): Query<Asked>) -> Answer {
    let q: String = asked.q.trim().chars().take(100).collect();
    let (v, mut found) = if q.is_empty() {
        (v.reading().await?.v, vec![])
    } else {
        // A search shows personal data: it is logged before it is answered.
        let mut me = v.reading().await?;
        let found = people::look_up(&mut me.work, &q, SHOWN + 1).await?;
        me.work.save().await?;
        (me.v, found)
    };
    if let [one] = found.as_slice() {
        return Ok(Redirect::to(&format!("/agents/{}", one.id)).into_response());
    }
    let more = found.len() > SHOWN;
    found.truncate(SHOWN);
    page(&Page {
        v: &v,
        q: &q,
        found,
        more,
    })
}

impl Page<'_> {
    fn shown(&self) -> i64 {
        i64::try_from(self.found.len()).unwrap_or(i64::MAX)
    }
}
