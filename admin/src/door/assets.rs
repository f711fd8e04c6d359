//! The sheet, the mark and the one script, inside the binary. Their names carry a hash of their content, so a browser may keep them for
//! ever and still gets the new ones after an upgrade.

use axum::{
    Router,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    routing::get,
};

struct Asset {
    path: fn() -> String,
    kind: &'static str,
    bytes: &'static [u8],
}

const SHEET: &[u8] = include_bytes!("../../static/guichet.css");
const MARK: &[u8] = include_bytes!("../../static/mark.svg");
const SCRIPT: &[u8] = include_bytes!("../../static/password.js");

/// The address of the style sheet.
pub(crate) fn sheet() -> String {
    format!("/assets/guichet-{:016x}.css", const { fingerprint(SHEET) })
}

/// The address of the mark.
pub(crate) fn mark() -> String {
    format!("/assets/mark-{:016x}.svg", const { fingerprint(MARK) })
}

/// The address of the script that looks at a new password while it is typed.
pub(crate) fn script() -> String {
    format!("/assets/password-{:016x}.js", const { fingerprint(SCRIPT) })
}

/// FNV-1a: it tells versions apart and guards nothing.
const fn fingerprint(mut bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    while let [byte, rest @ ..] = bytes {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0100_0000_01b3);
        bytes = rest;
    }
    hash
}

pub(super) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let assets = [
        Asset {
            path: sheet,
            kind: "text/css; charset=utf-8",
            bytes: SHEET,
        },
        Asset {
            path: mark,
            kind: "image/svg+xml",
            bytes: MARK,
        },
        Asset {
            path: script,
            kind: "text/javascript; charset=utf-8",
            bytes: SCRIPT,
        },
    ];
    assets.into_iter().fold(Router::new(), |router, asset| {
        let forever = "public, max-age=31536000, immutable";
        let serve = move || async move {
            (
                [(CONTENT_TYPE, asset.kind), (CACHE_CONTROL, forever)],
                asset.bytes,
            )
        };
        router.route(&(asset.path)(), get(serve))
    })
}
