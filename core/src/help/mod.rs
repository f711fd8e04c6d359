//! Help articles (BO7): Markdown in `words/<language>/help/`, the same for everybody and open to everybody, so that nobody has
//! to show who they are. What stands before the first `## ` is what fits on one screen of a chat.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::kernel::config::Settings;
use crate::kernel::words::{Lang, Words};
use crate::people::fold;

/// At most so many articles are an answer.
const FOUND: usize = 3;

/// An article, with the city's names and numbers in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its name in addresses, the same in both languages.
    pub slug: &'static str,
    /// Its title.
    pub title: String,
    /// What it says first, in a sentence or two.
    pub lead: String,
    /// Then, one after the other.
    pub steps: Vec<String>,
    /// All of it below the title, as Markdown.
    pub text: String,
    /// Folded words by which it is found.
    words: Vec<String>,
}

/// Every article, by title.
pub fn articles(settings: &Settings, lang: Lang) -> Vec<Article> {
    let values = values(settings, lang);
    let mut articles: Vec<Article> = Words::pages(lang, "help")
        .filter_map(|(slug, text)| Article::read(slug, &fill(text, &values)))
        .collect();
    articles.sort_by_cached_key(|article| fold(&article.title));
    articles
}

/// One article.
pub fn article(settings: &Settings, lang: Lang, slug: &str) -> Option<Article> {
    articles(settings, lang)
        .into_iter()
        .find(|article| article.slug == slug)
}

/// The articles that `text` is about, the nearest first. A word that many articles have says little.
pub fn search(settings: &Settings, lang: Lang, text: &str) -> Vec<Article> {
    let articles = articles(settings, lang);
    let folded = fold(text);
    let asked: Vec<&str> = folded.split_whitespace().filter(|word| word.len() > 2).collect();
    let weight = |word: &str| {
        let having = articles.iter().filter(|article| article.has(word)).count();
        articles.len().checked_div(having).unwrap_or_default()
    };
    let weighed: Vec<(&str, usize)> = asked.into_iter().map(|word| (word, weight(word))).collect();
    let mut found: Vec<(usize, &Article)> = articles
        .iter()
        .map(|article| {
            let hits = weighed.iter().filter(|(word, _)| article.has(word));
            (hits.map(|(_, weight)| weight).sum(), article)
        })
        .filter(|(score, _)| *score > 0)
        .collect();
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found
        .into_iter()
        .take(FOUND)
        .map(|(_, article)| article.clone())
        .collect()
}

impl Article {
    /// `# Title`, a line `words: …`, then Markdown.
    fn read(slug: &'static str, text: &str) -> Option<Self> {
        let (title, rest) = text.strip_prefix("# ")?.split_once('\n')?;
        let (words, text) = rest.split_once("\n\n")?;
        let (_, words) = words.split_once(':')?;
        let screen = text.split("\n## ").next().unwrap_or_default();
        let (lead, steps) = screen.split_once("\n\n").unwrap_or((screen, ""));
        Some(Self {
            slug,
            title: title.trim().to_owned(),
            lead: lead.trim().to_owned(),
            steps: steps
                .lines()
                .filter_map(|line| line.strip_prefix("- "))
                .map(|step| step.trim().to_owned())
                .collect(),
            text: text.trim().to_owned(),
            words: fold(words).split_whitespace().map(str::to_owned).collect(),
        })
    }

    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|known| known == word)
    }
}

/// The city's names, and the numbers that articles speak of.
fn values(settings: &Settings, lang: Lang) -> BTreeMap<String, String> {
    let password = &settings.password;
    let numbers = [
        ("length", password.min_length.to_string()),
        ("long_length", password.free_length.to_string()),
        ("history", password.refuse_last.to_string()),
        ("days", password.standard_days.to_string()),
        ("extended_days", password.extended_days.to_string()),
        ("slip_hours", password.temporary_hours.to_string()),
        ("second_days", settings.session.second_days.to_string()),
        ("link_minutes", settings.reset.link_minutes.to_string()),
        ("code_minutes", settings.sms.code_minutes.to_string()),
        ("absence_days", settings.leave.max_absence_days.to_string()),
        ("payslip_minutes", settings.payslip.link_minutes.to_string()),
    ];
    let mut values = settings.names(lang);
    values.extend(numbers.map(|(name, value)| (name.to_owned(), value)));
    values
}

fn fill(text: &str, values: &BTreeMap<String, String>) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{ ${name} }}"), value)
    })
}
