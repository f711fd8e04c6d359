//! A new address.

use askama::Template;
use guichet_core::profile::{self, Address, BadAddress, Detail, Error};
use serde::Deserialize;

use super::sent;
use crate::door::{Answer, Checked, Errors, Visit, page, wrong};

#[derive(Template)]
#[template(path = "space/profile_address.html")]
struct Page<'a> {
    v: &'a Visit,
    errors: Errors,
    form: Form,
}

#[derive(Default, Deserialize)]
pub(super) struct Form {
    street: String,
    postcode: String,
    town: String,
}

pub(super) async fn show(v: Visit) -> Answer {
    let me = v.reading().await?;
    page(&Page {
        v: &me.v,
        errors: Errors::none(),
        form: Form::default(),
    })
}

pub(super) async fn declare(v: Visit, Checked(form): Checked<Form>) -> Answer {
    let address = match Address::new(&form.street, &form.postcode, &form.town) {
        Ok(address) => address,
        Err(bad) => {
            let me = v.reading().await?;
            let field = match bad {
                BadAddress::Street => "street",
                BadAddress::Postcode => "postcode",
                BadAddress::Town => "town",
            };
            let errors = Errors::none().on(field, me.v.t(bad.key()));
            return page(&Page {
                v: &me.v,
                errors,
                form,
            })
            .map(wrong);
        }
    };
    let mut me = v.writing().await?;
    match profile::declare(&mut me.work, Detail::Address(address), None).await {
        Ok(change) => {
            me.work.save().await?;
            sent(&change)
        }
        Err(Error::Same(kind)) => {
            let said = me.v.t1("profile-same", "kind", me.v.t(kind.key()));
            let errors = Errors::none().on("street", said);
            page(&Page {
                v: &me.v,
                errors,
                form,
            })
            .map(wrong)
        }
        Err(error) => Err(error.into()),
    }
}
