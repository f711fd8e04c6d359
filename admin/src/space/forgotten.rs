//! A forgotten password (AC9, AC10): two circuits, never both at once; the same answer for all, at the same delay.

use askama::Template;
use axum::extract::Query;
use guichet_core::{
    account::Circuit,
    kernel::work::Work,
    password::{self, StartReset},
    session::Arrival,
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Errors, Visit, page, wrong};

#[derive(Template)]
#[template(path = "space/forgotten.html")]
struct Page<'a> {
    v: &'a Visit,
    errors: Errors,
    /// What was typed, so that it need not be typed again.
    form: Form,
}

#[derive(Template)]
#[template(path = "space/forgotten_done.html")]
struct Done<'a> {
    v: &'a Visit,
}

#[derive(Deserialize, Default)]
pub(super) struct Form {
    #[serde(default)]
    circuit: String,
    name: String,
    email: String,
}

/// Which of the two, where the page that led here knows.
#[derive(Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    circuit: String,
}

pub(super) async fn show(v: Visit, Query(Which { circuit }): Query<Which>) -> Answer {
    page(&Page {
        v: &v,
        errors: Errors::none(),
        form: Form {
            circuit,
            ..Form::default()
        },
    })
}

pub(super) async fn send(v: Visit, Checked(form): Checked<Form>) -> Answer {
    let arrival = Arrival::now();
    let house = v.site.house.clone();
    let errors = Errors::none()
        .unless_filled("name", &form.name, v.t("space-forgotten-name-missing"))
        .unless_filled("email", &form.email, v.t("space-forgotten-email-missing"));
    let circuit = match form.circuit.parse::<Circuit>() {
        Ok(circuit) if !errors.any() => circuit,
        Ok(_) => return page(&Page { v: &v, errors, form }).map(wrong),
        Err(_) => {
            let errors = errors.on("circuit", v.t("space-forgotten-which-missing"));
            return page(&Page { v: &v, errors, form }).map(wrong);
        }
    };
    let start = StartReset {
        circuit,
        name: form.name,
        email: form.email,
    };
    let mut work = Work::write(&house).await?;
    let started = password::start_reset(&mut work, &start).await;
    if started.is_ok() {
        work.save().await?;
    }
    arrival.hold(&house).await;
    match started {
        Err(password::Error::Fault(fault)) => Err(fault.into()),
        // Whatever else it is, the person at the browser is nobody yet and learns nothing.
        Ok(()) | Err(_) => page(&Done { v: &v }),
    }
}

impl Page<'_> {
    fn is_chosen(&self, circuit: &str) -> bool {
        self.form.circuit == circuit
    }
}
