//! Days with a number: "16/3", "March 16th", "16 mars 2026".

use super::day::{Read, Reader};
use super::mark::Day;
use crate::understand::piece::Piece;
use crate::understand::token::Gap;

impl Reader<'_> {
    /// "16/3", "16/03/2026", "16.03.26", "2026-03-16". Day first, in English too.
    pub fn written(self, at: usize) -> Read<Day> {
        let (first, second) = (self.digits(at)?, self.digits(at + 1)?);
        let sign = self.at(at + 1)?.gap;
        let zero = self.at(at + 1)?.word.starts_with('0') && self.at(at + 1)?.digits == 2;
        if !matches!(sign, Gap::Slash | Gap::Dot | Gap::Dash) {
            // "12 04"
            let spaced = sign == Gap::Space && zero && self.digits(at + 2).is_none();
            return if spaced {
                Some((written(first, second, None)?, at + 2))
            } else {
                None
            };
        }
        let third = self
            .digits(at + 2)
            .filter(|_| self.at(at + 2).is_some_and(|piece| piece.gap == sign));
        if self.at(at)?.digits == 4 {
            let day = third
                .and_then(|day| written(day, second, Some(first)))
                .unwrap_or(Day::Impossible);
            return Some((day, at + 3));
        }
        let year = third.filter(|_| matches!(self.at(at + 2).map(|piece| piece.digits), Some(2 | 4)));
        if sign == Gap::Dash && year.is_none() {
            // "16-03" is a date when the zero says so; "16-20" is a period, and not ours.
            return if zero {
                Some((written(first, second, None)?, at + 2))
            } else {
                None
            };
        }
        // "1/2 jour" is half a day, "31/12 CA" is a date.
        let counts = |piece: &Piece| piece.is("unit.day") && piece.of("type.").is_none();
        if self.at(at + 1)?.digits > 2 || self.at(at + 2).is_some_and(counts) {
            return None;
        }
        let year = year.map(|year| if year < 100 { 2000 + year } else { year });
        let end = if year.is_some() { at + 3 } else { at + 2 };
        Some((written(first, second, year).unwrap_or(Day::Impossible), end))
    }

    /// "March 16", "March the 16th, 2026".
    pub fn month_first(self, at: usize) -> Read<Day> {
        let month = self.at(at)?.count_of("month.")?;
        let place = self.article(at + 1);
        let day = self
            .at(place)
            .filter(|piece| piece.digits <= 2 && !self.unit(place + 1))?
            .number?;
        let day = u32::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
        // "mars 3 jours" and "mai 2 matins" are no dates; a French date has its month after the day.
        if self.at(place)?.spelt
            || self
                .at(place + 1)
                .is_some_and(|piece| piece.of("month.").is_some())
        {
            return None;
        }
        let (year, end) = self.year(place + 1);
        Some((
            Day::Numbered {
                day,
                month: Some(month),
                year,
                weekday: None,
            },
            end,
        ))
    }

    /// "16 mars 2026", "the 16th of March", and, where a day is expected, "16".
    pub fn numbered(self, at: usize, expected: bool) -> Read<Day> {
        let piece = self.at(at)?;
        let day = u32::try_from(piece.number?)
            .ok()
            .filter(|day| (1..=31).contains(day))?;
        if piece.digits > 2 && !piece.ordinal {
            return None;
        }
        let place = if self.word(at + 1, &["of", "de", "du", "d"]) {
            at + 2
        } else {
            at + 1
        };
        if let Some(month) = self.at(place).and_then(|piece| piece.count_of("month.")) {
            let (year, end) = self.year(place + 1);
            return Some((
                Day::Numbered {
                    day,
                    month: Some(month),
                    year,
                    weekday: None,
                },
                end,
            ));
        }
        let dash = self
            .at(at + 1)
            .filter(|next| next.gap == Gap::Dash && next.digits > 0 && !self.unit(at + 2));
        let run = dash
            .and_then(|next| next.number)
            .is_some_and(|end| (i64::from(day) + 1..=31).contains(&end));
        let bare = run || expected || piece.ordinal && piece.word != "1ere" || self.leads_to_month(at);
        let counted = self.unit(at + 1)
            || self.is(at + 1, "and_half")
            || piece.spelt && ["un", "une", "a", "an", "one"].contains(&piece.word.as_str());
        (bare && !counted).then_some((
            Day::Numbered {
                day,
                month: None,
                year: None,
                weekday: None,
            },
            at + 1,
        ))
    }

    /// "16 au 20 mars", "16, 17 et 18 mars": the month comes at the end.
    fn leads_to_month(self, at: usize) -> bool {
        let mut at = at;
        for _ in 0..4 {
            let joined = self.is(at + 1, "to") || self.is(at + 1, "and");
            let next = if joined { self.article(at + 2) } else { at + 1 };
            let Some(piece) = self
                .at(next)
                .filter(|piece| piece.number.is_some_and(|n| (1..=31).contains(&n)))
            else {
                return false;
            };
            if !joined && !matches!(piece.gap, Gap::Dash | Gap::Comma | Gap::Space) {
                return false;
            }
            if self
                .at(next + 1)
                .is_some_and(|piece| piece.of("month.").is_some())
            {
                return true;
            }
            at = next;
        }
        false
    }

    /// A year after a date.
    pub fn year(self, at: usize) -> (Option<i32>, usize) {
        match self
            .at(at)
            .filter(|piece| piece.digits == 4)
            .and_then(|piece| piece.number)
        {
            Some(year @ 2000..=2100) => (i32::try_from(year).ok(), at + 1),
            _ => (None, at),
        }
    }

    /// A unit that makes a count of the number before it.
    pub fn unit(self, at: usize) -> bool {
        self.at(at).is_some_and(|piece| {
            piece.of("unit.").is_some()
                || piece.is("half_day")
                || matches!(piece.word.as_str(), "h" | "x" | "%" | "e")
        })
    }

    fn digits(self, at: usize) -> Option<u32> {
        self.at(at)
            .filter(|piece| piece.digits > 0 && !piece.ordinal)?
            .number?
            .try_into()
            .ok()
    }
}

fn written(day: u32, month: u32, year: Option<u32>) -> Option<Day> {
    let valid = (1..=31).contains(&day) && (1..=12).contains(&month);
    let year = year.and_then(|year| i32::try_from(year).ok());
    valid.then_some(Day::Numbered {
        day,
        month: Some(month),
        year,
        weekday: None,
    })
}
