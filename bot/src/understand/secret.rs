//! Does a message carry what nobody should write in a conversation?
//!
//! Runs on every message before anything is stored. It looks at form only, so it cannot be sure; it would rather
//! miss an odd password than accuse an honest sentence.

mod disclosed;
mod numbers;

use super::clean::visible;

/// What a message seems to give away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SecretKind {
    /// A password, said to be one or looking like one.
    Password,
    /// An access token, an API key, or a recovery key.
    Token,
    /// A private key.
    PrivateKey,
    /// A bank account number with a valid checksum.
    Iban,
    /// A French social security number with a valid key.
    Nir,
    /// A one-time code.
    Code,
}

/// The first secret found in a message, if any. Looks at the whole text, in linear time.
pub fn find_secret(text: &str) -> Option<SecretKind> {
    let text = visible(text);
    if text.contains("-----BEGIN ") && text.contains("PRIVATE KEY") || text.contains("PuTTY-User-Key-File") {
        return Some(SecretKind::PrivateKey);
    }
    if is_recovery_key(&text) || text.split(is_edge).any(is_token) {
        return Some(SecretKind::Token);
    }
    let characters: Vec<char> = text.chars().collect();
    if numbers::has_iban(&characters) {
        return Some(SecretKind::Iban);
    }
    if numbers::has_nir(&characters) {
        return Some(SecretKind::Nir);
    }
    disclosed::disclosed(&text).or_else(|| has_password(&text).then_some(SecretKind::Password))
}

/// True if a message, heard after our own prompt about a code, is such a code: 6 to 8 digits and little else.
/// Without the prompt it is any number, so [`find_secret`] does not look for it.
pub fn looks_like_code(text: &str) -> bool {
    let text = visible(text);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let longest = text
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .max()
        .unwrap_or(0);
    (6..=8).contains(&digits) && (longest >= 6 && letters <= 24 || letters == 0 && !text.contains(['/', '.']))
}

/// Beginnings by which services mark their tokens.
const PREFIXES: &[&str] = &[
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "github_pat_",
    "glpat-",
    "syt_",
    "mct_",
    "mcr_",
    "xoxb-",
    "xoxp-",
    "sk-",
    "sk_live_",
    "hvs.",
    "AKIA",
    "AIza",
    "pypi-",
    "npm_",
    "dop_v1_",
];

fn is_token(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let long = word.len() >= 20 && word.bytes().any(|b| b.is_ascii_digit());
    is_jwt(word) || long && PREFIXES.iter().any(|prefix| word.starts_with(prefix)) || is_random(word)
}

/// Many letters and digits without a break, as no word or number is.
fn is_random(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    (32..=512).contains(&word.len()) && digits + letters == word.len() && digits >= 4 && letters >= 4
}

/// The recovery key of an encrypted account: groups of four, a dozen of them.
fn is_recovery_key(text: &str) -> bool {
    let mut groups = 0;
    let mut mixed = false;
    text.split_whitespace().any(|word| {
        let group = word.len() == 4 && word.bytes().all(|b| b.is_ascii_alphanumeric());
        groups = if group { groups + 1 } else { 0 };
        mixed = group && (mixed || word.bytes().any(|b| b.is_ascii_digit()));
        groups >= 12 && mixed
    })
}

/// Three parts of URL-safe base64, of which the first is a JSON object.
fn is_jwt(word: &str) -> bool {
    let parts: Vec<&str> = word.splitn(4, '.').collect();
    let base64 = |part: &&str| {
        part.len() >= 8
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-_=".contains(&b))
    };
    word.starts_with("eyJ") && parts.len() == 3 && parts.iter().all(base64)
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '«' | '»' | '<' | '>' | '(' | ')' | '`' | '“' | '”')
}

/// A word that looks like a password: alone in its message, or so mixed that nothing else looks like it.
fn has_password(text: &str) -> bool {
    let mut words = text.split(is_edge).filter(|word| !word.is_empty());
    match (words.next(), words.next()) {
        (Some(only), None) => looks_mixed(only, 3),
        _ => text
            .split(is_edge)
            .any(|word| looks_mixed(word.trim_end_matches(['.', ',', ';', ':', '?']), 4)),
    }
}

/// How many kinds of characters a word mixes; those of names, dates, numbers and addresses count for nothing.
fn looks_mixed(word: &str, kinds: usize) -> bool {
    if !(10..=128).contains(&word.chars().count()) || is_address(word) {
        return false;
    }
    let has = |kind: fn(char) -> bool| usize::from(word.chars().any(kind));
    let digit = has(|c| c.is_ascii_digit());
    let special = has(|c| "!@#$%^&*+=~|{}[]§£€µ¤<>".contains(c));
    digit == 1 && digit + special + has(char::is_uppercase) + has(char::is_lowercase) >= kinds
}

/// Addresses, names of rooms and people, files: mixed by nature.
fn is_address(word: &str) -> bool {
    let lower = word.to_lowercase();
    let file = lower.rsplit_once('.').is_some_and(|(_, end)| {
        [
            "pdf", "jpg", "jpeg", "png", "doc", "docx", "xls", "xlsx", "odt", "ods", "csv", "txt", "zip",
            "html", "fr", "com", "org", "eu", "net",
        ]
        .contains(&end.trim_end_matches(|c: char| !c.is_alphanumeric()))
    });
    let mail = word.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !host.contains(['!', '$', '*'])
    });
    let matrix = word.starts_with(['@', '#', '!', '$', '+']) && word.contains(':');
    file || mail
        || matrix
        || lower.contains("://")
        || lower.starts_with("www.")
        || lower.contains("matrix.to/")
}
