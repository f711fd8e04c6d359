//! One request, as far as it is known before anybody asks who is there; the templates speak through it.

use std::{net::IpAddr, net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, FromRequestParts, Request},
    http::{HeaderMap, request::Parts},
};
use guichet_core::{
    channel::Channel,
    kernel::{
        actor::Person,
        fault::Fault,
        line::{Args, Value},
        secret::url_safe,
        words::Lang,
    },
};

use super::{Face, Failure, Jar, Site, language};

/// The channel that a whole listener is declared to be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Declared(pub(crate) Channel);

/// Who is signed in.
#[derive(Clone)]
pub(crate) struct Who {
    /// The agent, as the house knows actors.
    pub(crate) person: Person,
    /// The token of the session.
    pub(crate) token: Arc<str>,
}

/// See the module.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) site: Arc<Site>,
    pub(crate) lang: Lang,
    pub(crate) channel: Channel,
    /// The client's address, where it is known.
    pub(crate) address: Option<IpAddr>,
    /// The path asked for.
    pub(crate) path: Arc<str>,
    pub(crate) who: Option<Arc<Who>>,
    lang_is_chosen: bool,
    /// What forms are bound to: the session, or the visit before there is one.
    bound_to: Arc<str>,
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
        let known = Jar::Session(channel)
            .read(site, headers)
            .or_else(|| Jar::Visit.read(site, headers));
        let begins = known.is_none();
        let bound_to = match known {
            Some(token) => token,
            None => site.house.chance.token()?,
        };
        let visit = Self {
            site: site.clone(),
            lang: chosen.unwrap_or_else(|| language::preferred(headers)),
            channel,
            address,
            path: request.uri().path().into(),
            who: None,
            lang_is_chosen: chosen.is_some(),
            bound_to: bound_to.into(),
        };
        Ok((visit, begins))
    }

    /// The console opens from inside only (CO1).
    pub(super) fn is_let_in(&self) -> bool {
        self.site.face == Face::Space || self.channel.opens_the_console()
    }

    /// Marks the beginning of a visit.
    pub(super) fn begin(&self, headers: &mut HeaderMap) {
        Jar::Visit.set(&self.site, headers, &self.bound_to);
    }

    /// The same visit, now that it is known whose it is.
    pub(crate) fn of_person(mut self, who: Who) -> Self {
        if !self.lang_is_chosen {
            self.lang = who.person.lang;
        }
        self.who = Some(Arc::new(who));
        self
    }

    /// What a form of this visit must bring back.
    pub(crate) fn form_key(&self) -> String {
        url_safe(&self.site.house.keys.tag("form", self.bound_to.as_bytes()))
    }

    /// True when a form brings back the key of this visit.
    pub(super) fn is_form_key(&self, given: &str) -> bool {
        // Tags are compared, not texts: the comparison of tags takes the same time whatever they are.
        let keys = &self.site.house.keys;
        keys.is_tag(
            "form-check",
            given.as_bytes(),
            &keys.tag("form-check", self.form_key().as_bytes()),
        )
    }

    /// The sentence `key`.
    pub(crate) fn t(&self, key: impl AsRef<str>) -> String {
        self.say(key.as_ref(), &vec![])
    }

    /// The sentence `key` with one value.
    pub(crate) fn t1(&self, key: &str, name: &str, value: impl Into<Value>) -> String {
        self.say(key, &vec![(name.to_owned(), value.into())])
    }

    /// The sentence `key` with values.
    pub(crate) fn say(&self, key: &str, args: &Args) -> String {
        self.site.house.words.say(self.lang, key, args)
    }

    /// The name of the channel.
    pub(crate) fn channel_key(&self) -> String {
        format!("door-channel-{}", self.channel.as_str())
    }

    /// The pages of the site's navigation.
    pub(crate) fn rubrics(&self) -> &'static [(&'static str, &'static str)] {
        match self.site.face {
            Face::Space => crate::space::RUBRICS,
            Face::Console => crate::console::RUBRICS,
        }
    }

    /// True when this is the page at `path`.
    pub(crate) fn is_at(&self, path: &str) -> bool {
        &*self.path == path
    }

    /// True for the console.
    pub(crate) fn is_console(&self) -> bool {
        self.site.face == Face::Console
    }

    /// The other language.
    pub(crate) fn other_lang(&self) -> Lang {
        match self.lang {
            Lang::Fr => Lang::En,
            Lang::En => Lang::Fr,
        }
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
