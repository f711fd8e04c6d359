//! Forms: one is read only if it brings back the key of the visit it was shown in.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::{StatusCode, header::CONTENT_TYPE},
    response::IntoResponse,
};
use serde::{Deserialize, de::DeserializeOwned};

use super::{Failure, Visit};

/// A form of this visit. A field sent twice is refused: no reading of it would be the right one.
pub(crate) struct Checked<T>(pub(crate) T);

#[derive(Deserialize)]
struct Key {
    key: String,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Checked<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, state).await?;
        let kind = parts
            .headers
            .get(CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Failure::Garbled);
        }
        let request = Request::from_parts(parts, body);
        let body = Bytes::from_request(request, state).await.map_err(|refusal| {
            match refusal.into_response().status() {
                StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
                _ => Failure::Garbled,
            }
        })?;
        if has_nul(&body) {
            return Err(Failure::Garbled);
        }
        match serde_urlencoded::from_bytes::<Key>(&body) {
            Ok(Key { key }) if visit.is_form_key(&key) => {}
            _ => return Err(Failure::Stale),
        }
        serde_urlencoded::from_bytes(&body)
            .map(Self)
            .map_err(|_| Failure::Garbled)
    }
}

/// No person types it, and PostgreSQL has no text with it.
pub(super) fn has_nul(encoded: &[u8]) -> bool {
    encoded.windows(3).any(|three| three == b"%00") || encoded.contains(&0)
}

/// What is wrong with a form: fields, and the sentences that say so.
#[derive(Debug, Default)]
pub(crate) struct Errors(Vec<(&'static str, String)>);

impl Errors {
    /// Nothing is wrong yet.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// A field is wrong.
    pub(crate) fn on(mut self, field: &'static str, sentence: String) -> Self {
        self.0.push((field, sentence));
        self
    }

    /// A field is wrong if it is empty.
    pub(crate) fn unless_filled(self, field: &'static str, value: &str, sentence: String) -> Self {
        if value.trim().is_empty() {
            self.on(field, sentence)
        } else {
            self
        }
    }

    /// True when the form can't be accepted.
    pub(crate) fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// What is wrong with one field.
    pub(crate) fn of(&self, field: &str) -> Vec<&str> {
        self.0
            .iter()
            .filter(|(wrong, _)| *wrong == field)
            .map(|(_, sentence)| sentence.as_str())
            .collect()
    }

    /// All of it, for the summary.
    pub(crate) fn all(&self) -> &[(&'static str, String)] {
        &self.0
    }
}
