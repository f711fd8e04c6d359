//! Every page of both sites and every refusal, as people meet them: on a narrow phone, without scripts, in both languages;
//! each examined by axe-core (CO11). On SQLite only: this is about pages, and every other story runs on both databases.
//! `pages.txt` lists the pages; pictures are kept in the build's folder `pages`.

mod console;
mod door;
mod entry;
mod space;

use crate::browser::{Page, Seen};
use crate::house::House;
use crate::suite::{self, Suite};
use guichet::demo::{PASSWORD, city};
use guichet_core::factor::Seed;
use guichet_core::kernel::{
    actor::Role,
    clock::Clock,
    line::{Args, Value},
    words::Lang,
};
use guichet_core::people::{Newcomer, Profile};
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::Duration;

const PAGES: &str = include_str!("../pages.txt");

#[test]
fn every_page_and_refusal_is_walked_in_french() {
    suite::run(async |suite| walk(suite, Lang::Fr).await);
}

#[test]
fn every_page_and_refusal_is_walked_in_english() {
    suite::run(async |suite| walk(suite, Lang::En).await);
}

#[test]
fn the_examiner_finds_pages_that_are_too_wide_too_pale_or_without_a_language() {
    suite::run(async |suite| {
        let pictures = suite.scratch("pages").join("examiner");
        let page = suite.examine(Lang::En, &pictures).await;
        // Any page will do.
        page.go(&format!("{}/_matrix/static/", suite.synapse().url()))
            .await;
        for (element, attribute, value, said) in [
            ("body", "style", "width: 600px", "600 pixels wide"),
            (
                "h1",
                "style",
                "color: #999; background: #aaa",
                "light color-contrast: <h1",
            ),
            ("html", "lang", "", "light html-has-lang"),
        ] {
            page.tamper(element, attribute, value).await;
            let broken = page.look().await.broken;
            assert!(
                broken.iter().any(|found| found.contains(said)),
                "{said}: {broken:?}"
            );
        }
    });
}

async fn walk(suite: &'static Suite, lang: Lang) {
    let mut house = House::keeping_mail(suite).await;
    let appointed = ordinary(0);
    house.appoint(&appointed, Role::Auditor).await;
    house.serve();
    let walk = Walk {
        suite,
        house: &house,
        lang,
        appointed,
        used: Mutex::default(),
        left: Mutex::new(pages().collect()),
        wrong: Mutex::default(),
    };
    entry::walk(&walk).await;
    space::walk(&walk).await;
    console::walk(&walk).await;
    door::walk(&walk).await;
    let (left, wrong) = (walk.left.into_inner().unwrap(), walk.wrong.into_inner().unwrap());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
    assert!(left.is_empty(), "nobody opened {left:?}");
    house.stop().await;
}

/// Somebody whose second account is not created yet, and who has an app.
fn half_way() -> Newcomer {
    let city = city::generate(1789, chrono::NaiveDate::MIN);
    let mut agents = city.agents.into_iter().enumerate();
    let found = agents.find(|(at, agent)| at % 50 == 49 && agent.role.is_none());
    found.unwrap().1.file
}

/// Somebody without a role, whom no other part of the walk plays: the first, the second …
fn ordinary(which: usize) -> String {
    let city = city::generate(1789, chrono::NaiveDate::MIN);
    let mut agents = city.agents.into_iter().filter(|agent| {
        let file = &agent.file;
        let is_plain = agent.role.is_none() && file.profile == Profile::Ordinary && file.mobile.is_some();
        is_plain && !["amina.diallo", "claire.moreau", city::NEWCOMER].contains(&&*file.username)
    });
    agents.nth(which).unwrap().file.username
}

/// Site, as whom, path.
fn pages() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = PAGES.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let mut words = line.split_whitespace();
        let mut word = || words.next().unwrap();
        (word(), word(), word())
    })
}

/// What all of the walk shares.
struct Walk<'a> {
    suite: &'static Suite,
    house: &'a House,
    lang: Lang,
    /// Has a role, and no authenticator app yet.
    appointed: String,
    /// Links and codes that were sent and are used.
    used: Mutex<BTreeSet<String>>,
    /// Pages that nobody has opened yet.
    left: Mutex<BTreeSet<(&'static str, &'static str, &'static str)>>,
    /// What was wrong with pages: all of it is told at the end, since a walk takes minutes.
    wrong: Mutex<Vec<String>>,
}

