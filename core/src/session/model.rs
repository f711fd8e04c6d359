//! What a session is, and how long it lasts.

use chrono::{DateTime, TimeDelta, Utc};
use std::str::FromStr;

use super::device::DeviceId;
use crate::channel::Channel;
use crate::kernel::actor::Door;
use crate::kernel::config;
use crate::people::AgentId;

id!(
    /// A session.
    SessionId
);

/// Which of the two web sites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Site {
    /// The agents' own.
    Space,
    /// Staff.
    Console,
}

impl Site {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Site::Space => "space",
            Site::Console => "console",
        }
    }

    pub(super) fn door(self) -> Door {
        match self {
            Site::Space => Door::Space,
            Site::Console => Door::Console,
        }
    }
}

impl FromStr for Site {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Site::Space, Site::Console]
            .into_iter()
            .find(|site| site.as_str() == text)
            .ok_or(())
    }
}

/// What a session is good for, in the order in which it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The password of the second circuit.
    Second,
    /// The code sent by SMS.
    Sms,
    /// The code of the authenticator app.
    Factor,
    /// Only to set a personal password, instead of a temporary or expired one.
    NewPassword,
    /// Only to enrol an authenticator app, without which nobody enters the console.
    Enrol,
    /// Everything.
    Complete,
}

impl Step {
    const ALL: [Step; 6] = [
        Step::Second,
        Step::Sms,
        Step::Factor,
        Step::NewPassword,
        Step::Enrol,
        Step::Complete,
    ];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Second => "second",
            Step::Sms => "sms",
            Step::Factor => "factor",
            Step::NewPassword => "new_password",
            Step::Enrol => "enrol",
            Step::Complete => "complete",
        }
    }
}

impl FromStr for Step {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Step::ALL.into_iter().find(|step| step.as_str() == text).ok_or(())
    }
}

/// A session that has not been ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whose.
    pub agent: AgentId,
    /// On which site.
    pub site: Site,
    /// What it is good for.
    pub step: Step,
    /// By which channel it was opened; it is good on no other.
    pub channel: Channel,
    /// When it was opened.
    pub made_at: DateTime<Utc>,
    /// When it was last used, give or take a minute.
    pub seen_at: DateTime<Utc>,
    /// When it ends, used or not.
    pub ends_at: DateTime<Utc>,
    /// When the second circuit's password was given in it; never, where the device was known to have given it lately.
    pub second_at: Option<DateTime<Utc>>,
    /// When the code sent by SMS was given.
    pub sms_at: Option<DateTime<Utc>>,
    /// When the code of an authenticator app was given.
    pub factor_at: Option<DateTime<Utc>>,
    /// When password and factors were last given again.
    pub(super) proved_at: Option<DateTime<Utc>>,
    pub(super) epoch: i64,
    pub(super) device: Option<DeviceId>,
}

/// Signing in takes no longer than this.
const UNFINISHED: TimeDelta = TimeDelta::minutes(10);

impl Session {
    /// Whether it is over by itself: too old, or not used for too long.
    pub(super) fn is_over(&self, now: DateTime<Utc>, numbers: &config::Session) -> bool {
        now >= self.ends_at || now - self.seen_at >= idle(self.channel, numbers)
    }
}

fn idle(channel: Channel, numbers: &config::Session) -> TimeDelta {
    TimeDelta::minutes(match channel {
        Channel::MobilePortal => numbers.mobile_idle_minutes,
        Channel::Internal | Channel::Vpn => numbers.idle_minutes,
    })
}

/// How long a session lasts at most.
pub(super) fn lasts(step: Step, channel: Channel, numbers: &config::Session) -> TimeDelta {
    match (step, channel) {
        (Step::Second | Step::Sms | Step::Factor | Step::NewPassword | Step::Enrol, _) => UNFINISHED,
        (Step::Complete, Channel::MobilePortal) => TimeDelta::hours(numbers.mobile_absolute_hours),
        (Step::Complete, Channel::Internal | Channel::Vpn) => TimeDelta::hours(numbers.absolute_hours),
    }
}
