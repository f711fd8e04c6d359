//! Forms with a file: read only if they bring back the key of the visit, before the file, so that nobody's file is read for
//! nobody. What the file is called is never looked at.

use axum::{
    extract::{FromRequest, FromRequestParts, Multipart, Request, multipart::MultipartError},
    http::StatusCode,
};
use serde::de::DeserializeOwned;

use super::{Failure, Visit};

/// Longest text beside the file, bytes.
const LONGEST_TEXT: usize = 8 * 1024;

/// A form of this visit: its fields, and the content of its file; empty when none was chosen. A field or a file sent twice
/// is refused.
pub(crate) struct Uploaded<T> {
    pub(crate) fields: T,
    pub(crate) file: Vec<u8>,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Uploaded<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, state).await?;
        let request = Request::from_parts(parts, body);
        let mut form = Multipart::from_request(request, state)
            .await
            .map_err(|_| Failure::Garbled)?;
        let (mut texts, mut file, mut is_ours) = (vec![], None, false);
        while let Some(field) = form.next_field().await.map_err(unread)? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "file" {
                if !is_ours {
                    return Err(Failure::Stale);
                }
                let content = field.bytes().await.map_err(unread)?.to_vec();
                if file.replace(content).is_some() {
                    return Err(Failure::Garbled);
                }
                continue;
            }
            let text = field.text().await.map_err(unread)?;
            if text.len() > LONGEST_TEXT || text.contains('\0') {
                return Err(Failure::Garbled);
            }
            if name == "key" {
                is_ours = visit.is_form_key(&text);
                if !is_ours {
                    return Err(Failure::Stale);
                }
            }
            texts.push((name, text));
        }
        if !is_ours {
            return Err(Failure::Stale);
        }
        // Read as any other form is: an unknown field is passed over, one sent twice is refused.
        let encoded = serde_urlencoded::to_string(&texts).map_err(|_| Failure::Garbled)?;
        Ok(Self {
            fields: serde_urlencoded::from_str(&encoded).map_err(|_| Failure::Garbled)?,
            file: file.unwrap_or_default(),
        })
    }
}

fn unread(error: MultipartError) -> Failure {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
        _ => Failure::Garbled,
    }
}
