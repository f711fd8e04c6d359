//! What runs by itself, each at the instants of its schedule.

use super::Error;
use crate::kernel::config::Settings;
use crate::kernel::cron::Cron;
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::{account, leave, password};

/// One of the house's scheduled jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Job {
    /// Supervisors hear what waits for them.
    LeaveWaiting,
    /// Who asked for leave that starts soon is told that nobody has decided on it.
    LeaveUnvalidated,
    /// Owners of passwords that come to their end are told.
    PasswordExpiry,
    /// Owners of accounts that are not used are warned; then these are deactivated.
    DormantAccounts,
}

impl Job {
    pub(super) const ALL: [Self; 4] = [
        Self::LeaveWaiting,
        Self::LeaveUnvalidated,
        Self::PasswordExpiry,
        Self::DormantAccounts,
    ];

    /// The stored form, and the name of the setting below `reminder`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::LeaveWaiting => "leave_waiting",
            Self::LeaveUnvalidated => "leave_unvalidated",
            Self::PasswordExpiry => "password_expiry",
            Self::DormantAccounts => "dormant_accounts",
        }
    }

    /// In whose name it acts.
    pub(super) fn actor(self) -> &'static str {
        match self {
            Self::LeaveWaiting => "reminder.leave_waiting",
            Self::LeaveUnvalidated => "reminder.leave_unvalidated",
            Self::PasswordExpiry => "reminder.password_expiry",
            Self::DormantAccounts => "reminder.dormant_accounts",
        }
    }

    /// When it runs.
    pub(super) fn schedule(self, settings: &Settings) -> Result<Cron, Fault> {
        let expression = match self {
            Self::LeaveWaiting => &settings.reminder.leave_waiting,
            Self::LeaveUnvalidated => &settings.reminder.leave_unvalidated,
            Self::PasswordExpiry => &settings.reminder.password_expiry,
            Self::DormantAccounts => &settings.reminder.dormant_accounts,
        };
        Cron::parse(
            &format!("reminder.{}", self.name()),
            expression,
            settings.city.time_zone,
        )
    }

    /// Does it; says how many people were told something.
    pub(super) async fn run(self, work: &mut Work) -> Result<usize, Error> {
        Ok(match self {
            Self::LeaveWaiting => leave::remind_supervisors(work).await?,
            Self::LeaveUnvalidated => leave::warn_applicants(work).await?,
            Self::PasswordExpiry => password::remind_of_expiry(work).await?,
            Self::DormantAccounts => account::tend_dormant(work).await?,
        })
    }
}
