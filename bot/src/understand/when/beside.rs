//! Weekdays told by something else: "le vendredi après l'Ascension", "le premier lundi d'avril".

use chrono::{Datelike, Months, NaiveDate};

use super::day::{Read, Reader};
use super::mark::Day;
use super::resolve::{Context, dates, on_or_after, plus};

impl Reader<'_> {
    /// "le vendredi après l'Ascension", "the Monday before Christmas".
    pub fn beside(self, weekday: u32, at: usize) -> Read<Day> {
        let after = self.is(at, "after");
        let before = self.is(at, "before") && self.at(at)?.word != "by";
        if !(after || before) {
            return None;
        }
        let (moment, end) = self.moment(self.article(at + 1), true)?;
        match dates(moment, Context::on(self.today)).as_slice() {
            [day] if after => Some((Day::Fixed(on_or_after(day.succ_opt()?, weekday)), end)),
            [day] => Some((Day::Fixed(on_or_after(plus(*day, -7)?, weekday)), end)),
            _ => None,
        }
    }

    /// "le premier lundi d'avril", "the last Friday of March". Without a month it is no day yet.
    pub fn nth(self, at: usize) -> Read<Day> {
        let piece = self.at(at)?;
        let weekday = self.at(at + 1)?.count_of("weekday.")?;
        let one = ["un", "une", "a", "an", "one"].contains(&piece.word.as_str());
        let count = piece
            .number
            .filter(|count| (1..=5).contains(count) && (piece.ordinal || piece.spelt && !one));
        let (month, end) = match (count, self.month_after(at + 2)) {
            (None, None) => return None,
            (Some(_), None) => return Some((Day::Impossible, at + 2)),
            (None, Some(_)) if !piece.is("last") => return None,
            (_, Some(found)) => found,
        };
        let year = self.today.year() + i32::from(month < self.today.month());
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let day = match count {
            Some(count) => plus(on_or_after(first, weekday), 7 * (count - 1))?,
            None => plus(
                on_or_after(first.checked_add_months(Months::new(1))?, weekday),
                -7,
            )?,
        };
        let inside = day.month() == month;
        Some((if inside { Day::Fixed(day) } else { Day::Impossible }, end))
    }

    /// A month behind "de", "en", "of": its number, and the place after it.
    pub fn month_after(self, at: usize) -> Read<u32> {
        let of = self.word(at, &["de", "d", "du", "en", "of", "in"]);
        let place = if of { at + 1 } else { at };
        if self.is(place, "next_month") && (of || self.at(place)?.word == "du") {
            return Some((self.today.month() % 12 + 1, place + 1));
        }
        let month = self.at(place)?.count_of("month.").filter(|_| of)?;
        Some((month, place + 1))
    }
}
