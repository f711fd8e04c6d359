//! The words, from `words/<language>/<room>.ftl`: the only sentences that people read.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use unic_langid::langid;

use super::fault::Fault;
use super::line::{Args, Value};

static WORDS: Dir = include_dir!("$CARGO_MANIFEST_DIR/../words");

/// A language that people are answered in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French, the language of the house.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// The two languages.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// `fr` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language that a code names; anything else is French.
    pub fn from_code(code: &str) -> Self {
        if code.starts_with("en") {
            Self::En
        } else {
            Self::Fr
        }
    }
}

/// A text that the city has in both languages: the name of an application, opening hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl Both {
    /// Reads a text that was one for both languages in earlier versions.
    pub(super) fn explained<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let remedy = "it stands in sentences of both languages: write { fr = \"le support\", en = \"the service desk\" }";
        Self::deserialize(deserializer).map_err(|_| serde::de::Error::custom(remedy))
    }

    /// The text in a language.
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

/// All words of the house.
#[derive(Clone)]
pub struct Words {
    fr: Arc<FluentBundle<FluentResource>>,
    en: Arc<FluentBundle<FluentResource>>,
    names: Arc<[BTreeMap<String, String>; 2]>,
    zone: Tz,
}

impl Words {
    /// Reads the embedded words. `names` gives the city's proper names (`city`, `intranet`, …) in a language: every
    /// sentence may use them as `{ $city }`. `zone` is the city's time zone.
    pub fn load(zone: Tz, names: impl Fn(Lang) -> BTreeMap<String, String>) -> Result<Self, Fault> {
        let (fr, en) = (Arc::new(bundle(Lang::Fr)?), Arc::new(bundle(Lang::En)?));
        Ok(Self {
            fr,
            en,
            names: Arc::new(Lang::ALL.map(names)),
            zone,
        })
    }

