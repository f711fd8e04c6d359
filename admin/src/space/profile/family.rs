//! What happened in the family, with its proof; and the proof alone, of what was declared in chat.

use askama::Template;
use axum::extract::Request;
use chrono::NaiveDate;
use guichet_core::profile::{self, Change, Detail, Error, Event, Family, Kind, Limits, Stage, examine};

use super::sent;
use crate::door::{Answer, Errors, Signed, Visit, WithFile, page, wrong};

#[derive(Template)]
#[template(path = "space/profile_family.html")]
struct Page<'a> {
    v: &'a Visit,
    errors: Errors,
    /// Declared already: only its proof is missing.
    declared: Option<Change>,
    event: String,
    on: String,
    megabytes: i64,
}

pub(super) async fn show(v: Visit) -> Answer {
    render(v.reading().await?, Errors::none(), (String::new(), String::new())).await
}

async fn render(mut me: Signed, errors: Errors, (event, on): (String, String)) -> Answer {
    let sheet = profile::mine(&mut me.work).await?;
    let declared = sheet
        .open(Kind::Family)
        .filter(|open| open.stage == Stage::Declared);
    page(&Page {
        megabytes: me.work.settings().profile.proof_megabytes,
        v: &me.v,
        errors,
        declared: declared.cloned(),
        event,
        on,
    })
}

pub(super) async fn declare(v: Visit, request: Request) -> Answer {
    // A file is read for nobody but a signed-in agent.
    let mut me = v.clone().reading().await?;
    let limits = Limits::of(me.work.settings());
    let sheet = profile::mine(&mut me.work).await?;
    drop(me);
    let mut form = WithFile::read(&v, request, limits.bytes).await?;
    let typed = (form.take("event"), form.take("on"));
    let mut errors = Errors::none();
    if let Err(bad) = examine(&form.file, limits) {
        errors = errors.on("file", v.t(bad.key()));
    }
    let awaits_proof = sheet
        .open(Kind::Family)
        .is_some_and(|open| open.stage == Stage::Declared);
    if awaits_proof {
        if errors.any() {
            return render(v.reading().await?, errors, typed).await.map(wrong);
        }
        let mut me = v.writing().await?;
        let change = profile::prove(&mut me.work, Kind::Family, form.file).await?;
        me.work.save().await?;
        return sent(&change);
    }
    let event: Option<Event> = typed.0.parse().ok();
    let on: Option<NaiveDate> = typed.1.parse().ok();
    if event.is_none() {
        errors = errors.on("event", v.t("space-profile-event-missing"));
    }
    if on.is_none() {
        errors = errors.on("on", v.t("space-profile-on-missing"));
    }
    let Some((event, on)) = event.zip(on).filter(|_| !errors.any()) else {
        return render(v.reading().await?, errors, typed).await.map(wrong);
    };
    let mut me = v.clone().writing().await?;
    match profile::declare(
        &mut me.work,
        Detail::Family(Family { event, on }),
        Some(form.file),
    )
    .await
    {
        Ok(change) => {
            me.work.save().await?;
            sent(&change)
        }
        Err(Error::Future) => {
            drop(me);
            let errors = errors.on("on", v.t("profile-future"));
            render(v.reading().await?, errors, typed).await.map(wrong)
        }
        Err(error) => Err(error.into()),
    }
}

impl Page<'_> {
    fn events(&self) -> [Event; Event::ALL.len()] {
        Event::ALL
    }

    fn is_chosen(&self, event: &Event) -> bool {
        event.as_str() == self.event
    }

    fn said(&self, change: &Change) -> String {
        self.v.t1("profile-plain", "value", change.after.value())
    }
}
