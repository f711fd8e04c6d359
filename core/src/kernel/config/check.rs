//! What no setting may be, whatever its type allows.

use super::{Fault, Settings};

impl Settings {
    pub(super) fn check(&self) -> Result<(), Fault> {
        for (key, value, least) in self.least() {
            if value < least {
                return Err(Fault::config(
                    key,
                    value.to_string(),
                    format!("write a whole number of at least {least}"),
                ));
            }
        }
        let durations = &self.lock.durations;
        if durations.iter().any(|minutes| *minutes < 1) {
            return Err(Fault::config(
                "lock.durations",
                format!("{durations:?}"),
                "write minutes, each at least 1, such as `[15, 60]`, or `[]` for locks that support alone lifts",
            ));
        }
        let notices = &self.inactivity.notice_days;
        if notices.is_empty()
            || notices
                .iter()
                .any(|days| !(1..self.inactivity.days).contains(days))
        {
            return Err(Fault::config(
                "inactivity.notice_days",
                format!("{notices:?}"),
                "write at least one number of days, each from 1 to less than inactivity.days",
            ));
        }
        let password = &self.password;
        let shortest = password.standard_days.min(password.extended_days);
        if password
            .notice_days
            .iter()
            .any(|days| !(0..shortest).contains(days))
        {
            return Err(Fault::config(
                "password.notice_days",
                format!("{:?}", password.notice_days),
                "write numbers of days, each from 0 to less than password.standard_days and password.extended_days",
            ));
        }
        let notices = &self.leave.unvalidated_notice_days;
        if notices.iter().any(|days| !(1..=30).contains(days)) {
            return Err(Fault::config(
                "leave.unvalidated_notice_days",
                format!("{notices:?}"),
                "write numbers of working days, each from 1 to 30",
            ));
        }
        self.check_documents()?;
        let home = &self.matrix.homeserver;
        if !home.is_empty() && !is_web(home) {
            let remedy = "write an address such as `https://matrix.paris.example`, or nothing for no bot";
            return Err(Fault::config("matrix.homeserver", home, remedy));
        }
        for (key, site) in [
            ("space.public_url", &self.space),
            ("console.public_url", &self.console),
        ] {
            let url = &site.public_url;
            if !is_web(url) || url.ends_with('/') {
                return Err(Fault::config(
                    key,
                    url,
                    "write an address such as `https://guichet.paris.example`, without a final slash",
                ));
            }
        }
        Ok(())
    }

    fn check_documents(&self) -> Result<(), Fault> {
        let mut seen = std::collections::BTreeSet::new();
        for kind in &self.document.kinds {
            let plain = |c: char| c.is_ascii_lowercase() || c == '_';
            if kind.code.is_empty() || !kind.code.chars().all(plain) || !seen.insert(&kind.code) {
                return Err(Fault::config(
                    "document.kinds",
                    &kind.code,
                    "give each kind a code of its own, in lower-case letters and `_`",
                ));
            }
            let days = kind.working_days.iter().chain(kind.departments.values());
            if let Some(days) = days.into_iter().find(|days| !(1..=250).contains(*days)) {
                return Err(Fault::config(
                    format!("document.kinds ({})", kind.code),
                    days.to_string(),
                    "write working days, from 1 to 250",
                ));
            }
        }
        Ok(())
    }

    /// The least that makes sense of each number, where that is not already so by its type.
    fn least(&self) -> Vec<(&'static str, i64, i64)> {
        let of = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let (password, lock, session) = (&self.password, &self.lock, &self.session);
        let (sms, link, caller) = (&self.sms, &self.link, &self.caller);
        vec![
            // What the French data protection authority asks for together with a lock (2022).
            ("password.min_length", of(password.min_length), 8),
            ("password.free_length", of(password.free_length), 8),
            ("password.refuse_last", password.refuse_last, 0),
            (
                "password.argon2_memory_kib",
                password.argon2_memory_kib.into(),
                1024,
            ),
            ("password.argon2_passes", password.argon2_passes.into(), 1),
            ("password.hash_slots", of(password.hash_slots), 1),
            ("password.hash_queue", of(password.hash_queue), 1),
            ("password.known_device_queue", of(password.known_device_queue), 1),
            ("password.temporary_hours", password.temporary_hours, 1),
            ("password.standard_days", password.standard_days, 1),
            ("password.extended_days", password.extended_days, 1),
            ("lock.failures", lock.failures, 1),
            ("lock.wait_seconds", lock.wait_seconds, 1),
            ("lock.lost_after_seconds", lock.lost_after_seconds, 1),
            ("lock.alert_minutes", lock.alert_minutes, 0),
            ("lock.device_days", lock.device_days, 1),
            ("lock.devices", lock.devices, 1),
            ("lock.storm_names", lock.storm_names, 1),
            ("lock.storm_minutes", lock.storm_minutes, 1),
            ("session.second_days", session.second_days, 1),
            ("session.idle_minutes", session.idle_minutes, 1),
            ("session.absolute_hours", session.absolute_hours, 1),
            ("session.mobile_idle_minutes", session.mobile_idle_minutes, 1),
            ("session.mobile_absolute_hours", session.mobile_absolute_hours, 1),
            ("reset.link_minutes", self.reset.link_minutes, 1),
            ("reset.mails_per_hour", self.reset.mails_per_hour, 1),
            ("sms.code_minutes", sms.code_minutes, 1),
            ("sms.tries", sms.tries, 1),
            ("sms.pause_seconds", sms.pause_seconds, 0),
            ("sms.per_day", sms.per_day, 1),
            ("link.code_minutes", link.code_minutes, 1),
            ("link.code_tries", link.code_tries, 1),
            ("link.codes_per_hour", link.codes_per_hour, 1),
            ("link.hold_hours", link.hold_hours, 0),
            ("caller.code_minutes", caller.code_minutes, 1),
            ("caller.code_tries", caller.code_tries, 1),
            ("caller.codes_per_hour", caller.codes_per_hour, 1),
            ("caller.sms_per_day", caller.sms_per_day, 1),
            ("caller.hold_hours", caller.hold_hours, 0),
            ("caller.proof_minutes", caller.proof_minutes, 1),
            ("caller.seen_hours", caller.seen_hours, 1),
            ("caller.sensitive_hold_hours", caller.sensitive_hold_hours, 0),
            ("chat.conversation_minutes", self.chat.conversation_minutes, 1),
            ("chat.stale_minutes", self.chat.stale_minutes, 1),
            ("leave.max_absence_days", self.leave.max_absence_days, 1),
            (
                "leave.escalation_working_days",
                self.leave.escalation_working_days,
                1,
            ),
            ("leave.undo_minutes", self.leave.undo_minutes, 0),
            (
                "leave.minimum_present_percent",
                self.leave.minimum_present_percent,
                0,
            ),
            ("payslip.kept_years", self.payslip.kept_years, 1),
            ("payslip.link_minutes", self.payslip.link_minutes, 1),
            ("profile.changes_per_day", self.profile.changes_per_day, 1),
            ("document.max_megabytes", self.document.max_megabytes, 1),
            ("document.kept_years", self.document.kept_years, 1),
            ("profile.proof_megabytes", self.profile.proof_megabytes, 1),
            ("profile.proof_megapixels", self.profile.proof_megapixels, 1),
            ("profile.proof_days", self.profile.proof_days, 0),
            ("profile.payroll_closing_day", self.profile.payroll_closing_day, 1),
            ("reminder.catch_up_hours", self.reminder.catch_up_hours, 0),
        ]
    }
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
