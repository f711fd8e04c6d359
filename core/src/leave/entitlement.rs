//! What the rules give: how each version of a rule is applied. The numbers are in `rules.toml`.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::decimal::Decimal;
use super::model::HalfDays;
use super::rules::{
    Adoption, Annual, Birth, CarryOver, ChildDeath, Maternity, Paternity, Rtt, Savings, SickChild, SplitLeave,
};

impl Annual {
    /// For so many working days a week and months of service in the year, rounded up to the half-day.
    pub fn days(&self, weekly: Decimal, months: Decimal) -> HalfDays {
        weekly.times(self.weeks).share_rounded_up(months, 12)
    }
}

impl SplitLeave {
    /// For so much annual leave taken outside the season.
    pub fn days(&self, taken: HalfDays) -> i64 {
        let reached = self.steps.iter().filter(|step| step.half_days <= taken);
        reached.map(|step| step.days).max().unwrap_or_default()
    }
}

impl Rtt {
    /// Of a year at full time, for so long a week. `None` beyond the longest week that the rule knows.
    pub fn days(&self, weekly_minutes: i64) -> Option<i64> {
        let reached = self.steps.iter().filter(|step| step.minutes <= weekly_minutes);
        let days = reached.map(|step| step.days).max().unwrap_or_default();
        (weekly_minutes <= self.most_minutes).then_some(days)
    }

    /// How many days of sickness take one RTT day, to the nearest, and how many days such sickness takes. What exceeds the
    /// days of this year is taken from the next. `None` where there is nothing to take from.
    pub fn sickness(days: HalfDays, sick_days: HalfDays, basis: i64) -> Option<(i64, i64)> {
        if days.0 <= 0 {
            return None;
        }
        // basis ÷ (half-days ÷ 2), halves upwards: in favour of the agent.
        let quotient = (4 * basis + days.0) / (2 * days.0);
        Some((quotient, sick_days.0 / 2 / quotient.max(1)))
    }
}

/// What the savings account may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavingsUse {
    /// Taken as leave.
    Leave,
    /// Paid out.
    Payout,
    /// Turned into points of the additional pension (RAFP): tenured civil servants only.
    Rafp,
}

impl Savings {
    /// How much annual leave may be saved: none before enough was taken, and never beyond the cap.
    pub fn deposit(
        min_taken: HalfDays,
        cap: HalfDays,
        taken: HalfDays,
        left: HalfDays,
        saved: HalfDays,
    ) -> HalfDays {
        if taken < min_taken {
            return HalfDays(0);
        }
        left.min(cap - saved).max(HalfDays(0))
    }

    /// What may be done with a balance at the end of the year, and for how much of it there is a choice.
    pub fn options(
        &self,
        balance: HalfDays,
        deliberation: bool,
        tenured: bool,
    ) -> (Vec<SavingsUse>, HalfDays) {
        let over = balance - HalfDays::days(self.leave_only_days);
        if !deliberation || over.0 <= 0 {
            return (vec![SavingsUse::Leave], HalfDays(0));
        }
        let mut options = vec![SavingsUse::Leave, SavingsUse::Payout];
        if tenured {
            options.push(SavingsUse::Rafp);
        }
        (options, over)
    }
}

/// What kept leave from being taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Health leave.
    Sick,
    /// Leave for parental or family duties.
    Family,
}

impl CarryOver {
    /// How much is carried over of a year's leave.
    pub fn carried(&self, cause: Cause, weekly: Decimal, entitled: HalfDays, taken: HalfDays) -> HalfDays {
        let kept = match cause {
            Cause::Sick => entitled.min(weekly.times(self.sick_weeks).half_days_up()),
            Cause::Family => entitled,
        };
        (kept - taken).max(HalfDays(0))
    }

    /// The last day on which it can be taken, when the period starts on this day. What starts on the last day of a year
    /// runs from the first day of the next. `None` at the end of the calendar.
    pub fn last_day(start: NaiveDate, months: u32) -> Option<NaiveDate> {
        let year_end = (start.month(), start.day()) == (12, 31);
        let first = if year_end { start.succ_opt()? } else { start };
        first
            .checked_add_months(Months::new(months))?
            .checked_sub_days(Days::new(1))
    }
}

impl SickChild {
    /// Of a year, for a full-time week of so many days and a part of full time, rounded up to the half-day.
    pub fn days(&self, weekly: Decimal, doubled: bool, quota: Decimal) -> HalfDays {
        let times = if doubled { self.doubled } else { 1 };
        weekly
            .plus(self.more_days)
            .times(times)
            .share_rounded_up(quota, 1)
    }
}

impl Maternity {
    /// For so many children before, and so many expected.
    pub fn weeks(&self, children_before: i64, expected: i64) -> Option<&Birth> {
        let reached = self
            .cases
            .iter()
            .filter(|birth| birth.expected <= expected && birth.children_before <= children_before);
        reached.max_by_key(|birth| (birth.expected, birth.children_before))
    }
}

impl Paternity {
    /// Calendar days.
    pub const fn days(&self, multiple: bool) -> i64 {
        if multiple {
            self.calendar_days_multiple
        } else {
            self.calendar_days
        }
    }
}

impl Adoption {
    /// Weeks, with so many dependent children, the new ones included.
    pub const fn weeks_for(&self, children_after: i64, multiple: bool) -> i64 {
        if multiple {
            self.multiple_weeks
        } else if children_after >= self.family_children {
            self.family_weeks
        } else {
            self.weeks
        }
    }
}

impl ChildDeath {
    /// Working days, and days more within a year.
    pub const fn days(&self, age: i64, was_parent: bool) -> (i64, i64) {
        if age < self.young_below || was_parent {
            (self.young_days, self.young_more_days)
        } else {
            (self.adult_days, 0)
        }
    }
}
