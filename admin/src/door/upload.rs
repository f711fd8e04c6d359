//! Forms with a file. Nobody but a signed-in agent's page reads one, and only once its key has come.

use std::collections::BTreeMap;

use super::{Failure, Visit, form::has_nul};
use axum::extract::{FromRequest, Multipart, Request, multipart::Field};
use guichet_core::profile::Upload;

/// Characters of a plain field.
const LONGEST_FIELD: usize = 2000;

/// What a form with a file brought.
pub(crate) struct WithFile {
    fields: BTreeMap<String, String>,
    /// The file; of one that is too large, a byte more than it may weigh. Empty when none was chosen.
    pub(crate) file: Upload,
}

impl WithFile {
    /// Reads the form of a visit whose person is known. The key comes before everything else, the file is called `file` and
    /// weighs `most` bytes. One that weighs more is heard out, as far as the route allows, so that its sender is told what
    /// is wrong instead of losing the connection.
    pub(crate) async fn read(v: &Visit, request: Request, most: usize) -> Result<Self, Failure> {
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|_| Failure::Garbled)?;
        let mut fields = BTreeMap::new();
        let mut file = None;
        while let Some(part) = parts.next_field().await.map_err(broken)? {
            let name = part.name().ok_or(Failure::Garbled)?.to_owned();
            if !fields.contains_key("key") && name != "key" {
                return Err(Failure::Stale);
            }
            if name == "file" {
                let name = part.file_name().unwrap_or_default().to_owned();
                let bytes = content(part, most).await?;
                if file.replace(Upload { name, bytes }).is_some() {
                    return Err(Failure::Garbled);
                }
                continue;
            }
            let bytes = content(part, LONGEST_FIELD).await?;
            let text = String::from_utf8(bytes).map_err(|_| Failure::Garbled)?;
            if text.len() > LONGEST_FIELD || has_nul(text.as_bytes()) {
                return Err(Failure::Garbled);
            }
            if name == "key" && !v.is_form_key(&text) {
                return Err(Failure::Stale);
            }
            // A field sent twice is refused: no reading of it would be the right one.
            if fields.insert(name, text).is_some() {
                return Err(Failure::Garbled);
            }
        }
        if !fields.contains_key("key") {
            return Err(Failure::Stale);
        }
        let file = file.unwrap_or(Upload {
            name: String::new(),
            bytes: vec![],
        });
        Ok(Self { fields, file })
    }

    /// A field, or nothing.
    pub(crate) fn take(&mut self, name: &str) -> String {
        self.fields.remove(name).unwrap_or_default()
    }
}

/// A part, of which no more than one byte beyond `most` is kept.
async fn content(mut part: Field<'_>, most: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = vec![];
    while let Some(chunk) = part.chunk().await.map_err(broken)? {
        let room = (most + 1).saturating_sub(bytes.len());
        bytes.extend(chunk.iter().take(room));
    }
    Ok(bytes)
}

fn broken(error: axum::extract::multipart::MultipartError) -> Failure {
    match error.status() {
        axum::http::StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
        _ => Failure::Garbled,
    }
}
