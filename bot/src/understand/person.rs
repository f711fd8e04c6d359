//! Other people: whose request is decided, and whose matters are nobody else's business.

use super::piece::Piece;
use super::token::Gap;

/// Names have few words: first name, particle, surname.
const LONGEST_NAME: usize = 3;

/// A name, and the pieces it stands in.
pub(super) struct Named {
    pub name: String,
    pub to: usize,
}

/// The person whose request is meant: "la demande de Karim", "valide Sophie Martin", "Karim's request".
pub(super) fn whose(pieces: &[Piece], used: &[bool], text: &str) -> Option<Named> {
    let free = |at: usize| !used.get(at).copied().unwrap_or(false);
    for (at, piece) in pieces.iter().enumerate() {
        let asked = ["request", "leave"].iter().any(|concept| piece.is(concept));
        if asked && possessive(pieces, at) {
            let begin = (0..at - 1)
                .rev()
                .take(LONGEST_NAME)
                .take_while(|&at| is_name(pieces, at) && free(at))
                .last();
            if let Some(begin) = begin {
                return named(pieces, begin, at - 1, text).map(|named| Named { to: at + 1, ..named });
            }
        }
        let decides = piece.is("approve") || piece.is("refuse") || piece.is("except");
        if !(asked || decides) {
            continue;
        }
        let mut begin = at + 1;
        while pieces
            .get(begin)
            .is_some_and(|piece| joins(piece) || piece.is("title"))
        {
            begin += 1;
        }
        let end = (begin..begin + LONGEST_NAME)
            .take_while(|&at| {
                is_name(pieces, at) && free(at) && (at == begin || gap(pieces, at) < Gap::Comma)
            })
            .last();
        if let Some(end) = end.filter(|_| begin > at + 1 || decides && gap(pieces, begin) < Gap::Comma) {
            let owned = possessive(pieces, end + 2)
                && pieces
                    .get(end + 2)
                    .is_some_and(|piece| piece.is("request") || piece.is("leave"));
            let to = if owned { end + 3 } else { end + 1 };
            return named(pieces, begin, end + 1, text).map(|named| Named { to, ..named });
        }
    }
    None
}

/// True if somebody else's personal matters are asked for.
pub(super) fn others(pieces: &[Piece]) -> bool {
    let private = [
        "password",
        "payslip",
        "balance",
        "account",
        "login",
        "earn",
        "private",
        "type.sick",
        "locked",
    ];
    of_others(pieces, &private)
}

/// True if somebody else's leave is spoken of, which those who decide on it may do.
pub(super) fn others_leave(pieces: &[Piece]) -> bool {
    of_others(pieces, &["leave"])
}

fn of_others(pieces: &[Piece], concepts: &[&str]) -> bool {
    let personal = |piece: &Piece| concepts.iter().any(|concept| piece.is(concept));
    pieces.iter().enumerate().any(|(at, piece)| {
        if personal(piece) && piece.is("earn") {
            let near = |at: usize| {
                pieces.get(at).is_some_and(|piece| {
                    piece.is("person_noun") || piece.is("first_name") || piece.name && !piece.known
                })
            };
            return (1..=3).any(|by| near(at + by) || at.checked_sub(by).is_some_and(near));
        }
        if !personal(piece) {
            return false;
        }
        if possessive(pieces, at) && at >= 2 && is_somebody(pieces, at - 2) {
            return true;
        }
        let linked = pieces
            .get(at + 1)
            .is_some_and(|of| ["de", "d", "du", "des", "of"].contains(&of.word.as_str()));
        let mut person = at + 2;
        while pieces
            .get(person)
            .is_some_and(|piece| joins(piece) || piece.is("my") || piece.is("title"))
        {
            person += 1;
        }
        linked && is_somebody(pieces, person)
    })
}

/// "X 's" before this place.
fn possessive(pieces: &[Piece], at: usize) -> bool {
    let Some(mark) = at.checked_sub(1).and_then(|before| pieces.get(before)) else {
        return false;
    };
    mark.word == "s" && mark.gap == Gap::Apostrophe && at >= 2
}

fn is_somebody(pieces: &[Piece], at: usize) -> bool {
    pieces.get(at).is_some_and(|piece| {
        let titled = at
            .checked_sub(1)
            .and_then(|before| pieces.get(before))
            .is_some_and(|before| before.is("title") && before.word != "m");
        piece.is("person_noun") || piece.is("first_name") || is_name(pieces, at) && (piece.name || titled)
    })
}

/// A word that the bot does not know, or writes as a name.
fn is_name(pieces: &[Piece], at: usize) -> bool {
    pieces.get(at).is_some_and(|piece| {
        let meaningless = piece.senses.iter().all(|sense| sense.concept == "common");
        let letters = piece.number.is_none() && piece.word.chars().all(char::is_alphabetic);
        letters && (piece.is("first_name") || meaningless && (!piece.known || piece.name))
    })
}

fn joins(piece: &Piece) -> bool {
    [
        "de", "d", "du", "des", "la", "le", "les", "l", "of", "from", "by", "the", "pour", "for", "a",
        "celle", "that",
    ]
    .contains(&piece.word.as_str())
}

fn gap(pieces: &[Piece], at: usize) -> Gap {
    pieces.get(at).map_or(Gap::Stop, |piece| piece.gap)
}

fn named(pieces: &[Piece], from: usize, to: usize, text: &str) -> Option<Named> {
    let (first, last) = (pieces.get(from)?, pieces.get(to.checked_sub(1)?)?);
    Some(Named {
        name: text.get(first.from..last.to)?.to_owned(),
        to,
    })
}
