//! Help articles: found by words, read on one screen, with the way to the whole page.

use guichet_core::help::Article;
use guichet_core::kernel::line::Line;
use guichet_core::kernel::words::Lang;

use super::{Ask as AnyAsk, Said, Scene, State, Turn};

/// What is asked of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// The articles that some words are about.
    Search {
        /// The words.
        text: String,
        /// What is said before them; where there is none, alone.
        instead: Line,
        /// The language of the articles.
        lang: Lang,
    },
    /// One article, by its name.
    Read(String, Lang),
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The articles found, and what is said before them.
    Found(Vec<Article>, Box<Line>),
    /// The article, if there is one, and the address of its page.
    Read(Option<Article>, String),
}

/// `instead`, and below it the articles that these words are about.
pub(super) fn search(said: &Said, instead: Line, scene: &Scene) -> Turn {
    let ask = Ask::Search {
        text: said.text.clone(),
        instead,
        lang: scene.lang,
    };
    Turn::asks(State::Idle, AnyAsk::Help(ask))
}

/// A choice `help.read:SLUG`. `None`: it is another room's.
pub(super) fn picked(id: &str, scene: &Scene) -> Option<Turn> {
    id.strip_prefix("help.read:").map(|slug| read(slug, scene))
}

/// One article.
pub(super) fn read(slug: &str, scene: &Scene) -> Turn {
    let ask = Ask::Read(slug.to_owned(), scene.lang);
    Turn::asks(State::Idle, AnyAsk::Help(ask))
}

pub(super) fn answered(answer: Answer) -> Turn {
    Turn::says(match answer {
        Answer::Found(articles, line) => articles.into_iter().fold(*line, |line, article| {
            let label = vec![("title".to_owned(), article.title.into())];
            line.choice_with(format!("help.read:{}", article.slug), "help-choice", label)
        }),
        Answer::Read(None, _) => Line::public("talk-nothing-offered"),
        Answer::Read(Some(article), page) => {
            let head = Line::public("help-article")
                .arg("title", article.title)
                .arg("lead", article.lead);
            let steps = article
                .steps
                .into_iter()
                .map(|step| Line::public("help-step").arg("text", step));
            steps.fold(head, Line::item).link("help-whole", page)
        }
    })
}
