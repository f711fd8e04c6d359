//! Finds everything that a message says about time.

use chrono::NaiveDate;
use guichet_core::leave::HalfDays;

use super::Said;
use super::day::{Read, Reader};
use super::mark::{Kind, Link, Mark, Which};
use crate::understand::facts::Duration;
use crate::understand::piece::Piece;
use crate::understand::token::Gap;

/// Nobody says more about time in one message. What comes after is not read, and the whole is asked.
pub(super) const MOST: usize = 32;

/// All marks, in order.
pub(super) fn scan(pieces: &[Piece], today: NaiveDate) -> Vec<Mark> {
    let reader = Reader { pieces, today };
    let mut marks: Vec<Mark> = Vec::new();
    let mut at = 0;
    while at < pieces.len() && marks.len() < MOST {
        let expected = reader.expects_day(at, marks.last());
        let read = reader
            .quantity(at)
            .or_else(|| reader.another_week(at, marks.last()))
            .or_else(|| {
                let moment = reader.moment(at, expected);
                moment
                    .map(|(moment, end)| (Kind::Moment(moment), end))
                    .or_else(|| reader.stretch(at))
            });
        let Some((kind, end)) = read.filter(|(_, end)| *end > at) else {
            at += 1;
            continue;
        };
        let (role, between) = reader.role(at, kind);
        let link = marks.last().map_or(Link::Apart, |last| reader.link(last.to, at));
        marks.push(Mark {
            kind,
            role,
            link,
            between,
            from: at,
            to: end,
        });
        at = end;
    }
    marks
}

