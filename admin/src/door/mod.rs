//! What stands before every page: who may come in from where, in which language, with which cookies, and what is said
//! when something fails. Pages are behind it; no page does any of this by itself.

mod assets;
mod choose;
mod cookies;
mod failure;
mod form;
mod headers;
mod language;
mod network;
mod refused;
mod signed;
mod speech;
mod statement;
#[cfg(test)]
mod tests;
mod upload;
mod visit;

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::header::CONTENT_TYPE,
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use futures_util::FutureExt;
use guichet_core::kernel::{fault::Fault, house::House};

pub(crate) use assets::{mark, script, sheet};
pub(crate) use choose::local;
pub(crate) use cookies::Jar;
pub(crate) use failure::{Answer, Failure, page};
pub(crate) use form::{Checked, Errors};
pub(crate) use headers::scripted;
use network::Networks;
pub(crate) use signed::{Signed, wrong};
pub(crate) use speech::{kept_mail, kept_texts};
pub(crate) use upload::WithFile;
pub(crate) use visit::{Declared, Visit};

/// Forms are a few fields; whatever is longer is no form of ours.
const LONGEST_FORM: usize = 16 * 1024;

/// Longer than any honest wait (a place in the password queue takes up to 10 s).
const LONGEST_ANSWER: Duration = Duration::from_secs(30);

/// The two sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    /// The agents' own.
    Space,
    /// The staff's.
    Console,
}

impl Face {
    /// Its name, in cookies and in the sheet.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Space => "space",
            Self::Console => "console",
        }
    }
}

/// A site as it is set up.
pub(crate) struct Site {
    /// The house it stands in.
    pub(crate) house: Arc<House>,
    /// Which of the two.
    pub(crate) face: Face,
    networks: Networks,
}

impl Site {
    pub(crate) fn new(house: Arc<House>, face: Face) -> Result<Arc<Self>, Fault> {
        let networks = Networks::of(&house.settings.network)?;
        Ok(Arc::new(Self {
            house,
            face,
            networks,
        }))
    }

    fn is_https(&self) -> bool {
        let settings = &self.house.settings;
        let own = match self.face {
            Face::Space => &settings.space,
            Face::Console => &settings.console,
        };
        own.public_url.starts_with("https://")
    }
}

/// Puts the door before the pages of a site.
pub(crate) fn close(pages: Router<Arc<Site>>, site: Arc<Site>) -> Router {
    let https = site.is_https();
    pages
        .route("/language", post(choose::choose))
        .route("/accessibility", get(statement::show))
        .fallback(async || Failure::NotFound)
        .method_not_allowed_fallback(async || Failure::Method)
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .layer(middleware::from_fn_with_state(site.clone(), enter))
        .merge(assets::routes())
        .layer(middleware::map_response(move |mut response: Response| {
            headers::set(response.headers_mut(), https);
            std::future::ready(response)
        }))
        .with_state(site)
}

async fn enter(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let (visit, begins) = match Visit::of(&site, &request) {
        Ok(visit) => visit,
        Err(fault) => return Failure::from(fault).into_response(),
    };
    request.extensions_mut().insert(visit.clone());
    let has_nul = request
        .uri()
        .query()
        .is_some_and(|query| form::has_nul(query.as_bytes()));
    let mut response = if has_nul {
        Failure::Garbled.into_response()
    } else if visit.is_let_in() {
        // The last resort: a bug in a page costs this answer an incident, not the connection an explanation.
        let answer = AssertUnwindSafe(next.run(request)).catch_unwind();
        match tokio::time::timeout(LONGEST_ANSWER, answer).await {
            Ok(Ok(response)) => response,
            Ok(Err(_)) => Failure::from(Fault::outside("page", "panicked")).into_response(),
            Err(_) => Failure::Busy.into_response(),
        }
    } else {
        Failure::Elsewhere.into_response()
    };
    if response.status().is_client_error()
        && response.extensions().get::<Arc<Failure>>().is_none()
        && is_bare(&response)
    {
        // The framework could not read an address: it says so in English and plain text.
        response = Failure::Garbled.into_response();
    }
    if let Some(failure) = response.extensions_mut().remove::<Arc<Failure>>() {
        response = failure.shown(&visit, response);
    }
    if begins {
        visit.begin(response.headers_mut());
    }
    response
}

fn is_bare(response: &Response) -> bool {
    response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}
