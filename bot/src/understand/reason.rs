//! Why a request is refused, in the words of who refuses it.

use super::fill::Heard;
use super::piece::Piece;
use super::said::request;
use super::token::Gap;

/// What stands after "motif", or after the request that is refused.
pub(super) fn reason(heard: &Heard<'_>) -> Option<String> {
    let pieces = heard.pieces;
    let verb = pieces
        .iter()
        .position(|piece| piece.is("refuse") || piece.is("no"))?;
    let number = request(pieces, &heard.times.used).map_or(0, |(at, _)| at + 1);
    let person = heard.named.as_ref().map_or(0, |named| named.to);
    let mut from = number.max(person).max(verb + 1);
    let because =
        (verb + 1..pieces.len()).find(|&at| pieces.get(at).is_some_and(|piece| piece.is("because")));
    if let Some(because) = because {
        from = because;
    } else {
        // The dates of the request belong to the request.
        let part = |at: usize| {
            heard.times.used.get(at).copied().unwrap_or(false)
                || pieces.get(at).is_some_and(|p| {
                    [
                        "du", "de", "au", "le", "la", "from", "to", "of", "the", "demande", "request",
                    ]
                    .contains(&p.word.as_str())
                })
        };
        while part(from) && pieces.get(from).is_some_and(|piece| piece.gap < Gap::Comma) {
            from += 1;
        }
    }
    let leads = |piece: &Piece| piece.is("because") || ["pour", "for"].contains(&piece.word.as_str());
    while pieces.get(from).is_some_and(leads) {
        from += 1;
    }
    if number == 0
        && person == 0
        && because.is_none()
        && pieces.get(from).is_some_and(|piece| piece.gap < Gap::Comma)
    {
        return None;
    }
    let rest = heard.text.get(pieces.get(from)?.from..)?.trim();
    let says = pieces
        .get(from..)?
        .iter()
        .any(|piece| !["noise", "greet", "thanks", "bye"].iter().any(|c| piece.is(c)));
    (says && !rest.is_empty()).then(|| rest.to_owned())
}
