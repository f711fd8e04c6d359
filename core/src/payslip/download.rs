//! The PDF itself, to its agent, in the web space.

use super::available::me;
use super::model::{Payslip, PayslipId};
use super::{Error, WHAT, shelf, store};
use crate::kernel::audit::Entry;
use crate::kernel::handout;
use crate::kernel::work::Work;

/// The PDF that a link names, which is used up by it. Only for the agent it was made for. The caller saves the work
/// before it hands the PDF out: the view is on record first.
pub async fn download(work: &mut Work, token: &str) -> Result<(Payslip, Vec<u8>), Error> {
    let agent = me(work)?;
    let id = handout::use_up(work, WHAT, token, agent)
        .await?
        .ok_or(Error::DeadLink)?;
    open(work, id.into(), "link").await
}

/// The PDF of one of the actor's own payslips.
pub async fn own(work: &mut Work, id: PayslipId) -> Result<(Payslip, Vec<u8>), Error> {
    me(work)?;
    open(work, id, "my documents").await
}

async fn open(work: &mut Work, id: PayslipId, from: &str) -> Result<(Payslip, Vec<u8>), Error> {
    let agent = me(work)?;
    let payslip = store::find(work.tx(), id)
        .await?
        .filter(|payslip| payslip.agent == agent)
        .ok_or(Error::Unknown)?;
    let pdf = shelf(work.house()).read(id)?;
    let month = payslip.month.to_string();
    work.audit(
        Entry::view("payslip.download")
            .about(agent)
            .with("month", month)
            .with("from", from),
    )
    .await?;
    Ok((payslip, pdf))
}
