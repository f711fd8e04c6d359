//! "Is my October payslip there?" (DO1)

use chrono::NaiveDate;

use super::model::{Month, Payslip};
use super::{Error, store};
use crate::kernel::work::Work;
use crate::people::AgentId;
use crate::policy::{Action, allow};

/// Where a month's payslip stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    /// The month asked for.
    pub month: Month,
    /// The payslip, if it has arrived.
    pub arrived: Option<Payslip>,
    /// The day of payment in the payroll calendar, if it is known.
    pub expected_on: Option<NaiveDate>,
}

/// Where the actor's own payslip of `month` stands; without a month, the newest one that could be there.
pub async fn available(work: &mut Work, month: Option<Month>) -> Result<Availability, Error> {
    let agent = me(work)?;
    let month = match month {
        Some(month) => month,
        None => match store::of(work.tx(), agent).await?.first() {
            Some(newest) => newest.month,
            None => Month::of(work.today()).before(),
        },
    };
    let arrived = store::of_month(work.tx(), agent, month).await?;
    let expected_on = store::paid_on(work.tx(), month).await?;
    Ok(Availability {
        month,
        arrived,
        expected_on,
    })
}

/// The actor's own payslips, newest first.
pub async fn mine(work: &mut Work) -> Result<Vec<Payslip>, Error> {
    let agent = me(work)?;
    Ok(store::of(work.tx(), agent).await?)
}

/// Writes a day of the payroll calendar.
pub async fn expect(work: &mut Work, month: Month, paid_on: NaiveDate) -> Result<(), Error> {
    allow(work.actor(), Action::SetPayrollDay)?;
    Ok(store::set_paid_on(work.tx(), month, paid_on).await?)
}

/// The actor, who must be an agent asking for their own.
pub(super) fn me(work: &Work) -> Result<AgentId, Error> {
    let agent = work.actor().agent().ok_or(Error::Unknown)?;
    allow(work.actor(), Action::SeePayslip { agent })?;
    Ok(agent)
}
