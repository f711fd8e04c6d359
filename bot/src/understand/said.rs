//! The concepts of a message, as the rules ask for them.

use std::collections::HashSet;

use super::facts::Fact;
use super::person;
use super::piece::Piece;
use super::token::Gap;
use super::when::Times;

/// Courtesy and small words: they do not make a message longer.
const SMALL: &[&str] = &[
    "common", "my", "noise", "greet", "thanks", "bye", "from", "to", "and", "for", "in", "choice", "title",
    "this", "speak",
];

/// The pieces that count when a message is called short.
pub(super) fn weighty(pieces: &[Piece]) -> impl Iterator<Item = (usize, &Piece)> {
    pieces.iter().enumerate().filter(|(_, piece)| {
        let small = |concept: &str| SMALL.contains(&concept) || concept.starts_with("number.");
        let noise = piece.is("noise") || piece.is("greet") || piece.is("thanks") || piece.is("bye");
        let means = piece.senses.iter().any(|sense| !small(sense.concept));
        let unknown = piece.senses.is_empty() && !piece.known || piece.digits > 0;
        !noise && (means || unknown)
    })
}

/// All concepts said, with those that are computed (`@…`).
pub(super) fn said(pieces: &[Piece], times: &Times, question: bool, named: bool) -> HashSet<&'static str> {
    let mut said: HashSet<&'static str> = pieces
        .iter()
        .flat_map(|p| &p.senses)
        .map(|sense| sense.concept)
        .collect();
    let mut note = |concept, holds: bool| {
        if holds {
            said.insert(concept);
        }
    };
    let dated = times
        .periods
        .iter()
        .any(|span| span.start.is_some() || span.end.is_some())
        || times
            .doubts
            .iter()
            .any(|doubt| matches!(doubt.fact, Fact::Start | Fact::Period));
    note("@date", dated);
    note("@range", times.range);
    note("@duration", times.duration.is_some());
    note("@month", times.month.is_some());
    note("@question", question);
    note("@person", named);
    note("@number", request(pieces, &times.used).is_some());
    note("@others", person::others(pieces));
    note("@others_leave", person::others_leave(pieces));
    note("@second", times.periods.len() > 1);
    note(
        "@mine",
        owns(pieces, |piece| {
            [
                "leave",
                "days",
                "type.annual",
                "type.rtt",
                "type.cet",
                "type.recovery",
                "type.carry_over",
            ]
            .iter()
            .any(|concept| piece.is(concept))
        }),
    );
    note("@type", pieces.iter().any(|piece| piece.of("type.").is_some()));
    note("@my_request", owns(pieces, |piece| piece.is("request")));
    note(
        "circuit",
        pieces
            .iter()
            .any(|piece| piece.is("intraparis") || piece.is("moncompteparisien")),
    );
    let mut heavy = weighty(pieces);
    let first = heavy.next();
    let length = usize::from(first.is_some()) + heavy.count();
    note("@small", length == 0 && !pieces.is_empty());
    note("@lone", length == 1);
    note("@brief", (1..=3).contains(&length));
    for (concept, opening) in [
        ("approve", "@first.approve"),
        ("refuse", "@first.refuse"),
        ("yes", "@first.yes"),
        ("no", "@first.no"),
    ] {
        note(opening, first.is_some_and(|(_, piece)| piece.is(concept)));
    }
    said
}

/// "mes congés", "ma dernière demande", "my 4 December leave": a possessive before such a thing.
fn owns(pieces: &[Piece], thing: impl Fn(&Piece) -> bool) -> bool {
    let told = |piece: &&Piece| {
        piece.is("last")
            || piece.is("next")
            || piece.number.is_some()
            || piece.of("month.").is_some()
            || piece.of("weekday.").is_some()
    };
    pieces.iter().enumerate().any(|(at, my)| {
        let rest = pieces.get(at + 1..).unwrap_or_default();
        let between = rest
            .iter()
            .take(3)
            .take_while(|piece| told(piece) && !thing(piece))
            .count();
        my.is("my") && rest.get(between).is_some_and(&thing)
    })
}

/// The number of a request: the first number that is no date, no count and no order.
pub(super) fn request(pieces: &[Piece], used: &[bool]) -> Option<(usize, i64)> {
    pieces.iter().enumerate().find_map(|(at, piece)| {
        let counts = pieces
            .get(at + 1)
            .is_some_and(|next| next.gap < Gap::Comma && (next.of("unit.").is_some() || next.is("half_day")));
        let free = !used.get(at).copied().unwrap_or(false) && !piece.ordinal && piece.digits > 0 && !counts;
        piece
            .number
            .filter(|number| free && *number > 0)
            .map(|number| (at, number))
    })
}
