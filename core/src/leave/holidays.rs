//! The French public holidays, from the calendar rules alone: no table to renew each year.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub use crate::kernel::config::Region;

/// A public holiday.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// Two days before Easter, in Alsace-Moselle only.
    GoodFriday,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    Labour,
    /// 8 May.
    Victory,
    /// 39 days after Easter.
    Ascension,
    /// 50 days after Easter.
    WhitMonday,
    /// 14 July.
    Bastille,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// 25 December.
    Christmas,
    /// 26 December, in Alsace-Moselle only.
    SaintStephen,
    /// The day of the end of slavery, overseas only (Labour Code, L3422-2).
    Abolition,
}

/// When a region overseas remembers the end of slavery: month and day.
const fn abolition(region: Region) -> Option<(u32, u32)> {
    match region {
        Region::Metropole | Region::AlsaceMoselle => None,
        Region::Mayotte => Some((4, 27)),
        Region::Martinique => Some((5, 22)),
        Region::Guadeloupe => Some((5, 27)),
        Region::SaintMartin => Some((5, 28)),
        Region::Guyane => Some((6, 10)),
        Region::SaintBarthelemy => Some((10, 9)),
        Region::Reunion => Some((12, 20)),
    }
}

impl Holiday {
    /// The holiday that falls on this date, if any. Where two fall together (Ascension on 1 May 2008), the one of
    /// the fixed date.
    pub fn on(date: NaiveDate, region: Region) -> Option<Self> {
        let alsace_moselle = region == Region::AlsaceMoselle;
        match (date.month(), date.day()) {
            (1, 1) => return Some(Self::NewYear),
            (5, 1) => return Some(Self::Labour),
            (5, 8) => return Some(Self::Victory),
            (7, 14) => return Some(Self::Bastille),
            (8, 15) => return Some(Self::Assumption),
            (11, 1) => return Some(Self::AllSaints),
            (11, 11) => return Some(Self::Armistice),
            (12, 25) => return Some(Self::Christmas),
            (12, 26) if alsace_moselle => return Some(Self::SaintStephen),
            day if abolition(region) == Some(day) => return Some(Self::Abolition),
            _ => {}
        }
        match (date - easter(date.year())?).num_days() {
            -2 if alsace_moselle => Some(Self::GoodFriday),
            1 => Some(Self::EasterMonday),
            39 => Some(Self::Ascension),
            50 => Some(Self::WhitMonday),
            _ => None,
        }
    }

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NewYear => "leave-holiday-new-year",
            Self::GoodFriday => "leave-holiday-good-friday",
            Self::EasterMonday => "leave-holiday-easter-monday",
            Self::Labour => "leave-holiday-labour",
            Self::Victory => "leave-holiday-victory",
            Self::Ascension => "leave-holiday-ascension",
            Self::WhitMonday => "leave-holiday-whit-monday",
            Self::Bastille => "leave-holiday-bastille",
            Self::Assumption => "leave-holiday-assumption",
            Self::AllSaints => "leave-holiday-all-saints",
            Self::Armistice => "leave-holiday-armistice",
            Self::Christmas => "leave-holiday-christmas",
            Self::SaintStephen => "leave-holiday-saint-stephen",
            Self::Abolition => "leave-holiday-abolition",
        }
    }
}

/// Easter Sunday of a Gregorian year (Meeus, Jones and Butcher); `None` outside the calendar.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_church_put_it() {
        for (year, month, day) in [
            (1900, 4, 15),
            (1961, 4, 2),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2038, 4, 25),
            (2040, 4, 1),
        ] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }

    #[test]
    fn a_year_has_eleven_holidays_and_alsace_moselle_two_more() {
        for year in 2009..=2040 {
            let days = || {
                let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
                first.iter_days().take_while(move |day| day.year() == year)
            };
            let kept = |region| days().filter(|day| Holiday::on(*day, region).is_some()).count();
            assert_eq!(kept(Region::Metropole), 11, "{year}");
            assert_eq!(kept(Region::AlsaceMoselle), 13, "{year}");
            assert_eq!(kept(Region::Reunion), 12, "{year}");
            // Whit Monday was on 10 June in 2019, and is again in 2030: one day for two.
            let guyane = if [2019, 2030].contains(&year) { 11 } else { 12 };
            assert_eq!(kept(Region::Guyane), guyane, "{year}");
        }
    }

    #[test]
    fn ascension_on_the_first_of_may_2008_is_one_holiday() {
        let day = NaiveDate::from_ymd_opt(2008, 5, 1).unwrap();
        assert_eq!(easter(2008).map(|sunday| (day - sunday).num_days()), Some(39));
        assert_eq!(Holiday::on(day, Region::Metropole), Some(Holiday::Labour));
    }
}
