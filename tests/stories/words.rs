//! The words: the same in both languages, all of them used, every one that is used there, well set.

use guichet_core::kernel::config::Settings;
use guichet_core::kernel::words::{Lang, Words};
use std::path::{Path, PathBuf};

fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, endings, found);
        } else if endings
            .iter()
            .any(|ending| path.to_string_lossy().ends_with(ending))
        {
            found.push(path);
        }
    }
}

fn root() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

/// What is compiled into the program, file by file: a quote that is written in a string or as a character is none.
fn sources() -> Vec<String> {
    let mut found = vec![];
    for folder in ["core/src", "bot/src", "admin/src", "admin/templates", "src"] {
        files(&root().join(folder), &[".rs", ".html"], &mut found);
    }
    found
        .iter()
        .filter(|path| {
            !path
                .strip_prefix(root())
                .unwrap()
                .to_string_lossy()
                .contains("tests")
        })
        .map(|path| std::fs::read_to_string(path).unwrap())
        .map(|text| text.replace("'\"'", "").replace("\\\"", ""))
        .collect()
}

#[test]
fn both_languages_have_the_same_words_in_the_same_files() {
    assert_eq!(Words::keys(Lang::Fr), Words::keys(Lang::En));
    let (mut fr, mut en) = (vec![], vec![]);
    files(&root().join("words/fr"), &[".ftl"], &mut fr);
    files(&root().join("words/en"), &[".ftl"], &mut en);
    let names = |found: &[PathBuf]| {
        let mut names: Vec<_> = found
            .iter()
            .map(|path| path.file_name().unwrap().to_owned())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(&fr), names(&en));
}

#[test]
fn every_word_that_the_code_names_exists() {
    let keys = Words::keys(Lang::Fr);
    let rooms: std::collections::BTreeSet<&str> =
        keys.iter().filter_map(|key| key.split('-').next()).collect();
    let sources = sources();
    // Every quoted `room-something` of the sources that begins like a room's words and is not the start of a made key.
    let quoted = sources.iter().flat_map(|text| text.split('"').skip(1).step_by(2));
    let named = quoted.filter(|text| {
        text.contains('-')
            && !text.ends_with('-')
            && text.split('-').next().is_some_and(|room| rooms.contains(room))
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    });
    let missing: Vec<&str> = named
        .filter(|key| {
            // A mail's key stands for two words.
            let mail = format!("{key}-subject");
            !keys.iter().any(|known| known == key || *known == mail)
        })
        .collect();
    assert!(missing.is_empty(), "no such words: {missing:?}");
}

/// An apostrophe, that is: the straight one of typewriters is a foot or a minute.
#[test]
fn french_apostrophes_are_curly() {
    let mut found = vec![];
    files(&root().join("words/fr"), &[".ftl"], &mut found);
    for path in found {
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            assert!(!line.contains('\''), "{}: write ’ in `{line}`", path.display());
        }
    }
}

#[test]
fn french_is_set_as_french_is() {
    let mut found = vec![];
    files(&root().join("words/fr"), &[".ftl"], &mut found);
    for path in found {
        for line in std::fs::read_to_string(&path)
            .unwrap()
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            for wrong in [" :", " ;", " ?", " !", " »", "« "] {
                assert!(
                    !line.contains(wrong),
                    "{}: a breaking space in `{line}`",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn every_fact_of_the_log_has_a_word() {
    let settings = Settings::shipped().unwrap();
    let words = Words::load(settings.city.time_zone, |lang| settings.names(lang)).unwrap();
    let mut found = vec![];
    files(&root().join("core/src"), &[".rs"], &mut found);
    found.retain(|path| !path.to_string_lossy().contains("tests"));
    for path in found {
        let source = std::fs::read_to_string(&path).unwrap();
        for after in source.split(".with(\"").skip(1) {
            let (fact, _) = after.split_once('"').unwrap();
            let key = format!("console-fact-{fact}");
            assert!(words.has(&key), "{}: no {key}", path.display());
        }
    }
}
