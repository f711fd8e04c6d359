//! Cron expressions as people know them (POSIX, five fields), in the city's time, right across both clock changes.
//!
//! The crate `cron` counts Sunday as 1, refuses 0, and wants seconds; it also joins day-of-month and weekday with AND
//! where POSIX says OR. So weekday numbers are rewritten to names, the two together are refused, and the crate runs on
//! local time taken for UTC: what it finds is converted here.

use chrono::{DateTime, Duration, LocalResult, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use std::str::FromStr;

use super::fault::Fault;

const FIVE_FIELDS: &str = "write five fields: minute, hour, day of month, month, weekday (`0 8 * * MON-FRI`)";

/// A parsed expression.
#[derive(Clone, Debug)]
pub struct Cron {
    schedule: cron::Schedule,
    zone: Tz,
}

impl Cron {
    /// Parses the expression that `key` holds.
    pub fn parse(key: &str, expression: &str, zone: Tz) -> Result<Self, Fault> {
        let wrong = |remedy: &str| Fault::config(key, expression, remedy);
        let fields: Vec<&str> = expression.split_whitespace().collect();
        let [minute, hour, day, month, weekday] = fields.as_slice() else {
            return Err(wrong(FIVE_FIELDS));
        };
        if *day != "*" && *weekday != "*" {
            return Err(wrong("give a day of the month or a weekday, not both"));
        }
        let weekday = weekday_names(weekday).ok_or_else(|| wrong("weekdays are 0 to 7 or SUN to SAT"))?;
        let seven = format!("0 {minute} {hour} {day} {month} {weekday} *");
        let schedule = cron::Schedule::from_str(&seven)
            .map_err(|e| wrong(&format!("{e}: {FIVE_FIELDS}").replace('\n', " ")))?;
        Ok(Self { schedule, zone })
    }

    /// The first time strictly after `after`.
    pub fn next(&self, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        // Two hours back: a time in the hour that is repeated, or moved out of the gap, is found again and compared.
        let local = after.with_timezone(&self.zone).naive_local() - Duration::hours(2);
        self.schedule
            .after(&local.and_utc())
            .map(|at| self.instant(at.naive_utc()))
            .find(|at| *at > after)
    }

    /// The last time in (`after`, `until`].
    pub fn latest(&self, after: DateTime<Utc>, until: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let mut last = None;
        let mut at = after;
        while let Some(next) = self.next(at).filter(|next| *next <= until) {
            (last, at) = (Some(next), next);
        }
        last
    }

    fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        match self.zone.from_local_datetime(&local) {
            LocalResult::Single(at) => at.with_timezone(&Utc),
            LocalResult::Ambiguous(first, _) => first.with_timezone(&Utc),
            // In the gap: the first minute that exists after it.
            LocalResult::None => (1..=180)
                .find_map(|minutes| {
                    self.zone
                        .from_local_datetime(&(local + Duration::minutes(minutes)))
                        .earliest()
                })
                .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc)),
        }
    }
}

/// `1-5` as `MON-FRI`; names stay. A step after a slash stays a number.
fn weekday_names(field: &str) -> Option<String> {
    const NAMES: [&str; 8] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
    let mut parts = vec![];
    for part in field.split(',') {
        let (range, step) = part
            .split_once('/')
            .map_or((part, None), |(range, step)| (range, Some(step)));
        let mut days = vec![];
        for end in range.split('-') {
            match end.parse::<usize>() {
                Ok(number) => days.push((*NAMES.get(number)?).to_owned()),
                Err(_) if end == "*" => days.push(end.to_owned()),
                Err(_) => days.push(
                    NAMES
                        .iter()
                        .find(|name| name.eq_ignore_ascii_case(end))?
                        .to_string(),
                ),
            }
        }
        // `SUN-…` and `…-SUN` go over the edge of the crate's week: such a range is spelt out.
        let range = match days.as_slice() {
            [from, to] if step.is_none() => between(&NAMES, from, to)?.join(","),
            [one] => one.clone(),
            _ => return None,
        };
        parts.push(match step {
            Some(step) => format!("{range}/{step}"),
            None => range,
        });
    }
    Some(parts.join(","))
}

