//! Plays `tests/screenplays/<room>/*.txt`.
//!
//! ```text
//! # a comment
//! [amina.diallo]            who speaks from here on; `[amina.diallo in company]` in another room; `[mail]` reads mails
//! > solde                   the person
//! < Il vous reste …         the bot, one message; `…` stands for any text
//! < 1 Oui
//! @ +3 days                 the clock moves (minutes, hours, days)
//! + 1️⃣                     the speaker's reaction to the last thing said in the room
//! ~ key                     the speaker's address shows this cross-signing key from here on
//! ! leave.request           the newest change in the audit log
//! * karim.benali reset_factor   an officer has a code sent to the speaker, who calls about this act
//! $ nadia.petit deliver 1   HR answers the request DOC-1: `deliver`, `refuse 1 WHY`, `ask 1 WHAT`
//! % leave_unvalidated       what runs each morning runs now
//! = intraparis locked       what befell Léa and Leo before the scene (see `plight`)
//! ```
//! At the end nothing may be left unsaid.

use chrono::Duration;
use guichet_core::kernel::audit;
use guichet_core::kernel::work::Work;
use guichet_core::testing::both;
use std::collections::VecDeque;
use std::path::Path;

use crate::house::Stage;

#[tokio::test]
async fn every_screenplay_plays_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screenplays");
    let mut scripts = vec![];
    for room in std::fs::read_dir(&folder).unwrap() {
        for file in std::fs::read_dir(room.unwrap().path()).unwrap() {
            scripts.push(file.unwrap().path());
        }
    }
    scripts.sort();
    assert!(!scripts.is_empty());
    let mut failures = vec![];
    for path in &scripts {
        let script = std::fs::read_to_string(path).unwrap();
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        let found = std::sync::Mutex::new(vec![]);
        both(async |house| {
            if let Err(why) = play(&mut Stage::set(house).await, &script).await {
                found.lock().unwrap().push(format!("{name}: {why}"));
            }
        })
        .await;
        failures.extend(found.into_inner().unwrap());
    }
    println!("{} screenplays", scripts.len());
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

async fn play(stage: &mut Stage<'_>, script: &str) -> Result<(), String> {
    let mut lines: VecDeque<(usize, &str)> = script
        .lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line))
        .collect();
    let (mut person, mut room) = (String::new(), String::new());
    while let Some((at, line)) = lines.pop_front() {
        let fail = |why: String| Err(format!("line {at}: {why}"));
        match line.split_at_checked(1) {
            None | Some(("#", _)) => {}
            Some(("[", rest)) => {
                let who = rest.trim_end().trim_end_matches(']');
                let (name, place) = who.split_once(" in ").unwrap_or((who, who));
                (person, room) = (name.to_owned(), format!("!{place}"));
            }
            Some((">", text)) => {
                stage
                    .say(&person, &room, text.strip_prefix(' ').unwrap_or(text))
                    .await
            }
            Some(("+", key)) => stage.tap(&person, &room, key.trim()).await,
            Some(("~", key)) => stage.shows(&person, key.trim()),
            Some(("@", time)) => match duration(time) {
                Some(by) => stage.wait(by).await,
                None => return fail(format!("no time: {time}")),
            },
            Some(("*", call)) => stage.call(call, &person).await,
            Some(("$", answer)) => stage.answer_document(answer).await,
            Some(("%", _)) => stage.warn().await,
            Some(("=", fact)) => stage.prepare(fact).await.or_else(fail)?,
            Some(("!", what)) => {
                let newest = newest_change(stage).await;
                if newest.as_deref() != Some(what.trim()) {
                    return fail(format!("the newest change is {newest:?}"));
                }
            }
            Some(("<", first)) => {
                let mut wanted = vec![first.trim()];
                while let Some((_, more)) = lines.front().copied()
                    && let Some(more) = more.strip_prefix('<')
                {
                    wanted.push(more.trim());
                    lines.pop_front();
                }
                let whom = room.trim_start_matches('!').to_owned();
                let Some(said) = stage.told.entry(whom).or_default().pop_front() else {
                    return fail(format!("nothing was said; expected:\n{}", wanted.join("\n")));
                };
                let said: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
                // A last line of dots stands for whatever else was said.
                let (said, wanted): (&[&str], &[&str]) = match wanted.split_last() {
                    Some((&"…", first)) if said.len() > first.len() => (&said[..first.len()], first),
                    _ => (&said[..], &wanted[..]),
                };
                let same = said.len() == wanted.len()
                    && said
                        .iter()
                        .zip(wanted)
                        .all(|(said, wanted)| matches(said, wanted));
                if !same {
                    return fail(format!(
                        "said:\n{}\nexpected:\n{}",
                        said.join("\n"),
                        wanted.join("\n")
                    ));
                }
            }
            Some(_) => return fail(format!("what is this: {line}")),
        }
    }
    match stage.told.iter().find(|(_, left)| !left.is_empty()) {
        Some((whom, left)) => Err(format!(
            "said to {whom} and not in the script:\n{}",
            left.iter().cloned().collect::<Vec<_>>().join("\n--\n")
        )),
        None => Ok(()),
    }
}

async fn newest_change(stage: &Stage<'_>) -> Option<String> {
    let mut work = Work::read(stage.house).await.unwrap();
    let newest = audit::newest(work.tx(), i64::MAX, 50).await.unwrap();
    newest
        .into_iter()
        .find(|row| row.kind == "change")
        .map(|row| row.what)
}

fn duration(text: &str) -> Option<Duration> {
    let (number, unit) = text.trim().strip_prefix('+')?.split_once(' ')?;
    let number = number.parse().ok()?;
    match unit.trim_end_matches('s') {
        "minute" => Some(Duration::minutes(number)),
        "hour" => Some(Duration::hours(number)),
        "day" => Some(Duration::days(number)),
        _ => None,
    }
}

/// Equal, where `…` stands for any text, a no-break space is a space and an apostrophe an apostrophe.
fn matches(said: &str, wanted: &str) -> bool {
    let plain = |text: &str| text.trim().replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'");
    let (said, wanted) = (plain(said), plain(wanted));
    let mut rest = said.as_str();
    let parts: Vec<&str> = wanted.split('…').collect();
    for (at, part) in parts.iter().enumerate() {
        let found = if at == 0 {
            rest.starts_with(part).then_some(0)
        } else if at + 1 == parts.len() {
            rest.ends_with(part).then(|| rest.len() - part.len())
        } else {
            rest.find(part)
        };
        match found {
            Some(start) => rest = &rest[start + part.len()..],
            None => return false,
        }
    }
    rest.is_empty()
}

#[test]
fn an_ellipsis_stands_for_any_text_and_nothing_else_does() {
    assert!(matches(
        "Il vous reste 12,5\u{a0}jours.",
        "Il vous reste … jours."
    ));
    assert!(matches("abc", "…"));
    assert!(matches("abc", "abc"));
    assert!(!matches("abc", "ab"));
    assert!(!matches("abc", "bc"));
    assert!(!matches("abcd", "a…c"));
}
