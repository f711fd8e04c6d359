//! The short form: the kind, what that kind asks for, one question at a time, and the time it takes before it is sent.

use guichet_core::document::{Offer, Particular, Purpose, Wish, offer_line, particular_lines};
use guichet_core::kernel::line::Line;
use guichet_core::kernel::words::Lang;

use super::State;
use crate::talk::{Said, State as AnyState, Turn};

/// The form with what was said.
pub(super) fn heard(mut wish: Wish, said: &Said) -> Wish {
    let facts = &said.understood.facts;
    if let Some(code) = facts.document {
        code.clone_into(&mut wish.kind);
    }
    wish.purpose = facts.purpose.or(wish.purpose);
    wish.lang = facts.language.or(wish.lang);
    wish.about_on = facts.start.or(wish.about_on);
    wish
}

/// The form with what was picked; `None`: nothing of this form.
pub(super) fn picked(mut wish: Wish, verb: &str, value: &str) -> Option<Wish> {
    match verb {
        "kind" => value.clone_into(&mut wish.kind),
        "purpose" => wish.purpose = Some(value.parse().ok()?),
        "lang" => wish.lang = Some(Lang::from_code(value)),
        _ => return None,
    }
    Some(wish)
}

/// The next question; none left: what would be sent, and by when it should be there.
pub(super) fn next(offers: &[Offer], wish: Wish) -> Turn {
    let Some(offer) = offers.iter().find(|offer| offer.code == wish.kind) else {
        return question(wish, which(offers));
    };
    let missing = offer.asks.iter().find(|asked| match asked {
        Particular::Purpose => wish.purpose.is_none(),
        Particular::Language => wish.lang.is_none(),
        Particular::Date => wish.about_on.is_none(),
    });
    match missing {
        Some(Particular::Purpose) => {
            let line = Line::personal("document-ask-purpose");
            let line = Purpose::ALL.into_iter().fold(line, |line, purpose| {
                line.choice(format!("document.purpose:{}", purpose.as_str()), purpose.key())
            });
            question(wish, line)
        }
        Some(Particular::Language) => {
            let line = Line::personal("document-ask-language")
                .choice("document.lang:fr", "document-lang-fr")
                .choice("document.lang:en", "document-lang-en");
            question(wish, line)
        }
        Some(Particular::Date) => question(wish, Line::personal("document-ask-date")),
        None => confirm(offer, wish),
    }
}

fn which(offers: &[Offer]) -> Line {
    offers
        .iter()
        .fold(Line::personal("document-which"), |line, offer| {
            let said = offer_line(offer);
            line.choice_with(
                format!("document.kind:{}", offer.code),
                "document-offer",
                said.args,
            )
        })
}

fn confirm(offer: &Offer, wish: Wish) -> Turn {
    let line = Line {
        args: offer_line(offer).args,
        ..Line::personal("document-confirm")
    };
    let asks = |particular| offer.asks.contains(&particular);
    let items = particular_lines(
        wish.purpose.filter(|_| asks(Particular::Purpose)),
        wish.lang.filter(|_| asks(Particular::Language)),
        wish.about_on.filter(|_| asks(Particular::Date)),
    );
    let line = items.into_iter().fold(line, Line::item);
    let line = line.choice("yes", "talk-yes").choice("no", "talk-no");
    Turn::waits(AnyState::Document(State::Confirming(wish)), line)
}

fn question(wish: Wish, line: Line) -> Turn {
    Turn::waits(AnyState::Document(State::Filling(wish)), line)
}
