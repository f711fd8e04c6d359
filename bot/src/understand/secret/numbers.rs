//! Numbers that prove themselves: bank accounts and social security.

/// Lengths of bank account numbers by country, for the countries whose accounts take part in euro payments.
const IBAN_LENGTHS: &[(&str, usize)] = &[
    ("AD", 24),
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("GI", 23),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IS", 26),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("MA", 28),
    ("TN", 24),
];

/// True if a bank account number stands in the text, grouped or not.
pub(super) fn has_iban(text: &[char]) -> bool {
    starts(text).any(|at| {
        let Some(rest) = text.get(at..) else { return false };
        let country: String = rest.iter().take(2).collect::<String>().to_ascii_uppercase();
        IBAN_LENGTHS
            .iter()
            .find(|(code, _)| *code == country)
            .and_then(|(_, length)| grouped(rest, *length, |_, c| c.is_ascii_alphanumeric()))
            .is_some_and(|iban| is_iban(&iban))
    })
}

/// True if a social security number with its key stands in the text, grouped or not.
pub(super) fn has_nir(text: &[char]) -> bool {
    let fits = |place: usize, c: char| c.is_ascii_digit() || place == 6 && matches!(c, 'A' | 'B' | 'a' | 'b');
    starts(text).any(|at| {
        text.get(at..)
            .and_then(|rest| grouped(rest, 15, fits))
            .is_some_and(|nir| is_nir(&nir))
    })
}

/// Where words and numbers begin.
fn starts(text: &[char]) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.iter().enumerate().filter_map(move |(at, c)| {
        let begins = c.is_ascii_alphanumeric() && !inside;
        inside = c.is_ascii_alphanumeric();
        begins.then_some(at)
    })
}

/// So many characters that fit, one separator allowed between any two, and nothing that goes on after them.
fn grouped(text: &[char], length: usize, fits: impl Fn(usize, char) -> bool) -> Option<String> {
    let mut found = String::with_capacity(length);
    let mut separated = true;
    let mut rest = text.iter();
    for &c in rest.by_ref() {
        if fits(found.len(), c) {
            found.push(c.to_ascii_uppercase());
            separated = false;
            if found.len() == length {
                break;
            }
        } else if separated || !matches!(c, ' ' | '.' | '-' | '/') {
            return None;
        } else {
            separated = true;
        }
    }
    let goes_on = rest.next().is_some_and(|c| c.is_ascii_alphanumeric());
    (found.len() == length && !goes_on).then_some(found)
}

/// ISO 13616: moved by four, letters as numbers, the rest modulo 97 is 1.
fn is_iban(iban: &str) -> bool {
    let (head, tail) = iban.split_at_checked(4).unwrap_or((iban, ""));
    let digits = head.bytes().skip(2).all(|b| b.is_ascii_digit());
    let rest = tail.bytes().chain(head.bytes()).fold(0_u32, |rest, b| match b {
        b'0'..=b'9' => (rest * 10 + u32::from(b - b'0')) % 97,
        b'A'..=b'Z' => (rest * 100 + u32::from(b - b'A') + 10) % 97,
        _ => 0,
    });
    digits && rest == 1
}

/// Sex, year, month, place, order, and a key that is 97 minus the rest modulo 97. Corsica counts as 19 and 18.
fn is_nir(nir: &str) -> bool {
    let corsica = if nir.contains('A') {
        Some("19")
    } else if nir.contains('B') {
        Some("18")
    } else {
        None
    };
    let plain = corsica.map_or_else(
        || nir.to_owned(),
        |code| nir.replace("2A", code).replace("2B", code),
    );
    let number = plain.get(..13).and_then(|number| number.parse::<u64>().ok());
    let key = plain.get(13..).and_then(|key| key.parse::<u64>().ok());
    let month = plain.get(3..5).and_then(|month| month.parse::<u32>().ok());
    let born = matches!(month, Some(1..=12 | 20 | 30..=42 | 50..=99));
    let sex = plain.starts_with(['1', '2', '3', '4', '7', '8']);
    match (number, key) {
        (Some(number), Some(key)) => sex && born && key == 97 - number % 97,
        _ => false,
    }
}
