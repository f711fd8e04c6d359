//! Announcing something: the text, a look at whom it would reach, sending it; and what became of those before (BO11).

use askama::Template;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect};
use guichet_core::{
    announcement::{self, AnnouncementId, Audience, Draft, Preview, Report},
    kernel::line::Line,
    kernel::words::Both,
    people::{self, DepartmentId, Profile},
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Failure, Visit, page, wrong};

#[derive(Template)]
#[template(path = "console/announcements.html")]
struct Page<'a> {
    v: &'a Visit,
    form: Form,
    departments: Vec<(DepartmentId, String)>,
    reports: Vec<Report>,
    done: bool,
    refused: Option<&'a Line>,
}

#[derive(Template)]
#[template(path = "console/announcement.html")]
struct Before<'a> {
    v: &'a Visit,
    form: Form,
    preview: Preview,
}

/// As it was filled in. Its id is drawn with the preview: sent twice it is one announcement.
#[derive(Default, Deserialize)]
pub(super) struct Form {
    #[serde(default)]
    department: String,
    #[serde(default)]
    profile: String,
    #[serde(default)]
    fr: String,
    #[serde(default)]
    en: String,
    #[serde(default)]
    id: String,
    #[serde(default)]
    step: String,
}

#[derive(Deserialize)]
pub(super) struct After {
    #[serde(default)]
    done: String,
}

pub(super) async fn show(v: Visit, Query(after): Query<After>) -> Answer {
    render(v, Form::default(), after.done == "sent", None).await
}

async fn render(v: Visit, form: Form, done: bool, refused: Option<&Line>) -> Answer {
    let mut me = v.reading().await?;
    let reports = announcement::reports(&mut me.work).await?;
    let departments = people::departments(&mut me.work).await?;
    page(&Page {
        v: &me.v,
        form,
        departments,
        reports,
        done,
        refused,
    })
}

pub(super) async fn announce(v: Visit, Checked(mut form): Checked<Form>) -> Answer {
    let draft = form.draft()?;
    let asked = match form.step.as_str() {
        "preview" => {
            let mut me = v.clone().reading().await?;
            let id: AnnouncementId = me.work.new_id()?;
            form.id = id.to_string();
            match announcement::preview(&mut me.work, &draft).await {
                Ok(preview) => {
                    return page(&Before {
                        v: &me.v,
                        form,
                        preview,
                    });
                }
                Err(error) => error,
            }
        }
        "send" => {
            let id = form.id.parse().map_err(|_| Failure::Garbled)?;
            let mut me = v.clone().writing().await?;
            match announcement::send(&mut me.work, id, &draft).await {
                Ok(_) => {
                    me.work.save().await?;
                    return Ok(Redirect::to("/announcements?done=sent").into_response());
                }
                Err(error) => error,
            }
        }
        "change" => return render(v, form, false, None).await,
        _ => return Err(Failure::Garbled),
    };
    match Failure::from(asked) {
        Failure::Refused(line) => render(v, form, false, Some(&line)).await.map(wrong),
        failure => Err(failure),
    }
}

impl Form {
    fn draft(&self) -> Result<Draft, Failure> {
        let department = Some(self.department.as_str()).filter(|text| !text.is_empty());
        let profile = Some(self.profile.as_str()).filter(|text| !text.is_empty());
        Ok(Draft {
            audience: Audience {
                department: department
                    .map(str::parse)
                    .transpose()
                    .map_err(|_| Failure::Garbled)?,
                profile: profile
                    .map(str::parse)
                    .transpose()
                    .map_err(|_: String| Failure::Garbled)?,
            },
            text: Both {
                fr: self.fr.clone(),
                en: self.en.clone(),
            },
        })
    }

    fn is_for(&self, department: &DepartmentId) -> bool {
        self.department == department.to_string()
    }
}

impl Page<'_> {
    fn profiles(&self) -> [Profile; 4] {
        Profile::ALL
    }

    fn audience(&self, report: &Report) -> String {
        let whole = || self.v.t("console-announce-everywhere");
        let department = report.department.clone().unwrap_or_else(whole);
        match report.announcement.draft.audience.profile {
            Some(profile) => format!("{department}, {}", self.v.t(profile.key())),
            None => department,
        }
    }

    fn text<'r>(&self, report: &'r Report) -> &'r str {
        report.announcement.draft.text.say(self.v.lang)
    }
}
