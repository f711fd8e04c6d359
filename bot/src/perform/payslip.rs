//! Asks about payslips.

use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::work::Work;
use guichet_core::payslip;

use super::{Outcome, Refused};
use crate::talk::Answer as AnyAnswer;
use crate::talk::payslip::{Answer, Ask};

pub(super) async fn perform(work: &mut Work, ask: Ask) -> Result<Outcome, Fault> {
    let Ask::Find(month) = ask;
    match find(work, month).await {
        Ok(answer) => Ok(Ok(AnyAnswer::Payslip(answer))),
        Err(payslip::Error::Fault(fault)) => Err(fault),
        Err(error) => Ok(Err(Refused::by("payslip.available", error.line()))),
    }
}

async fn find(work: &mut Work, month: Option<payslip::Month>) -> Result<Answer, payslip::Error> {
    let found = payslip::available(work, month).await?;
    let link = match &found.arrived {
        Some(payslip) => Some(payslip::link(work, payslip.month).await?),
        None => None,
    };
    Ok(Answer::Found(found, link))
}
