//! Changing one's own password: the present one is asked, the other sessions end.

use askama::Template;
use axum::extract::Path;
use guichet_core::{
    account::Circuit,
    kernel::secret::Secret,
    session::{self, ChangePassword, Error},
};
use serde::Deserialize;

use crate::{
    door::{Answer, Checked, Errors, Failure, Visit, page, scripted, wrong},
    entry::{broken_rules, new_password_errors},
};

#[derive(Template)]
#[template(path = "space/password.html")]
struct Page<'a> {
    v: &'a Visit,
    circuit: Circuit,
    errors: Errors,
}

#[derive(Deserialize)]
pub(super) struct Form {
    old: Secret,
    new: Secret,
    repeat: Secret,
}

pub(super) async fn show(v: Visit, Path(circuit): Path<String>) -> Answer {
    let circuit = circuit.parse().map_err(|()| Failure::NotFound)?;
    let me = v.reading().await?;
    scripted(page(&Page {
        v: &me.v,
        circuit,
        errors: Errors::none(),
    }))
}

pub(super) async fn change(v: Visit, Path(circuit): Path<String>, Checked(form): Checked<Form>) -> Answer {
    let circuit = circuit.parse().map_err(|()| Failure::NotFound)?;
    let me = v.reading().await?;
    let v = me.v;
    // The unit ends here: a hash is computed below, and no transaction waits for it.
    drop(me.work);
    let errors = new_password_errors(&v, &form.new, &form.repeat).unless_filled(
        "old",
        form.old.expose(),
        v.t("entry-password-missing"),
    );
    if errors.any() {
        return scripted(page(&Page {
            v: &v,
            circuit,
            errors,
        }))
        .map(wrong);
    }
    let change = ChangePassword {
        token: v.token.as_deref().ok_or(Failure::SignIn)?.to_owned(),
        site: session::Site::Space,
        channel: v.channel,
        origin: v.origin(),
        circuit,
        old: form.old,
        new: form.new,
    };
    let errors = match session::change_password(&v.site.house, change).await {
        Ok(opened) => return Ok(v.opened(&opened, "/security")),
        Err(Error::Broken(broken)) => broken_rules(&v, errors, &broken),
        Err(Error::NotRecognised) => errors.on("old", v.t("space-password-old-wrong")),
        Err(error) => return Err(error.into()),
    };
    scripted(page(&Page {
        v: &v,
        circuit,
        errors,
    }))
    .map(wrong)
}

impl Page<'_> {
    fn account(&self) -> String {
        self.v.t(self.circuit.key())
    }
}
