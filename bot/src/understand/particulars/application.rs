//! The name of an application: what stands after "l'appli", or a word that the bot does not know.

use std::collections::HashSet;

use super::super::lexicon::stem;
use super::super::piece::Piece;
use super::super::themes;
use super::super::token::{self, Gap, Token};

/// Words after which the name of an application stands.
const BEFORE_APP: &[&str] = &[
    "appli",
    "application",
    "app",
    "logiciel",
    "menu",
    "progiciel",
    "module",
    "outil",
    "programme",
    "software",
    "tool",
];

/// Words that are no name.
const SMALL: &[&str] = &[
    "de", "du", "des", "d", "la", "le", "les", "l", "the", "my", "mon", "ma", "mes", "a", "an", "un", "une",
    "me", "se", "s", "ne", "est", "is", "metier", "sur", "on", "to", "for", "called", "qui", "that", "dit",
    "says", "business", "en", "pour", "avec", "with", "from", "depuis", "au", "aux", "this", "cette", "ce",
    "i", "je", "j", "ai", "pas", "and", "et", "ou", "or", "appele", "nomme", "of", "in",
];

/// The mail, as people call it.
const MAIL: &[&str] = &[
    "messagerie",
    "mail",
    "email",
    "courriel",
    "outlook",
    "webmail",
    "mailbox",
    "inbox",
];

/// Words before which it stands, where nothing else names it.
const OPENING: &[&str] = &[
    "sur",
    "ouvrir",
    "open",
    "lancer",
    "launch",
    "to",
    "a",
    "acceder",
    "access",
    "utiliser",
    "use",
    "on",
    "using",
    "dans",
    "into",
    "demarrer",
    "start",
    "pour",
    "for",
    "consulter",
    "voir",
    "read",
    "check",
    "lire",
];

/// The application that is spoken of, as written.
pub(in super::super) fn application(text: &str, pieces: &[Piece], said: &HashSet<&str>) -> Option<String> {
    let tokens = token::tokens(text);
    let mut words = tokens.iter().map(|token| stem(&token.word));
    if said.contains("access.mail")
        && let Some(word) = words.find(|word| MAIL.contains(&word.as_str()))
    {
        return Some(word);
    }
    let small = |at: usize| {
        tokens
            .get(at)
            .is_none_or(|token| SMALL.contains(&token.word.as_str()))
    };
    let whole = |at: usize| {
        let mut to = at;
        while tokens
            .get(to + 1)
            .is_some_and(|next| matches!(next.gap, Gap::Apostrophe | Gap::Dash))
        {
            to += 1;
        }
        let mut from = at;
        while from > 0 && tokens.get(from).is_some_and(|token| token.gap == Gap::Dash) {
            from -= 1;
        }
        Some(text.get(tokens.get(from)?.from..tokens.get(to)?.to)?.to_owned())
    };
    if let Some(at) = known(&tokens) {
        return whole(at);
    }
    let noun = (0..tokens.len()).find(|&at| {
        tokens
            .get(at)
            .is_some_and(|token| BEFORE_APP.contains(&stem(&token.word).as_str()))
    });
    if let Some(noun) = noun {
        let after = (noun + 1..=noun + 3).find(|&at| !small(at));
        let english = ["application", "app", "software", "tool", "menu", "module"]
            .iter()
            .any(|word| tokens.get(noun).is_some_and(|token| token.word == *word));
        let before = noun.checked_sub(1).filter(|&at| {
            english && !small(at) && tokens.get(at).is_some_and(|token| token.gap != Gap::Apostrophe)
        });
        let tight = after.filter(|&at| {
            at == noun + 1
                || (noun + 1..at).all(|at| {
                    tokens.get(at).is_some_and(|token| {
                        ["de", "du", "la", "le", "metier", "called", "d", "l", "des"]
                            .contains(&token.word.as_str())
                    })
                })
        });
        return before.or(tight).and_then(whole);
    }
    let unknown = pieces.iter().find(|piece| {
        !piece.known && piece.senses.is_empty() && piece.number.is_none() && piece.word.len() >= 3
    });
    if let Some(unknown) = unknown {
        return tokens
            .iter()
            .position(|token| token.from == unknown.from)
            .and_then(whole);
    }
    let opening = (0..tokens.len()).rev().filter(|&at| {
        tokens
            .get(at)
            .is_some_and(|token| OPENING.contains(&token.word.as_str()))
    });
    opening
        .map(|at| at + 1)
        .find(|&at| tokens.get(at).is_some_and(|token| token.name) && !small(at))
        .and_then(whole)
}

/// Where an application that the lexicon names begins.
fn known(tokens: &[Token]) -> Option<usize> {
    let stems: Vec<Token> = tokens
        .iter()
        .map(|token| Token {
            word: stem(&token.word),
            ..token.clone()
        })
        .collect();
    themes::place("app.named", &stems)
}
