//! One request, as far as it is known before anybody asks who is there; the templates speak through it.

use std::{net::IpAddr, net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, FromRequestParts, MatchedPath, Request},
    http::{HeaderMap, Method, request::Parts},
};
use guichet_core::{
    channel::Channel,
    kernel::{
        actor::{Actor, Person},
        fault::Fault,
        secret::url_safe,
        words::Lang,
    },
};

use super::{Face, Failure, Jar, Site, language};

/// The channel that a whole listener is declared to be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Declared(pub(crate) Channel);

/// See the module.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) site: Arc<Site>,
    pub(crate) lang: Lang,
    pub(crate) channel: Channel,
    /// The client's address, where it is known.
    address: Option<IpAddr>,
    /// The path asked for. It may hold the token of a link: it is never logged.
    pub(crate) path: Arc<str>,
    /// The page asked for, as it is registered: `/reset/{link}`. Empty where there is none.
    pub(super) route: Arc<str>,
    /// The device as an account may know it.
    pub(crate) device: Option<String>,
    /// Who is signed in, once a page has asked.
    pub(crate) who: Option<Arc<Person>>,
    /// The session that the browser claims to have.
    pub(crate) token: Option<Arc<str>>,
    /// A click on another site led here. The browser then keeps our cookies back.
    pub(super) is_led_here: bool,
    /// Asked for to be seen, not to change something.
    pub(super) is_get: bool,
    lang_is_chosen: bool,
    /// Marks the visit before, and beside, a session.
    mark: Arc<str>,
}

impl Visit {
    /// Reads a request; true when this is the beginning of a visit, to be marked by a cookie.
    pub(super) fn of(site: &Arc<Site>, request: &Request) -> Result<(Self, bool), Fault> {
        let headers = request.headers();
        // A request with no peer does not come from a network (tests): it is nobody's neighbour.
        let peer = request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map(|peer| peer.0.ip());
        let address = peer.and_then(|peer| site.networks.client(peer, headers));
        let declared = request.extensions().get::<Declared>();
        let channel = declared.map_or_else(|| site.networks.channel(address), |declared| declared.0);
        let chosen = Jar::Language
            .read(site, headers)
            .and_then(|code| language::named(&code));
        let token: Option<Arc<str>> = Jar::Session(channel).read(site, headers).map(Into::into);
        let known = Jar::Visit.read(site, headers);
        let begins = known.is_none() && token.is_none();
        let matched = request.extensions().get::<MatchedPath>();
        let mark = match known {
            Some(mark) => mark,
            None => site.house.chance.token()?,
        };
        let from = headers.get("sec-fetch-site").and_then(|from| from.to_str().ok());
        let visit = Self {
            site: site.clone(),
            lang: chosen.unwrap_or_else(|| language::preferred(headers)),
            channel,
            address,
            path: request.uri().path().into(),
            route: matched.map_or("", MatchedPath::as_str).into(),
            device: Jar::Device.read(site, headers),
            who: None,
            token,
            is_led_here: from == Some("cross-site"),
            is_get: request.method() == Method::GET,
            lang_is_chosen: chosen.is_some(),
            mark: mark.into(),
        };
        Ok((visit, begins))
    }

    /// The console opens from inside only (CO1).
    pub(super) fn is_let_in(&self) -> bool {
        self.site.face == Face::Space || self.channel.opens_the_console()
    }

    /// Marks the beginning of a visit.
    pub(super) fn begin(&self, headers: &mut HeaderMap) {
        Jar::Visit.set(&self.site, headers, &self.mark);
    }

    /// The same visit, now that it is known whose it is.
    pub(super) fn of_person(mut self, actor: &Actor) -> Self {
        if let Actor::Person(person) = actor {
            if !self.lang_is_chosen {
                self.lang = person.lang;
            }
            self.who = Some(Arc::new(person.clone()));
        }
        self
    }

    /// The same visit with the token of the step just opened, which the forms of the page now shown are bound to.
    pub(crate) fn holding(mut self, token: &str) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Where the request comes from, for the records.
    pub(crate) fn origin(&self) -> String {
        self.address
            .map_or_else(|| "unknown".to_owned(), |address| address.to_string())
    }

    /// What a form of this visit must bring back.
    pub(crate) fn form_key(&self) -> String {
        self.key_bound_to(self.token.as_ref().unwrap_or(&self.mark))
    }

    /// True when a form brings back the key of this visit: of its session, or of the visit alone, since a page that
    /// another site led to was shown without the session's cookie.
    pub(super) fn is_form_key(&self, given: &str) -> bool {
        // Tags are compared, not texts: the comparison of tags takes the same time whatever they are.
        let keys = &self.site.house.keys;
        [Some(&self.mark), self.token.as_ref()]
            .into_iter()
            .flatten()
            .any(|bound_to| {
                let key = self.key_bound_to(bound_to);
                keys.is_tag(
                    "form-check",
                    given.as_bytes(),
                    &keys.tag("form-check", key.as_bytes()),
                )
            })
    }

    fn key_bound_to(&self, token: &str) -> String {
        url_safe(&self.site.house.keys.tag("form", token.as_bytes()))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Fault::outside("page", "no door before it").into())
    }
}
