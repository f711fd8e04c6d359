//! The day count and the holidays against the tables of known answers, every row of each.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::leave::*;

type Row = BTreeMap<String, String>;

fn rows(table: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn half_days(text: &str) -> HalfDays {
    let (whole, half) = text.split_once('.').unwrap_or((text, "0"));
    let half = match half {
        "0" => 0,
        "5" => 1,
        other => panic!("{other} is not half a day"),
    };
    HalfDays(2 * whole.parse::<i64>().unwrap() + half)
}

fn half_day(row: &Row, at: &str, half: &str) -> HalfDay {
    match row[half].as_str() {
        "AM" => HalfDay::am(date(&row[at])),
        "PM" => HalfDay::pm(date(&row[at])),
        other => panic!("{other} is no half of a day"),
    }
}

fn dates(text: &str) -> Vec<NaiveDate> {
    text.split(';')
        .filter(|part| !part.is_empty())
        .map(date)
        .collect()
}

fn calendar(row: &Row) -> WorkCalendar {
    let bits = &row["pattern_bits"];
    let pattern = match row["cycle_anchor"].as_str() {
        "" => bits.parse().unwrap(),
        anchor => Pattern::cycle(bits, date(anchor)).unwrap(),
    };
    WorkCalendar {
        region: match row["region"].as_str() {
            "metropole" => Region::Metropole,
            "alsace_moselle" => Region::AlsaceMoselle,
            other => panic!("{other} is no region"),
        },
        works_holidays: row["works_holidays"] == "1",
        worked_holidays: dates(&row["solidarity_worked"]).into_iter().collect(),
        bridges: dates(&row["extra_days_off"]).into_iter().collect(),
        ..WorkCalendar::from(pattern)
    }
}

#[test]
fn every_row_of_the_day_count_table_is_met() {
    let rows = rows(include_str!("../../../../tests/corpus/daycount.csv"));
    assert_eq!(rows.len(), 155);
    for row in rows {
        let id = &row["case_id"];
        let calendar = calendar(&row);
        let (from, to) = (
            half_day(&row, "start", "start_half"),
            half_day(&row, "end", "end_half"),
        );
        let period = match (Period::new(from, to), row["error"].as_str()) {
            (Ok(period), "") => period,
            (Err(BadPeriod::EndBeforeStart), "end_before_start") => continue,
            (Err(BadPeriod::NothingBetween), "empty_half_day_range") => continue,
            (found, expected) => panic!("{id}: {found:?}, expected error {expected:?}"),
        };
        let count = count(&calendar, &period);
        assert_eq!(count.cost, half_days(&row["expected_days"]), "{id} days");
        assert_eq!(
            period.calendar_days().to_string(),
            row["calendar_days"],
            "{id} calendar days"
        );
        assert_eq!(
            count.off_season,
            half_days(&row["days_outside_may_oct"]),
            "{id} off season"
        );
        let by_year = row["days_by_year"]
            .split(';')
            .filter(|part| !part.is_empty())
            .map(|part| {
                let (year, days) = part.split_once(':').unwrap();
                (year.parse().unwrap(), half_days(days))
            });
        assert_eq!(count.by_year, by_year.collect(), "{id} by year");
        let skipped: Vec<_> = count.skipped.iter().map(|skipped| skipped.date).collect();
        assert_eq!(skipped, dates(&row["skipped_days"]), "{id} skipped");
        let away = absence(&calendar, &period).map(|absence| absence.days());
        assert_eq!(
            away.map_or(String::new(), |days| days.to_string()),
            row["absence_span_days"],
            "{id} away"
        );
        let too_long = away.map_or("", |days| if days > 31 { "1" } else { "0" });
        assert_eq!(too_long, row["exceeds_31"], "{id} more than 31 days");
    }
}

#[test]
fn every_row_of_the_french_leave_table_is_met() {
    let rows = rows(include_str!("../../../../tests/corpus/leave_days_fr.csv"));
    assert_eq!(rows.len(), 26);
    for row in rows {
        let week = match row["week"].as_str() {
            "Mon-Fri" => "11 11 11 11 11 00 00",
            "Mon,Wed,Fri,Sat" => "11 00 11 00 11 11 00",
            other => panic!("{other} is no week"),
        };
        let calendar = WorkCalendar::from(week.parse::<Pattern>().unwrap());
        let (from, to) = (date(&row["from"]), date(&row["to"]));
        let cost: HalfDays = match row["daylength"].as_str() {
            "full" => {
                count(
                    &calendar,
                    &Period::new(HalfDay::am(from), HalfDay::pm(to)).unwrap(),
                )
                .cost
            }
            // Half a day off on each day of the range.
            "half" => from
                .iter_days()
                .take_while(|day| *day <= to)
                .map(|day| {
                    count(
                        &calendar,
                        &Period::new(HalfDay::am(day), HalfDay::am(day)).unwrap(),
                    )
                    .cost
                })
                .sum(),
            other => panic!("{other} is no length"),
        };
        assert_eq!(cost, half_days(&row["expected_FR"]), "{row:?}");
    }
}

#[test]
fn every_day_of_twenty_eight_years_is_a_holiday_exactly_where_the_table_says() {
    let rows = rows(include_str!("../../../../tests/corpus/holidays_fr.csv"));
    let table: BTreeMap<NaiveDate, &str> = rows
        .iter()
        .map(|row| (date(&row["date"]), row["name"].as_str()))
        .collect();
    let days = date("2008-01-01")
        .iter_days()
        .take_while(|day| *day <= date("2035-12-31"));
    for day in days {
        let found = Holiday::on(day, Region::Metropole);
        match (found, table.get(&day)) {
            (None, None) => {}
            (Some(holiday), Some(names)) => {
                assert!(
                    names.split("; ").any(|name| name == french(holiday)),
                    "{day} {names}"
                );
            }
            (found, listed) => panic!("{day}: {found:?}, listed as {listed:?}"),
        }
    }
}

/// The names used by the table.
fn french(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYear => "Jour de l'an",
        Holiday::EasterMonday => "Lundi de Pâques",
        Holiday::Labour => "Fête du Travail",
        Holiday::Victory => "Fête de la Victoire",
        Holiday::Ascension => "Ascension",
        Holiday::WhitMonday => "Lundi de Pentecôte",
        Holiday::Bastille => "Fête nationale",
        Holiday::Assumption => "Assomption",
        Holiday::AllSaints => "Toussaint",
        Holiday::Armistice => "Armistice",
        Holiday::Christmas => "Noël",
        Holiday::GoodFriday | Holiday::SaintStephen | Holiday::Abolition => "",
    }
}
