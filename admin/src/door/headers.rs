//! What every answer says to the browser about itself, whatever page it is.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use super::Answer;

/// Pages hold no script, no frame, no font, nothing of another site; forms go nowhere else.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";
/// The same for the pages where a password is chosen, which may run the one script of the house.
const SCRIPTED: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; \
                        base-uri 'none'; frame-ancestors 'none'";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // An address may hold a reset token.
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    ),
];

/// An answer that may run the script of the house.
pub(crate) fn scripted(answer: Answer) -> Answer {
    answer.map(|mut page| {
        let policy = HeaderValue::from_static(SCRIPTED);
        page.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        page
    })
}

/// Sets them. Only what sets its own `Cache-Control` (the assets) may be stored by anybody.
pub(super) fn set(headers: &mut HeaderMap, https: bool) {
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if https {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
}
