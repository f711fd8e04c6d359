//! A link to the mailbox: for a forgotten password (AC9, AC10), or to create an account (AC14). Two circuits, never both at
//! once; the same answer for all, at the same delay.

use askama::Template;
use axum::extract::Query;
use guichet_core::{
    account::Circuit,
    kernel::{queue::Lane, work::Work},
    password::{self, Purpose, StartReset},
    session::Arrival,
};
use serde::Deserialize;

use crate::door::{Answer, Checked, Errors, Failure, Visit, page, wrong};

#[derive(Template)]
#[template(path = "space/forgotten.html")]
struct Page<'a> {
    v: &'a Visit,
    purpose: Purpose,
    errors: Errors,
    /// What was typed, so that it need not be typed again.
    form: Form,
}

#[derive(Template)]
#[template(path = "space/forgotten_done.html")]
struct Done<'a> {
    v: &'a Visit,
    purpose: Purpose,
    circuit: Circuit,
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

pub(super) async fn show(v: Visit, Query(which): Query<Which>) -> Answer {
    blank(&v, Purpose::Reset, which)
}

pub(super) async fn show_create(v: Visit, Query(which): Query<Which>) -> Answer {
    blank(&v, Purpose::Creation, which)
}

pub(super) async fn send(v: Visit, Checked(form): Checked<Form>) -> Answer {
    start(v, Purpose::Reset, form).await
}

pub(super) async fn send_create(v: Visit, Checked(form): Checked<Form>) -> Answer {
    start(v, Purpose::Creation, form).await
}

fn blank(v: &Visit, purpose: Purpose, Which { circuit }: Which) -> Answer {
    page(&Page {
        v,
        purpose,
        errors: Errors::none(),
        form: Form {
            circuit,
            ..Form::default()
        },
    })
}

async fn start(v: Visit, purpose: Purpose, form: Form) -> Answer {
    let arrival = Arrival::now();
    let house = v.site.house.clone();
    let mut errors = Errors::none()
        .unless_filled("name", &form.name, v.t("space-forgotten-name-missing"))
        .unless_filled("email", &form.email, v.t("space-forgotten-email-missing"));
    let circuit = form.circuit.parse::<Circuit>();
    if circuit.is_err() {
        errors = errors.on("circuit", v.t(key(purpose, "which-missing")));
    }
    let circuit = match circuit {
        Ok(circuit) if !errors.any() => circuit,
        _ => {
            return page(&Page {
                v: &v,
                purpose,
                errors,
                form,
            })
            .map(wrong);
        }
    };
    let start = StartReset {
        purpose,
        circuit,
        name: form.name,
        email: form.email,
    };
    let turn = house.door.enter(Lane::Unknown).await.map_err(|_| Failure::Busy)?;
    let mut work = Work::write(&house).await?;
    let started = password::start_reset(&mut work, &start).await;
    if started.is_ok() {
        work.save().await?;
    }
    drop(turn);
    arrival.hold(&house).await;
    match started {
        Err(password::Error::Fault(fault)) => Err(fault.into()),
        // Whatever else it is, the person at the browser is nobody yet and learns nothing.
        Ok(()) | Err(_) => page(&Done {
            v: &v,
            purpose,
            circuit,
        }),
    }
}

/// The words of one of the two pages.
fn key(purpose: Purpose, what: &str) -> String {
    match purpose {
        Purpose::Reset => format!("space-forgotten-{what}"),
        Purpose::Creation => format!("space-create-{what}"),
    }
}

impl Page<'_> {
    fn is_chosen(&self, circuit: &str) -> bool {
        self.form.circuit == circuit
    }

    fn t(&self, what: &str) -> String {
        self.v.t(key(self.purpose, what))
    }

    fn path(&self) -> &'static str {
        match self.purpose {
            Purpose::Reset => "/forgotten",
            Purpose::Creation => "/create",
        }
    }
}

impl Done<'_> {
    fn t(&self, what: &str) -> String {
        self.v.t(key(self.purpose, what))
    }

    fn subject(&self) -> String {
        self.v.t(self.purpose.subject(self.circuit))
    }
}
