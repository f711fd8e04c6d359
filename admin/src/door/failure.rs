//! Answers that are not the page that was asked for: what a person did is refused in words; what the house did is logged
//! once, here, under a code that is all the person sees.

use std::sync::Arc;

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use guichet_core::{
    kernel::{fault::Fault, line::Line},
    policy::Denied,
};

use super::{Visit, local};

/// Why there is no page.
#[derive(Debug)]
pub(crate) enum Failure {
    /// No such page, or not for this person: the two look the same.
    NotFound,
    /// The page exists, the way of asking for it does not.
    Method,
    /// A form of another visit, or none of ours.
    Stale,
    /// A form that can't be read.
    Garbled,
    /// More than any form of ours.
    TooLarge,
    /// The console, asked for from outside.
    Elsewhere,
    /// Not allowed.
    Denied,
    /// A room's refusal, in its own words.
    Refused(Box<Line>),
    /// Nobody is signed in.
    SignIn,
    /// Too much to do: come back in a few seconds.
    Busy,
    /// The house failed.
    Fault(Fault),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Denied> for Failure {
    fn from(_: Denied) -> Self {
        Self::Denied
    }
}

#[derive(Template)]
#[template(path = "door/failure.html")]
struct Page<'a> {
    v: &'a Visit,
    name: &'static str,
    incident: Option<String>,
    onward: bool,
    refusal: Option<&'a Line>,
}

impl Page<'_> {
    fn title(&self) -> String {
        format!("door-{}-title", self.name)
    }

    fn text(&self) -> String {
        format!("door-{}", self.name)
    }
}

impl Failure {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Stale | Self::Elsewhere | Self::Denied => StatusCode::FORBIDDEN,
            Self::Garbled => StatusCode::BAD_REQUEST,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            // Led here by another site, nobody seems to be signed in: the cookies come with the next click.
            Self::SignIn => StatusCode::OK,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(fault) if fault.is_passing() => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The middle of its word keys.
    fn name(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Method => "method",
            Self::Stale => "stale",
            Self::Garbled => "garbled",
            Self::TooLarge => "too-large",
            Self::Elsewhere => "elsewhere",
            Self::Denied => "denied",
            Self::Refused(_) => "refused",
            Self::SignIn => "continue",
            Self::Busy => "busy",
            Self::Fault(_) => "fault",
        }
    }

    /// The page that says so. `bare` is what the handler answered: its status and headers stay.
    pub(super) fn shown(&self, visit: &Visit, bare: Response) -> Response {
        if let Self::SignIn = self
            && !(visit.is_get && visit.is_led_here)
        {
            return Redirect::to(&sign_in(visit)).into_response();
        }
        let (parts, _) = bare.into_parts();
        let incident = match self {
            Self::Fault(fault) => Some(log(visit, fault)),
            _ => None,
        };
        let body = Page {
            v: visit,
            name: self.name(),
            incident,
            onward: matches!(self, Self::SignIn),
            refusal: match self {
                Self::Refused(line) => Some(line),
                _ => None,
            },
        }
        .render()
        .unwrap_or_default();
        let mut response = (parts.status, Html(body)).into_response();
        response.headers_mut().extend(parts.headers);
        response
    }
}

/// The sign-in page, which leads back to the page asked for.
fn sign_in(visit: &Visit) -> String {
    match &*visit.path {
        path if visit.is_get && path != "/" && local(path) == path => format!("/sign-in?to={path}"),
        _ => "/sign-in".to_owned(),
    }
}

fn log(visit: &Visit, fault: &Fault) -> String {
    // Eight digits in two groups can be read out on the telephone.
    let digits = visit.site.house.chance.digits(8).unwrap_or_default();
    let incident = digits
        .split_at_checked(4)
        .map(|(a, b)| format!("{a}-{b}"))
        .unwrap_or_default();
    tracing::error!(%incident, site = visit.site.face.name(), page = &*visit.route, %fault, "an answer failed");
    incident
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if response.status() == StatusCode::SERVICE_UNAVAILABLE {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        // The handler does not know the visit; the door shows the page.
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// What a page answers.
pub(crate) type Answer = Result<Response, Failure>;

/// A page, rendered.
pub(crate) fn page(template: &impl Template) -> Answer {
    let html = template
        .render()
        .map_err(|error| Fault::outside("template", error))?;
    Ok(Html(html).into_response())
}
