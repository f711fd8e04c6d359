//! What is said, as a document: each transport renders it in the reader's language, and refuses what it may not carry.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::words::{Both, Lang};

/// Who may see a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Class {
    /// Anybody: help, greetings, "not here".
    Public,
    /// The proven agent, in a checked room or session.
    Personal,
    /// As personal, and never stored longer than needed: links and codes.
    Sensitive,
}

/// A value in a sentence; the words decide how it looks in each language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Text as it is. What a person typed is escaped when it is rendered.
    Text(String),
    /// A text of the city's, in the reader's language.
    Both(Both),
    /// A whole number.
    Int(i64),
    /// Days in halves: `Days(5)` is two and a half days.
    Days(i64),
    /// A date, said in words.
    Date(NaiveDate),
    /// An instant, said as date and hour of the city.
    Time(DateTime<Utc>),
    /// Only the date of an instant, in the city.
    Day(DateTime<Utc>),
    /// Only the hour of an instant.
    Hour(DateTime<Utc>),
    /// A month, `2026-10-01` for October 2026.
    Month(NaiveDate),
    /// Another word key: said in the reader's language.
    Word(String),
    /// Another word key with values of its own: a phrase inside the sentence.
    Phrase(String, Args),
}

impl Value {
    /// Another word, said in the reader's language.
    pub fn word(key: &str) -> Self {
        Self::Word(key.to_owned())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Both> for Value {
    fn from(both: Both) -> Self {
        Self::Both(both)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<NaiveDate> for Value {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<DateTime<Utc>> for Value {
    fn from(at: DateTime<Utc>) -> Self {
        Self::Time(at)
    }
}

/// Named values of a sentence.
pub type Args = Vec<(String, Value)>;

/// A possible answer, numbered by the transport.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What the dialogue hears when it is picked, for instance `leave.validate:142`.
    pub id: String,
    /// The word key of its label.
    pub key: String,
    /// Values of the label.
    pub args: Args,
}

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Who may see it.
    pub class: Class,
    /// The word key.
    pub key: String,
    /// Values of the sentence.
    pub args: Args,
    /// A list below it.
    pub items: Vec<Line>,
    /// Numbered choices below that.
    pub choices: Vec<Choice>,
    /// Links: word key of the label, address.
    pub links: Vec<(String, String)>,
    /// It calls for action: it notifies and names the reader. Otherwise it is a quiet notice.
    pub urgent: bool,
}

/// What is said at once: lines that make one message, in the reader's usual language or the one they just wrote in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// The lines, at least one.
    pub lines: Vec<Line>,
    /// `None`: the reader's usual language.
    pub lang: Option<Lang>,
}

impl Saying {
    /// The strictest class of its lines.
    pub fn class(&self) -> Class {
        self.lines
            .iter()
            .map(|line| line.class)
            .max()
            .unwrap_or(Class::Public)
    }

    /// The choices it offers, numbered from 1 in this order.
    pub fn choices(&self) -> impl Iterator<Item = &Choice> {
        self.lines.iter().flat_map(|line| &line.choices)
    }

    /// True when a line calls for action.
    pub fn is_urgent(&self) -> bool {
        self.lines.iter().any(|line| line.urgent)
    }
}

impl From<Line> for Saying {
    fn from(line: Line) -> Self {
        Self {
            lines: vec![line],
            lang: None,
        }
    }
}

impl Line {
    fn new(class: Class, key: &str) -> Self {
        let key = key.to_owned();
        Self {
            class,
            key,
            args: vec![],
            items: vec![],
            choices: vec![],
            links: vec![],
            urgent: false,
        }
    }

    /// Anybody may see it.
    pub fn public(key: &str) -> Self {
        Self::new(Class::Public, key)
    }

    /// Only the proven agent may see it.
    pub fn personal(key: &str) -> Self {
        Self::new(Class::Personal, key)
    }

    /// Only the proven agent, and not for long.
    pub fn sensitive(key: &str) -> Self {
        Self::new(Class::Sensitive, key)
    }

    /// Sets a value of the sentence.
    pub fn arg(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }

    /// Adds a list item; the whole takes the stricter class.
    pub fn item(mut self, item: Line) -> Self {
        self.class = self.class.max(item.class);
        self.items.push(item);
        self
    }

    /// Adds a numbered choice.
    pub fn choice(mut self, id: impl Into<String>, key: &str) -> Self {
        self.choices.push(Choice {
            id: id.into(),
            key: key.to_owned(),
            args: vec![],
        });
        self
    }

    /// Adds a numbered choice whose label has values.
    pub fn choice_with(mut self, id: impl Into<String>, key: &str, args: Args) -> Self {
        self.choices.push(Choice {
            id: id.into(),
            key: key.to_owned(),
            args,
        });
        self
    }

    /// Adds a link with a label.
    pub fn link(mut self, key: &str, url: impl Into<String>) -> Self {
        self.links.push((key.to_owned(), url.into()));
        self
    }

    /// It calls for action.
    pub fn urgent(mut self) -> Self {
        self.urgent = true;
        self
    }
}
