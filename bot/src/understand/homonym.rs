//! Words that mean two things: which of them is told by their neighbours.

use super::piece::Piece;

/// What stands around one piece.
struct Around<'a> {
    before: &'a str,
    /// A day, a number or the article of one stands beside.
    dated_before: bool,
    dated_after: bool,
    last: bool,
}

/// Takes from each piece the senses that it cannot have where it stands.
pub(super) fn told_apart(mut pieces: Vec<Piece>, text: &str) -> Vec<Piece> {
    let known = pieces.clone();
    for (at, piece) in pieces
        .iter_mut()
        .enumerate()
        .filter(|(_, piece)| piece.words == 1)
    {
        let before = at.checked_sub(1).and_then(|before| known.get(before));
        let after = known.get(at + 1);
        let around = Around {
            before: before.map_or("", |piece| piece.word.as_str()),
            dated_before: before.is_some_and(dated),
            dated_after: after.is_some_and(dated),
            last: after.is_none(),
        };
        let raw = text.get(piece.from..piece.to).unwrap_or("");
        match piece.word.as_str() {
            "ca" if !is_annual(raw, &around) => keep_plain(piece),
            "cet" if !is_savings(raw, &around) => keep_plain(piece),
            // "Monday am" is a morning, "am I locked" is none.
            "am" if !around.dated_before => keep_plain(piece),
            _ => {}
        }
    }
    denied(pieces, &known)
}

/// "ca" is annual leave when written CA, counted, or beside a day; else it is "ça".
fn is_annual(raw: &str, around: &Around<'_>) -> bool {
    let counted = [
        "de", "d", "en", "un", "mes", "mon", "du", "des", "et", "jour", "solde",
    ]
    .contains(&around.before);
    let alone = around.before.is_empty() && around.last;
    !raw.contains(['ç', 'Ç'])
        && (raw == "CA" || counted || alone || around.dated_before || around.dated_after)
}

/// "cet" is the savings account when written CET, owned, beside a day or alone; else it is "cet été".
fn is_savings(raw: &str, around: &Around<'_>) -> bool {
    let owned = [
        "mon", "le", "du", "en", "sur", "de", "jour", "solde", "compte", "mes", "et", "ou",
    ];
    raw == "CET" || owned.contains(&around.before) || around.dated_before || around.dated_after || around.last
}

/// "ça marche pas" and "not ok" are no.
fn denied(mut pieces: Vec<Piece>, known: &[Piece]) -> Vec<Piece> {
    for (at, piece) in pieces.iter_mut().enumerate() {
        let before = at.checked_sub(1).and_then(|before| known.get(before));
        if before.is_some_and(denies) || known.get(at + 1).is_some_and(denies) {
            for sense in piece.senses.iter_mut().filter(|sense| sense.concept == "yes") {
                sense.concept = "no";
            }
        }
    }
    pieces
}

fn denies(piece: &Piece) -> bool {
    piece.words == 1 && ["pas", "plus", "not"].contains(&piece.word.as_str())
}

fn dated(piece: &Piece) -> bool {
    let calendar = ["weekday.", "relative.", "today.", "month.", "half."];
    piece.number.is_some()
        || piece.is("start_from")
        || calendar.iter().any(|prefix| piece.of(prefix).is_some())
        || ["du", "le", "les", "au"].contains(&piece.word.as_str())
}

fn keep_plain(piece: &mut Piece) {
    piece
        .senses
        .retain(|sense| ["common", "this"].contains(&sense.concept));
}
