//! The cookies of a site: their names, how they are read, and how they are set.
//!
//! Over https every name begins with `__Host-`: the browser then takes the cookie from this very host only. On plain
//! http (a demo on one's own machine) browsers refuse that prefix. Cookies know no ports, so a name tells the site, and a
//! session's also the channel: the three listeners of a demo share a host, and no session travels from one to another.

use axum::http::{HeaderMap, HeaderValue, header};
use guichet_core::channel::Channel;

use super::Site;

/// What a cookie is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Jar {
    /// The token of the session, or of the sign-in under way.
    Session(Channel),
    /// Before a session: what forms are bound to.
    Visit,
    /// A device that an account knows.
    Device,
    /// The language chosen here.
    Language,
}

impl Jar {
    fn name(self, site: &Site) -> String {
        let prefix = if site.is_https() { "__Host-" } else { "" };
        let of = site.face.name();
        match self {
            Self::Session(channel) => format!("{prefix}{of}-session-{}", channel.as_str()),
            Self::Visit => format!("{prefix}{of}-visit"),
            Self::Device => format!("{prefix}{of}-device"),
            Self::Language => format!("{prefix}{of}-language"),
        }
    }

    /// How long the browser keeps it, in seconds; `None`: until it is closed.
    fn lifetime(self) -> Option<u32> {
        const DAY: u32 = 86_400;
        match self {
            Self::Session(_) | Self::Visit => None,
            Self::Device => Some(180 * DAY),
            Self::Language => Some(365 * DAY),
        }
    }

    /// Its value in a request; one sent twice is nobody's.
    pub(crate) fn read(self, site: &Site, headers: &HeaderMap) -> Option<String> {
        let name = self.name(site);
        let mut found = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(key, _)| *key == name)
            .map(|(_, value)| value);
        match (found.next(), found.next()) {
            (Some(value), None) if is_plain(value) => Some(value.to_owned()),
            _ => None,
        }
    }

    /// Sets it on an answer. Values are our own tokens and codes: never text of a person.
    pub(crate) fn set(self, site: &Site, headers: &mut HeaderMap, value: &str) {
        self.write(site, headers, value, self.lifetime());
    }

    /// Takes it away from the browser.
    pub(crate) fn clear(self, site: &Site, headers: &mut HeaderMap) {
        self.write(site, headers, "", Some(0));
    }

    fn write(self, site: &Site, headers: &mut HeaderMap, value: &str, lifetime: Option<u32>) {
        let secure = if site.is_https() { "; Secure" } else { "" };
        let age = lifetime
            .map(|seconds| format!("; Max-Age={seconds}"))
            .unwrap_or_default();
        let name = self.name(site);
        let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}{age}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
}

fn is_plain(value: &str) -> bool {
    !value.is_empty()
        && value.len() <= 512
        && value
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}
