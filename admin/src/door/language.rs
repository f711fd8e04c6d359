//! Which of the two languages a page speaks: what was chosen here, else the agent's own, else what the browser prefers.

use axum::http::{HeaderMap, header::ACCEPT_LANGUAGE};
use guichet_core::kernel::words::Lang;

/// The language that a code names exactly; unlike [`Lang::from_code`], anything else is no choice.
pub(super) fn named(code: &str) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.code() == code)
}

/// The browser's preferred one of our languages; French when it asks for neither.
pub(super) fn preferred(headers: &HeaderMap) -> Lang {
    let asked = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let mut best = (0, Lang::Fr);
    for range in asked.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let tag = parts.next().unwrap_or_default().to_ascii_lowercase();
        let Some(lang) = named(tag.split('-').next().unwrap_or_default()) else {
            continue;
        };
        let weight = parts
            .find_map(|part| part.strip_prefix("q="))
            .map_or(1000, thousandths);
        if weight > best.0 {
            best = (weight, lang);
        }
    }
    best.1
}

/// `0.8` as 800; nonsense is no wish at all.
fn thousandths(quality: &str) -> u32 {
    let (whole, part) = quality.split_once('.').unwrap_or((quality, ""));
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    match (whole.parse::<u32>(), digits.parse::<u32>()) {
        (Ok(whole), Ok(part)) if whole <= 1 => (whole * 1000 + part).min(1000),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_gets_the_language_it_prefers_and_french_when_it_asks_for_neither() {
        for (asked, lang) in [
            ("en", Lang::En),
            ("en-GB,en;q=0.9", Lang::En),
            ("fr-CH, fr;q=0.9, en;q=0.8", Lang::Fr),
            ("de, en;q=0.3, fr;q=0.7", Lang::Fr),
            ("en;q=0.4, fr;q=0.05", Lang::En),
            ("EN-us", Lang::En),
            ("de-AT, it", Lang::Fr),
            ("en;q=0", Lang::Fr),
            ("en;q=nan", Lang::Fr),
            ("english", Lang::Fr),
            ("", Lang::Fr),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, asked.parse().unwrap());
            assert_eq!(preferred(&headers), lang, "{asked}");
        }
        assert_eq!(preferred(&HeaderMap::new()), Lang::Fr);
    }
}
