//! What a message spells out: numbers, names, addresses.

mod application;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::piece::Piece;
use super::token::Gap;

pub(super) use application::application;

/// Concepts that are computed from the letters alone.
pub(super) fn computed(text: &str, pieces: &[Piece]) -> impl Iterator<Item = &'static str> {
    let all = [
        ("@phone", phone(text).is_some()),
        ("@iban", iban(text).is_some()),
        ("@address", address(text, pieces).is_some()),
        ("@reference", reference(text).is_some()),
        ("@strange", pieces.iter().any(strange)),
        ("@days_before", days_before(text, pieces).is_some()),
    ];
    all.into_iter()
        .filter_map(|(concept, holds)| holds.then_some(concept))
}

/// A word that means nothing to the bot: a name, probably.
fn strange(piece: &Piece) -> bool {
    !piece.known && piece.senses.is_empty() && piece.number.is_none() && piece.word.len() >= 4
}

/// A French number in the international form.
pub(super) fn phone(text: &str) -> Option<String> {
    let starts = text.char_indices().filter(|(at, c)| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        matches!(c, '0' | '+') && !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '+')
    });
    starts.filter_map(|(at, _)| text.get(at..)).find_map(|rest| {
        let digits: String = rest
            .chars()
            .take(24)
            .take_while(|c| c.is_ascii_digit() || " .-+()/\u{a0}".contains(*c))
            .filter(char::is_ascii_digit)
            .collect();
        let national = ["0033", "33"].iter().find_map(|code| {
            let abroad = rest.starts_with('+') || code.len() == 4;
            digits.strip_prefix(code).filter(|_| abroad)
        });
        let national = national.or(Some(digits.as_str()).filter(|_| !rest.starts_with('+')))?;
        let national = national.strip_prefix('0').unwrap_or(national);
        (national.len() == 9 && !national.starts_with('0')).then(|| format!("+33{national}"))
    })
}

/// A bank account number, without spaces.
pub(super) fn iban(text: &str) -> Option<String> {
    let starts = text.char_indices().filter(|(at, _)| {
        !text
            .get(..*at)
            .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric()))
    });
    starts.filter_map(|(at, _)| text.get(at..)).find_map(|rest| {
        let letters: String = rest
            .chars()
            .take(50)
            .take_while(|c| c.is_ascii_alphanumeric() || *c == ' ')
            .filter(char::is_ascii_alphanumeric)
            .take(34)
            .collect();
        let (country, number) = letters.split_at_checked(2)?;
        let begins = country.bytes().all(|b| b.is_ascii_alphabetic())
            && number.bytes().take(2).all(|b| b.is_ascii_digit());
        let most = number.bytes().filter(u8::is_ascii_digit).count() * 4 >= number.len() * 3;
        let length = if country.eq_ignore_ascii_case("fr") {
            27
        } else {
            letters.len()
        };
        let iban = letters.get(..length)?;
        (begins && most && length >= 15).then(|| iban.to_ascii_uppercase())
    })
}

/// "DOC-118": letters, a dash, a number.
pub(super) fn reference(text: &str) -> Option<String> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .find_map(|word| {
            let (letters, number) = word.split_once('-')?;
            let fits = (2..=5).contains(&letters.len())
                && letters.bytes().all(|b| b.is_ascii_alphabetic())
                && !number.is_empty()
                && number.len() <= 9
                && number.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| word.to_ascii_uppercase())
        })
}

/// An address, and the pieces that it takes.
pub(super) struct Address {
    pub text: String,
    pub from: usize,
    pub to: usize,
}

const STREETS: &[&str] = &[
    "rue",
    "avenue",
    "ave",
    "av",
    "boulevard",
    "bd",
    "boul",
    "place",
    "impasse",
    "allee",
    "quai",
    "chemin",
    "square",
    "villa",
    "passage",
    "cite",
    "route",
    "street",
    "road",
    "faubourg",
    "sentier",
    "voie",
    "lane",
    "cour",
    "esplanade",
    "promenade",
    "residence",
    "lotissement",
    "hameau",
    "drive",
];

/// A house number, a street, and what follows up to a stop.
pub(super) fn address(text: &str, pieces: &[Piece]) -> Option<Address> {
    let street = |at: usize| {
        pieces
            .get(at)
            .is_some_and(|piece| STREETS.contains(&piece.word.as_str()))
    };
    let more = |at: usize| {
        pieces
            .get(at)
            .is_some_and(|piece| ["bis", "ter", "quater", "b", "t"].contains(&piece.word.as_str()))
    };
    let from = (0..pieces.len()).find(|&at| {
        let numbered = pieces
            .get(at)
            .is_some_and(|piece| piece.digits > 0 && piece.digits <= 4 && !piece.ordinal);
        let next = if more(at + 1) { at + 2 } else { at + 1 };
        numbered && (street(next) || street(next + 1) || street(next + 2))
    });
    let from = from.or_else(|| {
        (0..pieces.len()).find(|&at| street(at) && pieces.get(at + 1).is_some_and(|next| next.name))
    })?;
    let ends = |piece: &&Piece| {
        piece.gap < Gap::Stop
            && (piece.word == "des"
                || !["since", "start_from", "thanks", "noise", "because"]
                    .iter()
                    .any(|concept| piece.is(concept)))
            && !["depuis", "merci", "et", "starting", "since", "thanks", "thank"]
                .contains(&piece.word.as_str())
    };
    // "… on 1 April": a day is no part of it.
    let dated = |at: usize| {
        let month = |at: usize| pieces.get(at).is_some_and(|piece| piece.of("month.").is_some());
        pieces
            .get(at)
            .is_some_and(|piece| piece.number.is_some() && month(at + 1))
    };
    let rest = pieces.get(from + 1..)?;
    let inside = rest
        .iter()
        .zip(from + 1..)
        .take_while(|(piece, at)| ends(piece) && !dated(*at));
    let mut to = from + 1 + inside.count();
    // "… à partir du 3 mai": the date is not a part of the street.
    while to > from + 1
        && pieces
            .get(to - 1)
            .is_some_and(|piece| ["a", "des", "le", "from", "on", "au", "du"].contains(&piece.word.as_str()))
    {
        to -= 1;
    }
    let (first, last) = (pieces.get(from)?, pieces.get(to - 1)?);
    Some(Address {
        text: text.get(first.from..last.to)?.to_owned(),
        from,
        to,
    })
}

