//! How a page speaks: words in the visit's language, and what the frame of every page asks.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use guichet_core::kernel::{
    config::Settings,
    line::{Args, Value},
    words::Lang,
};

use super::{Face, Visit};

impl Visit {
    /// The sentence `key`.
    pub(crate) fn t(&self, key: impl AsRef<str>) -> String {
        self.say(key.as_ref(), &vec![])
    }

    /// A word that stands alone, with its capital.
    pub(crate) fn label(&self, key: impl AsRef<str>) -> String {
        capital(&self.t(key))
    }

    /// The same of a word with one value.
    pub(crate) fn label1(&self, key: &str, name: &str, value: impl Into<Value>) -> String {
        capital(&self.t1(key, name, value))
    }

    /// A name from outside, as the head of a list: with its capital.
    pub(crate) fn head(&self, name: &str) -> String {
        capital(name)
    }

    /// The sentence `key` with one value.
    pub(crate) fn t1(&self, key: &str, name: &str, value: impl Into<Value>) -> String {
        self.say(key, &vec![(name.to_owned(), value.into())])
    }

    /// The sentence `key` with values.
    pub(crate) fn say(&self, key: &str, args: &Args) -> String {
        self.site.house.words.say(self.lang, key, args)
    }

    /// A month in words.
    pub(crate) fn month(&self, first: NaiveDate) -> String {
        self.site.house.words.month(self.lang, first)
    }

    /// An instant as a log shows it: city time, to the second, the same in both languages.
    pub(crate) fn stamp(&self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.site.house.settings.city.time_zone)
            .format("%d/%m/%Y %H:%M:%S")
            .to_string()
    }

    /// The name of the channel.
    pub(crate) fn channel_key(&self) -> String {
        format!("door-channel-{}", self.channel.as_str())
    }

    /// The pages of the site's navigation.
    pub(crate) fn rubrics(&self) -> &'static [(&'static str, &'static str)] {
        match self.site.face {
            Face::Space => crate::space::RUBRICS,
            Face::Console => crate::console::RUBRICS,
        }
    }

    /// Where the kept mail of a demonstration is read; none where mail really leaves.
    pub(crate) fn kept_mail(&self) -> Option<String> {
        kept_mail(&self.site.house.settings)
            .map(|_| format!("{}/outbox", self.site.house.settings.console.public_url))
    }

    /// True when this is the page at `path`.
    pub(crate) fn is_at(&self, path: &str) -> bool {
        &*self.path == path
    }

    /// The word key of something that the two sites say differently.
    pub(crate) fn of_site(&self, what: &str) -> String {
        format!("{}-{what}", self.site.face.name())
    }

    /// The rules that a new password must keep.
    pub(crate) fn password_rules(&self) -> String {
        let rules = &self.site.house.settings.password;
        let number = |number: usize| Value::from(i64::try_from(number).unwrap_or(i64::MAX));
        let args = [
            ("min", number(rules.min_length)),
            ("free", number(rules.free_length)),
            ("last", rules.refuse_last.into()),
        ];
        self.say(
            "entry-password-rules",
            &args.map(|(name, value)| (name.to_owned(), value)).into(),
        )
    }

    /// A rule of a new password, to be ticked off while it is typed.
    pub(crate) fn check(&self, rule: &str) -> String {
        let min = self.site.house.settings.password.min_length;
        let min = i64::try_from(min).unwrap_or(i64::MAX);
        self.t1(&format!("entry-check-{rule}"), "min", min)
    }

    /// Where a code by SMS went, and when.
    pub(crate) fn sms_sent(&self, masked: &str, at: &DateTime<Utc>) -> String {
        let args = [
            ("number", Value::from(masked)),
            ("at", (*at).into()),
            ("minutes", self.site.house.settings.sms.code_minutes.into()),
        ];
        self.say(
            "entry-sms-sent",
            &args.map(|(name, value)| (name.to_owned(), value)).into(),
        )
    }

    /// True for the console.
    pub(crate) fn is_console(&self) -> bool {
        self.site.face == Face::Console
    }

    /// The other language.
    pub(crate) fn other_lang(&self) -> Lang {
        match self.lang {
            Lang::Fr => Lang::En,
            Lang::En => Lang::Fr,
        }
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The folder in which a demonstration keeps its mail. Letters hold reset links: where anybody but the person at this
/// very machine could open the console, they are shown to nobody.
pub(crate) fn kept_mail(settings: &Settings) -> Option<&Path> {
    kept(settings, &settings.mail.transport)
}

/// The folder in which a demonstration keeps its SMS, which hold codes: shown to whom its mail is shown.
pub(crate) fn kept_texts(settings: &Settings) -> Option<&Path> {
    kept(settings, &settings.sms.transport)
}

fn kept<'a>(settings: &Settings, transport: &'a str) -> Option<&'a Path> {
    let host = settings.console.public_url.strip_prefix("http://")?;
    let own = ["localhost", "127.0.0.1", "[::1]"].into_iter();
    let alone = own
        .filter_map(|own| host.strip_prefix(own))
        .any(|rest| rest.is_empty() || rest.starts_with(':'));
    transport.strip_prefix("folder:").filter(|_| alone).map(Path::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_mail_is_shown_on_ones_own_machine_only() {
        for (url, transport, shown) in [
            ("http://localhost:8490", "folder:/tmp/mail", true),
            ("http://127.0.0.1:8490", "folder:/tmp/mail", true),
            ("http://localhost", "folder:/tmp/mail", true),
            ("http://localhost:8490", "smtp://localhost:25", false),
            ("http://localhost.evil.example:8490", "folder:/tmp/mail", false),
            ("http://console.paris.example", "folder:/tmp/mail", false),
            ("https://console.paris.example", "folder:/tmp/mail", false),
        ] {
            let mut settings = Settings::shipped().unwrap();
            settings.console.public_url = url.to_owned();
            settings.mail.transport = transport.to_owned();
            settings.sms.transport = transport.replace("smtp:", "kannel:http:");
            assert_eq!(kept_mail(&settings).is_some(), shown, "{url} {transport}");
            assert_eq!(kept_texts(&settings).is_some(), shown, "{url} {transport}");
        }
    }
}
