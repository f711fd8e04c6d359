//! Reads one day out of the pieces of a message.

use chrono::NaiveDate;

use super::holiday;
use super::mark::{Day, Moment, Part, Which};
use crate::understand::piece::Piece;

/// The pieces, read from any place.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub pieces: &'a [Piece],
    pub today: NaiveDate,
}

/// Something read, and the place after it.
pub(super) type Read<T> = Option<(T, usize)>;

impl<'a> Reader<'a> {
    pub fn at(self, at: usize) -> Option<&'a Piece> {
        self.pieces.get(at)
    }

    pub fn is(self, at: usize, concept: &str) -> bool {
        self.at(at).is_some_and(|piece| piece.is(concept))
    }

    pub fn word(self, at: usize, words: &[&str]) -> bool {
        self.at(at)
            .is_some_and(|piece| piece.words == 1 && words.contains(&piece.word.as_str()))
    }

    /// Over articles and the like, which stand between the parts of a date.
    pub fn article(self, at: usize) -> usize {
        if self.word(
            at,
            &[
                "le", "la", "les", "l", "du", "de", "d", "des", "the", "on", "of", "ce",
            ],
        ) && self
            .at(at)
            .is_some_and(|piece| !piece.is("this") || piece.word == "ce")
        {
            at + 1
        } else {
            at
        }
    }

    /// A day with its half: "jeudi 30 avril l'après-midi", "matin du 12", "Tuesday morning".
    /// A lone number is a day only where one is expected.
    pub fn moment(self, at: usize, expected: bool) -> Read<Moment> {
        if let Some(part) = self.at(at).and_then(|piece| piece.of("today.")) {
            let part = if part == "am" {
                Part::Morning
            } else {
                Part::Afternoon
            };
            return Some((
                Moment {
                    day: Day::Offset(0),
                    part: Some(part),
                    shift: 0,
                    bridge: false,
                },
                at + 1,
            ));
        }
        if let Some(read) = self.following(at) {
            return Some(read);
        }
        let (shift, bridge, start) = self.shifted(at);
        let expected = expected || start > at;
        let (day, mut end) = self.day(start, expected)?;
        // "the 14 July bridge"
        let behind = self.word(end, &["bridge"]);
        let bridge = bridge || behind;
        end += usize::from(behind);
        let mut part = None;
        for _ in 0..2 {
            let half = self.article(end);
            let half = if self.word(half, &["au", "in", "dans", "a", "en"]) {
                half + 1
            } else {
                half
            };
            let Some(found) = self.part(half) else { break };
            // Morning and afternoon are the whole day.
            part = if part.is_some_and(|known| known != found) {
                Some(Part::Whole)
            } else {
                Some(found)
            };
            end = half + 1;
        }
        Some((
            Moment {
                day,
                part,
                shift,
                bridge,
            },
            end,
        ))
    }

    /// "le lendemain", without "de".
    fn following(self, at: usize) -> Read<Moment> {
        let piece = self.at(at)?;
        let days = if piece.is("overmorrow") {
            2
        } else {
            i64::from(piece.is("morrow"))
        };
        if days == 0 {
            return None;
        }
        let (day, part) = (Day::Following(days), self.part(at + 1));
        let end = at + 1 + usize::from(part.is_some());
        let of = self.moment(self.article(at + 1), true).is_some() && !self.is(at + 1, "and");
        (!of).then_some((
            Moment {
                day,
                part,
                shift: 0,
                bridge: false,
            },
            end,
        ))
    }

    /// "la veille de", "le pont du".
    fn shifted(self, at: usize) -> (i64, bool, usize) {
        let Some(piece) = self.at(at) else {
            return (0, false, at);
        };
        let shift = i64::from(piece.is("morrow")) - i64::from(piece.is("eve"));
        if shift == 0 && !piece.is("bridge") {
            return (0, false, at);
        }
        // "the bridge after Ascension"
        let after = usize::from(piece.is("bridge") && self.is(at + 1, "after"));
        (
            shift,
            piece.is("bridge"),
            self.article(self.article(at + 1 + after)),
        )
    }

    /// Morning, afternoon … at this place.
    pub fn part(self, at: usize) -> Option<Part> {
        match self.at(at)?.of("half.")? {
            "am" => Some(Part::Morning),
            "pm" => Some(Part::Afternoon),
            "noon" => Some(Part::Noon),
            "evening" => Some(Part::Evening),
            _ => Some(Part::Whole),
        }
    }

    fn day(self, at: usize, expected: bool) -> Read<Day> {
        let piece = self.at(at)?;
        if let Some(name) = piece.of("holiday.") {
            return Some((Day::Fixed(holiday::next(name, self.today)?), at + 1));
        }
        if let Some(offset) = piece.of("relative.").and_then(|days| days.parse::<i64>().ok()) {
            return Some(match self.weeks_later(at + 1) {
                Some((weeks, end)) => (Day::Offset(offset + 7 * weeks), end),
                None => (Day::Offset(offset), at + 1),
            });
        }
        if let Some(read) = self.nth(at) {
            return Some(read);
        }
        if let Some(weekday) = piece.count_of("weekday.") {
            return Some(self.weekday(weekday, at, Which::Plain));
        }
        for (word, which) in [
            ("this", Which::This),
            ("next", Which::Next),
            ("last", Which::Last),
        ] {
            if piece.is(word)
                && let Some(weekday) = self.at(at + 1).and_then(|piece| piece.count_of("weekday."))
            {
                return Some(self.weekday(weekday, at + 1, which));
            }
        }
        self.written(at)
            .or_else(|| self.month_first(at))
            .or_else(|| self.numbered(at, expected))
    }

    /// What may follow the name of a weekday: a number, "prochain", "en huit", "de la semaine prochaine".
    fn weekday(self, weekday: u32, at: usize, which: Which) -> (Day, usize) {
        let next = self.article(at + 1);
        let number = self
            .written(next)
            .or_else(|| self.month_first(next))
            .or_else(|| self.numbered(next, true));
        if let Some((Day::Numbered { day, month, year, .. }, end)) = number {
            return (
                Day::Numbered {
                    day,
                    month,
                    year,
                    weekday: Some(weekday),
                },
                end,
            );
        }
        if self.month_after(at + 1).is_some() {
            // "un lundi d'avril": one of them.
            return (Day::Impossible, at + 1);
        }
        if let Some(read) = self.beside(weekday, at + 1) {
            return read;
        }
        let (which, end) = self.which(at + 1).unwrap_or((which, at + 1));
        (Day::Weekday { weekday, which }, end)
    }

    /// "prochain", "dernier", "en huit", "de la semaine prochaine".
    fn which(self, at: usize) -> Read<Which> {
        if let Some((weeks, end)) = self.weeks_later(at) {
            return Some((Which::Later(weeks), end));
        }
        for (concept, which) in [("next", Which::Next), ("last", Which::Last)] {
            if self.is(at, concept) {
                return Some((which, at + 1));
            }
        }
        let next = self.article(at);
        [next, self.article(next)].into_iter().find_map(|place| {
            let weeks = [("next_week", 1), ("this_week", 0), ("last_week", -1)];
            let (_, week) = weeks.into_iter().find(|(concept, _)| self.is(place, concept))?;
            Some((Which::OfWeek(week), place + 1))
        })
    }

    /// "en huit", "en quinze", and "Monday week".
    fn weeks_later(self, at: usize) -> Read<i64> {
        let piece = self.at(at)?;
        let weeks = if piece.is("eight") && !self.is(at + 1, "next") {
            1
        } else if piece.is("fifteen") {
            2
        } else {
            return None;
        };
        Some((weeks, at + 1))
    }
}
