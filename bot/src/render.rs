//! From a saying to a message: plain text that stands alone, and HTML of the few elements that every client shows.

use guichet_core::kernel::line::{Args, Line, Saying};
use guichet_core::kernel::words::{Lang, Words};

/// A message in the two forms that clients choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Whole in itself: screen readers, notifications and simple clients show nothing else.
    pub plain: String,
    /// The same with paragraphs and lists.
    pub html: String,
}

/// Renders in `lang`. Choices are numbered through, so that a bare number answers.
pub fn render(words: &Words, lang: Lang, saying: &Saying) -> Rendered {
    let mut out = Rendered::default();
    let mut number = 0;
    for line in &saying.lines {
        out.paragraph(&words.say(lang, &line.key, &line.args));
        out.list(
            "ul",
            line.items
                .iter()
                .map(|item| (String::from("– "), whole(words, lang, item))),
        );
        out.links(words, lang, line);
        let choices = line.choices.iter().map(|choice| {
            number += 1;
            (format!("{number} "), words.say(lang, &choice.key, &choice.args))
        });
        out.list("ol", choices);
    }
    out.plain.truncate(out.plain.trim_end().len());
    out
}

/// An item in one go: what hangs on it follows it, since not every client shows lists within lists.
fn whole(words: &Words, lang: Lang, item: &Line) -> String {
    let own = words.say(lang, &item.key, &item.args);
    let more = item.items.iter().map(|more| whole(words, lang, more));
    std::iter::once(own).chain(more).collect::<Vec<_>>().join(" ")
}

impl Rendered {
    fn paragraph(&mut self, text: &str) {
        if !self.plain.is_empty() {
            self.plain.push('\n');
        }
        self.plain.push_str(text);
        self.plain.push('\n');
        self.html
            .push_str(&format!("<p>{}</p>", escape(text).replace('\n', "<br>")));
    }

    fn list(&mut self, element: &str, items: impl Iterator<Item = (String, String)>) {
        let start = self.html.len();
        for (mark, text) in items {
            self.plain.push_str(&format!("{mark}{text}\n"));
            // The number is repeated in the text: some clients number lists from 1 again, or not at all.
            let shown = if element == "ol" {
                format!("{mark}{text}")
            } else {
                text
            };
            self.html
                .push_str(&format!("<li>{}</li>", escape(&shown).replace('\n', "<br>")));
        }
        if self.html.len() > start {
            self.html.insert_str(start, "<ul>");
            self.html.push_str("</ul>");
        }
    }

    fn links(&mut self, words: &Words, lang: Lang, line: &Line) {
        for (key, url) in &line.links {
            let label = words.say(lang, key, &Args::new());
            self.plain.push_str(&format!("{label}\u{a0}: {url}\n"));
            self.html.push_str(&format!(
                "<p><a href=\"{}\">{}</a></p>",
                escape(url),
                escape(&label)
            ));
        }
    }
}

/// Text for HTML. What a person typed comes through here like every other word.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn words() -> Words {
        Words::load("Europe/Paris".parse().unwrap(), |_| {
            BTreeMap::from([("city".into(), "Ville".into())])
        })
        .unwrap()
    }

    #[test]
    fn choices_are_numbered_and_links_are_named() {
        let mut saying = Saying::from(
            Line::public("talk-confirm")
                .choice("yes", "talk-yes")
                .choice("no", "talk-no"),
        );
        saying
            .lines
            .push(Line::public("talk-more").link("talk-open", "https://x.example/a?b=1&c=2"));
        let out = render(&words(), Lang::En, &saying);
        assert!(out.plain.contains("\n1 Yes\n2 No\n"), "{}", out.plain);
        assert!(
            out.plain.ends_with("https://x.example/a?b=1&c=2"),
            "{}",
            out.plain
        );
        assert!(
            out.html.contains("<ul><li>1 Yes</li><li>2 No</li></ul>"),
            "{}",
            out.html
        );
        assert!(
            out.html.contains("href=\"https://x.example/a?b=1&amp;c=2\""),
            "{}",
            out.html
        );
    }

    #[test]
    fn attack_24_what_a_person_typed_is_never_markup() {
        let line = Line::public("talk-quote").arg("text", "<img src=x onerror=alert(1)> & \"amis\"");
        let out = render(&words(), Lang::Fr, &line.into());
        assert!(
            !out.html.contains("<img") && out.html.contains("&lt;img"),
            "{}",
            out.html
        );
        assert!(
            out.plain.contains("<img src=x"),
            "the plain text is what was typed"
        );
    }
}