/// A number with one of these words right after it, or after one small word.
fn counted(pieces: &[Piece], words: &[&str]) -> Option<i64> {
    let fits = |at: usize| {
        pieces
            .get(at)
            .is_some_and(|piece| words.iter().any(|word| piece.word.starts_with(word)))
    };
    pieces.iter().enumerate().find_map(|(at, piece)| {
        let number = piece.number.filter(|number| (1..1000).contains(number))?;
        (fits(at + 1) || fits(at + 2)).then_some(number)
    })
}

/// "4 fois", "after three attempts".
pub(super) fn attempts(pieces: &[Piece]) -> Option<i64> {
    counted(
        pieces,
        &[
            "fois",
            "essai",
            "tentative",
            "echec",
            "erreur",
            "attempt",
            "time",
            "tries",
            "try",
            "trie",
            "fail",
            "mauvai",
            "wrong",
        ],
    )
}

/// "Depuis 8 mois".
pub(super) fn months(pieces: &[Piece]) -> Option<i64> {
    counted(pieces, &["mois", "month"])
}

/// "Mes 3 dernières fiches", "the last three payslips".
pub(super) fn last(pieces: &[Piece]) -> Option<i64> {
    let is_last = |at: usize| {
        pieces.get(at).is_some_and(|piece| {
            ["dernier", "derniere", "last", "previous", "latest", "past"].contains(&piece.word.as_str())
        })
    };
    pieces.iter().enumerate().find_map(|(at, piece)| {
        let number = piece.number.filter(|number| (2..=60).contains(number))?;
        (is_last(at + 1) || at.checked_sub(1).is_some_and(is_last)).then_some(number)
    })
}

/// "3 jours avant", "une semaine avant", "la veille".
pub(super) fn days_before(text: &str, pieces: &[Piece]) -> Option<i64> {
    let folded = super::token::fold(text);
    if ![
        "avant",
        "before",
        "prior",
        "ahead",
        "a l'avance",
        "a l’avance",
        "veille",
        "in advance",
    ]
    .iter()
    .any(|word| folded.contains(word))
    {
        return None;
    }
    let days = counted(pieces, &["jour", "day"]).or_else(|| {
        let weeks = counted(pieces, &["semaine", "week"])?;
        Some(weeks * 7)
    });
    days.or_else(|| (folded.contains("veille") || folded.contains("day before")).then_some(1))
}

/// The number after "semaine".
pub(super) fn week(pieces: &[Piece]) -> Option<i64> {
    pieces
        .windows(2)
        .find_map(|near| match near {
            [week, number] if week.is("week") && number.digits > 0 => {
                number.number.filter(|week| (1..=53).contains(week))
            }
            _ => None,
        })
        .or_else(|| {
            pieces.windows(3).find_map(|near| match near {
                [week, n, number]
                    if week.is("week") && ["n", "no", "numero", "number"].contains(&n.word.as_str()) =>
                {
                    number.number.filter(|week| (1..=53).contains(week))
                }
                _ => None,
            })
        })
}

/// True if a whole week is named.
pub(super) fn says_week(pieces: &[Piece]) -> bool {
    let week = |piece: &Piece| {
        ["next_week", "this_week", "week"]
            .iter()
            .any(|concept| piece.is(concept))
    };
    pieces.iter().any(week)
}

/// True if annual leave is named in full, and not only "mes congés".
pub(super) fn is_annual_by_name(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| {
        piece.is("type.annual") && (piece.words > 1 || ["ca", "cp"].contains(&piece.word.as_str()))
    })
}

/// The latest of these days that is not to come, whatever the year.
pub(super) fn past(days: &[NaiveDate], today: NaiveDate) -> Option<NaiveDate> {
    let years = [0, 1]
        .into_iter()
        .filter_map(|back| days.first()?.with_year(today.year() - back));
    let gone = days
        .iter()
        .copied()
        .chain(years)
        .filter(|day| *day <= today)
        .max();
    gone.or_else(|| days.first().copied())
}

/// "Il y a trois semaines".
pub(super) fn ago(pieces: &[Piece], today: NaiveDate) -> Option<NaiveDate> {
    if !pieces.iter().any(|piece| piece.is("since")) {
        return None;
    }
    let days = |count: i64| today.checked_sub_days(Days::new(count.unsigned_abs()));
    counted(pieces, &["jour", "day"])
        .and_then(days)
        .or_else(|| counted(pieces, &["semaine", "week"]).and_then(|weeks| days(weeks * 7)))
        .or_else(|| today.checked_sub_months(Months::new(u32::try_from(months(pieces)?).ok()?)))
}
