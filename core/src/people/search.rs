//! One search box (CO2): name, username, number, e-mail, phone; each word may be cut short.

use super::model::{Agent, fold, phone};
use super::{Error, store};
use crate::kernel::work::Work;

/// Agents of whom the two longest words are true, looked at before the others are compared.
const CANDIDATES: i64 = 500;

/// Agents of whom every word of `text` begins a word, at most `limit`, by family name. For use cases that already
/// judged the actor.
pub async fn search(work: &mut Work, text: &str, limit: usize) -> Result<Vec<Agent>, Error> {
    let folded = fold(text);
    let mut wanted: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
    if folded.chars().filter(char::is_ascii_digit).count() >= 6 && !folded.chars().any(char::is_alphabetic) {
        // A number, of an agent or a phone, however it is spaced.
        wanted = vec![phone(text)];
    }
    // The longest word finds the fewest.
    wanted.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let (first, second, others) = match wanted.as_slice() {
        [] => return Ok(vec![]),
        [only] => (only, only, &[][..]),
        [first, second, others @ ..] => (first, second, others),
    };
    let (first, second) = (
        (first.as_str(), &*after(first)),
        (second.as_str(), &*after(second)),
    );
    let mut found = vec![];
    for agent in store::with_words(work.tx(), first, second, CANDIDATES).await? {
        let words = if others.is_empty() {
            vec![]
        } else {
            store::words_of(work.tx(), agent.id).await?
        };
        if others
            .iter()
            .all(|other| words.iter().any(|word| word.starts_with(other)))
        {
            found.push(agent);
        }
    }
    found.sort_by_cached_key(|agent| (fold(&agent.family_name), fold(&agent.given_name)));
    found.truncate(limit);
    Ok(found)
}

/// The first text after all those that begin with `prefix`.
fn after(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}
