//! Second factors: which are asked of whom, codes by SMS, and an authenticator app, proven to work before it counts.

mod enrol;
mod model;
mod overview;
mod recovery;
mod sms;
mod store;
pub mod totp;

pub(crate) use enrol::accepts;
pub(crate) use enrol::forget_app;
pub use enrol::{begin_enrolment, confirm_enrolment, is_enrolled, provision};
pub use model::{Case, Factor, Lack, case, dialled, masked, number, plan};
pub use overview::{Overview, overview};
pub use recovery::recovery_left;
pub(crate) use recovery::renew_recovery;
pub use sms::{Texting, exhausted_until};
pub(crate) use sms::{accepts_sms, send, texting};
pub use totp::{Seed, Setup};

use crate::kernel::fault::Fault;
use crate::policy::Denied;

/// What factors can be refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The agent has an app already: it is replaced only after support has reset it.
    #[error("already enrolled")]
    AlreadyEnrolled,
    /// No such agent.
    #[error("no such agent")]
    NoAgent,
    /// The code is not the app's.
    #[error("wrong code")]
    WrongCode,
    /// The house failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}
