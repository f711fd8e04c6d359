//! Signing out: the session ends here and the browser forgets the site's pages.

use axum::{
    http::HeaderValue,
    response::{IntoResponse, Redirect},
};
use guichet_core::{kernel::work::Work, session};

use crate::door::{Answer, Checked, Visit};

#[derive(serde::Deserialize)]
pub(super) struct Form {}

pub(super) async fn sign_out(v: Visit, Checked(Form {}): Checked<Form>) -> Answer {
    let mut response = Redirect::to("/sign-in").into_response();
    v.forget(response.headers_mut());
    response.headers_mut().insert(
        "clear-site-data",
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    if let Some(token) = &v.token {
        let mut work = Work::write(&v.site.house).await?;
        session::sign_out(&mut work, token).await?;
        work.save().await?;
    }
    Ok(response)
}
