//! The page behind a link to the mailbox, to reset a password or to create an account. Opening it changes nothing, so mail
//! scanners and previews do no harm; sending its form uses the link up.

use askama::Template;
use axum::extract::Path;
use guichet_core::{
    kernel::{secret::Secret, work::Work},
    password::Purpose,
    session::{self, Arrival, Error, FinishReset, Link},
};
use serde::Deserialize;

use crate::{
    door::{Answer, Checked, Errors, Failure, Visit, page, scripted, wrong},
    entry::{broken_rules, new_password_errors},
};

#[derive(Template)]
#[template(path = "space/reset.html")]
struct Page<'a> {
    v: &'a Visit,
    errors: Errors,
    link: Link,
}

#[derive(Template)]
#[template(path = "space/reset_end.html")]
struct End<'a> {
    v: &'a Visit,
    /// The account whose password is set, and what for; none: the link is dead.
    done: Option<(String, Purpose)>,
}

#[derive(Deserialize)]
pub(super) struct Form {
    new: Secret,
    repeat: Secret,
    code: Option<String>,
}

pub(super) async fn show(v: Visit, Path(link): Path<String>) -> Answer {
    match look(&v, &link).await? {
        Some(link) => scripted(page(&Page {
            v: &v,
            errors: Errors::none(),
            link,
        })),
        None => page(&End { v: &v, done: None }).map(wrong),
    }
}

pub(super) async fn finish(v: Visit, Path(link): Path<String>, Checked(form): Checked<Form>) -> Answer {
    let Some(known) = look(&v, &link).await? else {
        return page(&End { v: &v, done: None }).map(wrong);
    };
    let errors = new_password_errors(&v, &form.new, &form.repeat);
    if errors.any() {
        return scripted(page(&Page {
            v: &v,
            errors,
            link: known,
        }))
        .map(wrong);
    }
    let arrival = Arrival::now();
    let finish = FinishReset {
        link,
        new: form.new,
        code: form.code,
        channel: v.channel,
        origin: v.origin(),
    };
    let finished = session::finish_reset(&v.site.house, finish).await;
    arrival.hold(&v.site.house).await;
    let errors = match finished {
        Ok(link) => {
            return page(&End {
                v: &v,
                done: Some((v.t(link.circuit.key()), link.purpose)),
            });
        }
        Err(Error::Broken(broken)) => broken_rules(&v, errors, &broken),
        Err(error @ (Error::WrongCode | Error::Standing(..))) => {
            errors.on("code", v.say(error.key().unwrap_or_default(), &error.args()))
        }
        Err(error @ (Error::Fault(_) | Error::Busy)) => return Err(error.into()),
        Err(_) => return page(&End { v: &v, done: None }).map(wrong),
    };
    scripted(page(&Page {
        v: &v,
        errors,
        link: known,
    }))
    .map(wrong)
}

async fn look(v: &Visit, link: &str) -> Result<Option<Link>, Failure> {
    let mut work = Work::read(&v.site.house).await?;
    match session::look_at_link(&mut work, link).await {
        Ok(link) => Ok(Some(link)),
        Err(Error::Fault(fault)) => Err(fault.into()),
        Err(_) => Ok(None),
    }
}

impl Page<'_> {
    fn key(&self, what: &str) -> String {
        key(self.link.purpose, what)
    }

    fn account(&self) -> String {
        self.v.t(self.link.circuit.key())
    }
}

impl End<'_> {
    fn key(&self, purpose: &Purpose, what: &str) -> String {
        key(*purpose, what)
    }
}

fn key(purpose: Purpose, what: &str) -> String {
    match purpose {
        Purpose::Reset => format!("space-reset-{what}"),
        Purpose::Creation => format!("space-created-{what}"),
    }
}
