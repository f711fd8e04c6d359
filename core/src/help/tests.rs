//! The articles are whole in both languages, fit on a screen, and are found by the words that people use.

use super::{Article, article, articles, search};
use crate::kernel::config::Settings;
use crate::kernel::words::Lang;

/// Characters of one screen of a phone, with room for the way to the rest.
const SCREEN: usize = 900;

fn settings() -> Settings {
    Settings::read(None, std::iter::empty()).unwrap()
}

fn slugs(found: &[Article]) -> Vec<&str> {
    found.iter().map(|article| article.slug).collect()
}

#[test]
fn every_article_is_in_both_languages_fits_on_a_screen_and_lacks_no_value() {
    let settings = settings();
    let [mut fr, mut en] = Lang::ALL.map(|lang| {
        articles(&settings, lang)
            .iter()
            .map(|article| article.slug)
            .collect::<Vec<_>>()
    });
    fr.sort_unstable();
    en.sort_unstable();
    assert_eq!(fr, en);
    assert!(fr.len() >= 10);
    for lang in Lang::ALL {
        for article in articles(&settings, lang) {
            let name = format!("{} in {lang:?}", article.slug);
            let screen: usize = article.steps.iter().map(|step| step.chars().count()).sum();
            assert!(article.lead.chars().count() + screen <= SCREEN, "{name}");
            assert!(!article.steps.is_empty() && !article.lead.is_empty(), "{name}");
            assert!(!article.text.contains("{ $"), "{name}: {}", article.text);
            assert!(
                lang == Lang::En || !article.text.contains('\''),
                "{name}: a straight apostrophe"
            );
        }
    }
}

#[test]
fn an_article_says_the_numbers_of_the_house() {
    let mut settings = settings();
    settings.password.temporary_hours = 48;
    let first = article(&settings, Lang::Fr, "first-sign-in").unwrap();
    assert!(first.text.contains("48 heures"), "{}", first.text);
    assert_eq!(article(&settings, Lang::Fr, "nothing"), None);
}

#[test]
fn articles_are_found_by_words_and_nothing_is_found_in_other_words() {
    let settings = settings();
    for (lang, text, slug) in [
        (Lang::Fr, "aide vpn", "vpn"),
        (Lang::Fr, "le code par sms n’arrive pas", "code-not-received"),
        (Lang::Fr, "Quel compte ? lequel des deux", "two-accounts"),
        (Lang::Fr, "c'est quoi le fractionnement", "leave"),
        (Lang::Fr, "hameçonnage", "phishing"),
        (Lang::Fr, "HAMECONNAGE", "phishing"),
        (Lang::En, "help with my first sign-in", "first-sign-in"),
        (Lang::En, "where is my payslip", "payslip"),
        (Lang::En, "how do I work from home, which channel", "channels"),
    ] {
        let found = search(&settings, lang, text);
        assert_eq!(slugs(&found).first(), Some(&slug), "{text}: {:?}", slugs(&found));
        assert!(found.len() <= 3);
    }
    assert_eq!(slugs(&search(&settings, Lang::Fr, "blablabla xyz")), [""; 0]);
}
