//! A month that is wanted whole.

use chrono::{Months, NaiveDate};

use super::mark::{Kind, Mark};
use crate::understand::piece::Piece;

/// Words between "tout" and the month.
const BETWEEN: &[&str] = &["le", "la", "du", "de", "d", "l", "mois", "the", "of", "month"];

/// "Tout le mois d'août", "août en entier", "the whole of August", and "le mois d'août" that is not only where something
/// else lies. Only a month that is to come, and the only one named.
pub(super) fn whole(marks: &[Mark], pieces: &[Piece], today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let [
        Mark {
            kind: Kind::Month(said),
            from,
            to,
            ..
        },
    ] = marks
    else {
        return None;
    };
    let word = |at: usize, words: &[&str]| {
        pieces
            .get(at)
            .is_some_and(|piece| words.contains(&piece.word.as_str()))
    };
    let entire = [
        "tout",
        "toute",
        "all",
        "whole",
        "entire",
        "entier",
        "complet",
        "integralite",
        "totalite",
    ];
    let behind = word(*to, &entire) || word(*to, &["en"]) && word(*to + 1, &entire);
    let begun = (0..*from).rev().find(|at| !word(*at, BETWEEN));
    let before = begun.is_some_and(|at| word(at, &entire));
    // "le mois d'août", but not "dans le mois d'août", "une semaine du mois d'août".
    let named = (begun.map_or(0, |at| at + 1)..*from).any(|at| word(at, &["mois", "month"]));
    let part = begun.is_some_and(|at| {
        let concepts = [
            "in",
            "for",
            "from",
            "before",
            "after",
            "until",
            "since",
            "first_part",
            "middle_part",
            "last_part",
        ];
        pieces
            .get(at)
            .is_some_and(|piece| concepts.iter().any(|concept| piece.is(concept)))
            || word(at, &["sur", "au", "en", "courant", "cours", "semaine", "week"])
    });
    if !(behind || before || named && !part) {
        return None;
    }
    let month = said.next(today);
    let first = NaiveDate::from_ymd_opt(month.year, month.month, 1)?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    (first >= today).then_some((first, last))
}