fn between<'a>(names: &[&'a str; 8], from: &str, to: &str) -> Option<Vec<&'a str>> {
    let start = names.iter().position(|name| *name == from)?;
    let length = names
        .iter()
        .cycle()
        .skip(start)
        .take(7)
        .position(|name| *name == to)?;
    // The last name is Sunday again.
    Some(
        names
            .iter()
            .take(7)
            .cycle()
            .skip(start)
            .take(length + 1)
            .copied()
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(expression: &str, after: &str) -> String {
        let cron = Cron::parse("x", expression, chrono_tz::Europe::Paris).unwrap();
        let after: DateTime<Utc> = after.parse().unwrap();
        cron.next(after)
            .unwrap()
            .with_timezone(&chrono_tz::Europe::Paris)
            .format("%a %Y-%m-%d %H:%M %z")
            .to_string()
    }

    #[test]
    fn every_weekday_is_the_one_that_people_mean() {
        // 2026-03-08 is a Sunday.
        for (field, day) in [
            ("0", "Sun 2026-03-08"),
            ("7", "Sun 2026-03-08"),
            ("1", "Mon 2026-03-09"),
            ("2", "Tue 2026-03-10"),
            ("3", "Wed 2026-03-11"),
            ("4", "Thu 2026-03-12"),
            ("5", "Fri 2026-03-13"),
            ("6", "Sat 2026-03-14"),
            ("sun", "Sun 2026-03-08"),
            ("MON-FRI", "Mon 2026-03-09"),
            ("1-5", "Mon 2026-03-09"),
            ("5-7", "Sun 2026-03-08"),
            ("6,0", "Sun 2026-03-08"),
        ] {
            let found = next(&format!("0 8 * * {field}"), "2026-03-07T23:00:00Z");
            assert_eq!(found, format!("{day} 08:00 +0100"), "{field}");
        }
        assert_eq!(
            next("0 8 * * 1-5", "2026-03-13T08:00:00Z"),
            "Mon 2026-03-16 08:00 +0100",
            "no weekend"
        );
    }

    #[test]
    fn a_time_is_local_on_both_sides_of_a_clock_change() {
        assert_eq!(
            next("0 8 * * *", "2026-03-28T08:00:00Z"),
            "Sun 2026-03-29 08:00 +0200"
        );
        assert_eq!(
            next("0 8 * * *", "2026-10-24T08:00:00Z"),
            "Sun 2026-10-25 08:00 +0100"
        );
    }

    #[test]
    fn a_time_in_the_spring_gap_is_the_first_instant_after_it() {
        assert_eq!(
            next("30 2 * * *", "2026-03-28T12:00:00Z"),
            "Sun 2026-03-29 03:00 +0200"
        );
        assert_eq!(
            next("30 2 * * *", "2026-03-29T01:00:00Z"),
            "Mon 2026-03-30 02:30 +0200",
            "and comes once"
        );
    }

    #[test]
    fn a_repeated_time_is_its_first_occurrence_and_comes_once() {
        assert_eq!(
            next("30 2 * * *", "2026-10-24T12:00:00Z"),
            "Sun 2026-10-25 02:30 +0200"
        );
        assert_eq!(
            next("30 2 * * *", "2026-10-25T00:30:00Z"),
            "Mon 2026-10-26 02:30 +0100"
        );
    }

    #[test]
    fn of_what_was_missed_the_latest_counts() {
        let cron = Cron::parse("x", "0 8 * * *", chrono_tz::Europe::Paris).unwrap();
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(
            cron.latest(at("2026-03-01T00:00:00Z"), at("2026-03-04T12:00:00Z")),
            Some(at("2026-03-04T07:00:00Z"))
        );
        assert_eq!(
            cron.latest(at("2026-03-04T07:00:00Z"), at("2026-03-04T12:00:00Z")),
            None
        );
    }

    #[test]
    fn a_wrong_expression_names_key_value_and_remedy() {
        for wrong in ["0 8 * *", "0 8 1 * MON", "0 8 * * 8", "99 8 * * *", "", "@daily"] {
            let error = Cron::parse("reminder.x", wrong, chrono_tz::Europe::Paris)
                .unwrap_err()
                .to_string();
            assert!(error.contains("reminder.x") && error.contains(wrong), "{error}");
        }
    }
}
