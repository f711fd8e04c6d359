//! Choosing the language of the pages.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use std::sync::Arc;

use super::{Checked, Jar, Site, language};

#[derive(Deserialize)]
pub(super) struct Choice {
    lang: String,
    back: String,
}

/// Remembers the choice and goes back to the page it was made on.
pub(super) async fn choose(State(site): State<Arc<Site>>, Checked(choice): Checked<Choice>) -> Response {
    let mut response = Redirect::to(local(&choice.back)).into_response();
    if let Some(lang) = language::named(&choice.lang) {
        Jar::Language.set(&site, response.headers_mut(), lang.code());
    }
    response
}

/// A path of this site, or the home page: never another site, however it is spelt.
pub(crate) fn local(path: &str) -> &str {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"/-_.".contains(&b);
    let ours = path.starts_with('/') && !path.starts_with("//") && path.bytes().all(plain);
    if ours { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn going_back_never_leaves_the_site() {
        for path in ["/", "/documents", "/agents/0198f3a2-77aa-7000-8000-000000000001"] {
            assert_eq!(local(path), path);
        }
        for path in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a?b",
            "/a\r\nb",
            "evil",
            "/%2f/x",
        ] {
            assert_eq!(local(path), "/", "{path:?}");
        }
    }
}
