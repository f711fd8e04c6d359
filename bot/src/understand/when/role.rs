//! What a date is there for, and how it hangs together with the one before.

use super::day::Reader;
use super::mark::{Kind, Link, Role};
use crate::understand::token::Gap;

impl Reader<'_> {
    /// What stands before the mark decides what it is there for.
    pub fn role(self, at: usize, kind: Kind) -> (Role, bool) {
        let mut between = false;
        for back in 1..=3 {
            let Some(piece) = at.checked_sub(back).and_then(|before| self.at(before)) else {
                break;
            };
            let role = [
                ("start_from", Role::From),
                ("returns", Role::Back),
                ("before", Role::Aside),
                ("after", Role::Aside),
                ("since", Role::Aside),
                ("instead", Role::Aside),
                ("except", Role::Except),
                ("every", Role::Every),
                ("until", Role::Until),
            ]
            .into_iter()
            .find(|(concept, _)| {
                piece.is(concept) && (back == 1 || *concept != "until" || piece.word != "through")
            });
            if let Some((_, role)) = role {
                return (role, between);
            }
            between |= piece.is("between");
            if matches!(kind, Kind::Moment(_)) && (piece.is("week") || piece.word == "semaine") {
                return (Role::WeekOf, between);
            }
            let filler = self.article(at - back) > at - back
                || [
                    "au",
                    "a",
                    "en",
                    "in",
                    "from",
                    "work",
                    "travail",
                    "bureau",
                    "for",
                    "pour",
                    "seulement",
                    "only",
                ]
                .contains(&piece.word.as_str());
            if !filler {
                break;
            }
        }
        (Role::Plain, between)
    }

    /// How two marks hang together, by what stands between them.
    pub fn link(self, end: usize, start: usize) -> Link {
        let mut link = Link::And;
        let mut at = end;
        while at < start {
            let Some(piece) = self.at(at) else { break };
            if piece.is("to") {
                link = Link::To;
            } else if piece.is("or") {
                link = Link::Or;
            } else if !(piece.is("and")
                || piece.is("inclusive")
                || self.article(at) > at
                || piece.is("noise")
                || piece.is("my")
                || piece.is("this"))
            {
                return Link::Apart;
            }
            at += 1;
        }
        let dash = (end..=start)
            .filter_map(|at| self.at(at))
            .any(|piece| piece.gap == Gap::Dash);
        if dash && link == Link::And { Link::To } else { link }
    }
}
