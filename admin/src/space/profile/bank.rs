//! New bank details (PR3): the IBAN and its form.file, after showing again who one is.

use askama::Template;
use axum::extract::Request;
use guichet_core::{
    kernel::{line::Value, secret::Secret},
    profile::{self, Iban, Limits, Payday, examine},
    session::{self, Again, Error},
};

use super::sent;
use crate::{
    door::{Answer, Errors, Signed, Visit, WithFile, page, wrong},
    space::factors::here,
};

#[derive(Template)]
#[template(path = "space/profile_bank.html")]
struct Page<'a> {
    v: &'a Visit,
    errors: Errors,
    again: Again,
    payday: Payday,
    iban: String,
    megabytes: i64,
}

pub(super) async fn show(v: Visit) -> Answer {
    render(v.reading().await?, Errors::none(), String::new()).await
}

async fn render(mut me: Signed, errors: Errors, iban: String) -> Answer {
    let again = session::asks_again(&mut me.work, &here(&me.v)?).await?;
    let payday = profile::next_payday(&me.work);
    page(&Page {
        megabytes: me.work.settings().profile.proof_megabytes,
        v: &me.v,
        errors,
        again,
        payday,
        iban,
    })
}

pub(super) async fn declare(v: Visit, request: Request) -> Answer {
    // A file is read for nobody but a signed-in agent.
    let me = v.clone().reading().await?;
    let limits = Limits::of(me.work.settings());
    drop(me);
    let mut form = WithFile::read(&v, request, limits.bytes).await?;
    let typed = form.take("iban");
    let (old, app) = (Secret::new(form.take("old")), form.take("app"));
    let iban = Iban::read(&typed);
    let mut errors = Errors::none().unless_filled("old", old.expose(), v.t("entry-password-missing"));
    if iban.is_none() {
        errors = errors.on("iban", v.t("profile-bank-bad"));
    }
    if let Err(bad) = examine(&form.file, limits) {
        errors = errors.on("file", v.t(bad.key()));
    }
    let Some(iban) = iban.filter(|_| !errors.any()) else {
        return render(v.reading().await?, errors, typed).await.map(wrong);
    };
    let here = here(&v)?;
    let errors = match session::prove(&v.site.house, &here, &old, Some(&app)).await {
        Ok(()) => {
            let mut me = v.writing().await?;
            let change = profile::declare_bank(&mut me.work, &here, iban, form.file).await?;
            me.work.save().await?;
            return sent(&change);
        }
        Err(Error::NotRecognised) => errors.on("old", v.t("space-password-old-wrong")),
        Err(Error::WrongCode) => errors.on("app", v.t("session-wrong-code")),
        Err(Error::WrongSms) => errors.on("app", v.t("session-wrong-sms")),
        Err(error) => return Err(error.into()),
    };
    render(v.reading().await?, errors, typed).await.map(wrong)
}

impl Page<'_> {
    fn effect(&self) -> String {
        let args = [
            ("closes_on", Value::Date(self.payday.closes_on)),
            ("month", Value::Month(self.payday.month.first())),
            ("later", Value::Month(self.payday.month.after().first())),
        ];
        let args = args.map(|(name, value)| (name.to_owned(), value)).into();
        self.v.say("profile-bank-effect", &args)
    }
}