impl Reader<'_> {
    /// A lone number is a day after "le", "du", "au", a dash or comma behind another day.
    fn expects_day(self, at: usize, last: Option<&Mark>) -> bool {
        let Some(piece) = self.at(at) else { return false };
        let joined = last.is_some_and(|last| {
            matches!(last.kind, Kind::Moment(_)) && self.link(last.to, at) != Link::Apart
        });
        let Some(before) = at.checked_sub(1).and_then(|before| self.at(before)) else {
            return joined;
        };
        let article = ["le", "du", "au", "les", "the", "on"].contains(&before.word.as_str())
            || before.is("to") && before.word != "a" && before.word != "to"
            || before.is("returns")
            || ["start_from", "until", "before", "after", "eve", "morrow"]
                .iter()
                .any(|c| before.is(c));
        // "les deux" is no day, "le quinze" is.
        let in_words = piece.number.is_some_and(|number| number > 2) || piece.word == "premier";
        let spelt = piece.spelt && !(in_words && ["le", "du", "au"].contains(&before.word.as_str()));
        (article || joined) && !spelt && !before.is("ask_number")
    }

    /// "3 jours", "une semaine et demie", "dans 3 jours", "15 jours".
    fn quantity(self, at: usize) -> Read<Kind> {
        let piece = self.at(at)?;
        if piece.is("half_day") {
            return Some((Kind::Duration(Duration::Working(HalfDays(1))), at + 1));
        }
        let count = u32::try_from(piece.number?).ok().filter(|count| *count <= 400)?;
        let (halves, after) = match self
            .at(at + 1)
            .filter(|next| next.digits == 1 && piece.digits > 0)
        {
            Some(next) if next.number == Some(5) && matches!(next.gap, Gap::Comma | Gap::Dot) => (1, at + 2),
            _ => (0, at + 1),
        };
        if self.is(after, "half_day") {
            return Some((
                Kind::Duration(Duration::Working(HalfDays(i64::from(count)))),
                after + 1,
            ));
        }
        // "les deux prochaines semaines"
        let shift = self.is(after, "next");
        let unit = self.at(after + usize::from(shift))?;
        let mut end = after + 1 + usize::from(shift);
        let half = if self.is(end, "and_half") {
            end += 1;
            1
        } else {
            halves
        };
        let ahead = at
            .checked_sub(1)
            .is_some_and(|before| self.is(before, "in") && self.at(before).is_some_and(|p| p.word != "for"));
        let kind = match unit.of("unit.")? {
            "week" if ahead => Kind::InWeeks(i64::from(count)),
            "day" if ahead => Kind::Moment(super::mark::Moment {
                day: super::mark::Day::Offset(i64::from(count)),
                part: None,
                shift: 0,
                bridge: false,
            }),
            "week" => Kind::Duration(Duration::Weeks(count)),
            "day" if count == 15 && half == 0 => Kind::Fortnight(Duration::Weeks(2)),
            "day" if count == 8 && half == 0 => Kind::Fortnight(Duration::Weeks(1)),
            "day" => Kind::Duration(Duration::Working(HalfDays(i64::from(count * 2 + half)))),
            "calendar" => Kind::Duration(Duration::Calendar(count)),
            "month" => Kind::Vague,
            _ => return None,
        };
        Some((kind, end))
    }

    /// "semaines 30 et 31", "semaines 30 à 32".
    fn another_week(self, at: usize, last: Option<&Mark>) -> Read<Kind> {
        let last = last.filter(|last| matches!(last.kind, Kind::Numbered(_)))?;
        let piece = self
            .at(at)
            .filter(|piece| piece.digits > 0 && matches!(piece.number, Some(1..=53)))?;
        let joined = self.link(last.to, at) != Link::Apart && !self.unit(at + 1);
        let number = piece
            .number
            .filter(|_| joined && last.to <= at)?
            .try_into()
            .ok()?;
        Some((Kind::Numbered(number), at + 1))
    }

    /// Weeks, months, halves and hours.
    fn stretch(self, at: usize) -> Read<Kind> {
        let piece = self.at(at)?;
        if ["first_part", "middle_part", "last_part"]
            .iter()
            .any(|part| piece.is(part))
        {
            // "début de semaine prochaine" is some of its days.
            let place = self.article(self.article(at + 1));
            let week = ["next_week", "this_week", "week"]
                .iter()
                .any(|week| self.is(place, week));
            return week.then_some((Kind::Vague, place + 1));
        }
        for (concept, kind) in [
            ("next_week", Kind::Week(1)),
            ("this_week", Kind::Week(0)),
            ("nth_week", Kind::Vague),
            ("any_day", Kind::Vague),
            ("next_month", Kind::Month(Said::Shift(1))),
            ("this_month", Kind::Month(Said::Shift(0))),
            ("last_month", Kind::Month(Said::Shift(-1))),
        ] {
            if piece.is(concept) {
                return Some((kind, at + 1));
            }
        }
        if piece.is("week_end") {
            let next =
                self.is(at + 1, "next") || at.checked_sub(1).is_some_and(|before| self.is(before, "next"));
            return Some((
                Kind::WeekEnd(if next { Which::Next } else { Which::Plain }),
                at + 1,
            ));
        }
        if piece.is("week") && !piece.is("eight") || piece.is("eight") && piece.word == "week" {
            let number = self
                .at(at + 1)
                .filter(|next| next.digits > 0 && matches!(next.number, Some(1..=53)));
            return Some((Kind::Numbered(number?.number?.try_into().ok()?), at + 2));
        }
        if let Some(month) = piece.count_of("month.") {
            let (year, end) = self.year(at + 1);
            return (!self.is_verb(at)).then_some((Kind::Month(Said::Named(month, year)), end));
        }
        if let Some(part) = self.part(at) {
            return Some((Kind::Part(part), at + 1));
        }
        if let Some(hour) = hour(&piece.word) {
            return Some((Kind::Hour(hour), at + 1));
        }
        self.plain_year(at)
    }

    /// "10/2026" is a month, "2025" a year.
    fn plain_year(self, at: usize) -> Read<Kind> {
        let piece = self.at(at)?;
        let (year, end) = self.year(at + 1);
        if let (Some(year), Some(month @ 1..=12)) = (year, piece.number)
            && self
                .at(at + 1)
                .is_some_and(|next| matches!(next.gap, Gap::Slash | Gap::Dash | Gap::Dot))
        {
            return Some((Kind::Month(Said::Named(month.try_into().ok()?, Some(year))), end));
        }
        let before = at.checked_sub(1).and_then(|before| self.at(before))?;
        let year = self
            .year(at)
            .0
            .filter(|_| ["en", "de", "in", "for", "pour", "annee", "year"].contains(&before.word.as_str()))?;
        Some((Kind::Year(year), at + 1))
    }

    /// "may" is a month only after a preposition or before a year.
    fn is_verb(self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.at(before));
        self.at(at).is_some_and(|piece| piece.word == "may")
            && !before.is_some_and(|p| {
                ["in", "for", "of", "early", "late", "mid", "my", "s", "the"].contains(&p.word.as_str())
            })
            && self.pieces.len() > 2
    }
}

/// "14h", "14h30".
fn hour(word: &str) -> Option<u32> {
    let (hour, minutes) = word.split_once('h')?;
    let whole = !hour.is_empty() && minutes.bytes().all(|b| b.is_ascii_digit()) && minutes.len() <= 2;
    hour.parse().ok().filter(|hour| whole && *hour < 24)
}