impl Walk<'_> {
    /// Somebody new at one of the sites, whose browser asks for the language of the walk.
    async fn visitor(&self, site: &'static str, name: &str) -> Visitor<'_> {
        let folder = suite::target().join("pages");
        std::fs::create_dir_all(&folder).unwrap();
        let name = format!("{}-{site}-{name}", self.lang.code());
        let visitor = Visitor {
            walk: self,
            page: self.suite.examine(self.lang, &folder.join(name)).await,
            site,
        };
        visitor.go("/sign-in").await;
        if self.lang != Lang::Fr {
            // Agents of this city read French unless they choose; they choose what they read already.
            let chooser = "button[name=lang]";
            visitor.page.tamper(chooser, "value", self.lang.code()).await;
            visitor.submit("door-other-language", &[]).await;
        }
        visitor
    }

    /// The same, who has gone to and fro between the languages.
    async fn translated(&self, site: &'static str, name: &str) -> Visitor<'_> {
        let visitor = self.visitor(site, name).await;
        visitor.submit("door-other-language", &[]).await;
        let other = Lang::ALL.into_iter().find(|lang| *lang != self.lang).unwrap();
        let back = plain(&self.house.words.say(other, "door-other-language", &vec![]));
        visitor.page.submit(&back, &[]).await;
        visitor
    }

    /// The same, signed in with the password that everybody has.
    async fn signed_in(&self, site: &'static str, username: &str) -> Visitor<'_> {
        let visitor = self.visitor(site, username).await;
        visitor.sign_in(username, PASSWORD).await;
        visitor
    }

    /// What has just left by mail or SMS, found on the page that shows it, newest first. It may take a moment to leave.
    async fn sent(&self, found: impl Fn(&str) -> Option<String>) -> String {
        let reader = self.suite.browse().await;
        let mut look = tokio::time::interval(Duration::from_millis(50));
        let seen = async {
            loop {
                look.tick().await;
                let kept = reader.go(&format!("{}/outbox", self.house.console)).await;
                let new = found(&kept.html).filter(|sent| self.used.lock().unwrap().insert(sent.clone()));
                if let Some(new) = new {
                    return new;
                }
            }
        };
        let seen = tokio::time::timeout(Duration::from_secs(30), seen).await;
        seen.expect("nothing left")
    }

    /// The link in the mail that has just been sent: what follows this path of the space.
    async fn mailed(&self, path: &str) -> String {
        let start = format!("href=\"{}{path}", self.house.space);
        self.sent(|kept| Some(kept.split_once(&start)?.1.split('"').next()?.to_owned()))
            .await
    }

    /// The code of eight digits in the SMS that has just been sent.
    async fn texted(&self) -> String {
        let code = |text: &str| {
            let runs = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, ' ' | '-' | '\u{a0}'));
            let mut digits = runs.map(|run| run.chars().filter(char::is_ascii_digit).collect::<String>());
            digits.rfind(|digits| digits.len() == 8)
        };
        self.sent(|kept| {
            let mut texts = kept.split("<h2>SMS</h2>").skip(1);
            texts.find_map(|text| code(text.split_once("<pre>")?.1.split("</pre>").next()?))
        })
        .await
    }

    /// A sentence; where it names an account, the first one.
    fn t(&self, key: &str) -> String {
        let first = self
            .house
            .words
            .say(self.lang, "account-circuit-intraparis", &vec![]);
        self.t1(key, "account", first)
    }

    fn t1(&self, key: &str, name: &str, value: impl Into<Value>) -> String {
        let args: Args = vec![(name.to_owned(), value.into())];
        plain(&self.house.words.say(self.lang, key, &args))
    }
}

/// Somebody at a site, who speaks in words' keys.
struct Visitor<'a> {
    walk: &'a Walk<'a>,
    page: Page<'static>,
    site: &'static str,
}