    /// The sentence `key` in `lang`. An unknown key is said as itself in brackets, so that it is seen; `tests/words.rs`
    /// makes sure that there is none.
    pub fn say(&self, lang: Lang, key: &str, args: &Args) -> String {
        let bundle = self.bundle(lang);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "no such word");
            return format!("[{key}]");
        };
        let mut values = FluentArgs::new();
        let [fr_names, en_names] = &*self.names;
        let names = match lang {
            Lang::Fr => fr_names,
            Lang::En => en_names,
        };
        for (name, value) in names {
            values.set(name.as_str(), value.as_str());
        }
        for (name, value) in args {
            self.set(&mut values, lang, name, value);
        }
        let mut errors = vec![];
        let text = bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned();
        if let Some(error) = errors.first() {
            tracing::error!(key, %error, "a word lacks a value");
        }
        text
    }

    /// True when both languages have `key`.
    pub fn has(&self, key: &str) -> bool {
        self.fr.has_message(key) && self.en.has_message(key)
    }

    /// Every key of one language, for the test that compares them.
    pub fn keys(lang: Lang) -> Vec<String> {
        let mut keys: Vec<String> = sources(lang)
            .flat_map(str::lines)
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key)
            .filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()))
            .map(str::to_owned)
            .collect();
        keys.sort();
        keys
    }

    /// The pages of a folder of a language, by name.
    pub(crate) fn pages(lang: Lang, folder: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        WORDS
            .get_dir(format!("{}/{folder}", lang.code()))
            .into_iter()
            .flat_map(|dir| dir.files())
            .filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }

    fn set<'a>(&self, values: &mut FluentArgs<'a>, lang: Lang, name: &'a str, value: &'a Value) {
        let value = match value {
            Value::Text(text) => FluentValue::from(text.as_str()),
            Value::Both(both) => FluentValue::from(both.say(lang)),
            Value::Int(number) => FluentValue::from(*number),
            Value::Days(halves) => self.days(lang, *halves).into(),
            Value::Date(date) => self.date(lang, *date).into(),
            Value::Time(at) => self.time(lang, *at).into(),
            Value::Day(at) => self.date(lang, at.with_timezone(&self.zone).date_naive()).into(),
            Value::Hour(at) => self.hour(lang, *at).into(),
            Value::Month(month) => self.month(lang, *month).into(),
            Value::Word(key) => self.say(lang, key, &vec![]).into(),
            Value::Phrase(key, args) => self.say(lang, key, args).into(),
        };
        values.set(name, value);
    }

    /// `2,5 jours`, `1 jour`, `2.5 days`.
    pub fn days(&self, lang: Lang, halves: i64) -> String {
        let whole = halves / 2;
        let half = halves % 2 != 0;
        let sign = if halves < 0 && whole == 0 { "-" } else { "" };
        let text = match (half, lang) {
            (false, _) => format!("{whole}"),
            (true, Lang::Fr) => format!("{sign}{whole},5"),
            (true, Lang::En) => format!("{sign}{whole}.5"),
        };
        // The plural is chosen by the number (French: from 2 on), the text shows it as the language writes it.
        #[expect(clippy::cast_precision_loss, reason = "a number of days is small")]
        let count = halves as f64 / 2.0;
        self.pattern(
            lang,
            "house-days",
            &[
                ("count", FluentValue::Number(FluentNumber::from(count))),
                ("text", text.into()),
            ],
        )
    }

    /// `lundi 16 mars 2026`, `Monday 16 March 2026`.
    pub fn date(&self, lang: Lang, date: NaiveDate) -> String {
        let weekday = format!("house-weekday-{}", date.weekday().number_from_monday());
        let month = format!("house-month-{}", date.month());
        self.pattern(
            lang,
            "house-date",
            &[
                ("weekday", self.say(lang, &weekday, &vec![]).into()),
                ("day", FluentValue::from(date.day())),
                ("month", self.say(lang, &month, &vec![]).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// `octobre 2026`, `October 2026`.
    pub fn month(&self, lang: Lang, month: NaiveDate) -> String {
        let name = self.say(lang, &format!("house-month-{}", month.month()), &vec![]);
        format!("{name} {}", month.year())
    }

    /// `9 h 12`, `9:12`, in the city's time.
    pub fn hour(&self, lang: Lang, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.zone);
        let minute = format!("{:02}", local.minute());
        self.pattern(
            lang,
            "house-hour",
            &[
                ("hour", FluentValue::from(local.hour())),
                ("minute", minute.into()),
            ],
        )
    }

    /// Date and hour, in the city's time.
    pub fn time(&self, lang: Lang, at: DateTime<Utc>) -> String {
        let date = self.date(lang, at.with_timezone(&self.zone).date_naive());
        self.pattern(
            lang,
            "house-time",
            &[("date", date.into()), ("hour", self.hour(lang, at).into())],
        )
    }

    fn pattern(&self, lang: Lang, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = self.bundle(lang);
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        bundle
            .get_message(key)
            .and_then(|message| message.value())
            .map_or_else(
                || format!("[{key}]"),
                |pattern| {
                    bundle
                        .format_pattern(pattern, Some(&args), &mut vec![])
                        .into_owned()
                },
            )
    }
}

fn sources(lang: Lang) -> impl Iterator<Item = &'static str> {
    WORDS
        .get_dir(lang.code())
        .into_iter()
        .flat_map(|dir| dir.files())
        .filter_map(|file| file.contents_utf8())
}

fn bundle(lang: Lang) -> Result<FluentBundle<FluentResource>, Fault> {
    let mut bundle = FluentBundle::new_concurrent(vec![match lang {
        Lang::Fr => langid!("fr"),
        Lang::En => langid!("en"),
    }]);
    // Isolation marks are invisible characters that Matrix clients show as boxes and that break copied text.
    bundle.set_use_isolating(false);
    for source in sources(lang) {
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, errors)| Fault::outside("words", format!("{}: {errors:?}", lang.code())))?;
        bundle
            .add_resource(resource)
            .map_err(|errors| Fault::outside("words", format!("{}: {errors:?}", lang.code())))?;
    }
    Ok(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words::load(chrono_tz::Europe::Paris, |_| BTreeMap::new()).unwrap()
    }

    #[test]
    fn days_are_counted_as_each_language_does() {
        let fr = |halves| words().days(Lang::Fr, halves);
        assert_eq!(fr(0), "0\u{a0}jour");
        assert_eq!(fr(1), "0,5\u{a0}jour");
        assert_eq!(fr(3), "1,5\u{a0}jour");
        assert_eq!(fr(4), "2\u{a0}jours");
        assert_eq!(fr(-1), "-0,5\u{a0}jour");
        let en = |halves| words().days(Lang::En, halves);
        assert_eq!(en(1), "0.5\u{a0}days");
        assert_eq!(en(2), "1\u{a0}day");
        assert_eq!(en(5), "2.5\u{a0}days");
    }

    #[test]
    fn dates_and_hours_are_in_words_and_in_the_citys_time() {
        let date = NaiveDate::from_ymd_opt(2026, 3, 16).unwrap();
        assert_eq!(words().date(Lang::Fr, date), "lundi 16\u{a0}mars 2026");
        assert_eq!(words().date(Lang::En, date), "Monday 16\u{a0}March 2026");
        assert_eq!(
            words().date(Lang::Fr, NaiveDate::from_ymd_opt(2026, 5, 1).unwrap()),
            "vendredi 1er\u{a0}mai 2026"
        );
        let at = "2026-07-01T07:12:00Z".parse().unwrap();
        assert_eq!(words().hour(Lang::Fr, at), "9\u{a0}h\u{a0}12");
        assert_eq!(words().hour(Lang::En, at), "9:12");
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        assert_eq!(Words::keys(Lang::Fr), Words::keys(Lang::En));
    }
}
