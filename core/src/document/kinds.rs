//! What can be asked for, and how long it takes in the agent's department (DO4): both are settings.

use chrono::NaiveDate;

use super::Error;
use super::list::me;
use super::model::after_working_days;
use crate::kernel::config::{DocumentKind, Particular};
use crate::kernel::words::Both;
use crate::kernel::work::Work;
use crate::people;

/// A kind that an agent can ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The code of the kind.
    pub code: String,
    /// What it is called.
    pub name: Both,
    /// What the form asks for.
    pub asks: Vec<Particular>,
    /// How long it takes in the agent's department, working days.
    pub working_days: i64,
    /// The day it should be there, asked for today.
    pub due_on: NaiveDate,
}

/// What the actor can ask for today, in the order of the configuration.
pub async fn offers(work: &mut Work) -> Result<Vec<Offer>, Error> {
    let department = me(work).await?.department;
    let code = people::department_code(work, department).await?;
    let (today, settings) = (work.today(), work.settings());
    let offer = |kind: &DocumentKind| {
        let working_days = waiting_days(kind, &code)?;
        Some(Offer {
            code: kind.code.clone(),
            name: kind.name.clone(),
            asks: kind.asks.clone(),
            working_days,
            due_on: after_working_days(today, working_days, settings.city.region),
        })
    };
    Ok(settings.document.kinds.iter().filter_map(offer).collect())
}

/// How long a kind takes in a department, working days. `None`: it can't be asked for.
pub fn waiting_days(kind: &DocumentKind, department: &str) -> Option<i64> {
    let usual = kind.working_days?;
    Some(kind.departments.get(department).copied().unwrap_or(usual))
}