impl Visitor<'_> {
    fn address(&self, path: &str) -> String {
        let site = match self.site {
            "space" => &self.walk.house.space,
            _ => &self.walk.house.console,
        };
        format!("{site}{path}")
    }

    async fn go(&self, path: &str) -> Seen {
        let seen = self.page.go(&self.address(path)).await;
        self.examined(seen)
    }

    fn examined(&self, seen: Seen) -> Seen {
        for broken in &seen.broken {
            self.wrong(format!("{}: {broken}", seen.url));
        }
        if seen.status == 200 {
            let here = seen.url.split('?').next().unwrap();
            let is_here = |path: &str| self.address(path) == here;
            let mut left = self.walk.left.lock().unwrap();
            left.retain(|page| page.0 != self.site || page.1 != "passing" || !is_here(page.2));
        }
        seen
    }

    fn wrong(&self, what: String) {
        println!("{what}");
        self.walk.wrong.lock().unwrap().push(what);
    }

    /// Sends the form with this button; fields are named by the keys of their labels.
    async fn submit(&self, button: &str, fields: &[(&str, &str)]) -> Seen {
        self.press(&self.walk.t(button), fields).await
    }

    /// The same, of a button whose words have arguments.
    async fn press(&self, button: &str, fields: &[(&str, &str)]) -> Seen {
        let labels: Vec<String> = fields.iter().map(|(label, _)| self.walk.t(label)).collect();
        let fields: Vec<(&str, Option<&str>)> = labels
            .iter()
            .zip(fields)
            .map(|(label, (_, text))| (label.as_str(), Some(*text).filter(|text| *text != CHOSEN)))
            .collect();
        self.examined(self.page.submit(button, &fields).await)
    }

    /// Opens what is folded under the words of a button inside, and presses it.
    async fn unfold_and_press(&self, button: &str, fields: &[(&str, &str)]) -> Seen {
        self.page.unfold(button).await;
        self.press(button, fields).await
    }

    /// Presses a button whose words are not its own.
    async fn press_one(&self, element: &str) -> Seen {
        self.examined(self.page.press(element).await)
    }

    async fn sign_in(&self, username: &str, password: &str) -> Seen {
        self.go("/sign-in").await;
        let fields = [("entry-username", username), ("entry-password", password)];
        let seen = self.submit("entry-sign-in-button", &fields).await;
        if seen.url.contains("/second") {
            self.second(PASSWORD).await
        } else {
            seen
        }
    }

    /// Gives the second password, where it is asked for.
    async fn second(&self, password: &str) -> Seen {
        self.submit("entry-factor-button", &[("entry-second-password", password)])
            .await
    }

    /// Copies the code that has just been sent.
    async fn copy_sms(&self) -> Seen {
        let code = self.walk.texted().await;
        self.submit("entry-factor-button", &[("entry-sms-code", &code)])
            .await
    }

    /// Enrols the app that the page before `seen` shows, and returns the recovery codes.
    async fn enrol(&self, seen: &Seen) -> Vec<String> {
        let digits = between(seen, "aria-labelledby=\"manual\">", "<").chars();
        let digits = digits.filter_map(|c| "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(c));
        let bits: String = digits.map(|digit| format!("{digit:05b}")).collect();
        let byte = |at: usize| u8::from_str_radix(&bits[at * 8..at * 8 + 8], 2).unwrap();
        let code = Seed::new(std::array::from_fn(byte)).code(Clock::System.now());
        let shown = self
            .submit("entry-enrol-button", &[("entry-code", &code.unwrap())])
            .await;
        self.sees(&shown, 200, "entry-recovery-title");
        let codes = shown.html.split("<li class=\"key\">").skip(1);
        codes
            .map(|code| code.split('<').next().unwrap().to_owned())
            .collect()
    }

    /// As somebody does whose browser checks nothing before it sends.
    async fn without_checks(&self, form: &str) {
        self.page.tamper(form, "novalidate", "").await;
    }

    /// Opens the pages listed for `whom`. `link` stands for the last part of a path that is not the same twice.
    async fn tour(&self, whom: &str, link: &str) {
        let own: Vec<_> = pages()
            .filter(|page| page.0 == self.site && page.1 == whom)
            .collect();
        assert!(!own.is_empty(), "no page is listed for {} {whom}", self.site);
        for page in own {
            let path = page
                .2
                .replace("{link}", link)
                .replace("{id}", link)
                .replace("{slug}", "vpn")
                .replace("{circuit}", "intraparis");
            let seen = self.go(&path).await;
            let lang = format!("<html lang=\"{}\">", self.walk.lang.code());
            if (seen.status, &seen.url) != (200, &self.address(&path)) || !seen.html.contains(&lang) {
                self.wrong(format!("{whom} asked for {path} and is at {seen:?}"));
            }
            self.walk.left.lock().unwrap().remove(&page);
        }
    }

    /// The page must have this status and these words.
    fn sees(&self, seen: &Seen, status: u64, key: &str) {
        self.reads(seen, status, &self.walk.t(key));
    }

    fn reads(&self, seen: &Seen, status: u64, words: &str) {
        // A label begins with a capital, the same words inside a sentence do not.
        let has = seen.text.to_lowercase().contains(&words.to_lowercase());
        if seen.status != status || !has {
            let Seen { url, text, .. } = seen;
            self.wrong(format!(
                "no {status} with `{words}` on {url}: {}\n{text}",
                seen.status
            ));
        }
    }

    /// The page must not have these words.
    fn misses(&self, seen: &Seen, words: &str) {
        if seen.text.contains(words) {
            self.wrong(format!("`{words}` on {}\n{}", seen.url, seen.text));
        }
    }
}

/// In place of a text: the option is taken.
const CHOSEN: &str = "(chosen)";

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// What stands in a page's source between two texts.
fn between<'s>(seen: &'s Seen, before: &str, after: &str) -> &'s str {
    let (_, rest) = seen
        .html
        .split_once(before)
        .unwrap_or_else(|| panic!("no {before} on {}: {}", seen.url, seen.text));
    rest.split_once(after).unwrap().0
}
