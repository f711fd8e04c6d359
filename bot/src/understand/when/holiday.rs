//! Public holidays and their eves by name.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use guichet_core::leave::easter;

/// The next day of that name, today included.
pub(super) fn next(name: &str, today: NaiveDate) -> Option<NaiveDate> {
    (today.year()..=today.year() + 1)
        .filter_map(|year| of(name, year))
        .find(|day| *day >= today)
}

fn of(name: &str, year: i32) -> Option<NaiveDate> {
    let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    match name {
        "new_year" => on(1, 1),
        "easter_monday" => easter(year)?.checked_add_days(Days::new(1)),
        "may_1" => on(5, 1),
        "may_8" => on(5, 8),
        "ascension" => easter(year)?.checked_add_days(Days::new(39)),
        "whit_monday" => easter(year)?.checked_add_days(Days::new(50)),
        "july_14" => on(7, 14),
        "august_15" => on(8, 15),
        "november_1" => on(11, 1),
        "november_11" => on(11, 11),
        "christmas" => on(12, 25),
        "christmas_eve" => on(12, 24),
        "new_year_eve" => on(12, 31),
        _ => None,
    }
}

/// The working day between a holiday and the weekend.
pub(super) fn bridge(holiday: NaiveDate) -> Option<NaiveDate> {
    match holiday.weekday() {
        Weekday::Thu => holiday.succ_opt(),
        Weekday::Tue => holiday.pred_opt(),
        _ => None,
    }
}
